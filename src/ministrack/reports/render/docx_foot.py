"""The foot of the pages of a Word document."""

from typing import TYPE_CHECKING

from ministrack.reports.document import Paper
from ministrack.reports.render.characters import foot_of, is_rtl_paper, page_number_words
from ministrack.reports.render.docx_text import NS, Styles, field_of, runs_of

if TYPE_CHECKING:
    from docx.document import Document


def set_foot(document: "Document", paper: Paper, styles: Styles, room: int) -> None:
    """The foot of each page: what the paper says there, and the number of the page at the other end."""
    # delayed: start-up time
    from docx.oxml.parser import parse_xml

    before, between, after = page_number_words()
    bidi = "<w:bidi/>" if is_rtl_paper(paper) else ""
    line = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="B4BDC6"/></w:pBdr>'
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{room}"/></w:tabs>'
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    root = footer.part.element
    for old in list(root):
        root.remove(old)
    root.append(
        parse_xml(
            f"<w:p {NS}><w:pPr>{styles.paragraph('Footer')}{line}{tab}{bidi}</w:pPr>{runs_of(foot_of(paper))}"
            f"<w:r><w:tab/></w:r>{runs_of(before)}{field_of(' PAGE ', '1')}{runs_of(between)}"
            f"{field_of(' NUMPAGES ', '1')}{runs_of(after)}</w:p>"
        )
    )
