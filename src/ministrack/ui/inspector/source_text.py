"""The full text of a source with one sentence of it pointed out."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ministrack.domain.language import tr
from ministrack.domain.source import Source, Statement
from ministrack.ui.desk import Desk
from ministrack.ui.naming import day
from ministrack.ui.style.metrics import MARGIN, SPACE
from ministrack.ui.style.theme import Theme, ThemeSource
from ministrack.ui.widgets.words import words


def show_source_text(desk: Desk, statement: Statement, parent: QWidget) -> QDialog | None:
    """Opens the text of the statement's source; None where the source is gone."""
    source = desk.read.get(Source, statement.source)
    if source is None:
        return None
    dialog = SourceText(desk.themes, source, quote_span(source.text or "", statement), parent)
    dialog.open()
    return dialog


def quote_span(text: str, statement: Statement) -> tuple[int, int] | None:
    """First and last character of the quote: by its offsets if they still fit, else where it is found."""
    start, stop = statement.start, statement.stop
    if start is not None and stop is not None and text[start:stop] == statement.quote:
        return start, stop
    found = text.find(statement.quote)
    if found >= 0:
        return found, found + len(statement.quote)
    return (start, stop) if start is not None and stop is not None and start < stop <= len(text) else None


class SourceText(QDialog):
    """Reads, never writes."""

    def __init__(
        self, themes: ThemeSource, source: Source, span: tuple[int, int] | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self.setObjectName("sourceText")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Text of the source"))
        self.resize(640, 560)
        title = words("title", source.title)
        said = ", ".join(part for part in (source.publisher or "", day(source.published)) if part)
        self._text = QPlainTextEdit()
        self._text.setObjectName("sourceText.text")
        self._text.setAccessibleName(tr("Text of the source"))
        self._text.setReadOnly(True)
        self._text.setPlainText(source.text or tr("The text of this source is not kept in the dossier."))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(2 * SPACE)
        for widget in (title, words("soft", said), self._text, buttons):
            column.addWidget(widget)
        self._cursor = self._cursor_at(source.text or "", span) if span else None
        self._highlight(themes.theme)
        themes.changed.connect(self._highlight)

    def _cursor_at(self, text: str, span: tuple[int, int]) -> QTextCursor:
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(_units(text[: span[0]]))
        cursor.setPosition(_units(text[: span[1]]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _highlight(self, theme: Theme) -> None:
        if self._cursor is None:
            return
        shade = QTextCharFormat()
        shade.setBackground(QColor(theme.selection))
        shade.setForeground(QColor(theme.selection_text))
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor
        selection.format = shade
        self._text.setExtraSelections([selection])
        start = QTextCursor(self._text.document())
        start.setPosition(self._cursor.selectionStart())
        self._text.setTextCursor(start)
        self._text.centerCursor()


def _units(text: str) -> int:
    """The length of a text as Qt counts it: characters beyond the first 65,536 count twice."""
    return len(text.encode("utf-16-le")) // 2
