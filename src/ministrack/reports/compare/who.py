"""Who came to two meetings: new heads and the same, levels up and down, who came newly or stayed away."""

from collections.abc import Callable, Mapping

from ministrack.domain.attendance import Trend, trend
from ministrack.domain.delegation import Presence
from ministrack.reports.compare.gathering import Pair, Side
from ministrack.reports.document import (
    Block,
    Column,
    Facts,
    Heading,
    Line,
    Paragraph,
    Table,
    TableRow,
    plain,
    unknown,
)
from ministrack.reports.seats import Seat, came_cell, compared, presence


def who_came(pair: Pair) -> list[Block]:
    """The section."""
    words = pair.words
    heading = Heading(words("who.heading"))
    if unrecorded := [side.name for side in pair.sides if not side.seats]:
        missing = (unknown(words("who.not_recorded", meeting=name)) for name in unrecorded)
        alone = [_alone(pair, side) for side in pair.sides if side.seats]
        return [heading, *map(Paragraph, missing), *alone]
    changes = _changes(pair)
    return [heading, *([Facts(changes)] if changes else []), _table(pair)]


def _changes(pair: Pair) -> list[tuple[str, Line]]:
    """One line for each kind of change that there is."""
    words = pair.words
    facts: list[tuple[str, Line]] = []
    for key, holds in _KINDS.items():
        found = [(first, second) for first, second in _both(pair) if holds(first, second)]
        if found:
            said = ", ".join(_named(pair, key, first, second) for first, second in found)
            facts.append((words(f"who.{key}"), plain(said)))
    for key, here, there in (
        ("only_later", pair.second, pair.first),
        ("only_earlier", pair.first, pair.second),
    ):
        alone = [
            seat.country
            for party, seat in here.seats.items()
            if party not in there.seats and seat.has_attended
        ]
        if alone:
            facts.append((words(f"who.{key}"), unknown(", ".join(alone))))
    return facts


def _both(pair: Pair) -> list[tuple[Seat, Seat]]:
    """The seats of parties recorded at both."""
    return [
        (pair.first.seats[party], seat)
        for party, seat in pair.second.seats.items()
        if party in pair.first.seats
    ]


def _came(first: Seat, second: Seat) -> bool:
    return first.has_attended and second.has_attended


def _is_higher(first: Seat, second: Seat) -> bool:
    return _came(first, second) and trend(second.rank, first.rank) is Trend.HIGHER


def _is_lower(first: Seat, second: Seat) -> bool:
    return _came(first, second) and trend(second.rank, first.rank) is Trend.LOWER


def _has_new_head(first: Seat, second: Seat) -> bool:
    known = bool(first.person and second.person)
    return _came(first, second) and known and first.person != second.person


def _has_same_head(first: Seat, second: Seat) -> bool:
    return _came(first, second) and bool(first.person) and first.person == second.person


def _came_newly(first: Seat, second: Seat) -> bool:
    return first.status is Presence.ABSENT and second.has_attended


def _stayed_away(first: Seat, second: Seat) -> bool:
    return first.has_attended and second.status is Presence.ABSENT


_KINDS: Mapping[str, Callable[[Seat, Seat], bool]] = {
    "up": _is_higher,
    "down": _is_lower,
    "new_head": _has_new_head,
    "same_head": _has_same_head,
    "came_newly": _came_newly,
    "stayed_away": _stayed_away,
}


def _named(pair: Pair, key: str, first: Seat, second: Seat) -> str:
    if key in ("up", "down"):
        return pair.words(
            "who.levels", country=second.country, before=first.level_name, now=second.level_name
        )
    if key == "new_head":
        return pair.words("who.heads", country=second.country, before=first.name, now=second.name)
    return second.country


def _alone(pair: Pair, side: Side) -> Table:
    """Who came to the one of which it is known."""
    words = pair.words
    columns = [Column(words("seat.country"), 3), Column(side.name, 5), Column(words("seat.presence"), 2)]
    return Table(
        columns,
        [TableRow((plain(seat.country), _cell(pair, seat), presence(seat))) for seat in side.seats.values()],
    )


def _table(pair: Pair) -> Table:
    words = pair.words
    columns = [
        Column(words("seat.country"), 3),
        Column(pair.first.name, 4),
        Column(pair.second.name, 4),
        Column(words("who.change"), 4),
    ]
    parties = dict.fromkeys([*pair.second.seats, *pair.first.seats])
    return Table(columns, [_row(pair, party) for party in parties])


def _row(pair: Pair, party: str) -> TableRow:
    words = pair.words
    first, second = pair.first.seats.get(party), pair.second.seats.get(party)
    known = second or first
    change = compared(words, second, first) if second else unknown(words("who.not_recorded_now"))
    return TableRow(
        (
            plain(known.country if known else ""),
            _cell(pair, first),
            _cell(pair, second),
            change,
        )
    )


def _cell(pair: Pair, seat: Seat | None) -> Line:
    return came_cell(pair.words, seat, pair.notes, of_ministers=pair.of_ministers)
