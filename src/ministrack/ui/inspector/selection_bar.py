"""A bar that says how many records are selected, and offers to change them all."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.language import counted, tr
from ministrack.ui.commands import offered
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.text_link import TextLink
from ministrack.ui.style.metrics import MARGIN, SPACE

_COMMANDS = ("change_all",)


class SelectionBar(QFrame):
    """Stands above the record while more than one is selected: what is shown below is one of them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("inspector.selection")
        self.setProperty("role", "ground")
        self._words = QLabel()
        self._words.setObjectName("inspector.selection.text")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setMinimumWidth(1)
        self._change = TextLink("inspector.selection.change")
        self._change.say(tr("Change all…"), tr("Change all selected"))
        self._change.clicked.connect(self._change_all)
        line = QHBoxLayout(self)
        line.setContentsMargins(MARGIN, SPACE, MARGIN - SPACE, SPACE)
        line.addWidget(self._words, 1)
        line.addWidget(self._change)
        desk.focus.selection_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        selection = self._desk.focus.selection
        self.setVisible(selection.count > 1)
        if selection.count > 1:
            kind = tr(RECORD_TYPES[selection.table].MANY).lower()
            self._words.setText(tr("{n} {kind} selected", n=counted(selection.count), kind=kind))
            self._change.setVisible(not self._desk.workspace.read_only)

    def _change_all(self) -> None:
        for action in offered(self, _COMMANDS):
            action.trigger()
