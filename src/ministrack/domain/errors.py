"""Errors that a person reads: each says what happened, what is safe and what to do next."""

from collections.abc import Sequence

from ministrack.domain.language import tr
from ministrack.domain.values import dataclass


class MinistrackError(Exception):
    """Base of every error shown to a person. Faults of the program itself never derive from it."""

    def __init__(self, what: str, *, safe: str = "", todo: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.safe = safe
        self.todo = todo

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.safe, self.todo) if part)


class InvalidValue(MinistrackError):
    """A value that cannot be stored; `field` names the field it was meant for, where one is known."""

    def __init__(self, what: str, *, field: str = "", safe: str = "", todo: str = "") -> None:
        super().__init__(what, safe=safe, todo=todo)
        self.field = field


class NotFound(MinistrackError):
    """The record asked for is not in the dossier (any more)."""


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """One field that moved on while it was being edited.

    `seen` is what the editor started from, `mine` what it wanted to store, `theirs` what is stored now.
    """

    table: str
    row: str
    field: str
    seen: object
    mine: object
    theirs: object
    author: str
    at: str


class Conflict(MinistrackError):
    """Fields were changed by somebody else since they were read; nothing was stored."""

    def __init__(self, conflicts: Sequence[FieldConflict]) -> None:
        super().__init__(
            tr("Somebody else changed the same field while you were editing it."),
            safe=tr("Nothing was overwritten, and what you typed is kept."),
            todo=tr("Choose which of the two values to keep."),
        )
        self.conflicts = tuple(conflicts)


class UndoRefused(MinistrackError):
    """Undo or redo would take back a later change by somebody else, or there is nothing to undo."""

    def __init__(self, what: str, conflicts: Sequence[FieldConflict] = (), *, todo: str = "") -> None:
        super().__init__(what, safe=tr("Nothing was changed."), todo=todo)
        self.conflicts = tuple(conflicts)


class DossierProblem(MinistrackError):
    """A dossier file that cannot be used as asked; the file itself is left as it was."""


class DossierMissing(DossierProblem):
    """There is no file at that place."""


class DossierInUse(DossierProblem):
    """Another program holds the file."""


class DossierReadOnly(DossierProblem):
    """The file may be read but not written."""


class NoSpace(DossierProblem):
    """The disk is full."""


class CannotRead(DossierProblem):
    """Rights are missing, or the file went away."""


class NotADossier(DossierProblem):
    """The file is something else."""


class DossierNewer(DossierProblem):
    """The file was written by a later version of the program."""


class DossierDamaged(DossierProblem):
    """The file's content is damaged."""
