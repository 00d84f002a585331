"""Changing a field of all selected records: the field, its new value, what that means for each, one step."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.errors import Conflict, InvalidValue, MinistrackError
from ministrack.domain.fields import specs
from ministrack.domain.language import N_, counted, tr, trn
from ministrack.domain.record import Ref
from ministrack.edits.bulk import BulkChange, BulkLine, Outcome, change_all, preview
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.refused import show_refused
from ministrack.ui.forms.cell import field_editor
from ministrack.ui.forms.editors.editor import Wanted
from ministrack.ui.forms.field_row import FieldRow
from ministrack.ui.forms.form_grid import FormGrid
from ministrack.ui.forms.messages import small_label
from ministrack.ui.forms.storing import values_of
from ministrack.ui.models.cell_table import CellTable
from ministrack.ui.models.cells import name, plain, soft
from ministrack.ui.models.column import Cell, Look
from ministrack.ui.style.metrics import DIALOG_MARGINS, SPACE, resize_to_letters
from ministrack.ui.style.tables import dress_table
from ministrack.ui.style.theme import Tone
from ministrack.ui.tab_order import go_on
from ministrack.ui.widgets.cell_delegate import CellDelegate
from ministrack.ui.widgets.dialog import Dialog, answer_buttons

MOST = 5000
"""Records that may be changed at once."""

_SIZE = (105, 30)  # letters across, lines down
_SHARES = (0.3, 0.16, 0.16)  # of the width; the last column takes the rest
_TITLES = (N_("Record"), N_("Now"), N_("Then"), N_("What happens"))
_SAID = {
    Outcome.CHANGES: (N_("Changes"), Tone.ACCENT),
    Outcome.SAME: (N_("Stays the same"), Tone.NEUTRAL),
    Outcome.REFUSED: (N_("Not possible"), Tone.OVERDUE),
}
# Edited together with another field, by one editor.
_TOGETHER = frozenset((("task", "owner_body"), ("task", "owner_person"), ("task", "owner_note")))


class _Preview(QTableView):
    """Columns share the width there is."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        for place, share in enumerate(_SHARES):
            self.setColumnWidth(place, round(event.size().width() * share))
        super().resizeEvent(event)


