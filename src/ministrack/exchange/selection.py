"""What goes out: tables with their columns and rows, read in pages, or everything in the dossier."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import Choice, FieldKind, FieldSpec, specs
from ministrack.domain.filters import OneOf
from ministrack.domain.language import N_, tr
from ministrack.domain.lists import ListQuery, Row, Value
from ministrack.domain.progress import Progress
from ministrack.domain.record import Record
from ministrack.domain.values import dataclass, replace
from ministrack.store.reader import Reader

PAGE = 500  # rows read at a time
ID = N_("Id")
"""The header above the ids of records: by them an import finds each again."""


@dataclass(frozen=True, slots=True)
class OutColumn:
    """One column: a field, of the record or of one that hangs on it, or else words made of a row.

    Of another record: `table` is its table, and `pointer` the column of the query that holds its id.
    """

    title: str  # translated
    field: str = ""
    table: str = ""
    pointer: str = ""
    needs: tuple[str, ...] = ()  # columns of the query that `words` reads
    words: Callable[[Row], str] | None = None
    is_number: bool = False  # the words are a number, where they are one


@dataclass(frozen=True, slots=True)
class OutTable:
    """One table of what goes out. With `ids`, just these rows of it, in that order."""

    title: str  # translated
    query: ListQuery
    columns: tuple[OutColumn, ...]
    ids: tuple[str, ...] | None = None

    @property
    def table(self) -> str:
        """The table of the dossier that it shows."""
        return self.query.table

    def kind_of(self, column: OutColumn) -> FieldKind:
        """What the cells of a column are: dates are EDTF text, references the names of records."""
        if column.field:
            return specs(RECORD_TYPES[column.table or self.table])[column.field].kind
        return FieldKind.TEXT

    def count(self, read: Reader) -> int:
        """How many rows it has."""
        return len(self.ids) if self.ids is not None else read.listing(self.query).count()


@dataclass(frozen=True, slots=True)
class Selection:
    """What goes out. `whole`: everything in the dossier, whatever a format makes of that."""

    tables: tuple[OutTable, ...]
    whole: bool = False

    def ids(self, read: Reader, table: str) -> list[str]:
        """The ids of the records of one kind that go out, in their order."""
        return [
            each for out in self.tables if out.table == table for page in _pages(read, out) for each in page
        ]


def everything(read: Reader) -> Selection:
    """All that a person has entered: a table for each kind of record there is, with all its fields."""
    kept = [table for table in RECORD_TYPES if table not in _NOT_IN_TABLES and read.count(table)]
    return Selection(tuple(whole_table(table) for table in kept), whole=True)


def whole_table(table: str, query: ListQuery | None = None) -> OutTable:
    """All fields of the records of a kind."""
    columns = tuple(OutColumn(tr(spec.label), name) for name, spec in specs(RECORD_TYPES[table]).items())
    asked = query or ListQuery(table, (), sort=_ORDER.get(table, "id"))
    return OutTable(tr(RECORD_TYPES[table].MANY), asked, columns)


def lines(read: Reader, out: OutTable, told: Progress) -> Iterator[tuple[str, list[Value]]]:
    """The id of each row with its cells: text, whole numbers, EDTF for dates, None for what is not known."""
    total, done = out.count(read), 0
    cells = _Cells(read, out)
    for ids in _pages(read, out):
        told(done, total)
        yield from cells.page(ids)
        done += len(ids)
    told(total, total)


def _pages(read: Reader, out: OutTable) -> Iterator[Sequence[str]]:
    if out.ids is not None:
        for start in range(0, len(out.ids), PAGE):
            yield out.ids[start : start + PAGE]
        return
    listing = read.listing(out.query)
    for start in range(0, listing.count(), PAGE):
        yield listing.ids(start, PAGE)


class _Cells:
    """Reads the cells of a page at once: its rows, the records that hang on them, and the names of others."""

    def __init__(self, read: Reader, out: OutTable) -> None:
        self._read = read
        self._out = out
        needs = [need for column in out.columns for need in (*column.needs, column.pointer) if need]
        self._query = replace(out.query, columns=tuple(dict.fromkeys(needs)))
        self._names: dict[str, dict[str, str]] = {}  # of records that fields refer to, by table and id

    def page(self, ids: Sequence[str]) -> list[tuple[str, list[Value]]]:
        rows: dict[str, Row] = {}
        if self._query.columns:
            rows = {str(row["id"]): row for row in self._read.listing(self._query).rows_of(ids)}
        own = self._records(self._out.table, ids)
        columns = [self._column(column, own, rows) for column in self._out.columns]
        present = [each for each in ids if each in own]
        return [(each, [column(each) for column in columns]) for each in present]

    def _records(self, table: str, ids: Sequence[str]) -> dict[str, Record]:
        return {each.id: each for each in self._read.find(RECORD_TYPES[table], OneOf("id", tuple(ids)))}

    def _column(
        self, column: OutColumn, own: dict[str, Record], rows: dict[str, Row]
    ) -> Callable[[str], Value]:
        if column.words is not None:
            words = column.words
            return lambda each: _said(words(rows[each]), is_number=column.is_number) if each in rows else None
        found: dict[str, Record | None] = dict(own)
        if column.table:
            meant = {each: str(row[column.pointer]) for each, row in rows.items() if row[column.pointer]}
            others = self._records(column.table, list(dict.fromkeys(meant.values())))
            found = {each: others.get(meant.get(each, "")) for each in own}
        spec = specs(RECORD_TYPES[column.table or self._out.table])[column.field]
        values = {each: getattr(record, column.field) for each, record in found.items() if record is not None}
        names = self._named(spec, values.values()) if spec.kind is FieldKind.REFERENCE else {}
        return lambda each: _cell(spec, values.get(each), names)

    def _named(self, spec: FieldSpec, values: Iterable[object]) -> dict[str, str]:
        known = self._names.setdefault(spec.refers, {})
        wanted = [str(each) for each in dict.fromkeys(values) if each and each not in known]
        for start in range(0, len(wanted), PAGE):
            part = self._read.listing(ListQuery(spec.refers, ("label",))).rows_of(
                wanted[start : start + PAGE]
            )
            known.update({str(row["id"]): str(row["label"] or "") for row in part})
        return known


def _said(words: str, *, is_number: bool) -> Value:
    if is_number and words.isascii() and words.isdecimal():
        return int(words)
    return words or None


def _cell(spec: FieldSpec, value: object, names: dict[str, str]) -> Value:
    if value is None or value == "":
        return None
    if spec.kind is FieldKind.REFERENCE:
        name = names.get(str(value), "")
        return tr(name) if spec.refers == "level" else name or None
    if spec.choices is not None:
        return _label(spec.choices, value)
    if spec.kind is FieldKind.FLAG:
        return tr("yes") if value else tr("no")
    return value if isinstance(value, int) else str(value)


def _label(choices: type[Choice], value: object) -> str:
    return next((tr(member.label) for member in choices if member.value == value), str(value))


_NOT_IN_TABLES = frozenset(("saved_filter",))  # nobody reads one
_ORDER = {
    "level": "position", "party": "label", "series": "label", "person": "label", "meeting": "date",
    "task": "due", "source": "published", "document": "label", "body": "label",
}  # fmt: skip
