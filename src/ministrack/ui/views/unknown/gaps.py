"""Kinds of gaps on the left, the records that have one on the right, and when to look again below."""

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSplitter, QStackedWidget, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from ministrack.domain.filing import Inquiry
from ministrack.domain.filters import every
from ministrack.domain.gaps import ASKED, GAPS, Gap, gap_of
from ministrack.domain.language import tr, trn
from ministrack.domain.lists import ListQuery
from ministrack.domain.record import Ref
from ministrack.domain.scope import scope
from ministrack.ui.desk import Desk
from ministrack.ui.models.windowed import query_columns
from ministrack.ui.style.metrics import MARGIN, SPACE, grown
from ministrack.ui.views.unknown.asking import LookAgain
from ministrack.ui.views.unknown.columns import AGAIN, asked_columns, gap_columns
from ministrack.ui.views.unknown.kinds import KindList, kinds
from ministrack.ui.widgets.empty_state import EmptyState
from ministrack.ui.widgets.following import Following
from ministrack.ui.widgets.record_table import RecordTable

_KINDS_WIDTH = 260


class Gaps(Following):
    """Follows the shared filter and every edit.

    Signals: `pointed()` when a record was picked; `opened(Ref)` for one to be shown where it is listed;
    `counted(str)` with what stands beside the title.
    """

    pointed = Signal()
    opened = Signal(object)
    counted = Signal(str)

    def __init__(self, desk: Desk, parent: Widget | None = None) -> None:
        super().__init__(desk, parent)
        self._tables: dict[str, RecordTable] = {}
        self._followed: Ref | None = None
        self._kinds = KindList(self)
        self._kinds.kind_changed.connect(self._show_kind)
        self._stack = QStackedWidget(self)
        self._empty = EmptyState(desk.icons, "circle-check", self)
        self._empty.wanted.connect(desk.focus.clear_filter)
        self._ask = QPushButton(tr("&Look again on…"), self)
        self._ask.setObjectName("unknown.ask")
        self._ask.setToolTip(tr("Say when to look again for what the selected records lack"))
        self._ask.clicked.connect(self.ask)
        self._lay_out()
        desk.themes.changed.connect(self._follow_theme)

    def focus_content(self) -> None:
        """Puts the keyboard on the records, or on the kinds where there are none."""
        table = self._table()
        (table if table is not None else self._kinds).setFocus()

    def refresh(self) -> None:
        shared = self._desk.focus.filter
        found = kinds(self._desk.read, shared, date.today())
        total = sum(kind.count for kind in found if kind.gap is not None)
        self._kinds.show_kinds(found)
        self.counted.emit(trn("{n} thing", "{n} things", total) if total else "")
        self._splitter.setVisible(bool(found))
        self._empty.setVisible(not found)
        if not found:
            is_filtered = not shared.is_empty
            self._empty.say(
                tr("Everything that is asked for is known.")
                if is_filtered or self._has_records()
                else tr("What nobody knows of meetings, tasks and documents will be listed here."),
                tr("Clear filter") if is_filtered else "",
                is_first=False,
            )
        for key, table in self._tables.items():
            table.set_query(self._query(key, table.records.query.sort, table.records.query.descending))
            table.refresh()
        self._show_kind(self._kinds.chosen)

    def _has_records(self) -> bool:
        """Whether anything is recorded that could lack something."""
        return any(self._desk.read.count(table) for table in dict.fromkeys(gap.table for gap in GAPS))

    def follow(self, ref: Ref | None) -> None:
        table, is_new = self._table(), ref != self._followed
        self._followed = ref
        if table is not None and self._kinds.chosen and is_new:  # several may be selected: they stay so
            table.follow(ref)

    def ask(self) -> None:
        """Asks when to look again for what the selected records lack."""
        refs, gap = self._selected()
        if gap is not None and refs and not self._desk.workspace.read_only:
            LookAgain(self._desk, gap, refs, self.window()).open()

    # the tables

    def _show_kind(self, key: str) -> None:
        if not self._kinds.count():
            return
        if key not in self._tables:
            self._tables[key] = self._make(key)
            self._stack.addWidget(self._tables[key])
        self._stack.setCurrentWidget(self._tables[key])
        self._say_selection()

    def _make(self, key: str) -> RecordTable:
        gap = gap_of(key)
        columns = gap_columns(gap) if gap is not None else asked_columns()
        desk = self._desk
        table = RecordTable(desk.read, self._query(key), columns, desk.themes, desk.flags, self)
        table.setObjectName(f"unknown.table.{key or 'asked'}")
        table.setAccessibleName(tr("Records that lack it") if gap is not None else tr("To look at again"))
        table.picked.connect(self._pick)
        table.opened.connect(self._open)
        table.selected.connect(self._say_selection)
        table.menu_wanted.connect(self._show_menu)
        table.sorted_by.connect(partial(self._sort, key))
        return table

    def _query(self, key: str, sort: str = "", descending: bool = False) -> ListQuery:
        gap = gap_of(key)
        if gap is None:
            sort = sort or f"{AGAIN}_first"
            columns = query_columns(asked_columns())
            return ListQuery(Inquiry.TABLE, columns, ASKED, sort, descending)
        wanted = every((scope(gap.table, self._desk.focus.filter), gap.filter))
        sort = sort or f"{AGAIN}_first_of_gap_{gap.name}"
        return ListQuery(gap.table, query_columns(gap_columns(gap)), wanted, sort, descending)

    def _sort(self, key: str, column: str, descending: bool) -> None:
        self._tables[key].set_query(self._query(key, column, descending))

    def _table(self) -> RecordTable | None:
        return self._tables.get(self._kinds.chosen) if self._kinds.count() else None

    # what the user does

    def _pick(self, ref: Ref) -> None:
        self._desk.focus.select(self._subject(ref))
        self.pointed.emit()

    def _open(self, ref: Ref) -> None:
        self.opened.emit(self._subject(ref))

    def _subject(self, ref: Ref) -> Ref:
        """The record that a row is about."""
        found = self._desk.read.get(Inquiry, ref.id) if ref.table == Inquiry.TABLE else None
        return Ref(found.subject_table, found.subject) if found is not None else ref

    def _selected(self) -> tuple[list[Ref], Gap | None]:
        """The selected records and what they lack; of inquiries, those about the same gap as the first."""
        table = self._table()
        refs = table.selected_refs() if table is not None else []
        gap = gap_of(self._kinds.chosen)
        if gap is not None or not refs:
            return refs, gap
        found = [inquiry for ref in refs if (inquiry := self._desk.read.get(Inquiry, ref.id)) is not None]
        gap = gap_of(found[0].missing) if found else None
        alike = [each for each in found if gap is not None and each.missing == gap.key]
        return [Ref(each.subject_table, each.subject) for each in alike], gap

    def _say_selection(self) -> None:
        table = self._table()
        has_any = table is not None and table.selected_count() > 0
        self._ask.setEnabled(has_any and not self._desk.workspace.read_only)

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("unknown.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Show in its list")).triggered.connect(self._open_current)
        asking = menu.addAction(tr("Look again on…"))
        asking.setEnabled(self._ask.isEnabled())
        asking.triggered.connect(self.ask)
        menu.popup(place)

    def _open_current(self) -> None:
        table = self._table()
        refs = table.selected_refs() if table is not None else []
        if refs:
            self._open(refs[0])

    def _follow_theme(self, _: object) -> None:
        self._empty.repaint_icon()

    def _lay_out(self) -> None:
        right = Widget(self)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, 2 * SPACE, MARGIN, 2 * SPACE)
        foot.addWidget(self._ask)
        foot.addStretch(1)
        line = QFrame(right)
        line.setProperty("role", "line")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(line)
        column.addLayout(foot)
        self._splitter = QSplitter(self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._kinds)
        self._splitter.addWidget(right)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        width = grown(_KINDS_WIDTH, self.font())
        self._splitter.setSizes([width, 3 * width])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter, 1)
        whole.addWidget(self._empty, 1)
