"""The full text of a source with one sentence of it pointed out."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ministrack.domain.backing import SOURCED
from ministrack.domain.filters import Compare
from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.domain.source import Source, Statement
from ministrack.ui.desk import Desk
from ministrack.ui.naming import day
from ministrack.ui.style.metrics import MARGIN, SPACE
from ministrack.ui.style.theme import Theme
from ministrack.ui.widgets.dialog import Dialog
from ministrack.ui.widgets.words import words

_OFFERED = 60  # records to choose from
_SPOKEN_OF = 400


def show_source_text(desk: Desk, statement: Statement, parent: QWidget) -> QDialog | None:
    """Opens the text of the statement's source; None where the source is gone."""
    source = desk.read.get(Source, statement.source)
    if source is None:
        return None
    about = Ref(statement.subject_table, statement.subject)
    dialog = SourceText(desk, source, quote_span(source.text or "", statement), about, parent)
    dialog.open()
    return dialog


def read_source(desk: Desk, ref: Ref, parent: QWidget) -> QDialog | None:
    """Opens the text of a source, to take sentences from it; None where the source is gone."""
    source = desk.read.get(Source, ref.id)
    if source is None:
        return None
    dialog = SourceText(desk, source, None, None, parent)
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


class SourceText(Dialog):
    """Reads; a sentence that is selected in it can be used for a field of a record."""

    def __init__(
        self, desk: Desk, source: Source, span: tuple[int, int] | None, about: Ref | None, parent: QWidget
    ) -> None:
        super().__init__("sourceText", tr("Text of the source"), parent)
        self._desk, self._source, self._about = desk, source, about
        themes = desk.themes
        self.resize(640, 560)
        title = words("title", source.title)
        said = ", ".join(part for part in (source.publisher or "", day(source.published)) if part)
        self._text = QPlainTextEdit()
        self._text.setObjectName("sourceText.text")
        self._text.setAccessibleName(tr("Text of the source"))
        self._text.setReadOnly(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setPlainText(source.text or tr("The text of this source is not kept in the dossier."))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self._use = buttons.addButton(
            tr("Use this sentence for a field…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self._use.setObjectName("sourceText.use")
        self._use.setToolTip(tr("Select a sentence in the text first"))
        self._use.setEnabled(False)
        self._use.clicked.connect(self._use_sentence)
        self._text.copyAvailable.connect(self._offer_sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(2 * SPACE)
        for widget in (title, words("soft", said), self._text, buttons):
            column.addWidget(widget)
        self._cursor = self._cursor_at(source.text or "", span) if span else None
        self._highlight(themes.theme)
        themes.changed.connect(self._highlight)

    def _offer_sentence(self, selected: bool) -> None:
        self._use.setEnabled(selected and bool(self._source.text) and not self._desk.workspace.read_only)

    def _use_sentence(self) -> None:
        # delayed: start-up time
        from ministrack.ui.inspector.stating import Begun, add_source

        sentence = self._text.textCursor().selectedText().replace("\u2029", "\n").strip()
        records = records_to_speak_of(self._desk, self._source, self._about)
        if sentence and records:
            add_source(self._desk, Begun(records, source=self._source.id, quote=sentence), self)

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
        QTimer.singleShot(0, self._text, self._text.centerCursor)  # once the lines have their places


def records_to_speak_of(desk: Desk, source: Source, first: Ref | None) -> list[Ref]:
    """Records that a sentence may be about: the one at hand, those seen last, those the source speaks of."""
    spoken = desk.read.find(Statement, Compare("source", source.id))[:_SPOKEN_OF]
    at_hand = [first, desk.focus.record, *desk.focus.recent()]
    found = [ref for ref in at_hand if ref is not None]
    found += [Ref(each.subject_table, each.subject) for each in spoken]
    known = [ref for ref in dict.fromkeys(found) if ref.table in SOURCED and desk.read.exists(ref)]
    return known[:_OFFERED]


def _units(text: str) -> int:
    """The length of a text as Qt counts it: characters beyond the first 65,536 count twice."""
    return len(text.encode("utf-16-le")) // 2
