"""Reads one sheet of an Excel workbook: as it shows its values, dates no more precise than they are shown."""

import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast
from zipfile import BadZipFile, ZipFile

from ministrack.domain.language import tr
from ministrack.domain.progress import Progress
from ministrack.exchange.choices import Choices
from ministrack.exchange.tables.contents import Sheet, TableFile
from ministrack.exchange.tables.delimited import empty_file, numbered
from ministrack.exchange.tables.sheet_marks import SheetMarks, marks_of_sheet
from ministrack.extras import needed
from ministrack.sandbox.file_problem import FileProblem
from ministrack.sandbox.zip_limits import check_zip

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.workbook import Workbook

# Parsers of XML report what they cannot read as a SyntaxError of their own, with and without lxml.
_BROKEN = (
    StopIteration, RuntimeError, LookupError, ValueError, TypeError, AttributeError, EOFError,
    BadZipFile, SyntaxError, zlib.error, NotImplementedError, OverflowError,
)  # fmt: skip
_LAST_ROW = 1 << 20  # of a sheet; openpyxl makes up every row before one that says it stands further down
_MOST_SHEETS = 1000  # openpyxl opens each of them before any is read
_LONGEST_LISTING = 4 << 20  # bytes; a thousand sheets take a tenth of it
_LONGEST_FORMAT = 255  # characters, as Excel takes
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')  # in the format of a number: plain text, colours, languages


def read_workbook(path: str, choices: Choices, progress: Progress) -> TableFile:
    """The table on a sheet: the chosen one, else the one that was open, or the first that holds something.

    Raises FileProblem where the file is no workbook, is locked, or unpacks to too much.
    """
    file = Path(path)
    if file.stat().st_size == 0:
        raise empty_file(file.name)
    check_zip(file)
    _check_sheets(file)
    needed("defusedxml", "office", tr("read Excel workbooks"))
    needed("openpyxl", "office", tr("read Excel workbooks"))
    try:
        return _read(file, choices, progress)
    except FileProblem:
        raise
    except _BROKEN as error:
        raise _damaged(file) from error


def _check_sheets(file: Path) -> None:
    """Raises FileProblem where there are more sheets than anybody could choose from."""
    with ZipFile(file) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            return  # whatever it is, openpyxl says so
        try:
            with archive.open("xl/workbook.xml") as listing:
                count = listing.read(_LONGEST_LISTING).count(b"sheetId=")
        except _BROKEN as error:
            raise _damaged(file) from error
    if count > _MOST_SHEETS:
        raise FileProblem(
            tr("{name} has more than {n} sheets.", name=file.name, n=_MOST_SHEETS),
            safe=tr("Nothing was changed."),
            todo=tr("Please divide it into smaller ones, or save the sheet that you need as CSV."),
        )


def _damaged(file: Path) -> FileProblem:
    return FileProblem(
        tr("{name} is damaged, or no Excel workbook.", name=file.name),
        safe=tr("Nothing was changed."),
        todo=tr("Please open it in the program that it comes from and save it anew, as XLSX or CSV."),
    )


def _read(file: Path, choices: Choices, progress: Progress) -> TableFile:
    # delayed: start-up time
    from openpyxl import load_workbook

    # openpyxl leaves a file open that it cannot read
    with file.open("rb") as opened:
        book = load_workbook(opened, read_only=True, data_only=True, keep_links=False)
        pages = _pages(book)
        sheets = tuple(Sheet(page.title, page.sheet_state != "visible") for page in pages)
        for page in _wanted(book, pages, choices.sheet):
            marks = marks_of_sheet(file, page.title)
            lines = tuple(numbered(_rows(page, marks), progress))
            if lines or choices.sheet:
                break
        else:
            raise empty_file(file.name)
        if not lines:
            raise empty_file(f"{file.name}, {page.title}")
        notes = [tr("Formulas without a stored result were read as empty.")] if marks.bare_formulas else []
        return TableFile(lines, sheet=page.title, sheets=sheets, notes=tuple(notes))


