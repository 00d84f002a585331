"""The left pane: the views with what each holds, and the series to narrow everything to."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from ministrack.domain.filters import Compare, Comparison, OneOf, SharedFilter, every
from ministrack.domain.language import tr
from ministrack.domain.lists import ListQuery
from ministrack.domain.scope import scope
from ministrack.domain.task import UNFINISHED_VALUES
from ministrack.edits.asking import RowChange
from ministrack.edits.changes import ChangeSet
from ministrack.ui.desk import Desk
from ministrack.ui.filter_bar.narrowing import toggled_series
from ministrack.ui.models.places import FilterPlace, Heading, Place, PlaceModel, SeriesPlace, ViewPlace
from ministrack.ui.style.metrics import grown
from ministrack.ui.views import views
from ministrack.ui.widgets.place_delegate import RING, PlaceDelegate

_LEAST = 150  # px: the names of the views are read in full
_SERIES = 200  # more than can be overlooked
_OVERDUE = "overdue tasks"
_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_TOGGLES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Navigation(QFrame):
    """Shows the view in focus and changes it; a click on a series narrows everything to it, or widens."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._totals: dict[str, int] = {}  # of whole tables, kept while nothing is filtered
        self._is_due = True
        self.setObjectName("navigation")
        self.setAccessibleName(tr("Navigation"))
        self.setProperty("role", "sidebar")
        self.setMinimumWidth(grown(_LEAST, self.font()))
        self.places = PlaceModel(self)
        self.list = _PlaceList(self)
        self.list.setModel(self.places)
        self.list.setItemDelegate(PlaceDelegate(desk.themes, desk.icons, self.list))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.list.clicked.connect(self._choose)
        self.list.entered_by_key.connect(self._choose)
        self.list.stepped.connect(self._step)
        self.list.deleted_by_key.connect(self._delete)
        self.list.renamed_by_key.connect(self._rename)
        self.list.customContextMenuRequested.connect(self._offer_menu)
        desk.focus.view_changed.connect(self._show_view)
        desk.focus.filter_changed.connect(self._follow_filter)
        desk.feed.changed.connect(self._follow_edit)
        desk.themes.changed.connect(self._repaint)
        self._count_anew()
        self._show_view(desk.focus.view)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_due:
            self._count_anew()

    def _follow_filter(self, shared: SharedFilter) -> None:
        self._is_due = True
        if self.isVisible():
            self._count_anew()

    def _follow_edit(self, change_set: ChangeSet) -> None:
        for table in change_set.tables():
            self._totals.pop(table, None)
        if "task" in change_set.moved or any(_moves_tasks(change) for change in change_set.changes):
            self._totals.pop(_OVERDUE, None)
        self._is_due = True
        if self.isVisible():
            self._count_anew()

    def _count_anew(self) -> None:
        self._is_due = False
        shared = self._desk.focus.filter
        places: list[Place] = []
        for entry in views():
            count = self._count(entry.table, shared) if entry.table else None
            overdue = self._overdue(shared) if count and entry.table == "task" else 0
            places.append(ViewPlace(entry.name, tr(entry.label), entry.icon, count, overdue))
        query = ListQuery("series", ("name", "short_name"), sort="name")
        series = [
            SeriesPlace(str(row["id"]), str(row["short_name"] or row["name"]), row["id"] in shared.series)
            for row in self._desk.read.rows(query, _SERIES)
        ]
        if series:
            places += [Heading(tr("Series")), *series]
        kept = self._kept(shared)
        if kept:
            places += [Heading(tr("Saved filters")), *kept]
        self.places.show(places)

    def _kept(self, shared: SharedFilter) -> list[FilterPlace]:
        """Filters that were saved, by name; one that cannot be read is listed, so that it can be deleted."""
        if "saved_filter" not in self._totals:
            self._totals["saved_filter"] = self._desk.read.count("saved_filter")
        if not self._totals["saved_filter"]:
            return []
        # delayed: start-up time
        from ministrack.ui.kept_filters import kept_places

        return kept_places(self._desk.read, shared)

    def _count(self, table: str, shared: SharedFilter) -> int:
        if not shared.is_empty:
            return self._desk.read.count(table, scope(table, shared))
        if table not in self._totals:
            self._totals[table] = self._desk.read.count(table)
        return self._totals[table]

    def _overdue(self, shared: SharedFilter) -> int:
        if not shared.is_empty:
            return self._count_overdue(shared)
        if _OVERDUE not in self._totals:
            self._totals[_OVERDUE] = self._count_overdue(shared)
        return self._totals[_OVERDUE]

    def _count_overdue(self, shared: SharedFilter) -> int:
        late = Compare("due_last", date.today().isoformat(), Comparison.BELOW)
        unfinished = OneOf("status", UNFINISHED_VALUES)
        return self._desk.read.count("task", every((scope("task", shared), unfinished, late)))

    def _show_view(self, name: str) -> None:
        self.places.set_shown(name)
        row = self.places.row_of_view(name)
        if row is not None:
            self.list.setCurrentIndex(self.places.index(row))

    def _step(self, index: QModelIndex) -> None:
        """The keyboard moved: a view is shown at once, a series waits for Enter."""
        place = self.places.place(index.row())
        if isinstance(place, ViewPlace):
            self._desk.focus.show_view(place.name)

    def _choose(self, index: QModelIndex) -> None:
        place = self.places.place(index.row())
        if isinstance(place, ViewPlace):
            self._desk.focus.show_view(place.name)
        elif isinstance(place, SeriesPlace):
            self._desk.focus.set_filter(toggled_series(self._desk.focus.filter, place.id))
        elif isinstance(place, FilterPlace):
            # delayed: start-up time
            from ministrack.ui.kept_filters import toggle_kept

            toggle_kept(self._desk, place)

    def _delete(self, index: QModelIndex) -> None:
        place = self.places.place(index.row())
        if isinstance(place, FilterPlace) and not self._desk.workspace.read_only:
            # delayed: start-up time
            from ministrack.ui.kept_filters import delete_kept

            delete_kept(self._desk, place)

    def _offer_menu(self, where: QPoint) -> None:
        index = self.list.indexAt(where)
        place = self.places.place(index.row())
        if isinstance(place, FilterPlace):
            # delayed: start-up time
            from ministrack.ui.kept_filters import show_kept_menu

            show_kept_menu(self._desk, place, self.list.viewport().mapToGlobal(where), self.list)

    def _rename(self, index: QModelIndex) -> None:
        place = self.places.place(index.row())
        if isinstance(place, FilterPlace) and not self._desk.workspace.read_only:
            # delayed: start-up time
            from ministrack.ui.kept_filters import rename_kept

            below = self.list.viewport().mapToGlobal(self.list.visualRect(index).bottomLeft())
            rename_kept(self._desk, place, below, self.list)

    def _repaint(self, theme: object) -> None:
        self.list.viewport().update()


