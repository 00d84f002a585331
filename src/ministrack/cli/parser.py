"""The commands of the command line with their options, help and examples."""

import argparse
from collections.abc import Callable
from typing import NoReturn, TypeAlias

from ministrack import __version__
from ministrack.cli import (
    changing,
    exporting,
    finding,
    import_options,
    listing,
    reading_options,
    report_options,
    whole,
)
from ministrack.cli.exits import EXIT_WORDS, WrongUse
from ministrack.cli.kinds import KINDS
from ministrack.domain.language import tr
from ministrack.exchange.formats import FORMATS

Run = Callable[[argparse.Namespace], int]
Add: TypeAlias = "Callable[..., Parser]"


class Parser(argparse.ArgumentParser):
    """Reports wrong use like every other error: what happened and what to do."""

    def error(self, message: str) -> NoReturn:
        """Raises WrongUse with what is wrong in the words of the command line."""
        what = message[:1].upper() + message[1:].rstrip(".") + "."
        raise WrongUse(what, todo=tr("`{command} --help` shows how it is used.", command=self.prog))


def build_parser() -> Parser:
    """The whole command line. A chosen command is in `run`."""
    parser = Parser(
        prog="ministrack",
        usage="ministrack [FILE | --sample]\n       ministrack COMMAND [--dossier FILE | --sample] ...",
        description=tr(
            "Follow a series of ministerial meetings: who came, what was adopted, who owes what.\n"
            "Without a command the window opens; with one, the same dossier answers here."
        ),
        epilog=_epilog(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"ministrack {__version__}")
    _which(parser, top=True)
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", prog="ministrack", parser_class=Parser, title=tr("commands")
    )
    _add_asking(commands.add_parser)
    _add_changing(commands.add_parser)
    _add_whole(commands.add_parser)
    _add_read(commands.add_parser)
    return parser


def _which(parser: argparse.ArgumentParser, *, top: bool = False) -> None:
    """The two ways to say which dossier is meant; they may stand before or after the command."""
    default = None if top else argparse.SUPPRESS
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--dossier", metavar="FILE", default=default, help=tr("the dossier to use (else: your default one)")
    )
    which.add_argument(
        "--sample",
        action="store_true",
        default=False if top else argparse.SUPPRESS,
        help=tr("use a throw-away copy of the sample"),
    )


