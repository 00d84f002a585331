"""The options of `ministrack read`, without all that the command itself needs."""

from argparse import ArgumentParser

from ministrack.domain.language import tr


def add_options(parser: ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("file", metavar="FILE", help=tr("the report"))
    parser.add_argument("--json", action="store_true", help=tr("JSON on standard output"))
