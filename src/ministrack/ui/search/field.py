"""The search over everything: a field, and below it what is found while typing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from ministrack.domain.language import tr
from ministrack.ui.commands import Commands
from ministrack.ui.desk import Desk
from ministrack.ui.style.metrics import SPACE

if TYPE_CHECKING:
    from ministrack.ui.search.popup import SearchPopup


KEYS = "Ctrl+K"


class SearchField(QLineEdit):
    """Finds records of every kind by folded names, and commands by theirs.

    Signals: `opened(Ref)` when a record was chosen (a command that was chosen runs at once);
    `filter_wanted(str)` when the whole window is to be narrowed to the words typed.
    """

    opened = Signal(object)
    filter_wanted = Signal(str)

    def __init__(self, desk: Desk, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._commands = commands
        self.setObjectName("searchField")
        self.setProperty("kind", "search")
        self.setPlaceholderText(tr("Search meetings, people, documents, tasks…"))
        self.setAccessibleName(tr("Search everything"))
        keys = QKeySequence(KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(tr("Search everything ({keys})", keys=keys))
        self.setClearButtonEnabled(True)
        self.setMaxLength(200)
        self._popup: SearchPopup | None = None
        self._keys = self._hint(keys)
        self.textEdited.connect(self._look)
        self.textChanged.connect(self._show_hint)
        self._show_hint("")

    def _hint(self, keys: str) -> QLabel:
        """The keys that lead here, as long as nothing is typed."""
        label = QLabel(keys, self)
        label.setProperty("role", "key")
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        layout.addStretch(1)
        layout.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        return label

    def _show_hint(self, text: str) -> None:
        self._keys.setVisible(not text)
        # The words that stand in an empty field end before the keys.
        room = 0 if text else self._keys.sizeHint().width() + SPACE
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setTextMargins(room if is_mirrored else 0, 0, 0 if is_mirrored else room, 0)

    @property
    def popup(self) -> "SearchPopup":
        """The list below the field, made when it is first needed."""
        if self._popup is None:
            # delayed: start-up time
            from ministrack.ui.search.popup import SearchPopup

            self._popup = SearchPopup(self._desk, self._commands, self)
            self._popup.list.clicked.connect(self._choose)
        return self._popup

    @property
    def is_open(self) -> bool:
        """Whether the list below the field is to be seen."""
        return self._popup is not None and self._popup.isVisible()

    def start(self) -> None:
        """Takes the keyboard and offers what was looked at last, or what the words in it find."""
        self.setFocus()
        self.selectAll()
        self._look(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and (self.text() or self.is_open):
            self._leave()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            if not self.is_open:
                self._look(self.text())
            self.popup.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._hide()

    def _look(self, text: str) -> None:
        if not self.popup.show_offers(text):
            self._hide()
            return
        corner = self.mapTo(self.window(), QPoint(0, self.height() + 4))
        self.popup.place(corner, self.width())

    def _enter(self, narrow: bool) -> None:
        if narrow and self.text().strip():
            self.filter_wanted.emit(self.text().strip())
            self._leave()
            return
        index = self.popup.list.currentIndex()
        if self.is_open and index.isValid():
            self._choose(index)
        elif self.text().strip():
            self._look(self.text())

    def _choose(self, index: QModelIndex) -> None:
        offer = self.popup.offer_at(index)
        self._leave()
        if offer.ref is not None:
            self.opened.emit(offer.ref)
        elif offer.action is not None:
            offer.action.trigger()

    def _leave(self) -> None:
        self.clear()
        self._hide()

    def _hide(self) -> None:
        if self._popup is not None:
            self._popup.hide()