def _command(add: Add, name: str, run: Run, text: str, examples: str) -> Parser:
    lines = "\n".join(f"  ministrack {example}" for example in examples.split("\n"))
    parser = add(
        name,
        help=text,
        description=text[:1].upper() + text[1:] + ".",
        epilog=f"{tr('examples:')}\n{lines}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(run=run)
    _which(parser)
    return parser


def _json(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help=tr("JSON on standard output"))


def _limit(parser: Parser, default: int) -> None:
    parser.add_argument(
        "--limit", type=_count, default=default, metavar="N", help=tr("at most N (usually {n})", n=default)
    )


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(tr("{text} is not a number above zero", text=repr(text)))
    return int(text)


def _narrowing(parser: Parser) -> None:
    parser.add_argument(
        "--country", action="append", default=[], metavar="NAME",
        help=tr("only what belongs to this country or organisation: ISO code or name; may be repeated"),
    )  # fmt: skip
    parser.add_argument(
        "--series", action="append", default=[], metavar="NAME", help=tr("only this series; may be repeated")
    )


def _add_asking(add: Add) -> None:
    parser = _command(
        add,
        "list",
        listing.list_records,
        tr("list records of one kind"),
        'list meetings\nlist delegations --country KG\nlist tasks --country "OTS Secretariat" --json\n'
        "list people --series OTS --sample",
    )
    parser.add_argument("kind", choices=list(KINDS), metavar="KIND", help=", ".join(KINDS))
    _narrowing(parser)
    _json(parser)
    parser = _command(
        add,
        "search",
        finding.search_records,
        tr("find records by words in any spelling"),
        'search Yilmaz Tunc\nsearch Омуралиев --json\nsearch "forensic" --sample',
    )
    parser.add_argument("text", nargs="+", metavar="TEXT", help=tr("words; the last may be only begun"))
    _limit(parser, 50)
    _json(parser)


def _add_changing(add: Add) -> None:
    parser = _command(
        add,
        "history",
        changing.show_history,
        tr("show who changed what and when"),
        "history\nhistory --limit 5 --json\nhistory third meeting",
    )
    parser.add_argument(
        "record", nargs="*", metavar="RECORD", help=tr("one record: its id, the beginning of it, or words")
    )
    _limit(parser, 100)
    _json(parser)
    for name, text in (
        ("undo", tr("take back your newest edit, also after a restart")),
        ("redo", tr("bring back what was undone last")),
    ):
        _command(add, name, changing.take_back, text, f"{name}\n{name} --dossier mine.ministrack")


def _add_whole(add: Add) -> None:
    parser = _command(
        add,
        "info",
        whole.show_info,
        tr("say what a dossier is and what is in it"),
        "info\ninfo --dossier mine.ministrack --json",
    )
    _json(parser)
    parser = _command(
        add,
        "check",
        whole.check_dossier,
        tr("check a dossier and name whatever is damaged"),
        "check\ncheck --dossier mine.ministrack --json",
    )
    _json(parser)
    _add_export(add)
    _add_import(add)
    _add_report(add)


def _add_export(add: Add) -> None:
    parser = _command(
        add,
        "export",
        exporting.export_dossier,
        tr("write a dossier, or a part of it, to a file"),
        "export -o dossier.json\nexport --kind meetings --series OTS -o meetings.xlsx\n"
        "export --kind tasks --country TR --format csv --delimiter semicolon --bom -o tasks.csv\n"
        "export --format csv -o everything.zip\nexport -o - --sample | head",
    )
    names = [each.name for each in FORMATS]
    labels = "; ".join(f"{each.name}: {tr(each.label)}" for each in FORMATS)
    parser.add_argument(
        "--format", choices=names, default=None,
        help=tr("{formats}; usually what the name of FILE ends in", formats=labels),
    )  # fmt: skip
    parser.add_argument(
        "-o", "--output", required=True, metavar="FILE", help=tr("the file to write; - for standard output")
    )
    parser.add_argument("--force", action="store_true", help=tr("overwrite FILE if it is there"))
    parser.add_argument(
        "--kind", choices=list(KINDS), default=None, metavar="KIND",
        help=tr("only records of this kind: {kinds}", kinds=", ".join(KINDS)),
    )  # fmt: skip
    _narrowing(parser)
    parser.add_argument(
        "--delimiter", choices=list(exporting.SIGNS), default="comma",
        help=tr("what parts the cells of a CSV table"),
    )  # fmt: skip
    parser.add_argument(
        "--bom", action="store_true", help=tr("begin a CSV table with the mark by which Excel knows UTF-8")
    )
    parser.add_argument(
        "--imprecise", action="store_true",
        help=tr("put dates that are no exact day into a calendar too, as long spans"),
    )  # fmt: skip


def _add_import(add: Add) -> None:
    parser = _command(
        add,
        "import",
        _import_file,
        tr("take in a file: a table, a calendar, address cards or JSON"),
        "import delegations.xlsx --meeting third --dry-run\nimport calendar.csv --series OTS\n"
        "import list.csv --kind delegations --map mapping.json --json",
    )
    import_options.add_options(parser)


def _add_read(add: Add) -> None:
    parser = _command(
        add,
        "read",
        _read,
        tr("read a report: who met, what was adopted, what was promised"),
        "read communique.txt\nread report.html --json\nread - --into mine.ministrack --sure\n"
        "read mail.eml --into mine.ministrack --sure --dry-run",
    )
    reading_options.add_options(parser)


def _read(arguments: argparse.Namespace) -> int:
    # delayed: start-up time
    from ministrack.cli.reading import read

    return read(arguments)


def _import_file(arguments: argparse.Namespace) -> int:
    # delayed: start-up time
    from ministrack.cli.importing import import_file

    return import_file(arguments)


def _add_report(add: Add) -> None:
    parser = _command(
        add,
        "report",
        _report,
        tr("make a paper: a briefing note, a list of delegations and others"),
        "report --list\nreport brief --meeting next -o brief.docx\n"
        "report brief --series OTS --format pdf -o brief.pdf --force",
    )
    report_options.add_options(parser)


def _report(arguments: argparse.Namespace) -> int:
    # delayed: start-up time
    from ministrack.cli.reporting import report

    return report(arguments)


def _epilog() -> str:
    examples = (
        ("ministrack", tr("open your dossier in the window")),
        ("ministrack --sample", tr("look around in a throw-away sample")),
        ("ministrack mine.ministrack", tr("open a dossier of your choice")),
        ("ministrack list delegations --country KG", tr("who came from Kyrgyzstan")),
        ('ministrack search "Yilmaz Tunc"', tr("find a person in any spelling")),
        ("ministrack read communique.txt", tr("what a report seems to say")),
        ("ministrack list --help", tr("more about one command")),
    )
    shown = "\n".join(f"  {command:<42}{text}" for command, text in examples)
    codes = "\n".join(f"  {code.value}  {tr(text)}" for code, text in EXIT_WORDS)
    return f"{tr('examples:')}\n{shown}\n\n{tr('exit codes:')}\n{codes}"
