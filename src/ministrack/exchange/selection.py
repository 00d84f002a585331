"""What goes out: tables with their columns and rows, read in pages, or everything in the dossier."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ministrack.domain.catalogue import RECORD_TYPES, SUBJECT_TABLES
from ministrack.domain.fields import FieldKind, FieldSpec, specs
from ministrack.domain.language import N_, tr
from ministrack.domain.lists import ListQuery, Row, Value
from ministrack.domain.progress import Progress
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
    is_subject: bool = False  # the name of the record that this one is about


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
    if table in SUBJECT_TABLES:
        columns = (*columns, OutColumn(tr("About"), is_subject=True))
    asked = query or ListQuery(table, (), sort=_ORDER.get(table, "id"))
    return OutTable(tr(RECORD_TYPES[table].MANY), asked, columns)


def with_heads(out: OutTable) -> OutTable:
    """Delegations with those who lead them: on its own, such a table is a delegation list."""
    labels = {"person": tr("Head"), "title": "", "level": ""}
    declared = specs(RECORD_TYPES["delegate"])
    heads = tuple(
        OutColumn(label or tr(declared[name].label), name, "delegate", "head_id")
        for name, label in labels.items()
    )
    return replace(out, columns=(*out.columns[:2], *heads, *out.columns[2:]))


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
        self._own = [column.field for column in out.columns if column.field and not column.table]
        self._names: dict[str, dict[str, str]] = {}  # of records that fields refer to, by table and id
        self._words = {column: _words_of(specs(RECORD_TYPES[column.table or out.table])[column.field])
                       for column in out.columns if column.field}  # fmt: skip

    def page(self, ids: Sequence[str]) -> Iterator[tuple[str, list[Value]]]:
        own = self._read.stored(self._out.table, self._own, ids)
        present = [each for each in ids if each in own]
        rows: dict[str, Row] = {}
        if self._query.columns:
            rows = {str(row["id"]): row for row in self._read.listing(self._query).rows_of(present)}
        fields = dict(
            zip(self._own, zip(*(own[each] for each in present), strict=True), strict=present != [])
        )
        columns = [self._column(column, present, fields, rows) for column in self._out.columns]
        return ((each, list(cells)) for each, cells in zip(present, zip(*columns, strict=True), strict=True))

    def _column(
        self,
        column: OutColumn,
        ids: Sequence[str],
        own: Mapping[str, Sequence[Value]],
        rows: Mapping[str, Row],
    ) -> Sequence[Value]:
        words = column.words
        if words is not None:
            return [_said(words(rows[each]), is_number=column.is_number) for each in ids]
        if column.is_subject:
            return self._subjects(own.get("subject_table", ()), own.get("subject", ()))
        values = self._of_others(column, ids, rows) if column.table else own.get(column.field, ())
        spec = specs(RECORD_TYPES[column.table or self._out.table])[column.field]
        if spec.kind is FieldKind.REFERENCE:
            names = self._named(spec.refers, values)
            return [names.get(str(value)) if value else None for value in values]
        known = self._words[column]
        return [known.get(value, value) for value in values] if known else values

    def _of_others(self, column: OutColumn, ids: Sequence[str], rows: Mapping[str, Row]) -> Sequence[Value]:
        """A field of the records that the rows point at."""
        meant = [str(rows[each][column.pointer] or "") for each in ids]
        found = self._read.stored(
            column.table, (column.field,), [each for each in dict.fromkeys(meant) if each]
        )
        return [found[each][0] if each in found else None for each in meant]

    def _subjects(self, tables: Sequence[Value], ids: Sequence[Value]) -> Sequence[Value]:
        """The names of records of whatever kind."""
        wanted: dict[str, list[Value]] = {}
        for table, identity in zip(tables, ids, strict=True):
            wanted.setdefault(str(table), []).append(identity)
        names = {table: self._named(table, found) for table, found in wanted.items() if table in RECORD_TYPES}
        return [names.get(str(table), {}).get(str(each)) for table, each in zip(tables, ids, strict=True)]

    def _named(self, table: str, ids: Iterable[Value]) -> Mapping[str, str]:
        known = self._names.setdefault(table, {})
        wanted = [str(each) for each in dict.fromkeys(ids) if each and each not in known]
        for start in range(0, len(wanted), PAGE):
            part = self._read.listing(ListQuery(table, ("label",))).rows_of(wanted[start : start + PAGE])
            said = {str(row["id"]): str(row["label"] or "") for row in part}
            known.update({each: tr(name) for each, name in said.items()} if table == "level" else said)
        return known


def _said(words: str, *, is_number: bool) -> Value:
    if is_number and words.isascii() and words.isdecimal():
        return int(words)
    return words or None


def _words_of(spec: FieldSpec) -> Mapping[Value, str]:
    """What stands for the stored values of a field, where they do not stand for themselves."""
    if spec.choices is not None:
        return {member.value: tr(member.label) for member in spec.choices}
    return {0: tr("no"), 1: tr("yes")} if spec.kind is FieldKind.FLAG else {}


_NOT_IN_TABLES = frozenset(("saved_filter",))  # nobody reads one
_ORDER = {
    "level": "position", "party": "label", "series": "label", "person": "label", "meeting": "date",
    "task": "due", "source": "published", "document": "label", "body": "label",
}  # fmt: skip
