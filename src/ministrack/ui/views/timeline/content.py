"""Items sorted once for questions that every frame asks: what is in view, what is next, what joins what."""

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

from ministrack.domain.values import dataclass
from ministrack.ui.views.timeline.index import Extent, Index
from ministrack.ui.views.timeline.items import Connection, Item, Lane, Ref

LANES = (Lane.MEETINGS, Lane.DOCUMENTS, Lane.TASKS)


def extent(item: Item) -> tuple[float, float] | None:
    """First and last position of an item in days, None where nothing is known.

    An open start or end is taken as the day that is known: how far it fades out is a matter of painting.
    A task reaches from the day it was given to the end of its last possible day.
    """
    first, last = item.first, item.last
    known = first if last is None else last
    if item.since is not None:
        begin = item.since if known is None else min(item.since, known)
        return float(begin), float((item.since if known is None or last is None else max(last, begin)) + 1)
    if known is None:
        return None
    begin = known if first is None else min(first, known)
    return float(begin), float(known + 1)


def middle(span: tuple[float, float]) -> float:
    """Half-way between two positions."""
    return (span[0] + span[1]) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """A row of meetings; those of a single series are joined by a line."""

    index: Index
    is_joined: bool


class Content:
    """Items with their indexes. Items are spoken of by their number, the place in `items`.

    Only what is asked for is sorted, and only once.
    """

    def __init__(self, items: Sequence[Item] = (), connections: Iterable[Connection] = ()) -> None:
        self.items = tuple(items)
        self.spans = [extent(item) for item in self.items]
        self.starts_of: dict[Ref, list[Ref]] = {}
        for connection in connections:
            self.starts_of.setdefault(connection.end, []).append(connection.start)
        self._whole: Content | None = None  # None: this is all there is
        self._take(range(len(self.items)))

    def within(self, refs: Collection[Ref]) -> "Content":
        """Only the items of these records. Numbers stay as they are, and nothing is worked out again."""
        part = Content()
        part._whole = self._whole or self
        part.items, part.spans, part.starts_of = self.items, self.spans, self.starts_of
        part._take([number for number, item in enumerate(self.items) if item.ref in refs])
        return part

    def _take(self, numbers: Sequence[int]) -> None:
        """Show the items with these numbers."""
        items, spans = self.items, self.spans
        self._groups: dict[str, list[int]] = {}
        self._lanes: dict[Lane, list[int]] = {lane: [] for lane in LANES}
        self.numbers: dict[Ref, int] = {}
        self._placed: list[int] = []
        for number in numbers:
            item = items[number]
            self.numbers[item.ref] = number
            if spans[number] is None:
                continue
            self._placed.append(number)
            self._lanes[item.lane].append(number)
            if item.lane is Lane.MEETINGS:
                self._groups.setdefault(item.group, []).append(number)
        self._lanes_by_time: dict[Lane, list[int]] = {}
        self._rows: dict[int, tuple[Row, ...]] = {}

    def touches(self, first: float, last: float) -> bool:
        """Whether anything lies between two positions."""
        spans = (self.spans[number] for number in self._placed)
        return any(span is not None and span[0] <= last and span[1] >= first for span in spans)

    @property
    def group_count(self) -> int:
        return len(self._groups)

    @cached_property
    def bounds(self) -> tuple[float, float] | None:
        """First and last position of everything; None when nothing has a place."""
        known = [span for number in self._placed if (span := self.spans[number]) is not None]
        if not known:
            return None
        return min(span[0] for span in known), max(span[1] for span in known)

    @property
    def outer_bounds(self) -> tuple[float, float] | None:
        """The bounds with the items that are left out: how far one can go."""
        return self.bounds if self._whole is None else self._whole.bounds

    @cached_property
    def documents(self) -> Index:
        return Index(self._extents(self._lanes[Lane.DOCUMENTS]))

    @cached_property
    def tasks(self) -> Index:
        return Index(self._extents(self._lanes[Lane.TASKS]))

    def lane_by_time(self, lane: Lane) -> list[int]:
        """The items of a lane in time order."""
        if lane not in self._lanes_by_time:
            self._lanes_by_time[lane] = [n for n in self.by_time if self.items[n].lane is lane]
        return self._lanes_by_time[lane]

    @cached_property
    def by_time(self) -> list[int]:
        """Every item that has a place, in time order; by lane and label where the time is the same."""
        rank = {lane: place for place, lane in enumerate(LANES)}
        keyed = [
            (middle(span) if item.lane is not Lane.TASKS else span[0], rank[item.lane], item.label, number)
            for number in self._placed
            if (span := self.spans[number]) is not None
            for item in (self.items[number],)
        ]
        return [key[3] for key in sorted(keyed)]

    @cached_property
    def place_in_time(self) -> dict[int, int]:
        return {number: place for place, number in enumerate(self.by_time)}

    def meeting_rows(self, most: int) -> tuple[Row, ...]:
        """The meetings on at most `most` rows: a series each, and what is left over together on the last.

        Series come in the order of their first meetings. Where there are too many, the largest get a row.
        """
        if most not in self._rows:
            groups = list(self._groups.values())
            is_over = len(groups) > most
            own = sorted(groups, key=len, reverse=True)[: most - 1] if is_over else groups
            own = sorted(own, key=self._begins)
            rows = [self._row(numbers, self.items[numbers[0]].group != "") for numbers in own]
            if is_over:
                kept = {self.items[numbers[0]].group for numbers in own}
                rest = [n for group, numbers in self._groups.items() if group not in kept for n in numbers]
                rows.append(self._row(rest, False))
            self._rows[most] = tuple(rows)
        return self._rows[most]

    def _row(self, numbers: Sequence[int], is_joined: bool) -> Row:
        return Row(Index(self._extents(numbers)), is_joined)

    def _begins(self, numbers: list[int]) -> tuple[bool, float]:
        return self.items[numbers[0]].group == "", min(self._first(number) for number in numbers)

    def _first(self, number: int) -> float:
        span = self.spans[number]
        return span[0] if span is not None else 0.0

    def _extents(self, numbers: Sequence[int]) -> list[Extent]:
        return [(n, span[0], span[1]) for n in numbers if (span := self.spans[n]) is not None]
