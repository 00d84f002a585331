"""Tables that go out as CSV, XLSX and HTML: whole, plain text, dates no more precise than they are."""

import csv
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.errors import InvalidValue
from ministrack.domain.lists import ListQuery
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Record
from ministrack.domain.source import Source
from ministrack.edits.changes import Edit
from ministrack.edits.workspace import Identity, Workspace
from ministrack.exchange.formats import FORMATS
from ministrack.exchange.grid import taken_back
from ministrack.exchange.outgoing import Options, Outgoing
from ministrack.exchange.selection import OutColumn, OutTable, Selection, everything, whole_table
from ministrack.exchange.xlsx_format import MOST_LETTERS
from tests.exchange.conftest import exported

MEETINGS = Selection((whole_table("meeting"),))
WILD = ("=1+1", "+7 (495)", "-", "@all", "\tx", "'quoted", "a;b,c", 'say "yes"', "Öskemen — Өскемен", "دمشق")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace.create(tmp_path / "a.ministrack", Identity("Aygün", "desk"))
    yield opened
    opened.close()


def add(workspace: Workspace, *records: Record) -> None:
    workspace.run(Edit("add", lambda writer: writer.add_all(records)))


def read_csv(content: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=delimiter))


def sheets(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content))


def test_a_csv_table_names_each_record_and_keeps_dates_as_precise_as_they_are(sample: Workspace) -> None:
    rows = read_csv(exported(sample.read, "csv", MEETINGS))
    assert [row["Date"] for row in rows] == ["2024", "2025-11-20", "2026"]
    assert {row["Id"] for row in rows} == {each.id for each in sample.read.find(Meeting)}
    assert rows[1]["Country"] == "Azerbaijan"
    assert rows[1]["Series"] == "Justice ministers of the Organization of Turkic States"
    assert (rows[1]["Status"], rows[1]["Number"]) == ("Held", "2")


def test_a_csv_table_may_be_made_for_excel(sample: Workspace) -> None:
    content = exported(sample.read, "csv", MEETINGS, Options(";", bom=True))
    assert content.startswith(b"\xef\xbb\xbfName;Series;")
    assert [row["City"] for row in read_csv(content, ";")] == ["Astana", "Baku", ""]
    with pytest.raises(InvalidValue, match="part the cells"):
        exported(sample.read, "csv", MEETINGS, Options("|"))


def test_no_cell_of_a_table_is_a_formula_and_each_comes_back(workspace: Workspace) -> None:
    add(workspace, *(Meeting(name=f"m{n}", theme=words) for n, words in enumerate(WILD)))
    stored = [each.theme for each in workspace.read.find(Meeting)]
    cells = [row["Theme"] for row in read_csv(exported(workspace.read, "csv", MEETINGS))]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    assert sorted(taken_back(cell) for cell in cells) == sorted(str(each) for each in stored)
    sheet = sheets(exported(workspace.read, "xlsx", MEETINGS)).worksheets[0]
    place = [cell.value for cell in sheet[1]].index("Theme")
    column = [row[place] for row in sheet.iter_rows(min_row=2)]
    assert {cell.data_type for cell in column} == {"s"}
    assert sorted(str(cell.value) for cell in column) == sorted(str(each) for each in stored)


def test_everything_as_csv_is_an_archive_with_a_table_for_each_kind(sample: Workspace) -> None:
    with ZipFile(BytesIO(exported(sample.read, "csv"))) as archive:
        assert archive.testzip() is None
        tables = {Path(name).stem: read_csv(archive.read(name)) for name in archive.namelist()}
    counts = {table: sample.read.count(table) for table in RECORD_TYPES}
    assert {table: len(rows) for table, rows in tables.items()} == {k: n for k, n in counts.items() if n}


def test_a_workbook_has_a_sheet_for_each_kind_with_a_header_that_stays(sample: Workspace) -> None:
    book = sheets(exported(sample.read, "xlsx"))
    selection = everything(sample.read)
    assert [sheet.max_row - 1 for sheet in book] == [table.count(sample.read) for table in selection.tables]
    assert all(len(name) <= 31 for name in book.sheetnames)
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(cell.font.bold for cell in sheet[1])
        assert [cell.value for cell in sheet[1]][-1] == "Id"


def test_exact_days_are_real_dates_in_a_workbook_and_others_stay_text(workspace: Workspace) -> None:
    given = ["2025-11-20", "2026", "2026-05?", "2025-10-17/2025-10-18", "1899-12-31", "2026-23"]
    add(workspace, *(Meeting(name=f"m{n}", date=day, number=n) for n, day in enumerate(given)))
    sheet = sheets(exported(workspace.read, "xlsx", MEETINGS)).worksheets[0]
    titles = [cell.value for cell in sheet[1]]
    rows = {
        row[titles.index("Number")]: row[titles.index("Date")]
        for row in sheet.iter_rows(min_row=2, values_only=True)
    }
    day = datetime(2025, 11, 20, tzinfo=UTC).replace(tzinfo=None)  # a sheet knows no time zones
    assert rows == {0: day} | dict(enumerate(given[1:], 1))


