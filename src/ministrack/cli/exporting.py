"""`ministrack export`: a dossier, one kind of record or what a filter leaves, in one of the formats."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import BinaryIO

from ministrack.cli.exits import Exit, WrongUse
from ministrack.cli.kinds import KINDS
from ministrack.cli.narrowing import shared_filter
from ministrack.cli.output import say
from ministrack.cli.session import opened
from ministrack.domain.language import tr
from ministrack.domain.lists import ListQuery
from ministrack.domain.scope import scope
from ministrack.exchange.delimiters import WRITTEN
from ministrack.exchange.files import write_whole
from ministrack.exchange.formats import FORMATS, Format
from ministrack.exchange.outgoing import Options, Outgoing
from ministrack.exchange.selection import OutTable, Selection, everything, whole_table, with_heads
from ministrack.store.reader import Reader

SIGNS = {each.name: each.sign for each in WRITTEN}
_STANDARD_OUTPUT = "-"


def export_dossier(arguments: Namespace) -> int:
    """Writes to a file that is whole or not there, or to standard output."""
    chosen = _format(arguments)
    options = Options(SIGNS[arguments.delimiter], arguments.bom, arguments.imprecise)
    with opened(arguments) as workspace, workspace.read.snapshot():
        selection = _selection(workspace.read, arguments, chosen)
        remarks: list[str] = []

        def write(out: BinaryIO) -> None:
            remarks.extend(chosen.write(Outgoing(workspace.read, selection, options), out))

        if arguments.output == _STANDARD_OUTPUT:
            sys.stdout.flush()
            write(sys.stdout.buffer)
            sys.stdout.buffer.flush()
        else:
            target = Path(arguments.output).expanduser()
            write_whole(target, write, overwrite=arguments.force)
            say(tr("Written: {path}", path=str(target)))
    for remark in remarks:
        say(remark)
    return Exit.FINE


def _format(arguments: Namespace) -> Format:
    """The one that is named, or that the end of the file's name says; the first where it says nothing."""
    if arguments.format is not None:
        return next(each for each in FORMATS if each.name == arguments.format)
    suffix = Path(arguments.output).suffix.lower()
    if not suffix:
        return FORMATS[0]
    found = next((each for each in FORMATS if suffix in (each.suffix, each.whole_suffix)), None)
    if found is None:
        raise WrongUse(
            tr("{name} does not say in which format it is wanted.", name=arguments.output),
            todo=tr("Add --format with one of: {formats}", formats=", ".join(each.name for each in FORMATS)),
        )
    return found


def _selection(read: Reader, arguments: Namespace, chosen: Format) -> Selection:
    kinds = [arguments.kind] if arguments.kind else list(KINDS)
    if arguments.kind and chosen.tables and KINDS[arguments.kind].table not in chosen.tables:
        raise WrongUse(
            tr("{format} has no place for {kind}.", format=tr(chosen.label), kind=arguments.kind),
            todo=tr("Choose another format."),
        )
    if not (arguments.kind or arguments.country or arguments.series):
        return _all(read, arguments, chosen)
    shared = shared_filter(read, arguments.country, arguments.series)
    tables: list[OutTable] = []
    for kind in kinds:
        table, sort = KINDS[kind].table, KINDS[kind].sort
        out = whole_table(table, ListQuery(table, (), scope(table, shared), sort))
        tables.append(with_heads(out) if arguments.kind and table == "delegation" else out)
    if not arguments.kind:
        _must_hold_many(arguments, chosen)
    return Selection(tuple(tables))


def _all(read: Reader, arguments: Namespace, chosen: Format) -> Selection:
    _must_hold_many(arguments, chosen)
    return everything(read)


def _must_hold_many(arguments: Namespace, chosen: Format) -> None:
    """A CSV file holds one table; where there are several they go into an archive, called so."""
    suffix = Path(arguments.output).suffix.lower()
    if chosen.whole_suffix and suffix == chosen.suffix:
        raise WrongUse(
            tr("{format} holds one kind of record, and this is more.", format=tr(chosen.label)),
            todo=tr(
                "Say which with --kind, or let the name end in {suffix} to get all of them.",
                suffix=chosen.whole_suffix,
            ),
        )
