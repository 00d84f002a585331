"""One view of the window: title, what is counted, the filter, and the table or what stands in its place."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import tr
from ministrack.domain.lists import ListQuery
from ministrack.domain.record import Ref
from ministrack.domain.scope import scope
from ministrack.domain.values import dataclass, replace
from ministrack.edits.asking import Reader
from ministrack.edits.changes import ChangeSet
from ministrack.ui.desk import Desk
from ministrack.ui.filter_bar.bar import FilterBar
from ministrack.ui.models.column import Column
from ministrack.ui.models.windowed import query_columns
from ministrack.ui.style.metrics import MARGIN, SPACE
from ministrack.ui.widgets.empty_state import EmptyState
from ministrack.ui.widgets.record_table import RecordTable


@dataclass(frozen=True, slots=True)
class ViewPlan:
    """What one view of records is: texts are marked with N_."""

    table: str
    object_name: str
    title: str
    icon: str
    columns: tuple[Column, ...]
    sort: str
    empty: str  # what belongs here
    first: str  # the first action
    hidden: Callable[[int], str]  # "No meeting matches the filter. 2 are hidden."
    descending: bool = False
    counted: Callable[[Reader, int], str] | None = None  # more than the number, while nothing is filtered


class RecordView(QWidget):
    """Follows the shared filter, the record in focus and every edit.

    Signals: `activated(Ref)` by Enter or a double click; `create_wanted(str, dict)` with a table and fields
    that are known already; `delete_wanted(list[Ref])`.
    """

    activated = Signal(object)
    create_wanted = Signal(str, dict)
    delete_wanted = Signal(object)

    def __init__(self, desk: Desk, plan: ViewPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._plan = plan
        self._total: int | None = None  # of the whole table, as long as it is known
        self._is_due = False  # something happened while this was hidden
        self.setAccessibleName(tr(plan.title))
        query = ListQuery(
            plan.table,
            query_columns(plan.columns),
            scope(plan.table, desk.focus.filter),
            plan.sort,
            plan.descending,
        )
        self._table = RecordTable(desk.read, query, plan.columns, desk.themes, desk.flags, self)
        self._table.setObjectName(plan.object_name)
        self._table.setAccessibleName(tr(plan.title))
        self._empty = EmptyState(desk.icons, plan.icon, self)
        self._bar = FilterBar(desk, self)
        self._lay_out()
        self._table.picked.connect(self._select)
        self._table.opened.connect(self.activated)
        self._table.delete_wanted.connect(self.delete_wanted)
        self._table.menu_wanted.connect(self._show_menu)
        self._table.sorted_by.connect(self._sort)
        self._empty.wanted.connect(self._act)
        desk.focus.filter_changed.connect(self._follow_filter)
        desk.focus.record_changed.connect(self._follow_record)
        desk.feed.changed.connect(self._follow_edit)
        desk.themes.changed.connect(self._follow_theme)
        self._tell()
        self._table.follow(desk.focus.record)

    @property
    def table_widget(self) -> RecordTable:
        """The table itself."""
        return self._table

    def focus_table(self) -> None:
        """Puts the keyboard into the table, or on the first action where it is empty."""
        self._shown().setFocus()

    def column_state(self) -> QByteArray:
        """Widths, order and sorting of the columns, to be remembered."""
        return self._table.save_state()

    def restore_columns(self, state: QByteArray) -> bool:
        """Takes back what column_state() gave."""
        return self._table.restore_state(state)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_due:
            self._catch_up()
        self._table.records.work_when_idle(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._table.records.work_when_idle(False)

    def _lay_out(self) -> None:
        title = QLabel(tr(self._plan.title), self)
        title.setObjectName("viewTitle")
        title.setProperty("role", "title")
        self._count = QLabel(self)
        self._count.setObjectName("viewCount")
        self._count.setProperty("role", "soft")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        line = QHBoxLayout()
        line.setContentsMargins(MARGIN, 3 * SPACE, MARGIN, 0)
        line.setSpacing(2 * SPACE)
        line.addWidget(title, 0, Qt.AlignmentFlag.AlignBaseline)
        line.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBaseline)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        hairline = QFrame(self)
        hairline.setProperty("role", "line")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addWidget(self._bar)
        layout.addWidget(hairline)
        layout.addWidget(self._stack, 1)

    def _shown(self) -> QWidget:
        return self._table if self._stack.currentIndex() == 0 else self._empty

    # what follows

    def _follow_filter(self, shared: SharedFilter) -> None:
        self._later_or(self._relist)

    def _follow_edit(self, change_set: ChangeSet) -> None:
        if self._plan.table in change_set.tables():
            self._total = None
        self._later_or(self._reread)

    def _follow_record(self, ref: Ref | None) -> None:
        if self.isVisible():
            self._table.follow(ref)
        else:
            self._is_due = True

    def _follow_theme(self, theme: object) -> None:
        self._empty.repaint_icon()
        self._table.viewport().update()

    def _later_or(self, now: Callable[[], None]) -> None:
        if self.isVisible():
            now()
        else:
            self._is_due = True

    def _catch_up(self) -> None:
        self._is_due = False
        query = self._query()
        if query != self._table.records.query:
            self._table.set_query(query)
        else:
            self._table.refresh()
        self._tell()
        self._table.follow(self._desk.focus.record)

    def _relist(self) -> None:
        self._table.set_query(self._query())
        if not self._table.selectionModel().hasSelection():  # the record in focus may be back
            self._table.follow(self._desk.focus.record)
        self._tell()

    def _query(self) -> ListQuery:
        return replace(self._table.records.query, filter=scope(self._plan.table, self._desk.focus.filter))

    def _reread(self) -> None:
        self._table.refresh()
        self._tell()

    def _sort(self, column: str, descending: bool) -> None:
        self._table.set_query(replace(self._table.records.query, sort=column, descending=descending))

    def _tell(self) -> None:
        """The count beside the title, and what stands in place of an empty table."""
        shown = self._table.records.rowCount()
        is_filtered = not self._desk.focus.filter.is_empty
        total = shown if not is_filtered else self._total
        if total is None:
            total = self._desk.read.count(self._plan.table)
        self._total = total
        self._count.setText(self._counted(shown, total, is_filtered))
        had_keyboard = self._shown().hasFocus()
        self._stack.setCurrentIndex(0 if shown else 1)
        if had_keyboard:
            self._shown().setFocus()
        if not shown and is_filtered and total:
            self._empty.say(self._plan.hidden(total), tr("Clear filter"), is_first=False)
        elif not shown:
            self._empty.say(tr(self._plan.empty), tr(self._plan.first), is_first=True)

    def _counted(self, shown: int, total: int, is_filtered: bool) -> str:
        if is_filtered:
            return tr("{shown} of {total}", shown=shown, total=total)
        if self._plan.counted is not None and shown:
            return self._plan.counted(self._desk.read, shown)
        return str(shown)

    # what the user does

    def _select(self, ref: Ref) -> None:
        self._desk.focus.select(ref)

    def _act(self) -> None:
        """The button of the empty state."""
        if self._desk.read.count(self._plan.table):
            self._desk.focus.clear_filter()
        else:
            self.create_wanted.emit(self._plan.table, {})

    def _open_current(self) -> None:
        ref = self._table.records.ref_at(self._table.currentIndex().row())
        if ref is not None:
            self.activated.emit(ref)

    def _delete_selected(self) -> None:
        self.delete_wanted.emit(self._table.selected_refs())

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("recordMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Edit")).triggered.connect(self._open_current)
        menu.addAction(tr("Copy")).triggered.connect(self._table.copy)
        menu.addSeparator()
        delete = menu.addAction(tr("Delete…"))
        delete.setEnabled(not self._desk.workspace.read_only)
        delete.triggered.connect(self._delete_selected)
        menu.popup(place)
