"""Papers as PDF and on a printer, read back: words of any script, numbered pages, tables over many pages."""

from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from ministrack.domain.progress import Stopped
from ministrack.reports.document import (
    Block,
    Bullets,
    Column,
    Facts,
    Heading,
    Paper,
    Paragraph,
    Table,
    TableRow,
    Tone,
    Words,
    plain,
    unknown,
)
from ministrack.ui.papers.grid import shared_out
from ministrack.ui.papers.pages import Page
from ministrack.ui.papers.pdf import lay_page, pdf_of, write_pdf
from ministrack.ui.papers.printing import count_pages, print_paper
from ministrack.ui.papers.sheets import Sheets
from tests.pdf import pages_of, title_of

pytestmark = pytest.mark.usefixtures("qapp")

SOURCE = "News.Az, 20 November 2025: “The ministers met in Baku.”"
COLUMNS = (Column("Delegation", 3), Column("Level", 2), Column("Came", 1, centred=True))


def paper(*blocks: Block, landscape: bool = False) -> Paper:
    return Paper("Ədliyyə nazirləri (2025)", "Bakı", "OTS · Дело №1", blocks, landscape=landscape)


def read(made: Paper) -> list[str]:
    return pages_of(pdf_of(Sheets(made).finish()))


def rows(count: int) -> list[TableRow]:
    return [TableRow((plain(f"Türkiye {number}"), plain("Minister"), plain("✓"))) for number in range(count)]


def test_every_kind_of_block_is_there_in_any_script() -> None:
    (page,) = read(
        paper(
            Heading("Where we stand"),
            Paragraph(
                (Words("Held in "), Words("Baku", Tone.STRONG, SOURCE), Words(", again there", note=SOURCE))
            ),
            Bullets([plain("Йылмаз Тунч"), plain("Yılmaz Tunç")], numbered=True),
            Facts([("Host", unknown("not known")), ("Chair", plain("Фарид Əhmədov"))]),
            Table(COLUMNS, [TableRow((plain("Group"),)), *rows(2)]),
        )
    )
    for words in (
        "Where we stand",
        "Baku",
        "1.",
        "Йылмаз Тунч",
        "2.",
        "Yılmaz Tunç",
        "not known",
        "Фарид Əhmədov",
    ):
        assert words in page.replace("\n", "")  # letters of another font stand apart
    assert page.index("Delegation") < page.index("Group") < page.index("Türkiye 0")
    assert page.count(SOURCE) == 1
    assert page.index("Sources") < page.index(SOURCE)
    assert "OTS · Дело №1" in page.replace("\n", "")
    assert "1 of 1" in page


def test_the_file_bears_the_title(tmp_path: Path) -> None:
    out = BytesIO()
    write_pdf(paper(Paragraph(plain("…"))), out)
    assert title_of(out.getvalue()) == "Ədliyyə nazirləri (2025)"


def test_a_long_table_repeats_its_header_and_numbers_its_pages() -> None:
    pages = read(paper(Table(COLUMNS, rows(300))))
    assert len(pages) > 5
    for number, page in enumerate(pages, 1):
        assert page.count("Delegation\n") == 1
        assert f"{number} of {len(pages)}" in page
    found = [line for page in pages for line in page.splitlines() if line.startswith("Türkiye ")]
    assert found == [f"Türkiye {number}" for number in range(300)]


def test_a_cell_longer_than_a_page_is_shown_whole() -> None:
    words = " ".join(f"word{number}" for number in range(450))
    pages = read(paper(Table(COLUMNS, [TableRow((plain(words), plain("Minister"), ())), *rows(1)])))
    assert len(pages) > 1
    shown = "\n".join(pages).split()
    assert [word for word in shown if word.startswith("word")] == words.split()
    assert shown.count("Minister") == 2  # that of the long row, and that of the one after it


def test_a_name_that_is_too_long_is_wrapped_and_one_that_just_fits_is_not() -> None:
    long = "Министерство юстиции, внутренних дел и по вопросам государственной службы"
    (page,) = read(paper(Table(COLUMNS, [TableRow((plain(long), plain("M" * 60), plain("y")))])))
    assert long not in page
    assert "".join(long.split()) in "".join(page.split())
    assert "M" * 60 in page.replace("\n", "")


def test_no_word_of_a_header_is_torn_where_there_is_room() -> None:
    columns = [Column("A", 20), Column("Attendance", 1)]
    assert shared_out(columns, 1000, [10, 300]) == [700, 300]
    assert sum(shared_out(columns, 100, [90, 300])) == pytest.approx(100)


def test_a_pdf_that_is_stopped_ends_at_once() -> None:
    sheets = Sheets(paper(Table(COLUMNS, rows(200)))).finish()
    told: list[int] = []

    def second(done: int, total: int) -> None:
        told.append(total)
        if done:
            raise Stopped

    with pytest.raises(Stopped):
        pdf_of(sheets, second)
    assert told == [len(sheets.pages)] * 2


def test_a_wide_paper_lies_on_its_side() -> None:
    data = pdf_of(Sheets(paper(landscape=True)).finish())
    assert b"/MediaBox [0 0 842.000000 595.000000]" in data
    assert b"/MediaBox [0 0 595.000000 842.000000]" in pdf_of(Sheets(paper()).finish())


def test_some_pages_are_printed(tmp_path: Path) -> None:
    made = paper(Table(COLUMNS, rows(200)))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    lay_page(printer, made)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    told: list[tuple[int, int]] = []
    print_paper(printer, made, lambda *step: told.append(step))
    assert told[-2:] == [(0, 2), (1, 2)]
    printed = pages_of((tmp_path / "printed.pdf").read_bytes())
    total = count_pages(made, lambda *_: None)
    for number, page in zip((2, 3), printed, strict=True):
        assert f"{number} of {total}" in page


def test_facts_below_the_head_of_a_paper_keep_some_distance() -> None:
    facts = Facts([("Open", plain("5")), ("Overdue", plain("2"))])
    (opening, first) = (
        Sheets(paper(*blocks)).finish().pages[0] for blocks in ((facts,), (Heading("A"), facts))
    )

    def gaps(page: Page) -> list[float]:
        return [top - (above + piece.height) for (above, piece), (top, _) in pairwise(page)][-2:]

    assert gaps(opening)[0] > 0
    assert gaps(opening)[1] == gaps(first)[1] == gaps(first)[0] == 0
