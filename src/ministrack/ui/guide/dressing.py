"""How a page of the guide looks: Qt reads the Markdown, this gives it sizes, gaps and colours."""

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from ministrack.ui.style.metrics import SPACE, scaled_font
from ministrack.ui.style.theme import Theme

_SIZES = {1: 1.6, 2: 1.2, 3: 1.05}
_LINE = 135.0  # per cent
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


def dress(document: QTextDocument, theme: Theme, body: QFont) -> None:
    """Gives every block, key, link, list and table of a page its look."""
    block = document.begin()
    while block.isValid():
        _dress_block(block, body)
        for start, length, found in runs(block):
            _dress_words(document, start, length, found, theme)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, theme)


def runs(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Place, length and look of what has one look; listed first, as another look joins and parts them."""
    # Copies: a look belongs to its run, which goes away at the end of this line.
    return [
        (block.position() + run.start, run.length, QTextCharFormat(run.format)) for run in block.textFormats()
    ]


def _dress_block(block: QTextBlock, body: QFont) -> None:
    cursor = QTextCursor(block)
    level = block.blockFormat().headingLevel()
    look = QTextBlockFormat()
    if level:
        words = QTextCursor(block)
        words.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        letters = QTextCharFormat()
        letters.setFont(scaled_font(body, _SIZES.get(level, 1.0), QFont.Weight.DemiBold))
        words.mergeCharFormat(letters)
        look.setTopMargin(0 if level == 1 else 5 * SPACE)
        look.setBottomMargin(2 * SPACE)
    elif cursor.currentTable() is None:
        look.setTopMargin(0)
        look.setBottomMargin(_gap_after(block))
        if not _holds_picture(block):
            look.setLineHeight(_LINE, _PROPORTIONAL)
    cursor.mergeBlockFormat(look)


def _gap_after(block: QTextBlock) -> float:
    """Lines of code stand close together; so do the points of a list."""
    if block.blockFormat().nonBreakableLines() and block.next().blockFormat().nonBreakableLines():
        return 0
    return SPACE if block.textList() is not None else 3 * SPACE


def _holds_picture(block: QTextBlock) -> bool:
    return any(found.isImageFormat() for _, _, found in runs(block))


def _dress_words(
    document: QTextDocument, start: int, length: int, found: QTextCharFormat, theme: Theme
) -> None:
    look = QTextCharFormat()
    if found.isAnchor():
        look.setForeground(QColor(theme.accent_text))
        look.setFontUnderline(True)
    elif found.fontFixedPitch():
        look.setBackground(QColor(theme.hover))
        look.setForeground(QColor(theme.text))
    else:
        return
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(look)


def _dress_table(table: QTextTable, theme: Theme) -> None:
    look = table.format()
    look.setCellPadding(1.5 * SPACE)
    look.setCellSpacing(0)
    look.setBorder(1)
    look.setBorderCollapse(True)
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorderBrush(QBrush(QColor(theme.border)))
    look.setBottomMargin(4 * SPACE)
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    look.clearProperty(QTextFormat.Property.TableColumnWidthConstraints)
    table.setFormat(look)
    ground = QTextCharFormat()
    ground.setBackground(QColor(theme.sunken))
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        letters = cell.format()
        letters.merge(ground)
        cell.setFormat(letters)
