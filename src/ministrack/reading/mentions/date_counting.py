"""What a date means: EDTF, counted from the report's own day where the words need it."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from ministrack.domain.date_spans import span
from ministrack.domain.errors import InvalidValue
from ministrack.reading.mentions.date_forms import DateForms, Form
from ministrack.reading.mentions.tense import Tense

_NEAR = timedelta(days=31)
"""A day this near to the report's own is meant, whatever the tense: verbs are read less surely than days."""
_LEEWAY = timedelta(days=1)
"""Reports are dated in the time of their own place."""
_SEASON, _QUARTER, _HALF = 21, 33, 40
"""EDTF writes parts of a year as months; these are the first of each kind."""
_SEASON_STARTS = (3, 6, 9, 12)
_DAYS_IN_WEEK = 7


class Counting:
    """Works out dates of one report. `tense` is asked only where it matters."""

    def __init__(self, forms: DateForms, anchor: date | None) -> None:
        self._forms = forms
        self._anchor = anchor

    def edtf(self, form: Form, tense: Callable[[], Tense]) -> str:
        """What the form means, empty where that is not known or no such day exists."""
        found = (
            self._calendar(form, tense) if form.has("day") or form.has("month") else self._other(form, tense)
        )
        try:
            if found:
                span(found)
        except InvalidValue:
            return ""
        return found

    def _calendar(self, form: Form, tense: Callable[[], Tense]) -> str:
        """Days and months, and spans of them; what one end does not say is that of the other."""
        month, month2 = (self._number(form, name) for name in ("month", "month2"))
        day, day2 = (_digits(form.found.get(name, "")) for name in ("day", "day2"))
        year, year2 = (_digits(form.found.get(name, "")) for name in ("year", "year2"))
        begin, end = month or month2, month2 or month
        is_span = bool(day2 or (month2 and month))
        back = bool(is_span and (end, day2) < (begin, day))
        if not (year or year2):
            year = self._year_of(begin, day, form, tense)
            if not year:
                return ""
        first = year or year2 - back
        start = _written(first, begin, day)
        return f"{start}/{_written(year2 or first + back, end, day2)}" if is_span else start

    def _number(self, form: Form, name: str) -> int:
        """The number of a month that is written in words or digits, 0 where there is none."""
        words = form.found.get(name, "")
        return _digits(words) or (self._forms.place("month", words) + 1 if words else 0)

    def _year_of(self, month: int, day: int, form: Form, tense: Callable[[], Tense]) -> int:
        """The year of a day or month that is written without one: seen from the report's own day."""
        anchor = self._anchor
        if anchor is None:
            return 0
        if form.has("turn", "year_word"):
            return anchor.year + self._turn(form)
        if form.has("turn"):
            return _turned_year(anchor, self._turn(form), month)
        around = (anchor.year - 1, anchor.year, anchor.year + 1)
        years = [year for year in around if _exists(year, month, day)]
        return _fitting(anchor, years, month, day, tense) if years else 0

    def _other(self, form: Form, tense: Callable[[], Tense]) -> str:
        """Parts of a year, years, and what counts from the report's day."""
        if form.has("decade"):
            return f"{form.found['decade']}X"
        if form.has("year"):
            return self._in_year(form, _digits(form.found["year"]))
        return self._from_anchor(form, self._anchor, tense) if self._anchor else ""

    def _from_anchor(self, form: Form, anchor: date, tense: Callable[[], Tense]) -> str:
        """What counts from the report's day alone."""
        for name, days in (("today", 0), ("yesterday", -1), ("tomorrow", 1)):
            if form.has(name):
                return (anchor + timedelta(days=days)).isoformat()
        if form.has("weekday"):
            return self._weekday(form, anchor, tense)
        if form.has("ago"):
            return f"{anchor.year - self._forms.place('number', form.found['number']) - 1:04}"
        if form.has("season"):
            return self._season(form, anchor, tense)
        return self._turned(form, anchor)

    def _in_year(self, form: Form, year: int) -> str:
        for name, first in (("season", _SEASON), ("quarter", _QUARTER), ("half", _HALF)):
            if form.has(name):
                return f"{year:04}-{first + self._forms.place(name, form.found[name])}"
        if form.has("year2"):
            return f"{year:04}/{form.found['year2']}"
        return f"../{year:04}" if form.has("until") else f"{year:04}"

    def _turn(self, form: Form) -> int:
        """-1 for what is past, 0 for this, 1 for what comes next."""
        return self._forms.place("turn", form.found["turn"]) - 1 if form.has("turn") else 0

    def _turned(self, form: Form, anchor: date) -> str:
        """Last year, this month, next week."""
        turn = self._turn(form)
        if form.has("year_word"):
            return self._in_year(form, anchor.year + turn)
        if form.has("month_word"):
            years, month = divmod(anchor.year * 12 + anchor.month - 1 + turn, 12)
            return _written(years, month + 1, 0)
        monday = anchor + timedelta(days=_DAYS_IN_WEEK * turn - anchor.weekday())
        return f"{monday.isoformat()}/{(monday + timedelta(days=_DAYS_IN_WEEK - 1)).isoformat()}"

    def _weekday(self, form: Form, anchor: date, tense: Callable[[], Tense]) -> str:
        """The nearest such day: back from the report's own day, on from it where the sentence looks ahead."""
        wanted = self._forms.place("weekday", form.found["weekday"])
        back = (anchor.weekday() - wanted) % _DAYS_IN_WEEK
        turn = self._turn(form)
        if turn > 0 or (not form.has("turn") and tense() is Tense.FUTURE):
            days = _DAYS_IN_WEEK - back if back or turn else 0
        elif turn < 0:
            days = -(back or _DAYS_IN_WEEK)
        else:
            days = _DAYS_IN_WEEK - back if form.has("turn") and back and tense() is Tense.FUTURE else -back
        return (anchor + timedelta(days=days)).isoformat()

    def _season(self, form: Form, anchor: date, tense: Callable[[], Tense]) -> str:
        place = self._forms.place("season", form.found["season"])
        year = self._year_of(_SEASON_STARTS[place], 0, form, tense)
        return f"{year:04}-{_SEASON + place}" if year else ""


