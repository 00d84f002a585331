"""`ministrack import`: what a file would do to a dossier, line by line; or doing it, as one edit."""

from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ministrack.cli.exits import Exit, WrongUse
from ministrack.cli.given_file import given_file
from ministrack.cli.import_options import DATE_ORDERS, IMPORT_TABLES, SIGNS
from ministrack.cli.meetings import find_meeting
from ministrack.cli.narrowing import find_series
from ministrack.cli.output import line, say, write_object, write_table
from ministrack.cli.session import opened
from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.delegation import usual_presence
from ministrack.domain.fields import specs
from ministrack.domain.language import N_, tr, trn
from ministrack.domain.meeting import Meeting
from ministrack.domain.progress import untold
from ministrack.domain.values import replace
from ministrack.edits.workspace import Workspace
from ministrack.exchange.choices import Choices
from ministrack.exchange.files import write_whole
from ministrack.exchange.import_formats import IMPORT_FORMATS
from ministrack.exchange.imports import ImportFormat, ImportPlan, Row, TableLayout
from ministrack.exchange.plan import Verdict
from ministrack.exchange.recognising import format_of
from ministrack.exchange.tables.fields import file_targets
from ministrack.exchange.tables.mapping_file import read_mapping, write_mapping
from ministrack.sandbox.child import read_in_child

_TAKEN = (Verdict.NEW, Verdict.CHANGES)
_WORDS = {
    Verdict.NEW: N_("new"), Verdict.CHANGES: N_("changes"), Verdict.SAME: N_("same"),
    Verdict.PROBLEM: N_("problem"), Verdict.CONFLICT: N_("conflict"), Verdict.BLANK: N_("blank"),
}  # fmt: skip


def import_file(arguments: Namespace) -> int:
    """Previews a file, or takes it in as one edit. The exit code is 1 where lines were left out."""
    with (
        given_file(arguments.file) as (path, name),
        opened(arguments, writing=not arguments.dry_run) as workspace,
    ):
        chosen = _format(arguments, path, name)
        choices = _choices(arguments, workspace, chosen)
        parsed = read_in_child(chosen.parser, path, choices)
        plan = chosen.plan(workspace.read, parsed, name, choices, untold)
        _check(arguments, plan)
        _save_mapping(arguments, plan)
        left_out = [row for row in plan.rows if row.verdict in _left_out(arguments)]
        stored = not arguments.dry_run and not (arguments.strict and left_out)
        taken = _store(arguments, workspace, plan) if stored else False
    if arguments.json:
        write_object(_object(plan, chosen, taken=taken))
    else:
        _show(arguments, plan, left_out, taken=taken)
    return Exit.TROUBLE if left_out else Exit.FINE


def _format(arguments: Namespace, path: Path, name: str) -> ImportFormat:
    if arguments.format is not None:
        named = next((each for each in IMPORT_FORMATS if each.name == arguments.format), None)
        if named is None:
            raise WrongUse(
                tr("There is no format “{name}”.", name=arguments.format),
                todo=tr("There are: {names}.", names=", ".join(each.name for each in IMPORT_FORMATS)),
            )
        return named
    return format_of(path, IMPORT_FORMATS, name)


def _choices(arguments: Namespace, workspace: Workspace, chosen: ImportFormat) -> Choices:
    """What the command line decides, over what a mapping says."""
    choices = read_mapping(Path(arguments.map).expanduser()) if arguments.map else Choices()
    table = IMPORT_TABLES.get(arguments.kind, arguments.kind) if arguments.kind else ""
    delimiter = SIGNS[arguments.delimiter] if arguments.delimiter else ""
    dates = DATE_ORDERS[arguments.dates] if arguments.dates else ""
    given = (
        arguments.map, arguments.save_mapping, table, arguments.sheet, arguments.encoding, delimiter, dates
    )  # fmt: skip
    if not chosen.is_table and any(given):
        raise WrongUse(
            tr("{format} is no table: it says itself what is in it.", format=tr(chosen.label)),
            todo=tr("Leave the options about columns, kind, sheet and encoding out."),
        )
    common: dict[str, object] = {}
    if arguments.meeting:
        common |= _at_meeting(workspace, arguments.meeting)
    if arguments.series:
        common["series"] = find_series(workspace.read, arguments.series)
    header = False if arguments.no_header else choices.has_header
    return replace(
        choices,
        table=table or choices.table,
        sheet=arguments.sheet or choices.sheet,
        encoding=arguments.encoding or choices.encoding,
        delimiter=delimiter or choices.delimiter,
        common=common,
        has_header=header,
        date_order=dates or choices.date_order,
    )


def _at_meeting(workspace: Workspace, words: str) -> dict[str, object]:
    """The meeting of delegations, and what being listed for it means."""
    meeting = workspace.read.get(Meeting, find_meeting(workspace.read, words))
    if meeting is None:
        raise WrongUse(tr("“{name}” is no meeting.", name=words))
    return {"meeting": meeting.id, "status": usual_presence(meeting.status).value}


