"""Dates as people read them. Needed before the first window is drawn: no parser and no locale data here."""

import re
from datetime import date

from ministrack.domain.date_spans import Precision, Span, span
from ministrack.domain.date_tables import words_of
from ministrack.domain.date_words import DateWords
from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr

_ONE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%]?)")
_DECADE = re.compile(r"(\d{3})X([?~%]?)")


def show(edtf: str, language: str = "en") -> str:
    """A date in the shortest clear form: "20 Nov 2025", "17–18 Oct 2025", "about 2026", "from 2026".

    understand() reads it back to the same date. Text that is no common date is returned unchanged.
    """
    words = words_of(language)
    return _text(edtf, words, words.months_short)


def show_long(edtf: str, language: str = "en") -> str:
    """Like show(), with the names of months in full: "20 November 2025"."""
    words = words_of(language)
    return _text(edtf, words, words.months_long)


def explain(edtf: str, language: str = "en") -> str:
    """What is known, in full sentences: "Some day between 1 January and 31 December 2026."

    Text that is no date gives the reason instead of raising InvalidValue.
    """
    if not edtf:
        return tr("No date is given.")
    try:
        covered = span(edtf)
    except InvalidValue as error:
        return str(error)
    sentences = [_extent(covered, edtf, language)]
    if covered.uncertain:
        sentences.append(tr("The source is not sure of it."))
    if covered.approximate:
        sentences.append(tr("It is approximate: it may lie somewhat outside."))
    return " ".join(sentences)


def _extent(covered: Span, edtf: str, language: str) -> str:
    first, last = covered.first, covered.last
    if first is None or last is None:
        return _open_extent(first or "", last or "", language)
    end = show_long(last, language)
    if covered.precision is Precision.DAY:
        sure = not covered.uncertain and not covered.approximate
        return tr("The day is known: {day}.", day=end) if sure else tr("One day: {day}.", day=end)
    begin = _without_repetition(first, last, language)
    if covered.precision is not Precision.INTERVAL:
        return tr("Some day between {first} and {last}.", first=begin, last=end)
    if all(len(part.rstrip("?~%")) == 10 for part in edtf.split("/")):
        return tr("Every day from {first} to {last}.", first=begin, last=end)
    return tr(
        "Some time from {first} to {last}; the exact first and last days are not known.",
        first=begin,
        last=end,
    )


def _open_extent(first: str, last: str, language: str) -> str:
    if last:
        return tr("Until {last} at the latest; no beginning is given.", last=show_long(last, language))
    return tr("From {first} at the earliest; no end is given.", first=show_long(first, language))


def _without_repetition(first: str, last: str, language: str) -> str:
    """The first day without the month and year that the last day says anyway: "17", "1 January"."""
    if first[:7] == last[:7]:
        return str(int(first[8:]))
    text = show_long(first, language)
    return text.removesuffix(f" {first[:4]}") if first[:4] == last[:4] else text


def _text(edtf: str, words: DateWords, months: tuple[str, ...]) -> str:
    first, slash, last = edtf.partition("/")
    if not slash:
        return _one(edtf, words, months) or edtf
    begin, end = _one(first, words, months), _one(last, words, months)
    if first == ".." and end:
        return words.until.format(date=end)
    if last == ".." and begin:
        return words.since.format(date=begin)
    if not begin or not end:
        return edtf
    return _compact(first, last, words, months) or f"{begin} – {end}"


def _compact(first: str, last: str, words: DateWords, months: tuple[str, ...]) -> str | None:
    """An interval whose ends share a year or month, written once: "17–18 Oct 2025", "Sep – Oct 2025"."""
    begin, end = _ONE.fullmatch(first), _ONE.fullmatch(last)
    if not begin or not end or begin[4] != end[4]:
        return None
    mark = begin[4]
    if not begin[2] and not end[2] and not mark and begin[1] != end[1]:
        return f"{begin[1]}–{end[1]}"
    same_year = begin[1] == end[1] and _is_month(begin[2]) and _is_month(end[2])
    if not same_year or bool(begin[3]) != bool(end[3]) or first >= last:
        return None
    if begin[3] and begin[2] == end[2]:
        both = f"{int(begin[3])}–{int(end[3])} {months[int(end[2]) - 1]} {end[1]}"
    elif begin[3]:
        opening = f"{int(begin[3])} {months[int(begin[2]) - 1]}"
        both = f"{opening} – {int(end[3])} {months[int(end[2]) - 1]} {end[1]}"
    else:
        alone = words.months_alone or months
        both = f"{alone[int(begin[2]) - 1]} – {alone[int(end[2]) - 1]} {end[1]}"
    return _marked(both, mark, words)


def _is_month(text: str | None) -> bool:
    return text is not None and 1 <= int(text) <= 12


def _one(edtf: str, words: DateWords, months: tuple[str, ...]) -> str | None:
    """One date without its interval, or None where it is not one of the common forms."""
    if decade := _DECADE.fullmatch(edtf):
        return _marked(words.decade.format(year=f"{decade[1]}0"), decade[2], words)
    found = _ONE.fullmatch(edtf)
    if not found:
        return None
    year, month, day, mark = found.groups()
    if day:
        text = _day(int(year), int(month), int(day), months)
    elif month:
        text = _part(year, int(month), words, months)
    else:
        text = year
    return _marked(text, mark, words) if text else None


def _day(year: int, month: int, day: int, months: tuple[str, ...]) -> str | None:
    try:
        date(year, month, day)
    except ValueError:
        return None
    return f"{day} {months[month - 1]} {year:04}"


def _part(year: str, number: int, words: DateWords, months: tuple[str, ...]) -> str | None:
    if 1 <= number <= 12:
        return f"{(words.months_alone or months)[number - 1]} {year}"
    if 21 <= number <= 24:
        return words.season.format(season=words.seasons[number - 21], year=year)
    if 33 <= number <= 36:
        return words.quarter.format(n=number - 32, year=year)
    if number in (40, 41):
        return words.half[number - 40].format(year=year)
    return None


def _marked(text: str, mark: str, words: DateWords) -> str:
    if mark in ("~", "%"):
        text = words.about.format(date=text)
    if mark in ("?", "%"):
        text = words.uncertain.format(date=text)
    return text
