"""One view of the window: title, what is counted, the filter, and the table or what stands in its place."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import counted, tr
from ministrack.domain.lists import ListQuery
from ministrack.domain.record import Ref
from ministrack.domain.scope import scope
from ministrack.domain.values import replace
from ministrack.edits.changes import ChangeSet
from ministrack.ui.commands import offered
from ministrack.ui.desk import Desk
from ministrack.ui.filter_bar.bar import FilterBar
from ministrack.ui.focus import Selection
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.models.windowed import query_columns
from ministrack.ui.widgets.cell_editing import CellEditing
from ministrack.ui.widgets.empty_state import EmptyState
from ministrack.ui.widgets.record_table import RecordTable
from ministrack.ui.widgets.view import Presentation, View
from ministrack.ui.widgets.view_head import TABLE, ViewHead
from ministrack.ui.widgets.view_plan import ViewPlan

_IN_MENU = (
    "paste_rows",
    "change_all",
    "merge",
    "duplicate",
    "papers_about",
)  # commands that concern rows of a table


class RecordView(View):
    """Follows the shared filter, the record in focus and every edit."""

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
        self._head = ViewHead(tr(plan.title), plan.others, self, has_columns=True)
        self._head.columns_wanted.connect(self.choose_columns)
        self._head.chosen.connect(self.show_presentation)
        self._chosen = TABLE
        self._others: dict[str, Presentation] = {}
        self._lay_out()
        self._table.picked.connect(self._select)
        self._table.clicked.connect(self._point)
        self._table.opened.connect(self.activated)
        self._table.delete_wanted.connect(self.delete_wanted)
        self._table.menu_wanted.connect(self._show_menu)
        self._table.sorted_by.connect(self._sort)
        self._table.columns.menu_wanted.connect(self._show_columns_menu)
        self._empty.wanted.connect(self._act)
        desk.focus.filter_changed.connect(self._follow_filter)
        desk.focus.record_changed.connect(self._follow_record)
        desk.feed.changed.connect(self._follow_edit)
        desk.themes.changed.connect(self._follow_theme)
        self._table.selected.connect(self._say_selection)
        self._table.records.let_edit(not desk.workspace.read_only)
        self._editing = CellEditing(desk, self._table)
        self._tell()
        self._table.follow(desk.focus.record)

    @property
    def table_widget(self) -> RecordTable:
        """The table itself."""
        return self._table

    @property
    def presentation(self) -> str:
        """The name of what is shown: "table", or one of the plan's others."""
        return self._chosen

    def presented(self) -> QWidget:
        """What is shown."""
        return self._others.get(self._chosen, self._table)

    def show_presentation(self, name: str) -> None:
        """Shows the table (also for an unknown name) or another presentation, making it first if need be."""
        plan = next((plan for plan in self._plan.others if plan.name == name), None)
        self._chosen = plan.name if plan else TABLE
        if plan is not None and plan.name not in self._others:
            made = plan.make(self._desk, self)
            made.pointed.connect(self.pointed)
            made.activated.connect(self.activated)
            made.create_wanted.connect(self.create_wanted)
            made.delete_wanted.connect(self.delete_wanted)
            self._others[plan.name] = made
            self._stack.addWidget(made)
        self._head.show_chosen(self._chosen)
        self._head.columns.setVisible(self._chosen == TABLE)
        self._tell()

    def focus_content(self) -> None:
        """Puts the keyboard into the table, or on the first action where it is empty."""
        shown = self._shown()
        if isinstance(shown, Presentation):
            shown.focus_content()
        else:
            shown.setFocus()

    def commit(self) -> bool:
        return self._editing.leave()

    def keep_layout(self, memory: LayoutMemory) -> None:
        memory.keep_bytes(f"columns.{self._plan.object_name}", self._table.columns.save())
        memory.keep_text(f"presentation.{self._plan.object_name}", self._chosen)
        for made in self._others.values():
            made.keep_layout(memory)

    def restore_layout(self, memory: LayoutMemory) -> None:
        state = memory.bytes_of(f"columns.{self._plan.object_name}")
        if state is not None:
            self._table.columns.restore(state)
        self.show_presentation(memory.text_of(f"presentation.{self._plan.object_name}"))
        for made in self._others.values():
            made.restore_layout(memory)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_due:
            self._catch_up()
        self._table.records.work_when_idle(True)
        self._say_selection()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._table.records.work_when_idle(False)
        if self._desk.focus.selection.refs == self._table.selected_refs:
            self._desk.focus.set_selection(Selection())

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        hairline = QFrame(self)
        hairline.setProperty("role", "line")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._bar)
        layout.addWidget(hairline)
        layout.addWidget(self._stack, 1)

    def _shown(self) -> QWidget:
        return self._stack.currentWidget() or self._table

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
        self._head.set_count(self._counted(shown, total, is_filtered))
        before, keyboard = self._shown(), QApplication.focusWidget()
        had_keyboard = keyboard is not None and (keyboard is before or before.isAncestorOf(keyboard))
        self._stack.setCurrentWidget(self.presented() if shown else self._empty)
        if had_keyboard and self._shown() is not before:
            self.focus_content()
        if not shown and is_filtered and total:
            self._empty.say(self._plan.hidden(total), tr("Clear filter"), is_first=False)
        elif not shown:
            self._empty.say(tr(self._plan.empty), tr(self._plan.first), is_first=True)

    def _counted(self, shown: int, total: int, is_filtered: bool) -> str:
        if is_filtered:
            return tr("{shown} of {total}", shown=counted(shown), total=counted(total))
        if self._plan.counted is not None and shown:
            return self._plan.counted(self._desk.read, shown)
        return counted(shown)

    # what the user does

    def _point(self) -> None:
        self.pointed.emit()

    def _select(self, ref: Ref) -> None:
        self._desk.focus.select(ref)

    def _say_selection(self) -> None:
        if self.isVisible():
            count = self._table.selected_count()
            self._desk.focus.set_selection(Selection(self._plan.table, count, self._table.selected_refs))

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

    def choose_columns(self) -> None:
        if self._chosen != TABLE:
            return
        # delayed: start-up time
        from ministrack.ui.widgets.columns_menu import choose_columns

        choose_columns(self._table.columns, self._head.columns)

    def _show_columns_menu(self, place: QPoint) -> None:
        # delayed: start-up time
        from ministrack.ui.widgets.columns_menu import show_columns_menu

        show_columns_menu(self._table.columns, place, self._head.columns)

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("recordMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        to_details = tr("Open") if self._desk.workspace.read_only else tr("Edit")
        menu.addAction(to_details).triggered.connect(self._open_current)
        menu.addAction(tr("Copy")).triggered.connect(self._table.copy)
        menu.addActions(offered(self, _IN_MENU))
        if self._plan.offered is not None:
            self._plan.offered(menu, self._desk, self._table.selected_refs())
        menu.addSeparator()
        delete = menu.addAction(tr("Delete…"))
        delete.setEnabled(not self._desk.workspace.read_only)
        delete.triggered.connect(self._delete_selected)
        menu.popup(place)
