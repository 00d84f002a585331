"""`ministrack report`: a paper made from a dossier, in one of its formats; or the list of papers."""

import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, TypeAlias

from ministrack.cli.exits import Exit, WrongUse
from ministrack.cli.finding import find_record
from ministrack.cli.meetings import find_meeting
from ministrack.cli.output import say, write_table
from ministrack.cli.session import opened
from ministrack.cli.wording import copy_words
from ministrack.domain.language import N_, tr
from ministrack.exchange.files import write_whole
from ministrack.reports.document import Paper
from ministrack.reports.formats import FORMATS, PaperFormat
from ministrack.reports.papers import PAPERS, PaperKind
from ministrack.reports.request import Need, Order, Request
from ministrack.store.reader import Reader

WritePdf: TypeAlias = Callable[[Paper, BinaryIO], None]
"""Writes a paper as PDF. It needs Qt, and is handed in."""

PDF = "pdf"
_STANDARD_OUTPUT = "-"
_TABLES = {"meeting": "meeting", "second": "meeting", "party": "party", "series": "series"}
_OPTIONS = {
    Need.MEETING: "meeting",
    Need.SECOND_MEETING: "second",
    Need.PARTY: "party",
    Need.SERIES: "series",
    Need.ORDER: "order",
    Need.COLUMNS: "columns",
}
_MISSING = {
    Need.MEETING: N_("This paper is about a meeting."),
    Need.SECOND_MEETING: N_("This paper is about two meetings."),
    Need.PARTY: N_("This paper is about a country or organisation."),
    Need.SERIES: N_("This paper is about a series."),
}


def report(arguments: Namespace) -> int:
    """Writes a paper to a file that is whole or not there, or to standard output; or lists the papers."""
    if arguments.list:
        _list_papers()
        return Exit.FINE
    if arguments.words:
        copy_words(_kind(arguments.kind).name if arguments.kind else None)
        return Exit.FINE
    kind = _kind(arguments.kind)
    if arguments.output is None:
        raise WrongUse(tr("No file was named."), todo=tr("Add -o FILE, or -o - for standard output."))
    write = _writer(arguments)
    _check_options(kind, arguments)
    with opened(arguments) as workspace:
        paper = kind.make(workspace.read, _request(workspace.read, kind, arguments))
    if arguments.output == _STANDARD_OUTPUT:
        sys.stdout.flush()
        write(paper, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return Exit.FINE
    target = Path(arguments.output).expanduser()
    write_whole(target, lambda out: write(paper, out), overwrite=arguments.force)
    say(tr("Written: {path}", path=str(target)))
    return Exit.FINE


def _kind(name: str | None) -> PaperKind:
    kind = next((each for each in PAPERS if each.name == name), None)
    if kind is None:
        raise WrongUse(
            tr("There is no paper “{name}”.", name=name) if name else tr("No paper was named."),
            todo=tr("`ministrack report --list` says which papers there are."),
        )
    return kind


def _list_papers() -> None:
    rows = [(each.name, tr(each.label), tr(each.purpose), ", ".join(each.columns)) for each in PAPERS]
    write_table((tr("Name"), tr("Paper"), tr("What it is for"), tr("Columns to choose from")), rows)


def _format_names() -> list[str]:
    return [*(each.name for each in FORMATS), PDF]


def _writer(arguments: Namespace) -> WritePdf:
    """What writes the format that is named, or that the end of the file's name says."""
    wanted = arguments.format or Path(arguments.output).suffix.lower().removeprefix(".")
    template = Path(arguments.template).expanduser() if arguments.template else None
    chosen = next((each for each in FORMATS if each.name == wanted), None)
    if template is not None and (chosen is None or not chosen.takes_template):
        raise WrongUse(
            tr("A template is of use for DOCX files only."),
            todo=tr("Leave out --template, or say --format docx."),
        )
    if chosen is not None:
        return _as(chosen, template)
    if wanted == PDF:
        pdf: WritePdf = arguments.write_pdf
        return pdf
    raise WrongUse(
        tr("There is no format “{name}”.", name=wanted)
        if arguments.format
        else tr("{name} does not say in which format the paper is wanted.", name=arguments.output),
        todo=tr("Add --format with one of: {formats}", formats=", ".join(_format_names())),
    )


def _as(chosen: PaperFormat, template: Path | None) -> WritePdf:
    def write(paper: Paper, out: BinaryIO) -> None:
        chosen.write(paper, out, template)

    return write


def _check_options(kind: PaperKind, arguments: Namespace) -> None:
    """What is needed has to be there, and what the paper does not know may not be."""
    for need, name in _OPTIONS.items():
        given = getattr(arguments, name) is not None
        if given and need not in (*kind.needs, *kind.offers):
            raise WrongUse(
                tr("The paper “{paper}” has no use for --{option}.", paper=kind.name, option=name),
                todo=tr("Leave it out."),
            )
        if need in kind.needs and not given and need in _MISSING:
            raise WrongUse(tr(_MISSING[need]), todo=tr("Say which: --{option} NAME", option=name))


def _request(read: Reader, kind: PaperKind, arguments: Namespace) -> Request:
    found = {
        option: _record(read, option, getattr(arguments, option), arguments)
        for option in _TABLES
        if getattr(arguments, option) is not None
    }
    return Request(
        meeting=found.get("meeting"),
        second_meeting=found.get("second"),
        party=found.get("party"),
        series=found.get("series"),
        order=Order(arguments.order) if arguments.order else Order.PROTOCOL,
        columns=_columns(kind, arguments.columns),
    )


def _record(read: Reader, option: str, words: str, arguments: Namespace) -> str:
    """The id of the record that is meant."""
    table = _TABLES[option]
    if table == "meeting":
        return find_meeting(read, words, arguments.series)
    return find_record(read, words, (table,)).id


def _columns(kind: PaperKind, names: str | None) -> tuple[str, ...]:
    chosen = tuple(name.strip() for name in (names or "").split(",") if name.strip())
    unknown = [name for name in chosen if name not in kind.columns]
    if unknown:
        raise WrongUse(
            tr("There is no column “{name}” in this paper.", name=unknown[0]),
            todo=tr("Choose from: {columns}", columns=", ".join(kind.columns)),
        )
    return chosen
