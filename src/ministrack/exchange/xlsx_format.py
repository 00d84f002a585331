"""Tables as an Excel workbook: a sheet for each, with a header that stays, real dates and plain text."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import BinaryIO, Protocol, cast

from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldKind
from ministrack.domain.language import tr, trn
from ministrack.domain.lists import Value
from ministrack.exchange.days import exact_day
from ministrack.exchange.outgoing import Outgoing
from ministrack.exchange.selection import ID, OutColumn, OutTable, lines
from ministrack.extras import needed

MOST_ROWS = 1_048_575  # under the header
MOST_LETTERS = 32_767  # in a cell
_LARGE = 20_000  # rows from which on a workbook is written as it goes, without keeping it
_FIRST_DAY = date(1900, 3, 1)  # Excel counts a 29 February 1900 that was none
_NARROWEST, _WIDEST = 8, 50  # characters
_LOOKED_AT = 200  # rows whose cells say how wide a column is
_UNFIT = str.maketrans(dict.fromkeys("[]:*?/\\", " "))  # in the name of a sheet
_SHEET_NAME = 31  # characters

Put = Callable[[int, int, Value], object]


def write_xlsx(going: Outgoing, out: BinaryIO) -> Sequence[str]:
    """Writes a workbook. Where a text is longer than a cell may be, its cell stays empty; that is told."""
    xlsxwriter = needed("xlsxwriter", "office", tr("write Excel workbooks"))
    counts = [table.count(going.read) for table in going.selection.tables]
    if max(counts, default=0) > MOST_ROWS:
        raise InvalidValue(
            tr("A sheet holds {n} rows at most, and there are {m}.", n=MOST_ROWS, m=max(counts)),
            safe=tr("Nothing was written."),
            todo=tr("Narrow the filter, or export as CSV."),
        )
    large = sum(counts) > _LARGE
    book = cast(_Book, xlsxwriter.Workbook(out, {"constant_memory": large, "strings_to_urls": False}))
    book.set_properties({"title": going.read.path.stem})
    names: set[str] = set()
    left_out = 0
    for table in going.selection.tables:
        left_out += _Sheet(book, table, _free_name(table.title, names)).fill(going)
    if not going.selection.tables:
        book.add_worksheet(tr("Empty"))
    book.close()
    return [_words(left_out)] if left_out else []


class _Page(Protocol):
    """What is used of a sheet of xlsxwriter, which brings no types."""

    def write_string(self, row: int, place: int, text: str, style: object = None) -> object: ...
    def write_number(self, row: int, place: int, number: int) -> object: ...
    def write_datetime(self, row: int, place: int, day: date, style: object) -> object: ...
    def set_column(self, first: int, last: int, width: int) -> object: ...
    def freeze_panes(self, row: int, place: int) -> object: ...
    def autofilter(self, top: int, first: int, bottom: int, last: int) -> object: ...
    def set_landscape(self) -> object: ...
    def fit_to_pages(self, across: int, down: int) -> object: ...
    def repeat_rows(self, row: int) -> object: ...


class _Book(Protocol):
    """The same of a workbook."""

    def add_worksheet(self, name: str) -> _Page: ...
    def add_format(self, properties: dict[str, object]) -> object: ...
    def set_properties(self, properties: dict[str, str]) -> object: ...
    def close(self) -> object: ...


class _Sheet:
    """Fills one sheet."""

    def __init__(self, book: _Book, table: OutTable, name: str) -> None:
        self._sheet = book.add_worksheet(name)
        self._table = table
        self._header = book.add_format({"bold": True, "bg_color": "#E4E9F0", "bottom": 1})
        self._faint = book.add_format({"font_color": "#808080"})
        self._day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self._left_out = 0

    def fill(self, going: Outgoing) -> int:
        """Writes the rows; how many texts had to be left out."""
        titles = [*(column.title for column in self._table.columns), tr(ID)]
        for place, title in enumerate(titles):
            self._sheet.write_string(0, place, title, self._header)
        widths = list(map(len, titles))
        puts = [*map(self._put, self._table.columns), self._id]
        row = 0
        for row, (identity, cells) in enumerate(
            lines(going.read, self._table, going.telling(self._table)), 1
        ):
            for place, (put, value) in enumerate(zip(puts, (*cells, identity), strict=True)):
                if value is not None:
                    put(row, place, value)
            if row <= _LOOKED_AT:
                widths = [
                    max(width, len(str(value or "")))
                    for width, value in zip(widths, (*cells, identity), strict=True)
                ]
        for place, width in enumerate(widths):
            self._sheet.set_column(place, place, min(max(width, _NARROWEST), _WIDEST) + 2)
        self._sheet.freeze_panes(1, 1)
        self._sheet.autofilter(0, 0, row, len(titles) - 1)
        self._sheet.set_landscape()
        self._sheet.fit_to_pages(1, 0)  # as wide as a page, and as many pages as it takes
        self._sheet.repeat_rows(0)
        return self._left_out

    def _put(self, column: OutColumn) -> Put:
        return self._date if self._table.kind_of(column) is FieldKind.DATE else self._plain

    def _id(self, row: int, place: int, value: Value) -> None:
        self._sheet.write_string(row, place, str(value), self._faint)

    def _plain(self, row: int, place: int, value: Value) -> None:
        if isinstance(value, int):
            self._sheet.write_number(row, place, value)
            return
        text = str(value)
        if len(text) > MOST_LETTERS:
            self._left_out += 1
            return
        if not text.isascii():  # half a character, as in damaged text, becomes its number
            text = text.encode("utf-8", "backslashreplace").decode("utf-8")
        self._sheet.write_string(row, place, text)

    def _date(self, row: int, place: int, value: Value) -> None:
        day = exact_day(str(value))
        if day is None or day < _FIRST_DAY:
            self._plain(row, place, value)
        else:
            self._sheet.write_datetime(row, place, day, self._day)


def _free_name(title: str, taken: set[str]) -> str:
    """A name that Excel takes for a sheet, and that no other sheet has."""
    name = " ".join(title.translate(_UNFIT).split()).strip("'")[:_SHEET_NAME].strip() or "1"
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        end = f" {number}"
        free = name[: _SHEET_NAME - len(end)] + end
    taken.add(free.casefold())
    return free


def _words(left_out: int) -> str:
    return trn(
        "{n} text is longer than a cell may be and was left out; CSV and JSON have it.",
        "{n} texts are longer than a cell may be and were left out; CSV and JSON have them.",
        left_out,
    )
