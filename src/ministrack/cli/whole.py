"""`ministrack info` and `check`: what is about a dossier as a whole."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict

from ministrack import __version__
from ministrack.cli.changing import local_time
from ministrack.cli.exits import Exit
from ministrack.cli.output import line, say, write_array, write_object, write_table
from ministrack.cli.session import opened
from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.language import tr, trn
from ministrack.edits.workspace import Workspace
from ministrack.exchange.digest import content_digest
from ministrack.store.findings import Finding
from ministrack.store.version import VERSION

_KIB = 1024


def show_info(arguments: Namespace) -> int:
    """Says what the dossier is and what is in it, after a quick look at its state."""
    with opened(arguments) as workspace:
        findings = workspace.read.verify(quick=True)
        counts = {table: workspace.read.count(table) for table in RECORD_TYPES}
        last = next(workspace.read.edits(), None)
        facts: dict[str, object] = {
            "path": str(workspace.path),
            "bytes": workspace.path.stat().st_size,
            "dossier_version": VERSION,
            "program_version": __version__,
            "read_only": workspace.read_only,
            "records": counts,
            "last_edit": {"label": last.label, "at": last.at, "author": last.author} if last else None,
            "troubles": len(findings),
        }
        if arguments.json:
            write_object(facts | {"content_digest": content_digest(workspace.read)})
        else:
            edit = f"{last.label} ({last.author}, {local_time(last.at)})" if last else ""
            _info_table(workspace, counts, edit, findings)
    return Exit.TROUBLE if findings else Exit.FINE


def _info_table(workspace: Workspace, counts: dict[str, int], last: str, findings: Sequence[Finding]) -> None:
    size = tr("{size} KiB", size=-(-workspace.path.stat().st_size // _KIB))
    state = tr("in order (a quick look; `ministrack check` looks at everything)")
    if findings:
        state = tr("not in order: `ministrack check` names what is wrong")
    access = (tr("read-only"),) if workspace.read_only else ()
    rows = [
        (tr("Dossier"), str(workspace.path)),
        (tr("Size"), ", ".join((size, *access))),
        (tr("Version"), tr("{dossier}, ministrack {program}", dossier=VERSION, program=__version__)),
        (tr("Last edit"), last),
        (tr("State"), state),
        *((tr(RECORD_TYPES[table].MANY), str(count)) for table, count in counts.items() if count),
    ]
    write_table(("", ""), rows)


def check_dossier(arguments: Namespace) -> int:
    """Looks at everything and names what is wrong. Changes nothing."""
    with opened(arguments) as workspace:
        findings = workspace.read.verify()
        records = sum(workspace.read.count(table) for table in RECORD_TYPES)
        edits = sum(1 for _ in workspace.read.edits())
    if arguments.json:
        write_array(asdict(finding) for finding in findings)
    else:
        for finding in findings:
            line(_in_words(finding))
    if not findings:
        counted = tr("Checked: {records} records, {edits} edits.", records=records, edits=edits)
        say(f"{counted} {tr('Everything is in order.')}")
        return Exit.FINE
    say(
        trn("{n} thing is not as it should be.", "{n} things are not as they should be.", len(findings))
        + f" {tr('Nothing was changed.')} "
        + tr("Keep a copy of the file, and correct what is named above or go back to a backup.")
    )
    return Exit.TROUBLE


def _in_words(finding: Finding) -> str:
    if not (finding.expected or finding.found):
        return finding.message
    values = tr("Saved: “{expected}”, found: “{found}”.", expected=finding.expected, found=finding.found)
    return f"{finding.message} {values}"
