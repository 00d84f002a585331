"""Workbooks as Excel and LibreOffice write them, and those that nobody should open."""

import gc
import sys
import zipfile
from datetime import UTC, date, datetime, time, timedelta
from io import BufferedReader, BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from ministrack.domain.errors import InvalidValue
from ministrack.domain.progress import untold
from ministrack.exchange.choices import Choices
from ministrack.exchange.tables import workbook
from ministrack.exchange.tables.contents import TableFile
from ministrack.exchange.tables.workbook import read_workbook
from ministrack.sandbox.file_problem import FileProblem
from tests.exchange.tables.conftest import FREE


def read(path: Path, choices: Choices = FREE) -> TableFile:
    return read_workbook(str(path), choices, untold)


def cells(table: TableFile) -> list[list[str]]:
    return [list(line.cells) for line in table.lines]


def moment(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC).replace(
        tzinfo=None
    )  # a sheet knows no time zones


@pytest.fixture
def book(tmp_path: Path) -> tuple[openpyxl.Workbook, Path]:
    return openpyxl.Workbook(), tmp_path / "список.xlsx"


def test_cells_are_read_as_they_are_shown(book: tuple[openpyxl.Workbook, Path]) -> None:
    made, path = book
    sheet = made.worksheets[0]
    sheet.append(["Ülke", "Share", "Day", "Both", "Shown as month", "Year", "At", "Flag", "Error"])
    sheet.append(
        [
            "Türkiye",
            2.0,
            date(2025, 11, 20),
            moment(2025, 11, 20, 10, 30),
            date(2026, 5, 1),
            date(2027, 1, 1),
            time(9, 5),
            True,
            "#REF!",
        ]
    )
    sheet["E2"].number_format, sheet["F2"].number_format = "mmm yyyy", "yyyy"
    sheet.append(["=1+1", 2.25, moment(1900, 2, 1), "", "", "", timedelta(hours=30), False])
    made.save(path)
    table = read(path)
    assert cells(table)[1] == [
        "Türkiye", "2", "2025-11-20", "2025-11-20 10:30", "2026-05", "2027", "09:05", "true", "#REF!",
    ]  # fmt: skip
    assert cells(table)[2] == ["", "2.25", "1900-02-01", "", "", "", "30:00", "false"]
    assert table.notes == ("Formulas without a stored result were read as empty.",)


def test_the_calendar_of_old_macs_is_known(book: tuple[openpyxl.Workbook, Path]) -> None:
    made, path = book
    made.epoch = CALENDAR_MAC_1904
    made.worksheets[0].append(["Date", date(2025, 11, 20)])
    made.save(path)
    assert cells(read(path)) == [["Date", "2025-11-20"]]


def test_a_cell_merged_over_lines_holds_for_each(book: tuple[openpyxl.Workbook, Path]) -> None:
    made, path = book
    sheet = made.worksheets[0]
    for line in (
        ["List of delegations"],
        [],
        ["Country", "Name"],
        ["Türkiye", "Tunç"],
        [None, "Gürlek"],
        ["KG", "x"],
    ):
        sheet.append(line)
    sheet.merge_cells("A4:A5")
    sheet.merge_cells("A1:B1")
    made.save(path)
    table = read(path)
    assert cells(table)[2:] == [["Türkiye", "Tunç"], ["Türkiye", "Gürlek"], ["KG", "x"]]
    assert [line.number for line in table.lines] == [1, 3, 4, 5, 6]


def test_sheets_are_listed_and_the_open_one_is_taken(book: tuple[openpyxl.Workbook, Path]) -> None:
    made, path = book
    made.worksheets[0].title = "Empty"
    made.create_sheet("Notes").append(["x"])
    made.create_sheet("Delegations").append(["y"])
    made.worksheets[1].sheet_state = "hidden"
    made.active = 2
    made.save(path)
    table = read(path)
    assert table.sheet == "Delegations"
    assert [(each.name, each.is_hidden) for each in table.sheets] == [
        ("Empty", False), ("Notes", True), ("Delegations", False),
    ]  # fmt: skip
    assert cells(read(path, Choices(sheet="notes"))) == [["x"]]
    with pytest.raises(FileProblem, match="Empty is empty"):
        read(path, Choices(sheet="Empty"))
    with pytest.raises(FileProblem, match="no sheet “Nothing”"):
        read(path, Choices(sheet="Nothing"))


