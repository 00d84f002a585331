"""What sources say of a field: adding to it, and taking one of several values, each in one step."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.dates import span, understand
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldKind, FieldSpec, specs, stored_value
from ministrack.domain.filters import Compare, every
from ministrack.domain.language import interface_language, tr
from ministrack.domain.names import fold
from ministrack.domain.record import Record, Ref
from ministrack.domain.source import Source, Statement
from ministrack.domain.values import replace
from ministrack.edits.changes import Edit
from ministrack.edits.records import add_record, change_record, together
from ministrack.edits.wording import shortened, value_in_words
from ministrack.store.reader import Reader


def choose_statement(read: Reader, statement: Statement, reason: str | None = None) -> Edit:
    """Marks the statement as the chosen one of its field and gives the field its value, as one step.

    A `reason` is kept with the statement; None leaves what is there. Raises InvalidValue where the value as
    stated cannot stand in the field. A statement that gives no value, or speaks of something that is no
    field, is only marked.
    """
    about = Ref(statement.subject_table, statement.subject)
    edits = [
        change_record(read, Ref("statement", other.id), new=_marks(statement, other, reason))
        for other in statements_of(read, about, statement.field)
    ]
    return together(_label(statement), [*edits, *taking(read, statement)], about)


def add_statement(
    read: Reader, statement: Statement, creating: Iterable[Record] = (), *, use: bool = False
) -> Edit:
    """Stores what a source says, after the source itself where that is new.

    With `use` it becomes the chosen one and its value that of the field, as in `choose_statement`. Without,
    it is the chosen one where it is the first of its field and gives the value that the field has.
    """
    about = Ref(statement.subject_table, statement.subject)
    others = statements_of(read, about, statement.field)
    holds = not any(other.chosen for other in others) and _is_present(read, statement)
    edits = [*map(add_record, creating), add_record(replace(statement, chosen=use or holds))]
    if use:
        edits += [change_record(read, Ref("statement", other.id), new={"chosen": False}) for other in others]
        edits += taking(read, statement)
    spec = specs(RECORD_TYPES[about.table]).get(statement.field)
    field = tr(spec.label).lower() if spec is not None else statement.field
    label = tr("Add a source for {field} of {record}", field=field, record=shortened(read.label(about)))
    return together(label, edits, about)


def stated_in_words(read: Reader, statement: Statement) -> str:
    """The value as stated, as a person reads it; an empty text where none is given."""
    spec = specs(RECORD_TYPES[statement.subject_table]).get(statement.field)
    value = statement.value or ""
    if spec is not None and value and (not spec.refers or read.exists(Ref(spec.refers, value))):
        return value_in_words(read, spec, value)
    return value


def as_stated(read: Reader, spec: FieldSpec, statement: Statement, text: str) -> str | None:
    """What somebody typed as the value that a source gives: dates and choices as they are stored."""
    if spec.kind not in (FieldKind.DATE, FieldKind.CHOICE):
        return text.strip() or None
    try:
        return str(_READINGS[spec.kind](read, spec, statement, text.strip()) or "") or None
    except InvalidValue:
        return text.strip() or None


def taking(read: Reader, statement: Statement) -> list[Edit]:
    """What gives the field of a statement its value. Raises InvalidValue where it cannot stand there."""
    about = Ref(statement.subject_table, statement.subject)
    spec = specs(RECORD_TYPES[about.table]).get(statement.field)
    if spec is None or statement.value is None:
        return []
    present = read.row(about, (statement.field,)) or {}
    new = {statement.field: _as_stored(read, spec, statement)}
    return [change_record(read, about, new=new, seen={statement.field: present.get(statement.field)})]


def statements_of(read: Reader, about: Ref, field: str | None = None) -> list[Statement]:
    """What sources say about a record, or about one field of it, oldest statement first."""
    terms = [Compare("subject_table", about.table), Compare("subject", about.id)]
    if field is not None:
        terms.append(Compare("field", field))
    return read.find(Statement, every(terms))


def _marks(chosen: Statement, other: Statement, reason: str | None) -> Mapping[str, object]:
    if other.id != chosen.id:
        return {"chosen": False}
    return {"chosen": True} if reason is None else {"chosen": True, "reason": reason.strip() or None}


def _label(statement: Statement) -> str:
    spec = specs(RECORD_TYPES[statement.subject_table]).get(statement.field)
    field = tr(spec.label).lower() if spec is not None else statement.field
    return tr("Use “{value}” for {field}", value=shortened(statement.value or statement.quote), field=field)


def _is_present(read: Reader, statement: Statement) -> bool:
    """Whether the field has the value that is stated."""
    spec = specs(RECORD_TYPES[statement.subject_table]).get(statement.field)
    row = read.row(Ref(statement.subject_table, statement.subject), (statement.field,))
    if spec is None or row is None or statement.value is None:
        return False
    try:
        stated = stored_value(spec, _as_stored(read, spec, statement))
    except InvalidValue:
        return False
    return str(stated) == str(row[statement.field])


def _as_stored(read: Reader, spec: FieldSpec, statement: Statement) -> object:
    text = (statement.value or "").strip()
    reading = _READINGS.get(spec.kind)
    return reading(read, spec, statement, text) if reading else text


def _date(read: Reader, _: FieldSpec, statement: Statement, text: str) -> object:
    """EDTF as it is; a date in words is read as on the day when the source was published."""
    try:
        span(text)
    except InvalidValue:
        source = read.get(Source, statement.source)
        published = span(source.published).first if source and source.published else None
        today = date.fromisoformat(published) if published else date.today()
        return understand(text, today, interface_language())
    return text


def _choice(_: Reader, spec: FieldSpec, __: Statement, text: str) -> object:
    wanted = text.casefold()
    for member in spec.choices or ():
        if wanted in (member.value.casefold(), tr(member.label).casefold()):
            return member.value
    return text


def _reference(read: Reader, spec: FieldSpec, _: Statement, text: str) -> object:
    if read.exists(Ref(spec.refers, text)):
        return text
    same = read.find(RECORD_TYPES[spec.refers], Compare(RECORD_TYPES[spec.refers].LABEL, text))
    found = [record.id for record in same] or [
        hit.ref.id for hit in read.search(text, (spec.refers,), 10) if fold(hit.label) == fold(text)
    ]
    if len(found) != 1:
        raise InvalidValue(
            tr("“{value}” is not the name of one record of this dossier.", value=text),
            field=spec.name,
            safe=tr("Nothing was changed."),
            todo=tr("Choose the right record in the field {field}.", field=tr(spec.label)),
        )
    return found[0]


_READINGS: Mapping[FieldKind, Callable[[Reader, FieldSpec, Statement, str], object]] = {
    FieldKind.DATE: _date,
    FieldKind.CHOICE: _choice,
    FieldKind.REFERENCE: _reference,
}
