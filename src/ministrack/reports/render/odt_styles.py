"""How a paper looks as an OpenDocument text: its styles, its page and the foot of each page."""

from collections.abc import Iterator
from html import escape

from ministrack.reports.document import Paper
from ministrack.reports.render.characters import foot_of, is_rtl_paper, page_number_words, quoted

_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
}
NAMESPACES = " ".join(f'xmlns:{name}="{address}"' for name, address in _SPACES.items())

_INK, _SOFT, _LINE = "#16202a", "#54606d", "#b4bdc6"
_FONT = "Calibri, Carlito, 'Liberation Sans', sans-serif"
_COMPLEX = "Arial, 'Noto Naskh Arabic', 'Liberation Sans', sans-serif"
_A4 = (21.0, 29.7)
_SIDE = 2.0
_LABEL_SIZE = 9


def room(paper: Paper) -> float:
    """The width between the margins, in centimetres."""
    return (_A4[1] if paper.landscape else _A4[0]) - 2 * _SIDE


def styles(paper: Paper) -> str:
    """The whole part styles.xml."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-styles {NAMESPACES} office:version="1.3">'
        f"<office:styles>{''.join(_named(paper))}</office:styles>"
        f"<office:automatic-styles>{_page(paper)}</office:automatic-styles>"
        f'<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">'
        f"{_foot(paper)}</style:master-page>"
        f'<style:master-page style:name="Endnote" style:page-layout-name="Page">{_foot(paper)}'
        "</style:master-page></office:master-styles></office:document-styles>"
    )


def _named(paper: Paper) -> Iterator[str]:
    yield _defaults(paper)
    yield _paragraph("Standard", "", "", "")
    yield _paragraph("Text_20_body", "Standard", _margins(0, 0.2), "", 'style:class="text"')
    yield _paragraph("Title", "Standard", f"{_margins(0, 0.07)} {_KEEP}", _size(19, _INK, bold=True))
    yield _paragraph("Subtitle", "Standard", _margins(0, 0.35), _size(11, _SOFT))
    for level, (size, before, colour) in enumerate(
        ((13, 0.48, _INK), (11, 0.42, _INK), (10, 0.35, _SOFT)), 1
    ):
        outline = f'style:default-outline-level="{level}" style:next-style-name="Text_20_body"'
        look = _size(size, colour, bold=True)
        yield _paragraph(
            f"Heading_20_{level}", "Standard", f"{_margins(before, 0.14)} {_KEEP}", look, outline
        )
    yield _paragraph("List_20_Contents", "Standard", _margins(0, 0.1), "")
    yield _paragraph("Table_20_Contents", "Standard", _margins(0, 0), _size(9, _INK))
    yield _paragraph("Table_20_Heading", "Table_20_Contents", "", _size(9, _INK, bold=True))
    yield _paragraph("Table_20_Label", "Table_20_Contents", "", _size(_LABEL_SIZE, _SOFT))
    yield _paragraph("Footer", "Standard", "", _size(8, _SOFT))
    yield _paragraph(
        "Endnote",
        "Standard",
        f'{_margins(0, 0.07)} fo:margin-left="0.6cm" fo:text-indent="-0.6cm" fo:line-height="100%"',
        _size(9, _INK),
    )
    yield _run("Strong_20_Emphasis", _BOLD)
    yield _run("Quiet", f'fo:color="{_SOFT}"')
    yield _run("Not_20_Known", f'fo:color="{_SOFT}" fo:font-style="italic" style:font-style-complex="italic"')
    yield _run("Endnote_20_anchor", 'style:text-position="super 58%"')
    yield _run("Endnote_20_Symbol", "")
    yield _list("Paper_20_Bullets", "bullet", 'text:bullet-char="•"')
    yield _list("Paper_20_Numbers", "number", 'style:num-format="1" style:num-suffix="."')
    yield (
        '<text:notes-configuration text:note-class="endnote" text:default-style-name="Endnote" '
        'text:citation-style-name="Endnote_20_Symbol" text:citation-body-style-name="Endnote_20_anchor" '
        'text:master-page-name="Endnote" style:num-format="1" text:start-value="0"/>'
    )


_KEEP = 'fo:keep-with-next="always"'
_BOLD = 'fo:font-weight="bold" style:font-weight-complex="bold"'


def _margins(above: float, below: float) -> str:
    return f'fo:margin-top="{above}cm" fo:margin-bottom="{below}cm"'


def _size(points: int, colour: str, *, bold: bool = False) -> str:
    size = f'fo:font-size="{points}pt" style:font-size-complex="{points}pt" fo:color="{colour}"'
    return f"{size} {_BOLD}" if bold else size


def _defaults(paper: Paper) -> str:
    language, _, country = paper.language.partition("-")
    spoken = f"fo:language={quoted(language)} fo:country={quoted(country or 'none')}"
    complex_too = (
        f"style:language-complex={quoted(language)} style:country-complex={quoted(country or 'none')}"
        if is_rtl_paper(paper)
        else ""
    )
    return (
        '<style:default-style style:family="paragraph"><style:paragraph-properties style:writing-mode="page" '
        'fo:orphans="2" fo:widows="2" fo:line-height="108%"/>'
        f"<style:text-properties fo:font-family={quoted(_FONT)} "
        f"style:font-family-complex={quoted(_COMPLEX)} "
        f'fo:font-size="10pt" style:font-size-complex="10pt" fo:color="{_INK}" {spoken} {complex_too}/>'
        "</style:default-style>"
        '<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/>'
        "</style:default-style>"
    )


def _paragraph(name: str, parent: str, shape: str, look: str, more: str = "") -> str:
    based = f'style:parent-style-name="{parent}"' if parent else ""
    shown = name.replace("_20_", " ")
    return (
        f'<style:style style:name="{name}" style:display-name="{shown}" style:family="paragraph" '
        f"{based} {more}>"
        f"<style:paragraph-properties {shape}/><style:text-properties {look}/></style:style>"
    )


def _run(name: str, look: str) -> str:
    shown = name.replace("_20_", " ")
    return (
        f'<style:style style:name="{name}" style:display-name="{shown}" style:family="text">'
        f"<style:text-properties {look}/></style:style>"
    )


def _list(name: str, kind: str, mark: str) -> str:
    return (
        f'<text:list-style style:name="{name}"><text:list-level-style-{kind} text:level="1" {mark}>'
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        '<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.63cm" '
        'fo:margin-left="0.63cm"/></style:list-level-properties>'
        f"</text:list-level-style-{kind}></text:list-style>"
    )


def _page(paper: Paper) -> str:
    width, height = reversed(_A4) if paper.landscape else _A4
    turned = "landscape" if paper.landscape else "portrait"
    mode = "rl-tb" if is_rtl_paper(paper) else "lr-tb"
    return (
        '<style:page-layout style:name="Page"><style:page-layout-properties '
        f'fo:page-width="{width}cm" '
        f'fo:page-height="{height}cm" style:print-orientation="{turned}" style:writing-mode="{mode}" '
        f'fo:margin-top="1.8cm" fo:margin-bottom="1cm" '
        f'fo:margin-left="{_SIDE}cm" fo:margin-right="{_SIDE}cm"/>'
        '<style:footer-style><style:header-footer-properties fo:min-height="0.9cm" fo:margin-top="0.4cm"/>'
        "</style:footer-style></style:page-layout>"
        '<style:style style:name="Foot" style:family="paragraph" style:parent-style-name="Footer">'
        f'<style:paragraph-properties fo:border-top="0.5pt solid {_LINE}" fo:border-left="none" '
        'fo:border-right="none" fo:border-bottom="none" fo:padding="0.15cm"><style:tab-stops>'
        f'<style:tab-stop style:position="{room(paper):.2f}cm" style:type="right"/></style:tab-stops>'
        "</style:paragraph-properties></style:style>"
    )


def _foot(paper: Paper) -> str:
    before, between, after = (escape(words) for words in page_number_words())
    return (
        f'<style:footer><text:p text:style-name="Foot">{escape(foot_of(paper))}<text:tab/>{before}'
        '<text:page-number text:select-page="current">1</text:page-number>'
        f"{between}<text:page-count>1</text:page-count>{after}</text:p></style:footer>"
    )