def _check(arguments: Namespace, plan: ImportPlan) -> None:
    """Refuses what nobody could have meant."""
    layout = plan.layout
    if layout is None:
        return
    table = layout.choices.table
    if not layout.is_clear:
        named = layout.choices.has_header
        words = [each.header if named else next(iter(each.examples), "") for each in layout.columns]
        raise WrongUse(
            tr("It is not clear what the lines are about: {words}.", words=", ".join(filter(None, words))),
            todo=tr("Say it with --kind: {kinds}.", kinds=", ".join(IMPORT_TABLES)),
        )
    for name in ("meeting", "series"):
        if getattr(arguments, name) and name not in specs(RECORD_TYPES[table]):
            kind = tr(RECORD_TYPES[table].MANY)
            raise WrongUse(
                tr("The lines are taken for: {kind}. --{name} is not about these.", kind=kind, name=name),
                todo=tr("Say with --kind what they are, or leave it out."),
            )


def _left_out(arguments: Namespace) -> Sequence[Verdict]:
    return (Verdict.PROBLEM,) if arguments.take_conflicts else (Verdict.PROBLEM, Verdict.CONFLICT)


def _store(arguments: Namespace, workspace: Workspace, plan: ImportPlan) -> bool:
    """Runs the edit, where there is something to do."""
    wanted = (*_TAKEN, Verdict.CONFLICT) if arguments.take_conflicts else _TAKEN
    chosen = {place for place, row in enumerate(plan.rows) if row.verdict in wanted}
    if chosen:
        workspace.run(plan.edit(chosen))
    return bool(chosen)


def _save_mapping(arguments: Namespace, plan: ImportPlan) -> None:
    layout = plan.layout
    if not arguments.save_mapping or layout is None:
        return
    target = Path(arguments.save_mapping).expanduser()
    write_whole(target, lambda out: write_mapping(layout.choices, out), overwrite=True)
    say(tr("Written: {path}", path=str(target)))


def _show(arguments: Namespace, plan: ImportPlan, left_out: Sequence[Row], *, taken: bool) -> None:
    if plan.layout is not None:
        _show_layout(plan.name, plan.layout)
    shown = left_out if taken else [row for row in plan.rows if row.verdict is not Verdict.SAME]
    if shown:
        headings = (tr("Line"), tr("Kind"), tr("What"), tr("Becomes"), tr("Why, or which fields"))
        write_table(headings, [_cells(row) for row in shown])
    counts = Counter(row.verdict for row in plan.rows)
    line(", ".join(f"{counts[each]} {tr(words)}" for each, words in _WORDS.items() if counts[each]))
    if left_out:
        say(trn("{n} line is left out: see above.", "{n} lines are left out: see above.", len(left_out)))
    if taken:
        say(tr("Imported. `ministrack undo` takes it back."))
    elif arguments.dry_run:
        say(tr("This was only a look: nothing was changed."))
    else:
        say(tr("Nothing was changed."))


def _show_layout(name: str, layout: TableLayout) -> None:
    choices = layout.choices
    kind = tr(RECORD_TYPES[choices.table].MANY)
    read_as = (choices.sheet, choices.encoding, *layout.notes)
    say(" · ".join(part for part in (f"{name}: {kind}", *read_as) if part))
    unused = [column.header for column in layout.columns if not column.target]
    if unused:
        say(tr("Columns left out: {names}", names=", ".join(unused)))


def _cells(row: Row) -> tuple[str, ...]:
    label = _field_label(row) if row.verdict is Verdict.PROBLEM else ""
    said = " · ".join(part for part in (row.words, row.holds) if part)
    words = f"{label}: {said}" if label else said
    kind = tr(RECORD_TYPES[row.table].ONE) if row.table in RECORD_TYPES else row.table
    return (str(row.where), kind, row.label, tr(_WORDS[row.verdict]), words)


def _field_label(row: Row) -> str:
    """What the field to look at is called, where the row is one of a table."""
    if row.table not in RECORD_TYPES:
        return ""
    return next((each.label for each in file_targets(row.table) if each.key == row.field), "")


def _object(plan: ImportPlan, chosen: ImportFormat, *, taken: bool) -> dict[str, object]:
    """The same for programs."""
    layout: dict[str, object] = {}
    if plan.layout is not None:
        choices = plan.layout.choices
        layout = {
            "table": choices.table,
            "columns": dict(choices.columns),
            "sheet": choices.sheet or None,
            "encoding": choices.encoding or None,
            "delimiter": choices.delimiter or None,
            "has_header": choices.has_header,
            "notes": list(plan.layout.notes),
        }
    return {
        "file": plan.name,
        "format": chosen.name,
        **layout,
        "imported": taken,
        "counts": {each.value: sum(row.verdict is each for row in plan.rows) for each in _WORDS},
        "rows": [
            {
                "line": row.where, "kind": row.table, "label": row.label, "verdict": row.verdict.value,
                "words": row.words, "holds": row.holds or None, "field": row.field or None,
            }
            for row in plan.rows
        ],
    }  # fmt: skip
