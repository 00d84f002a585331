"""Who came to the last meeting, at which level."""

from ministrack.domain.delegation import Presence
from ministrack.domain.filters import Compare, SharedFilter, every
from ministrack.domain.language import tr, trn
from ministrack.domain.lists import ListQuery, Row
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.record import Ref
from ministrack.domain.scope import scope
from ministrack.edits.asking import Reader
from ministrack.ui import tones
from ministrack.ui.inspector.entries import Entry
from ministrack.ui.naming import meeting_in_place, text
from ministrack.ui.views.overview.card import CardText

_MEETING = ("name", "number", "city", "country_name", "date")
_COLUMNS = ("party_name", "party_code", "head", "head_level", "head_level_name", "head_role", "status")
_SHOWN = 12


def attendance(read: Reader, shared: SharedFilter) -> CardText:
    """The card of the last meeting that was held."""
    held = every((scope("meeting", shared), Compare("status", MeetingStatus.HELD.value)))
    found = read.rows(ListQuery("meeting", _MEETING, held, "date", descending=True), 1)
    if not found:
        return CardText(tr("Attendance"), (), tr("No meeting has been held yet."))
    meeting = found[0]
    named = {f"meeting_{name}": meeting[name] for name in _MEETING}
    heading = tr("Attendance by level, {meeting}", meeting=meeting_in_place(named, "meeting"))
    wanted = every((scope("delegation", shared), Compare("meeting", meeting["id"])))
    rows = read.rows(ListQuery("delegation", _COLUMNS, wanted, "protocol_order"), _SHOWN)
    rows.sort(key=_is_organisation)
    hidden = read.count("delegation", wanted) - len(rows)
    more = trn("and {n} more in Delegations", "and {n} more in Delegations", hidden) if hidden else ""
    return CardText(heading, [_line(row) for row in rows], tr("No delegation is recorded."), more)


def _is_organisation(row: Row) -> bool:
    """States come first, by name."""
    return row["party_code"] is None


def _line(row: Row) -> Entry:
    pill, tone = tones.of_level(row["head_level"], row["head_level_name"])
    if row["status"] != Presence.ATTENDED.value or not pill:
        pill, tone = tones.of_choice(Presence, row["status"])
    said = text(row["head"])
    if row["head_role"] == "chair":
        said = tr("{person}, chair", person=said) if said else tr("chair")
    opens = Ref("delegation", text(row["id"]))
    return Entry(text(row["party_name"]), said, pill, tone, flag=text(row["party_code"]), opens=opens)
