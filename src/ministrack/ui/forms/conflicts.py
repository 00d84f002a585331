"""A conflict beside its field."""

from ministrack.domain.errors import Conflict
from ministrack.edits.asking import Reader
from ministrack.edits.differences import difference
from ministrack.ui.forms.field_row import FieldRow


def show(read: Reader, row: FieldRow, conflict: Conflict) -> None:
    """Shows below the field what the person wanted, what is stored now, by whom and since when."""
    found = next((each for each in conflict.conflicts if each.field in row.editor.names), None)
    if found is None:
        row.show_error(str(conflict))
    else:
        row.show_conflict(difference(read, found))
