"""Days, months and entries of the calendar in words, for people and for assistive tools."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale

from ministrack.domain.date_spans import Precision, span
from ministrack.domain.dates import show_long
from ministrack.domain.language import interface_language, tr, trn
from ministrack.domain.months import Month
from ministrack.ui.day_words import day_in_words
from ministrack.ui.views.meetings.calendar.entries import Entry

_NAMED = 10  # entries of a day that are read out; the others are counted
_SPANS = (Precision.MONTH, Precision.SEASON, Precision.QUARTER, Precision.HALF, Precision.YEAR)


def month_in_words(month: Month) -> str:
    """ "November 2025"."""
    return show_long(f"{month.year:04}-{month.number:02}", interface_language())


def month_name(month: Month) -> str:
    """ "November"."""
    return QLocale(interface_language()).standaloneMonthName(month.number)


def count_of_month(count: int, month: Month) -> str:
    """ "2 meetings in November 2025"."""
    words = month_in_words(month)
    if not count:
        return tr("No meeting in {month}", month=words)
    return trn("{n} meeting in {month}", "{n} meetings in {month}", count, month=words)


def counts(entries: Sequence[Entry]) -> str:
    """ "1 meeting, 2 tasks due"."""
    meetings = sum(1 for entry in entries if entry.is_meeting)
    tasks = len(entries) - meetings
    parts = [trn("{n} meeting", "{n} meetings", meetings)] if meetings or not tasks else []
    if tasks:
        parts.append(trn("{n} task due", "{n} tasks due", tasks))
    return ", ".join(parts) if entries else tr("no meeting")


def spoken_day(day: date, entries: Sequence[Entry], *, is_today: bool) -> str:
    """A day with all that is on it."""
    said = tr("{day}, today", day=day_in_words(day)) if is_today else day_in_words(day)
    if not entries:
        return tr("{day}, {counts}", day=said, counts=counts(entries))
    listed = "; ".join(entry.spoken for entry in entries[:_NAMED])
    if len(entries) > _NAMED:
        listed = trn(
            "{entries} and {n} more", "{entries} and {n} more", len(entries) - _NAMED, entries=listed
        )
    return tr("{day}, {counts}: {entries}", day=said, counts=counts(entries), entries=listed)


def loose_heading(edtf: str) -> str:
    """Over meetings of which no more than this is known: "Some day in May 2026"."""
    covered = span(edtf)
    shown = show_long(edtf, interface_language())
    if covered.precision in _SPANS and not covered.uncertain and not covered.approximate:
        return tr("Some day in {date}", date=shown)
    return shown[:1].upper() + shown[1:]
