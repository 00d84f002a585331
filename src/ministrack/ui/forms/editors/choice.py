"""The editor of a choice from a short list, and the combo box it uses."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyleOptionComboBox, QWidget

from ministrack.domain.fields import FieldSpec
from ministrack.domain.language import tr
from ministrack.ui.forms.editors.editor import Editor, Wanted
from ministrack.ui.style.metrics import SPACE

_ARROW = 26  # px: width of the arrow in the style sheet
_EDGES = 18  # px: padding and border on both sides


class Option(NamedTuple):
    """One entry: the stored value and its words."""

    value: str | None
    words: str


class ChoiceBox(QComboBox):
    """A combo box that shortens long words and leaves the wheel to the form it stands in."""

    def __init__(self) -> None:
        super().__init__()
        self.by_key = False  # stepped through by arrow keys while closed
        self.reserved = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(15)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        room = self.width() - _ARROW - _EDGES - self.reserved
        words = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        option.currentText = words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.by_key = True
        super().keyPressEvent(event)

    def showPopup(self) -> None:
        self.by_key = False
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceEditor(Editor):
    """One of a list. A choice from the open list is stored at once; stepping by keys, when it is left."""

    def __init__(self, name: str, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__((name,), parent)
        self.box = ChoiceBox()
        self.take_input(self.box)
        self._options: list[Option] = []
        self._stored: object = None
        self.set_options(options)
        self.box.activated.connect(self._activated)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offers these values; the one shown stays."""
        if list(options) == self._options:
            return
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItems([option.words for option in options])
        self._options = list(options)
        self._write()

    def show_values(self, values: Mapping[str, object]) -> None:
        self._stored = values[self.names[0]]
        self._write()

    def wanted(self) -> Wanted:
        index = self.box.currentIndex()
        value = self._options[index].value if index >= 0 else self._stored
        return Wanted({self.names[0]: value})

    def is_dirty(self) -> bool:
        return self.box.currentIndex() != self._index()

    def revert(self) -> None:
        self._write()

    def typed_text(self) -> str:
        return self.box.currentText()

    def reserve(self, width: int) -> None:
        self.box.reserved = width

    def marker_gap(self) -> int:
        return _ARROW + SPACE

    def _index(self) -> int:
        return next((i for i, option in enumerate(self._options) if option.value == self._stored), -1)

    def _write(self) -> None:
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(self._index())

    def _activated(self, _: int) -> None:
        self.edited.emit()
        if not self.box.by_key:
            self.finished.emit()


def options_of(spec: FieldSpec) -> list[Option]:
    """The entries for a field with a fixed list."""
    return [Option(member.value, tr(member.label)) for member in spec.choices or ()]