def test_a_sheet_that_lies_about_its_size_costs_nothing(book: tuple[openpyxl.Workbook, Path]) -> None:
    made, path = book
    made.worksheets[0].append(["Name"])
    made.save(path)
    rewrite(path, "xl/worksheets/sheet1.xml", b'ref="A1"', b'ref="A1:XFD1048576"')
    assert cells(read(path)) == [["Name"]]


def rewrite(path: Path, part: str, old: bytes, new: bytes) -> None:
    """Changes one part of a workbook."""
    out = BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            if name == part:
                assert old in content
                content = content.replace(old, new, 1)
            after.writestr(name, content)
    path.write_bytes(out.getvalue())


def test_bombs_and_entities_are_refused(book: tuple[openpyxl.Workbook, Path]) -> None:
    made, path = book
    made.worksheets[0].append(["Name"])
    made.save(path)
    plain = path.read_bytes()
    rewrite(path, "xl/worksheets/sheet1.xml", b"<sheetData>", b"<sheetData>" + b"<row/>" * 20_000_000)
    with pytest.raises(FileProblem, match="unpacks to far more"):
        read(path)
    path.write_bytes(plain)
    rewrite(path, "xl/workbook.xml", b"<workbook", b'<!DOCTYPE a [<!ENTITY b "c">]><workbook')
    with pytest.raises(FileProblem, match="damaged"):
        read(path)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password, or of an old format"),
        (b"Country;Name\nKG;x\n", "not of the kind that its name says"),
        (b"PK\x03\x04" + bytes(300), "damaged"),
    ],
)
def test_what_is_no_workbook_is_refused_in_words(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(content)
    with pytest.raises(FileProblem, match=reason) as told:
        read(path)
    assert told.value.todo


def test_a_zip_of_other_things_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(FileProblem, match="no Excel workbook"):
        read(path)


def rewritten(path: Path, part: str, old: str, new: str) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = parts[part].replace(old.encode(), new.encode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_a_row_that_says_it_stands_beyond_any_sheet_is_refused(
    book: tuple[openpyxl.Workbook, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "_LAST_ROW", 1000)  # of a million; what is tried is that there is an end
    made, path = book
    made.worksheets[0].append(["Country"])
    made.save(path)
    rewritten(path, "xl/worksheets/sheet1.xml", 'r="1"', 'r="99999999999999"')
    with pytest.raises(FileProblem, match="damaged"):
        read(path)


def test_more_sheets_than_anybody_could_choose_from_are_refused(
    book: tuple[openpyxl.Workbook, Path],
) -> None:
    made, path = book
    made.save(path)
    rewritten(path, "xl/workbook.xml", "</sheets>", '<sheet sheetId="2"/>' * 1000 + "</sheets>")
    with pytest.raises(FileProblem, match="more than 1000 sheets"):
        read(path)


def test_a_sheet_that_is_no_xml_is_damaged(book: tuple[openpyxl.Workbook, Path]) -> None:
    made, path = book
    made.worksheets[0].append(["Country"])
    made.save(path)
    for part in ("xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"):
        rewritten(path, part, "<", "\n<?xml <")
        with pytest.raises(FileProblem, match="is damaged"):
            read(path)


def test_a_damaged_workbook_is_not_left_open(book: tuple[openpyxl.Workbook, Path]) -> None:
    made, path = book
    made.save(path)
    rewritten(path, "xl/workbook.xml", "<", "\n<?xml <")
    with pytest.raises(FileProblem, match="is damaged") as told:
        read(path)
    # Looked for while the error still holds on to all that was at work.
    opened = [each for each in gc.get_objects() if isinstance(each, BufferedReader) and not each.closed]
    assert str(path) not in [each.name for each in opened], told.value


def test_without_the_package_it_says_what_is_missing(
    book: tuple[openpyxl.Workbook, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, path = book
    made.worksheets[0].append(["Name"])
    made.save(path)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(InvalidValue, match="openpyxl is needed"):
        read(path)
