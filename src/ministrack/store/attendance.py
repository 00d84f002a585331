"""Who sat where, read in blocks of parties and meetings; never more than is looked at."""

import sqlite3
from collections.abc import Sequence

from ministrack.domain.attendance import DEPUTY_MINISTER, Seat
from ministrack.domain.delegation import Part, Presence, Role
from ministrack.domain.filters import EVERYTHING, Filter, Via
from ministrack.domain.levels import BELOW_MINISTER, MINISTER_LEVEL
from ministrack.store.columns import column
from ministrack.store.compile import Condition, compile_filter
from ministrack.store.party_functions import order

_FEW_MEETINGS = 2_000
"""Up to so many meetings, their parties are found through them; beyond, each party is asked by itself."""
_NEAR = 512  # meetings before one, in which the seat before is looked for first

_SEATS = f"""
    SELECT delegation.id, delegation.party, delegation.meeting, delegation.status, delegation.part,
      head.name AS head, head.title, head.level, ladder.name AS level_name, ladder.position,
      (SELECT delegate.role FROM delegate WHERE delegate.delegation = delegation.id
        AND delegate.role IN ('chair', 'co-chair') ORDER BY delegate.role LIMIT 1) AS chairing,
      (SELECT group_concat(found.level, char(31)) FROM (SELECT DISTINCT delegate.level FROM delegate
        WHERE delegate.delegation = delegation.id AND delegate.level IS NOT NULL) AS found) AS levels
    FROM delegation
    LEFT JOIN delegate AS head ON head.id = {column("delegation", "head_id")}
    LEFT JOIN level AS ladder ON ladder.id = head.level
"""
_PRESENCE = {member.value: member for member in Presence}
_PART = {member.value: member for member in Part}
_ROLE = {member.value: member for member in Role}
_BEFORE = "(earlier.date_first, earlier.date_last, earlier.id) < (?, ?, ?)"
_NEWEST_FIRST = "ORDER BY earlier.date_first DESC, earlier.date_last DESC, earlier.id DESC"


