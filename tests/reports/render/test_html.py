"""Papers as web pages, read back."""

import re
from html.parser import HTMLParser
from io import BytesIO

from ministrack.reports.document import Paper
from ministrack.reports.render.html import write_html
from tests.reports.render.papers_to_write import NEWS, SEEN, hostile, long, mixed, paper

_ALONE = frozenset(("meta", "col", "br"))


class Page(HTMLParser):
    """Every element with its attributes, and the text; elements that are not closed in order are told."""

    def __init__(self, made: Paper) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.wrong: list[str] = []
        out = BytesIO()
        write_html(made, out)
        self.source = out.getvalue().decode()
        self.feed(self.source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in _ALONE:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.elements if tag == name]


def test_the_page_is_well_formed_and_whole_in_itself() -> None:
    page = Page(paper())
    assert not page.wrong
    assert not page.open
    assert not page.all("script")
    assert not page.all("link")
    assert not page.all("img")
    assert "http" not in page.source
    assert "url(" not in page.source


def test_items_and_mixed_words_are_read_as_the_page_is() -> None:
    page = Page(mixed())
    assert page.all("li") == [{}, {}]
    assert page.all("td") == [{}]
    assert Page(paper()).all("th")[-1] == {"scope": "row", "dir": "auto"}


def test_it_says_its_language_and_direction() -> None:
    assert Page(paper("az")).all("html") == [{"lang": "az", "dir": "ltr"}]
    assert Page(paper("ar")).all("html") == [{"lang": "ar", "dir": "rtl"}]
    assert "landscape" in Page(paper(landscape=True)).source


def test_headings_and_tables_can_be_found_by_a_screen_reader() -> None:
    page = Page(paper())
    assert len(page.all("main")) == 1
    assert len(page.all("h1")) == 1
    assert len(page.all("h2")) == 3
    scopes = [each.get("scope") for each in page.all("th")]
    assert scopes == ["col", "col", "col", "rowgroup", "row", "row"]
    assert {each.get("aria-label") for each in page.all("table")} == {"Who came"}


def test_notes_lead_there_and_back() -> None:
    page = Page(paper())
    links = [(each.get("id"), each["href"]) for each in page.all("a")]
    assert links[:3] == [
        ("from-1-1", "#source-1"),
        ("from-2-1", "#source-2"),
        ("from-1-2", "#source-1"),
    ]
    assert [href for _, href in links[3:]] == ["#from-1-1", "#from-1-2", "#from-2-1"]
    targets = {attributes.get("id") for _, attributes in page.elements}
    assert all(href and href[1:] in targets for _, href in links)
    assert NEWS in page.text


def test_hostile_words_stay_words() -> None:
    page = Page(hostile())
    assert not page.wrong
    assert not page.all("script")
    assert SEEN in page.text
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", page.source)


def test_a_long_table_is_whole() -> None:
    assert len(Page(long(2000)).all("tr")) == 2001
