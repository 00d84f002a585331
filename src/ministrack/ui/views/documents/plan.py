"""What the view of documents shows."""

from ministrack.domain.document import Document, Stage
from ministrack.domain.language import N_, tr, trn
from ministrack.domain.lists import Row
from ministrack.ui.models.cells import date_cell, name, parties, soft, status, tipped
from ministrack.ui.models.column import Cell, Column, Edits
from ministrack.ui.models.field_column import field_column
from ministrack.ui.widgets.view_plan import ViewPlan


def _title(row: Row) -> Cell:
    cell = name(row["title"])
    return Cell(cell.text, cell.look, tip=cell.text)


def _stage(row: Row) -> Cell:
    return status(Stage, row["stage"]) if row["stage"] else soft(tr("not known"))


def _date(row: Row) -> Cell:
    return date_cell(row["stage_date"])


def _parties(row: Row) -> Cell:
    cell = parties(row["parties"])
    return cell if cell.spoken else soft(tr("not recorded"))


def _meeting(row: Row) -> Cell:
    return tipped(row["stage_meeting_name"])


def _hidden(n: int) -> str:
    return trn(
        "No document matches the filter. {n} is hidden.", "No document matches the filter. {n} are hidden.", n
    )


DOCUMENTS = ViewPlan(
    table="document",
    object_name="documentsTable",
    title=N_("Documents"),
    icon="file-text",
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
        field_column(Document, "kind", is_hidden=False),
        Column("stage", N_("Stage"), ("stage",), _stage),
        Column("date", N_("Date"), ("stage_date",), _date),
        Column("parties", N_("Parties"), ("parties",), _parties, least=10),
        Column(
            "meeting",
            N_("Last stage at"),
            ("stage_meeting_name",),
            _meeting,
            most=30,
            shrinks=True,
            hidden_at_first=True,
        ),
        field_column(Document, "address"),
        field_column(Document, "summary"),
    ),
    sort="title",
    empty=N_("Documents stand here: declarations, agreements and drafts, and how far each has come."),
    first=N_("Add the first document"),
    hidden=_hidden,
)
