"""The records that a paper begins with: what was asked for, what is in focus, or what comes next."""

from collections.abc import Mapping, Sequence
from datetime import date

from ministrack.domain.filters import OneOf
from ministrack.domain.lists import ListQuery
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.record import Ref
from ministrack.edits.coming import next_meeting
from ministrack.reports.papers import PaperKind
from ministrack.reports.request import Need
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.papers.choices import is_there
from ministrack.ui.dialogs.papers.remembered import Kept

_BY_TABLE = {"meeting": Need.MEETING, "party": Need.PARTY, "series": Need.SERIES}


def suits(kind: PaperKind, refs: Sequence[Ref]) -> bool:
    """Whether a kind of paper can be about these records: one, or two meetings."""
    known = (*kind.needs, *kind.offers)
    if len(refs) > 1:
        return Need.SECOND_MEETING in known
    return all(_BY_TABLE.get(ref.table) in known for ref in refs)


def beginning(desk: Desk, kind: PaperKind, asked: Sequence[Ref], kept: Kept) -> Mapping[Need, str]:
    """What fills in the fields of a kind.

    What a paper may be about is filled in only where it was asked for; what it has to be about also from
    the focus, from the last time, and with the next meeting.
    """
    known = (*kind.needs, *kind.offers)
    found = {
        need: ref.id for ref in asked if (need := _BY_TABLE.get(ref.table)) is not None and need in known
    }
    focus = desk.focus.record
    if focus is not None and _BY_TABLE.get(focus.table) in kind.needs:
        found.setdefault(_BY_TABLE[focus.table], focus.id)
    if Need.SECOND_MEETING in kind.needs:
        meetings = [ref.id for ref in asked if ref.table == "meeting"] or [*found.values()]
        found = _two(desk, meetings)
    remembered = dict(kept.records)
    for need in kind.needs:
        identity = remembered.get(need.name)
        if need not in found and identity and is_there(desk, need, identity):
            found[need] = identity
    if Need.SERIES in kind.needs and Need.SERIES not in found:
        found |= _series(desk, focus)
    if Need.MEETING not in kind.needs or Need.MEETING in found:
        return found
    if Need.SECOND_MEETING in kind.needs:
        return _two(desk, _last_held(desk))
    coming = next_meeting(desk.read, date.today())
    return {**found, Need.MEETING: coming} if coming else found


def _series(desk: Desk, focus: Ref | None) -> dict[Need, str]:
    """The series of the meeting in focus, or the only one there is."""
    meeting = desk.read.get(Meeting, focus.id) if focus is not None and focus.table == "meeting" else None
    if meeting is not None and meeting.series is not None:
        return {Need.SERIES: meeting.series}
    rows = desk.read.rows(ListQuery("series", ()), 2)
    return {Need.SERIES: str(rows[0]["id"])} if len(rows) == 1 else {}


def _last_held(desk: Desk) -> list[str]:
    """The meeting that was held last; none where none was."""
    held = OneOf("status", (MeetingStatus.HELD.value,))
    rows = desk.read.rows(ListQuery("meeting", (), held, "date", descending=True), 1)
    return [str(row["id"]) for row in rows]


def _two(desk: Desk, meetings: Sequence[str]) -> dict[Need, str]:
    """Two meetings, the earlier one first; or one with the meeting before it, where that is recorded."""
    found = [meeting for each in meetings if (meeting := desk.read.get(Meeting, each)) is not None]
    if len(found) == 1 and found[0].previous is not None:
        return {Need.MEETING: found[0].previous, Need.SECOND_MEETING: found[0].id}
    found.sort(key=lambda meeting: str(_first_day(desk, meeting) or ""))
    return {need: each.id for need, each in zip((Need.MEETING, Need.SECOND_MEETING), found, strict=False)}


def _first_day(desk: Desk, meeting: Meeting) -> object:
    row = desk.read.row(Ref("meeting", meeting.id), ("date_first",))
    return row["date_first"] if row is not None else None
