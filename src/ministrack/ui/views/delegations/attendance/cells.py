"""What a cell of the matrix shows and says: level, person, marks and trend, or why there is nothing."""

from collections.abc import Mapping

from ministrack.domain.attendance import DEPUTY_MINISTER, Seat, Trend, stands_in
from ministrack.domain.delegation import Part, Presence, Role
from ministrack.domain.language import N_, tr
from ministrack.domain.levels import BELOW_MINISTER
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.values import dataclass
from ministrack.ui.naming import dotted
from ministrack.ui.style.theme import Tone
from ministrack.ui.tones import of_choice, of_level
from ministrack.ui.views.delegations.attendance.axes import MeetingLine
from ministrack.ui.views.delegations.attendance.party_axis import PartyLine

CHAIR = "gavel"
HOST = "landmark"
"""Names of icons."""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One cell: a pill and words beside it; `words` is all of it, spoken.

    `is_open` draws the pill with a dashed edge: said of a meeting to come, or not known for certain.
    `marks` are icons behind the words; `trend` is an arrow before them.
    """

    text: str = ""
    pill: str = ""
    tone: Tone = Tone.NEUTRAL
    is_open: bool = False
    is_soft: bool = False
    marks: tuple[str, ...] = ()
    trend: Trend = Trend.UNKNOWN
    words: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """How a seat compares with the one before; `with_what` is that meeting in words, when it is asked for."""

    trend: Trend = Trend.UNKNOWN
    with_what: str = ""


def empty_cell(party: PartyLine, meeting: MeetingLine) -> MatrixCell:
    """No delegation is recorded: not the same as absent."""
    text = tr(_MISSING.get(meeting.status, _TO_COME))
    if meeting.host == party.id:
        words = tr("host, {rest}", rest=text)
    elif not meeting.host and meeting.country == party.id:  # who hosts in person is not said
        words = tr("host country, {rest}", rest=text)
    else:
        return MatrixCell(text, is_soft=True, words=text)
    return MatrixCell(text, is_soft=True, marks=(HOST,), words=words)


def seat_cell(seat: Seat, meeting: MeetingLine, compared: Compared, *, deputies_count: bool) -> MatrixCell:
    """A delegation that is recorded."""
    marks = ((CHAIR,) if seat.chairing else ()) + ((HOST,) if _hosts(seat, meeting) else ())
    words = _spoken(seat, meeting, compared, deputies_count=deputies_count)
    if seat.status is Presence.ABSENT:
        pill, tone = of_choice(Presence, seat.status.value)
        return MatrixCell("", pill, tone, marks=marks, words=words)
    if seat.status is not Presence.ATTENDED:
        return _not_yet(seat, marks, words)
    if not seat.level:
        text = seat.head or tr("level not recorded")
        pill = tr("Attended")
        return MatrixCell(text, pill, marks=marks, is_soft=not seat.head, words=words)
    counts = deputies_count and _stands_in(seat)
    level, tone = of_level(seat.level, seat.level_name)
    return MatrixCell(
        seat.head or tr("not named"),
        tr("{level}*", level=level) if counts else level,
        Tone.HELD if counts else tone,
        is_soft=not seat.head,
        marks=marks,
        trend=compared.trend,
        words=words,
    )


def _not_yet(seat: Seat, marks: tuple[str, ...], words: str) -> MatrixCell:
    """Invited, expected, or not known whether they came: the status first, then who it would be."""
    level = tr(seat.level_name) if seat.level_name else ""
    who = dotted((seat.head, level))
    tone = Tone.PLANNED if seat.status is Presence.EXPECTED else Tone.NEUTRAL
    pill, _ = of_choice(Presence, seat.status.value)
    return MatrixCell(who, pill, tone, is_open=True, marks=marks, words=words)


def _spoken(seat: Seat, meeting: MeetingLine, compared: Compared, *, deputies_count: bool) -> str:
    """Attendance, level, person, role and trend, as a sentence would list them."""
    person = tr("{name} ({title})", name=seat.head, title=seat.title) if seat.title else seat.head
    parts = (
        _status_in_words(seat),
        tr(seat.level_name) if seat.level_name else tr("level not recorded") if seat.has_attended else "",
        _level_in_words(seat, deputies_count=deputies_count),
        person,
        of_choice(Role, seat.chairing.value)[0].lower() if seat.chairing else "",
        _part_in_words(seat, meeting),
        tr(_TRENDS[compared.trend], meeting=compared.with_what) if compared.with_what else "",
    )
    return ", ".join(part for part in parts if part)


def _status_in_words(seat: Seat) -> str:
    if seat.status is Presence.UNKNOWN:
        return tr("attendance not known")
    return of_choice(Presence, seat.status.value)[0].lower()


def _level_in_words(seat: Seat, *, deputies_count: bool) -> str:
    if deputies_count and _stands_in(seat):
        return tr("counts at minister level, as no minister came")
    return tr("below minister level") if seat.level in BELOW_MINISTER else ""


def _part_in_words(seat: Seat, meeting: MeetingLine) -> str:
    if _hosts(seat, meeting):
        return tr("host")
    return "" if seat.part is Part.MEMBER else of_choice(Part, seat.part.value)[0].lower()


def _hosts(seat: Seat, meeting: MeetingLine) -> bool:
    return seat.part is Part.HOST or (bool(seat.party) and meeting.host == seat.party)


def _stands_in(seat: Seat) -> bool:
    return seat.has_attended and seat.level == DEPUTY_MINISTER and stands_in(seat.levels)


_TO_COME = N_("not yet named")
_MISSING: Mapping[MeetingStatus, str] = {
    MeetingStatus.HELD: N_("not recorded"),
    MeetingStatus.CANCELLED: N_("not held"),
}
_TRENDS: Mapping[Trend, str] = {
    Trend.HIGHER: N_("higher than at {meeting}"),
    Trend.LOWER: N_("lower than at {meeting}"),
    Trend.LEVEL: N_("same level as at {meeting}"),
}
