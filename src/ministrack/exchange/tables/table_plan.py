"""What a file of lines would do to the dossier: previewed line by line, then one edit."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import cast

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import specs
from ministrack.domain.language import tr, trn
from ministrack.domain.progress import Progress
from ministrack.domain.record import Record
from ministrack.domain.values import replace
from ministrack.edits.changes import Edit
from ministrack.edits.writer import Writer
from ministrack.exchange.choices import Choices
from ministrack.exchange.imports import Row, TableLayout
from ministrack.exchange.matching import NAMING as NAME_FIELDS
from ministrack.exchange.plan import Verdict
from ministrack.exchange.tables import layouts
from ministrack.exchange.tables.contents import TableFile
from ministrack.exchange.tables.date_cells import DAY_FIRST, MONTH_FIRST
from ministrack.exchange.tables.delimiters import BELIEVED
from ministrack.exchange.tables.entries import Entry
from ministrack.exchange.tables.fields import NAMING, file_targets
from ministrack.exchange.tables.holding import Holdings
from ministrack.exchange.tables.planner import FilePlanner
from ministrack.exchange.tables.proposal import Proposal, proposal
from ministrack.sandbox.encodings import ENCODINGS
from ministrack.store.reader import Reader

_LIKELIEST = "delegation"  # what lines are shown as while nobody knows what they are
_ORDER = {table: place for place, table in enumerate(RECORD_TYPES)}


def plan_table(
    read: Reader, parsed: object, name: str, choices: Choices, progress: Progress
) -> "TableImport":
    """Compares a table that was read with the dossier. Raises InvalidValue for choices that make no sense."""
    file = cast(TableFile, parsed)
    with read.snapshot():
        found = proposal(read, file, choices)
        is_clear = bool(found.table)
        if not is_clear:
            found = proposal(read, file, replace(choices, table=_LIKELIEST))
        table = found.table
        targets = {target.key: target for target in file_targets(table)}
        columns = [targets.get(column.target) for column in found.columns]
        before = layouts.remembered(found.layout) if found.layout else None
        since = before.imported.get(str(read.path), "") if before is not None else ""
        planner = FilePlanner(read, table, columns, _common(choices, found))
        entries = planner.plan(found.lines, since, choices.date_order, progress)
        holdings = Holdings(read)
        rows = [_row(entry, table, holdings) for entry in entries if entry.verdict is not Verdict.BLANK]
    notes = [*planner.dates.notes, *_notes(file, found, entries, is_clear=is_clear)]
    layout = _layout(file, found, choices, notes, is_clear=is_clear, is_open=planner.dates.is_open)
    return TableImport(name, entries, rows, found, layout, str(read.path))


def _common(choices: Choices, found: Proposal) -> Mapping[str, object]:
    """What holds for all lines of a file that is taken so."""
    key = choices.common_unless
    if key and (key.partition(".")[0] != found.table or key in found.mapping.values()):
        return {}
    declared = specs(RECORD_TYPES[found.table])
    return {name: value for name, value in choices.common.items() if name in declared}


class TableImport:
    """The plan of one table; see imports.ImportPlan."""

    def __init__(
        self,
        name: str,
        entries: Sequence[Entry],
        rows: Sequence[Row],
        found: Proposal,
        layout: TableLayout,
        dossier: str,
    ) -> None:
        self.name = name
        self.layout = layout
        self._table = found.table
        self._found = found
        self._dossier = dossier
        self._entries = entries
        self._shown = [entry for entry in entries if entry.verdict is not Verdict.BLANK]
        self.rows = rows

    def edit(self, chosen: Collection[int] | None = None) -> Edit:
        """The one step: all lines that are new or change something, or those at these places in `rows`."""
        wanted = self._wanted(chosen)
        new = sum(entry.draft.is_new for entry in wanted)
        label = tr(
            "Import {name}: {new} new, {changed} changed", name=self.name, new=new, changed=len(wanted) - new
        )

        def apply(writer: Writer) -> None:
            writer.add_all(_in_order(wanted))
            for entry in wanted:
                for change in entry.draft.changing:
                    writer.change(change.ref, change.new, change.seen)
            self._remember(writer.read)

        return Edit(label, apply, wanted[0].ref if len(wanted) == 1 else None)

    def _wanted(self, chosen: Collection[int] | None) -> list[Entry]:
        """The lines that are taken, with those that they build upon."""
        usual = (Verdict.NEW, Verdict.CHANGES)
        if chosen is None:
            ahead = [entry for entry in self._shown if entry.verdict in usual]
        else:
            able = (*usual, Verdict.CONFLICT)
            ahead = [self._shown[place] for place in chosen if self._shown[place].verdict in able]
        found: dict[int, Entry] = {}
        while ahead:
            entry = ahead.pop()
            if entry.place not in found:
                found[entry.place] = entry
                ahead += [self._entries[place] for place in entry.needs]
        return [found[place] for place in sorted(found) if not found[place].is_settled]

    def _remember(self, read: Reader) -> None:
        """How the columns were taken, and which edit it was: for the next file of this layout."""
        if not self._found.layout:
            return
        before = layouts.remembered(self._found.layout)
        imported = dict(before.imported) if before is not None else {}
        edit = next(read.edits(), None)
        if edit is not None:
            imported[self._dossier] = edit.id
        layouts.remember(self._found.layout, layouts.Layout(self._table, self._found.mapping, imported))


def _in_order(entries: Iterable[Entry]) -> list[Record]:
    """The records that lines add: each after those that it refers to, and those of a kind in a row."""
    records: dict[str, Record] = {}
    for entry in entries:
        for record in (*entry.draft.creating, *entry.draft.adding):
            records.setdefault(record.id, record)
    sorter = {record.id: _own_references(record, records) for record in records.values()}
    try:
        places = {each: place for place, each in enumerate(TopologicalSorter(sorter).static_order())}
    except CycleError:  # the edit refuses it and says why
        places = {}
    return sorted(
        records.values(),
        key=lambda record: (_ORDER[record.TABLE], places.get(record.id, 0) if sorter[record.id] else -1),
    )


def _own_references(record: Record, records: Mapping[str, Record]) -> list[str]:
    """The records of its own kind, among these, that it refers to."""
    names = [name for name, spec in specs(type(record)).items() if spec.refers == record.TABLE]
    return [str(value) for name in names if (value := getattr(record, name)) and str(value) in records]


def _row(entry: Entry, table: str, holdings: Holdings) -> Row:
    texts = entry.said.texts
    label = texts.get(NAMING.get(table, ""), "") or texts.get(f"{table}.{NAME_FIELDS.get(table, '')}", "")
    if table == "delegation":
        label = " · ".join(part for part in (label, texts.get("delegate.person", "")) if part)
    label = label or next(iter(texts.values()), "")
    words = " · ".join(entry.words)
    holds = holdings.words(entry) if entry.draft.adding else ""
    return Row(entry.number, table, " ".join(label.split()), entry.verdict, words, entry.at, holds)


def _notes(file: TableFile, found: Proposal, entries: Sequence[Entry], *, is_clear: bool) -> list[str]:
    """What a person should know about how the table was read."""
    notes = [*file.notes]
    if not is_clear:
        notes.append(tr("What the lines are about could not be told: please choose the kind of record."))
    if found.above:
        notes.append(
            trn(
                "{n} line above the headers is left out.",
                "{n} lines above the headers are left out.",
                found.above,
            )
        )
    blank = sum(entry.verdict is Verdict.BLANK for entry in entries)
    if blank:
        notes.append(
            trn("{n} line says nothing that is taken.", "{n} lines say nothing that is taken.", blank)
        )
    hidden = [sheet.name for sheet in file.sheets if sheet.is_hidden]
    if hidden:
        notes.append(tr("Hidden sheets: {names}.", names=", ".join(hidden)))
    return notes


def _layout(
    file: TableFile,
    found: Proposal,
    choices: Choices,
    notes: Sequence[str],
    *,
    is_clear: bool,
    is_open: bool,
) -> TableLayout:
    complete = replace(
        choices,
        table=found.table,
        columns=found.mapping,
        sheet=file.sheet,
        encoding=file.encoding,
        delimiter=file.delimiter,
        has_header=found.has_header,
    )
    return TableLayout(
        complete,
        found.columns,
        tuple(sheet.name for sheet in file.sheets),
        tuple(dict.fromkeys((*file.encodings, *ENCODINGS))) if file.encoding else (),
        tuple(dict.fromkeys((file.delimiter, *BELIEVED))) if file.delimiter else (),
        found.remembered,
        tuple(notes),
        is_clear,
        ("", DAY_FIRST, MONTH_FIRST) if is_open else (),
    )
