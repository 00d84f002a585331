"""Where entries stand in a week: each on a line of its own, the same one on all its days."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from ministrack.domain.months import DAYS_IN_WEEK
from ministrack.domain.values import dataclass
from ministrack.ui.views.meetings.calendar.entries import Entry


@dataclass(frozen=True, slots=True)
class Piece:
    """An entry in one week: its line, and the columns from the first day to the last that lie there."""

    entry: Entry
    line: int
    first: int
    last: int
    begins: bool  # the entry's first day is among them
    ends: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """What a day has room for, and what it has not."""

    pieces: tuple[Piece, ...]
    hidden: int


def arranged(entries: Iterable[Entry], begin: date) -> list[list[Piece]]:
    """The pieces of each of the seven days from `begin` on, by line. The longest take the upper lines."""
    end = begin + timedelta(days=DAYS_IN_WEEK - 1)
    here = [
        (entry, entry.first, entry.last)
        for entry in entries
        if entry.first is not None and entry.last is not None and entry.first <= end and entry.last >= begin
    ]
    here.sort(key=lambda found: (not found[0].is_meeting, found[1], found[1] - found[2]))
    days: list[list[Piece]] = [[] for _ in range(DAYS_IN_WEEK)]
    taken: list[set[int]] = []
    for entry, first, last in here:
        columns = range(max((first - begin).days, 0), min((last - begin).days, DAYS_IN_WEEK - 1) + 1)
        line = _free_line(taken, columns)
        taken[line].update(columns)
        piece = Piece(entry, line, columns[0], columns[-1], first >= begin, last <= end)
        for column in columns:
            days[column].append(piece)
    for pieces in days:
        pieces.sort(key=lambda piece: piece.line)
    return days


def within(pieces: Sequence[Piece], lines: int) -> Shown:
    """What of a day stands on so many lines; the last one says how many more there are, if need be."""
    if all(piece.line < lines for piece in pieces):
        return Shown(tuple(pieces), 0)
    kept = tuple(piece for piece in pieces if piece.line < lines - 1)
    return Shown(kept, len(pieces) - len(kept))


def _free_line(taken: list[set[int]], columns: range) -> int:
    for line, used in enumerate(taken):
        if used.isdisjoint(columns):
            return line
    taken.append(set())
    return len(taken) - 1
