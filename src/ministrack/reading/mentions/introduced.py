"""Short names that a report itself gives to a party: "Organization of Turkic States (OTS)"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ministrack.domain.names import fold
from ministrack.domain.values import dataclass
from ministrack.reading.mention import PartyForm, PartyMention
from ministrack.reading.mentions.party_forms import PartyWords

_BRACKET = re.compile(
    r"\s?\((?:[a-z]+ )?[\"“”‘'*]*(?P<short>[^\W\d_][\w.&+-]{1,14}(?: [^\W\d_]+)?)[\"“”’'*]*\)"
)
_SHORT = re.compile(r"(?<=\s)\((?=(?:[a-z]+ )?[\"“‘']?[A-Z][A-Za-z-]*[A-Z][\"”’']?\))")
_REACH = 130  # characters before a bracket in which the name that it shortens begins
_WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True)
class Introduced:
    """Parties with the bracket that gives their short name, and the parties by these short names."""

    parties: tuple[PartyMention, ...]
    short: dict[str, PartyMention]


def introduced(text: str, known: Sequence[PartyMention], words: PartyWords) -> Introduced:
    """Reads the brackets after the parties that are known, and after names of other organisations."""
    short: dict[str, PartyMention] = {}
    parties: list[PartyMention] = []
    for party in known:
        if party.form is PartyForm.ORGANISATION and _is_full(text[party.start : party.stop], party.code):
            short.setdefault(party.code, party)
        if parties and party.start < parties[-1].stop:
            continue
        found = _BRACKET.match(text, party.stop)
        if found is None or party.form in (PartyForm.ADJECTIVE, PartyForm.CAPITAL):
            parties.append(party)
            continue
        if not _is_short_of(found["short"], text[party.start : party.stop]):
            parties.append(party)
            continue
        whole = replace(party, stop=found.end(), name=party.name or text[party.start : party.stop])
        short.setdefault(found["short"], whole)
        parties.append(whole)
    for party in _others(text, words):
        if party.code not in short:
            short[party.code] = party
            parties = [each for each in parties if each.stop <= party.start or each.start >= party.stop]
            parties.append(party)
    return Introduced(tuple(sorted(parties, key=lambda each: each.start)), short)


def _is_full(name: str, code: str) -> bool:
    """Whether a name is the long one of a known short name: that stands for it in the rest of the text."""
    return len(code) > 2 and code.isalpha() and code.isupper() and name.count(" ") > 1


def _others(text: str, words: PartyWords) -> Iterator[PartyMention]:
    """Organisations that no list has, by their form: a name in capitals with a short name after it."""
    for found in _SHORT.finditer(text):
        stop = found.start() - 1
        bracket = _BRACKET.match(text, stop)
        if bracket is None:
            continue
        start = _beginning(text, max(0, stop - _REACH), stop, words)
        name = text[start:stop].strip()
        if words.heads.intersection(_WORD.findall(name)) and _is_short_of(bracket["short"], name):
            yield PartyMention(
                start=start, stop=bracket.end(), code=bracket["short"], form=PartyForm.ORGANISATION, name=name
            )


def _beginning(text: str, start: int, stop: int, words: PartyWords) -> int:
    """Where the name begins that ends at `stop`: only words in capitals and those that join them belong."""
    begin, after = stop, ""
    for word in reversed(list(_WORD.finditer(text, start, stop))):
        if after == "of" and word[0].lower() in words.titles:
            break  # "Secretary-General of the Pacific Community": the title is no part of the name
        after = word[0]
        if word[0][0].isupper() and word[0].lower() not in words.articles:
            begin = word.start()
        elif word[0] not in words.joining:
            break
    return begin


def _is_short_of(short: str, name: str) -> bool:
    """Whether a short name may stand for a name: one of its words, or letters of it in their order."""
    if not short[0].isupper():
        return False
    letters, wanted = fold(name), fold(short).replace(" ", "")
    if short in name and not short.isupper():
        return True
    if sum(letter.isupper() for letter in short) < 2 or letters[:1] != wanted[:1]:
        return False
    rest = iter(letters)
    return all(letter in rest for letter in wanted)
