"""The menu "Set status" of one task or several, in the table and on the board."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.domain.task import TaskStatus
from ministrack.edits.tasks import set_status
from ministrack.ui.desk import Desk

_AT_ONCE = 5000  # tasks; more than that is no quick change of a status


def add_status_menu(menu: QMenu, desk: Desk, tasks: Sequence[Ref]) -> None:
    """Adds the statuses below a heading; the one that all the tasks have is checked."""
    below = menu.addMenu(tr("Set status"))
    below.setObjectName("statusMenu")
    below.setAccessibleName(tr("Set status"))
    below.setEnabled(not desk.workspace.read_only and 0 < len(tasks) <= _AT_ONCE)
    if not below.isEnabled():
        return
    seen = _statuses(desk, tasks)
    group = QActionGroup(below)
    for status in TaskStatus:
        action = below.addAction(tr(status.label))
        action.setObjectName(f"status.{status.value}")
        action.setCheckable(True)
        action.setChecked(set(seen.values()) == {status.value})
        action.triggered.connect(partial(_set, desk, seen, status))
        group.addAction(action)


def _set(desk: Desk, seen: dict[Ref, object], status: TaskStatus, _checked: bool = False) -> None:
    moved = {task: before for task, before in seen.items() if before != status.value}
    if moved:
        desk.runner.run(set_status(desk.read, moved, status))


def _statuses(desk: Desk, tasks: Sequence[Ref]) -> dict[Ref, object]:
    rows = ((task, desk.read.row(task, ("status",))) for task in tasks)
    return {task: row["status"] for task, row in rows if row is not None}
