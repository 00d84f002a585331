"""What sources say about a record, field by field, in words."""

from collections.abc import Iterator

from ministrack.domain.backing import IN_FORM, disagree
from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import specs
from ministrack.domain.filters import Compare, OneOf, every
from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.domain.source import Statement
from ministrack.domain.values import dataclass
from ministrack.edits.asking import Reader
from ministrack.edits.statements import stated_in_words, statements_of
from ministrack.ui.inspector.subject import Subject
from ministrack.ui.naming import day, text

MOST = 200  # statements shown of one record


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement: the value as stated, in words, and who said it when ("News.Az, 20 Nov 2025").

    `title` is that of the source.
    """

    statement: Statement
    value: str
    said_by: str
    title: str


@dataclass(frozen=True, slots=True)
class StatedField:
    """All that is said about one field; `label` names the field, and its record where that is another one."""

    about: Ref
    field: str
    label: str
    said: tuple[Stated, ...]

    @property
    def disagree(self) -> bool:
        """Whether sources give different values."""
        return disagree(each.statement.value for each in self.said)


def stated_fields(read: Reader, subject: Subject) -> list[StatedField]:
    """Fields with their statements, in the order of the form, then those of records that stand in it."""
    found: list[StatedField] = []
    for about, whose in _records(read, subject):
        by_field: dict[str, list[Stated]] = {}
        for statement in statements_of(read, about):
            by_field.setdefault(statement.field, []).append(_stated(read, statement))
        declared = [name for name in specs(RECORD_TYPES[about.table]) if name in by_field]
        others = [name for name in by_field if name not in declared]
        found += [
            StatedField(about, name, _label(about, name, whose), tuple(by_field[name]))
            for name in (*declared, *others)
        ]
    return found


def stated_of(read: Reader, about: Ref, field: str) -> StatedField:
    """All that is said about one field."""
    said = tuple(_stated(read, statement) for statement in statements_of(read, about, field))
    return StatedField(about, field, _label(about, field, ""), said)


def is_part(field: str, row: str) -> bool:
    """Whether a row of the form stands for a field: "owner" does for owner_party and owner_body."""
    return field == row or field.startswith(f"{row}_")


def count_statements(read: Reader, subject: Subject) -> int:
    """How many statements there are about the record and those that stand in its form."""
    return sum(
        read.count("statement", every((Compare("subject_table", table), OneOf("subject", ids))))
        for table, ids in _ids(read, subject).items()
    )


def _records(read: Reader, subject: Subject) -> Iterator[tuple[Ref, str]]:
    """The record, and those that stand in its form with their names."""
    yield subject.ref, ""
    for ref in _inside(read, subject):
        yield ref, read.label(ref)


def _inside(read: Reader, subject: Subject) -> list[Ref]:
    return [
        Ref(table, record.id)
        for table, pointer in IN_FORM.get(subject.ref.table, ())
        for record in read.find(RECORD_TYPES[table], Compare(pointer, subject.ref.id))[:MOST]
    ]


def _ids(read: Reader, subject: Subject) -> dict[str, tuple[str, ...]]:
    by_table: dict[str, tuple[str, ...]] = {subject.ref.table: (subject.ref.id,)}
    for ref in _inside(read, subject):
        by_table[ref.table] = (*by_table.get(ref.table, ()), ref.id)
    return by_table


def _stated(read: Reader, statement: Statement) -> Stated:
    source = read.row(Ref("source", statement.source), ("publisher", "title", "published")) or {}
    said_by = text(source.get("publisher")) or text(source.get("title"))
    published = day(source.get("published"))
    when = ", ".join(part for part in (said_by, published) if part)
    return Stated(statement, stated_in_words(read, statement), when, text(source.get("title")))


def _label(about: Ref, field: str, whose: str) -> str:
    spec = specs(RECORD_TYPES[about.table]).get(field)
    name = tr(spec.label) if spec is not None else field
    return tr("{record}: {field}", record=whose, field=name.lower()) if whose else name
