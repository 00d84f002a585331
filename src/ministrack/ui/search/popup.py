"""What the search has found, in a list below its field."""

from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.ui.commands import Commands
from ministrack.ui.desk import Desk
from ministrack.ui.search.model import OFFER_ROLE, SearchModel
from ministrack.ui.search.palette import COMMANDS_ONLY, Offer, offers
from ministrack.ui.search.row import SearchRowDelegate, row_height

_SHOWN = 9  # rows of the list without scrolling


class SearchPopup(QFrame):
    """A child of the window, not a window of its own: it never takes the keyboard from the field."""

    def __init__(self, desk: Desk, commands: Commands, field: QWidget) -> None:
        super().__init__(field)
        self._commands = commands
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

    def show_offers(self, text: str) -> bool:
        """Lists what there is for `text`; False where there is nothing to say, as nothing was typed."""
        found = offers(self._desk, self._commands, text)
        self._model.show_offers(found)
        self.list.setVisible(bool(found))
        if found:
            self.list.setCurrentIndex(self._model.index(0))
        self._note.setText(_note(text.strip(), bool(found)))
        return bool(found or text.strip())

    def offer_at(self, index: QModelIndex) -> Offer:
        """What a row offers."""
        return cast(Offer, index.data(OFFER_ROLE))

    def place(self, corner: QPoint, width: int) -> None:
        """Shows the list below its field, as wide as that."""
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
            window.installEventFilter(self)
        rows = min(self._model.rowCount(), _SHOWN)
        self.list.setFixedHeight(max(rows, 1) * row_height(self.list.font()))
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


def _note(text: str, is_found: bool) -> str:
    if not text:
        return tr("Looked at last · type to search, > for commands")
    if text.startswith(COMMANDS_ONLY):
        return tr("Enter runs the command") if is_found else tr("No command is called so.")
    if is_found:
        return tr("Enter opens · Ctrl+Enter narrows the whole window to these words")
    return tr("Nothing is called “{text}”, and nothing sounds like it.", text=text)
