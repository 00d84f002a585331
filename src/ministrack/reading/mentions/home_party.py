"""The country whose people a report names without their country: that of whoever wrote it."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence

from ministrack.domain.language import N_
from ministrack.reading.mention import PartyForm, PartyMention
from ministrack.reading.mentions.cities import find_cities
from ministrack.reading.prose import Prose

FROM_PUBLISHER = N_("the country of whoever published the report")
FROM_ADDRESS = N_("the country of whoever published the report, which does not speak of it")
FROM_DATELINE = N_("the country where the report was written")
FROM_LANGUAGE = N_("the country of the language of the report")
FROM_WHOLE_REPORT = N_("the country that the whole report is about")
FROM_REPORT = N_("the country that the report speaks of most")

_HOST = re.compile(
    r"(?:\.(?:gov|govt|go|gob|gouv|gub)\.(?P<land>[a-z]{2})\b)|(?:\.(?P<us>gov|mil)(?:[/\s'\"]|$))"
)
_DATELINE = re.compile(r"\W*[^\W\d_][\w’' .-]{1,30},\s*")
_AFTER_DATELINE = re.compile(r"\s*(?:[,.;:(–—-]|$)", re.MULTILINE)
_ENDS_LINE = re.compile(r"\W*(?:\n|$)")
_OF_STATE = re.compile(
    r"minist|president|secretary|ambassador|attorney|nation|state|govern|parliament|department", re.IGNORECASE
)
_CITY_AND_DATE = re.compile(r"\W*(?P<city>[^\W\d_][\w’' .-]{1,30}),\s*(?:[^\W\d_]+,?\s+){0,2}\d")
_FEW_STATES = 3  # the talks of so many are told by one of them
_HEAD_BLOCKS, _SHORT_LINE = 6, 90
_HEAD_OF_TEXT = 3000  # characters of what was given, in which an address of its source may stand


def is_state(code: str) -> bool:
    """Whether the code of a party is that of a country."""
    return len(code) == 2 and code.isupper() and code not in ("EU", "UN")


def parties_within(parties: Sequence[PartyMention], start: int, stop: int) -> Sequence[PartyMention]:
    """Those that begin in a stretch of the text."""
    first = bisect_left(parties, start, key=lambda each: each.start)
    last = bisect_left(parties, stop, key=lambda each: each.start)
    return parties[first:last]


def home_party(prose: Prose, parties: Sequence[PartyMention], taken: Collection[str]) -> tuple[str, str]:
    """The country whose people need no country beside their names, and on what that rests."""
    found = _published_in(prose) or _published_by(prose, parties)
    if found:
        is_spoken_of = any(party.code == found for party in parties)
        return found, FROM_PUBLISHER if is_spoken_of else FROM_ADDRESS
    home = prose.lexicon.section("delegations").get("home")
    if home:
        return str(home), FROM_LANGUAGE
    counts = Counter(party.code for party in parties if is_state(party.code))
    free = Counter({code: count for code, count in counts.items() if code not in taken})
    visited = _visited(prose, parties)
    free = Counter({code: count for code, count in free.items() if code not in visited}) or free
    most = _most(free)
    if most:
        is_whole = _is_by_far(most, counts) and most not in visited
        return most, FROM_WHOLE_REPORT if is_whole else FROM_REPORT
    written = _written_in(prose, parties)
    if written:
        return written, FROM_DATELINE
    return (_most(counts), FROM_REPORT) if len(counts) == 1 else ("", "")


def _visited(prose: Prose, parties: Sequence[PartyMention]) -> set[str]:
    """The countries that people of the report go to."""
    pattern = prose.lexicon.section("delegations").get("visited_pattern")
    before = re.compile(str(pattern) if pattern else r"(?!)", re.IGNORECASE)
    return {
        party.code
        for party in parties
        if party.form is PartyForm.NAME and before.search(prose.text, max(0, party.start - 40), party.start)
    }


def ground_for(title: str, ground: str) -> str:
    """The ground for one person: an office of a state is of the country that published the report."""
    return FROM_PUBLISHER if ground == FROM_ADDRESS and _OF_STATE.search(title) else ground


def _written_in(prose: Prose, parties: Sequence[PartyMention]) -> str:
    """The country of a dateline: "BAKU, Azerbaijan, October 16"."""
    for block in prose.report.blocks[:5]:
        for party in parties_within(parties, block.start, min(block.stop, block.start + 60))[:1]:
            is_dateline = _DATELINE.fullmatch(prose.text, block.start, party.start)
            if is_dateline and is_state(party.code) and _AFTER_DATELINE.match(prose.text, party.stop):
                return party.code
    return _city_of_dateline(prose, parties)


def _city_of_dateline(prose: Prose, parties: Sequence[PartyMention]) -> str:
    """The country of "Oslo, 4 February 2026", where the report speaks of it and of few others."""
    states = {party.code for party in parties if is_state(party.code)}
    for block in prose.report.blocks[:5] if len(states) <= _FEW_STATES else ():
        found = _CITY_AND_DATE.match(prose.text, block.start, block.stop)
        cities = find_cities(found["city"]) if found else ()
        countries = {each.city.country for each in cities if each.city.country in states}
        if len(countries) == 1:
            return countries.pop() or ""
    return ""


def _published_by(prose: Prose, parties: Sequence[PartyMention]) -> str:
    """The country in the line of a publisher: "Department of Justice Canada"."""
    words = prose.lexicon.section("delegations")
    named = words.get("publishers")
    pattern = words.get("publisher_pattern")
    office = re.compile(str(pattern), re.IGNORECASE) if pattern else None
    for block in prose.report.blocks[:_HEAD_BLOCKS]:
        line = prose.text[block.start : block.stop].strip()
        if isinstance(named, dict) and line.removeprefix("The ").removeprefix("the ") in named:
            return str(named[line.removeprefix("The ").removeprefix("the ")])
        inside = parties_within(parties, block.start, block.stop)
        is_short = len(line) < _SHORT_LINE and len(inside) == 1 and is_state(inside[0].code)
        if (
            is_short
            and office is not None
            and office.search(line)
            and _ENDS_LINE.match(prose.text, inside[0].stop)
        ):
            return inside[0].code
    return ""


def _published_in(prose: Prose) -> str:
    about = prose.report.about
    for where in (about.address, about.publisher, prose.report.given[:_HEAD_OF_TEXT]):
        found = _HOST.search(where)
        if found:
            code = "US" if found["us"] else found["land"].upper()
            return {"UK": "GB"}.get(code, code)
    known = prose.lexicon.section("delegations").get("publisher_addresses")
    given = f"{about.address} {prose.report.given[:_HEAD_OF_TEXT]}"
    entries = known.items() if isinstance(known, dict) else ()
    return next((str(code) for words, code in entries if f"{words}/" in given), "")


def _most(counts: Counter[str]) -> str:
    """What is counted most, more than once, and more often than anything else."""
    best = counts.most_common(2)
    is_clear = bool(best) and best[0][1] > 1 and (len(best) == 1 or best[0][1] > best[1][1])
    return best[0][0] if is_clear else ""


def _is_by_far(code: str, counts: Counter[str]) -> bool:
    others = max((count for other, count in counts.items() if other != code), default=0)
    return counts[code] > 2 * max(others, 1)
