"""Seats are read in blocks, by index, and the seat before is found however long ago it was."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from ministrack.domain.delegation import Delegate, Delegation, Part, Presence, Role
from ministrack.domain.filters import EVERYTHING, Filter, Matches, OneOf, Via
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.party import Party, PartyKind
from ministrack.domain.person import Person
from ministrack.domain.record import Record
from ministrack.domain.series import Series
from ministrack.edits.workspace import Workspace
from ministrack.store.attendance import (
    Attendance,
    below_minister_condition,
    edge_before,
    ever_before,
    near_before,
    parties_condition,
    seats_condition,
)
from tests.dossiers import AYGUN, filled

JUSTICE = Series(name="Ministers of justice", short_name="Justice")
HEALTH = Series(name="Ministers of health")
KYRGYZSTAN = Party(name="Kyrgyzstan", code="KG")
AZERBAIJAN = Party(name="Azərbaycan", code="AZ")
HUNGARY = Party(name="Magyarország", code="HU")
OFFICE = Party(name="Aksakals' Office", kind=PartyKind.ORGANISATION)
LONG_AGO = 700  # meetings, more than are walked back one by one
MEETINGS = [
    Meeting(
        name=f"Meeting {number}",
        series=JUSTICE.id,
        number=number,
        date=f"{1500 + number}",
        status=MeetingStatus.HELD,
    )
    for number in range(LONG_AGO)
]
UNDATED = Meeting(name="Some day", series=JUSTICE.id, number=LONG_AGO)
ELSEWHERE = Meeting(name="Elsewhere", series=HEALTH.id, number=1, date="2150", status=MeetingStatus.HELD)
LONE = Meeting(name="Without a series", date="2024")
SYDYGALIEV = Person(name="Искендер Сыдыгалиев")
FIRST = Delegation(meeting=MEETINGS[0].id, party=KYRGYZSTAN.id, status=Presence.ATTENDED)
HEAD = Delegate(delegation=FIRST.id, person=SYDYGALIEV.id, title="Deputy Minister", level="deputy_minister")
GUEST = Delegate(delegation=FIRST.id, title="Minister", level="minister", role=Role.MEMBER)
EVERY_TIME = [
    Delegation(meeting=meeting.id, party=AZERBAIJAN.id, status=Presence.ATTENDED, part=Part.HOST)
    for meeting in (*MEETINGS[690:], ELSEWHERE)
]
CHAIR = Delegate(delegation=EVERY_TIME[0].id, title="Minister", level="minister", role=Role.CHAIR)
STAYED = Delegation(meeting=MEETINGS[698].id, party=KYRGYZSTAN.id, status=Presence.ABSENT)
LAST = Delegation(meeting=MEETINGS[699].id, party=KYRGYZSTAN.id, status=Presence.ATTENDED)
SOON = Delegation(meeting=UNDATED.id, party=KYRGYZSTAN.id, status=Presence.EXPECTED)
OFFICIAL = Delegation(meeting=ELSEWHERE.id, party=OFFICE.id, part=Part.SECRETARIAT)
RECORDS: Sequence[Record] = (
    JUSTICE, HEALTH, KYRGYZSTAN, AZERBAIJAN, HUNGARY, OFFICE, *MEETINGS, UNDATED, ELSEWHERE, LONE, SYDYGALIEV,
    FIRST, HEAD, GUEST, *EVERY_TIME, CHAIR, STAYED, LAST, SOON, OFFICIAL,
)  # fmt: skip


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    made = filled(tmp_path_factory.mktemp("seats") / "Kürsü.ministrack", RECORDS, AYGUN)
    yield made
    made.close()


@pytest.fixture
def attendance(workspace: Workspace) -> Attendance:
    return workspace.read.attendance()


def test_a_block_holds_the_seats_of_its_parties_at_its_meetings(attendance: Attendance) -> None:
    found = attendance.seats([KYRGYZSTAN.id, AZERBAIJAN.id], [MEETINGS[0].id, MEETINGS[690].id])
    by_party = {seat.party: seat for seat in found}
    assert by_party.keys() == {KYRGYZSTAN.id, AZERBAIJAN.id}
    first = by_party[KYRGYZSTAN.id]
    assert (first.delegation, first.status, first.head) == (FIRST.id, Presence.ATTENDED, SYDYGALIEV.name)
    assert (first.level, first.rank) == ("deputy_minister", 7)
    assert first.levels == {"deputy_minister", "minister"}
    host = by_party[AZERBAIJAN.id]
    assert (host.part, host.chairing, host.level_name) == (Part.HOST, Role.CHAIR, "Minister")


def test_a_seat_without_delegates_says_so(attendance: Attendance) -> None:
    (seat,) = attendance.seats([OFFICE.id], [ELSEWHERE.id])
    assert (seat.head, seat.level, seat.rank, seat.levels) == ("", "", None, frozenset())
    assert seat.status is Presence.UNKNOWN


def test_the_seat_before_is_found_however_long_ago(attendance: Attendance) -> None:
    before = attendance.seat_before(KYRGYZSTAN.id, MEETINGS[699].id)
    assert before is not None
    assert before.delegation == FIRST.id  # 699 meetings before; the absence in between is no seat
    near = attendance.seat_before(AZERBAIJAN.id, MEETINGS[695].id)
    assert near is not None
    assert near.meeting == MEETINGS[694].id


def test_a_meeting_without_a_date_comes_after_all_others(attendance: Attendance) -> None:
    before = attendance.seat_before(KYRGYZSTAN.id, UNDATED.id)
    assert before is not None
    assert before.delegation == LAST.id


def test_another_series_is_no_seat_before(attendance: Attendance) -> None:
    assert attendance.seat_before(AZERBAIJAN.id, ELSEWHERE.id) is None
    assert attendance.seat_before(KYRGYZSTAN.id, MEETINGS[0].id) is None
    assert attendance.seat_before(KYRGYZSTAN.id, "no meeting") is None


@pytest.mark.parametrize("meetings", [1, 10**6])
def test_states_come_before_others_whichever_way_they_are_found(
    attendance: Attendance, meetings: int
) -> None:
    everywhere = attendance.parties(EVERYTHING, meetings)
    assert everywhere == [AZERBAIJAN.id, KYRGYZSTAN.id, OFFICE.id]  # Hungary never took part
    health = Via("meeting", "meeting", OneOf("series", (HEALTH.id,)))
    assert attendance.parties(health, meetings) == [AZERBAIJAN.id, OFFICE.id]
    assert attendance.parties(health, meetings, (HUNGARY.id,)) == [AZERBAIJAN.id, HUNGARY.id, OFFICE.id]
    assert attendance.parties(Matches("kyrgyz"), meetings) == [KYRGYZSTAN.id]


def test_series_stand_by_name_and_meetings_without_one_last(attendance: Attendance) -> None:
    assert attendance.series() == [(HEALTH.id, 1), (JUSTICE.id, LONG_AGO + 1), (None, 1)]
    assert attendance.series(OneOf("series", (HEALTH.id,))) == [(HEALTH.id, 1)]


def plan(workspace: Workspace, sql: str, values: Sequence[object]) -> str:
    path: Path = workspace.path
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(f"EXPLAIN QUERY PLAN {sql}", tuple(values)).fetchall()
    return "\n".join(str(row[3]) for row in rows)


def test_no_question_scans_delegations(workspace: Workspace) -> None:
    block = seats_condition(["a", "b"], ["c", "d"])
    found = plan(workspace, block.sql, block.values)
    assert "SEARCH delegation USING INDEX delegation_once (meeting=? AND party=?)" in found
    assert "SCAN" not in found.replace("SCAN found", "")  # the levels of one delegation
    series: Filter = Via("meeting", "meeting", OneOf("series", ("s",)))
    for within, meetings in ((EVERYTHING, 0), (series, 10), (series, 10**6)):
        where = parties_condition(within, meetings, ("p",))
        found = plan(workspace, f"SELECT id FROM party WHERE {where.sql}", where.values)
        assert "SCAN delegation" not in found
    for sql, count in ((edge_before(), 4), (near_before(), 6), (ever_before(), 5)):
        found = plan(workspace, sql, ["x"] * (count - 1) + [1])
        assert "SCAN" not in found, sql
    assert "USE TEMP B-TREE" not in plan(workspace, near_before(), ["x"] * 6)


def test_who_was_led_below_minister_level_is_counted(workspace: Workspace, attendance: Attendance) -> None:
    assert attendance.below_minister(EVERYTHING, deputies_count=False) == {KYRGYZSTAN.id: 1}
    accompanied = attendance.below_minister(EVERYTHING, deputies_count=True)
    assert accompanied == {KYRGYZSTAN.id: 1}  # the deputy heads although a minister came: still below
    assert attendance.below_minister(OneOf("series", (HEALTH.id,)), deputies_count=False) == {}
    query = below_minister_condition(EVERYTHING, deputies_count=True)
    assert "SCAN" not in plan(workspace, query.sql, query.values)
