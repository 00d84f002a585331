"""What the view of documents shows."""

from ministrack.domain.document import DocumentKind, Stage
from ministrack.domain.language import N_, tr, trn
from ministrack.domain.lists import Row
from ministrack.ui.models.cells import choice, date_cell, name, parties, soft, status, tipped
from ministrack.ui.models.column import Cell, Column, Edits
from ministrack.ui.widgets.view_plan import ViewPlan


def _title(row: Row) -> Cell:
    cell = name(row["title"])
    return Cell(cell.text, cell.look, tip=cell.text)


def _kind(row: Row) -> Cell:
    return choice(DocumentKind, row["kind"])


def _stage(row: Row) -> Cell:
    return status(Stage, row["stage"]) if row["stage"] else soft(tr("not known"))


def _date(row: Row) -> Cell:
    return date_cell(row["stage_date"])


def _parties(row: Row) -> Cell:
    cell = parties(row["parties"])
    return cell if cell.spoken else soft(tr("not recorded"))


def _meeting(row: Row) -> Cell:
    return tipped(row["stage_meeting_name"])


def _address(row: Row) -> Cell:
    return tipped(row["address"])


def _summary(row: Row) -> Cell:
    return tipped(row["summary"])


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
        Column("kind", N_("Kind"), ("kind",), _kind, "kind", edits=Edits("kind")),
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
        Column(
            "address",
            N_("Web address"),
            ("address",),
            _address,
            "address",
            shrinks=True,
            hidden_at_first=True,
            edits=Edits("address"),
        ),
        Column(
            "summary",
            N_("Summary"),
            ("summary",),
            _summary,
            most=40,
            shrinks=True,
            hidden_at_first=True,
            edits=Edits("summary"),
        ),
    ),
    sort="title",
    empty=N_("Documents stand here: declarations, agreements and drafts, and how far each has come."),
    first=N_("Add the first document"),
    hidden=_hidden,
)
