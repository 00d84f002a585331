"""The form that stands in a cell of a table: one field with its usual editor, and what is said about it."""

from collections.abc import Callable, Mapping
from functools import cache

from PySide6.QtWidgets import QWidget

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import specs
from ministrack.ui.desk import Desk
from ministrack.ui.forms.editors.editor import Editor
from ministrack.ui.forms.editors.making import editor_for
from ministrack.ui.forms.editors.reference import OwnerEditor
from ministrack.ui.forms.form import RecordForm
from ministrack.ui.forms.task import DueDateEditor

# Fields that one editor edits together with others.
_SPECIAL: Mapping[tuple[str, str], Callable[[Desk], Editor]] = {
    ("task", "owner_party"): OwnerEditor,
    ("task", "due"): lambda _: DueDateEditor("due"),
}


def field_editor(desk: Desk, table: str, name: str) -> Editor:
    """The editor that a form has for a field of a record, also where it edits several at once."""
    special = _SPECIAL.get((table, name))
    return special(desk) if special else editor_for(desk, specs(RECORD_TYPES[table])[name])


class CellForm(RecordForm):
    """Stores like any form; the header of the column is its label."""

    FIELD: str

    def lay_out(self) -> None:
        row = self.add_field(self.FIELD, editor=field_editor(self.desk, self.TABLE, self.FIELD))
        self._grid.leave_out(row.label)

    def _count_sources(self) -> None:
        """Nothing: a cell has no room for them, the inspector shows them."""

    @property
    def editor(self) -> Editor:
        """The only editor."""
        return self.row(self.FIELD).editor


@cache
def _form_of(table: str, field: str) -> type[CellForm]:
    class OneField(CellForm):
        TABLE = table
        FIELD = field

    return OneField


def cell_form(desk: Desk, table: str, field: str, parent: QWidget) -> CellForm:
    """A form for one field of a record of a table; show a record or a draft in it."""
    return _form_of(table, field)(desk, parent, suffix=".cell")
