"""The board as a presentation of the tasks, beside their table."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.domain.task import TaskStatus
from ministrack.edits.tasks import set_status
from ministrack.ui.desk import Desk
from ministrack.ui.style.metrics import MARGIN, SPACE
from ministrack.ui.views.tasks.board.column import Column
from ministrack.ui.views.tasks.board.edges import EdgeScroll
from ministrack.ui.widgets.view import Presentation

ORDER = (
    TaskStatus.OPEN,
    TaskStatus.IN_PROGRESS,
    TaskStatus.PARTLY,
    TaskStatus.DONE,
    TaskStatus.DROPPED,
    TaskStatus.SUPERSEDED,
)
"""The columns, from the first to the last."""


class BoardPresentation(Presentation):
    """Follows filter, record and edits; a card moved to another column is one edit of its status."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("tasksBoard")
        self.setAccessibleName(tr("Board of tasks"))
        self._shown: tuple[Ref, TaskStatus] | None = None  # gone to already: a person may have scrolled away
        self._columns = [Column(desk, status) for status in ORDER]
        self._lay_out()
        self._edges = EdgeScroll(self._area)
        for place, column in enumerate(self._columns):
            self._connect(place, column)

    def column(self, status: TaskStatus) -> Column:
        """The column of a status."""
        return self._columns[ORDER.index(status)]

    def refresh(self) -> None:
        """Reads everything anew."""
        for column in self._columns:
            column.show_filter(self._desk.focus.filter)

    def follow(self, ref: Ref | None) -> None:
        """Goes to the task in focus, with the keyboard where that is on the board."""
        had_keyboard = self._keyboard_column() is not None
        row = self._desk.read.row(ref, ("status",)) if ref is not None and ref.table == "task" else None
        for column in self._columns:
            is_there = row is not None and row["status"] == column.status.value
            if column.follow(ref if is_there else None):
                self._go_to(column, ref)
                if had_keyboard:
                    column.cards.setFocus()

    def focus_content(self) -> None:
        """Puts the keyboard on the card in focus, else into the first column that has cards."""
        filled = [column for column in self._columns if column.cards.deck.rowCount()]
        chosen = [column for column in filled if column.cards.selectionModel().hasSelection()]
        for column in (*chosen, *filled)[:1]:
            column.cards.setFocus()

    # what the user does

    def _go_aside(self, place: int, side: int) -> None:
        """To the card beside, in the next column that has any."""
        row = max(self._columns[place].cards.currentIndex().row(), 0)
        ahead = self._columns[place + 1 :] if side > 0 else reversed(self._columns[:place])
        for column in ahead:
            count = column.cards.deck.rowCount()
            if count:
                column.cards.setFocus()
                column.cards.setCurrentIndex(column.cards.deck.index(min(row, count - 1)))
                card = column.cards.current()
                if card is not None:
                    self._desk.focus.select(card)
                self._show(column)
                return

    def _move_aside(self, place: int, side: int) -> None:
        """The card under the keyboard goes to the next column."""
        task = self._columns[place].cards.current()
        if task is not None and 0 <= place + side < len(ORDER):
            self._desk.focus.select(task)
            self._move(task, ORDER[place + side])

    def _drop(self, task: str, status: TaskStatus) -> None:
        self._edges.stop()
        self._move(Ref("task", task), status)

    def _move(self, task: Ref, status: TaskStatus) -> None:
        row = self._desk.read.row(task, ("status",))
        if self._desk.workspace.read_only or row is None or row["status"] == status.value:
            return
        if self._desk.runner.run(set_status(self._desk.read, {task: row["status"]}, status)):
            self._desk.focus.select(task)

    def _show_menu(self, place: int, where: QPoint) -> None:
        task = self._columns[place].cards.current()
        if task is None:
            return
        # delayed: start-up time
        from ministrack.ui.views.tasks.statuses import add_status_menu

        menu = QMenu(self)
        menu.setObjectName("cardMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        to_details = tr("Open") if self._desk.workspace.read_only else tr("Edit")
        menu.addAction(to_details).triggered.connect(partial(self._edit, task))
        add_status_menu(menu, self._desk, [task])
        menu.addSeparator()
        delete = menu.addAction(tr("Delete…"))
        delete.setEnabled(not self._desk.workspace.read_only)
        delete.triggered.connect(partial(self._delete, task))
        menu.popup(where)

    def _edit(self, task: Ref, _checked: bool = False) -> None:
        self.activated.emit(task)

    def _delete(self, task: Ref, _checked: bool = False) -> None:
        self.delete_wanted.emit([task])

    # how it stands

    def _connect(self, place: int, column: Column) -> None:
        cards = column.cards
        cards.picked.connect(self._desk.focus.select)
        cards.pointed.connect(self.pointed)
        cards.opened.connect(self.activated)
        cards.delete_wanted.connect(self.delete_wanted)
        cards.dragged.connect(self._edges.heed)
        cards.side_wanted.connect(partial(self._go_aside, place))
        cards.move_wanted.connect(partial(self._move_aside, place))
        cards.menu_wanted.connect(partial(self._show_menu, place))
        column.task_dropped.connect(self._drop)

    def _keyboard_column(self) -> Column | None:
        focus = QApplication.focusWidget()
        return next((column for column in self._columns if column.cards is focus), None)

    def _go_to(self, column: Column, task: Ref | None) -> None:
        if task is not None and self._shown != (task, column.status):
            self._shown = (task, column.status)
            self._show(column)

    def _show(self, column: Column) -> None:
        """Brings a column into view, whole where there is room."""
        self._area.ensureWidgetVisible(column, MARGIN, 0)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "ground")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(inside)
        line.setContentsMargins(MARGIN, 3 * SPACE, MARGIN, 2 * SPACE)
        line.setSpacing(2 * SPACE)
        for column in self._columns:
            line.addWidget(column, 1)
        self._area = QScrollArea(self)
        self._area.setObjectName("tasksBoard.scroll")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setProperty("role", "ground")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
