"""How far away a date is, in words: "in 12 days", "some day until 31 December 2026", "3 days ago"."""

from datetime import date

from ministrack.domain.date_showing import show_long
from ministrack.domain.date_spans import Precision, span
from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr, trn

_DAYS_IN_WORDS = 60  # beyond that people count months
_DAYS_IN_MONTH = 30.44


def distance(edtf: str, today: date, language: str = "en") -> str:
    """How far the date is from today, never more precise than the date. Empty for what is no date."""
    try:
        covered = span(edtf)
    except InvalidValue:
        return ""
    if covered.last is not None and covered.last < today.isoformat():
        return _gone(covered.last, covered.precision is Precision.DAY, today, language)
    if covered.precision is Precision.DAY and covered.first is not None:
        return _to_come((date.fromisoformat(covered.first) - today).days)
    if covered.last is None:
        return _from(covered.first, today, language)
    if covered.first is None or covered.first <= today.isoformat():
        return tr("some day until {day}", day=show_long(covered.last, language))
    return tr(
        "some day from {first} to {last}",
        first=show_long(covered.first, language),
        last=show_long(covered.last, language),
    )


def _from(first: str | None, today: date, language: str) -> str:
    if first is None or first <= today.isoformat():
        return tr("some day")
    return tr("some day from {day}", day=show_long(first, language))


def _to_come(days: int) -> str:
    if days == 0:
        return tr("today")
    if days == 1:
        return tr("tomorrow")
    if days <= _DAYS_IN_WORDS:
        return trn("in {n} day", "in {n} days", days)
    return trn("in about {n} month", "in about {n} months", round(days / _DAYS_IN_MONTH))


def _gone(last: str, is_day: bool, today: date, language: str) -> str:
    days = (today - date.fromisoformat(last)).days
    if not is_day:
        return tr("until {day} at the latest", day=show_long(last, language))
    if days == 1:
        return tr("yesterday")
    if days <= _DAYS_IN_WORDS:
        return trn("{n} day ago", "{n} days ago", days)
    return show_long(last, language)
