"""All about the proposal that one is at: its fields to correct, the sentence, what the dossier has."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr
from ministrack.domain.proposal import PROPOSED_FIELDS, Proposal, ProposalKind
from ministrack.domain.values import replace
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.reading.beside import Beside
from ministrack.ui.dialogs.reading.candidates import (
    CHOICES,
    candidate_editors,
    chosen_of,
    label_of_choice,
    options_of,
    picked_with,
    undecided,
)
from ministrack.ui.dialogs.reading.editors import editor_of, label_of, meeting_choice
from ministrack.ui.dialogs.reading.sheet import Entry
from ministrack.ui.dialogs.reading.telling import meeting_name
from ministrack.ui.forms.editors.choice import ChoiceEditor, Option
from ministrack.ui.forms.editors.editor import Editor
from ministrack.ui.forms.field_row import FieldRow
from ministrack.ui.forms.form_grid import FormGrid
from ministrack.ui.models.tips import plain_tip
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import SPACE
from ministrack.ui.widgets.words import words

_FORM = "proposal"
_KIND, _ABOUT = "record_kind", "about"
_WIDE = 90  # letters: room for two columns of fields


class Details(QScrollArea):
    """Signals, each with the key of the proposal: `corrected(str, str, str)` with a field and its value;
    `kind_changed(str, object)`; `moved(str, str)` to another meeting; `picked(str, object)` with a Picked;
    `field_entered(str, str)` when the keyboard comes into a field; `left()` when Escape leads back.
    """

    corrected = Signal(str, str, str)
    kind_changed = Signal(str, object)
    moved = Signal(str, str)
    picked = Signal(str, object)
    field_entered = Signal(str, str)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._entry: Entry | None = None
        self._meetings: Sequence[Proposal] = ()
        self._rows: list[FieldRow] = []
        self._made_for: tuple[object, ...] = ()
        self._shows_all = False
        self._halves: QBoxLayout | None = None
        self.setObjectName("reading.details")
        self.setAccessibleName(tr("The proposal in detail"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_entry(self, entry: Entry | None, meetings: Sequence[Proposal]) -> None:
        """Shows another proposal, or the same one as it is now; the keyboard stays in its field."""
        is_other = entry is None or self._entry is None or entry.key != self._entry.key
        self._entry, self._meetings = entry, meetings
        if entry is None:
            self._made_for, self._rows, self._halves = (), [], None
            self._replace(words("hint", tr("Choose a proposal to see all about it.")))
            return
        shown = tuple(self._names())
        meeting_names = tuple((each.key, meeting_name(each)) for each in meetings)
        choices = tuple((name, tuple(options)) for name, options in options_of(entry).items())
        names_person = bool(entry.proposal.value("person"))
        made_for = (entry.proposal.kind, shown, meeting_names, choices, names_person)
        if made_for != self._made_for:
            self._made_for = made_for
            self._build(shown)
        self._fill(is_other=is_other)

    def edit_first(self) -> None:
        """Puts the keyboard where something has to be decided, or else into the first field of the record."""
        is_open = undecided(self._entry) if self._entry is not None else ()
        rest = (_KIND, _ABOUT, *CHOICES)
        first = next((row for row in self._rows if row.name in is_open or row.name not in rest), None)
        if first is not None:
            first.editor.input.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, where nothing is typed, leads back to the rows."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def commit(self) -> bool:
        """Takes what is typed; False where it is not understood, which its field says."""
        return all(self._commit(row) for row in self._rows if row.is_unsaved())

    def _names(self) -> list[str]:
        """The fields that have a value, or all of them."""
        assert self._entry is not None
        proposal = self._entry.proposal
        every = PROPOSED_FIELDS[proposal.kind]
        kept = [
            name
            for name in every
            if self._shows_all or name in proposal.fields or name in self._entry.corrected
        ]
        return kept or list(every[:1])

    # how it looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._halves is not None:
            is_wide = self.viewport().width() >= _WIDE * self.fontMetrics().averageCharWidth()
            way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
            self._halves.setDirection(way)

    def _build(self, names: Sequence[str]) -> None:
        entry, place = self._entry, self._place_of_keyboard()
        assert entry is not None
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(3 * SPACE)
        self._beside = Beside(body)
        self._beside.turned.connect(self._turn)
        column.addWidget(self._beside)
        kind = entry.proposal.kind
        choices = candidate_editors(self._desk, entry, every=self._shows_all)
        self._rows = [
            self._row(name, label_of_choice(name, choices), editor) for name, editor in choices.items()
        ]
        for name in names:
            editor = editor_of(self._desk, kind, name, self._meetings)
            self._rows.append(self._row(name, label_of(kind, name), editor))
        self._rows += self._rows_of_record(kind)
        column.addLayout(self._in_halves(self._rows, body))
        column.addWidget(self._turner(body), 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        self._replace(body, place)

    def _place_of_keyboard(self) -> int:
        """Which of the fields has the keyboard; -1 where none has."""
        has = (place for place, row in enumerate(self._rows) if row.editor.input.hasFocus())
        return next(has, -1)

    def _replace(self, body: QWidget, place: int = -1) -> None:
        """Shows other fields, and puts the keyboard into the one at this place. What is replaced may be the
        very field that told of a choice: it goes later."""
        before = self.takeWidget()
        if before is not None:
            before.hide()
            before.deleteLater()
        self.setWidget(body)
        if 0 <= place < len(self._rows):
            self._rows[place].editor.input.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.verticalScrollBar().setValue(0)

    def _in_halves(self, rows: Sequence[FieldRow], body: QWidget) -> QBoxLayout:
        """Two columns of fields; one below the other where there is no room."""
        self._halves = halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        halves.setSpacing(2 * SPACE)
        middle = (len(rows) + 1) // 2
        for part in (rows[:middle], rows[middle:]):
            half = QWidget(body)
            grid = FormGrid(half)
            for row in part:
                grid.add_labelled(row.label, row)
            grid.finish()
            halves.addWidget(half, 1)
        return halves

    def _turner(self, body: QWidget) -> QPushButton:
        self._all = QPushButton(body)
        self._all.setObjectName("reading.allFields")
        self._all.setAutoDefault(False)
        mark(self._all, "kind", "link")
        self._all.setText(tr("Show the fields with a value") if self._shows_all else tr("Show all fields"))
        self._all.clicked.connect(self._turn_all)
        return self._all

    def _rows_of_record(self, kind: ProposalKind) -> list[FieldRow]:
        options = [Option(each.value, tr(each.label)) for each in ProposalKind]
        rows = [self._row(_KIND, tr("Kind of record"), ChoiceEditor(_KIND, options))]
        if kind is not ProposalKind.MEETING:
            choice = meeting_choice(_ABOUT, self._meetings, tr("None of these"))
            rows.insert(0, self._row(_ABOUT, tr("Meeting"), choice))
        return rows

    def _row(self, name: str, label: str, editor: Editor) -> FieldRow:
        row = FieldRow(_FORM, name, label, editor)
        row.commit_wanted.connect(self._commit)
        row.editor.focused.connect(partial(self._entered, row))
        return row

    def _fill(self, *, is_other: bool) -> None:
        """Shows values; what is typed for the same proposal, and not understood yet, stays."""
        entry = self._entry
        assert entry is not None
        self._beside.show_entry(entry)
        stored = {_KIND: entry.proposal.kind.value, _ABOUT: entry.proposal.about or None, **chosen_of(entry)}
        for row in self._rows:
            value = stored[row.name] if row.name in stored else entry.proposal.value(row.name) or None
            if is_other or row.seen != {row.name: value} or not row.is_unsaved():
                row.show_values({row.name: value})
            if row.name in CHOICES:
                row.editor.input.setToolTip(plain_tip(row.editor.typed_text()))
            if row.name in entry.corrected and not row.editor.input.hasFocus():
                row.show_hint(tr("Corrected by hand"))

    # what a person does

    def _entered(self, row: FieldRow, on: bool) -> None:
        if self._entry is not None and on:
            self.field_entered.emit(self._entry.key, row.name)
        elif self._entry is not None and row.name in self._entry.corrected and not row.problem:
            row.show_hint(tr("Corrected by hand"))

    def _commit(self, row: FieldRow) -> bool:
        entry = self._entry
        if entry is None or not row.is_unsaved():
            return True
        try:
            wanted = row.editor.wanted().values[row.name]
        except InvalidValue as error:
            row.show_error(str(error))
            return False
        value = "" if wanted is None else str(wanted).strip()
        row.show_values({row.name: wanted})
        if row.name == _KIND:
            self.kind_changed.emit(entry.key, next(kind for kind in ProposalKind if kind.value == value))
        elif row.name in CHOICES:
            self.picked.emit(entry.key, picked_with(entry, row.name, value))
        elif row.name == _ABOUT:
            self.moved.emit(entry.key, value)
        else:
            self.corrected.emit(entry.key, row.name, value)
        return True

    def _turn(self, name: str, use: bool) -> None:
        if self._entry is not None:
            used = self._entry.picked.replacing
            used = used | {name} if use else used - {name}
            self.picked.emit(self._entry.key, replace(self._entry.picked, replacing=used))

    def _turn_all(self) -> None:
        self._shows_all = not self._shows_all
        self.show_entry(self._entry, self._meetings)
        self._all.setFocus(Qt.FocusReason.OtherFocusReason)
