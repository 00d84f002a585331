"""Lines of lists about who takes part: meetings, delegations, people, bodies, memberships."""

from ministrack.domain.delegation import Presence, Role
from ministrack.domain.language import tr
from ministrack.domain.lists import Row
from ministrack.domain.meeting import MeetingStatus, ProgrammeKind
from ministrack.domain.party import MembershipRole
from ministrack.domain.record import Ref
from ministrack.edits.asking import Reader
from ministrack.ui import tones
from ministrack.ui.inspector.entries import Entry
from ministrack.ui.naming import day, dotted, meeting_columns, meeting_with_date, text

DELEGATION = (
    "party_name", "party_code", "head", "head_title", "head_level", "head_level_name", "status",
    *meeting_columns("meeting"),
)  # fmt: skip


def delegation_by_party(row: Row, own: Ref, _: Reader) -> Entry:
    """A delegation among those of one meeting."""
    pill, tone = _attendance(row)
    return Entry(
        text(row["party_name"]), _head(row), pill, tone, flag=text(row["party_code"]), opens=own,
        own=own,
    )  # fmt: skip


def delegation_by_meeting(row: Row, own: Ref, _: Reader) -> Entry:
    """A delegation among those of one party."""
    pill, tone = _attendance(row)
    return Entry(meeting_with_date(row, "meeting"), _head(row), pill, tone, opens=own, own=own)


def _attendance(row: Row) -> tones.Said:
    if row["status"] == Presence.ABSENT.value or not row["head_level_name"]:
        return tones.of_choice(Presence, row["status"])
    return tones.of_level(row["head_level"], row["head_level_name"])


def _head(row: Row) -> str:
    head, title = text(row["head"]), text(row["head_title"])
    return head if title in ("", head) else dotted((head, title))


DELEGATE = ("label", "title", "level", "level_name", "role")


def delegate(row: Row, own: Ref, _: Reader) -> Entry:
    """Somebody among the members of a delegation."""
    pill, tone = tones.of_level(row["level"], row["level_name"])
    name, title = text(row["label"]), text(row["title"])
    role = tones.of_choice(Role, row["role"])[0]
    said = dotted((role, title if title != name else ""))
    return Entry(name, said, pill, tone, opens=own, own=own)


SEAT = ("title", "level", "level_name", "role", "party_name", "party_code", "meeting",
        *meeting_columns("meeting"))  # fmt: skip


def seat(row: Row, own: Ref, _: Reader) -> Entry:
    """A meeting that a person took part in; opens the seat, where title and level of that day stand."""
    pill, tone = tones.of_level(row["level"], row["level_name"])
    said = dotted((text(row["title"]) or tones.of_choice(Role, row["role"])[0], text(row["party_name"])))
    flag = text(row["party_code"])
    return Entry(meeting_with_date(row, "meeting"), said, pill, tone, flag=flag, opens=own, own=own)


PROGRAMME = ("title", "time", "place", "kind")


def programme_item(row: Row, own: Ref, _: Reader) -> Entry:
    """A point of a meeting's programme."""
    pill, tone = tones.of_choice(ProgrammeKind, row["kind"])
    said = dotted((text(row["time"]), text(row["place"])))
    return Entry(text(row["title"]), said, pill, tone, opens=own, own=own)


MEETING = ("number", "name", "city", "country_name", "date", "status", "country_code")


def meeting(row: Row, own: Ref, _: Reader) -> Entry:
    """A meeting of a series."""
    pill, tone = tones.of_choice(MeetingStatus, row["status"])
    named = {f"meeting_{name}": value for name, value in row.items()}
    flag = text(row["country_code"])
    return Entry(
        meeting_with_date(named, "meeting"), text(row["name"]), pill, tone, flag=flag, opens=own,
        own=own,
    )  # fmt: skip


BODY_MEMBER = ("body", "body_name", "party", "party_name", "party_code")


def member_of_body(row: Row, own: Ref, _: Reader) -> Entry:
    """A party among the members of one body."""
    opens, flag = Ref("party", text(row["party"])), text(row["party_code"])
    return Entry(text(row["party_name"]), flag=flag, opens=opens, own=own)


def body_of_party(row: Row, own: Ref, _: Reader) -> Entry:
    """A body among those that one party is a member of."""
    return Entry(text(row["body_name"]), opens=Ref("body", text(row["body"])), own=own)


MEMBERSHIP = ("party", "party_name", "party_code", "organisation_name", "series_name", "role", "since",
              "until")  # fmt: skip


def membership_of_party(row: Row, own: Ref, _: Reader) -> Entry:
    """What one party belongs to."""
    pill, tone = tones.of_choice(MembershipRole, row["role"])
    name = text(row["organisation_name"]) or text(row["series_name"])
    return Entry(name, _from_to(row), pill, tone, opens=own, own=own)


def membership_by_party(row: Row, own: Ref, _: Reader) -> Entry:
    """A party among those that belong to one organisation or series."""
    pill, tone = tones.of_choice(MembershipRole, row["role"])
    flag = text(row["party_code"])
    return Entry(text(row["party_name"]), _from_to(row), pill, tone, flag=flag, opens=own, own=own)


def _from_to(row: Row) -> str:
    since, until = day(row["since"]), day(row["until"])
    if since and until:
        return tr("from {since} to {until}", since=since, until=until)
    if since:
        return tr("since {since}", since=since)
    return tr("until {until}", until=until) if until else ""
