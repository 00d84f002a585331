"""The records that a line would add and change, once its cells are read."""

from collections.abc import Callable, Mapping
from typing import cast

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.delegation import Delegate, Role
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import specs, stored_value
from ministrack.domain.language import tr
from ministrack.domain.record import Record, Ref
from ministrack.domain.titles import level_of_title
from ministrack.domain.values import dataclass, field
from ministrack.edits.wording import value_in_words
from ministrack.exchange.matching import Keys, recorded
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

    def words(self, read: Reader, labels: Mapping[str, str] | None = None) -> str:
        """What it does, for a preview: new records by kind, changes from and to.

        `labels` are those of records that are not there yet, by id, besides those that it creates.
        """
        creating = {each.id: str(getattr(each, each.LABEL)) for each in self.creating}
        said = [tr("Also new: {names}", names=", ".join(creating.values()))] if creating else []
        known = labels or {}  # may be long: it is not copied for each line
        if not self.is_new:
            said += [tr("New: {kind}", kind=tr(type(each).ONE).lower()) for each in self.adding]
        for change in self.changing:
            declared = specs(RECORD_TYPES[change.ref.table])
            for name, value in change.new.items():
                before = value_in_words(read, declared[name], change.seen[name]) or tr("nothing")
                after = creating.get(str(value)) or known.get(str(value))
                after = after or value_in_words(read, declared[name], value) or tr("nothing")
                label = tr(declared[name].label)
                said.append(tr("{field}: {before} → {after}", field=label, before=before, after=after))
        return " · ".join(said)


def draft_of(
    keys: Keys,
    table: str,
    values: Mapping[str, object],
    common: Mapping[str, object],
    levels: Mapping[str, str],
) -> Draft:
    """The draft of a line whose cells mean `values` (by the key of their target).

    Raises InvalidValue where something is missing without which the record cannot be.
    """
    own = fields_of(table, values)
    present = recorded(keys, table, {**common, **own})
    draft, owner = own_draft(keys, table, own, common, present)
    if table != "delegation":
        return draft
    return _with_head(keys, draft, owner, fields_of(HEAD, values), levels)


def fields_of(table: str, values: Mapping[str, object]) -> dict[str, object]:
    """What a line says of one table, by field."""
    return {key.partition(".")[2]: value for key, value in values.items() if key.startswith(f"{table}.")}


def own_draft(
    keys: Keys, table: str, own: Mapping[str, object], common: Mapping[str, object], present: Ref | None
) -> tuple[Draft, str]:
    """What a line adds, or changes in the record it is about; and the id of that record."""
    if present is not None:
        return Draft(False, changing=changed(keys, present, own)), present.id
    wanted = {**common, **own}
    complete(table, wanted)
    new = made(table, wanted)
    return Draft(True, adding=(new,)), new.id


def _with_head(
    keys: Keys, draft: Draft, delegation: str, head: dict[str, object], levels: Mapping[str, str]
) -> Draft:
    """Adds or changes the one who leads the delegation; a level that is not said follows from the title."""
    leading = None if draft.is_new else keys.head(delegation)
    seat = keys.record(leading) if leading else None
    # A pasted line is not compared with what sources say, as a file is: no guess takes the place of a level.
    knows_level = isinstance(seat, Delegate) and seat.level is not None
    guessed = {} if knows_level else guess_level(head, None, levels)
    if not head:
        return draft
    if leading is None:
        new = made(HEAD, {"role": Role.HEAD.value, **head, "delegation": delegation})
        return Draft(draft.is_new, (*draft.adding, new), draft.changing, guessed=guessed)
    changes = (*draft.changing, *changed(keys, leading, head))
    return Draft(draft.is_new, draft.adding, changes, guessed=guessed)


def guess_level(head: dict[str, object], seat: Delegate | None, levels: Mapping[str, str]) -> dict[str, str]:
    """Adds the level that the title stands for where none is said; what was guessed, in words.

    A level that is known stays, unless it is that of the title which changes.
    """
    if "level" in head or (seat and seat.level and level_of_title(seat.title or "", levels) != seat.level):
        return {}
    level = level_of_title(str(head.get("title") or ""), levels)
    if level is None or (seat and seat.level == level):
        return {}
    head["level"] = level
    return {_LEVEL: levels[level]}


def complete(table: str, values: Mapping[str, object]) -> None:
    """Raises InvalidValue where a field is missing without which the record cannot be."""
    for spec in specs(RECORD_TYPES[table]).values():
        if spec.required and spec.choices is None and not values.get(spec.name):
            raise InvalidValue(tr("{field} is missing.", field=tr(spec.label)), field=spec.name)


def made(table: str, values: Mapping[str, object]) -> Record:
    """A new record."""
    kind = cast(Callable[..., Record], RECORD_TYPES[table])
    return kind(**values)


def changed(keys: Keys, ref: Ref, wanted: Mapping[str, object]) -> tuple[Change, ...]:
    """What differs from what is stored."""
    record = keys.record(ref)
    if record is None:
        return ()
    declared = specs(type(record))
    seen = {name: stored_value(declared[name], getattr(record, name)) for name in wanted}
    new = {name: value for name, value in wanted.items() if stored_value(declared[name], value) != seen[name]}
    return (Change(ref, new, {name: seen[name] for name in new}),) if new else ()
