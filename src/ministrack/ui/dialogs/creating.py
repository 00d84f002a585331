"""A new record: a small dialog with the fewest fields; everything else is filled in where it stands."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.errors import MinistrackError
from ministrack.domain.fields import specs
from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.fewest import FEWEST, proposed
from ministrack.ui.forms.editors.editor import Editor
from ministrack.ui.forms.editors.making import editor_for
from ministrack.ui.forms.editors.reference import OwnerEditor
from ministrack.ui.forms.field_row import FieldRow
from ministrack.ui.forms.field_rows import FieldRows
from ministrack.ui.forms.form_grid import FormGrid
from ministrack.ui.forms.storing import creation, empty_values
from ministrack.ui.style.metrics import DIALOG_MARGINS, grown
from ministrack.ui.widgets.dialog import Dialog, answer_buttons

_WIDTH = 460


class NewRecord(Dialog):
    """Asks for the fewest fields of a record of one table; on "Add" stores it and selects it.

    A refused value stays, marked, with the reason below it; nothing is stored until all is well.
    """

    def __init__(self, desk: Desk, table: str, given: Mapping[str, object], parent: QWidget) -> None:
        kind = tr(RECORD_TYPES[table].ONE)
        super().__init__(f"new.{table}", tr("New {kind}", kind=kind.lower()), parent)
        self._desk = desk
        self._table = table
        self.setMinimumWidth(grown(_WIDTH, self.font()))
        self._values = empty_values(table, proposed(desk, table, given))
        # A date that is given is shown all the same: it can still be made looser.
        names = [name for name in FEWEST[table] if name not in given or name == "date"]
        self._rows = FieldRows([self._row(name) for name in names])
        self._lay_out(kind)
        self._rows.rows[0].editor.input.setFocus()

    def _row(self, name: str) -> FieldRow:
        spec = specs(RECORD_TYPES[self._table])[name]
        editor: Editor = OwnerEditor(self._desk) if name == "owner_party" else editor_for(self._desk, spec)
        editor.enter_finishes = False
        label = tr("Owner") if name == "owner_party" else tr(spec.label)
        row = FieldRow(f"new.{self._table}", name, label, editor)
        row.show_values(self._values)
        return row

    def _lay_out(self, kind: str) -> None:
        body = QWidget(self)
        grid = FormGrid(body)
        for row in self._rows.rows:
            grid.add_labelled(row.label, row)
        buttons, _ = answer_buttons(self, f"new.{self._table}.add", tr("Add {kind}", kind=kind.lower()))
        buttons.accepted.connect(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.setSpacing(12)
        layout.addWidget(body)
        layout.addWidget(self._rows.problem)
        layout.addStretch(1)
        layout.addWidget(buttons)

    def add(self) -> None:
        """Stores the record and closes; or says beside the field why not."""
        wanted = self._rows.wanted()
        if wanted is None:
            return
        values = {**self._values, **wanted.values}
        edit, ref = creation(self._table, values, wanted)
        try:
            self._desk.runner.attempt(edit)
        except MinistrackError as error:
            self._rows.refuse(error)
            return
        self.accept()
        self._desk.focus.select(self._to_select(ref, values))

    def _to_select(self, ref: Ref, values: Mapping[str, object]) -> Ref:
        """A part of another record leaves that one selected."""
        focused = self._desk.focus.record
        if (
            focused is not None
            and focused.id in values.values()
            and self._table in _PARTS.get(focused.table, ())
        ):
            return focused
        for table in ("delegation", "task", "document", "body"):
            if self._table in _PARTS.get(table, ()) and values.get(table):
                return Ref(table, str(values[table]))
        return ref


_PARTS: Mapping[str, tuple[str, ...]] = {
    "delegation": ("delegate",),
    "task": ("progress", "dependency"),
    "document": ("document_stage", "document_party"),
    "body": ("body_member",),
}


def create_record(parent: QWidget, desk: Desk, table: str, given: Mapping[str, object]) -> NewRecord:
    """Opens the dialog for a new record; `given` holds fields that are settled already."""
    dialog = NewRecord(desk, table, given, parent)
    dialog.open()
    return dialog
