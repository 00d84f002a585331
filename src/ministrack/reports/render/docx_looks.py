"""How a paper looks as a Word document: its styles."""

from collections.abc import Mapping

_INK, _SOFT = "16202A", "54606D"


def _paragraph(space: str, look: str, based: str = "Normal", more: str = "") -> str:
    return (
        f'<w:basedOn w:val="{based}"/><w:next w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{more}{space}</w:pPr><w:rPr>{look}</w:rPr>"
    )


def _heading(level: int, size: int, before: int, colour: str = _INK) -> str:
    return (
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/>'
        f'<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="80"/>'
        f'<w:outlineLvl w:val="{level - 1}"/></w:pPr>{_look(size, colour, bold=True)}'
    )


def _top(size: int, colour: str, *, after: int, bold: bool = False) -> str:
    return (
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/>'
        f'<w:spacing w:before="0" w:after="{after}"/></w:pPr>{_look(size, colour, bold=bold)}'
    )


def _look(size: int, colour: str, *, bold: bool = False) -> str:
    weight = "<w:b/><w:bCs/>" if bold else ""
    return f'<w:rPr>{weight}<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'


def _run(look: str) -> str:
    return f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{look}</w:rPr>'


def _table(borders: str) -> str:
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 30), ("left", 70), ("bottom", 30), ("right", 70))
    )
    return f'<w:uiPriority w:val="99"/><w:tblPr>{borders}<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'


_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="B4BDC6"/>'
    for side in ("top", "bottom", "insideH")
)
_HANGING = '<w:spacing w:after="60"/><w:ind w:left="357" w:hanging="357"/>'
_TIGHT = '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
_SMALL = '<w:sz w:val="18"/><w:szCs w:val="18"/>'
_FOOT = f'<w:color w:val="{_SOFT}"/><w:sz w:val="16"/><w:szCs w:val="16"/>'
_RAISED = '<w:vertAlign w:val="superscript"/>'

_NORMAL = '<w:qFormat/><w:pPr><w:spacing w:after="120" w:line="252" w:lineRule="auto"/></w:pPr>'

STYLES: Mapping[str, tuple[str, str]] = {
    "Normal": ("paragraph", _NORMAL),
    "Title": ("paragraph", _top(38, _INK, after=40, bold=True)),
    "Subtitle": ("paragraph", _top(22, _SOFT, after=200)),
    "Heading 1": ("paragraph", _heading(1, 26, 320)),
    "Heading 2": ("paragraph", _heading(2, 22, 240)),
    "Heading 3": ("paragraph", _heading(3, 20, 200, _SOFT)),
    "List Bullet": ("paragraph", _paragraph(_HANGING, "")),
    "List Number": ("paragraph", _paragraph(_HANGING, "")),
    "Table Text": (
        "paragraph",
        _paragraph(_TIGHT, _SMALL),
    ),
    "Table Gap": (
        "paragraph",
        _paragraph('<w:spacing w:after="0" w:line="200" w:lineRule="exact"/>', '<w:sz w:val="12"/>'),
    ),
    "Footer": (
        "paragraph",
        _paragraph('<w:spacing w:after="0"/>', _FOOT),
    ),
    "Source List": (
        "paragraph",
        _paragraph(
            '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/><w:ind w:left="425" w:hanging="425"/>',
            _SMALL,
        ),
    ),
    "Source Mark": ("character", _run(f'<w:color w:val="{_SOFT}"/>{_RAISED}')),
    "Strong": ("character", _run("<w:b/><w:bCs/>")),
    "Quiet": ("character", _run(f'<w:color w:val="{_SOFT}"/>')),
    "Not Known": ("character", _run(f'<w:i/><w:iCs/><w:color w:val="{_SOFT}"/>')),
    "Paper Table": ("table", _table(f"<w:tblBorders>{_LINES}</w:tblBorders>")),
    "Paper Facts": ("table", _table("")),
}  # fmt: skip
"""By name: what the style is for, and its definition, in which what it is based on stands by name."""
