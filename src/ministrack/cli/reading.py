"""`ministrack read`: what a report seems to say, and adding what is sure of it to a dossier."""

from argparse import Namespace
from collections.abc import Sequence

from ministrack.cli.exits import Exit, WrongUse
from ministrack.cli.given_file import given_file
from ministrack.cli.output import line, say, write_object, write_table
from ministrack.cli.reading_words import cells, say_nothing_found
from ministrack.domain.language import tr, trn
from ministrack.domain.proposal import Proposal
from ministrack.reading.answer import as_data
from ministrack.reading.intake.files import report_of_file
from ministrack.reading.reader import read_report
from ministrack.reading.report import Report


def read(arguments: Namespace) -> int:
    """Prints the proposals of a report, or adds the sure ones. The exit code is 1 where nothing is found."""
    _check(arguments)
    with given_file(arguments.file) as (path, _):
        report = report_of_file(path)
    proposals = read_report(report)
    if arguments.into:
        # delayed: start-up time; who only looks needs no dossier
        from ministrack.cli.reading_into import add_sure

        return add_sure(arguments, report, proposals)
    if arguments.json:
        write_object(as_data(report, proposals))
    else:
        _show(report, proposals)
    return Exit.FINE if proposals else Exit.TROUBLE


def _show(report: Report, proposals: Sequence[Proposal]) -> None:
    about = report.about
    said = (about.title, about.publisher, about.published, about.language, *about.notes)
    if any(said):
        say(" · ".join(part for part in said if part))
    if proposals:
        others = {each.key: each for each in proposals}
        headings = (tr("Kind"), tr("What"), tr("Sure, or why not"), tr("In the text"))
        write_table(headings, [cells(each, others) for each in proposals])
        unsure = sum(not each.sure for each in proposals)
        line(
            trn("{n} proposal, {unsure} to be checked", "{n} proposals, {unsure} to be checked",
                len(proposals), unsure=unsure)
        )  # fmt: skip
    say_nothing_found(proposals)


def _check(arguments: Namespace) -> None:
    """Refuses what nobody could have meant, before anything is read."""
    if not arguments.into:
        if arguments.sure or arguments.dry_run:
            raise WrongUse(
                tr("It is not said which dossier to add to."), todo=tr("Name it with --into DOSSIER.")
            )
        return
    if not arguments.sure:
        raise WrongUse(
            tr("What a report seems to say is looked at before it is added; here nobody can."),
            todo=tr(
                "Use --sure to add only what is beyond doubt, or File > Read a report in the window for all."
            ),
        )
    if arguments.dossier is not None or arguments.sample:
        raise WrongUse(tr("Two dossiers are named."), todo=tr("Leave --dossier and --sample out."))
