"""The preferences: a line for each setting that a person can set, made from its declaration."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ministrack.domain.language import tr
from ministrack.settings import declared
from ministrack.settings.setting import Editor, Setting
from ministrack.ui.dialogs.setting_editors import SettingEditor, editor_of
from ministrack.ui.preferences import Preferences
from ministrack.ui.style.metrics import SPACE
from ministrack.ui.widgets.dialog import Dialog, leave_out_icons
from ministrack.ui.widgets.words import words

_EDGE = 5 * SPACE
_LETTERS = 80  # wide enough for a sentence of help in one line
_AROUND = QSize(60, 80)  # what is left of a small screen


class PreferencesDialog(Dialog):
    """What is set holds at once, in every window."""

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__("preferencesDialog", tr("Preferences"), parent)
        self._preferences = preferences
        self._body = QWidget(self)
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(_EDGE, 4 * SPACE, _EDGE, 2 * SPACE)
        self._grid.setHorizontalSpacing(4 * SPACE)
        self._grid.setVerticalSpacing(SPACE)
        self._grid.setColumnStretch(1, 1)
        self._editors = [self._add(each) for each in declared() if not each.hidden]
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self._lay_out()
        self._editors[0].input.setFocus()

    def _add(self, setting: Setting[object]) -> SettingEditor:
        row = self._grid.rowCount()
        editor = editor_of(self._preferences, setting, self._body)
        if setting.editor is not Editor.TICK:
            label = QLabel(tr(setting.label), self._body)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(editor.input)
            self._grid.addWidget(label, row, 0)
        self._grid.addWidget(editor.widget, row, 1)
        self._grid.addWidget(words("hint", tr(setting.help)), row + 1, 1)
        self._grid.setRowMinimumHeight(row + 2, 2 * SPACE)
        return editor

    def _lay_out(self) -> None:
        room = QScrollArea(self)
        room.setWidget(self._body)
        room.setWidgetResizable(True)
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setMinimumWidth(self._body.minimumSizeHint().width() + 2 * SPACE)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        restore = buttons.addButton(tr("Restore defaults"), QDialogButtonBox.ButtonRole.ResetRole)
        restore.setObjectName("preferences.restore")
        restore.clicked.connect(self._preferences.restore_defaults)
        leave_out_icons(buttons)
        for button in buttons.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in a field stores it and does not close
            button.setAccessibleName(button.text())
        buttons.rejected.connect(self.reject)
        foot = QVBoxLayout()
        foot.setContentsMargins(_EDGE, 2 * SPACE, _EDGE, 4 * SPACE)
        foot.addWidget(buttons)
        line = QFrame(self)
        line.setProperty("role", "line")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(room, 1)
        layout.addWidget(line)
        layout.addLayout(foot)
        self._take_room(foot.sizeHint().height() + line.sizeHint().height())

    def _take_room(self, foot: int) -> None:
        """As large as its lines ask for, where the screen has the room."""
        width = max(self._body.sizeHint().width(), self.fontMetrics().averageCharWidth() * _LETTERS)
        height = max(self._grid.heightForWidth(width), self._grid.minimumSize().height()) + foot
        self.resize(QSize(width, height).boundedTo(self.screen().availableSize() - _AROUND))


def show_preferences(preferences: Preferences, parent: QWidget) -> PreferencesDialog:
    """Opens the preferences over a window."""
    dialog = PreferencesDialog(preferences, parent)
    dialog.open()
    return dialog
