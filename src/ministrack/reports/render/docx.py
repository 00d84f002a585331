"""A paper as a Word document."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ministrack.domain.language import tr
from ministrack.extras import needed
from ministrack.reports.document import Paper
from ministrack.reports.render.characters import is_rtl_paper, property_of
from ministrack.reports.render.docx_blocks import body_of
from ministrack.reports.render.docx_foot import set_foot
from ministrack.reports.render.docx_saving import place_of, save
from ministrack.reports.render.docx_styles import begin_anew, styles_of
from ministrack.reports.render.docx_text import NS

if TYPE_CHECKING:
    from docx.document import Document

_WHOLE = "paper"
_LONG, _SHORT = 16838, 11906  # A4 in twentieths of a point
_SIDE, _TOP, _BOTTOM, _FOOT = 1134, 1021, 1134, 567


def write_docx(paper: Paper, out: BinaryIO, template: Path | None = None) -> None:
    """Writes the paper; with a template of the person's own, into that.

    Raises InvalidValue where a package is missing, or the template cannot be used.
    """
    needed("docx", "office", tr("write Word documents"))
    if template is not None:
        # delayed: start-up time; few have a template of their own
        from ministrack.reports.render.docx_template import write_into

        write_into(paper, out, template)
        return
    # delayed: start-up time
    from docx import Document

    document = Document()
    _leave_out_what_is_of_others(document)
    begin_anew(document, paper.language)
    styles = styles_of(document)
    room = _set_page(document, paper)
    body = body_of(document, styles, paper, room)
    xml = "".join((*body.title(paper), *body.blocks(paper.blocks), *body.notes()))
    document.element.body.insert(0, place_of(_WHOLE))
    set_foot(document, paper, styles, room)
    _set_properties(document, paper)
    save(document, out, {_WHOLE: xml})


def _leave_out_what_is_of_others(document: "Document") -> None:
    """The picture of an empty page, and a second copy of the styles that the package brings."""
    for relations in (document.part.rels, document.part.package.rels):
        for identity, relation in list(relations.items()):
            if relation.reltype.endswith(("/thumbnail", "/stylesWithEffects")):
                relations.pop(identity)


def _set_properties(document: "Document", paper: Paper) -> None:
    known = document.core_properties
    known.title, known.subject = property_of(paper.title), property_of(paper.subtitle)
    known.author = known.last_modified_by = "ministrack"
    known.language = paper.language
    known.created = known.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    known.comments = known.keywords = ""


def _set_page(document: "Document", paper: Paper) -> int:
    """Makes the page A4; answers with the width between its margins."""
    # delayed: start-up time
    from docx.oxml.ns import qn
    from docx.oxml.parser import parse_xml

    width, height = (_LONG, _SHORT) if paper.landscape else (_SHORT, _LONG)
    turned = ' w:orient="landscape"' if paper.landscape else ""
    bidi = "<w:bidi/>" if is_rtl_paper(paper) else ""
    body = document.element.body
    body.remove(body.xpath("w:sectPr")[0])
    body.append(
        parse_xml(
            f"<w:sectPr {NS}>"
            f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
            f'<w:pgMar w:top="{_TOP}" w:right="{_SIDE}" w:bottom="{_BOTTOM}" w:left="{_SIDE}" w:header="567" '
            f'w:footer="{_FOOT}" w:gutter="0"/>{bidi}</w:sectPr>'
        )
    )
    for setting in document.settings.element.xpath("w:compat/w:compatSetting[@w:name='compatibilityMode']"):
        setting.set(qn("w:val"), "15")
    return width - 2 * _SIDE
