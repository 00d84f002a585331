"""Papers as Word documents, read back."""

import sys
from io import BytesIO
from time import perf_counter

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn
from docx.shared import Length, Mm

from ministrack.domain.errors import InvalidValue
from ministrack.reports.document import Paper
from ministrack.reports.render.docx import write_docx
from tests.reports.render.papers_to_write import NEWS, OTHER, SEEN, SYRIA, hostile, long, mixed, paper


def written(made: Paper) -> Opened:
    out = BytesIO()
    write_docx(made, out)
    return Document(BytesIO(out.getvalue()))


def found(document: Opened, path: str) -> list[str]:
    """What the XML of the body holds at a path."""
    return list(document.element.body.xpath(path))


def size(length: Length | None) -> float:
    """In whole millimetres."""
    assert length is not None
    return length // Mm(1)


def test_headings_and_titles_have_the_styles_that_word_knows() -> None:
    styles = {each.text: each.style.name for each in written(paper()).paragraphs if each.style and each.text}
    assert styles["Briefing note: Əhmədov & Tunç"] == "Title"
    assert styles["Türkiye, 2026"] == "Subtitle"
    assert styles["Who came"] == "Heading 1"
    assert styles["Agenda"] == "Heading 2"
    assert styles["Opening"] == "List Number"


def test_a_table_repeats_its_header_and_tears_no_row() -> None:
    document = written(paper())
    facts, table = document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["Country", "Head", "Level"]
    assert len(found(document, "w:tbl[2]/w:tr/w:trPr/w:tblHeader")) == 1
    assert found(document, "w:tbl[2]/w:tr[1]/w:trPr/w:tblHeader")
    assert len(found(document, "w:tbl/w:tr/w:trPr/w:cantSplit")) == len(facts.rows) + len(table.rows)
    assert {cell.text for cell in table.rows[1].cells} == {"Members"}
    assert table.rows[3].cells[0].text == SYRIA
    assert facts.rows[1].cells[1].text == "not known yet"


def test_what_is_not_known_and_what_stands_out_is_seen_without_colour() -> None:
    facts, table = written(paper()).tables
    (run,) = facts.rows[1].cells[1].paragraphs[0].runs
    assert run.style.font.italic
    (run,) = table.rows[3].cells[1].paragraphs[0].runs
    assert run.style.font.bold


def test_notes_are_numbered_and_referred_to() -> None:
    document = written(paper())
    sources = [each.text for each in document.paragraphs if each.style and each.style.name == "Source List"]
    assert sources == [NEWS, OTHER]
    codes = [code.text for code in document.element.body.iter(qn("w:instrText"))]
    assert [code.split()[1] for code in codes] == ["_Source1", "_Source2", "_Source1"]
    marks = [mark.get(qn("w:name")) for mark in document.element.body.iter(qn("w:bookmarkStart"))]
    assert marks == ["_Source1", "_Source2"]


def test_each_numbered_list_begins_anew() -> None:
    document = written(paper())

    def number(text: str) -> str:
        (identity,) = found(document, f"w:p[w:r/w:t='{text}']/w:pPr/w:numPr/w:numId/@w:val")
        return identity

    assert number("Opening") == number("Closing")
    assert len({number(text) for text in ("Opening", "First again", "a point", OTHER)}) == 4


def test_the_page_is_a4_with_its_number_at_the_foot() -> None:
    section = written(paper()).sections[0]
    assert (size(section.page_width), size(section.page_height)) == (210, 297)
    assert section.footer.paragraphs[0].text.startswith("OTS ministers of justice\tPage ")
    codes = [code.text.strip() for code in section.footer.part.element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]
    assert size(written(paper(landscape=True)).sections[0].page_width) == 297


def test_the_file_says_what_it_is_and_in_which_language() -> None:
    document = written(paper("az"))
    assert document.core_properties.title == "Briefing note: Əhmədov & Tunç"
    assert document.core_properties.author == "ministrack"
    assert document.core_properties.created
    (language,) = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val")
    assert language == "az"
    parts = {str(part.partname) for part in document.part.package.iter_parts()}
    assert not [name for name in parts if "thumbnail" in name or "Effects" in name]


def test_words_of_right_to_left_scripts_are_read_from_the_right() -> None:
    document = written(paper())
    arabic, latin = (f"w:tbl[2]/w:tr[{row}]/w:tc[1]/w:p" for row in (4, 3))
    assert found(document, f"{arabic}/w:pPr/w:bidi")
    assert found(document, f"{arabic}/w:r/w:rPr/w:rtl")
    assert not found(document, f"{latin}/w:pPr/w:bidi")
    assert found(written(paper("ar")), "w:tbl[2]/w:tblPr/w:bidiVisual")


def test_items_and_mixed_words_are_read_as_the_page_is() -> None:
    document = written(mixed())
    assert len(found(document, "//w:p//w:t[contains(., 'Egypt')]")) == 3
    assert not found(document, "//w:p/w:pPr/w:bidi")


def test_hostile_words_stay_words() -> None:
    document = written(hostile())
    assert document.paragraphs[0].text == f"{SEEN}\nnext\tcell"
    assert document.sections[0].footer.paragraphs[0].text.startswith(SEEN)


def test_a_long_foot_leaves_room_for_the_number_of_the_page() -> None:
    made = Paper("Title", "", "Қазақстан мен Орталық Азия елдерінің кеңесі " * 9, ())
    foot, number = written(made).sections[0].footer.paragraphs[0].text.split("\t")
    assert foot.endswith("…")
    assert len(foot) < 90
    assert number.startswith("Page ")


def test_a_long_table_is_written_in_little_time() -> None:
    began = perf_counter()
    document = written(long(2000))
    assert perf_counter() - began < 10
    assert len(document.tables[0].rows) == 2001


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(InvalidValue) as caught:
        write_docx(paper(), BytesIO())
    assert "python-docx" in caught.value.what
    assert "ministrack[office]" in caught.value.todo
