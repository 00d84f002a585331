"""Which sign parts the cells of a text, and the lines that its quotes make of it."""

import re
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import islice

BELIEVED = ("\t", ";", "|", ",")
"""In the order in which they are believed where the lines do not decide."""

_LOOKED_AT = 200  # lines
_BEGIN = 1 << 18  # characters
_LONGEST_CELL = 200  # lines that a cell in quotes may go over
_SEP = "sep="


def announced(text: str) -> tuple[str, int]:
    """The sign that a first line "sep=;" names, as Excel writes it, and the length of that line."""
    first = text[:8].split("\n", 1)[0].split("\r", 1)[0]
    if first[: len(_SEP)].lower() == _SEP and len(first) == len(_SEP) + 1:
        end = len(first)
        end += 2 if text[end : end + 2] == "\r\n" else 1
        return first[-1], end
    return "", 0


def found_delimiter(text: str) -> str:
    """The sign by which most lines have as many cells as each other; a comma where nothing is parted."""
    best, mark = ",", 0.0
    begin = text if len(text) <= _BEGIN else text[: text.rfind("\n", 0, _BEGIN) + 1 or _BEGIN]
    for sign in BELIEVED:
        widths = [len(cells) for _, cells in islice(records(begin, sign), _LOOKED_AT) if any(cells)]
        parted = [width for width in widths if width > 1]
        if not parted:
            continue
        usual = max(set(parted), key=parted.count)
        share = parted.count(usual) / len(widths)
        likely = share + min(usual, 20) * 0.002
        if likely > mark + 0.05:
            best, mark = sign, likely
    return best


def is_escaped(text: str, delimiter: str) -> bool:
    """Whether a backslash before the delimiter keeps it in its cell: most such lines fit the others then.

    It stands within words, as in "Bolivia\\, Plurinational State of"; a cell may well end in a backslash.
    """
    sign = f"\\{delimiter}"
    if not re.search(rf"\w{re.escape(sign)} \w", text):
        return False
    lines = text[:_BEGIN].splitlines()
    plain = [line.count(delimiter) for line in lines if sign not in line]
    usual = max(set(plain), key=plain.count, default=0)
    with_sign = [line.count(delimiter) - line.count(sign) for line in lines if sign in line]
    return usual > 0 and with_sign.count(usual) * 2 > len(with_sign)


def records(text: str, delimiter: str, escape: str | None = None) -> Iterator[tuple[int, Sequence[str]]]:
    """The cells of each line with its number, counted from 1. A cell in quotes may hold line ends.

    A quote that nothing closes is a letter like any other, and swallows no lines. Behind `escape`, so is
    the delimiter.
    """
    # delayed: start-up time
    import csv

    lines = list(StringIO(text, newline=""))
    limit = csv.field_size_limit(max(len(text), 1))
    try:
        at = 0
        while at < len(lines):
            count = _lines_of_record(lines, at, delimiter)
            part = lines[at : at + (count or 1)]
            reader = csv.reader(
                part,
                delimiter=delimiter,
                escapechar=escape,
                quoting=csv.QUOTE_MINIMAL if count else csv.QUOTE_NONE,
                skipinitialspace=True,
            )
            yield at + 1, next(reader, [])
            at += len(part)
    finally:
        csv.field_size_limit(limit)


def _lines_of_record(lines: Sequence[str], at: int, delimiter: str) -> int:
    """Over how many lines the record goes that begins here; 0 where a quote in it is never closed."""
    inside = False
    for count, line in enumerate(lines[at : at + _LONGEST_CELL], 1):
        if '"' in line:
            ends = _inside_after(line.rstrip("\r\n"), delimiter, inside=inside)
            if ends is None:
                return 0
            inside = ends
        if not inside:
            return count
    return 0


def _inside_after(line: str, delimiter: str, *, inside: bool) -> bool | None:
    """Whether the line ends inside of a cell in quotes; None where letters follow a closing quote."""
    for cell in line.split(delimiter):
        part = cell
        if not inside:
            part = cell.lstrip(" ")
            if not part.startswith('"'):
                continue
            part = part[1:]
        single = part.replace('""', "")
        closes = (len(part) - len(part.rstrip('"'))) % 2 == 1
        if single.count('"') > int(closes):
            return None
        inside = not closes
    return inside
