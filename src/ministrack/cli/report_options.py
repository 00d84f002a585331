"""The options of `ministrack report`, without all that the command itself needs."""

from argparse import ArgumentParser

from ministrack.domain.language import tr
from ministrack.reports.request import Order


def add_options(parser: ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "kind", nargs="?", metavar="KIND", help=tr("the paper, such as brief or compare; see --list")
    )
    parser.add_argument("--list", action="store_true", help=tr("name the papers, and what each is for"))
    parser.add_argument(
        "--words",
        action="store_true",
        help=tr("copy the words of the paper for you to change"),
    )
    parser.add_argument("--meeting", metavar="NAME", help=tr("a meeting: words of its name, its id, or next"))
    parser.add_argument("--second", metavar="NAME", help=tr("the later one of two meetings"))
    parser.add_argument("--party", metavar="NAME", help=tr("a country or organisation"))
    parser.add_argument("--series", metavar="NAME", help=tr("a series"))
    parser.add_argument(
        "--order", choices=[each.value for each in Order], help=tr("the order of delegations")
    )
    parser.add_argument("--columns", metavar="NAMES", help=tr("names of columns, with commas; see --list"))
    parser.add_argument(
        "--format", metavar="NAME", help=tr("docx, pdf …: usually what the name of FILE ends in")
    )
    parser.add_argument(
        "--template", metavar="FILE.docx", help=tr("a DOCX file of your own that says how the paper looks")
    )
    parser.add_argument("-o", "--output", metavar="FILE", help=tr("the file to write; - for standard output"))
    parser.add_argument("--force", action="store_true", help=tr("overwrite FILE if it is there"))