def _moves_tasks(change: RowChange) -> bool:
    """Whether tasks may be due at another time now: tasks may be due before a meeting."""
    if change.table == "task":
        return True
    before, after = change.before or {}, change.after or {}
    return change.table == "meeting" and before.get("date") != after.get("date")


class _PlaceList(QListView):
    """The list itself: Enter and Space choose, arrows step over headings."""

    entered_by_key = Signal(QModelIndex)
    stepped = Signal(QModelIndex)
    deleted_by_key = Signal(QModelIndex)
    renamed_by_key = Signal(QModelIndex)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("navigationList")
        self.setAccessibleName(tr("Views, series and saved filters"))
        self.setProperty("role", "navigation")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setProperty(RING, False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.setProperty(RING, event.reason() in _BY_KEYS)
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setProperty(RING, False)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.setProperty(RING, True)
        before = self.currentIndex()
        if event.key() in _TOGGLES:
            if before.isValid():
                self.entered_by_key.emit(before)
            return
        if event.key() == Qt.Key.Key_Delete and before.isValid():
            self.deleted_by_key.emit(before)
            return
        if event.key() == Qt.Key.Key_F2 and before.isValid():
            self.renamed_by_key.emit(before)
            return
        super().keyPressEvent(event)
        after = self.currentIndex()
        if after.isValid() and after != before:
            self.stepped.emit(after)
