"""Keeps the timeline in step with the dossier, the shared filter and the record in focus."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import tr
from ministrack.domain.progress import Progress, Stopped
from ministrack.domain.record import Ref
from ministrack.edits.changes import ChangeSet
from ministrack.ui.desk import Desk
from ministrack.ui.timeline_pane.changes import MADE_OF, touched
from ministrack.ui.timeline_pane.items import records_within, series_names, timeline_items
from ministrack.ui.views.timeline.content import Content
from ministrack.ui.views.timeline.view import Timeline

if TYPE_CHECKING:
    from ministrack.edits.background import Background
    from ministrack.ui.working import Job


class TimelineFeed(QObject):
    """Items are made anew where something changed; a filter only chooses among them."""

    def __init__(self, desk: Desk, timeline: Timeline, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._timeline = timeline
        self._today = date.today()
        self._job: Job | None = None  # gathers items after a large edit
        self._is_outdated = False  # something was changed while it does
        desk.feed.changed.connect(self.hear)
        desk.focus.filter_changed.connect(self._narrow)
        desk.focus.record_changed.connect(self._follow)
        timeline.selected.connect(self._select)
        self.fill()

    def hear(self, change_set: ChangeSet) -> None:
        """Follows an edit: makes anew the items that it touched."""
        read, shared = self._desk.read, self._desk.focus.filter
        if MADE_OF & change_set.moved:
            self._fill_beside()
            return
        self._is_outdated = self._job is not None
        found = touched(read, change_set)
        if found is None or self._today != date.today():
            self.fill()
            return
        if found.keys:
            items = timeline_items(read, self._today, found.wanted)
            self._timeline.change_items(found.keys, items, records_within(read, shared))
        elif not shared.is_empty:
            self._narrow(shared)  # a new delegation may bring its meeting in

    def fill(self) -> None:
        """Shows what the dossier holds now."""
        read, shared = self._desk.read, self._desk.focus.filter
        self._today = date.today()
        self._timeline.set_today(self._today.toordinal())
        self._say_when_empty(shared)
        items = timeline_items(read, self._today)
        self._timeline.set_items(items, series_names(read), records_within(read, shared))
        self._follow(self._desk.focus.record)

    def _fill_beside(self) -> None:
        """Gathers everything away from the window's thread: a large edit has brought thousands of items."""
        if self._job is not None:
            self._is_outdated = True
            return
        self._is_outdated = False
        self._today = date.today()
        self._job = self._desk.runner.start(partial(_gathered, self._desk.runner.background(), self._today))
        self._job.finished.connect(self._take)
        self._job.failed.connect(self._fill_after_all)

    def _take(self, content: object) -> None:
        self._job = None
        shared = self._desk.focus.filter
        self._timeline.set_today(self._today.toordinal())
        self._say_when_empty(shared)
        self._timeline.set_content(cast(Content, content), records_within(self._desk.read, shared))
        self._follow(self._desk.focus.record)
        if self._is_outdated:
            self._fill_beside()

    def _fill_after_all(self, error: object) -> None:
        self._job = None
        if not isinstance(error, Stopped):
            self.fill()

    def _narrow(self, shared: SharedFilter) -> None:
        self._say_when_empty(shared)
        self._timeline.narrow(records_within(self._desk.read, shared))

    def _say_when_empty(self, shared: SharedFilter) -> None:
        self._timeline.set_empty_text(
            tr("Meetings with a date stand here.")
            if shared.is_empty
            else tr("Nothing with a date matches the filter.")
        )

    def _follow(self, record: Ref | None) -> None:
        self._timeline.set_selected(record)

    def _select(self, record: tuple[str, str]) -> None:
        self._desk.focus.select(Ref(*record))


def _gathered(background: "Background", today: date, _: Progress) -> Content:
    """All items, sorted; on a thread of their own, with a reader of their own."""
    with background.workspace() as workspace:
        return Content(timeline_items(workspace.read, today), series_names(workspace.read))
