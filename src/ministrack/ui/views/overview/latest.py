"""What is new: documents by their last stage, and the last changes of the dossier."""

from ministrack.domain.document import Stage
from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import tr, trn
from ministrack.domain.lists import ListQuery, Row
from ministrack.domain.record import Ref
from ministrack.domain.scope import scope
from ministrack.edits.asking import EditEntry
from ministrack.edits.history import history_of_dossier
from ministrack.edits.workspace import Workspace
from ministrack.ui import tones
from ministrack.ui.inspector.entries import Entry, Mark
from ministrack.ui.inspector.history_panel import local_time
from ministrack.ui.naming import day, dotted, text
from ministrack.ui.views.overview.card import CardText

_SHOWN = 6


def documents(workspace: Workspace, shared: SharedFilter) -> CardText:
    """The card of documents, the latest stage first."""
    wanted = scope("document", shared)
    query = ListQuery("document", ("title", "stage", "stage_date"), wanted, "stage_date", descending=True)
    rows = workspace.read.rows(query, _SHOWN)
    hidden = workspace.read.count("document", wanted) - len(rows)
    more = trn("and {n} more in Documents", "and {n} more in Documents", hidden) if hidden else ""
    return CardText(tr("Documents"), [_document(row) for row in rows], tr("No document is recorded."), more)


def _document(row: Row) -> Entry:
    pill, tone = tones.of_choice(Stage, row["stage"])
    opens = Ref("document", text(row["id"]))
    return Entry(text(row["title"]), day(row["stage_date"]), pill, tone, Mark.DIAMOND, opens=opens)


def changes(workspace: Workspace) -> CardText:
    """The card of the last edits."""
    lines = [_edit(workspace, edit) for edit in history_of_dossier(workspace, _SHOWN)]
    return CardText(tr("Latest changes"), lines, tr("Nothing has been changed yet."))


def _edit(workspace: Workspace, edit: EditEntry) -> Entry:
    touched = workspace.read.first_touched(edit.id)
    opens = touched if touched is not None and workspace.read.exists(touched) else None
    return Entry(edit.label, dotted((local_time(edit.at), edit.author)), opens=opens)
