"""What is said after a report was added: how much, with Undo beside it; and the record that shows it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QMainWindow

from ministrack.domain.language import tr, trn
from ministrack.domain.proposal import ProposalKind, Relation
from ministrack.domain.record import Ref
from ministrack.domain.source import Source
from ministrack.edits.changes import ChangeSet
from ministrack.edits.proposals.reviewed import Reviewed
from ministrack.ui.actions.actions import Host
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.importing.done import Imported
from ministrack.ui.views import view_of_table


def show_added(
    window: QMainWindow, desk: Desk, host: Host, changes: ChangeSet, added: Sequence[Reviewed], name: str
) -> Imported:
    """Shows the meeting that was reported, or else the first record that came in, and says how many did."""
    shown = _meeting(changes, added) or _first(changes)
    if shown is not None:
        host.open_record(shown)
    undo = "" if changes.is_empty else tr("Undo what was added")
    said = Imported(window, desk, _told(changes, added, name), undo)
    said.appear()
    return said


def _told(changes: ChangeSet, added: Sequence[Reviewed], name: str) -> str:
    """How many records are new, and how many that were there have the report as a source."""
    if changes.is_empty:
        return tr("The dossier has all of this already: nothing was changed.")
    if not added:
        return tr("Kept the text of {name} as a source.", name=name)
    new = sum(each.record is None for each in added)
    known = len(added) - new
    came = trn("Added {n} record from {name}.", "Added {n} records from {name}.", new, name=name)
    if not known:
        return came
    if not new:
        return trn("{n} record now cites {name}.", "{n} records now cite {name}.", known, name=name)
    cites = trn("{n} that was there now cites it.", "{n} that were there now cite it.", known)
    return f"{came} {cites}"


def _meeting(changes: ChangeSet, added: Sequence[Reviewed]) -> Ref | None:
    """The meeting that the report is about: one that was there, or else the first that is new."""
    reported = next((each for each in added if each.proposal.relation is Relation.REPORTED), None)
    if reported is not None and reported.record is not None:
        return reported.record.ref
    number = reported.proposal.value("number") if reported is not None else ""
    new = [change for change in changes.changes if change.table == "meeting" and change.before is None]
    named = [each for each in new if number and str((each.after or {}).get("number")) == number]
    if reported is None and not any(each.proposal.kind is ProposalKind.MEETING for each in added):
        return next((each.record.ref for each in added if each.record is not None), None)
    return next((Ref("meeting", each.row) for each in (*named, *new)), None)


def _first(changes: ChangeSet) -> Ref | None:
    tables = [change for change in changes.changes if view_of_table(change.table) is not None]
    others = [change for change in tables if change.table != Source.TABLE]
    return next((Ref(change.table, change.row) for change in others or tables), None)
