"""Keeps the timeline in step with the dossier, the shared filter and the record in focus."""

from datetime import date

from PySide6.QtCore import QObject

from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.edits.changes import ChangeSet
from ministrack.ui.desk import Desk
from ministrack.ui.timeline_pane.changes import touched
from ministrack.ui.timeline_pane.items import records_within, series_names, timeline_items
from ministrack.ui.views.timeline.view import Timeline


class TimelineFeed(QObject):
    """Items are made anew where something changed; a filter only chooses among them."""

    def __init__(self, desk: Desk, timeline: Timeline, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._timeline = timeline
        self._today = date.today()
        desk.feed.changed.connect(self.hear)
        desk.focus.filter_changed.connect(self._narrow)
        desk.focus.record_changed.connect(self._follow)
        timeline.selected.connect(self._select)
        self.fill()

    def hear(self, change_set: ChangeSet) -> None:
        """Follows an edit: makes anew the items that it touched."""
        read, shared = self._desk.read, self._desk.focus.filter
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
