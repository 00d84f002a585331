"""The bar at the top: the way back, undo, redo, search, details, reading a report, new."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from ministrack.domain.language import tr
from ministrack.ui.commands import Commands
from ministrack.ui.desk import Desk
from ministrack.ui.search.field import SearchField
from ministrack.ui.style.metrics import grown

_HEIGHT = 48
_SEARCH_WIDTH = 520
_ICON = 18


class TopBar(QFrame):
    """Buttons for the most used commands, and the search over everything."""

    def __init__(
        self, desk: Desk, commands: Commands, new_menu: QMenu, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.search = SearchField(desk, commands, self)
        self.search.setMaximumWidth(grown(_SEARCH_WIDTH, self.font()))
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(4)
        for name in ("back", "forward", "undo", "redo"):
            layout.addWidget(self._button(commands[name]))
        layout.addStretch(1)
        layout.addWidget(self.search, 4)
        layout.addStretch(1)
        layout.addWidget(self._button(commands["pane.inspector"]))
        layout.addSpacing(4)
        layout.addWidget(self._named_button(commands["read_report"]))
        layout.addSpacing(4)
        layout.addWidget(self._new_button(desk, new_menu))

    def minimumSizeHint(self) -> QSize:
        """Never less than its buttons need."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, _HEIGHT))

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setObjectName(f"button.{action.objectName().removeprefix('action.')}")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setIconSize(QSize(1, 1) * grown(_ICON, self.font()))
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.text())
        return button

    def _named_button(self, action: QAction) -> QPushButton:
        """A button with its words, for what people should find without searching."""
        button = QPushButton(action.text(), self)
        button.setObjectName(f"button.{action.objectName().removeprefix('action.')}")
        button.setToolTip(f"{action.text()} ({action.shortcut().toString()})")
        button.setAccessibleName(action.text())
        button.clicked.connect(action.trigger)
        return button

    def _new_button(self, desk: Desk, menu: QMenu) -> QPushButton:
        button = QPushButton(tr("New"), self)
        button.setObjectName("newButton")
        button.setProperty("kind", "primary")
        button.setIcon(desk.icons.icon("plus", "on_accent"))
        button.setMenu(menu)
        button.setAccessibleName(tr("New record"))
        return button