def _fitting(anchor: date, years: list[int], month: int, day: int, tense: Callable[[], Tense]) -> int:
    """The year in which a day or month fits the report's own day and the tense."""
    firsts = {year: date(year, month, day or 1) for year in years}
    lasts = {year: date(year, month, day or monthrange(year, month)[1]) for year in years}
    nearest = min(years, key=lambda year: _distance(anchor, firsts[year], lasts[year]))
    if day and _distance(anchor, firsts[nearest], lasts[nearest]) <= _NEAR:
        return nearest
    told = tense()
    if told is Tense.PAST:
        return max((year for year in years if firsts[year] <= anchor + _LEEWAY), default=0)
    if told is Tense.FUTURE:
        return min((year for year in years if lasts[year] >= anchor - _LEEWAY), default=0)
    return nearest


def _turned_year(anchor: date, turn: int, month: int) -> int:
    """The year of "last October", "this October", "next October"."""
    if turn < 0:
        return anchor.year - (month >= anchor.month)
    return anchor.year + (turn > 0 and month <= anchor.month)


def _distance(anchor: date, first: date, last: date) -> timedelta:
    """How far a span of days is from the report's own."""
    return max(first - anchor, anchor - last, timedelta())


def _exists(year: int, month: int, day: int) -> bool:
    return date.min.year < year < date.max.year and day <= monthrange(year, month)[1]


def _digits(words: str) -> int:
    """The number that words begin with ("20th"), 0 where they do not."""
    digits = words[: next((at for at, sign in enumerate(words) if not sign.isdecimal()), len(words))]
    return int(digits or 0)


def _written(year: int, month: int, day: int) -> str:
    if not month:
        return f"{year:04}"
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"
