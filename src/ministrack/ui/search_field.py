"""The search over everything: a field, and below it what is found while typing."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.ui.desk import Desk
from ministrack.ui.search_model import HIT_ROLE, SearchModel
from ministrack.ui.search_row import SearchRowDelegate

_SHOWN = 9  # rows of the list without scrolling
_FOUND = 50
_ROW = 44  # pixels


class SearchField(QLineEdit):
    """Finds records of every kind by folded names.

    Signals: `opened(Ref)` when a record was chosen; `filter_wanted(str)` when the whole window is to be
    narrowed to the words typed.
    """

    opened = Signal(object)
    filter_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("searchField")
        self.setProperty("kind", "search")
        self.setPlaceholderText(tr("Search meetings, people, documents, tasks…"))
        self.setAccessibleName(tr("Search everything"))
        self.setToolTip(tr("Search everything (Ctrl+K)"))
        self.setClearButtonEnabled(True)
        self.setMaxLength(200)
        self._popup = SearchPopup(desk, self)
        self.textEdited.connect(self._look)
        self._popup.list.clicked.connect(self._choose)

    @property
    def popup(self) -> "SearchPopup":
        """The list below the field."""
        return self._popup

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and (self.text() or self._popup.isVisible()):
            self._leave()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            if not self._popup.isVisible():
                self._look(self.text())
            self._popup.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._popup.hide()

    def _look(self, text: str) -> None:
        if not text.strip():
            self._popup.hide()
            return
        self._popup.show_hits(text)
        corner = self.mapTo(self.window(), QPoint(0, self.height() + 4))
        self._popup.place(corner, self.width())

    def _enter(self, narrow: bool) -> None:
        if narrow and self.text().strip():
            self.filter_wanted.emit(self.text().strip())
            self._leave()
            return
        index = self._popup.list.currentIndex()
        if self._popup.isVisible() and index.isValid():
            self._choose(index)
        elif self.text().strip():
            self._look(self.text())

    def _choose(self, index: QModelIndex) -> None:
        hit = index.data(HIT_ROLE)
        self._leave()
        self.opened.emit(hit.ref)

    def _leave(self) -> None:
        self.clear()
        self._popup.hide()


class SearchPopup(QFrame):
    """A child of the window, not a window of its own: it never takes the keyboard from the field."""

    def __init__(self, desk: Desk, field: SearchField) -> None:
        super().__init__(field.window())
        self._desk = desk
        self._field = field
        self.setObjectName("searchResults")
        self.setProperty("role", "card")
        self.list = QListView(self)
        self.list.setObjectName("searchResultsList")
        self.list.setAccessibleName(tr("Search results"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self._model = SearchModel(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(SearchRowDelegate(desk, self.list))
        self._note = QLabel(self)
        self._note.setProperty("role", "hint")
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setContentsMargins(8, 4, 8, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addWidget(self._note)
        self.hide()

    def show_hits(self, text: str) -> None:
        """Lists what `text` finds."""
        hits = self._desk.read.search(text, limit=_FOUND)
        self._model.show_hits(hits)
        self.list.setVisible(bool(hits))
        if hits:
            self.list.setCurrentIndex(self._model.index(0))
            self._note.setText(tr("Enter opens · Ctrl+Enter narrows the whole window to these words"))
        else:
            self._note.setText(
                tr("Nothing is called “{text}”, and nothing sounds like it.", text=text.strip())
            )

    def place(self, corner: QPoint, width: int) -> None:
        """Shows the list below its field, as wide as that."""
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
            window.installEventFilter(self)
        rows = min(self._model.rowCount(), _SHOWN)
        self.list.setFixedHeight(max(rows, 1) * _ROW)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move(corner)
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Moves the current row, around the ends."""
        count = self._model.rowCount()
        if count:
            row = (self.list.currentIndex().row() + by) % count
            self.list.setCurrentIndex(self._model.index(row))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.hide()
        return super().eventFilter(watched, event)
