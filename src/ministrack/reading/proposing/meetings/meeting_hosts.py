"""Who hosts a meeting, how people take part in it, where it is held and under which theme."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from ministrack.domain.proposal import Said
from ministrack.domain.values import dataclass
from ministrack.reading.findings import Findings
from ministrack.reading.lexicon import lexicon
from ministrack.reading.mention import PartyForm, PartyMention
from ministrack.reading.proposing.meetings.occasion_words import any_of, choice, pattern
from ministrack.reading.proposing.quoting import said_in
from ministrack.reading.prose import Sentence

_REACH = 60


@dataclass(frozen=True, slots=True)
class _Words:
    hosted_by: re.Pattern[str]
    hosts: re.Pattern[str]
    next_chairs: re.Pattern[str]
    offered: re.Pattern[str]
    hospitality: re.Pattern[str]
    hybrid: re.Pattern[str]
    virtual: re.Pattern[str]
    in_person: re.Pattern[str]
    venue: re.Pattern[str]
    theme: re.Pattern[str]


def host_field(found: Findings, sentences: Iterable[Sentence]) -> dict[str, Said]:
    """The country that hosts: "hosted by Australia", "the offer of Cambodia to host"."""
    words = _words(found.prose.lexicon.language)
    for sentence in sentences:
        host = _host(found, sentence, words)
        if host is not None:
            return {"host": said_in(found.prose, sentence, host.code, host.start, host.stop)}
    return {}


def _host(found: Findings, sentence: Sentence, words: _Words) -> PartyMention | None:
    text = found.prose.text
    first = bisect_left(found.parties, sentence.start, key=lambda each: each.start)
    for party in found.parties[first:]:
        if party.start >= sentence.stop:
            return None
        if party.form is PartyForm.ADJECTIVE:
            continue
        before = text[max(sentence.start, party.start - _REACH) : party.start]
        after = text[party.stop : min(sentence.stop, party.stop + _REACH)]
        if words.hosted_by.search(before) or words.hosts.match(after) or words.hospitality.match(after):
            return party
        if words.offered.search(before):
            return party
    return None


def next_chair(found: Findings, sentence: Sentence) -> Said | None:
    """The country that has the chair by then: "reconvening under the presidency of Croatia"."""
    words = _words(found.prose.lexicon.language)
    first = bisect_left(found.parties, sentence.start, key=lambda each: each.start)
    for party in found.parties[first:]:
        if party.start >= sentence.stop:
            break
        before = found.prose.text[max(sentence.start, party.start - _REACH) : party.start]
        if party.form is PartyForm.NAME and words.next_chairs.search(before):
            return said_in(found.prose, sentence, party.code, party.start, party.stop)
    return None


def mode_field(found: Findings, sentences: Iterable[Sentence]) -> dict[str, Said]:
    """Whether people meet in person, by video, or both."""
    words = _words(found.prose.lexicon.language)
    modes = (("hybrid", words.hybrid), ("virtual", words.virtual), ("in person", words.in_person))
    for sentence in sentences:
        for mode, wanted in modes:
            match = wanted.search(found.prose.text, sentence.start, sentence.stop)
            if match and found.prose.text[match.start() - 1 : match.start()] != "(":
                return {"mode": said_in(found.prose, sentence, mode, match.start(), match.end())}
    return {}


def venue_field(found: Findings, sentences: Iterable[Sentence]) -> dict[str, Said]:
    """The house in which a meeting is held."""
    return _named(found, sentences, "venue")


def theme_field(found: Findings, sentences: Iterable[Sentence]) -> dict[str, Said]:
    """The theme that a meeting is given."""
    return _named(found, sentences, "theme")


def _named(found: Findings, sentences: Iterable[Sentence], name: str) -> dict[str, Said]:
    wanted: re.Pattern[str] = getattr(_words(found.prose.lexicon.language), name)
    for sentence in sentences:
        match = wanted.search(found.prose.text, sentence.start, sentence.stop)
        if match:
            value = " ".join(match[name].split())
            return {name: said_in(found.prose, sentence, value, match.start(name), match.end(name))}
    return {}


@cache
def _words(language: str) -> _Words:
    held = lexicon(language)

    def listed(name: str) -> str:
        return choice(held.words("meetings", name))

    return _Words(
        hosted_by=re.compile(rf"\b{listed('hosted_by')}\s*$", re.IGNORECASE),
        next_chairs=re.compile(rf"\b{listed('next_chairs')}\s*$", re.IGNORECASE),
        hosts=re.compile(rf"(?:,[^,]{{0,50}},)?\s*{listed('hosts')}(?!\w)(?!\s+by\b)", re.IGNORECASE),
        offered=re.compile(rf"\b{listed('offered')}\s*$", re.IGNORECASE),
        hospitality=re.compile(rf"(?:[’']s?)?\s+{listed('hospitality')}", re.IGNORECASE),
        hybrid=any_of(held.words("meetings", "hybrid")),
        virtual=any_of(held.words("meetings", "virtual")),
        in_person=any_of(held.words("meetings", "in_person")),
        venue=re.compile(pattern(held, "venue_pattern")),
        theme=re.compile(pattern(held, "theme_pattern")),
    )
