"""One editor for each way in which a setting is set; what is set holds at once."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from ministrack.domain.language import tr
from ministrack.settings.setting import Editor, Setting
from ministrack.ui.preferences import Preferences
from ministrack.ui.style.metrics import SPACE

_LETTERS = 24  # of a list's widest entry before it is shortened


class SettingEditor(QObject):
    """Shows the value of one setting and sets it. `input` takes the keyboard, `widget` has the room."""

    def __init__(self, preferences: Preferences, setting: Setting[object], parent: QWidget) -> None:
        super().__init__(parent)
        self.preferences = preferences
        self.setting = setting
        self.input, self.widget = self.make(parent)
        self.input.setObjectName(f"setting.{setting.key}")
        self.input.setAccessibleName(tr(setting.label))
        self.input.setAccessibleDescription(tr(setting.help))
        self.show_value()
        preferences.changed.connect(self._follow)

    def make(self, parent: QWidget) -> tuple[QWidget, QWidget]:
        """The widget that takes the keyboard, and the one around it, perhaps the same."""
        raise NotImplementedError

    def show_value(self) -> None:
        """Shows what holds now."""
        raise NotImplementedError

    def set(self, value: object) -> None:
        """Stores a value as the file would hold it."""
        self.preferences.set(self.setting, self.setting.read(value))

    def _follow(self, key: str) -> None:
        if key == self.setting.key:
            self.show_value()


class LineEditor(SettingEditor):
    """A line of text, stored when it is left or with Enter; empty is the default."""

    def make(self, parent: QWidget) -> tuple[QWidget, QWidget]:
        self._line = QLineEdit(parent)
        self._line.editingFinished.connect(self._store)
        return self._line, self._line

    def show_value(self) -> None:
        self._line.setText(str(self.preferences.value(self.setting)))

    def _store(self) -> None:
        typed = " ".join(self._line.text().split())
        self.set(typed or self.setting.default())
        self.show_value()


class TickEditor(SettingEditor):
    """Yes or no; its label stands beside the box."""

    def make(self, parent: QWidget) -> tuple[QWidget, QWidget]:
        self._box = QCheckBox(tr(self.setting.label), parent)
        self._box.toggled.connect(self.set)
        return self._box, self._box

    def show_value(self) -> None:
        self._box.setChecked(bool(self.preferences.value(self.setting)))


class ListEditor(SettingEditor):
    """One of a list; letters typed find an entry."""

    def make(self, parent: QWidget) -> tuple[QWidget, QWidget]:
        self._list = QComboBox(parent)
        self._list.setMinimumContentsLength(_LETTERS)
        self._list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value, words in self.setting.choices():
            self._list.addItem(words, value)
        self._list.activated.connect(self._choose)
        return self._list, self._list

    def show_value(self) -> None:
        self._list.setCurrentIndex(max(self._list.findData(str(self.preferences.value(self.setting))), 0))

    def _choose(self, row: int) -> None:
        self.set(self._list.itemData(row))


class FolderEditor(SettingEditor):
    """A folder, chosen in the system's own dialog, or none."""

    def make(self, parent: QWidget) -> tuple[QWidget, QWidget]:
        self._line = QLineEdit(parent)
        self._line.setReadOnly(True)
        self._line.setPlaceholderText(tr("Beside the dossier"))
        choose = QPushButton(tr("Choose…"), parent)
        choose.setObjectName(f"setting.{self.setting.key}.choose")
        choose.setAccessibleName(tr("Choose: {name}", name=tr(self.setting.label)))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._ask)
        self._clear = QPushButton(tr("None"), parent)
        self._clear.setObjectName(f"setting.{self.setting.key}.clear")
        self._clear.setAccessibleName(tr("None: {name}", name=tr(self.setting.label)))
        self._clear.setAutoDefault(False)
        self._clear.clicked.connect(self._forget)
        around = QWidget(parent)
        row = QHBoxLayout(around)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addWidget(self._line, 1)
        row.addWidget(choose)
        row.addWidget(self._clear)
        return self._line, around

    def show_value(self) -> None:
        folder = self.preferences.value(self.setting)
        self._line.setText(str(folder or ""))
        self._line.setCursorPosition(0)
        self._line.setToolTip(str(folder or ""))
        self._clear.setEnabled(folder is not None)

    def _ask(self) -> None:
        start = self.preferences.value(self.setting) or Path.home()
        dialog = QFileDialog(self._line.window(), tr(self.setting.label), str(start))
        dialog.setObjectName("folderDialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.set)
        dialog.open()

    def _forget(self) -> None:
        self.set(None)


_EDITORS = {
    Editor.LINE: LineEditor,
    Editor.TICK: TickEditor,
    Editor.LIST: ListEditor,
    Editor.FOLDER: FolderEditor,
}


def editor_of(preferences: Preferences, setting: Setting[object], parent: QWidget) -> SettingEditor:
    """The editor that the setting names."""
    return _EDITORS[setting.editor](preferences, setting, parent)
