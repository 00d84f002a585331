"""The commands of the command line: what each is for, its options, and what carries it out.

Only what the command that is meant needs is imported: each brings in its own in the function behind it.
"""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable

from ministrack.domain.language import N_, tr
from ministrack.domain.values import dataclass

Run = Callable[[Namespace], int]


@dataclass(frozen=True, slots=True)
class Command:
    """A command. `complete` gives its parser the options and answers with what carries it out."""

    name: str
    text: str
    examples: str
    complete: Callable[[ArgumentParser], Run]


def _list(parser: ArgumentParser) -> Run:
    from ministrack.cli.kinds import KINDS
    from ministrack.cli.listing import list_records

    parser.add_argument("kind", choices=list(KINDS), metavar="KIND", help=", ".join(KINDS))
    _narrowing(parser)
    _json(parser)
    return list_records


def _search(parser: ArgumentParser) -> Run:
    from ministrack.cli.finding import search_records

    parser.add_argument("text", nargs="+", metavar="TEXT", help=tr("words; the last may be only begun"))
    _limit(parser, 50)
    _json(parser)
    return search_records


def _history(parser: ArgumentParser) -> Run:
    from ministrack.cli.changing import show_history

    parser.add_argument(
        "record", nargs="*", metavar="RECORD", help=tr("one record: its id, the beginning of it, or words")
    )
    _limit(parser, 100)
    _json(parser)
    return show_history


def _take_back(_parser: ArgumentParser) -> Run:
    from ministrack.cli.changing import take_back

    return take_back


def _info(parser: ArgumentParser) -> Run:
    from ministrack.cli.whole import show_info

    _json(parser)
    return show_info


def _check(parser: ArgumentParser) -> Run:
    from ministrack.cli.whole import check_dossier

    _json(parser)
    return check_dossier


def _export(parser: ArgumentParser) -> Run:
    from ministrack.cli.exporting import SIGNS, export_dossier
    from ministrack.cli.kinds import KINDS
    from ministrack.exchange.formats import FORMATS

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
        "--delimiter", choices=list(SIGNS), default="comma",
        help=tr("what parts the cells of a CSV table"),
    )  # fmt: skip
    parser.add_argument(
        "--bom", action="store_true", help=tr("begin a CSV table with the mark by which Excel knows UTF-8")
    )
    parser.add_argument(
        "--imprecise", action="store_true",
        help=tr("put dates that are no exact day into a calendar too, as long spans"),
    )  # fmt: skip
    return export_dossier


def _import(parser: ArgumentParser) -> Run:
    from ministrack.cli.import_options import add_options
    from ministrack.cli.importing import import_file

    add_options(parser)
    return import_file


def _report(parser: ArgumentParser) -> Run:
    from ministrack.cli.report_options import add_options
    from ministrack.cli.reporting import report

    add_options(parser)
    return report


def _read(parser: ArgumentParser) -> Run:
    from ministrack.cli.reading import read
    from ministrack.cli.reading_options import add_options

    add_options(parser)
    return read


def _json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=tr("JSON on standard output"))


def _limit(parser: ArgumentParser, default: int) -> None:
    parser.add_argument(
        "--limit", type=_count, default=default, metavar="N", help=tr("at most N (usually {n})", n=default)
    )


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(tr("{text} is not a number above zero", text=repr(text)))
    return int(text)


def _narrowing(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--country", action="append", default=[], metavar="NAME",
        help=tr("only what belongs to this country or organisation: ISO code or name; may be repeated"),
    )  # fmt: skip
    parser.add_argument(
        "--series", action="append", default=[], metavar="NAME", help=tr("only this series; may be repeated")
    )


COMMANDS = (
    Command(
        "list",
        N_("list records of one kind"),
        'list meetings\nlist delegations --country KG\nlist tasks --country "OTS Secretariat" --json\n'
        "list people --series OTS --sample",
        _list,
    ),
    Command(
        "search",
        N_("find records by words in any spelling"),
        'search Yilmaz Tunc\nsearch Омуралиев --json\nsearch "forensic" --sample',
        _search,
    ),
    Command(
        "history",
        N_("show who changed what and when"),
        "history\nhistory --limit 5 --json\nhistory third meeting",
        _history,
    ),
    Command(
        "undo",
        N_("take back your newest edit, also after a restart"),
        "undo\nundo --dossier mine.ministrack",
        _take_back,
    ),
    Command(
        "redo",
        N_("bring back what was undone last"),
        "redo\nredo --dossier mine.ministrack",
        _take_back,
    ),
    Command(
        "info",
        N_("say what a dossier is and what is in it"),
        "info\ninfo --dossier mine.ministrack --json",
        _info,
    ),
    Command(
        "check",
        N_("check a dossier and name whatever is damaged"),
        "check\ncheck --dossier mine.ministrack --json",
        _check,
    ),
    Command(
        "export",
        N_("write a dossier, or a part of it, to a file"),
        "export -o dossier.json\nexport --kind meetings --series OTS -o meetings.xlsx\n"
        "export --kind tasks --country TR --format csv --delimiter semicolon --bom -o tasks.csv\n"
        "export --format csv -o everything.zip\nexport -o - --sample | head",
        _export,
    ),
    Command(
        "import",
        N_("take in a file: a table, a calendar, address cards or JSON"),
        "import delegations.xlsx --meeting third --dry-run\nimport calendar.csv --series OTS\n"
        "import list.csv --kind delegations --map mapping.json --json",
        _import,
    ),
    Command(
        "report",
        N_("make a paper: a briefing note, a list of delegations and others"),
        "report --list\nreport brief --meeting next -o brief.docx\n"
        "report brief --series OTS --format pdf -o brief.pdf --force",
        _report,
    ),
    Command(
        "read",
        N_("read a report: who met, what was adopted, what was promised"),
        "read communique.txt\nread report.html --json\nread - --into mine.ministrack --sure\n"
        "read mail.eml --into mine.ministrack --sure --dry-run",
        _read,
    ),
)
"""In the order in which the help names them."""
