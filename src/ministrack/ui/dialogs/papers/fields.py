"""The single choices beside a paper: a record, the columns, a file of one's own."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk
from ministrack.ui.forms.choosing import Existing
from ministrack.ui.forms.picker import ReferencePicker
from ministrack.ui.style.metrics import SPACE
from ministrack.ui.widgets.elided import ElidedLabel


class RecordChoice(QWidget):
    """A record that a paper is about.

    Signals: `changed()` when another one is chosen, or none; `next_wanted()` when the button for the next
    meeting was pressed.
    """

    changed = Signal()
    next_wanted = Signal()

    def __init__(self, desk: Desk, table: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self.picker = ReferencePicker(desk, (table,), self, create=False)
        self.picker.setObjectName(f"papers.{name}")
        self.picker.chosen.connect(self._tell)
        self.picker.textEdited.connect(self._edited)
        self.picker.editingFinished.connect(self._tell)
        self.setFocusProxy(self.picker)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.picker, 1)
        self._told: str | None = None
        self._next = _button(tr("Next"), tr("Next meeting"), f"papers.{name}.next", self)
        self._next.setToolTip(tr("The next meeting to come"))
        self._next.clicked.connect(self.next_wanted)
        self._next.hide()
        layout.addWidget(self._next)

    def value(self) -> str | None:
        """The id of the record. Raises InvalidValue where something is typed that is none."""
        choice = self.picker.choice()
        return choice.ref.id if isinstance(choice, Existing) else None

    def show_value(self, identity: str | None) -> None:
        """Shows a record; no signals."""
        self.picker.show_ref(Ref(self._table, identity) if identity else None)
        self._told = identity

    def offer_next(self, on: bool) -> None:
        """Whether there is a button for the next meeting."""
        self._next.setVisible(on)

    def name_it(self, words: str, hint: str) -> None:
        """What it is called for a screen reader, and what stands in it while it is empty."""
        self.picker.setAccessibleName(words)
        self.picker.setPlaceholderText(hint)

    def _edited(self, text: str) -> None:
        if not text:
            self._tell()

    def _tell(self, *_: object) -> None:
        """Typing that means no record is another choice too: one that `value` refuses."""
        try:
            value = self.value()
        except InvalidValue:
            value = self.picker.text()
        else:
            self.picker.show_ref(Ref(self._table, value) if value else None)  # Escape goes no further back
        if value != self._told:
            self._told = value
            self.changed.emit()


class ColumnsChoice(QWidget):
    """Columns to tick. Signals: `changed()`."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QCheckBox] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE)

    def offer(self, columns: Mapping[str, str], ticked: Sequence[str]) -> None:
        """Offers columns by key with their labels."""
        for box in self._boxes.values():
            box.hide()
            box.deleteLater()
        self._boxes = {}
        for key, label in columns.items():
            box = QCheckBox(tr(label), self)
            box.setObjectName(f"papers.column.{key}")
            box.setChecked(key in ticked)
            box.toggled.connect(self._toggled)
            self._layout.addWidget(box)
            self._boxes[key] = box

    def value(self) -> tuple[str, ...]:
        """What is ticked, in the order of the columns."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def _toggled(self, _: bool) -> None:
        if not self.value():  # a paper without any column says nothing
            box = self.sender()
            if isinstance(box, QCheckBox):
                with QSignalBlocker(box):
                    box.setChecked(True)
            return
        self.changed.emit()


class TemplateChoice(QWidget):
    """A DOCX file of the person's own that says how papers look. Signals: `changed()`."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._path = ""
        self._name = ElidedLabel(self)
        self._name.setObjectName("papers.template")
        self._choose = _button(tr("Choose…"), tr("Choose a Word template"), "papers.template.choose", self)
        self._drop = _button(tr("Remove"), tr("Use no Word template"), "papers.template.remove", self)
        self._choose.clicked.connect(self._ask)
        self._drop.clicked.connect(self._remove)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._name, 1)
        layout.addWidget(self._choose)
        layout.addWidget(self._drop)
        self.show_value("")

    def value(self) -> Path | None:
        """The file, or None."""
        return Path(self._path) if self._path else None

    def show_value(self, path: str) -> None:
        """Shows a file by its name; no signals."""
        self._path = path
        self._name.setText(Path(path).name if path else tr("none"))
        self._name.setToolTip(path)
        self._drop.setVisible(bool(path))

    def _ask(self) -> None:
        dialog = QFileDialog(self, tr("Word template"), str(Path(self._path).parent) if self._path else "")
        dialog.setObjectName("fileDialog")
        dialog.setNameFilter(f"{tr('Word documents')} (*.docx)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, path: str) -> None:
        self.show_value(path)
        self.changed.emit()

    def _remove(self) -> None:
        self._choose.setFocus()
        self._chosen("")


def _button(text: str, name: str, object_name: str, parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    button.setObjectName(object_name)
    button.setAccessibleName(name)
    button.setAutoDefault(False)
    return button
