"""Starts ministrack: the window, or a command when there is one."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from ministrack.reports.document import Paper

NO_DISPLAY = 4  # the exit code when the window has nowhere to open
_WRONG_USE = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the program with these arguments (default: those of the process) and returns its exit code."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    if arguments == ["--read-in-child"]:  # a frozen program has no other way to start a part of itself
        from ministrack.sandbox.child_main import main as read

        return read()
    wanted = window_wanted(arguments)
    if wanted is None:
        # delayed: start-up time; the window needs no parser
        from ministrack.cli.program import run

        return run(arguments, _write_pdf)
    path, sample = wanted
    if path is not None and not path.exists() and path.suffix != ".ministrack" and len(path.parts) == 1:
        _say_unknown(path)
        return _WRONG_USE
    return _window(path, sample)


def window_wanted(arguments: Sequence[str]) -> tuple[Path | None, bool] | None:
    """The dossier to open in the window and whether the sample is meant; None where this is a command."""
    match arguments:
        case []:
            return None, False
        case ["--sample"]:
            return None, True
        case ["--dossier", path] if path:
            return Path(path), False
        case [option] if option.startswith("--dossier="):
            return Path(option.removeprefix("--dossier=")), False
        case [path] if path and not path.startswith("-") and path not in COMMANDS:
            return Path(path), False
    return None


COMMANDS = frozenset(
    ("list", "search", "history", "undo", "redo", "info", "check", "export", "import", "read", "report")
)
"""Words that begin a command; a file of that name is opened as ./list."""


def _write_pdf(paper: "Paper", out: BinaryIO) -> None:
    """Writes a paper as PDF. Qt needs no display for that, and is imported for nothing else."""
    name = "QT_QPA_PLATFORM"
    if sys.platform not in ("darwin", "win32") and not os.environ.get(name, "").startswith("offscreen"):
        os.environ[name] = "offscreen"
    # delayed: only PDF needs Qt
    from ministrack.app import write_pdf

    write_pdf(paper, out)


def _say_unknown(path: Path) -> None:
    from ministrack.domain.language import tr

    text = tr(
        "ministrack: There is neither a command nor a file named “{name}”. Nothing was created. "
        "`ministrack --help` names the commands.",
        name=str(path),
    )
    print(text.encode(sys.stderr.encoding, "replace").decode(sys.stderr.encoding), file=sys.stderr)


def _window(path: Path | None, sample: bool) -> int:
    if not has_display():
        from ministrack.domain.language import tr

        text = tr(
            "ministrack: There is no display to open a window on. Your dossier was not touched. "
            "Start it on a desktop, or use a command: `ministrack --help` names them."
        )
        print(text, file=sys.stderr)
        return NO_DISPLAY
    # delayed: only the window needs Qt
    from ministrack.app import run as run_window
    from ministrack.paths import settings_file
    from ministrack.settings import Settings

    return run_window(path, sample=sample, settings=Settings(settings_file()))


def has_display() -> bool:
    """Whether Qt will find somewhere to draw; it would end the process without a word otherwise."""
    if sys.platform in ("darwin", "win32"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
