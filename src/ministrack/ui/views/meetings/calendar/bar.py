"""The line above the calendar: which month or year, how to get to another, and what is shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QToolButton, QWidget

from ministrack.domain.language import N_, tr
from ministrack.ui.desk import Desk
from ministrack.ui.style.metrics import MARGIN, SPACE
from ministrack.ui.widgets.elided import ElidedLabel

MONTH, YEAR = "month", "year"
_ZOOMS = ((MONTH, N_("Month")), (YEAR, N_("Year")))


class CalendarBar(QWidget):
    """Signals: `step_wanted(int)`, -1 or 1; `today_wanted()`; `zoom_wanted(str)`; `tasks_wanted(bool)`."""

    step_wanted = Signal(int)
    today_wanted = Signal()
    zoom_wanted = Signal(str)
    tasks_wanted = Signal(bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = self._button("calendarBefore", "", desk, "chevron-left")
        self._after = self._button("calendarAfter", "", desk, "chevron-right")
        self._today = self._button("calendarToday", tr("Today"))
        self._today.setToolTip(tr("Today (T)"))
        self._title = ElidedLabel(self)
        self._title.setObjectName("calendarTitle")
        self._title.setProperty("role", "strong")
        self._tasks = QCheckBox(tr("Tasks"), self)
        self._tasks.setObjectName("calendarTasks")
        self._tasks.setToolTip(tr("Also shows the tasks that are due on a day."))
        self._zooms = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN - SPACE, SPACE, MARGIN - 2 * SPACE, SPACE)
        layout.setSpacing(SPACE)
        for part in (self._before, self._today, self._after):
            layout.addWidget(part)
        layout.addSpacing(SPACE)
        layout.addWidget(self._title, 1)
        layout.addWidget(self._tasks)
        layout.addSpacing(SPACE)
        for name, label in _ZOOMS:
            button = self._button(f"calendarZoom.{name}", tr(label))
            button.setCheckable(True)
            self._zooms.addButton(button)
            layout.addWidget(button)
        self._before.clicked.connect(self._step_back)
        self._after.clicked.connect(self._step_on)
        self._today.clicked.connect(self._want_today)
        self._zooms.buttonClicked.connect(self._want_zoom)
        self._tasks.toggled.connect(self.tasks_wanted)

    @property
    def with_tasks(self) -> bool:
        """Whether tasks are shown."""
        return self._tasks.isChecked()

    def set_with_tasks(self, shown: bool) -> None:
        """Ticks the box."""
        self._tasks.setChecked(shown)

    def show_period(self, title: str, zoom: str) -> None:
        """Says what is shown."""
        self._title.setText(title)
        self._title.setToolTip(title)
        for button in self._zooms.buttons():
            button.setChecked(button.objectName() == f"calendarZoom.{zoom}")
        self._tasks.setVisible(zoom == MONTH)
        names = (
            (tr("Month before"), tr("Month after"))
            if zoom == MONTH
            else (tr("Year before"), tr("Year after"))
        )
        keys = (tr("Page up"), tr("Page down"))
        for button, name, key in zip((self._before, self._after), names, keys, strict=True):
            button.setAccessibleName(name)
            button.setToolTip(tr("{name} ({key})", name=name, key=key))

    def _button(self, name: str, text: str, desk: Desk | None = None, icon: str = "") -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setAccessibleName(text)
        if desk is not None and icon:
            button.setIcon(desk.icons.icon(icon))
        return button

    def _step_back(self) -> None:
        self.step_wanted.emit(-1)

    def _step_on(self) -> None:
        self.step_wanted.emit(1)

    def _want_today(self) -> None:
        self.today_wanted.emit()

    def _want_zoom(self, button: QToolButton) -> None:
        self.zoom_wanted.emit(button.objectName().removeprefix("calendarZoom."))
