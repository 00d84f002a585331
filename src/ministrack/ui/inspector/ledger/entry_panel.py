"""A new entry of a ledger: what is to be said, and what is proposed with it; Enter adds it as one step."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ministrack.domain.errors import InvalidValue, MinistrackError
from ministrack.domain.fields import specs
from ministrack.domain.language import N_, tr
from ministrack.domain.record import Record
from ministrack.domain.task import Progress, TaskStatus
from ministrack.edits.tasks import report
from ministrack.ui.desk import Desk
from ministrack.ui.forms.editors.choice import ChoiceEditor, options_of
from ministrack.ui.forms.editors.date import DateEditor
from ministrack.ui.forms.editors.editor import Editor
from ministrack.ui.forms.editors.long_text import LongTextEditor
from ministrack.ui.forms.editors.reference import ReferenceEditor
from ministrack.ui.forms.field_row import FieldRow
from ministrack.ui.forms.field_rows import FieldRows
from ministrack.ui.forms.form_grid import FormGrid
from ministrack.ui.forms.storing import empty_values
from ministrack.ui.inspector.ledger.coming import meeting_near
from ministrack.ui.inspector.subject import Subject
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import SPACE

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

_STATUSES = {status.value: status for status in TaskStatus}


class _NoteEditor(LongTextEditor):
    """Enter adds the entry, Shift+Enter begins a new line. Signals: `entered_now()` on Enter."""

    entered_now = Signal()

    def key_pressed(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered_now.emit()
            return True
        return super().key_pressed(event)


class EntryPanel(QFrame):
    """Stands below the ledger of one task while an entry is written.

    Signals: `finished()` when the entry is stored or given up.
    """

    finished = Signal()

    def __init__(self, desk: Desk, task: Subject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task = task
        self._status_was = task.fact("status")
        self.setObjectName("ledger.entry")
        self.setProperty("role", "card")
        self.setAccessibleName(tr("New entry"))
        today = date.today().isoformat()
        self._suggested = meeting_near(desk.read, task, today)
        given = {
            "task": task.ref.id,
            "date": today,
            "status": _STATUSES.get(str(self._status_was), TaskStatus.OPEN),
            "meeting": self._suggested,
        }
        self._values = empty_values("progress", given)
        note = _NoteEditor("note", least=2, most=8)
        note.text.setPlaceholderText(tr("What was reported? Enter adds it."))
        note.entered_now.connect(self.add)
        self._note = self._row(note)
        self._status = self._row(ChoiceEditor("status", options_of(specs(Progress)["status"])))
        self._date = self._row(DateEditor("date"))
        self._meeting = self._row(ReferenceEditor(desk, "meeting", "meeting"))
        self._rows = FieldRows((self._note, self._status, self._date, self._meeting))
        self._also = QCheckBox(tr("The task takes this status too"))
        self._also.setObjectName("ledger.entry.also")
        self._also.setChecked(True)
        self._lay_out()
        self._status.editor.edited.connect(self._offer_status)
        self._date.commit_wanted.connect(self._suggest)
        self._offer_status()

    @property
    def has_words(self) -> bool:
        """Whether something is typed that would be lost."""
        return any(row.is_unsaved() for row in self._rows.rows)

    @property
    def words(self) -> QWidget:
        """Where the words go."""
        return self._note.editor.input

    def begin(self) -> None:
        """Puts the keyboard where the words go."""
        self.words.setFocus()

    def follow(self, task: Subject) -> None:
        """The task has changed meanwhile: its present status is proposed where no other was chosen."""
        if task.fact("status") == self._status_was:
            return
        self._status_was = task.fact("status")
        if not self._status.is_unsaved():
            self._values["status"] = self._status_was
            self._status.show_values(self._values)
        self._offer_status()

    def give_up(self) -> None:
        """Adds nothing."""
        self.finished.emit()

    def add(self) -> None:
        """Stores the entry; or says beside the field why not."""
        wanted = self._rows.wanted()
        if wanted is not None:
            self._store({**self._values, **wanted.values}, wanted.creating)

    def _store(self, values: dict[str, object], creating: Sequence[Record]) -> None:
        status = _STATUSES[str(values["status"])]
        entry = Progress(
            task=self._task.ref.id,
            date=_text(values["date"]),
            meeting=_text(values["meeting"]),
            status=status,
            note=_text(values["note"]),
        )
        was = self._status_was if self._also.isChecked() else None
        try:
            self._desk.runner.attempt(report(self._desk.read, entry, task_was=was, creating=creating))
        except MinistrackError as error:
            self._rows.refuse(error)
            return
        self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.add()
        elif event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def _row(self, editor: Editor) -> FieldRow:
        name = editor.names[0]
        editor.enter_finishes = False
        label = tr("Entry") if name == "note" else tr(specs(Progress)[name].label)
        row = FieldRow("entry", name, label, editor)
        row.show_values(self._values)
        return row

    def _suggest(self, _: object) -> None:
        """Another day: the meeting held then, unless one was chosen by hand."""
        if self._meeting.is_unsaved() or self._values["meeting"] != self._suggested:
            return
        try:
            edtf = self._date.editor.wanted().values["date"]
        except InvalidValue:
            return
        self._suggested = meeting_near(self._desk.read, self._task, str(edtf)) if edtf else None
        self._values["meeting"] = self._suggested
        self._meeting.show_values(self._values)

    def _offer_status(self) -> None:
        """The task can only follow where the entry says something else."""
        self._also.setVisible(self._status.editor.wanted().values["status"] != self._status_was)

    def _lay_out(self) -> None:
        body = QWidget(self)
        grid = FormGrid(body)
        self._note.label.setParent(self)  # the place for words says itself what it is for
        self._note.label.hide()
        grid.add_wide(self._note)
        for row in self._rows.rows[1:]:
            grid.add_labelled(row.label, row)
            if row is self._status:
                grid.add_wide(self._also)
        add = self._button("add", N_("Add entry"), self.add)
        mark(add, "kind", "primary")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._button("cancel", N_("Cancel"), self.give_up))
        buttons.addWidget(add)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(body)
        column.addWidget(self._rows.problem)
        column.addLayout(buttons)

    def _button(self, name: str, label: str, run: object) -> QPushButton:
        button = QPushButton(tr(label))
        button.setObjectName(f"ledger.entry.{name}")
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button


def _text(value: object) -> str | None:
    return str(value) if value else None
