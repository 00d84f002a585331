"""Meetings as schema.org events: only properties that it knows, and no date more precise than its source."""

import json
from collections.abc import Iterator

import pytest

from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.record import Ref
from ministrack.edits.records import change_record
from ministrack.edits.workspace import Workspace
from ministrack.exchange.linked.dates import when
from tests.exchange.conftest import exported

Node = dict[str, object]

# What schema.org (release 29) says each type may have, as far as it is used here.
_THING = {"name", "description", "alternateName", "identifier", "url"}
_EVENT = _THING | {
    "startDate", "endDate", "eventStatus", "eventAttendanceMode", "location", "organizer", "superEvent",
    "subEvent", "attendee", "workFeatured",
}  # fmt: skip
VOCABULARY = {
    "Event": _EVENT,
    "EventSeries": _EVENT,
    "Place": _THING | {"address"},
    "PostalAddress": _THING | {"addressLocality", "addressCountry"},
    "Organization": _THING | {"areaServed"},
    "GovernmentOrganization": _THING | {"areaServed"},
    "Country": _THING,
    "Person": _THING | {"jobTitle", "affiliation"},
    "CreativeWork": _THING | {"abstract"},
}


def nodes(value: object) -> Iterator[Node]:
    """All nodes of a document, also those within others."""
    if isinstance(value, list):
        for each in value:
            yield from nodes(each)
    elif isinstance(value, dict):
        yield value
        for each in value.values():
            yield from nodes(each)


@pytest.fixture
def document(sample: Workspace) -> Node:
    made = json.loads(exported(sample.read, "jsonld"))
    assert isinstance(made, dict)
    return made


def test_only_words_of_schema_org_are_used(document: Node) -> None:
    assert document["@context"] == "https://schema.org"
    for node in nodes(document["@graph"]):
        if set(node) == {"@id"}:
            continue
        assert set(node) - {"@id", "@type"} <= VOCABULARY[str(node["@type"])]


def test_a_meeting_is_an_event_of_its_series_with_place_host_and_people(document: Node) -> None:
    graph = list(nodes(document["@graph"]))
    series = next(node for node in graph if node.get("@type") == "EventSeries")
    second = next(node for node in graph if "Second meeting" in str(node.get("name", "")))
    assert second["@type"] == "Event"
    assert str(second["@id"]).startswith("urn:uuid:")
    assert (second["startDate"], "endDate" in second) == ("2025-11-20", False)
    assert second["superEvent"] == {"@id": series["@id"]}
    address = {"@type": "PostalAddress", "addressCountry": "AZ", "addressLocality": "Baku"}
    assert second["location"] == {"@type": "Place", "name": "Baku", "address": address}
    people = {str(node["name"]): node for node in nodes(second["attendee"]) if node["@type"] == "Person"}
    affiliation = people["Yılmaz Tunç"]["affiliation"]
    assert isinstance(affiliation, dict)
    assert affiliation["name"] == "Türkiye"
    assert people["Iskender Sydygaliev"]["jobTitle"] == "Deputy Minister of Justice"
    assert len([node for node in nodes(second["subEvent"]) if node["@type"] == "Event"]) >= 4


def test_every_reference_within_the_document_leads_somewhere(document: Node) -> None:
    graph = list(nodes(document["@graph"]))
    whole = {node["@id"] for node in graph if len(node) > 1 and "@id" in node}
    assert {node["@id"] for node in graph if set(node) == {"@id"}} <= whole


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2025-11-20", {"startDate": "2025-11-20"}),
        ("2026-05", {"startDate": "2026-05"}),
        ("2026", {"startDate": "2026"}),
        ("2025-10-17/2025-10-18", {"startDate": "2025-10-17", "endDate": "2025-10-18"}),
        ("2026/..", {"startDate": "2026"}),
        ("2026-23", {"startDate": "2026"}),
        ("2026?", {}),
        ("2026-05~", {}),
        ("2026-24", {}),  # a winter ends in the next year
        (None, {}),
    ],
)
def test_dates_are_said_only_as_precisely_as_they_are_known(edtf: str | None, said: Node) -> None:
    found, words = when(edtf)
    assert found == said
    is_told_whole = edtf is None or "/".join(str(each) for each in said.values()) == edtf
    assert bool(words) is not is_told_whole


def test_what_was_put_off_or_called_off_says_so(sample: Workspace) -> None:
    third = next(each for each in sample.read.find(Meeting) if each.number == 3)
    ref = sample.run(change_record(sample.read, _ref(third), new={"status": MeetingStatus.POSTPONED}))
    try:
        text = exported(sample.read, "jsonld").decode("utf-8")
    finally:
        sample.undo()
    assert ref.changes
    assert text.count("https://schema.org/EventPostponed") == 1


def _ref(meeting: Meeting) -> Ref:
    return Ref("meeting", meeting.id)
