"""The country sheet: one party through all meetings."""

from datetime import date

import pytest

from ministrack.domain.body import Body, BodyMember
from ministrack.domain.delegation import Delegate, Delegation, Presence
from ministrack.domain.document import DocumentParty, DocumentRole
from ministrack.domain.errors import InvalidValue
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.party import Membership, MembershipRole, Party
from ministrack.domain.record import Ref
from ministrack.domain.series import Series, SeriesKind
from ministrack.domain.task import Task, TaskStatus
from ministrack.edits.workspace import Workspace
from ministrack.reports.country.paper import make
from ministrack.reports.document import Paper, notes_of
from ministrack.reports.request import Request
from tests.papers import add, change, numbered, starting, told

TODAY = date(2026, 11, 26)
MEETINGS = "At the meetings"


def party(workspace: Workspace, name: str) -> str:
    (found,) = workspace.read.find(Party, Compare("name", name))
    return found.id


def paper(workspace: Workspace, identity: str | None, series: str | None = None) -> Paper:
    return make(workspace.read, Request(party=identity, series=series, today=TODAY))


def sheet(workspace: Workspace, name: str) -> dict[str, list[str]]:
    return told(paper(workspace, party(workspace, name)))


def test_kyrgyzstan_in_the_sample(sample: Workspace) -> None:
    made = paper(sample, party(sample, "Kyrgyzstan"))
    assert made.title == "Kyrgyzstan"
    sections = told(made)
    assert sections[""] == [
        "Kind: State",
        "ISO code: KG",
        "Belongs to: ?not recorded?",
        "Meetings: 1 attended, *1 of them below minister level*, ?1 not recorded?",
    ]
    assert sections[MEETINGS][1:] == [
        "*Justice ministers of the Organization of Turkic States*",
        "Astana | 2024 |  |  |  | ?not recorded?",
        (
            "Baku | 20 November 2025 | Iskender Sydygaliev | Deputy Minister of Justice | *Deputy minister* "
            "| Attended"
        ),
    ]
    assert sections["What it owes"] == ["No open task is its own."]
    assert any(
        "Kyrgyzstan's Deputy Minister of Justice Iskender Sydygaliev" in note for note in notes_of(made)
    )


def test_turkiye_is_the_place_of_the_third_meeting_and_owes_it(sample: Workspace) -> None:
    sections = sheet(sample, "Türkiye")
    assert sections["Hosted"] == [
        "Third meeting of the justice ministers, Türkiye, 2026 (planned; the host is not recorded)"
    ]
    assert sections["What it owes"][1:] == [
        "Hold the third meeting | Baku, 12 months | Open | before: Third meeting of the justice ministers"
    ]


def test_azerbaijan_hosted_and_started_the_draft(sample: Workspace) -> None:
    sections = sheet(sample, "Azerbaijan")
    assert sections["Hosted"] == [
        "Second meeting of the justice ministers, Baku, Azerbaijan, 20 November 2025 (held)"
    ]
    assert starting(sections["Documents"], "Draft").endswith("| Initiator | Drafting, ?no date?")
    assert "Farid Ahmadov (chair)" in starting(sections[MEETINGS], "Baku")


def test_levels_rise_and_fall_within_a_series(sample: Workspace) -> None:
    kyrgyzstan, first = party(sample, "Kyrgyzstan"), numbered(sample, 1).id
    came = Delegation(meeting=first, party=kyrgyzstan, status=Presence.ATTENDED)
    third = Delegation(meeting=numbered(sample, 3).id, party=kyrgyzstan, status=Presence.ABSENT)
    health = Series(name="Здравоохранение")
    other = Meeting(name="Health", series=health.id, date="2025-12", status=MeetingStatus.HELD)
    seat = Delegation(meeting=other.id, party=kyrgyzstan, status=Presence.ATTENDED)
    add(
        sample,
        came,
        Delegate(delegation=came.id, title="Minister", level="minister"),
        third,
        health,
        other,
        seat,
        Delegate(delegation=seat.id, level="minister"),
    )
    sections = sheet(sample, "Kyrgyzstan")
    lines = sections[MEETINGS]
    assert starting(lines, "Astana").endswith("| ?not named? | Minister | Minister | Attended")
    assert starting(lines, "Baku").endswith("| *Deputy minister*, *down* | Attended")
    assert starting(lines, "Türkiye") == "Türkiye | 2026 |  |  |  | *Absent*"
    assert lines[-2:] == [
        "*Здравоохранение*",
        "Health | December 2025 | ?not recorded? |  | Minister | Attended",
    ]
    assert starting(sections[""], "Meetings") == (
        "Meetings: 3 attended, *1 of them below minister level*, *will not come to 1*"
    )
    only = told(paper(sample, kyrgyzstan, health.id))
    assert only[MEETINGS][1:] == lines[-2:]


