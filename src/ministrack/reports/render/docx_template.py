"""A paper written into a Word document of the person's own, where placeholders say what goes where."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ministrack.domain.language import tr
from ministrack.extras import needed
from ministrack.reports.document import Paper
from ministrack.reports.render.characters import clean, property_of, title_of_notes
from ministrack.reports.render.docx_blocks import Body, body_of
from ministrack.reports.render.docx_saving import place_of, save
from ministrack.reports.render.docx_sections import sections_of
from ministrack.reports.render.docx_styles import styles_of
from ministrack.reports.render.docx_text import elements_of
from ministrack.reports.render.template_problems import check_size, explained, refused

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_BODY, _SOURCES = "body", "sources"
_TWIP = 635  # of Word's units of length
_NARROWEST = 2000


def write_into(paper: Paper, out: BinaryIO, template: Path) -> None:
    """Writes the paper into the template. Raises InvalidValue where the template cannot be used."""
    needed("docxtpl", "office", tr("use a template of your own"))
    check_size(template)
    # delayed: start-up time; few have a template of their own
    from docxtpl import DocxTemplate

    from ministrack.reports.render.sandbox import sandbox

    with explained(template):
        made = DocxTemplate(template)
        made.init_docx()
        document: Document = made.docx
        body = body_of(document, styles_of(document), paper, _room(document))
        parts = _Parts(paper, body)
        made.render(parts.context, sandbox(), autoescape=True)
        blocks = parts.put_into(document, template)
        document.core_properties.title = property_of(paper.title)
        save(document, out, blocks)


class _Parts:
    """The parts of a paper that are more than a text. A mark stands for each until the end."""

    def __init__(self, paper: Paper, body: Body) -> None:
        self._sections = sections_of(paper.blocks)
        self._body = body
        self._paper = paper
        self.context: Mapping[str, object] = {
            "title": clean(paper.title),
            "subtitle": clean(paper.subtitle),
            "foot": clean(paper.foot),
            "language": paper.language,
            _BODY: _mark(_BODY),
            _SOURCES: _mark(_SOURCES) if body.runs.numbers else "",
            "sources_title": title_of_notes() if body.runs.numbers else "",
            "sections": [
                {"title": clean(section.title), "body": _mark(_section(number))}
                for number, section in enumerate(self._sections)
            ],
        }

    def put_into(self, document: "Document", template: Path) -> Mapping[str, str]:
        """Keeps the place of each part; answers with the parts. Sources without a place come last."""
        blocks = {_BODY: "".join(self._body.blocks(self._paper.blocks))}
        for number, section in enumerate(self._sections):
            blocks[_section(number)] = "".join(self._body.blocks(section.blocks)) or "<w:p/>"
        last = [_keep(place, name) for name in blocks for place in _places(document, _mark(name))]
        if not last:
            raise refused(
                template, tr("It has no place for the paper: {name} is missing.", name="{{ body }}")
            )
        places = [_keep(place, _SOURCES) for place in _places(document, _mark(_SOURCES))]
        if not places:
            last[-1].addnext(place_of(_SOURCES))
        return {**blocks, _SOURCES: "".join(self._body.notes(headed=not places))}


def _section(number: int) -> str:
    return f"section {number}"


def _mark(name: str) -> str:
    """A text that no paper holds: its first and last characters are for private use."""
    return f"\ue0f1{name}\ue0f2"


def _places(document: "Document", mark: str) -> "list[BaseOxmlElement]":
    """The paragraphs with the mark. One that docxtpl took the paragraph from gets one of its own again."""
    for element in list(document.element.body.iter()):
        if element.tail and mark in element.tail:
            element.tail = None
            element.addnext(_paragraph(mark))
    if mark in (document.element.body.text or ""):
        document.element.body.text = None
        document.element.body.insert(0, _paragraph(mark))
    return [each for each in document.element.body.iter(_tag("w:p")) if mark in "".join(each.itertext())]


def _paragraph(text: str) -> "BaseOxmlElement":
    return elements_of(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")[0]


def _tag(name: str) -> str:
    # delayed: start-up time
    from docx.oxml.ns import qn

    return qn(name)


def _keep(place: "BaseOxmlElement", name: str) -> "BaseOxmlElement":
    """Puts a place for blocks where a paragraph is."""
    kept = place_of(name)
    parent = place.getparent()
    assert parent is not None
    parent.replace(place, kept)
    return kept


def _room(document: "Document") -> int:
    """The width between the margins of the last section."""
    section = document.sections[-1]
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    return max(width // _TWIP, _NARROWEST)
