"""Where we stand: which meeting comes next, when and where as closely as it is known, and who is named."""

from ministrack.domain.date_distance import distance
from ministrack.domain.dates import Precision
from ministrack.domain.known_days import known_days
from ministrack.domain.language import interface_language
from ministrack.domain.lists import Row
from ministrack.domain.meeting import MeetingMode, MeetingStatus
from ministrack.reports.brief.gathering import Brief
from ministrack.reports.document import Block, Facts, Heading, Line, Tone, Words, plain, unknown
from ministrack.reports.meetings import about, place, when
from ministrack.reports.rows import label, text
from ministrack.reports.seats import presences
from ministrack.reports.tasks import is_overdue
from ministrack.reports.wording import Wording

_SURE = (MeetingStatus.PLANNED.value, MeetingStatus.ANNOUNCED.value, MeetingStatus.CONFIRMED.value)


def standing(brief: Brief) -> list[Block]:
    """The section."""
    words, meeting = brief.words, brief.meeting
    facts: list[tuple[str, Line]] = [
        (words("standing.when"), when_line(brief)),
        (words("standing.where"), _where(brief)),
        (words("standing.host"), _host(brief)),
        (words("standing.status"), _status(brief)),
        (words("standing.delegations"), _delegations(brief)),
        (words("standing.tasks"), _tasks(brief)),
    ]
    if meeting["mode"] != MeetingMode.UNKNOWN.value:
        facts.insert(3, (words("standing.mode"), plain(label(MeetingMode, meeting["mode"]))))
    if meeting["theme"]:
        facts.insert(0, (words("standing.theme"), plain(text(meeting["theme"]))))
    if meeting["series"]:
        facts.insert(0, (words("standing.series"), plain(brief.series.name)))
    if brief.announced:
        facts.insert(1 + bool(meeting["theme"]) + bool(meeting["series"]), _announced(brief))
    return [Heading(words("standing.heading")), Facts(facts)]


def _announced(brief: Brief) -> tuple[str, Line]:
    """What was announced before, for those who planned by it."""
    said = (
        brief.words("standing.plan", plan=step.in_words(), source=step.by, date=step.on)
        for step in brief.announced
    )
    return brief.words("standing.announced"), plain("; ".join(said))


def when_line(brief: Brief) -> Line:
    """The date with how far away it is, or that it is not known."""
    words, meeting, edtf = brief.words, brief.meeting, text(brief.meeting["date"])
    if not edtf:
        return unknown(words("standing.no_date"))
    date_said = Words(_with_weekday(words, meeting), note=brief.notes.of(about(meeting), "date"))
    line = (date_said, *_time(brief))
    if meeting["status"] == MeetingStatus.POSTPONED.value:
        return (*line, Words(words("standing.postponed"), Tone.UNKNOWN))
    if meeting["status"] == MeetingStatus.CANCELLED.value:
        return (*line, Words(words("standing.cancelled"), Tone.STRONG))
    if text(meeting["date_last"]) and text(meeting["date_last"]) < brief.today.isoformat():
        return (*line, Words(words("standing.passed"), Tone.UNKNOWN))
    if days := known_days(edtf):
        ahead = (days[0] - brief.today).days
        return (*line, Words(words.count("standing.days", ahead))) if ahead >= 0 else line
    left = distance(edtf, brief.today, interface_language())
    return (*line, Words(words("standing.no_day", left=left), Tone.UNKNOWN))


def _with_weekday(words: Wording, meeting: Row) -> str:
    """ "Tuesday, 8 December 2026"; a date that is no single day stands alone."""
    days = known_days(text(meeting["date"]))
    if meeting["date_precision"] != Precision.DAY.value or days is None:
        return when(meeting)
    # delayed: start-up time of papers without a known day
    from babel.dates import format_date

    weekday = format_date(days[0], "EEEE", locale=interface_language().replace("-", "_"))
    return words("standing.day", weekday=weekday, date=when(meeting))


def _time(brief: Brief) -> Line:
    said = text(brief.meeting["time"])
    return (Words(", "), *brief.words.line("standing.time", time=said)) if said else ()


def _where(brief: Brief) -> Line:
    words, meeting = brief.words, brief.meeting
    known = place(meeting)
    if not known:
        return unknown(words("not_known"))
    venue = (Words(text(meeting["venue"])), Words(", ")) if meeting["venue"] else ()
    line = (*venue, Words(known, note=brief.notes.of(about(meeting), "city", "country")))
    return line if meeting["city"] else (*line, Words(words("standing.no_city"), Tone.UNKNOWN))


def _host(brief: Brief) -> Line:
    host = text(brief.meeting["host_name"])
    if not host:
        return unknown(brief.words("not_recorded"))
    return (Words(host, note=brief.notes.of(about(brief.meeting), "host")),)


def _status(brief: Brief) -> Line:
    status = text(brief.meeting["status"])
    tone = Tone.PLAIN if status in _SURE else Tone.STRONG
    return (Words(label(MeetingStatus, status), tone, brief.notes.of(about(brief.meeting), "status")),)


def _delegations(brief: Brief) -> Line:
    if not brief.coming:
        return unknown(brief.words("standing.none_named"))
    said = (brief.words.count(f"standing.presence_{each.value}", n) for each, n in presences(brief.coming))
    return plain(", ".join(said))


def _tasks(brief: Brief) -> Line:
    words, total = brief.words, len(brief.tasks) + brief.more_tasks
    late = sum(bool(is_overdue(task, brief.today)) for task in brief.tasks)
    undated = sum(not task["due"] and not task["due_meeting"] for task in brief.tasks)
    parts: list[Words] = [Words(words.count("standing.open", total))]
    if total:
        tone = Tone.STRONG if late else Tone.PLAIN
        parts += [Words(", "), Words(words.count("standing.overdue", late), tone)]
    if undated and not brief.more_tasks:
        parts += [Words(", "), Words(words.count("standing.undated", undated), Tone.UNKNOWN)]
    return parts
