"""The options of `ministrack read`, without all that the command itself needs."""

from argparse import ArgumentParser

from ministrack.domain.language import tr


def add_options(parser: ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "file", metavar="FILE",
        help=tr("the report: text, web page, mail, Word, OpenDocument or PDF; - for standard input"),
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help=tr("JSON on standard output"))
    parser.add_argument(
        "--into", metavar="DOSSIER", help=tr("add what is found to this dossier, as one edit")
    )
    parser.add_argument("--sure", action="store_true", help=tr("with --into: add only what is sure"))
    parser.add_argument(
        "--dry-run", action="store_true", help=tr("with --into: only say what would be added")
    )
