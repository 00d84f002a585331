"""Runs one command and turns whatever goes wrong into plain sentences and an exit code."""

import logging
import os
import signal
import sqlite3
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ministrack.cli.exits import Exit, WrongUse, exit_code
from ministrack.cli.output import say
from ministrack.cli.parser import build_parser
from ministrack.domain.errors import DossierDamaged, DossierProblem, MinistrackError
from ministrack.domain.language import tr
from ministrack.logs import start_logging
from ministrack.paths import data_dir, default_dossier
from ministrack.store.problems import from_os, from_sqlite

if TYPE_CHECKING:
    from ministrack.cli.reporting import WritePdf

_logger = logging.getLogger(__name__)


def run(arguments: Sequence[str], write_pdf: "WritePdf") -> int:
    """Carries out the command and returns the exit code; help and version end here too.

    `write_pdf` is what needs Qt, which nothing here knows.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl+C: nothing half-made stays behind
    try:
        code = _run(arguments, write_pdf)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.FINE
    except KeyboardInterrupt:
        say(tr("Stopped."))
        return Exit.STOPPED
    return code


def _run(arguments: Sequence[str], write_pdf: "WritePdf") -> int:
    try:
        parsed = build_parser(arguments).parse_args(arguments, Namespace(write_pdf=write_pdf))
    except SystemExit as end:  # --help and --version
        return int(end.code or 0)
    except MinistrackError as error:
        return _refused(error)
    try:
        return _command(parsed)
    except MinistrackError as error:
        return _refused(error)
    except BrokenPipeError:
        raise
    except (OSError, sqlite3.Error) as error:
        return _refused(_explained(error, parsed))
    except Exception as error:  # the last one to hear of it: a fault of ours is told in words, and logged
        log = start_logging(data_dir())
        _logger.exception("the command %s failed", parsed.command)
        return _fault(error, log)


def _command(parsed: Namespace) -> int:
    if parsed.command is None:
        raise WrongUse(tr("No command was given."), todo=tr("`ministrack --help` names the commands."))
    return int(parsed.run(parsed))


def _refused(error: MinistrackError) -> int:
    say(f"ministrack: {error}")
    return exit_code(error)


def _explained(error: OSError | sqlite3.Error, parsed: Namespace) -> MinistrackError:
    """What the system reports about a file, in words."""
    path = Path(parsed.dossier) if parsed.dossier is not None else default_dossier()
    if isinstance(error, OSError):
        return from_os(error, Path(error.filename) if isinstance(error.filename, str) else path)
    return from_sqlite(error, path) or _unreadable(path, error)


def _fault(error: Exception, log: Path | None) -> int:
    say(
        tr(
            "ministrack: This is a fault of the program ({fault}). Your dossier is safe: nothing was stored "
            "by halves. Please report it with the last lines of {log}.",
            fault=type(error).__name__,
            log=str(log or tr("this output")),
        )
    )
    return Exit.FAULT


def _unreadable(path: Path, error: sqlite3.Error) -> DossierProblem:
    what = tr("{name} holds something that cannot be read: {reason}.", name=path.name, reason=str(error))
    return DossierDamaged(
        what,
        safe=tr("The file was left as it is."),
        todo=tr("`ministrack check` names what is damaged."),
    )
