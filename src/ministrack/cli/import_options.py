"""The options of `ministrack import`, without all that the command itself needs."""

from argparse import ArgumentParser
from collections.abc import Mapping

from ministrack.cli.kinds import KINDS
from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.language import tr
from ministrack.exchange.delimiters import DELIMITERS

DATE_ORDERS: Mapping[str, str] = {"day-first": "day", "month-first": "month"}
SIGNS: Mapping[str, str] = {each.name: each.sign for each in DELIMITERS}
IMPORT_TABLES: Mapping[str, str] = {
    **{word: kind.table for word, kind in KINDS.items()},
    "countries": "party", "series": "series", "programme": "programme_item",
}  # fmt: skip
"""What lines of a table may be, by the word on the command line; names of tables are understood too."""


def add_options(parser: ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("file", metavar="FILE", help=tr("the file to read; - for standard input"))
    parser.add_argument("--dry-run", action="store_true", help=tr("only say what each line would do"))
    parser.add_argument("--format", metavar="NAME", help=tr("csv, xlsx, ics, json …: usually found out"))
    parser.add_argument("--map", metavar="MAPPING", help=tr("a JSON file that says which column is what"))
    parser.add_argument("--save-mapping", metavar="MAPPING", help=tr("write how the columns were taken"))
    parser.add_argument(
        "--kind", choices=sorted({*IMPORT_TABLES, *RECORD_TYPES}), metavar="KIND",
        help=tr("what the lines of a table are: {kinds}", kinds=", ".join(IMPORT_TABLES)),
    )  # fmt: skip
    parser.add_argument(
        "--meeting", metavar="NAME", help=tr("the meeting of delegations: words, number, date, id, or next")
    )
    parser.add_argument("--series", metavar="NAME", help=tr("the series of meetings"))
    parser.add_argument("--sheet", default="", metavar="NAME", help=tr("the sheet of a workbook"))
    parser.add_argument(
        "--encoding", default="", metavar="NAME", help=tr("such as utf-8, windows-1251 or windows-1254")
    )
    parser.add_argument("--delimiter", choices=list(SIGNS), help=tr("what parts the cells of a table"))
    parser.add_argument(
        "--dates", choices=list(DATE_ORDERS), help=tr("which number of a date such as 03/04/2025 is first")
    )
    parser.add_argument("--no-header", action="store_true", help=tr("the first line is no header"))
    parser.add_argument(
        "--take-conflicts", action="store_true", help=tr("take lines in conflict too: the file is right")
    )
    parser.add_argument(
        "--strict", action="store_true", help=tr("store nothing unless every line can be taken")
    )
    parser.add_argument("--json", action="store_true", help=tr("JSON on standard output"))
