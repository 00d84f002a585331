"""Lists read in windows give the rows that a plain sort gives, wherever the window stands."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ministrack.domain.dates import span
from ministrack.domain.filters import EVERYTHING, Compare, Comparison, Filter, OneOf
from ministrack.domain.lists import ListQuery
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.names import fold
from ministrack.edits.workspace import Workspace
from ministrack.store.listing import ANCHOR_EVERY
from tests.dossiers import AYGUN, filled

DATES = (
    None,
    "2024",
    "2025-11-20",
    "2025-11",
    "2026",
    "2026-05?",
    "2026-23",
    "2025-10-17/2025-10-18",
    "2026/..",
)
CITIES = (None, "Astana", "Bakı", "İstanbul", "Iğdır", "Бишкек", "Oʻsh")
COUNT = 2 * ANCHOR_EVERY + 300


def made(number: int) -> Meeting:
    """Meetings with dates and cities in no order, some of them not known."""
    return Meeting(
        name=f"{CITIES[number % 7] or 'Toplantı'} {number * 7919 % 1000}",
        number=number,
        status=tuple(MeetingStatus)[number % 6],
        date=DATES[number * 5 % 9],
        city=CITIES[number * 3 % 7],
    )


@pytest.fixture(scope="module")
def meetings() -> list[Meeting]:
    return [made(number) for number in range(COUNT)]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory, meetings: list[Meeting]) -> Workspace:
    path: Path = tmp_path_factory.mktemp("lists") / "Çok.ministrack"
    return filled(path, meetings, AYGUN)


def key_of(meeting: Meeting, sort: str) -> tuple[object, ...] | None:
    """What a list is sorted by; None where it is not known."""
    if sort == "name":
        return (fold(meeting.name),)
    if sort == "date":
        if meeting.date is None:
            return None
        covered = span(meeting.date)
        return (covered.first or "0000-01-01", covered.last or "9999-12-31")
    value = getattr(meeting, sort)
    return None if value is None else (value,)


def plainly_sorted(meetings: Sequence[Meeting], sort: str, descending: bool) -> list[str]:
    known = [(key_of(meeting, sort), meeting.id) for meeting in meetings if key_of(meeting, sort) is not None]
    unknown = sorted(meeting.id for meeting in meetings if key_of(meeting, sort) is None)
    ordered = sorted(known, key=lambda pair: (pair[0] or (), pair[1]), reverse=descending)
    return [identity for _, identity in ordered] + unknown


FILTERS: dict[str, tuple[Filter, object]] = {
    "all of them": (EVERYTHING, lambda meeting: True),
    "every": (Compare("number", 0, Comparison.ABOVE), lambda meeting: meeting.number > 0),
    "held": (OneOf("status", ("held",)), lambda meeting: meeting.status is MeetingStatus.HELD),
    "none": (Compare("number", COUNT, Comparison.ABOVE), lambda meeting: False),
    "no city": (Compare("city", None), lambda meeting: meeting.city is None),
}


@given(
    name=st.sampled_from(sorted(FILTERS)),
    sort=st.sampled_from(("name", "date", "city", "status", "number")),
    descending=st.booleans(),
    windows=st.lists(st.tuples(st.integers(0, COUNT + 50), st.integers(1, 300)), min_size=1, max_size=4),
    anchors=st.integers(0, 3),
)
@settings(max_examples=60, deadline=None)
def test_any_window_shows_what_a_plain_sort_puts_there(
    workspace: Workspace,
    meetings: list[Meeting],
    name: str,
    sort: str,
    descending: bool,
    windows: list[tuple[int, int]],
    anchors: int,
) -> None:
    wanted, passes = FILTERS[name]
    assert callable(passes)
    expected = plainly_sorted([meeting for meeting in meetings if passes(meeting)], sort, descending)
    listing = workspace.read.listing(ListQuery("meeting", ("name",), wanted, sort, descending))
    for _ in range(anchors):
        listing.extend_anchors()
    assert listing.count() == len(expected)
    for start, length in windows:
        assert [row["id"] for row in listing.rows(start, length)] == expected[start : start + length]
        if start < len(expected):
            assert listing.position(expected[start]) == start


@pytest.mark.parametrize("sort", ["id", "name", "date", "city"])
@pytest.mark.parametrize("descending", [False, True])
def test_the_first_rows_are_those_of_the_whole_list(
    workspace: Workspace, sort: str, descending: bool
) -> None:
    for wanted in (EVERYTHING, Compare("city", "Astana"), Compare("city", "Nowhere")):
        listing = workspace.read.listing(ListQuery("meeting", (), wanted, sort, descending))
        everything = listing.ids(0, COUNT)
        for length in (0, 1, 7, COUNT // 2, COUNT + 1):
            assert listing.first_ids(length) == everything[:length]


def test_a_row_that_the_filter_leaves_out_has_no_position(
    workspace: Workspace, meetings: list[Meeting]
) -> None:
    held = workspace.read.listing(ListQuery("meeting", (), OneOf("status", ("held",)), "date"))
    planned = next(meeting for meeting in meetings if meeting.status is MeetingStatus.PLANNED)
    assert held.position(planned.id) is None
    assert held.position("no such id") is None


def test_anchors_come_to_an_end(workspace: Workspace) -> None:
    listing = workspace.read.listing(ListQuery("meeting", (), sort="number"))
    steps = 0
    while listing.extend_anchors():
        steps += 1
    assert steps == 2


def test_rows_come_in_the_order_asked_for_without_those_that_are_gone(
    workspace: Workspace, meetings: list[Meeting]
) -> None:
    listing = workspace.read.listing(ListQuery("meeting", ("number",)))
    rows = listing.rows_of([meetings[5].id, "gone", meetings[2].id])
    assert [row["number"] for row in rows] == [5, 2]
    assert listing.rows_of([]) == []


@pytest.mark.parametrize("at_once", [0, COUNT])
def test_a_narrowed_list_is_the_same_whether_it_is_read_at_once_or_not(
    workspace: Workspace, meetings: list[Meeting], monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr("ministrack.store.listing.AT_ONCE", at_once)
    wanted = Compare("number", 100, Comparison.ABOVE)
    listing = workspace.read.listing(ListQuery("meeting", (), wanted, "date"))
    numbered = [meeting for meeting in meetings if meeting.number is not None and meeting.number > 100]
    expected = plainly_sorted(numbered, "date", False)
    assert listing.extend_anchors() == (not at_once)
    assert listing.count() == len(expected)
    for start in (0, 700, 2000, len(expected) - 3):
        assert listing.ids(start, 10) == expected[start : start + 10]
        assert listing.position(expected[start]) == start
    assert listing.position(meetings[3].id) is None
