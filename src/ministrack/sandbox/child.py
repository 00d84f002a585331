"""Runs a function on a file of others in a child process that can be killed, within limits.

A hostile or broken file can hang or crash whatever reads it. So it is read elsewhere: what comes back is
plain data, or a problem in words. The answer comes as a pickle because it comes from our own code in our own
child, which holds no more rights than a file that the user opens with us; still only plain values and types
of ministrack are taken from it.
"""

import pickle
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, cast

import ministrack
from ministrack.domain.errors import MinistrackError
from ministrack.domain.progress import Progress
from ministrack.domain.values import dataclass
from ministrack.sandbox import child_problems
from ministrack.sandbox.child_main import Message, Request
from ministrack.sandbox.file_problem import FileProblem

READ_IN_CHILD = "--read-in-child"  # what a frozen program calls itself with: see __main__.py

_LOOK_EVERY = 0.04  # seconds: how soon a wish to stop is heard
_START = (
    "import sys; sys.path[:] = sys.argv[1:]; from ministrack.sandbox.child_main import main; sys.exit(main())"
)
_ROOMS = frozenset(("ministrack", "collections", "datetime", "decimal", "uuid"))
_CALLABLE = frozenset(("set", "frozenset", "complex", "bytearray", "range", "slice", "object"))
_END = Message("end", None)


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take: bytes of the file, of memory and of the answer, and seconds."""

    file_size: int = 64 << 20
    memory: int = 1 << 30
    answer: int = 256 << 20
    seconds: int = 120


USUAL = Limits()


def read_in_child(
    function: str,
    path: Path,
    *arguments: object,
    limits: Limits = USUAL,
    progress: Progress | None = None,
) -> object:
    """What `function` ("module:function") makes of the file at `path`, given as text before `arguments`.

    Refuses a file that is too large before anything is started; else as `run_in_child`.
    """
    check_file(path, limits)
    return run_in_child(function, (str(path), *arguments), limits=limits, progress=progress)


def check_file(path: Path, limits: Limits = USUAL) -> None:
    """Raises FileProblem where there is no file, or a larger one than is read."""
    try:
        found = path.stat()
    except OSError as error:
        raise child_problems.unreadable(path, error.strerror or "") from error
    if not stat.S_ISREG(found.st_mode):
        raise child_problems.no_file(path)
    size = found.st_size
    if size > limits.file_size:
        raise child_problems.too_large(path, size, limits.file_size)


def run_in_child(
    function: str, arguments: Sequence[object], *, limits: Limits = USUAL, progress: Progress | None = None
) -> object:
    """What `function` ("module:function") answers to `arguments`, worked out in a child process.

    A function with a parameter `progress` is given one. `progress` is called in the thread of the caller, at
    least every 40 ms also when there is no news; when it raises, the child is killed at once. Raises
    FileProblem for what the function refuses, and for a child that crashed, hung or took too much.
    """
    request = Request(function, tuple(arguments), limits.memory, limits.seconds)
    with _child() as process:
        told: SimpleQueue[Message] = SimpleQueue()
        stdin, stdout = cast(IO[bytes], process.stdin), cast(IO[bytes], process.stdout)
        listening = threading.Thread(target=_listen, args=(stdout, limits.answer, told), daemon=True)
        listening.start()
        try:
            with suppress(BrokenPipeError):  # it ended before it read: the exit code tells why
                pickle.dump(request, stdin, pickle.HIGHEST_PROTOCOL)
                stdin.flush()
            return _answer(process, told, limits, progress)
        finally:
            process.kill()
            listening.join()


def _answer(
    process: "subprocess.Popen[bytes]",
    told: "SimpleQueue[Message]",
    limits: Limits,
    progress: Progress | None,
) -> object:
    until = time.monotonic() + limits.seconds
    done = (0, 0)
    while time.monotonic() < until:
        with suppress(Empty):
            message = told.get(timeout=_LOOK_EVERY)
            if message.kind == "answer":
                return message.content
            if message.kind != "progress":
                raise _failure(process, message, limits)
            done = cast(tuple[int, int], message.content)
        if progress is not None:
            progress(*done)
    raise child_problems.too_long(limits.seconds)


def _failure(process: "subprocess.Popen[bytes]", message: Message, limits: Limits) -> MinistrackError:
    match message:
        case Message("problem", content):
            what, safe, todo, line, field = cast(tuple[str, str, str, int, str], content)
            return FileProblem(what, line=line, field=field, safe=safe, todo=todo)
        case Message("fault", place):
            return child_problems.fault(str(place))
        case Message("too much", _):
            return child_problems.too_much(limits.answer)
    return child_problems.ended(process.wait(), limits.memory, limits.seconds)


@contextmanager
def _child() -> "Iterator[subprocess.Popen[bytes]]":
    process = subprocess.Popen(
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # would hold what the file says
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was never sent
                    pipe.close()


def _command() -> list[str]:
    """Python alone, without its site packages being looked through: half the time to start."""
    if getattr(sys, "frozen", False):
        return [sys.executable, READ_IN_CHILD]
    home = str(Path(ministrack.__path__[0]).parent)
    places = [home, *(place for place in sys.path if place and place != home)]
    return [sys.executable, "-I", "-S", "-X", "utf8", "-c", _START, *places]


def _listen(pipe: IO[bytes], allowed: int, told: "SimpleQueue[Message]") -> None:
    """Takes in what the child tells, on a thread of its own: a pipe cannot be waited for with a limit."""
    stream = _Bounded(pipe, allowed)
    try:
        while True:
            told.put(Message(*_Plain(stream).load()))
    except _TooMuch:
        told.put(Message("too much", None))
    except (EOFError, OSError, pickle.UnpicklingError):
        told.put(_END)
    finally:
        told.put(_END)


class _TooMuch(Exception):
    """The answer is larger than allowed."""


class _Bounded:
    """Reads a pipe up to a limit. Written in Python on purpose: each read lets other threads run, so that a
    large answer is taken in without the window standing still.
    """

    def __init__(self, pipe: IO[bytes], allowed: int) -> None:
        self._pipe = pipe
        self._left = allowed

    def read(self, size: int) -> bytes:
        self._take(size)
        return self._pipe.read(size)

    def readline(self) -> bytes:
        line = self._pipe.readline(self._left + 1)
        self._take(len(line))
        return line

    def readinto(self, buffer: bytearray) -> int:
        self._take(len(buffer))
        found = self._pipe.read(len(buffer))
        buffer[: len(found)] = found
        return len(found)

    def _take(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise _TooMuch


class _Plain(pickle.Unpickler):
    """Makes plain values, dates and classes of ministrack, nothing else."""

    def find_class(self, module_name: str, global_name: str, /) -> object:
        room = module_name.partition(".")[0]
        may_be = global_name in _CALLABLE if room == "builtins" else room in _ROOMS
        if may_be and "." not in global_name:  # a dot would lead to whatever a module has imported
            found = super().find_class(module_name, global_name)
            if isinstance(found, type) and found.__module__.partition(".")[0] == room:
                return found
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is no plain data")
