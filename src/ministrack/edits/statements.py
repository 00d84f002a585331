"""Statements that disagree: taking one of them as the value of its field, in one step."""

from collections.abc import Callable, Mapping
from datetime import date

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.dates import span, understand
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldKind, FieldSpec, specs
from ministrack.domain.filters import Compare, every
from ministrack.domain.language import interface_language, tr
from ministrack.domain.names import fold
from ministrack.domain.record import Ref
from ministrack.domain.source import Source, Statement
from ministrack.edits.changes import Edit
from ministrack.edits.records import change_record, together
from ministrack.edits.wording import shortened
from ministrack.store.reader import Reader


def choose_statement(read: Reader, statement: Statement) -> Edit:
    """Marks the statement as the chosen one of its field and gives the field its value, as one step.

    Raises InvalidValue where the value as stated cannot stand in the field. A statement that gives no value,
    or speaks of something that is no field, is only marked.
    """
    about = Ref(statement.subject_table, statement.subject)
    spec = specs(RECORD_TYPES[about.table]).get(statement.field)
    edits = [
        change_record(read, Ref("statement", other.id), new={"chosen": other.id == statement.id})
        for other in statements_of(read, about, statement.field)
    ]
    if spec is not None and statement.value is not None:
        present = read.row(about, (statement.field,)) or {}
        new = {statement.field: _as_stored(read, spec, statement)}
        seen = {statement.field: present.get(statement.field)}
        edits.append(change_record(read, about, new=new, seen=seen))
    field = tr(spec.label).lower() if spec is not None else statement.field
    words = shortened(statement.value or statement.quote)
    return together(tr("Use “{value}” for {field}", value=words, field=field), edits, about)


def statements_of(read: Reader, about: Ref, field: str | None = None) -> list[Statement]:
    """What sources say about a record, or about one field of it, oldest statement first."""
    terms = [Compare("subject_table", about.table), Compare("subject", about.id)]
    if field is not None:
        terms.append(Compare("field", field))
    return read.find(Statement, every(terms))


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