class BulkEdit(Dialog):
    """Previews while the value is typed; on the button stores it as one step that one undo takes back."""

    def __init__(self, desk: Desk, refs: Sequence[Ref], parent: QWidget) -> None:
        kind = RECORD_TYPES[refs[0].table]
        title = tr("Change all selected: {kind} ({n})", kind=tr(kind.MANY), n=counted(len(refs)))
        super().__init__("bulkEdit", title, parent)
        self._desk = desk
        self._refs = list(refs)
        self._table = refs[0].table
        self._lines: list[BulkLine] = []
        self._change: BulkChange | None = None
        self._row: FieldRow | None = None
        resize_to_letters(self, *_SIZE)
        self._fields = QComboBox(self)
        self._names = [name for name in specs(kind) if (self._table, name) not in _TOGETHER]
        self._preview = _Preview(self)
        self._model = CellTable([tr(title) for title in _TITLES], self)
        self._summary = small_label("soft")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(150 if len(refs) > 50 else 0)
        self._timer.timeout.connect(self._refresh)
        self._lay_out()
        self._prepare_fields()
        self._choose_field()

    def focusNextPrevChild(self, next: bool) -> bool:
        return go_on(self, forward=next)  # the box for the value is made anew for each field

    def _prepare_fields(self) -> None:
        declared = specs(RECORD_TYPES[self._table])
        self._fields.setObjectName("bulkEdit.field")
        self._fields.setAccessibleName(tr("Field"))
        for each in self._names:
            is_owner = (self._table, each) == ("task", "owner_party")
            self._fields.addItem(tr("Owner") if is_owner else tr(declared[each].label), each)
        first = next((each for each in ("status", "kind") if each in self._names), self._names[0])
        self._fields.setCurrentIndex(self._names.index(first))
        self._fields.currentIndexChanged.connect(self._choose_field)

    def _lay_out(self) -> None:
        top = QWidget(self)
        self._grid = FormGrid(top)
        label = small_label("soft")
        label.setText(tr("Field"))
        label.setBuddy(self._fields)
        self._grid.add_labelled(label, self._fields)
        self._value = QWidget(top)
        self._value_box = QVBoxLayout(self._value)
        self._value_box.setContentsMargins(0, 0, 0, 0)
        self._value_label = small_label("soft")
        self._value_label.setText(tr("New value"))
        self._grid.add_labelled(self._value_label, self._value)
        self._empty = QCheckBox(tr("Leave the field empty"), top)
        self._empty.setObjectName("bulkEdit.empty")
        self._empty.toggled.connect(self._later)
        self._value_box.addWidget(self._empty)
        self._dress_preview()
        buttons, self._apply = answer_buttons(self, "bulkEdit.apply")
        buttons.accepted.connect(self.apply)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(top)
        layout.addWidget(self._preview, 1)
        layout.addWidget(self._summary)
        layout.addWidget(buttons)

    def _dress_preview(self) -> None:
        self._preview.setObjectName("bulkEdit.preview")
        self._preview.setAccessibleName(tr("What changes"))
        dress_table(self._preview)
        self._preview.setModel(self._model)
        delegate = CellDelegate(self._desk.themes, self._desk.flags, self._preview, edge=0)
        self._preview.setItemDelegate(delegate)
        self._preview.setTabKeyNavigation(False)
        header = self._preview.horizontalHeader()
        header.setSectionsMovable(False)

    def _choose_field(self, *_: int) -> None:
        chosen = self._names[self._fields.currentIndex()]
        if self._row is not None:
            self._row.hide()
            self._row.deleteLater()
        editor = field_editor(self._desk, self._table, chosen)
        editor.enter_finishes = False
        self._row = row = FieldRow("bulkEdit", "value", tr("New value"), editor)
        row.label.setParent(row)  # its words stand beside the box
        row.label.hide()
        row.show_values(self._shared_values())
        row.given_up.connect(self._later)
        is_required = specs(RECORD_TYPES[self._table])[chosen].required
        with QSignalBlocker(self._empty):
            self._empty.setChecked(False)
        self._empty.setVisible(not is_required)
        editor.edited.connect(self._later)
        editor.finished.connect(self._later)
        self._value_label.setBuddy(editor.input)
        self._value_box.insertWidget(0, row)
        self._refresh()

    def _shared_values(self) -> dict[str, object]:
        """What all selected records have in common: nothing is proposed that would change one."""
        kind = RECORD_TYPES[self._table]
        found = [self._desk.read.get(kind, ref.id) for ref in self._refs]
        records = [values_of(record) for record in found if record is not None]
        first = records[0] if records else {}
        return {
            field: first.get(field) if all(each[field] == first[field] for each in records) else None
            for field in specs(kind)
        }

    def _wanted(self, row: FieldRow) -> Wanted | None:
        """What is typed, or that the field is to be empty; None as long as neither is said."""
        row.editor.setEnabled(not self._empty.isChecked())
        if self._empty.isChecked():
            return Wanted(dict.fromkeys(row.editor.names))
        return row.editor.wanted() if row.is_unsaved() else None

    def _later(self, *_: object) -> None:
        self._timer.start()

    def _refresh(self) -> None:
        """Previews what is typed."""
        row = self._row
        if row is None:
            return
        self._change, self._lines = None, []
        try:
            wanted = self._wanted(row)
        except InvalidValue as error:
            row.show_error(str(error))
            self._say()
            return
        row.clear_problem()
        if wanted is None:
            self._say()
            return
        self._change = BulkChange(self._names[self._fields.currentIndex()], wanted.values, wanted.creating)
        try:
            self._lines = preview(self._desk.workspace, self._refs, self._change)
        except MinistrackError as error:
            row.show_error(str(error))
        self._say()

    def _say(self) -> None:
        self._model.show_lines([_cells(line) for line in self._lines])
        if self._change is None:
            self._summary.setText(
                trn("{n} record is selected.", "{n} records are selected.", len(self._refs))
            )
            self._apply.setText(tr("Change"))
            self._apply.setEnabled(False)
            return
        counts = Counter(line.outcome for line in self._lines)
        changes = counts[Outcome.CHANGES]
        said = [trn("{n} record changes", "{n} records change", changes)]
        if counts[Outcome.SAME]:
            said.append(trn("{n} stays the same", "{n} stay the same", counts[Outcome.SAME]))
        if counts[Outcome.REFUSED]:
            said.append(trn("{n} cannot be changed", "{n} cannot be changed", counts[Outcome.REFUSED]))
        self._summary.setText(" · ".join(said))
        words = trn("Change {n} record", "Change {n} records", changes)
        self._apply.setText(words if changes else tr("Change"))
        self._apply.setEnabled(bool(changes) and not self._desk.workspace.read_only)

    def apply(self) -> None:
        """Stores what the preview shows; where something moved on meanwhile, says so and previews anew."""
        if self._timer.isActive():  # something was typed that is not previewed yet
            self._timer.stop()
            self._refresh()
        if self._change is None or not self._apply.isEnabled():
            return
        try:
            self._desk.runner.attempt(change_all(self._desk.read, self._lines, self._change))
        except Conflict as conflict:
            self._refresh()
            todo = tr("The preview shows the present values now; look at it and change them again.")
            show_refused(self, self._desk, conflict, todo=todo)
            return
        except MinistrackError as error:
            self._refresh()  # a record may be gone
            show_refused(self, self._desk, error)
            return
        self.accept()


def _cells(line: BulkLine) -> tuple[Cell, Cell, Cell, Cell]:
    words, tone = _SAID[line.outcome]
    then = plain(line.after) if line.after else soft(tr("nothing"))
    spoken = f"{tr(words)}: {line.reason}" if line.reason else tr(words)
    what = (
        Cell(line.reason, Look.ALARM, spoken=spoken, tip=line.reason)
        if line.reason
        else Cell(tr(words), pill=tone)
    )
    now = plain(line.before) if line.before else soft(tr("nothing"))
    return name(line.label), now, then, what


def change_selected(parent: QWidget, desk: Desk, refs: Sequence[Ref]) -> BulkEdit:
    """Opens the dialog for records of one table."""
    dialog = BulkEdit(desk, refs, parent)
    dialog.open()
    return dialog
