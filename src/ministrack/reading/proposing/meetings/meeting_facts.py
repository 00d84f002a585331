"""Fields of a meeting from the dates and places that belong to it."""

import re
from collections.abc import Sequence
from datetime import date

from ministrack.domain.date_spans import Precision, span
from ministrack.domain.proposal import Said
from ministrack.reading.findings import Findings
from ministrack.reading.mention import DateMention, PartyForm, PlaceMention
from ministrack.reading.proposing.meetings.attaching import Attached
from ministrack.reading.proposing.meetings.occasion_words import occasion_words
from ministrack.reading.proposing.meetings.occasions import Occasion
from ministrack.reading.proposing.quoting import said_in

_LOOSE = (Precision.DECADE, Precision.CENTURY)
_WEEK = 6  # days from Monday to Sunday
_YEAR = re.compile(r",?\s+(?:19|20)\d\d$")
_YEARS = re.compile(r"\d{4}/\d{4}")  # of a programme: no meeting lasts for years
_OPEN_YEAR = re.compile(r"\.\./(\d{4})")


def date_fields(found: Findings, facts: Sequence[Attached]) -> dict[str, Said]:
    """The date: the closest of those that are given, the first of two that are equally close."""
    dates = [each for each in facts if isinstance(each.what, DateMention) and not _is_loose(each.what.edtf)]
    dates.sort(key=lambda each: (_is_in_name(each), _looseness(each.what)))
    if not dates:
        return {}
    first = dates[0]
    return {
        "date": said_in(
            found.prose,
            first.sentence,
            _value(first.what, found.prose.anchor),
            first.what.start,
            first.what.stop,
        )
    }


def place_fields(found: Findings, facts: Sequence[Attached]) -> dict[str, Said]:
    """City and country: of the first city that is given, else the first country."""
    places = [each for each in facts if isinstance(each.what, PlaceMention)]
    best = next((each for each in places if _city(each)), next(iter(places), None))
    if best is None or not isinstance(best.what, PlaceMention):
        return {}
    fields = {}
    for name, value in (("city", best.what.city), ("country", best.what.country)):
        if value:
            fields[name] = said_in(found.prose, best.sentence, value, best.what.start, best.what.stop)
    return fields


def _city(each: Attached) -> str:
    return each.what.city if isinstance(each.what, PlaceMention) else ""


def country_is_told(found: Findings, place: Said) -> bool:
    """Whether the words of a place name the country, or it follows from the city alone."""
    words = place.words
    named = (PartyForm.NAME, PartyForm.ADJECTIVE)
    return words is not None and any(
        each.code == place.value
        and each.form in named
        and each.start < words.stop
        and words.start < each.stop
        for each in found.parties
    )


def organisation_field(found: Findings, mentions: Sequence[Occasion]) -> dict[str, Said]:
    """The organisation in the name of the meeting, or whose ministers hold a meeting without a name."""
    organisations = [each for each in found.parties if each.form is PartyForm.ORGANISATION]
    for each in mentions:
        for party in organisations:
            if each.start <= party.start < each.stop:
                return {
                    "organisation": said_in(found.prose, each.sentence, party.code, party.start, party.stop)
                }
    unnamed = [each for each in mentions if not each.is_named]
    members = occasion_words(found.prose.lexicon.language).members
    for each in unnamed:
        for party in organisations:
            inside = each.sentence.start <= party.start < each.sentence.stop
            if inside and members.search(
                found.prose.text, max(each.sentence.start, party.start - 80), party.start
            ):
                return {
                    "organisation": said_in(found.prose, each.sentence, party.code, party.start, party.stop)
                }
    return {}


def series_field(found: Findings, name: Said, number: Said | None) -> dict[str, Said]:
    """What the series is called: the name of a numbered meeting, without its number and its year."""
    words, ordinal = name.words, number.words if number else None
    if words is None or ordinal is None or not words.start <= ordinal.start < words.stop:
        return {}
    before, after = name.value[: ordinal.start - words.start], words.text[ordinal.stop - words.start :]
    light = occasion_words(found.prose.lexicon.language).light
    named = [word.strip("-‑") for word in _YEAR.sub("", f"{before} {after}").split()]
    while named and named[0].lower() in light:
        named = named[1:]
    return {"series": Said(" ".join(named), name.quote, words)} if len(named) > 1 else {}


def _is_loose(edtf: str) -> bool:
    return span(edtf).precision in _LOOSE or _YEARS.fullmatch(edtf) is not None


def _is_in_name(each: Attached) -> bool:
    return each.occasion is not None and each.occasion.start <= each.what.start < each.occasion.stop


def _looseness(what: object) -> int:
    """How loose a date is: days and spans of days first."""
    if not isinstance(what, DateMention):
        return 0
    precision = span(what.edtf).precision
    if precision in (Precision.DAY, Precision.INTERVAL):
        return int(what.is_relative and precision is Precision.INTERVAL and _is_week(what.edtf))
    return 2 if precision in (Precision.YEAR, Precision.OPEN) else 1


def _is_week(edtf: str) -> bool:
    """Whether some day of a week is meant ("this week"), not all of its days."""
    covered = span(edtf)
    first, last = (date.fromisoformat(end or "0001-01-01") for end in (covered.first, covered.last))
    return (last - first).days == _WEEK


def _value(what: object, anchor: date | None) -> str:
    """The date; "by the end of this year" is this year for what is still to come."""
    edtf = what.edtf if isinstance(what, DateMention) else ""
    until = _OPEN_YEAR.fullmatch(edtf)
    return until[1] if until and anchor and anchor.year == int(until[1]) else edtf
