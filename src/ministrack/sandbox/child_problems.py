"""What is said when a file is too large, or the child process that reads it did not come to an end."""

import signal
from pathlib import Path

from ministrack.domain.language import tr
from ministrack.sandbox.child_main import OUT_OF_MEMORY
from ministrack.sandbox.file_problem import FileProblem

_MIB = 1 << 20


def unreadable(path: Path, reason: str) -> FileProblem:
    """The file is gone, or may not be read."""
    return FileProblem(
        tr("{name} could not be read: {reason}.", name=path.name, reason=reason),
        safe=tr("Nothing was changed."),
        todo=tr("Check that the file is still there and that you may read it."),
    )


def no_file(path: Path) -> FileProblem:
    """A folder; or a pipe or device, which nobody knows the end of."""
    what = tr("{name} is a folder or a device, not a file.", name=path.name)
    return _refused(what, tr("Choose another file."))


def too_large(path: Path, size: int, most: int) -> FileProblem:
    """The file alone is more than is read."""
    what = tr("{name} is too large: {size} MB.", name=path.name, size=-(-size // _MIB))
    return _refused(what, tr("Files of up to {most} MB are read; please divide it.", most=most // _MIB))


def too_long(seconds: int) -> FileProblem:
    """It took longer than allowed."""
    what = tr("Reading the file took more than {seconds} seconds and was ended.", seconds=seconds)
    return _refused(what, _divide())


def too_much(most: int) -> FileProblem:
    """What it holds is more than is taken in."""
    what = tr("The file holds more than {most} MB once it is unpacked.", most=most // _MIB)
    return _refused(what, _divide())


def fault(place: str) -> FileProblem:
    """The parser fell over it."""
    what = tr("The file could not be read: something in it is not as expected ({place}).", place=place)
    return _refused(what, _save_anew())


def ended(code: int, memory: int, seconds: int) -> FileProblem:
    """The child process ended without an answer."""
    if code == OUT_OF_MEMORY or code == -getattr(signal, "SIGKILL", 0):
        what = tr("Reading the file took more than {most} MB of memory and was ended.", most=memory // _MIB)
        return _refused(what, _divide())
    if code == -getattr(signal, "SIGXCPU", 0):
        return too_long(seconds)
    return _refused(tr("Reading the file ended unexpectedly (code {code}).", code=code), _save_anew())


def _refused(what: str, todo: str) -> FileProblem:
    return FileProblem(what, safe=tr("Nothing was changed."), todo=todo)


def _divide() -> str:
    return tr("Please divide the file into smaller ones, or save it in a simpler format such as CSV.")


def _save_anew() -> str:
    return tr("Please save it anew in the program that it comes from, or choose another format.")
