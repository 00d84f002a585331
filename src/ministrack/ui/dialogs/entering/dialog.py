"""Adding many records at once: lines that are typed or pasted, what becomes of each, and one step for all."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.errors import MinistrackError
from ministrack.domain.language import counted, tr, trn
from ministrack.exchange.grid import Grid
from ministrack.exchange.plan import Verdict
from ministrack.exchange.targets import Target, target, targets
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.entering.for_all import FieldsForAll
from ministrack.ui.dialogs.entering.model import EntryModel
from ministrack.ui.dialogs.entering.table import EntryTable
from ministrack.ui.dialogs.messages import ask, is_asked
from ministrack.ui.dialogs.refused import show_refused
from ministrack.ui.forms.messages import small_label
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import DIALOG_MARGINS, SPACE, resize_to_letters
from ministrack.ui.widgets.dialog import Dialog, answer_buttons

_SIZE = (150, 30)  # letters across, lines down
_DELEGATIONS = ("delegation.party", "delegate.person", "delegate.title", "delegate.level")
_FIRST = 4  # fields that other kinds of record start with


class EnterLines(Dialog):
    """Lines of one kind of record. What is not clear is marked, with the reason, and left out."""

    enter_answers = False

    def __init__(self, desk: Desk, table: str, parent: QWidget) -> None:
        title = tr("Add {kind}", kind=tr(RECORD_TYPES[table].MANY).lower())
        super().__init__("enterLines", title, parent)
        self._desk = desk
        self._kind = RECORD_TYPES[table]
        self._leaving = False
        resize_to_letters(self, *_SIZE)
        self._model = EntryModel(desk.workspace, table, _columns(table), self)
        self._common = FieldsForAll(desk, self) if table == "delegation" else None
        self.table = EntryTable(desk, self._model, self)
        self._summary = small_label("soft")
        self._summary.setObjectName("entry.summary")
        self._line = small_label("soft")
        self._line.setObjectName("entry.line")
        self._lay_out()
        self._connect()
        self._take_common()
        self._tell()

    def start(self, grid: Grid) -> None:
        """Begins with a table, or with blank lines; the keyboard is where something is to be done."""
        if grid:
            self._model.take_table(grid)
        self.table.setCurrentIndex(self._model.index(0, 0))
        needs_meeting = self._common is not None and "meeting" not in self._common.values()
        first = self._common.meeting if needs_meeting and self._common is not None else self.table
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        hint = small_label("hint")
        hint.setText(
            tr(
                "Type, or paste from a spreadsheet. Enter goes to the next line, Tab to the next cell; "
                "a click on a header says what its column holds. Ctrl+Enter adds all lines as one step."
            )
        )
        self._column = self._link(tr("This column holds…"), "entry.column")
        self._remove = self._link(tr("Take line out"), "entry.remove")
        self._unclear = self._link(tr("Next that is not clear"), "entry.unclear")
        tools = QHBoxLayout()
        tools.setSpacing(3 * SPACE)
        tools.addWidget(self._column)
        tools.addWidget(self._remove)
        tools.addWidget(self._unclear)
        tools.addStretch(1)
        tools.addWidget(self._summary)
        self._summary.setWordWrap(False)
        buttons, self._add = answer_buttons(self, "entry.add")
        self._add.setDefault(False)
        for button in buttons.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter belongs to the lines
        buttons.accepted.connect(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.setSpacing(3 * SPACE)
        if self._common is not None:
            layout.addWidget(self._common)
        layout.addWidget(hint)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._line)
        layout.addLayout(tools)
        layout.addWidget(buttons)

    def _link(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        mark(button, "kind", "link")
        return button

    def _connect(self) -> None:
        self._model.planned.connect(self._tell)
        self.table.accept_wanted.connect(self.add)
        self.table.refused.connect(partial(show_refused, self, self._desk))
        self.table.column_wanted.connect(self._offer_columns)
        self.table.selectionModel().currentChanged.connect(self._tell_line)
        self._column.clicked.connect(self._offer_for_current)
        self._remove.clicked.connect(self.table.remove_lines)
        self._unclear.clicked.connect(self._go_to_unclear)
        self._desk.feed.changed.connect(self._follow_edit)
        if self._common is not None:
            self._common.changed.connect(self._take_common)

    def _take_common(self) -> None:
        if self._common is not None:
            self._model.set_common(self._common.values())

    def _follow_edit(self, _: object) -> None:
        if not self._leaving:
            self._model.forget()

    # what the columns hold

    def _offer_for_current(self) -> None:
        self._offer_columns(max(self.table.currentIndex().column(), 0))

    def _offer_columns(self, column: int) -> None:
        """A menu of fields for a column; those that another one holds move here."""
        if not self._model.is_field(column):
            return
        menu = QMenu(self)
        menu.setObjectName("entry.columns")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        held = self._model.lines.columns[column]
        for each in (*self._model.offered, None):
            label = each.label if each is not None else tr("Leave this column out")
            action = menu.addAction(label.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(each == held)
            action.triggered.connect(partial(self._call, column, each))
        header = self.table.horizontalHeader()
        place = QPoint(header.sectionViewportPosition(column), header.height())
        menu.popup(header.viewport().mapToGlobal(place))

    def _call(self, column: int, held: Target | None, _: bool = False) -> None:
        self._model.call_column(column, held)
        self.table.setCurrentIndex(self._model.index(0, column))

    # what becomes of it

    def _tell(self) -> None:
        counts = self._model.counts()
        said = [
            words
            for verdict, words in (
                (Verdict.NEW, trn("{n} new", "{n} new", counts[Verdict.NEW])),
                (Verdict.CHANGES, trn("{n} changes", "{n} change", counts[Verdict.CHANGES])),
                (Verdict.SAME, trn("{n} the same", "{n} the same", counts[Verdict.SAME])),
                (Verdict.PROBLEM, trn("{n} not clear", "{n} not clear", counts[Verdict.PROBLEM])),
            )
            if counts[verdict]
        ]
        self._summary.setText(" · ".join(said))
        self._tell_line()
        done, unclear = counts[Verdict.NEW] + counts[Verdict.CHANGES], counts[Verdict.PROBLEM]
        self._unclear.setVisible(bool(unclear))
        text = trn("Add {n} line", "Add {n} lines", done) if done else tr("Add lines")
        if unclear and done:
            text = tr("{add}, leave out {n}", add=text, n=counted(unclear))
        self._add.setText(text)
        self._add.setEnabled(bool(done) and not self._desk.workspace.read_only)

    def _go_to_unclear(self) -> None:
        row = self._model.next_unclear(self.table.currentIndex().row())
        if row is not None:
            self.table.setCurrentIndex(self._model.index(row, 0))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_line(self, *_: object) -> None:
        """All that is said about the line one is in; its cell may be too narrow for that."""
        row = self.table.currentIndex().row()
        verdict, words = self._model.told(row)
        mark(self._line, "role", "error" if verdict is Verdict.PROBLEM else "soft")
        self._line.setText(tr("Line {n}: {words}", n=row + 1, words=words) if words else "")

    def add(self) -> None:
        """Adds all lines that are clear, as one step; what stands in the way is told."""
        self._model.plan_now()
        if not self._add.isEnabled():
            return
        self._leaving = True
        try:
            self._desk.runner.attempt(self._model.edit())
        except MinistrackError as error:
            self._leaving = False
            self._model.forget()
            show_refused(self, self._desk, error)
            return
        self.accept()

    def reject(self) -> None:
        """Asks first where lines would be lost."""
        if self._model.lines.is_blank:
            super().reject()
            return
        if is_asked(self, "leaveLines"):
            return
        question = tr("Leave without adding these lines?")
        box = ask(
            self, question, tr("Nothing of them is stored yet."), tr("Leave"), name="leaveLines", loses=True
        )
        box.accepted.connect(self._leave)
        box.open()

    def _leave(self) -> None:
        self._leaving = True
        super().reject()


def _columns(table: str) -> list[Target | None]:
    if table == "delegation":
        return [target(table, key) for key in _DELEGATIONS]
    return list(targets(table)[:_FIRST])


def enter_lines(parent: QWidget, desk: Desk, table: str, grid: Grid) -> EnterLines:
    """Opens the dialog, with a table that was copied or with blank lines."""
    dialog = EnterLines(desk, table, parent)
    dialog.open()
    dialog.start(grid)
    return dialog
