"""The parser of the command line: its commands with their help and examples."""

import argparse
from collections.abc import Sequence
from typing import NoReturn

from ministrack import __version__
from ministrack.cli.commands import COMMANDS, Command
from ministrack.cli.exits import EXIT_WORDS, WrongUse
from ministrack.domain.language import tr


class Parser(argparse.ArgumentParser):
    """Reports wrong use like every other error: what happened and what to do."""

    def error(self, message: str) -> NoReturn:
        """Raises WrongUse with what is wrong in the words of the command line."""
        what = message[:1].upper() + message[1:].rstrip(".") + "."
        raise WrongUse(what, todo=tr("`{command} --help` shows how it is used.", command=self.prog))


def build_parser(arguments: Sequence[str] | None = None) -> Parser:
    """The whole command line. A chosen command is in `run`.

    With `arguments`, only the commands named there have their options: those of the others are not loaded.
    """
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
    for command in COMMANDS:
        added = commands.add_parser(
            command.name,
            help=tr(command.text),
            description=tr(command.text)[:1].upper() + tr(command.text)[1:] + ".",
            epilog=_examples(command),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        _which(added)
        if arguments is None or command.name in arguments:
            added.set_defaults(run=command.complete(added))
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


def _examples(command: Command) -> str:
    lines = "\n".join(f"  ministrack {example}" for example in command.examples.split("\n"))
    return f"{tr('examples:')}\n{lines}"


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
