"""Fields that are stored together by one button: what is typed in them, and where it says what is wrong."""

from collections.abc import Sequence

from ministrack.domain.errors import InvalidValue, MinistrackError
from ministrack.domain.record import Record
from ministrack.ui.forms.editors.editor import Wanted
from ministrack.ui.forms.field_row import FieldRow
from ministrack.ui.widgets.words import words


class FieldRows:
    """A refused value stays, marked, with the reason below it; `problem` is for what no field is to blame."""

    def __init__(self, rows: Sequence[FieldRow]) -> None:
        self.rows = tuple(rows)
        self.problem = words("error")
        self.problem.hide()
        for row in self.rows:
            row.given_up.connect(FieldRow.clear_problem)

    def clear_problems(self) -> None:
        """Takes away all that was refused before."""
        self.problem.hide()
        for row in self.rows:
            row.clear_problem()

    def wanted(self) -> Wanted | None:
        """What all of them want stored; None where one is not understood, which says so itself."""
        self.clear_problems()
        values, creating = dict[str, object](), list[Record]()
        for row in self.rows:
            try:
                wanted = row.editor.wanted()
            except InvalidValue as error:
                self._mark(row, error)
                return None
            values.update(wanted.values)
            creating += wanted.creating
        return Wanted(values, tuple(creating))

    def refuse(self, error: MinistrackError, otherwise: FieldRow | None = None) -> None:
        """Says why nothing was stored: beside the field that is to blame, or else beside `otherwise`."""
        field = error.field if isinstance(error, InvalidValue) else ""
        row = next((row for row in self.rows if field in row.editor.names), otherwise)
        if row is not None:
            self._mark(row, error)
            return
        self.problem.setText(str(error))
        self.problem.show()

    def _mark(self, row: FieldRow, error: MinistrackError) -> None:
        row.show_error(str(error))
        row.editor.input.setFocus()
