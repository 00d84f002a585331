"""Functions that tests have run in a child process: each stands for a parser and what may become of it."""

import ctypes
import datetime as dt
import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from ministrack.exchange.choices import Choices
from ministrack.paths import config_dir
from ministrack.sandbox.file_problem import FileProblem


def lines(path: str, choices: Choices) -> dict[str, object]:
    """Reads."""
    print("this must not mix with the answer")
    text = Path(path).read_text(encoding=choices.encoding or "utf-8")
    return {"lines": text.splitlines(), "on": dt.date(2025, 11, 26), "choices": choices}


def modules() -> list[str]:
    """Tells what is loaded."""
    return sorted(sys.modules)


def many(count: int) -> list[Mapping[str, object]]:
    """Answers much."""
    return [{"name": f"Совещание министров № {number}", "number": number} for number in range(count)]


def counting(progress: Callable[[int, int], None]) -> str:
    """Tells how far it is, for a little longer than is told apart."""
    until = time.monotonic() + 0.2
    done = 0
    while time.monotonic() < until:
        done += 1
        progress(done, 1_000_000_000)
    return "done"


def refusing(path: str) -> None:
    """Refuses the file."""
    raise FileProblem("Zeile 7: kein Datum.", line=7, field="Datum", safe="a", todo="b")


def falling() -> object:
    """Falls over something."""
    seats: dict[str, object] = {}
    return seats["Ömüralıyev"]


def hanging() -> None:
    """Never ends."""
    while True:
        pass


def hungry() -> int:
    """Takes all the memory there is."""
    held = [bytes(1 << 24)]
    while True:
        held.append(bytes(bytearray(1 << 24)))


def crashing() -> None:
    """Takes the process down."""
    ctypes.string_at(0)


def leaving() -> None:
    """Ends the process."""
    os._exit(3)


class Foreign:
    """No plain data."""


def foreign() -> object:
    """Answers with something of its own."""
    return Foreign()


class Acting:
    """Becomes a call of one of our own functions where it arrives."""

    def __reduce__(self) -> tuple[Callable[[], Path], tuple[()]]:
        return config_dir, ()


def acting() -> object:
    """Answers with a call."""
    return Acting()


def not_data() -> object:
    """Answers with what cannot be sent."""
    return lambda: None
