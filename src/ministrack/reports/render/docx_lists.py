"""The lists of a Word document: bullets, numbers that begin anew, and the sources."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ministrack.domain.values import dataclass
from ministrack.reports.render.docx_text import NS

if TYPE_CHECKING:
    from docx.document import Document
    from docx.parts.numbering import NumberingPart

_KINDS = (("bullet", "•", 357), ("decimal", "%1.", 357), ("decimal", "%1", 425))


@dataclass(frozen=True, slots=True)
class Lists:
    """Ids of the lists of one document: that of bullets, that of its notes, and each that is numbered."""

    bullets: int
    notes: int
    numbered: Sequence[int]


def add_lists(document: "Document", numbered: int) -> Lists:
    """Adds the lists of the paper: each numbered one begins with 1."""
    # delayed: start-up time; only those who write Word documents need the package
    from docx.oxml.parser import parse_xml

    root = _part(document).element
    kinds = 1 + max([-1, *(int(each) for each in root.xpath("w:abstractNum/@w:abstractNumId"))])
    last = max([0, *(int(each) for each in root.xpath("w:num/@w:numId"))])
    first = root.xpath("w:num")
    for kind, (shape, mark, indent) in enumerate(_KINDS, kinds):
        made = parse_xml(
            f'<w:abstractNum {NS} w:abstractNumId="{kind}"><w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{shape}"/><w:lvlText w:val="{mark}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr>'
            "</w:lvl></w:abstractNum>"
        )
        if first:
            first[0].addprevious(made)
        else:
            root.append(made)
    bullets, notes, *others = range(last + 1, last + 3 + numbered)
    for number in (bullets, notes, *others):
        kind = kinds + {bullets: 0, notes: 2}.get(number, 1)
        again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        xml = f'<w:num {NS} w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{again}</w:num>'
        root.append(parse_xml(xml))
    return Lists(bullets, notes, others)


def _part(document: "Document") -> "NumberingPart":
    """What the document says about its lists; made where it has none."""
    # delayed: start-up time
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.oxml.parser import parse_xml
    from docx.parts.numbering import NumberingPart

    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING and isinstance(
            relation.target_part, NumberingPart
        ):
            return relation.target_part
    empty = parse_xml(f"<w:numbering {NS}/>")
    made = NumberingPart(
        PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, empty, document.part.package
    )
    document.part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    return made
