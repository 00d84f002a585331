"""The editor of a yes or no."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QWidget

from ministrack.domain.language import tr
from ministrack.ui.forms.editors.editor import Editor, Wanted


class FlagEditor(Editor):
    """A check box; a click is stored at once."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__((name,), parent)
        self.box = QCheckBox()
        self.take_input(self.box)
        self._stored = False
        self.box.clicked.connect(self._clicked)

    def show_values(self, values: Mapping[str, object]) -> None:
        self._stored = bool(values[self.names[0]])
        self.revert()

    def wanted(self) -> Wanted:
        return Wanted({self.names[0]: int(self.box.isChecked())})

    def is_dirty(self) -> bool:
        return self.box.isChecked() != self._stored

    def revert(self) -> None:
        with QSignalBlocker(self.box):
            self.box.setChecked(self._stored)

    def typed_text(self) -> str:
        return tr("yes") if self.box.isChecked() else tr("no")

    def _clicked(self, _: bool) -> None:
        self.edited.emit()
        self.finished.emit()
