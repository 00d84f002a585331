"""Words of a paper as runs of a Word document."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import TYPE_CHECKING

from ministrack.domain.values import dataclass
from ministrack.reports.document import Line, Tone
from ministrack.reports.render.characters import clean, pieces, reads_rtl

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ITEMS = ("List Bullet", "List Number")  # their marks all stand on one side of the page
_BREAK, _TAB = "<w:br/>", "<w:tab/>"


@dataclass(frozen=True, slots=True)
class Styles:
    """Ids of the styles of one document by what they are for: "Heading 1", "List Bullet", "Paper Table"."""

    ids: Mapping[str, str]

    def paragraph(self, name: str) -> str:
        """The property that gives a paragraph its style."""
        return f'<w:pStyle w:val="{self.ids[name]}"/>'

    def run(self, name: str) -> str:
        """The property that gives a run its style."""
        return f'<w:rStyle w:val="{self.ids[name]}"/>'


_STYLE_OF = {Tone.STRONG: "Strong", Tone.MUTED: "Quiet", Tone.UNKNOWN: "Not Known"}


@dataclass(frozen=True, slots=True)
class Runs:
    """Makes the paragraphs of one document; `numbers` are its notes."""

    styles: Styles
    numbers: Mapping[str, int]
    is_rtl: bool = False

    def paragraph(self, line: Line, style: str, more: str = "", begin: str = "", end: str = "") -> str:
        """A paragraph; `more` are properties: what the schema wants before bidi, a bar, and the rest."""
        text = "".join(words.text for words in line)
        is_rtl = self.is_rtl if style in _ITEMS else reads_rtl(text, page=self.is_rtl)
        bidi = "<w:bidi/>" if is_rtl else ""
        named = self.styles.paragraph(style) if style in self.styles.ids else ""
        keep, _, after = more.partition("|")
        properties = f"{named}{keep}{bidi}{after}"
        return f"<w:p><w:pPr>{properties}</w:pPr>{begin}{''.join(self._runs(line))}{end}</w:p>"

    def _runs(self, line: Line) -> Iterator[str]:
        for words in line:
            style = self.styles.run(_STYLE_OF[words.tone]) if words.tone in _STYLE_OF else ""
            yield runs_of(words.text, style)
            if words.note:
                yield self._mention(self.numbers[words.note])

    def _mention(self, number: int) -> str:
        """The mark of a note: the number of its paragraph among the sources, which Word keeps up to date."""
        return field_of(
            f" REF {mark_of(number)} \\r \\h ",
            str(number),
            f"<w:rPr>{self.styles.run('Source Mark')}</w:rPr>",
        )


def mark_of(number: int) -> str:
    """The bookmark of a note."""
    return f"_Source{number}"


def elements_of(xml: str) -> list["BaseOxmlElement"]:
    """Blocks that are written as XML, as elements of a Word document."""
    # delayed: start-up time; only those who write Word documents need the package
    from docx.oxml.parser import parse_xml

    return list(parse_xml(f"<w:body {NS}>{xml}</w:body>"))


def runs_of(text: str, properties: str = "") -> str:
    """Runs with a text, one for each direction of reading."""
    found = []
    for piece in pieces(clean(text)):
        rtl = "<w:rtl/>" if piece.is_rtl else ""
        look = f"<w:rPr>{properties}{rtl}</w:rPr>" if properties or rtl else ""
        found.append(f"<w:r>{look}{_text(piece.text)}</w:r>")
    return "".join(found)


def field_of(code: str, shown: str, look: str = "") -> str:
    """A field that Word works out, such as the number of a page, with what it shows until then."""

    def char(kind: str) -> str:
        return f'<w:r>{look}<w:fldChar w:fldCharType="{kind}"/></w:r>'

    return (
        f'{char("begin")}<w:r>{look}<w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        f"{char('separate')}<w:r>{look}<w:t>{escape(shown)}</w:t></w:r>{char('end')}"
    )


def _text(text: str) -> str:
    parts = []
    for line in text.split("\n"):
        pieces_of_line = (
            f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "" for part in line.split("\t")
        )
        parts.append(_TAB.join(pieces_of_line))
    return _BREAK.join(parts)
