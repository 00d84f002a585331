"""What runs in the child process that reads files of others: one function, whose answer is sent back.

It starts without store, edits and Qt; what the function needs it imports itself. Started by child.py, never
by hand. What the function prints goes nowhere: the way back belongs to its answer.
"""

import os
import pickle
import sys
import threading
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from ministrack.domain.errors import MinistrackError
from ministrack.domain.language import tr

OUT_OF_MEMORY = 70  # exit codes
BROKEN_OFF = 71
_TELL_EVERY = 0.04  # seconds


class Request(NamedTuple):
    """What the child is asked to do, and what it may use up."""

    function: str  # "module:function"
    arguments: tuple[object, ...]
    memory: int
    seconds: int


class Message(NamedTuple):
    """What the child tells: `progress` (done, total), `answer` (value), `problem` or `fault` (words)."""

    kind: str
    content: object


def main() -> int:
    """Answers one request and returns the exit code; ends with the program that started it."""
    way_in, way_out = os.dup(0), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    with os.fdopen(way_in, "rb", buffering=0) as pipe:
        request = cast(Request, pickle.load(pipe))
        threading.Thread(target=_end_with_parent, args=(pipe.fileno(),), daemon=True).start()
        try:
            _limit(request.memory, request.seconds)
            message = _answered(request, way_out)
            _send(way_out, message)
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        except (OSError, TypeError, AttributeError, pickle.PicklingError, RecursionError):
            os._exit(BROKEN_OFF)  # nobody listens any more, or the answer is no plain data
    os._exit(0)


def _answered(request: Request, way_out: BinaryIO) -> Message:
    try:
        module, _, name = request.function.partition(":")
        function = cast(Callable[..., object], getattr(import_module(module), name))
        if "progress" in function.__code__.co_varnames[: _parameters(function)]:
            return Message("answer", function(*request.arguments, progress=_Telling(way_out)))
        return Message("answer", function(*request.arguments))
    except MinistrackError as error:
        where = (getattr(error, "line", 0), getattr(error, "field", ""))
        return Message("problem", (error.what, error.safe, error.todo, *where))
    except OSError as error:
        what = tr("The file could not be read: {reason}.", reason=error.strerror or type(error).__name__)
        todo = tr("Check that the file is still there and that you may read it.")
        return Message("problem", (what, tr("Nothing was changed."), todo, 0, ""))
    except MemoryError:
        raise
    except BaseException as error:  # whatever a parser falls over on, the parent is told
        return Message("fault", _place(error))


def _parameters(function: Callable[..., object]) -> int:
    code = function.__code__
    return code.co_argcount + code.co_kwonlyargcount


def _place(error: BaseException) -> str:
    """Where a fault happened; never what the file holds, as it may end in a log."""
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    if step is None:
        return type(error).__name__
    return f"{type(error).__name__}, {Path(step.tb_frame.f_code.co_filename).name} {step.tb_lineno}"


class _Telling:
    """The progress that a function is given: told to the parent, now and then."""

    def __init__(self, way_out: BinaryIO) -> None:
        self._way_out = way_out
        self._next = 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _TELL_EVERY
            _send(self._way_out, Message("progress", (done, total)))


def _send(way_out: BinaryIO, message: Message) -> None:
    pickle.Pickler(way_out, pickle.HIGHEST_PROTOCOL).dump(tuple(message))
    way_out.flush()


def _limit(memory: int, seconds: int) -> None:
    """Bounds what the process may use, where the system can. The parent keeps the time as well."""
    if sys.platform == "win32":
        return
    import resource  # not there on every system

    for limit, value in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds + 1)):
        _, most = resource.getrlimit(limit)
        if most == resource.RLIM_INFINITY or value < most:
            try:
                resource.setrlimit(limit, (value, value))
            except (ValueError, OSError):
                continue  # this system does not let it be bounded
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end_with_parent(pipe: int) -> None:
    """The parent keeps its end open as long as it lives."""
    while os.read(pipe, 1):
        pass
    os._exit(BROKEN_OFF)
