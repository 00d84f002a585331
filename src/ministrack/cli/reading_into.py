"""`ministrack read --into`: adds the sure proposals of a report to a dossier, and says what was left out."""

import shlex
from argparse import Namespace
from collections.abc import Sequence

from ministrack.cli.exits import Exit
from ministrack.cli.output import line, say, write_object, write_table
from ministrack.cli.reading_words import kind, say_nothing_found, summary
from ministrack.cli.session import opened
from ministrack.domain.language import tr, trn
from ministrack.domain.proposal import Proposal
from ministrack.edits.proposals.adding import add_reviewed
from ministrack.edits.proposals.choosing import LeftOut, sure_ones
from ministrack.edits.proposals.review import review
from ministrack.edits.proposals.reviewed import Reviewed, Standing
from ministrack.edits.workspace import Workspace
from ministrack.reading.answer import as_data
from ministrack.reading.report import Report


def add_sure(arguments: Namespace, report: Report, proposals: Sequence[Proposal]) -> int:
    """Adds them as one edit, or only says what that would do. The exit code is 1 where nothing is found."""
    arguments.dossier = arguments.into
    with opened(arguments, writing=not arguments.dry_run) as workspace:
        reviewed = review(workspace.read, proposals, report=report.about)
        taken, left = sure_ones(reviewed)
        added = _added(workspace, report, taken, stored=not arguments.dry_run) if taken else False
    if arguments.json:
        write_object({**as_data(report, proposals), **_data(taken, left, added=added)})
    else:
        _show(proposals, taken, left)
        _say_end(arguments, taken, added=added)
    return Exit.FINE if proposals else Exit.TROUBLE


def _added(workspace: Workspace, report: Report, taken: Sequence[Reviewed], *, stored: bool) -> bool:
    """Whether anything was stored. Raises where something stands in its way, in a rehearsal too."""
    edit = add_reviewed(report.about, taken)
    if stored:
        return not workspace.run(edit).is_empty
    for refused in workspace.rehearse([edit]):
        if refused is not None:
            raise refused
    return False


def _show(proposals: Sequence[Proposal], taken: Sequence[Reviewed], left: LeftOut) -> None:
    others = {each.key: each for each in proposals}
    rows = [(tr(each.standing.label), *_named(each, others), _why(each)) for each in taken]
    rows += [(tr("Left out"), *_named(each, others), why) for each, why in left]
    if rows:
        write_table((tr("Dossier"), tr("Kind"), tr("What"), tr("Why, or what differs")), rows)
    say_nothing_found(proposals)
    if proposals:
        line(
            trn("{n} sure, {left} left out", "{n} sure, {left} left out", len(taken), left=len(left))
        )  # fmt: skip


def _named(reviewed: Reviewed, others: dict[str, Proposal]) -> tuple[str, str]:
    return kind(reviewed.proposal), summary(reviewed.proposal, others)


def _why(reviewed: Reviewed) -> str:
    """What the dossier has otherwise: it stays, and the report stands beside it."""
    if reviewed.standing is not Standing.DIFFERS:
        return ""
    return "; ".join(
        tr("{field}: {present} stays, the report says {proposed}",
           field=each.label, present=each.present, proposed=each.proposed)
        for each in reviewed.differences
    )  # fmt: skip


def _say_end(arguments: Namespace, taken: Sequence[Reviewed], *, added: bool) -> None:
    if arguments.dry_run:
        say(tr("This was only a look: nothing was changed."))
    elif added:
        say(
            tr(
                "Added. `ministrack undo --dossier {name}` takes it back.",
                name=shlex.quote(str(arguments.into)),
            )
        )
    elif taken:
        say(tr("The dossier has all of this already: nothing was changed."))
    else:
        say(tr("Nothing was changed."))


def _data(taken: Sequence[Reviewed], left: LeftOut, *, added: bool) -> dict[str, object]:
    """The same for programs."""
    return {
        "added": added,
        "taken": [{"key": each.proposal.key, "standing": each.standing.value} for each in taken],
        "left_out": [{"key": each.proposal.key, "why": why} for each, why in left],
    }
