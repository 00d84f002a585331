"""Meetings, their series and programmes as nodes of schema.org: Event and EventSeries."""

from collections.abc import Iterator

from ministrack.domain.delegation import Delegate, Delegation, Presence
from ministrack.domain.filters import OneOf
from ministrack.domain.meeting import Meeting, MeetingMode, MeetingStatus, ProgrammeItem
from ministrack.domain.party import Party, PartyKind
from ministrack.domain.series import Series
from ministrack.exchange.linked.dates import when
from ministrack.exchange.linked.reading import Around
from ministrack.store.reader import Reader

Node = dict[str, object]

_STATUS = {
    MeetingStatus.POSTPONED: "EventPostponed",
    MeetingStatus.CANCELLED: "EventCancelled",
}
_MODES = {
    MeetingMode.IN_PERSON: "OfflineEventAttendanceMode",
    MeetingMode.VIRTUAL: "OnlineEventAttendanceMode",
    MeetingMode.HYBRID: "MixedEventAttendanceMode",
}


def series_nodes(read: Reader, ids: list[str]) -> Iterator[Node]:
    """The series with these ids."""
    found = read.find(Series, OneOf("id", tuple(ids)))
    behind = tuple(series.organisation for series in found if series.organisation)
    parties = {party.id: party for party in read.find(Party, OneOf("id", behind))}
    for series in found:
        node: Node = {"@id": urn(series.id), "@type": "EventSeries", "name": series.name}
        _set(node, alternateName=series.short_name, description=series.note)
        party = parties.get(series.organisation or "")
        if party is not None:
            node["organizer"] = _organisation(party, party.name)
        yield node


def event_nodes(read: Reader, ids: list[str]) -> Iterator[Node]:
    """The meetings with these ids, in that order."""
    around = Around(read, ids)
    for meeting in around.meetings:
        yield _event(meeting, around)


def _event(meeting: Meeting, around: Around) -> Node:
    node: Node = {"@id": urn(meeting.id), "@type": "Event", "name": meeting.name}
    said, words = when(meeting.date)
    described = [meeting.theme, meeting.summary, words]
    node |= said
    node["eventStatus"] = f"https://schema.org/{_STATUS.get(meeting.status, 'EventScheduled')}"
    if meeting.mode in _MODES:
        node["eventAttendanceMode"] = f"https://schema.org/{_MODES[meeting.mode]}"
    _set(
        node,
        description="\n".join(each for each in described if each),
        location=_place(meeting, around),
        organizer=_organizer(meeting, around),
        superEvent={"@id": urn(meeting.series)} if meeting.series else None,
        subEvent=[_item(each) for each in around.programme.get(meeting.id, ())],
        attendee=[each for seat in around.delegations.get(meeting.id, ()) for each in _came(seat, around)],
        workFeatured=_documents(meeting, around),
    )
    return node


def _place(meeting: Meeting, around: Around) -> Node | None:
    country = around.parties.get(meeting.country or "")
    address: Node = {}
    _set(address, addressLocality=meeting.city)
    if country is not None:
        address["addressCountry"] = country.code or around.party_names[country.id]
    if not address and not meeting.venue:
        return None
    node: Node = {"@type": "Place"}
    _set(node, name=meeting.venue or meeting.city)
    if address:
        node["address"] = {"@type": "PostalAddress", **address}
    return node


def _organizer(meeting: Meeting, around: Around) -> Node | None:
    host = around.parties.get(meeting.host or "")
    return _organisation(host, around.party_names[host.id]) if host is not None else None


def _organisation(party: Party, name: str) -> Node:
    """schema.org knows no state that acts; what stands for one here is its side at the table."""
    node: Node = {"@id": urn(party.id), "@type": "Organization", "name": name}
    if party.kind is PartyKind.STATE:
        node["@type"] = "GovernmentOrganization"
    _set(node, alternateName=party.short_name)
    if party.code:
        node["areaServed"] = {"@type": "Country", "name": name, "identifier": party.code}
    return node


def _came(seat: Delegation, around: Around) -> Iterator[Node]:
    """Those who came by name, or else the delegation; of nobody else it is known."""
    if seat.status is not Presence.ATTENDED:
        return
    party = around.parties[seat.party]
    side = _organisation(party, around.party_names[party.id])
    named = [each for each in around.delegates.get(seat.id, ()) if each.person in around.people]
    for delegate in named:
        yield _person(delegate, side, around)
    if not named:
        yield side


def _person(delegate: Delegate, side: Node, around: Around) -> Node:
    person = around.people[str(delegate.person)]
    node: Node = {"@id": urn(person.id), "@type": "Person", "name": person.name}
    _set(node, alternateName=person.native_name, jobTitle=delegate.title)
    node["affiliation"] = side
    return node


def _item(item: ProgrammeItem) -> Node:
    node: Node = {"@id": urn(item.id), "@type": "Event", "name": item.title}
    _set(node, description="\n".join(each for each in (item.time, item.note) if each))
    if item.place:
        node["location"] = {"@type": "Place", "name": item.place}
    return node


def _documents(meeting: Meeting, around: Around) -> list[Node]:
    nodes = []
    for each in around.treated.get(meeting.id, ()):
        document = around.documents[each.document]
        node: Node = {"@id": urn(document.id), "@type": "CreativeWork", "name": document.title}
        _set(node, url=document.address, abstract=document.summary)
        nodes.append(node)
    return nodes


def urn(identity: str) -> str:
    """The id of a record as an address that is the same anywhere."""
    return f"urn:uuid:{identity}"


def _set(node: Node, **values: object) -> None:
    node.update({name: value for name, value in values.items() if value})
