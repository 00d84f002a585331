"""What the search has found, in a list below its field."""

from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk
from ministrack.ui.search_model import HIT_ROLE, SearchModel
from ministrack.ui.search_row import SearchRowDelegate

_SHOWN = 9  # rows of the list without scrolling
_FOUND = 50
_ROW = 44  # pixels


class SearchPopup(QFrame):
    """A child of the window, not a window of its own: it never takes the keyboard from the field."""

    def __init__(self, desk: Desk, field: QWidget) -> None:
        super().__init__(field)
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

    def ref_at(self, index: QModelIndex) -> Ref:
        """The record of a row."""
        return cast(Ref, index.data(HIT_ROLE).ref)

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
