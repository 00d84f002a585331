"""What can go out from where the person is: each with its name, and the selection that it is."""

from collections.abc import Callable

from ministrack.domain.language import counted, tr
from ministrack.domain.values import dataclass
from ministrack.edits.asking import Reader
from ministrack.exchange.formats import FORMATS, Format
from ministrack.exchange.selection import Selection, everything
from ministrack.ui.dialogs.exporting.columns import selected_rows, shown_table
from ministrack.ui.widgets.record_view import RecordView
from ministrack.ui.widgets.view import View


@dataclass(frozen=True, slots=True)
class What:
    """One choice: `name` for the program, `label` for the person, `part` for the name of the file."""

    name: str
    label: str
    part: str
    table: str  # of its records, none for everything
    select: Callable[[Reader], Selection]

    def formats(self) -> list[Format]:
        """The formats that can hold it."""
        return [each for each in FORMATS if not (self.table and each.tables) or self.table in each.tables]


def offered(view: View) -> list[What]:
    """All choices, what is closest to the person first."""
    found: list[What] = []
    if isinstance(view, RecordView):
        table, title = view.table_widget, view.accessibleName()
        query = table.records.query
        if table.selected_count() > 1:
            chosen = selected_rows(table, title)
            label = tr("The selected rows of {view} ({n})", view=title, n=counted(len(chosen.ids or ())))
            found.append(What("selected", label, title, query.table, lambda _: Selection((chosen,))))
        shown = shown_table(table, title)
        label = tr("{view} as shown ({n})", view=title, n=counted(table.records.rowCount()))
        found.append(What("shown", label, title, query.table, lambda _: Selection((shown,))))
    found.append(What("everything", tr("Everything in the dossier"), "", "", everything))
    return found
