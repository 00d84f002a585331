"""How the program ends: exit codes, and errors in the use of the command line."""

from enum import IntEnum

from ministrack.domain.errors import DossierProblem, MinistrackError, UndoRefused
from ministrack.domain.language import N_, tr


class Exit(IntEnum):
    """Exit codes of the program. `EXIT_WORDS` says the same to people."""

    FINE = 0
    TROUBLE = 1
    USAGE = 2
    DOSSIER = 3
    NO_DISPLAY = 4
    FAULT = 5
    STOPPED = 130


EXIT_WORDS: tuple[tuple[Exit, str], ...] = (
    (Exit.FINE, N_("all went well")),
    (
        Exit.TROUBLE,
        N_(
            "something is wrong in the dossier, nothing to undo, lines of an import are left out, "
            "or nothing is found in a report"
        ),
    ),
    (Exit.USAGE, N_("wrong use or bad input")),
    (Exit.DOSSIER, N_("the dossier cannot be opened or written")),
    (Exit.NO_DISPLAY, N_("there is no display for the window")),
    (Exit.FAULT, N_("a fault of ministrack itself; the log file has the details")),
)


class WrongUse(MinistrackError):
    """The command line asks for something that makes no sense or is not there."""

    def __init__(self, what: str, *, todo: str = "") -> None:
        super().__init__(what, safe=tr("Nothing was changed."), todo=todo)


def exit_code(error: MinistrackError) -> Exit:
    """The exit code that an error ends the program with."""
    if isinstance(error, DossierProblem):
        return Exit.DOSSIER
    return Exit.TROUBLE if isinstance(error, UndoRefused) else Exit.USAGE
