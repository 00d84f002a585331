"""Two records side by side, field by field: what each says, and which of it is proposed to stay."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.errors import NotFound
from ministrack.domain.fields import FieldKind, FieldSpec, specs, stored_value
from ministrack.domain.language import tr
from ministrack.domain.record import Record, Ref
from ministrack.domain.twins import EXCLUSIVE, says_nothing
from ministrack.domain.values import dataclass
from ministrack.store.reader import Reader

Value = str | int | None

_UNKNOWN = "unknown"  # choices with this value say that nothing is known
_NOTE = 20_000  # characters; a longer text is a work of its own, which is not joined by itself


class Side(StrEnum):
    """Whose value stays: that of the record that stays, that of the other one, or both joined."""

    KEPT = "kept"
    OTHER = "other"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class FieldPair:
    """One field of two records: stored values, and what is proposed."""

    spec: FieldSpec
    kept: Value
    other: Value
    proposed: Side
    can_join: bool = False

    @property
    def is_same(self) -> bool:
        """Whether both say the same, or neither says anything."""
        return self.kept == self.other

    @property
    def differs(self) -> bool:
        """Whether both say something, and not the same: somebody should look at it."""
        return not self.is_same and self.kept is not None and self.other is not None

    def value(self, side: Side) -> Value:
        """What the field holds afterwards."""
        if side is Side.BOTH and self.can_join:
            return joined(self.spec, (str(self.kept), str(self.other)))
        return self.other if side is Side.OTHER else self.kept


def joined(spec: FieldSpec, texts: Iterable[str]) -> str:
    """Texts one after the other: paragraphs, or names with a comma between them, each once."""
    if spec.kind is FieldKind.LONG_TEXT:
        return "\n\n".join(texts)
    parts = (part.strip() for text in texts for part in text.replace(";", ",").split(","))
    return ", ".join(dict.fromkeys(part for part in parts if part))


def present(read: Reader, ref: Ref) -> Record:
    """The record as it is now. Raises NotFound."""
    found = read.get(RECORD_TYPES[ref.table], ref.id)
    if found is None:
        raise NotFound(tr("This record is no longer in the dossier."), safe=tr("Nothing was merged."))
    return found


def field_pairs(kept: Record, other: Record, *, by_itself: bool = False) -> tuple[FieldPair, ...]:
    """All fields of two records of one kind. `by_itself`: nobody looks at the proposals, so that a choice
    which was never made gives way to one that was.
    """
    pairs = [_pair(spec, kept, other, by_itself) for spec in specs(type(kept)).values()]
    return tuple(_within_group(kept.TABLE, pair, pairs) for pair in pairs)


def group_of(table: str, field: str) -> tuple[str, ...]:
    """The fields that have to be taken from the same record as this one, with itself."""
    return next((group for group in EXCLUSIVE.get(table, ()) if field in group), (field,))


def values_after(pairs: Iterable[FieldPair], sides: Mapping[str, Side]) -> dict[str, Value]:
    """What the record holds afterwards, field by field; without a side, what was proposed."""
    return {pair.spec.name: pair.value(sides.get(pair.spec.name, pair.proposed)) for pair in pairs}


def _pair(spec: FieldSpec, kept: Record, other: Record, by_itself: bool) -> FieldPair:
    itself = (kept.id, other.id) if spec.refers == kept.TABLE else ()
    ours, theirs = (_stored(spec, record, itself) for record in (kept, other))
    can_join = ours is not None and theirs is not None and ours != theirs and _joinable(spec, ours, theirs)
    silent = _is_unknown(ours) or (
        by_itself and says_nothing(type(kept), spec, ours) and not says_nothing(type(kept), spec, theirs)
    )
    side = Side.KEPT
    if silent and not _is_unknown(theirs):
        side = Side.OTHER
    elif can_join and spec.limit <= _NOTE:
        side = _joining_side(str(ours), str(theirs))
    return FieldPair(spec, ours, theirs, side, can_join)


def _stored(spec: FieldSpec, record: Record, itself: tuple[str, ...]) -> Value:
    """What is stored; a record that points at the one it becomes points nowhere."""
    value = stored_value(spec, getattr(record, spec.name))
    return None if value in itself else value


def _is_unknown(value: Value) -> bool:
    return value is None or value == _UNKNOWN


def _joinable(spec: FieldSpec, ours: Value, theirs: Value) -> bool:
    if spec.kind is not FieldKind.LONG_TEXT and spec.name != "other_names":
        return False
    return len(joined(spec, (str(ours), str(theirs)))) <= spec.limit


def _joining_side(ours: str, theirs: str) -> Side:
    """A text that holds all of the other one is enough."""
    if theirs in ours:
        return Side.KEPT
    return Side.OTHER if ours in theirs else Side.BOTH


def _within_group(table: str, pair: FieldPair, pairs: Iterable[FieldPair]) -> FieldPair:
    group = group_of(table, pair.spec.name)
    if len(group) == 1:
        return pair
    is_known = any(each.kept is not None for each in pairs if each.spec.name in group)
    return FieldPair(pair.spec, pair.kept, pair.other, Side.KEPT if is_known else Side.OTHER)
