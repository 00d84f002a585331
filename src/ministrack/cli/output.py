"""Writes tables for people and JSON for programs, whatever the terminal can show."""

import json
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

_GAP = "  "
_NARROWEST = 6  # columns of the terminal that a column of a table keeps at least
# What would move the cursor, hide text or reorder it against its letters: names in files may hold it.
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_UNSHOWN_IN_LINES = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


def say(text: str) -> None:
    """A message to the person, on standard error."""
    _write(sys.stderr, text)


def line(text: str) -> None:
    """A line of the answer, on standard output."""
    _write(sys.stdout, text)


def write_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """An aligned table; on a terminal it is cut to the width of the window, elsewhere nothing is cut."""
    shown = [[_UNSHOWN.sub(" ", cell) for cell in row] for row in (headings, *rows)]
    if not any(shown[0]):
        shown = shown[1:]
    widths = [max(map(width, column)) for column in zip(*shown, strict=True)]
    if sys.stdout.isatty():
        widths = fitted(widths, shutil.get_terminal_size().columns)
    for row in shown:
        cells = [_padded(cut(cell, space), space) for cell, space in zip(row, widths, strict=True)]
        line(_GAP.join(cells).rstrip())


def write_array(objects: Iterable[Mapping[str, object]]) -> None:
    """One JSON array in UTF-8, an object a line, each written as soon as it is known."""
    sys.stdout.flush()
    out = sys.stdout.buffer
    out.write(b"[")
    for number, each in enumerate(objects):
        out.write((b",\n" if number else b"\n") + _json(each))
    out.write(b"\n]\n")
    out.flush()


def write_object(value: Mapping[str, object]) -> None:
    """One JSON object in UTF-8."""
    sys.stdout.flush()
    sys.stdout.buffer.write(_json(value) + b"\n")
    sys.stdout.buffer.flush()


def _json(value: Mapping[str, object]) -> bytes:
    # Half a character, as in damaged text, becomes an escape that JSON knows.
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")


def width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def cut(text: str, space: int) -> str:
    """At most `space` columns of a text; an ellipsis says that something is missing."""
    if width(text) <= space:
        return text
    kept, used = "", 0
    for character in text:
        used += _columns(character)
        if used > space - 1:
            break
        kept += character
    return kept + "…"


def fitted(widths: Sequence[int], room: int) -> list[int]:
    """Widths of columns that fit into `room` with the gaps between them; the widest give way first."""
    fit = list(widths)
    room -= len(_GAP) * (len(fit) - 1)
    while sum(fit) > room and max(fit) > _NARROWEST:
        fit[fit.index(max(fit))] -= 1
    return fit


def _padded(text: str, space: int) -> str:
    return text + " " * (space - width(text))


def _write(stream: TextIO, text: str) -> None:
    shown = _UNSHOWN_IN_LINES.sub(" ", text)
    stream.write(_encodable(shown, stream.encoding or "utf-8") + "\n")


def _encodable(text: str, encoding: str) -> str:
    """The text, or its nearest spelling in ASCII where the terminal has no such letters."""
    # Half a character, as in damaged text, is shown by its number.
    text = text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        # delayed: start-up time; few terminals need it
        from anyascii import anyascii

        return anyascii(text)
    return text
