"""The delegation list of a meeting."""

from datetime import date

import pytest

from ministrack.domain.delegation import Delegate, Delegation, Part, Presence, Role
from ministrack.domain.errors import InvalidValue
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.party import Membership, Party
from ministrack.domain.person import Person
from ministrack.domain.series import Series, SeriesKind
from ministrack.edits.workspace import Workspace
from ministrack.reports.delegations.listing import COLUMNS
from ministrack.reports.delegations.paper import make
from ministrack.reports.document import Paper, notes_of
from ministrack.reports.request import Order, Request
from tests.papers import add, numbered, told

TODAY = date(2026, 11, 26)
SERIES = Series(name="Министры здравоохранения", kind=SeriesKind.MINISTERIAL)
MEETING = Meeting(name="Ashgabat", series=SERIES.id, date="2026-12", status=MeetingStatus.PLANNED)
SYRIA = Party(name="الجمهورية العربية السورية")
TATARSTAN = Party(name="Tatarstan")
ALAND = Party(name="Åland")
CHILE = Party(name="Chile", code="CL")


def listed(
    workspace: Workspace, meeting: str, order: Order = Order.PROTOCOL, columns: tuple[str, ...] = ()
) -> Paper:
    return make(workspace.read, Request(meeting=meeting, order=order, columns=columns, today=TODAY))


@pytest.fixture
def filled(empty: Workspace) -> Workspace:
    person, other = Person(name="Ömüralıyev"), Person(name="Бектенов")
    came = Delegation(meeting=MEETING.id, party=SYRIA.id, status=Presence.EXPECTED)
    add(
        empty, SERIES, MEETING, SYRIA, TATARSTAN, ALAND, CHILE, person, other, came,
        Membership(party=CHILE.id, series=SERIES.id),
        Delegation(meeting=MEETING.id, party=TATARSTAN.id, status=Presence.ABSENT, part=Part.OBSERVER),
        Delegation(meeting=MEETING.id, party=ALAND.id),
        Delegate(delegation=came.id, person=other.id, title="Interpreter", role=Role.MEMBER),
        Delegate(delegation=came.id, title="Adviser", role=Role.SPEAKER),
        Delegate(delegation=came.id, person=person.id, title="Minister", level="minister"),
    )  # fmt: skip
    return empty


def test_the_sample_with_sources(sample: Workspace) -> None:
    made = listed(sample, numbered(sample, 2).id)
    assert made.title == "Delegations: Second meeting of the justice ministers"
    sections = told(made)
    assert "Delegations: 6 attended" in sections[""]
    assert sections["List"][0] == "No. | Country | Head of delegation | Title | Level | Attendance"
    assert (
        sections["List"][1]
        == "1 | Azerbaijan | Farid Ahmadov (chair) | Justice Minister | Minister | Attended"
    )
    assert sections["List"][6].startswith("6 | OTS Secretariat | Kubanychbek Omuraliev")
    assert sections["Attendance"] == ["Below minister level: *Kyrgyzstan (Deputy minister)*."]
    assert any("Yilmaz Tunc" in note for note in notes_of(made))


def test_everybody_and_what_is_not_known_is_named(filled: Workspace) -> None:
    sections = told(listed(filled, MEETING.id))
    assert sections[""][-2:] == [
        "Delegations: 1 expected, 1 will not come, 1 not known",
        "Delegates: 3 recorded, ?1 of them not named?",
    ]
    assert "Host: ?not recorded?" in sections[""]
    (syria,) = [line for line in sections["List"] if SYRIA.name in line]
    assert syria.endswith("Expected | Бектенов, Interpreter\nnot named, Adviser (speaker)")
    assert sections["Attendance"] == [
        "Will not come: *Tatarstan*.",
        f"Expected: \u2068{SYRIA.name}\u2069.",
        "?Not known whether they will come: Åland.?",
        "?Head of delegation not recorded: Åland.?",
        "?Members of the series that are not recorded: Chile.?",
    ]


def test_the_order_and_the_columns_are_chosen(filled: Workspace) -> None:
    made = listed(filled, MEETING.id, Order.ALPHABET, ("country", "part"))
    assert told(made)["List"] == [
        "No. | Country | Takes part as",
        "1 | Åland | Member",
        "2 | Tatarstan | Observer",
        f"3 | {SYRIA.name} | Member",
    ]
    assert not made.landscape
    assert listed(filled, MEETING.id, columns=tuple(COLUMNS)).landscape


def test_a_wrong_choice_is_told(filled: Workspace) -> None:
    with pytest.raises(InvalidValue) as caught:
        listed(filled, MEETING.id, columns=("flag",))
    assert caught.value.field == "columns"
    assert "country, head" in caught.value.todo
    with pytest.raises(InvalidValue) as caught:
        listed(filled, "")
    assert caught.value.field == "meeting"


def test_a_meeting_without_delegations_says_so(sample: Workspace) -> None:
    sections = told(listed(sample, numbered(sample, 3).id))
    assert sections["List"] == ["?No delegation is recorded for this meeting.?"]
    assert "Delegations: ?not recorded?" in sections[""]


def test_a_member_is_not_made_the_head(filled: Workspace) -> None:
    held = Meeting(name="Almaty", series=SERIES.id, date="2025", status=MeetingStatus.HELD)
    seat = Delegation(meeting=held.id, party=ALAND.id, status=Presence.ATTENDED)
    clerk = Person(name="Örn")
    member = Delegate(delegation=seat.id, person=clerk.id, level="senior_official", role=Role.MEMBER)
    add(filled, held, seat, clerk, member)
    sections = told(listed(filled, held.id))
    assert "| Örn ?(member; head not recorded)? |" in sections["List"][1]
    assert "?Head of delegation not recorded: Åland.?" in sections["Attendance"]
