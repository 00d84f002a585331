"""The status bar: when it was saved, which dossier, what the filter hides, what the timeline shows."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSlider, QStatusBar, QToolButton, QWidget

from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import tr, trn
from ministrack.domain.scope import scope
from ministrack.edits.changes import ChangeSet
from ministrack.ui.announcing import announce
from ministrack.ui.desk import Desk
from ministrack.ui.style.metrics import SPACE, grown
from ministrack.ui.views.timeline.view import Timeline

_ZOOM_STEPS = 1000
_PRESSES = 20  # of a button, from one end to the other
_STEP_ICON = 12


class StatusLine(QStatusBar):
    """Quiet facts at the bottom of the window. Says "Saved" only after the dossier said so."""

    def __init__(self, desk: Desk, timeline: Timeline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._timeline = timeline
        self.setObjectName("statusBar")
        self.setAccessibleName(tr("Status"))
        self.setSizeGripEnabled(False)
        self._saved = self._label("status.saved")
        self._dossier = self._label("status.dossier")
        self._hidden = self._label("status.hidden")
        self._clear = QPushButton(tr("Clear filter"), self)
        self._clear.setObjectName("status.clearFilter")
        self._clear.setProperty("kind", "link")
        self._clear.clicked.connect(self._clear_filter)
        for widget in (self._saved, self._dossier, self._hidden, self._clear):
            self.addWidget(widget)
        self._period = self._label("status.period")
        self._zoom = QSlider(Qt.Orientation.Horizontal, self)
        self._zoom.setObjectName("status.zoom")
        self._zoom.setAccessibleName(tr("Zoom of the timeline"))
        self._zoom.setToolTip(tr("Zoom of the timeline"))
        self._zoom.setRange(0, _ZOOM_STEPS)
        self._zoom.setFixedWidth(110)
        self._zoom.valueChanged.connect(self._zoom_timeline)
        self.addPermanentWidget(self._period)
        self.addPermanentWidget(self._zoom_step(desk, "minus", tr("Zoom out"), -1))
        self.addPermanentWidget(self._zoom)
        self.addPermanentWidget(self._zoom_step(desk, "plus", tr("Zoom in"), 1))
        self.setContentsMargins(0, 0, 2 * SPACE, 0)
        timeline.zoom_changed.connect(self._follow_zoom)
        desk.focus.filter_changed.connect(self._show_hidden)
        desk.feed.changed.connect(self._after_change)
        desk.runner.begun.connect(self._show_begun)
        desk.runner.failed.connect(self._show_saved)
        self._dossier.setText(tr("Dossier: {name}", name=desk.workspace.path.stem))
        self._dossier.setToolTip(str(desk.workspace.path))
        self._show_saved()
        self._show_hidden(desk.focus.filter)
        self._follow_zoom()

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "hint")
        return label

    def _zoom_step(self, desk: Desk, icon: str, name: str, sign: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"status.zoom.{icon}")
        button.setProperty("kind", "small")
        button.setIcon(desk.icons.icon(icon))
        button.setIconSize(QSize(1, 1) * grown(_STEP_ICON, self.font()))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(partial(self._step, sign))
        return button

    def _step(self, sign: int, _: bool = False) -> None:
        self._zoom.setValue(self._zoom.value() + sign * _ZOOM_STEPS // _PRESSES)

    def _after_change(self, changes: ChangeSet) -> None:
        self._show_saved()
        if changes.edit is not None:
            step = changes.edit.label
            own, others = tr("Saved: {step}", step=step), tr("Changed elsewhere: {step}", step=step)
            announce(self._saved, own if changes.own else others)
        self._show_hidden(self._desk.focus.filter)

    def _show_begun(self, words: str) -> None:
        self._saved.setText(words)
        announce(self._saved, words)

    def _show_saved(self, _: object = None) -> None:
        workspace = self._desk.workspace
        if workspace.read_only:
            self._saved.setText(tr("Read-only"))
        elif workspace.saved_at is None:
            self._saved.setText(tr("Everything is saved"))
        else:
            at: datetime = workspace.saved_at.astimezone()
            self._saved.setText(tr("Saved · {time}", time=f"{at:%H:%M}"))

    def _show_hidden(self, shared: SharedFilter) -> None:
        self._clear.setVisible(not shared.is_empty)
        self._hidden.setVisible(not shared.is_empty)
        if shared.is_empty:
            return
        read = self._desk.read
        hidden = {
            table: read.count(table) - read.count(table, scope(table, shared))
            for table in ("meeting", "delegation", "task")
        }
        self._hidden.setText(
            tr(
                "The filter hides {meetings}, {delegations}, {tasks}",
                meetings=trn("{n} meeting", "{n} meetings", hidden["meeting"]),
                delegations=trn("{n} delegation", "{n} delegations", hidden["delegation"]),
                tasks=trn("{n} task", "{n} tasks", hidden["task"]),
            )
        )

    def _clear_filter(self) -> None:
        self._desk.focus.clear_filter()

    def _zoom_timeline(self, value: int) -> None:
        self._timeline.set_zoom_fraction(value / _ZOOM_STEPS)

    def _follow_zoom(self) -> None:
        self._zoom.blockSignals(True)
        self._zoom.setValue(round(self._timeline.zoom_fraction() * _ZOOM_STEPS))
        self._zoom.blockSignals(False)
        self._period.setText(self._timeline.period_text())
