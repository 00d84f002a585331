"""The upper side of the matrix: meetings in the order of time, read in pages where they are looked at."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from ministrack.domain.backing import backed
from ministrack.domain.dates import explain
from ministrack.domain.filters import Compare, Filter, Linked, Matches, OneOf, Overlaps, SharedFilter, every
from ministrack.domain.language import interface_language, ordinal, tr
from ministrack.domain.lists import ListQuery, Row
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.record import Ref
from ministrack.domain.scope import scope
from ministrack.domain.values import dataclass, replace
from ministrack.edits.asking import Listing, Reader
from ministrack.ui.models.cells import written
from ministrack.ui.naming import day, dotted
from ministrack.ui.tones import of_choice

_PAGE = 24
_PAGES = 64
_MEETING = ("name", "number", "city", "country", "country_name", "host", "date", "status", "series")


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A column: a meeting as "2nd · Baku" and its date; `starts` where another series begins with it."""

    id: str
    title: str
    name: str
    date: str
    edtf: str
    status: MeetingStatus
    host: str = ""  # id of the party that hosts
    country: str = ""
    series: str = ""
    starts: bool = False

    @property
    def words(self) -> str:
        """Number, place and date in one line."""
        return dotted((self.title, self.date))

    @property
    def meaning(self) -> str:
        """What its date means exactly."""
        return explain(self.edtf, interface_language()) if self.edtf else ""


T = TypeVar("T")


class Pages(Generic[T]):
    """Keeps the pages of lines read last. `read` gives the lines of a page from its first number on."""

    def __init__(self, read: Callable[[int, int], Sequence[T]]) -> None:
        self._read = read
        self._pages: OrderedDict[int, Sequence[T]] = OrderedDict()

    def at(self, number: int) -> T | None:
        """The line with this number; None where it has gone."""
        page = self._pages.get(number // _PAGE)
        if page is None:
            page = self._pages[number // _PAGE] = self._read(number // _PAGE * _PAGE, _PAGE)
            if len(self._pages) > _PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number // _PAGE)
        place = number % _PAGE
        return page[place] if place < len(page) else None


def without_parties(shared: SharedFilter) -> SharedFilter:
    """The filter without its countries: those stand out in the matrix, the others stay to compare with."""
    return replace(shared, parties=())


@dataclass(slots=True)
class Group:
    """The columns of one series, or all columns where they are not grouped."""

    start: int
    count: int
    label: str
    within: Filter
    listing: Listing


class MeetingAxis:
    """The columns in the order of time; where there are several series, those of each stand together."""

    def __init__(self, read: Reader, shared: SharedFilter) -> None:
        self._read = read
        self.filter = meetings_within(shared)
        self.is_contiguous = not shared.text.strip() and (
            not shared.meeting_statuses or MeetingStatus.HELD.value in shared.meeting_statuses
        )
        self.is_whole = self.is_contiguous and not (shared.period_first or shared.period_last)
        found = read.attendance().series(self.filter)
        self.count = sum(count for _, count in found)
        self.groups = [self._whole()] if len(found) < 2 else self._by_series(found)
        self._starts = [group.start for group in self.groups]
        self._pages = Pages(self._page)

    def __len__(self) -> int:
        return self.count

    @property
    def is_grouped(self) -> bool:
        """Whether there are several series."""
        return len(self.groups) > 1

    def group_of(self, column: int) -> Group:
        """The group in which a column stands."""
        return self.groups[max(bisect_right(self._starts, column) - 1, 0)]

    def column_of(self, meeting: str) -> int | None:
        """Where a meeting stands; None for one that is filtered out or gone."""
        row = self._read.row(Ref("meeting", meeting), ("series",))
        if row is None:
            return None
        for group in self.groups if not self.is_grouped else self._named(row["series"]):
            place = group.listing.position(meeting)
            if place is not None:
                return group.start + place
        return None

    def line(self, column: int) -> MeetingLine | None:
        """The meeting of a column."""
        return self._pages.at(column)

    def ids(self, start: int, length: int) -> list[str]:
        """The ids of meetings side by side, also across groups."""
        found: list[str] = []
        stop = min(start + length, self.count)
        while start < stop:
            group = self.group_of(start)
            wanted = min(stop, group.start + group.count) - start
            found += group.listing.ids(start - group.start, wanted) or [""] * wanted
            start += wanted
        return found

    def next_after(self, day: str) -> int:
        """The column of the first series' next meeting after an ISO day; else of its last one."""
        group = self.groups[0]
        past = self._read.count("meeting", every((group.within, Overlaps("date", None, day))))
        return group.start + max(min(past, group.count - 1), 0)

    def words_of(self, meeting: str) -> str:
        """A meeting in words, whether it has a column or not."""
        row = self._read.row(Ref("meeting", meeting), _MEETING)
        return _line(row).words if row else ""

    def _named(self, series: object) -> list[Group]:
        found = [group for key, group in zip(self._keys, self.groups, strict=True) if key == series]
        return found[:1]

    def _whole(self) -> Group:
        listing = self._read.listing(ListQuery("meeting", _MEETING, self.filter, "date"))
        self._keys: list[str | None] = [None]
        return Group(0, self.count, "", self.filter, listing)

    def _by_series(self, found: Sequence[tuple[str | None, int]]) -> list[Group]:
        groups: list[Group] = []
        start = 0
        self._keys = [series for series, _ in found]
        for series, count in found:
            mine = OneOf("series", (series,)) if series else _NO_SERIES
            within = every((mine, self.filter))
            query = ListQuery("meeting", _MEETING, within, "date")
            label = self._read.label(Ref("series", series)) if series else tr("Without a series")
            groups.append(Group(start, count, label, within, self._read.listing(query)))
            start += count
        return groups

    def _page(self, start: int, length: int) -> list[MeetingLine]:
        ids = self.ids(start, length)
        listing = self._read.listing(ListQuery("meeting", _MEETING))
        by_id = {str(row["id"]): row for row in listing.rows_of([found for found in ids if found])}
        lines = [_line(by_id[found]) if found in by_id else _GONE for found in ids]
        if self.is_grouped:
            for place, line in enumerate(lines):
                group = self.group_of(start + place)
                lines[place] = replace(line, series=group.label, starts=group.start == start + place)
        return lines


def meetings_within(shared: SharedFilter) -> Filter:
    """Which meetings have a column: those of the filter without its countries; words and sources
    are looked for in the delegations."""
    parts: list[Filter] = [scope("meeting", replace(without_parties(shared), text="", sources=()))]
    if shared.text.strip():
        parts.append(Linked("delegation", "meeting", Matches(shared.text)))
    if shared.sources:
        parts.append(Linked("delegation", "meeting", backed("delegation", shared.sources)))
    return every(parts)


_STATUS = {member.value: member for member in MeetingStatus}
_NO_SERIES = Compare("series", None)
_GONE = MeetingLine("", "", "", "", "", MeetingStatus.CANCELLED)


def _line(row: Row) -> MeetingLine:
    edtf = str(row["date"] or "")
    status = _STATUS[str(row["status"])]
    name = written(row["name"])
    place = written(row["city"] or row["country_name"])
    number = ordinal(int(row["number"])) if row["number"] is not None else ""
    date = day(edtf) or tr("no date")
    if status is not MeetingStatus.HELD:
        date = f"{date} · {of_choice(MeetingStatus, status.value)[0].lower()}"
    return MeetingLine(
        id=str(row["id"]),
        title=dotted((number, place)) if number else name,
        name=name,
        date=date,
        edtf=edtf,
        status=status,
        host=str(row["host"] or ""),
        country=str(row["country"] or ""),
    )
