"""Attendance by level: what a party's seat at a meeting counts as, and whether that went up or down."""

from collections.abc import Collection
from enum import Enum

from ministrack.domain.delegation import Part, Presence, Role
from ministrack.domain.levels import MINISTER_LEVEL
from ministrack.domain.values import dataclass

MINISTER = "minister"
DEPUTY_MINISTER = "deputy_minister"


@dataclass(frozen=True, slots=True)
class Seat:
    """A party at a meeting, as recorded: the delegation, its head, and every level that came with it.

    `level` is the code of the head's level, `rank` its position on the ladder, 1 the highest. `chairing` is
    set where anybody of the delegation was in the chair. What is not known is empty or None.
    """

    delegation: str
    party: str
    meeting: str
    status: Presence = Presence.UNKNOWN
    part: Part = Part.MEMBER
    head: str = ""
    title: str = ""
    level: str = ""
    level_name: str = ""
    rank: int | None = None
    chairing: Role | None = None
    levels: frozenset[str] = frozenset()

    @property
    def has_attended(self) -> bool:
        """Whether it is recorded that the party came."""
        return self.status is Presence.ATTENDED


class Trend(Enum):
    """How a level compares with the one before."""

    HIGHER = "higher"
    LOWER = "lower"
    LEVEL = "level"
    UNKNOWN = "unknown"  # one of the two is not known


def stands_in(levels: Collection[str]) -> bool:
    """Whether a deputy minister counts at minister level here: one came, and no minister with them.

    This is how the ITU counts. `levels` are the codes of everybody in one delegation.
    """
    return DEPUTY_MINISTER in levels and MINISTER_LEVEL.isdisjoint(levels)


def counted_rank(seat: Seat, minister: int | None, *, deputies_count: bool) -> int | None:
    """The rank a seat is compared by; under the ITU's rule a deputy who stands in has the `minister` rank."""
    if deputies_count and seat.level == DEPUTY_MINISTER and stands_in(seat.levels) and minister is not None:
        return minister
    return seat.rank


def trend(now: int | None, before: int | None) -> Trend:
    """How a rank compares with the rank at the meeting attended before; 1 is the highest."""
    if now is None or before is None:
        return Trend.UNKNOWN
    if now == before:
        return Trend.LEVEL
    return Trend.HIGHER if now < before else Trend.LOWER
