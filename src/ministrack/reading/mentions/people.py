"""Finds people in office, with title, level and party."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ministrack.domain.names import fold
from ministrack.reading.lexicon import Lexicon
from ministrack.reading.mention import PartyMention, PersonMention
from ministrack.reading.mentions.lexemes import lexemes
from ministrack.reading.mentions.office_holders import office_holders
from ministrack.reading.mentions.office_words import office_words
from ministrack.reading.mentions.offices import Plural, complete_offices, plural_offices
from ministrack.reading.mentions.party_titles import titles_of_parties
from ministrack.reading.mentions.person_draft import Draft
from ministrack.reading.mentions.person_level import level_of
from ministrack.reading.mentions.person_party import WITH_TITLE, PartyFinder
from ministrack.reading.mentions.raw_people import RawPerson, raw_people
from ministrack.reading.mentions.same_person import Group, groups_of
from ministrack.reading.mentions.stretches import stretches
from ministrack.reading.mentions.units import Units
from ministrack.reading.mentions.unnamed import unnamed_people
from ministrack.reading.prose import Prose, Sentence
from ministrack.reading.report import BlockKind

_SHORT_TITLE = 4  # letters: "MOS", "DPM"
_LIST_GOES_ON = re.compile(r"[,;ntT]*")  # the units between two persons of one list


def find_people(prose: Prose, parties: Sequence[PartyMention]) -> tuple[PersonMention, ...]:
    """All of them, in the order of the text."""
    offices = office_words(prose.lexicon.language)
    if offices is None:
        return _found(prose, parties)
    return _completed(prose, parties, list(office_holders(prose, parties, offices)), ())


def _found(prose: Prose, parties: Sequence[PartyMention]) -> tuple[PersonMention, ...]:
    """Those of a language that the grammar of units is for."""
    words = lexemes(prose.lexicon)
    drafts: list[Draft] = []
    unnamed: list[PersonMention] = []
    plurals: list[Plural] = []
    for sentence, units in stretches(prose, parties, words):
        raw = list(raw_people(prose.text, units))
        drafts.extend(_drafts(prose, sentence, units, raw))
        plurals.extend(plural_offices(prose.text, units, prose.lexicon))
        unnamed.extend(unnamed_people(prose, units, raw))
    named = _completed(prose, parties, drafts, plurals)
    return tuple(sorted([*named, *unnamed], key=lambda each: each.start))


def _completed(
    prose: Prose, parties: Sequence[PartyMention], drafts: Sequence[Draft], plurals: Sequence[Plural]
) -> tuple[PersonMention, ...]:
    """The people of the drafts, with what the report says of them elsewhere."""
    groups = groups_of(drafts, _ignored(prose.lexicon))
    groups = [group for group in groups if not _is_headline_only(group)]
    kept = sorted((draft for group in groups for draft in group.drafts), key=lambda each: each.start)
    PartyFinder(prose, parties).complete(groups, kept)
    complete_offices(groups, plurals, prose.lexicon)
    named = (mention for group in groups for mention in _mentions(group, prose.lexicon))
    return tuple(sorted(named, key=lambda each: each.start))


def _drafts(prose: Prose, sentence: Sentence, units: Units, raw: Sequence[RawPerson]) -> Iterator[Draft]:
    text, end = prose.text, 0
    previous: Sentence | None = None
    parties = titles_of_parties(prose.lexicon)
    for each in raw:
        if each.shares_office and not end:
            continue
        own = prose.sentence_at(each.start) or sentence
        linked = own is previous and _LIST_GOES_ON.fullmatch(units.kinds, end, each.first) is not None
        previous = own
        end = each.last
        title = each.title or (0, 0)
        party = parties(text[slice(*title)]) or (each.party.code if each.party else "")
        yield Draft(
            sentence=own,
            start=each.start,
            stop=each.stop,
            name=text[slice(*each.name)],
            name_span=each.name,
            title=text[slice(*title)],
            title_span=title,
            party=party,
            party_from=WITH_TITLE if party else "",
            linked=linked,
            is_polite=each.is_polite,
            is_own_party=each.is_own_party,
            shares_office=each.shares_office and linked,
        )


def _is_headline_only(group: Group) -> bool:
    """Headlines are in capitals where names are: whom nothing else speaks of is nobody.

    Except with an honorific, or with the title behind the name.
    """
    kinds = {draft.sentence.block.kind for draft in group.drafts}
    is_plain = any(draft.is_polite or draft.title_span > draft.name_span for draft in group.drafts)
    return kinds <= {BlockKind.TITLE, BlockKind.HEADING} and not is_plain


def _mentions(group: Group, held: Lexicon) -> Iterator[PersonMention]:
    """The mentions of one person, each with the fullest name, the first full title and the party."""
    best = _fullest(group)
    has_office = any(draft.title or draft.office for draft in group.drafts)
    if not has_office and len(group.words) < 2:
        return
    title = best.title or next((draft.title for draft in group.drafts if draft.title), "")
    grounded = next((draft for draft in group.drafts if draft.party), best)
    office = next((draft for draft in group.drafts if draft.office), None)
    level = best.level or level_of(title or (office.office if office else ""), grounded.party, held)
    for draft in group.drafts:
        yield PersonMention(
            start=draft.start,
            stop=draft.stop,
            name=" ".join(best.name.split()),
            name_start=draft.name_span[0],
            name_stop=draft.name_span[1],
            title=" ".join((draft.title or title).split()),
            title_start=draft.title_span[0],
            title_stop=draft.title_span[1],
            level=level,
            party=grounded.party,
            party_from=grounded.party_from,
            level_from=office.office_from if office and not title else "",
            is_certain=best.is_certain,
        )


def _fullest(group: Group) -> Draft:
    """The mention with the fullest name; of the same name, one with a title, in small letters."""
    return max(
        group.drafts,
        key=lambda each: (
            len(fold(each.name).split()) >= len(group.words),
            not each.name.isupper(),
            each.is_certain,
            bool(each.title),
            len(each.title) > _SHORT_TITLE,
            len(each.name),
            -each.start,
        ),
    )


@cache
def _ignored_words(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(folded for word in words if " " not in (folded := fold(word)))


def _ignored(held: Lexicon) -> frozenset[str]:
    """What stands before and after names, and does not count when they are compared."""
    return _ignored_words((*held.words("names", "after"), *held.words("names", "honorifics")))
