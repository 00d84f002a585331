"""Filters: small values that compose, also across records; the store turns them into SQL."""

from collections.abc import Iterable
from enum import StrEnum

from ministrack.domain.values import dataclass


class Comparison(StrEnum):
    """How a field is compared with a value."""

    EQUAL = "="
    BELOW = "<"
    ABOVE = ">"


@dataclass(frozen=True, slots=True)
class Compare:
    """The field compares so with the value; with None, EQUAL means "not known"."""

    field: str
    value: str | int | None
    by: Comparison = Comparison.EQUAL


@dataclass(frozen=True, slots=True)
class OneOf:
    """The field has one of the values."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overlaps:
    """The days that the date field may mean overlap the period; ISO days, None for open."""

    field: str
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Via:
    """The record that the reference field points at, in `table`, satisfies `inner`."""

    field: str
    table: str
    inner: "Filter"


@dataclass(frozen=True, slots=True)
class Linked:
    """Some record of `table` whose reference field points here satisfies `inner`."""

    table: str
    field: str
    inner: "Filter"


@dataclass(frozen=True, slots=True)
class SpeaksOf:
    """For sources: some statement of the source is about a record of `table` that satisfies `inner`."""

    table: str
    inner: "Filter"


@dataclass(frozen=True, slots=True)
class Stated:
    """Some statement of a source is about the record; with `field`, about this field of it.

    With `disputed`, statements about one field give values that are written differently.
    """

    field: str | None = None
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Disputed:
    """For statements: another one gives another value for the same field."""


@dataclass(frozen=True, slots=True)
class LedAt:
    """For delegations: the head attends at one of the levels (codes)."""

    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matches:
    """The folded text of the record has all words of `text`, the last one perhaps only begun."""

    text: str


@dataclass(frozen=True, slots=True)
class Every:
    """All parts hold; with no parts, everything passes."""

    parts: tuple["Filter", ...] = ()


@dataclass(frozen=True, slots=True)
class Some:
    """At least one part holds; with no parts, nothing passes."""

    parts: tuple["Filter", ...] = ()


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Filter"


Filter = (
    Compare
    | OneOf
    | Overlaps
    | Via
    | Linked
    | SpeaksOf
    | Stated
    | Disputed
    | LedAt
    | Matches
    | Every
    | Some
    | Not
)

EVERYTHING = Every()


def every(parts: Iterable[Filter]) -> Filter:
    """All parts that say something, joined."""
    kept = tuple(part for part in parts if part != EVERYTHING)
    return kept[0] if len(kept) == 1 else Every(kept)


@dataclass(frozen=True, slots=True)
class SharedFilter:
    """What the whole window is narrowed to: ids of parties and series, a period, statuses, levels,
    words, sources."""

    parties: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    period: str | None = None  # EDTF, as typed into the chip
    period_first: str | None = None
    period_last: str | None = None
    meeting_statuses: tuple[str, ...] = ()
    task_statuses: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()  # codes, of those who lead a delegation
    text: str = ""
    sources: tuple[str, ...] = ()  # values of Backing

    @property
    def is_empty(self) -> bool:
        """Whether nothing is filtered out."""
        return self == SharedFilter()