class _Page(Protocol):
    """What is used of a sheet that is read row by row, of which the types know little."""

    title: str
    sheet_state: str

    def reset_dimensions(self) -> None: ...
    def iter_rows(self) -> "Iterator[Sequence[Cell]]": ...


def _pages(book: "Workbook") -> list[_Page]:
    return cast(list[_Page], list(book.worksheets))


def _wanted(book: "Workbook", pages: Sequence[_Page], chosen: str) -> Sequence[_Page]:
    if chosen:
        found = [page for page in pages if page.title == chosen]
        found = found or [page for page in pages if page.title.casefold() == chosen.strip().casefold()]
        if not found:
            raise FileProblem(
                tr("There is no sheet “{name}”.", name=chosen),
                safe=tr("Nothing was changed."),
                todo=tr("There are: {names}.", names=", ".join(page.title for page in pages)),
            )
        return found[:1]
    active = getattr(book.active, "title", "")
    shown = [page for page in pages if page.sheet_state == "visible"]
    shown.sort(key=lambda page: page.title != active)
    return shown + [page for page in pages if page not in shown]


def _rows(page: _Page, marks: SheetMarks) -> Iterator[tuple[int, Sequence[str]]]:
    above: dict[tuple[int, int], str] = {}  # what a cell that is merged over several rows says in each
    for number, row in _told_rows(page):
        if not row and not above and number not in marks.merged_down:
            continue  # made up for a row that the sheet left out
        cells = [_text(cell) if cell.value is not None else "" for cell in row]
        for column, last in marks.merged_down.get(number, ()):
            if column <= len(cells):
                above[(column, last)] = cells[column - 1]
        for (column, last), text in list(above.items()):
            if number > last:
                del above[(column, last)]
            elif any(cells):
                cells += [""] * (column - len(cells))
                cells[column - 1] = text
        yield number, cells


def _told_rows(page: _Page) -> "Iterator[tuple[int, Sequence[Cell]]]":
    page.reset_dimensions()  # what a file says of its size may be far from the truth
    for number, row in enumerate(page.iter_rows(), 1):
        if number > _LAST_ROW:
            raise ValueError(number)
        yield number, row


def _text(cell: "Cell") -> str:
    value = cell.value
    if isinstance(value, str):
        return value
    for kind, words in _WORDS:
        if isinstance(value, kind):
            return words(value, cell)
    return str(value)


def _of_datetime(value: object, cell: "Cell") -> str:
    moment = cast(datetime, value)
    if moment.time() == time(0):
        return _day(moment.date(), cell.number_format)
    return moment.strftime("%Y-%m-%d %H:%M")


def _of_date(value: object, cell: "Cell") -> str:
    return _day(cast(date, value), cell.number_format)


def _day(day: date, number_format: str) -> str:
    """As much of a day as the cell shows: "2026-05" where its format is "mmm yyyy"."""
    shown = _QUOTED.sub("", (number_format or "")[:_LONGEST_FORMAT]).lower()
    if "y" in shown and "d" not in shown:
        return f"{day.year:04}-{day.month:02}" if "m" in shown else f"{day.year:04}"
    return day.isoformat()


def _of_float(value: object, _cell: "Cell") -> str:
    number = cast(float, value)
    return str(int(number)) if number.is_integer() else repr(number)


def _of_time(value: object, _cell: "Cell") -> str:
    return cast(time, value).strftime("%H:%M")


def _of_flag(value: object, _cell: "Cell") -> str:
    return "true" if value else "false"


def _of_duration(value: object, _cell: "Cell") -> str:
    minutes = int(cast(timedelta, value).total_seconds()) // 60
    return f"{minutes // 60:02}:{minutes % 60:02}"


_WORDS: tuple[tuple[type, Callable[[object, "Cell"], str]], ...] = (
    (bool, _of_flag), (float, _of_float), (datetime, _of_datetime), (date, _of_date), (time, _of_time),
    (timedelta, _of_duration),
)  # fmt: skip