def test_a_series_of_experts_is_not_measured_by_ministers(sample: Workspace) -> None:
    (justice,) = sample.read.find(Series)
    change(sample, Ref("series", justice.id), kind=SeriesKind.EXPERT)
    sections = sheet(sample, "Kyrgyzstan")
    assert starting(sections[""], "Meetings") == "Meetings: 1 attended, ?1 not recorded?"
    assert starting(sections[MEETINGS], "Baku").endswith("| Deputy minister | Attended")


def test_memberships_bodies_and_what_is_done_with(sample: Workspace) -> None:
    uzbekistan, ots = party(sample, "Uzbekistan"), party(sample, "Organization of Turkic States")
    (draft,) = sample.read.find(Body, Compare("name", "Expert Group"))
    council = Body(name="Council", set_up_by=uzbekistan, initiated_by=uzbekistan)
    add(
        sample,
        Membership(party=uzbekistan, organisation=ots, since="2019-10-14"),
        Membership(
            party=uzbekistan, organisation=ots, role=MembershipRole.OBSERVER, since="2018", until="2019"
        ),
        council,
        BodyMember(body=draft.id, party=uzbekistan),
        Task(title="Done", owner_party=uzbekistan, status=TaskStatus.DONE),
    )
    sections = sheet(sample, "Uzbekistan")
    assert starting(sections[""], "Belongs to") == (
        "Belongs to: Organization of Turkic States (Observer), from 2018, until 2019; "
        "Organization of Turkic States (Member), from 14 October 2019"
    )
    assert sections["Bodies"] == [
        "Council (expert group): set it up, asked for it",
        (
            "Expert Group (expert group): member. "
            "Work on a multilateral draft agreement on mutual legal assistance in civil matters"
        ),
    ]
    assert sections["What it owes"] == ["No open task is its own.", "1 more is done or dropped."]


def test_a_document_with_two_roles_stands_once(sample: Workspace) -> None:
    azerbaijan = party(sample, "Azerbaijan")
    (bound,) = sample.read.find(DocumentParty)
    add(sample, DocumentParty(document=bound.document, party=azerbaijan, role=DocumentRole.SIGNATORY))
    assert "| Initiator, Signatory |" in starting(sheet(sample, "Azerbaijan")["Documents"], "Draft")


def test_a_party_of_which_nothing_is_known(empty: Workspace) -> None:
    palestine = Party(name="فلسطين", short_name="Filastin", other_names="Палестина")
    add(empty, palestine)
    sections = told(paper(empty, palestine.id))
    assert sections[""] == [
        "Kind: State", "Short name: Filastin", "Other names: Палестина", "Belongs to: ?not recorded?",
        "Meetings: none recorded as attended",
    ]  # fmt: skip
    assert sections[MEETINGS] == ["?No meeting is recorded for it.?"]
    assert "Hosted" not in sections


def test_what_has_to_be_chosen_is_said(sample: Workspace) -> None:
    with pytest.raises(InvalidValue, match="No country or organisation is chosen") as refused:
        paper(sample, None)
    assert refused.value.field == "party"
    with pytest.raises(InvalidValue, match="not in the dossier any more"):
        paper(sample, "gone")


def test_not_known_and_not_recorded_are_counted_apart(sample: Workspace) -> None:
    turkiye, first = party(sample, "Türkiye"), numbered(sample, 1).id
    add(sample, Delegation(meeting=first, party=turkiye, status=Presence.INVITED))
    assert starting(sheet(sample, "Türkiye")[""], "Meetings") == "Meetings: 1 attended, ?1 not known?"
