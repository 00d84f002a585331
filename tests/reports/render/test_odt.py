"""Papers as OpenDocument texts, read back."""

import sys
from io import BytesIO
from zipfile import ZipFile

import pytest
from defusedxml.ElementTree import fromstring
from odfdo import Document, Note, XmlPart

from ministrack.domain.errors import InvalidValue
from ministrack.reports.document import Paper
from ministrack.reports.render.odt import write_odt
from tests.reports.render.papers_to_write import NEWS, OTHER, SYRIA, hostile, long, mixed, paper


def written(made: Paper) -> Document:
    out = BytesIO()
    write_odt(made, out)
    return Document(BytesIO(out.getvalue()))


def part(document: Document, name: str) -> str:
    found = document.get_part(name)
    assert isinstance(found, XmlPart)
    return found.serialize().decode()


def content(document: Document) -> str:
    return part(document, "content.xml")


def styles(document: Document) -> str:
    return part(document, "styles.xml")


def test_headings_are_headings_with_their_level() -> None:
    found = [(each.text_recursive, int(each.level)) for each in written(paper()).body.headers]
    assert found == [("Where we stand", 1), ("Who came", 1), ("Agenda", 2), ("Sources", 1)]


def test_notes_are_notes_and_the_second_mark_refers_to_the_first() -> None:
    document = written(paper())
    found = document.body.get_elements("descendant::text:note[@text:note-class='endnote']")
    notes = [note for note in found if isinstance(note, Note)]
    assert [note.note_body for note in notes] == [NEWS, OTHER]
    assert [note.citation for note in notes] == ["1", "2"]
    (again,) = document.body.get_elements("descendant::text:note-ref")
    assert again.get_attribute("text:ref-name") == notes[0].note_id
    assert again.text == "1"


def test_a_table_repeats_its_header_and_tears_no_row() -> None:
    facts, table = written(paper()).body.tables
    (header,) = table.get_elements("table:table-header-rows")
    assert header.text_recursive.split() == ["Country", "Head", "Level"]
    assert len(table.get_elements("descendant::table:table-row")) == 4
    (across,) = table.get_elements("descendant::table:table-cell[@table:number-columns-spanned='3']")
    assert across.text_recursive.strip() == "Members"
    assert SYRIA in table.text_recursive
    assert "not known yet" in facts.text_recursive
    assert 'style:name="Row"' in content(written(paper()))
    assert 'fo:keep-together="always"' in content(written(paper()))


def test_pages_have_their_number_and_language() -> None:
    document = written(paper("pt-BR"))
    made = styles(document)
    assert "<text:page-number" in made
    assert "<text:page-count>" in made
    assert "OTS ministers of justice" in made
    assert 'fo:page-width="21.0cm"' in made
    assert 'fo:language="pt" fo:country="BR"' in made
    assert 'style:print-orientation="landscape"' in styles(written(paper(landscape=True)))


def test_the_file_says_what_it_is() -> None:
    meta = written(paper()).meta
    assert meta.title == "Briefing note: Əhmədov & Tunç"
    assert meta.creator == "ministrack"
    assert meta.language == "en"


def test_every_part_is_well_formed_and_listed() -> None:
    out = BytesIO()
    write_odt(paper(), out)
    with ZipFile(out) as whole:
        parts = {name: whole.read(name) for name in whole.namelist() if name.endswith(".xml")}
        assert whole.namelist()[0] == "mimetype"
    for content_of in parts.values():
        assert fromstring(content_of) is not None
    listed = fromstring(parts["META-INF/manifest.xml"])
    paths = {value for entry in listed for key, value in entry.items() if key.endswith("full-path")}
    assert {"content.xml", "styles.xml", "meta.xml"} <= paths
    assert not [path for path in paths if "Thumbnails" in path]


def test_words_of_right_to_left_scripts_are_read_from_the_right() -> None:
    assert content(written(paper())).count('style:writing-mode="rl-tb"') == 1
    assert 'style:writing-mode="rl-tb"' in styles(written(paper("he")))


def test_hostile_words_stay_words() -> None:
    document = written(hostile())
    assert not document.body.get_elements("descendant::script")
    first = document.body.get_elements("descendant::text:p")[0].text_recursive
    assert first.startswith("AB CD ]]> <script>alert(1)</script> & \"'{{ 7*7 }}")


def test_a_long_table_is_whole() -> None:
    (table,) = written(long(2000)).body.tables
    assert len(table.get_elements("descendant::table:table-row")) == 2001


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "odfdo", None)
    with pytest.raises(InvalidValue) as caught:
        write_odt(paper(), BytesIO())
    assert "odfdo" in caught.value.what
    assert "ministrack[office]" in caught.value.todo


def test_items_and_mixed_words_are_read_as_the_page_is() -> None:
    document = written(mixed())
    assert 'style:writing-mode="rl-tb"' not in content(document)
    items = document.body.get_elements("descendant::text:list-item/text:p")
    assert {item.get_attribute("text:style-name") for item in items} == {"List_20_Contents"}
