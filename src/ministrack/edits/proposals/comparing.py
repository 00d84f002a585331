"""The values of a proposal beside those of a record: equal, missing there, finer, or contradicting."""

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.dates import span
from ministrack.domain.delegation import Delegate
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldKind, FieldSpec, specs, stored_value
from ministrack.domain.filters import Compare, every
from ministrack.domain.language import tr
from ministrack.domain.names import fold
from ministrack.domain.proposal import Proposal
from ministrack.domain.record import Record, Ref
from ministrack.domain.source import Statement
from ministrack.domain.twins import says_nothing
from ministrack.domain.values import dataclass
from ministrack.edits.proposals.known import Known
from ministrack.edits.proposals.likeness import likeness, same_city, same_words, words_of
from ministrack.edits.proposals.parts import NAMES, field_of, said_of
from ministrack.edits.proposals.reviewed import Difference
from ministrack.edits.wording import value_in_words
from ministrack.store.reader import Reader

_FOUND_BY = (("delegation", "party"), ("delegate", "person"))  # perhaps under another name
_ALIKE = 0.6  # of the words, for two wordings of one mandate or theme
_LAST_DAY, _FIRST_DAY = "9999", "0000"


@dataclass(frozen=True, slots=True)
class Compared:
    """What differs, by field of the proposal, and the fields that the record does not have yet."""

    differences: tuple[Difference, ...] = ()
    filled: tuple[str, ...] = ()

    def __add__(self, other: "Compared") -> "Compared":
        return Compared(self.differences + other.differences, self.filled + other.filled)


def compared(known: Known, proposal: Proposal, ref: Ref | None) -> Compared:
    """A proposal beside a record of one of the tables that it is about."""
    record = known.read.get(RECORD_TYPES[ref.table], ref.id) if ref is not None else None
    if record is None:
        return Compared()
    differences, filled = [], []
    for field, said in said_of(proposal, record.TABLE).items():
        spec = specs(type(record))[field]
        name = field_of(proposal, record.TABLE, field)
        if is_name(record.TABLE, field) or (record.TABLE, field) in _FOUND_BY:
            continue
        if is_open(known.read, record, spec):
            if not agrees(known, spec, getattr(record, field), said.value):
                filled.append(name)
            continue
        agree = agrees(known, spec, getattr(record, field), said.value)
        if not agree and not _is_translated(proposal, record, field):
            differences.append(_difference(known, spec, name, record, said.value))
    return Compared(tuple(differences), tuple(filled))


def _is_translated(proposal: Proposal, record: Record, field: str) -> bool:
    """Whether a title may be that of the dossier in another language: one level, and no word in common."""
    if not isinstance(record, Delegate) or field != "title" or record.level is None:
        return False
    words = words_of(proposal.value("title")) & words_of(record.title or "")
    return not words and record.level == proposal.value("level")


def is_name(table: str, field: str) -> bool:
    """Whether a field is what the thing is called; the title of a delegate is a fact about them."""
    return field in NAMES and table != "delegate"


def is_open(read: Reader, record: Record, spec: FieldSpec) -> bool:
    """Whether a field is to be filled: it is empty, or has what it begins with and no source says so."""
    present = getattr(record, spec.name)
    if not says_nothing(type(record), spec, present):
        return False
    about = (Compare("subject_table", record.TABLE), Compare("subject", record.id))
    said = every((*about, Compare("field", spec.name)))
    return spec.kind is not FieldKind.CHOICE or not read.count(Statement.TABLE, said)


def agrees(known: Known, spec: FieldSpec, present: object, value: str) -> bool:
    """Whether the report says what the dossier has, or says it less precisely."""
    stored = stored_value(spec, present)
    if stored is None:
        return False
    if spec.refers == "party":
        party = known.parties.find(value)
        return party is not None and party.id == stored
    if spec.kind is FieldKind.DATE:
        return _covers(value, str(stored))
    if spec.kind in (FieldKind.TEXT, FieldKind.LONG_TEXT):
        return _means_the_same(spec, value, str(stored))
    return str(stored) == value


def _means_the_same(spec: FieldSpec, one: str, other: str) -> bool:
    """Whether two wordings say the same: names of a city, the words of a title, most words of a mandate."""
    if spec.name == "city":
        return same_city(one, other)
    if spec.kind is FieldKind.LONG_TEXT:
        return likeness(one, other) >= _ALIKE
    return fold(one) == fold(other) or same_words(one, other)


def overlap(one: str, other: str) -> bool:
    """Whether two dates may mean the same days."""
    try:
        mine, theirs = span(one), span(other)
    except InvalidValue:
        return False
    return (mine.first or _FIRST_DAY) <= (theirs.last or _LAST_DAY) and (theirs.first or _FIRST_DAY) <= (
        mine.last or _LAST_DAY
    )


def in_words(known: Known, spec: FieldSpec, value: str) -> str:
    """A proposed value as a person reads it."""
    if spec.refers == "party":
        return known.parties.called(value)
    if spec.refers == "level":
        return known.read.label(Ref("level", value)) or value
    if spec.kind is FieldKind.REFERENCE:
        return value
    try:
        return value_in_words(known.read, spec, value)
    except InvalidValue:
        return value


def _covers(wider: str, narrower: str) -> bool:
    """Whether all days of one date are among those of the other: "2025" covers "2025-11-20"."""
    if wider == narrower:
        return True
    try:
        outer, inner = span(wider), span(narrower)
    except InvalidValue:
        return False
    return (outer.first or _FIRST_DAY) <= (inner.first or _FIRST_DAY) and (inner.last or _LAST_DAY) <= (
        outer.last or _LAST_DAY
    )


def _difference(known: Known, spec: FieldSpec, name: str, record: Record, value: str) -> Difference:
    stored = stored_value(spec, getattr(record, spec.name))
    finer = spec.kind is FieldKind.DATE and _covers(str(stored), value)
    present = value_in_words(known.read, spec, stored)
    return Difference(name, tr(spec.label), present, in_words(known, spec, value), finer)
