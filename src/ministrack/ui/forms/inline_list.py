"""A list inside a form: spellings, stages, parties, members, delegates, each a small form of its own."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.filters import Compare
from ministrack.domain.language import tr
from ministrack.domain.record import Record, Ref
from ministrack.domain.values import dataclass, field
from ministrack.edits.asking import Reader
from ministrack.edits.records import remove_record
from ministrack.ui.desk import Desk
from ministrack.ui.forms.form import RecordForm
from ministrack.ui.forms.messages import small_label
from ministrack.ui.forms.section import Section
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import SPACE

Ordering = Callable[[Reader, list[Record]], Sequence[Record]]
Giving = Callable[[Sequence[Record]], Mapping[str, object]]


def _as_stored(_: Reader, records: list[Record]) -> Sequence[Record]:
    return records


def _nothing(_: Sequence[Record]) -> Mapping[str, object]:
    return {}


@dataclass(frozen=True, slots=True)
class Listed:
    """What an inline list holds: small forms of records whose field `pointer` points at the form's record.

    `compact`: one field each, on one line with its button. `given`: what a new one starts with.
    """

    form: type[RecordForm]
    pointer: str
    title: str
    add: str
    remove: str
    compact: bool = False
    order: Ordering = field(default=_as_stored)
    given: Giving = field(default=_nothing)


class InlineRow(QWidget):
    """One small form and the button that takes it away. Signals: `unwanted(InlineRow)`."""

    unwanted = Signal(object)

    def __init__(self, desk: Desk, listed: Listed, number: int) -> None:
        super().__init__()
        self.number = number
        self.form = listed.form(desk, suffix=f".{number}" if number > 1 else "")
        self._button = self._remove_button(desk, listed, number)
        self._button.clicked.connect(self._unwanted)
        if desk.workspace.read_only:  # showing it before it has its place would make it a window
            self._button.hide()
        if listed.compact:
            across = QHBoxLayout(self)
            across.setContentsMargins(0, 0, 0, 0)
            across.setSpacing(SPACE)
            across.addWidget(self.form, 1)
            across.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        else:
            self._lay_out_tall()

    def stops(self) -> list[QWidget]:
        """What the Tab key visits here, in order."""
        return [*self.form.stops(), self._button]

    def _lay_out_tall(self) -> None:
        line = QFrame()
        mark(line, "role", "line")
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(SPACE)
        down.addWidget(self.form)
        down.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTrailing)
        down.addWidget(line)

    def _remove_button(self, desk: Desk, listed: Listed, number: int) -> QPushButton | QToolButton:
        words = tr(listed.remove)
        if listed.compact:
            small = QToolButton()
            small.setIcon(desk.icons.icon("x"))
            small.setToolTip(words)
            button: QPushButton | QToolButton = small
        else:
            button = QPushButton(words)
            button.setProperty("kind", "link")
        button.setAccessibleName(words)
        button.setObjectName(f"remove.{listed.form.TABLE}" + (f".{number}" if number > 1 else ""))
        return button

    def _unwanted(self) -> None:
        self.unwanted.emit(self)


class InlineList(Section):
    """Shows, adds and removes the records that belong to the one the form shows."""

    def __init__(self, desk: Desk, listed: Listed) -> None:
        super().__init__()
        self._desk = desk
        self._listed = listed
        self._parent: Ref | None = None
        self._rows: list[InlineRow] = []
        self.setObjectName(f"list.{listed.form.TABLE}")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 2 * SPACE, 0, 0)
        self._box.setSpacing(2 * SPACE)
        self._box.addLayout(self._heading())

    def show_parent(self, ref: Ref | None) -> None:
        changed = ref != self._parent
        self._parent = ref
        self.setVisible(ref is not None)
        spare = list(self._rows) if changed else []
        drafts = [] if changed else [row for row in self._rows if row.form.ref is None]
        known = {} if changed else {row.form.ref: row for row in self._rows}
        rows: list[InlineRow] = []
        for record in self._records():
            shown = Ref(record.TABLE, record.id)
            row = known.get(shown)
            if row is not None:
                row.form.refresh()
            else:
                row = spare.pop(0) if spare else self._new_row([*self._rows, *rows])
                row.form.show_record(shown)
            rows.append(row)
        lost = [row for row in known.values() if row not in rows and row not in drafts]
        self._arrange([*rows, *(row for row in lost if _keeps_typed(row)), *drafts])

    def commit(self) -> bool:
        stored = [row.form.commit() for row in list(self._rows)]
        return all(stored)

    def has_unsaved(self) -> bool:
        return any(row.form.has_unsaved() for row in self._rows)

    def add(self) -> None:
        """Begins a new one, with the keyboard in its first field."""
        if self._parent is None:
            return
        waiting = next((row for row in self._rows if row.form.ref is None), None)
        row = waiting or self._new_row(self._rows)
        if waiting is None:
            given = self._listed.given(self._records())
            row.form.show_draft({self._listed.pointer: self._parent.id, **given})
            self._arrange([*self._rows, row])
        row.form.focus_first()

    def _heading(self) -> QHBoxLayout:
        title = small_label("heading")
        title.setText(tr(self._listed.title))
        button = QPushButton(tr(self._listed.add))
        button.setProperty("kind", "link")
        button.setAutoDefault(False)
        button.setObjectName(f"add.{self._listed.form.TABLE}")
        if self._desk.workspace.read_only:
            button.hide()
        button.clicked.connect(self.add)
        line = QHBoxLayout()
        self._add = button
        line.addWidget(title, 1)
        line.addWidget(button)
        return line

    def _records(self) -> list[Record]:
        if self._parent is None:
            return []
        kind = RECORD_TYPES[self._listed.form.TABLE]
        found = self._desk.read.find(kind, Compare(self._listed.pointer, self._parent.id))
        return list(self._listed.order(self._desk.read, found))

    def _new_row(self, beside: Sequence[InlineRow]) -> InlineRow:
        taken = {row.number for row in beside}
        number = next(number for number in range(1, len(taken) + 2) if number not in taken)
        row = InlineRow(self._desk, self._listed, number)
        row.unwanted.connect(self._remove)
        row.form.link_wanted.connect(self.link_wanted)
        row.form.let_go.connect(self._let_go)
        row.form.statements_wanted.connect(self.statements_wanted)
        return row

    def _arrange(self, rows: list[InlineRow]) -> None:
        """Puts rows below one another; those that are gone go."""
        for gone in self._rows:
            if gone not in rows:
                self._box.removeWidget(gone)
                gone.hide()
                gone.deleteLater()
        self._rows = rows
        for position, row in enumerate(rows, start=1):  # after the heading
            if self._box.indexOf(row) != position:
                self._box.removeWidget(row)
                self._box.insertWidget(position, row)
            row.show()
        self._chain()

    def _chain(self) -> None:
        """Lets Tab go from row to row: Qt would visit rows in the order in which they were made."""
        before: QWidget = self._add
        for row in self._rows:
            for stop in row.stops():
                QWidget.setTabOrder(before, stop)
                before = stop

    def _remove(self, row: InlineRow) -> None:
        ref = row.form.ref
        if ref is None:
            self._arrange([other for other in self._rows if other is not row])
        elif self._desk.runner.run(remove_record(self._desk.read, ref)):
            row.form.discard()
            self.show_parent(self._parent)

    def _let_go(self) -> None:
        self.show_parent(self._parent)


def _keeps_typed(row: InlineRow) -> bool:
    """Whether a row whose record somebody deleted still holds what was typed; it says so then."""
    row.form.refresh()
    return row.form.has_unsaved()
