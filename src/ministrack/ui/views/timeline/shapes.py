"""The shapes of which a frame of the timeline consists, in pixel coordinates."""

from collections.abc import Sequence
from enum import StrEnum
from math import log2
from typing import Protocol

from ministrack.domain.values import dataclass
from ministrack.ui.views.timeline.items import Lane

_LOWEST = 0.2  # of a density strip's height: one item can be seen


class Style(StrEnum):
    """The kinds of text on the timeline; each has a font."""

    YEAR = "year"
    TICK = "tick"
    LANE = "lane"
    MEETING = "meeting"
    DOCUMENT = "document"
    TASK = "task"
    COUNT = "count"


class Measure(Protocol):
    """How large texts are. Pixels."""

    @property
    def line(self) -> float:
        """Height of a line of text."""

    def width(self, text: str, style: Style) -> float:
        """Width of a text."""

    def fitted(self, text: str, style: Style, room: float) -> str:
        """A text, cut to a width where it is longer."""


class Shape(StrEnum):
    """The forms of a node."""

    CIRCLE = "circle"
    DIAMOND = "diamond"
    SQUARE = "square"


class Fade(StrEnum):
    """Which end of a span is open, so that it fades out there."""

    NONE = ""
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def holds(self, x: float, y: float, margin: float = 0.0) -> bool:
        return (
            self.left - margin <= x <= self.right + margin and self.top - margin <= y <= self.bottom + margin
        )

    def overlaps(self, other: "Box") -> bool:
        """They share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Band:
    """A lane: where it is and what it is called."""

    lane: Lane
    top: float
    bottom: float
    name_y: float  # middle of its name
    is_folded: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """A name in the margin: of a lane, or of a series that has a row; `has_sign`: the lane folds here."""

    lane: Lane
    text: str
    y: float  # middle
    has_sign: bool


@dataclass(frozen=True, slots=True)
class Density:
    """How many items lie in each piece of time of a row: columns that grow from its middle, without gaps."""

    lane: Lane
    left: float  # of the first column
    width: float  # of each
    middle: float
    half: float  # half the height of the highest
    counts: Sequence[int]
    most: int

    def columns(self) -> list[tuple[float, float]]:
        """Left edge and half height of each column that is not empty."""
        share = self.half / log2(self.most + 1)
        least = self.half * _LOWEST
        return [
            (self.left + at * self.width, max(least, share * log2(count + 1)))
            for at, count in enumerate(self.counts)
            if count
        ]

    def count_at(self, x: float, y: float) -> int:
        """How many items the column at a point stands for."""
        at = int((x - self.left) // self.width)
        is_here = abs(y - self.middle) <= self.half and 0 <= at < len(self.counts)
        return self.counts[at] if is_here else 0


@dataclass(frozen=True, slots=True)
class Node:
    """A known day (filled), or the middle of a span of possible days (hollow)."""

    number: int
    x: float
    y: float
    radius: float
    shape: Shape
    is_hollow: bool
    tone: str

    @property
    def box(self) -> Box:
        return Box(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)


@dataclass(frozen=True, slots=True)
class Span:
    """Days that are possible (soft), or the several days that are known (solid)."""

    number: int
    box: Box
    tone: str
    is_solid: bool
    fade: Fade = Fade.NONE


@dataclass(frozen=True, slots=True)
class TaskBar:
    """A task from the day it was given to its due day; `loose_from` is where the possible due days begin."""

    number: int
    box: Box
    tone: str
    loose_from: float | None
    fades: bool
    has_start: bool  # its first day is in view


@dataclass(frozen=True, slots=True)
class Joint:
    """The line of a series from one meeting to the next, `rise` px high in the middle."""

    x0: float
    x1: float
    y: float
    rise: float
    is_dashed: bool
    tone: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Items too close together to tell apart, counted. `members` are their numbers when they are few."""

    box: Box
    text: str
    lane: Lane
    count: int
    first: float  # middles of the first and the last, in days
    last: float
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A text beside, below or on its item. `is_backed`: a line runs behind it and must not cross it."""

    number: int
    box: Box
    text: str
    style: Style
    tone: str
    is_backed: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A thin connector down from a decision at (x0, y0) to its follow-up at (x1, y1); both by number."""

    start: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Ghost:
    """Where a meeting would be that is being moved; its days are known, or lie somewhere in between."""

    left: float
    right: float
    y: float
    is_exact: bool
