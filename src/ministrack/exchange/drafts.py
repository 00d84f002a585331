"""The records that a line would add and change, once its cells are read."""

from collections.abc import Callable, Mapping
from typing import cast

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.delegation import Role
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import specs, stored_value
from ministrack.domain.language import tr
from ministrack.domain.record import Record, Ref
from ministrack.domain.titles import level_of_title
from ministrack.domain.values import dataclass, field
from ministrack.edits.wording import value_in_words
from ministrack.exchange.matching import recorded
from ministrack.exchange.targets import HEAD
from ministrack.store.reader import Reader

_LEVEL = f"{HEAD}.level"


@dataclass(frozen=True, slots=True)
class Change:
    """Fields of a record that is there: what they become, and what they were."""

    ref: Ref
    new: Mapping[str, object]
    seen: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Draft:
    """What a line adds and changes; `creating` are records it names that are not there yet."""

    is_new: bool
    adding: tuple[Record, ...] = ()
    changing: tuple[Change, ...] = ()
    creating: tuple[Record, ...] = ()
    guessed: Mapping[str, str] = field(default_factory=dict)

    def words(self, read: Reader) -> str:
        """What it does, for a preview: new records by kind, changes from and to."""
        made = {each.id: str(getattr(each, each.LABEL)) for each in self.creating}
        said = [tr("Also new: {names}", names=", ".join(made.values()))] if made else []
        if not self.is_new:
            said += [tr("New: {kind}", kind=tr(type(each).ONE).lower()) for each in self.adding]
        for change in self.changing:
            declared = specs(RECORD_TYPES[change.ref.table])
            for name, value in change.new.items():
                before = value_in_words(read, declared[name], change.seen[name]) or tr("nothing")
                after = made.get(str(value)) or value_in_words(read, declared[name], value) or tr("nothing")
                label = tr(declared[name].label)
                said.append(tr("{field}: {before} → {after}", field=label, before=before, after=after))
        return " · ".join(said)


def draft_of(
    read: Reader,
    table: str,
    values: Mapping[str, object],
    common: Mapping[str, object],
    levels: Mapping[str, str],
) -> Draft:
    """The draft of a line whose cells mean `values` (by the key of their target).

    Raises InvalidValue where something is missing without which the record cannot be.
    """
    own = {key.partition(".")[2]: value for key, value in values.items() if key.startswith(f"{table}.")}
    present = recorded(read, table, {**common, **own})
    wanted = own if present is not None else {**common, **own}
    if present is None:
        _complete(table, wanted)
        made = _made(table, wanted)
        draft, owner = Draft(True, adding=(made,)), made.id
    else:
        draft, owner = Draft(False, changing=_changed(read, present, wanted)), present.id
    if table != "delegation":
        return draft
    head = {key.partition(".")[2]: value for key, value in values.items() if key.startswith(f"{HEAD}.")}
    return _with_head(read, draft, owner, head, levels)


def _with_head(
    read: Reader, draft: Draft, delegation: str, head: dict[str, object], levels: Mapping[str, str]
) -> Draft:
    """Adds or changes the one who leads the delegation; a level that is not said follows from the title."""
    row = None if draft.is_new else read.row(Ref("delegation", delegation), ("head_id", "head_level"))
    present = Ref(HEAD, str(row["head_id"])) if row is not None and row["head_id"] else None
    guessed: dict[str, str] = {}
    known = row["head_level"] if row is not None else None
    level = None if "level" in head or known else level_of_title(str(head.get("title") or ""), levels)
    if level is not None:
        head["level"] = level
        guessed[_LEVEL] = levels[level]
    if not head:
        return draft
    if present is None:
        new = _made(HEAD, {"role": Role.HEAD.value, **head, "delegation": delegation})
        return Draft(draft.is_new, (*draft.adding, new), draft.changing, guessed=guessed)
    changes = (*draft.changing, *_changed(read, present, head))
    return Draft(draft.is_new, draft.adding, changes, guessed=guessed)


def _complete(table: str, values: Mapping[str, object]) -> None:
    for spec in specs(RECORD_TYPES[table]).values():
        if spec.required and spec.choices is None and not values.get(spec.name):
            raise InvalidValue(tr("{field} is missing.", field=tr(spec.label)), field=spec.name)


def _made(table: str, values: Mapping[str, object]) -> Record:
    kind = cast(Callable[..., Record], RECORD_TYPES[table])
    return kind(**values)


def _changed(read: Reader, ref: Ref, wanted: Mapping[str, object]) -> tuple[Change, ...]:
    """What differs from what is stored."""
    record = read.get(RECORD_TYPES[ref.table], ref.id)
    if record is None:
        return ()
    declared = specs(type(record))
    seen = {name: stored_value(declared[name], getattr(record, name)) for name in wanted}
    new = {name: value for name, value in wanted.items() if stored_value(declared[name], value) != seen[name]}
    return (Change(ref, new, {name: seen[name] for name in new}),) if new else ()
