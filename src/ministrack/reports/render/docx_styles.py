"""Styles of a Word document: those of a template are used as they are, the others are added."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ministrack.reports.render.characters import quoted
from ministrack.reports.render.docx_looks import STYLES
from ministrack.reports.render.docx_text import NS, Styles

if TYPE_CHECKING:
    from docx.document import Document

_FONT, _SIZE = "Calibri", 20  # half points
_COMPLEX = "Arial"  # has letters of right-to-left scripts
_KEPT = frozenset(("default paragraph font", "normal table", "no list"))


def styles_of(document: "Document") -> Styles:
    """The styles that papers need; those that the document has not are added to it."""
    # delayed: start-up time; only those who write Word documents need the package
    from docx.oxml.parser import parse_xml

    sheet = document.styles.element
    there = {str(style.name).casefold(): str(style.style_id) for style in document.styles}
    taken = set(there.values())
    ids: dict[str, str] = {}
    for name, (kind, inside) in STYLES.items():
        if name.casefold() in there:
            ids[name] = there[name.casefold()]
            continue
        ids[name] = _free(name.title().replace(" ", ""), taken)
        taken.add(ids[name])
        default = ' w:default="1"' if name == "Normal" else ""
        sheet.append(
            parse_xml(
                f'<w:style {NS} w:type="{kind}" w:styleId="{ids[name]}"{default}>'
                f'<w:name w:val="{name}"/>{_by_id(inside, ids)}</w:style>'
            )
        )
    return Styles(ids)


def _free(wanted: str, taken: set[str]) -> str:
    return wanted if wanted not in taken else _free(f"{wanted}Paper", taken)


def _by_id(inside: str, ids: Mapping[str, str]) -> str:
    return inside.replace('w:val="Normal"', f"w:val={quoted(ids['Normal'])}")


def begin_anew(document: "Document", language: str) -> None:
    """Takes the styles out of the document that comes with the package; sets font and language."""
    # delayed: start-up time
    from docx.oxml.parser import parse_xml

    sheet = document.styles.element
    for style in list(document.styles):
        if str(style.name).casefold() not in _KEPT:
            sheet.remove(style.element)
    spoken = quoted(language)
    look = (
        f'<w:rPr {NS}><w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}" w:cs="{_COMPLEX}"/>'
        f'<w:sz w:val="{_SIZE}"/><w:szCs w:val="{_SIZE}"/>'
        f"<w:lang w:val={spoken} w:eastAsia={spoken} w:bidi={spoken}/></w:rPr>"
    )
    for defaults in sheet.xpath("w:docDefaults/w:rPrDefault"):
        for old in list(defaults):
            defaults.remove(old)
        defaults.append(parse_xml(look))
    for spacing in sheet.xpath("w:docDefaults/w:pPrDefault"):
        sheet.xpath("w:docDefaults")[0].remove(spacing)
