"""The attendance matrix of a series."""

from datetime import date

import pytest

from ministrack.domain.delegation import Delegate, Delegation, Presence
from ministrack.domain.errors import InvalidValue
from ministrack.domain.levels import Level
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.party import Membership, Party
from ministrack.domain.record import Record
from ministrack.domain.series import Series, SeriesKind
from ministrack.edits.workspace import Workspace
from ministrack.reports.document import Paper, Table, notes_of
from ministrack.reports.matrix.paper import make
from ministrack.reports.request import Request
from tests.papers import add, told

TODAY = date(2026, 11, 26)
WHO, NUMBERS = "Who came, and at what level", "In numbers"
SERIES = Series(name="Министры юстиции", kind=SeriesKind.MINISTERIAL)
SYRIA = Party(name="الجمهورية العربية السورية")
KYRGYZSTAN = Party(name="Kyrgyzstan", code="KG")


def matrix(workspace: Workspace, series: str | None) -> Paper:
    return make(workspace.read, Request(series=series, today=TODAY))


def meeting(day: str | None, city: str, status: MeetingStatus = MeetingStatus.HELD) -> Meeting:
    return Meeting(name=city, city=city, date=day, series=SERIES.id, status=status)


def test_the_sample_with_its_legend_and_sources(sample: Workspace) -> None:
    (series,) = sample.read.find(Series)
    made = matrix(sample, series.id)
    sections = told(made)
    assert sections[""] == ["Meetings: 2 held, 1 still to come", "Countries and organisations: 6"]
    assert sections[WHO][:4] == [
        "Country | Astana, 2024 | Baku, 20 Nov 2025 | Türkiye, 2026",
        "Azerbaijan | ?–? | Minister, chair | ?–?",
        "Kazakhstan | ?–? | Minister | ?–?",
        "Kyrgyzstan | ?–? | *Dep. min. ** | ?–?",
    ]
    assert sections[WHO][-1] == (
        "Dep. min.: Deputy minister; Head org.: Head of organisation; *: below minister level; "
        "–: no delegation is recorded; that is not the same as absent"
    )
    assert sections[NUMBERS][3] == "Kyrgyzstan | 1 | *1* | 0 | 1 | Baku, 20 Nov 2025 | Baku, 20 Nov 2025"
    assert any("Iskender Sydygaliev" in note for note in notes_of(made))


def test_absent_not_known_and_not_recorded_are_told_apart(empty: Workspace) -> None:
    first, second, third = meeting("2024", "Astana"), meeting("2025-11", "Baku"), meeting(None, "Ankara")
    off = meeting("2025-12", "Tashkent", MeetingStatus.CANCELLED)
    own = Level(id="commissioner", name="Комиссар", position=20)
    seats = [
        Delegation(meeting=where.id, party=SYRIA.id, status=status)
        for where, status in (
            (first, Presence.ATTENDED),
            (second, Presence.ABSENT),
            (third, Presence.UNKNOWN),
        )
    ]
    led = Delegation(meeting=first.id, party=KYRGYZSTAN.id, status=Presence.ATTENDED)
    add(
        empty, SERIES, own, first, second, third, off, SYRIA, KYRGYZSTAN, *seats, led,
        Delegate(delegation=led.id, level=own.id),
    )  # fmt: skip
    sections = told(matrix(empty, SERIES.id))
    assert sections[""][0] == "Meetings: 3 held, 1 cancelled"
    assert sections[WHO][:3] == [
        "Country | Astana, 2024 | Baku, Nov 2025 | Tashkent, Dec 2025 | Ankara",
        "Kyrgyzstan | Комиссар | ?–? | not held | ?–?",
        f"{SYRIA.name} | came | *absent* | not held | ???",
    ]
    assert sections[NUMBERS][2] == f"{SYRIA.name} | 1 | 0 | 1 | 1 | Astana, 2024 | Astana, 2024"


def test_members_who_never_came_have_a_line(empty: Workspace) -> None:
    where = meeting("2024", "Astana")
    add(empty, SERIES, KYRGYZSTAN, Membership(party=KYRGYZSTAN.id, series=SERIES.id), where)
    sections = told(matrix(empty, SERIES.id))
    assert "?Who came is not recorded for any meeting of this series.?" in sections[""]
    assert sections[WHO][1] == "Kyrgyzstan | ?–?"


def test_a_long_series_is_cut_into_tables_that_fit(empty: Workspace) -> None:
    meetings = [meeting(f"{1950 + number}", "Баку") for number in range(70)]
    came = [Delegation(meeting=each.id, party=SYRIA.id, status=Presence.ATTENDED) for each in meetings]
    records: list[Record] = [SERIES, SYRIA, *meetings, *came]
    add(empty, *records)
    made = matrix(empty, SERIES.id)
    assert made.landscape
    tables = [block for block in made.blocks if isinstance(block, Table)]
    assert max(len(table.columns) for table in tables) == 10
    assert sum(len(table.columns) - 1 for table in tables[:-1]) == 60
    assert "10 older meetings are left out; the dossier has them." in told(made)[""]
    assert tables[0].columns[1].title == "Баку, 1960"
    assert told(made)[""][-1] == "came: attended, level not recorded"


def test_a_series_has_to_be_chosen(empty: Workspace) -> None:
    for series in (None, "gone"):
        with pytest.raises(InvalidValue) as caught:
            matrix(empty, series)
        assert caught.value.field == "series"
    add(empty, SERIES)
    assert told(matrix(empty, SERIES.id))[""] == ["?No meeting of this series is recorded.?"]


def test_the_date_of_a_postponed_meeting_is_not_passed_on_as_one_that_holds(empty: Workspace) -> None:
    put_off = meeting("2026-12-03", "Варна", MeetingStatus.POSTPONED)
    seat = Delegation(meeting=put_off.id, party=SYRIA.id, status=Presence.INVITED)
    add(empty, SERIES, SYRIA, meeting("2025", "Baku"), put_off, seat)
    sections = told(matrix(empty, SERIES.id))
    assert sections[""][0] == "Meetings: 1 held, 1 postponed"
    assert sections[WHO][0] == "Country | Baku, 2025 | Варна, 3 Dec 2026 (postponed)"