def test_a_text_too_long_for_a_cell_is_left_out_of_a_workbook_and_that_is_said(workspace: Workspace) -> None:
    add(
        workspace,
        Source(title="Long", text="x" * (MOST_LETTERS + 1)),
        Source(title="Fits", text="y" * MOST_LETTERS),
    )
    out = BytesIO()
    xlsx = next(each for each in FORMATS if each.name == "xlsx")
    said = xlsx.write(Outgoing(workspace.read, Selection((whole_table("source"),))), out)
    assert len(said) == 1
    assert "left out" in said[0]
    sheet = sheets(out.getvalue()).worksheets[0]
    place = [cell.value for cell in sheet[1]].index("Text")
    assert {row[0]: len(str(row[place] or "")) for row in sheet.iter_rows(min_row=2, values_only=True)} == {
        "Long": 0,
        "Fits": MOST_LETTERS,
    }


def test_without_its_package_a_workbook_is_refused_in_words(
    sample: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(InvalidValue, match=r"pip install ministrack\[office\]"):
        exported(sample.read, "xlsx")


class Page(HTMLParser):
    """What a page shows, and what it asks others for."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._in_cell = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in ("td", "th"):
            self.cells.append("")
            self._in_cell = True

    def handle_endtag(self, tag: str) -> None:
        self._in_cell = self._in_cell and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._in_cell:
            self.cells[-1] += data


def test_a_page_shows_all_and_asks_nobody_for_anything(sample: Workspace) -> None:
    text = exported(sample.read, "html").decode("utf-8")
    page = Page(text)
    assert "Kubanychbek Omuraliev" in page.cells
    assert "20 Nov 2025" in page.cells
    assert ("time", {"datetime": "2025-11-20"}) in page.tags
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in page.tags}
    assert not any(name in ("src", "style", "onclick") for _, attributes in page.tags for name in attributes)
    heads = [attributes for tag, attributes in page.tags if tag == "th"]
    assert all(attributes.get("scope") in ("col", "row") for attributes in heads)


def test_a_page_takes_no_word_of_a_record_for_markup(workspace: Workspace) -> None:
    words = '<script>alert("1")</script> & <b>'
    add(workspace, Meeting(name=words))
    page = Page(exported(workspace.read, "html", MEETINGS).decode("utf-8"))
    assert words in page.cells
    assert not {"script", "b"} & {tag for tag, _ in page.tags}


def test_a_column_may_show_a_field_of_a_record_that_hangs_on_the_row(sample: Workspace) -> None:
    columns = (
        OutColumn("Delegation", "party"),
        OutColumn("Head", "person", "delegate", "head_id"),
        OutColumn("Level", "level", "delegate", "head_id"),
        OutColumn("Delegates", needs=("delegate_count",), words=_counted, is_number=True),
    )
    table = OutTable("Delegations", ListQuery("delegation", (), sort="label"), columns)
    rows = {row["Delegation"]: row for row in read_csv(exported(sample.read, "csv", Selection((table,))))}
    assert rows["Türkiye"]["Head"] == "Yılmaz Tunç"
    assert rows["Kyrgyzstan"]["Level"] == "Deputy minister"
    assert rows["Uzbekistan"]["Delegates"] == "1"


def test_what_sources_say_names_the_record_that_it_is_about(sample: Workspace) -> None:
    rows = read_csv(exported(sample.read, "csv", Selection((whole_table("statement"),))))
    names = {each.id: each.name for each in sample.read.find(Meeting)}
    about = {row["Record"]: row["About"] for row in rows if row["Kind of record"] == "meeting"}
    assert about == {identity: names[identity] for identity in about}
    assert all(row["About"] for row in rows)


def _counted(row: dict[str, str | int | None]) -> str:
    return str(row["delegate_count"])


def test_rows_chosen_by_hand_go_out_alone_in_their_order(sample: Workspace) -> None:
    third, first = (each.id for each in sample.read.find(Meeting) if each.number in (1, 3))
    table = whole_table("meeting")
    chosen = OutTable(table.title, table.query, table.columns, ids=(third, "gone", first))
    assert [row["Id"] for row in read_csv(exported(sample.read, "csv", Selection((chosen,))))] == [
        third,
        first,
    ]


@pytest.mark.parametrize("name", [each.name for each in FORMATS])
def test_an_empty_dossier_goes_out_too(workspace: Workspace, name: str) -> None:
    assert exported(workspace.read, name)
    assert exported(workspace.read, name, Selection((whole_table("meeting"),)))


@pytest.mark.parametrize("name", [each.name for each in FORMATS])
def test_whoever_waits_is_told_and_can_stop(sample: Workspace, name: str) -> None:
    class Enough(Exception):
        """The person had enough."""

    def stop(done: int, total: int) -> None:
        raise Enough

    chosen = next(each for each in FORMATS if each.name == name)
    with pytest.raises(Enough):
        chosen.write(Outgoing(sample.read, MEETINGS, told=stop), BytesIO())


@pytest.mark.parametrize("name", ["csv", "xlsx", "html"])
def test_progress_grows_over_all_tables_to_the_end(sample: Workspace, name: str) -> None:
    told: list[tuple[int, int]] = []
    chosen = next(each for each in FORMATS if each.name == name)
    selection = everything(sample.read)
    chosen.write(Outgoing(sample.read, selection, told=lambda *step: told.append(step)), BytesIO())
    total = sum(table.count(sample.read) for table in selection.tables)
    assert {each for _, each in told} == {total}
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1] == (total, total)


def test_sheets_of_one_name_are_told_apart(sample: Workspace) -> None:
    title = "Countries: and [organisations] with a very long name"
    tables = [OutTable(title, ListQuery("party", ()), (OutColumn("Name", "name"),)) for _ in range(2)]
    names = sheets(exported(sample.read, "xlsx", Selection(tuple(tables)))).sheetnames
    assert names == ["Countries and organisations wit", "Countries and organisations w 2"]