class Attendance:
    """Questions about parties at meetings."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def series(self, meetings: Filter = EVERYTHING) -> list[tuple[str | None, int]]:
        """Each series by name, with how many of the meetings it has; those without a series come last."""
        where = compile_filter("meeting", meetings)
        sql = (
            "SELECT found.series, found.count FROM (SELECT meeting.series, count(*) AS count FROM meeting "
            f"WHERE {where.sql} GROUP BY meeting.series) AS found "
            "LEFT JOIN series ON series.id = found.series "
            "ORDER BY series.id IS NULL, series.sort_name, series.id"
        )
        return [(row[0], int(row[1])) for row in self._connection.execute(sql, where.values)]

    def parties(self, within: Filter, meetings: int, also: Sequence[str] = ()) -> list[str]:
        """Ids of the parties with a delegation `within` the filter, and of those named in `also`.

        States come first, then all others, each in the alphabet chosen. `meetings` is how many meetings the
        filter leaves.
        """
        where = parties_condition(within, meetings, also)
        sql = (
            f"SELECT party.id FROM party WHERE {where.sql} ORDER BY party.kind <> 'state', "
            f"{order('party')}, party.id"
        )
        return [str(row[0]) for row in self._connection.execute(sql, where.values)]

    def below_minister(self, meetings: Filter, *, deputies_count: bool) -> dict[str, int]:
        """At how many of the meetings each party was led below minister level, without those that never were.

        `deputies_count` is the ITU's rule: a deputy minister whom no minister accompanies is not below.
        """
        query = below_minister_condition(meetings, deputies_count=deputies_count)
        return {str(row[0]): int(row[1]) for row in self._connection.execute(query.sql, query.values)}

    def seats(self, parties: Sequence[str], meetings: Sequence[str]) -> list[Seat]:
        """Every delegation of one of the parties at one of the meetings, in no order."""
        query = seats_condition(parties, meetings)
        return [_seat(row) for row in self._connection.execute(query.sql, query.values)]

    def seat_before(self, party: str, meeting: str) -> Seat | None:
        """The seat of the party at the last meeting it attended before this one, in the same series."""
        row = self._connection.execute(
            "SELECT series, date_first, date_last, id FROM meeting WHERE id = ?", (meeting,)
        ).fetchone()
        if row is None:
            return None
        series, key = row[0], tuple(row[1:])
        if key[0] is None:  # without a date it comes after all that have one
            key = ("~", "~", "~")
        found = self._near(party, series, key) or self._ever(party, series, key)
        seats = self.seats([party], [found]) if found else []
        return seats[0] if seats else None

    def _near(self, party: str, series: str | None, key: tuple[str, ...]) -> str | None:
        """Walks back from meeting to meeting: quick for a party that comes often."""
        edge = self._connection.execute(edge_before(), (*key, _NEAR)).fetchone()
        values = (series, party, *key, edge[0] if edge else "")
        row = self._connection.execute(near_before(), values).fetchone()
        return str(row[0]) if row else None

    def _ever(self, party: str, series: str | None, key: tuple[str, ...]) -> str | None:
        """Looks through all delegations of the party."""
        row = self._connection.execute(ever_before(), (party, series, *key)).fetchone()
        return str(row[0]) if row else None


def seats_condition(parties: Sequence[str], meetings: Sequence[str]) -> Condition:
    """The whole query for a block of seats."""
    marks = [", ".join("?" * len(ids)) for ids in (meetings, parties)]
    sql = f"{_SEATS} WHERE delegation.meeting IN ({marks[0]}) AND delegation.party IN ({marks[1]})"
    return Condition(sql, (*meetings, *parties))


def parties_condition(within: Filter, meetings: int, also: Sequence[str]) -> Condition:
    """Which parties take part in what the filter leaves."""
    where = compile_filter("delegation", within)
    if within != EVERYTHING and meetings <= _FEW_MEETINGS:
        sql = f"party.id IN (SELECT delegation.party FROM delegation WHERE {where.sql})"
    else:
        sql = (
            "EXISTS (SELECT 1 FROM delegation INDEXED BY delegation_party "
            f"WHERE delegation.party = party.id AND {where.sql})"
        )
    marks = ", ".join("?" * len(also))
    return Condition(f"({sql} OR party.id IN ({marks}))", (*where.values, *also))


def below_minister_condition(meetings: Filter, *, deputies_count: bool) -> Condition:
    """The whole query that counts, for each party, how often it was led below minister level."""
    where = compile_filter("delegation", Via("meeting", "meeting", meetings))
    within = "1" if meetings == EVERYTHING else where.sql
    sql = (
        "SELECT delegation.party, count(*) FROM delegate "
        "JOIN delegation ON delegation.id = delegate.delegation "
        f"WHERE delegate.level IN ({_codes(BELOW_MINISTER)}) AND delegation.status = 'attended' "
        f"AND delegate.id = {column('delegation', 'head_id')} AND {within}"
    )
    if deputies_count:
        sql += (
            f" AND NOT (delegate.level = '{DEPUTY_MINISTER}' AND NOT EXISTS (SELECT 1 FROM delegate AS other "
            f"WHERE other.delegation = delegation.id AND other.level IN ({_codes(MINISTER_LEVEL)})))"
        )
    return Condition(f"{sql} GROUP BY delegation.party", () if meetings == EVERYTHING else where.values)


def _codes(levels: frozenset[str]) -> str:
    return ", ".join(f"'{code}'" for code in sorted(levels))


def edge_before() -> str:
    """The first day of the meeting so many places before a day."""
    return (
        f"SELECT earlier.date_first FROM meeting AS earlier WHERE {_BEFORE} {_NEWEST_FIRST} LIMIT 1 OFFSET ?"
    )


def near_before() -> str:
    """The last meeting that the party attended before a day, no further back than another day."""
    return (
        "SELECT earlier.id FROM meeting AS earlier INDEXED BY meeting_date_first CROSS JOIN delegation "
        "ON delegation.meeting = earlier.id AND earlier.series IS ? AND delegation.party = ? "
        f"AND delegation.status = 'attended' WHERE {_BEFORE} AND earlier.date_first >= ? "
        f"{_NEWEST_FIRST} LIMIT 1"
    )


def ever_before() -> str:
    """The last meeting that the party attended before a day, however long ago."""
    return (
        "SELECT earlier.id FROM delegation INDEXED BY delegation_party CROSS JOIN meeting AS earlier "
        "ON earlier.id = delegation.meeting WHERE delegation.party = ? AND delegation.status = 'attended' "
        f"AND earlier.series IS ? AND {_BEFORE} {_NEWEST_FIRST} LIMIT 1"
    )


def _seat(row: sqlite3.Row) -> Seat:
    return Seat(
        delegation=str(row["id"]),
        party=str(row["party"]),
        meeting=str(row["meeting"]),
        status=_PRESENCE[row["status"]],
        part=_PART[row["part"]],
        head=str(row["head"] or ""),
        title=str(row["title"] or ""),
        level=str(row["level"] or ""),
        level_name=str(row["level_name"] or ""),
        rank=row["position"],
        chairing=_ROLE.get(row["chairing"]),
        levels=frozenset(str(row["levels"]).split("\x1f")) if row["levels"] else frozenset(),
    )
