"""Items sorted once for questions that every frame asks: what is in view, what is next, what joins what."""

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Mapping

from ministrack.ui.views.timeline.index import Extent, Index
from ministrack.ui.views.timeline.items import Item, Lane, Ref
from ministrack.ui.views.timeline.rows import Row, Rows

LANES = (Lane.MEETINGS, Lane.DOCUMENTS, Lane.TASKS)
_RANK = {lane: place for place, lane in enumerate(LANES)}

_Key = tuple[float, int, str, int]  # what items are ordered by in time; the number comes last


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


class Content:
    """Items with their indexes. Items are spoken of by their number, the place in `items`.

    Only what is asked for is sorted, and only once; an edit changes what it touches and no more. An item
    that is gone keeps its number, without a place.
    """

    def __init__(self, items: Iterable[Item] = (), names: Mapping[str, str] | None = None) -> None:
        self.items = list(items)
        self.spans = [extent(item) for item in self.items]
        self.names = dict(names or {})  # of the series
        self.numbers_of_rows = {item.key: number for number, item in enumerate(self.items)}
        self._whole: Content | None = None  # None: this is all there is
        self._take(range(len(self.items)))

    def within(self, refs: Collection[Ref]) -> "Content":
        """Only the items of these records. Numbers stay as they are, and nothing is worked out again."""
        whole = self._whole or self
        part = Content()
        part._whole = whole
        part.items, part.spans, part.names = whole.items, whole.spans, whole.names
        part.numbers_of_rows = whole.numbers_of_rows
        part._take([number for number in whole.shown() if whole.items[number].ref in refs])
        return part

    def change(self, gone: Iterable[int], added: Iterable[int]) -> None:
        """Follow an edit: `gone` are numbers that lost their place, `added` numbers that got one."""
        for number in gone:
            if number in self._shown:
                self._forget(number)
        for number in added:
            self._add(number)

    def store(self, items: Iterable[Item]) -> list[int]:
        """Give new items their numbers; they have no place before `change` gives them one."""
        found = []
        for item in items:
            found.append(len(self.items))
            self.numbers_of_rows[item.key] = len(self.items)
            self.items.append(item)
            self.spans.append(extent(item))
        return found

    # taking in and forgetting

    def _take(self, numbers: Iterable[int]) -> None:
        """Show the items with these numbers, as the content is made."""
        items, spans = self.items, self.spans
        groups: dict[str, list[Extent]] = {}
        lanes: dict[Lane, list[Extent]] = {lane: [] for lane in LANES}
        self.numbers: dict[Ref, int] = {}
        self._shown: dict[int, None] = {}
        self._counts = dict.fromkeys(LANES, 0)
        low, high = float("inf"), float("-inf")
        for number in numbers:
            item, span = items[number], spans[number]
            self.numbers[item.ref] = number
            self._shown[number] = None
            if span is None:
                continue
            self._counts[item.lane] += 1
            low, high = min(low, span[0]), max(high, span[1])
            found = (number, span[0], span[1])
            lanes[item.lane].append(found)
            if item.lane is Lane.MEETINGS:
                groups.setdefault(item.group, []).append(found)
        self._bounds: tuple[float, float] | None = (low, high) if low < high else None
        self._extents = lanes
        self._indexes: dict[Lane, Index] = {}
        self._rows = Rows(groups)
        self._order: list[_Key] | None = None
        self._by_lane: dict[Lane, list[int]] = {}

    def _add(self, number: int) -> None:
        item, span = self.items[number], self.spans[number]
        self.numbers[item.ref] = number
        self._shown[number] = None
        if span is None:
            return
        self._counts[item.lane] += 1
        low, high = self._bounds or span
        self._bounds = min(low, span[0]), max(high, span[1])
        found = (number, span[0], span[1])
        if item.lane in self._indexes:
            self._indexes[item.lane].add(found)
        else:
            self._extents[item.lane].append(found)
        if item.lane is Lane.MEETINGS:
            self._rows.add(item.group, found)
        if self._order is not None:
            insort(self._order, self._key(number))
        self._by_lane.pop(item.lane, None)

    def _forget(self, number: int) -> None:
        item, span = self.items[number], self.spans[number]
        del self._shown[number]
        if self.numbers.get(item.ref) == number:
            del self.numbers[item.ref]
        if span is None:
            return
        self._counts[item.lane] -= 1
        found = (number, span[0], span[1])
        if item.lane in self._indexes:
            self._indexes[item.lane].remove(found)
        else:
            self._extents[item.lane].remove(found)
        if item.lane is Lane.MEETINGS:
            self._rows.remove(item.group, found)
        if self._order is not None:
            key = self._key(number)
            place = bisect_left(self._order, key)
            if place < len(self._order) and self._order[place] == key:
                del self._order[place]
        self._by_lane.pop(item.lane, None)
        if self._bounds is not None and (span[0] <= self._bounds[0] or span[1] >= self._bounds[1]):
            self._measure()

    def _measure(self) -> None:
        """Find the bounds anew: what lay at one of them is gone."""
        known = [span for number in self._shown if (span := self.spans[number]) is not None]
        self._bounds = (min(s[0] for s in known), max(s[1] for s in known)) if known else None

    # what is asked

    def __bool__(self) -> bool:
        """Whether there is anything, with a place or without."""
        return bool(self._shown)

    def shown(self) -> Collection[int]:
        """The numbers of all items that are shown, with a place or without."""
        return self._shown.keys()

    def __contains__(self, number: int) -> bool:
        """Whether an item is shown."""
        return number in self._shown

    def touches(self, first: float, last: float) -> bool:
        """Whether anything lies between two positions."""
        spans = (self.spans[number] for number in self._shown)
        return any(span is not None and span[0] <= last and span[1] >= first for span in spans)

    @property
    def bounds(self) -> tuple[float, float] | None:
        """First and last position of everything; None when nothing has a place."""
        return self._bounds

    @property
    def outer_bounds(self) -> tuple[float, float] | None:
        """The bounds with the items that are left out: how far one can go."""
        return self.bounds if self._whole is None else self._whole.bounds

    def index(self, lane: Lane) -> Index:
        """A whole lane."""
        if lane not in self._indexes:
            self._indexes[lane] = Index(self._extents[lane])
        return self._indexes[lane]

    def groups(self) -> tuple[str, ...]:
        """The series that have meetings with a place, from top to bottom."""
        return self._rows.order()

    def row(self, group: str) -> Row:
        """The meetings of a series."""
        return self._rows.row(group)

    def row_of(self, number: int) -> int:
        """On which row a meeting stands; -1 for what stands on none."""
        item = self.items[number]
        if item.lane is not Lane.MEETINGS or self.spans[number] is None:
            return -1
        return self.groups().index(item.group)

    def lane_by_time(self, lane: Lane) -> list[int]:
        """The items of a lane in time order."""
        if lane not in self._by_lane:
            rank = _RANK[lane]
            self._by_lane[lane] = [key[3] for key in self._keys() if key[1] == rank]
        return self._by_lane[lane]

    def count_by_time(self) -> int:
        """How many items have a place in time."""
        return sum(self._counts.values())

    def count_in(self, lane: Lane) -> int:
        """How many items with a place a lane holds."""
        return self._counts[lane]

    def at_place(self, place: int) -> int:
        """The item at a place in the order of time: by lane and label where the time is the same."""
        return self._keys()[place][3]

    def place_of(self, number: int) -> int | None:
        """The place of an item in the order of time; None for what has none."""
        if number not in self._shown or self.spans[number] is None:
            return None
        return bisect_left(self._keys(), self._key(number))

    def by_time(self) -> list[int]:
        """Every item that has a place, in time order."""
        return [key[3] for key in self._keys()]

    def _keys(self) -> list[_Key]:
        if self._order is None:
            placed = [number for number in self._shown if self.spans[number] is not None]
            self._order = sorted(map(self._key, placed))
        return self._order

    def _key(self, number: int) -> _Key:
        item, span = self.items[number], self.spans[number] or (0.0, 0.0)
        position = span[0] if item.lane is Lane.TASKS else (span[0] + span[1]) / 2
        return position, _RANK[item.lane], item.label, number
