"""The picker of a record: type-ahead over names, native names and codes, with "create" as the last entry."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk
from ministrack.ui.forms.choosing import Chosen, Cleared, Existing
from ministrack.ui.forms.editors.quiet_line import QuietLine
from ministrack.ui.forms.naming import in_field
from ministrack.ui.forms.picker_list import SuggestionList
from ministrack.ui.forms.suggestions import Suggestion, exact, only_one, suggest

_PAGE = 8
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReferencePicker(QuietLine):
    """A line that knows which record it stands for.

    Signals: `chosen(Chosen)` when an entry was chosen or the line was emptied and Enter pressed;
    `abandoned()` when Escape took back what was typed.
    """

    chosen = Signal(object)
    abandoned = Signal()

    def __init__(
        self,
        desk: Desk,
        tables: Sequence[str],
        parent: QWidget | None = None,
        *,
        create: bool = True,
        as_written: bool = False,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tables = tuple(tables)
        self._create = create
        self._as_written = as_written
        self._list: SuggestionList | None = None
        self._shown = ""
        self._shown_choice: Chosen = Cleared()
        self._choice: Chosen | None = self._shown_choice  # None: typed, and nothing chosen yet
        self.textEdited.connect(self._typed)

    def show_ref(self, ref: Ref | None) -> None:
        """Shows a record, or nothing; no signals."""
        words = in_field(self._desk.read, ref) or tr("deleted record") if ref else ""
        self.show_choice(Existing(ref) if ref else Cleared(), words)

    def show_choice(self, choice: Chosen, words: str) -> None:
        """Shows a choice in words of the caller's; no signals."""
        self._shown, self._shown_choice, self._choice = words, choice, choice
        self._write(words)

    def choice(self) -> Chosen:
        """What the line stands for. Raises InvalidValue for text that nothing was chosen for."""
        if self._choice is not None:
            return self._choice
        text = self.text().strip()
        if not text:
            return Cleared()
        found = exact(self._suggestions(), text)
        if found is not None:
            return found.chosen
        raise InvalidValue(
            tr("Choose from the list, or create it.") if self._create else tr("Choose from the list.")
        )

    def is_dirty(self) -> bool:
        """Whether something else was typed or chosen than was shown."""
        return self.text() != self._shown or self._choice != self._shown_choice

    def revert(self) -> None:
        """Shows again what was shown."""
        self.close_list()
        self.show_choice(self._shown_choice, self._shown)

    def close_list(self) -> None:
        """Hides the entries."""
        if self._list is not None and self._list.isVisible():
            self.window().removeEventFilter(self)
            self._list.hide()

    def open_list(self) -> None:
        """Shows the entries: all there are while nothing was typed."""
        if self._choice is None and self.text().strip():
            self._offer(self._suggestions(), choose_first=True)
        else:
            self._offer(suggest(self._desk.read, "", self._tables), choose_first=False)

    def listing(self) -> list[Suggestion]:
        """The entries that are shown now; none while the list is closed."""
        return list(self._list.entries.entries) if self._list is not None and self._list.isVisible() else []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Handles the keys of the list; True when the key was one of them."""
        if self.isReadOnly():
            return False
        key = Qt.Key(event.key())
        is_open = self._list is not None and self._list.isVisible()
        if key in _STEPS and self._list is not None and is_open:
            self._list.step(_STEPS[key])
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_F4):
            self.open_list()
        elif key == Qt.Key.Key_Escape and is_open:
            self.close_list()
        elif key == Qt.Key.Key_Escape and self.is_dirty():
            self.revert()
            self.abandoned.emit()
        elif key in _ENTER:
            return self._enter()
        else:
            return False
        return True

    def take_marked(self) -> bool:
        """Chooses the entry that is marked in the open list; False where there is none."""
        current = self._list.current() if self._list is not None and self._list.isVisible() else None
        if current is None:
            return False
        self._take(current)
        return True

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab chooses the only record that begins as typed; a new one is made on purpose alone."""
        found = only_one(self.listing(), self.text()) if self._choice is None else None
        if found is not None:
            self._take(found)
        return super().focusNextPrevChild(next)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.isReadOnly() and not self.listing():
            self.open_list()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.close_list()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.close_list()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowDeactivate):
            self.close_list()
        return False

    def _enter(self) -> bool:
        if self.take_marked():
            return True
        if self._choice is None and not self.text().strip():
            self._choice = Cleared()
            self.close_list()
            self.chosen.emit(self._choice)
            return True
        return False

    def _typed(self, text: str) -> None:
        self._choice = None
        if text.strip():
            self._offer(self._suggestions(), choose_first=True)
        else:
            self.close_list()

    def _suggestions(self) -> list[Suggestion]:
        return suggest(
            self._desk.read, self.text(), self._tables, create=self._create, as_written=self._as_written
        )

    def _offer(self, entries: list[Suggestion], choose_first: bool) -> None:
        if self._list is None:
            self._list = SuggestionList(self._desk.themes, self._desk.flags, self)
            self._list.setAccessibleName(tr("Suggestions"))
            self._list.clicked.connect(self._clicked)
        self.window().installEventFilter(self)  # the list does not move with the window: it closes
        self._list.offer(entries, choose_first=choose_first)

    def _clicked(self, index: QModelIndex) -> None:
        if self._list is not None and index.isValid():
            self._take(self._list.entries.entries[index.row()])

    def _take(self, entry: Suggestion) -> None:
        chosen = entry.chosen
        words = in_field(self._desk.read, chosen.ref) if isinstance(chosen, Existing) else _words(entry)
        self._choice = chosen
        self._write(words)
        self.close_list()
        self.chosen.emit(chosen)

    def _write(self, words: str) -> None:
        with QSignalBlocker(self):
            self.setText(words)
        if not self.hasFocus():
            self.setCursorPosition(0)


def _words(entry: Suggestion) -> str:
    """What stands in the line until the new record is there."""
    return str(getattr(entry.chosen, "text", entry.label))
