"""The corner of the timeline, above the names of its lanes: timeline or list, and what else can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QMenu, QToolButton, QWidget

from ministrack.domain.language import tr
from ministrack.ui.style.icons import Icons
from ministrack.ui.style.metrics import SPACE

TIMELINE, LIST = "timeline", "list"


class Corner(QWidget):
    """Signals: chosen(str) with TIMELINE or LIST."""

    chosen = Signal(str)

    def __init__(self, icons: Icons, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timelineCorner")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        for name, label, icon in (
            (TIMELINE, tr("Timeline"), "chart-gantt"),
            (LIST, tr("List"), "list"),
        ):
            button = self._button(icons, f"timeline.{name}", icon, label)
            button.setCheckable(True)
            button.setChecked(name == TIMELINE)
            self._group.addButton(button)
            self._buttons[name] = button
            layout.addWidget(button)
        more = self._button(icons, "timeline.more", "ellipsis", tr("More for the timeline"))
        more.setMenu(menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        layout.addWidget(more)
        layout.addStretch(1)
        self._group.buttonClicked.connect(self._choose)

    def show_chosen(self, name: str) -> None:
        """Press the button of what is shown."""
        self._buttons[name].setChecked(True)

    def _button(self, icons: Icons, name: str, icon: str, label: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setIcon(icons.icon(icon))
        button.setToolTip(label)
        button.setAccessibleName(label)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("kind", "small")
        return button

    def _choose(self, button: QAbstractButton) -> None:
        self.chosen.emit(next(name for name, its in self._buttons.items() if its is button))
