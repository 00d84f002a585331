"""A report as a document to be read: its blocks as paragraphs, and where each character of it stands."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from ministrack.reading.report import Block, BlockKind
from ministrack.ui.style.metrics import SPACE, scaled_font

_SIZES = {BlockKind.TITLE: 1.35, BlockKind.HEADING: 1.1, BlockKind.CAPTION: 0.92, BlockKind.FOOTNOTE: 0.92}
_BOLD = frozenset((BlockKind.TITLE, BlockKind.HEADING))
_LINE = 122  # per cent of the height of the letters
_INDENT = 5 * SPACE
_WRAPPED = 50  # letters: lines of which all but the last are longer were broken to fit a page
_BREAK = "\u2028"


class Places:
    """Between characters of a report and positions in the document that shows it."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self._text = text
        self._blocks = blocks
        self._starts = [block.start for block in blocks]
        self._positions: list[int] = []
        position = 0
        for block in blocks:
            self._positions.append(position)
            position += _units(text[block.start : block.stop]) + 1

    def position(self, at: int) -> int:
        """Where a character of the report stands in the document."""
        index = max(bisect_right(self._starts, at) - 1, 0)
        if not self._blocks:
            return 0
        block = self._blocks[index]
        return self._positions[index] + _units(self._text[block.start : min(at, block.stop)])

    def fill(self, document: QTextDocument, body: QFont) -> None:
        """Writes the report into a document."""
        document.clear()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for number, block in enumerate(self._blocks):
            form, letters = _block_format(block, first=number == 0), _letters(block, body)
            if number:
                cursor.insertBlock(form, letters)
            else:
                cursor.setBlockFormat(form)
                cursor.setBlockCharFormat(letters)
            cursor.insertText(_lines(self._text[block.start : block.stop], block), letters)
        cursor.endEditBlock()


def _units(text: str) -> int:
    """The length of a text as Qt counts it: characters beyond the first 65,536 count twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _lines(text: str, block: Block) -> str:
    """The same number of characters, with lines that were broken to fit a page made whole."""
    text = text.replace("\r", " ").replace("\u2029", " ")
    if "\n" not in text:
        return text
    broken = text.split("\n")[:-1]
    is_wrapped = block.kind is not BlockKind.ROW and min(map(len, broken)) > _WRAPPED
    return text.replace("\n", " " if is_wrapped else _BREAK)


def _block_format(block: Block, *, first: bool) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    above = 4 if block.kind in _BOLD else 3
    form.setTopMargin(0 if first else above * SPACE)
    form.setBottomMargin(0 if block.kind is BlockKind.ITEM else SPACE)
    if block.kind is BlockKind.ITEM:
        form.setTopMargin(SPACE)
        form.setLeftMargin(_INDENT * max(block.depth, 1))
    return form


def _letters(block: Block, body: QFont) -> QTextCharFormat:
    weight = QFont.Weight.DemiBold if block.kind in _BOLD else QFont.Weight.Normal
    font = scaled_font(body, _SIZES.get(block.kind, 1.06), weight)
    font.setItalic(block.kind is BlockKind.CAPTION)
    letters = QTextCharFormat()
    letters.setFont(font)
    return letters
