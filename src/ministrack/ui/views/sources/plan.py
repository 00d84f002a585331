"""What the view of sources shows."""

from ministrack.domain.language import N_, tr, trn
from ministrack.domain.lists import Row
from ministrack.domain.source import Source
from ministrack.ui.models.cells import count, date_cell, name, plain_or
from ministrack.ui.models.column import Cell, Column, Edits
from ministrack.ui.models.field_column import field_column
from ministrack.ui.widgets.view_plan import ViewPlan


def _title(row: Row) -> Cell:
    cell = name(row["title"])
    return Cell(cell.text, cell.look, tip=cell.text)


def _publisher(row: Row) -> Cell:
    return plain_or(row["publisher"], tr("not known"))


def _published(row: Row) -> Cell:
    return date_cell(row["published"])


def _statements(row: Row) -> Cell:
    return count(row["statement_count"])


def _hidden(n: int) -> str:
    return trn(
        "No source matches the filter. {n} is hidden.", "No source matches the filter. {n} are hidden.", n
    )


SOURCES = ViewPlan(
    table="source",
    object_name="sourcesTable",
    title=N_("Sources"),
    icon="book-open",
    columns=(
        Column(
            "title",
            N_("Title"),
            ("title",),
            _title,
            "title",
            least=20,
            most=70,
            fills=True,
            stays=True,
            edits=Edits("title"),
        ),
        field_column(Source, "kind", is_hidden=False),
        Column("publisher", N_("Publisher"), ("publisher",), _publisher, most=26, edits=Edits("publisher")),
        Column(
            "published", N_("Published"), ("published",), _published, "published", edits=Edits("published")
        ),
        Column("statements", N_("Statements"), ("statement_count",), _statements),
        field_column(Source, "language"),
        field_column(Source, "accessed"),
        field_column(Source, "address"),
    ),
    sort="published",
    descending=True,
    empty=N_(
        "Sources stand here: reports, communiqués and notes, with every sentence a fact was taken from."
    ),
    first=N_("Add the first source"),
    hidden=_hidden,
)
