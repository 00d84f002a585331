"""The words by which names of documents and bodies are built, of one language."""

import re
from collections.abc import Mapping
from functools import cache

from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import lexicon
from ministrack.reading.proposing.word_patterns import whole_words

_HEADS = "_heads"


@dataclass(frozen=True, slots=True)
class TitleWords:
    """`heads` gives the kind that a head noun stands for: "memorandum of understanding" for a memorandum."""

    heads: Mapping[str, str]
    head_pattern: re.Pattern[str]
    lead_stops: frozenset[str]
    modifiers: frozenset[str]
    dropped: frozenset[str]
    possessors: frozenset[str]
    openers: frozenset[str]
    named_openers: frozenset[str]
    adding: frozenset[str]
    year_kept: frozenset[str]
    drafts: frozenset[str]
    linked: frozenset[str]
    connectors: frozenset[str]
    lead_connectors: frozenset[str]
    articles: frozenset[str]
    tail_stops: frozenset[str]
    participles: frozenset[str]
    pointing: frozenset[str]
    joining: frozenset[str]
    leading_to: frozenset[str]
    places: frozenset[str]


@cache
def title_words(section: str, language: str) -> TitleWords:
    """The words for the names that a section of the lexicon is about."""
    book = lexicon(language)
    heads = {
        " ".join(word.casefold().split()): name.removesuffix(_HEADS).replace("_", " ")
        for name in book.section(section)
        if name.endswith(_HEADS)
        for word in book.words(section, name)
    }

    def words(name: str) -> frozenset[str]:
        return frozenset(word.casefold() for word in book.words("names_of_things", name))

    return TitleWords(
        heads=heads,
        head_pattern=whole_words(heads),
        lead_stops=words("lead_stops"),
        modifiers=words("modifiers"),
        dropped=words("dropped"),
        possessors=words("possessors"),
        openers=words("openers"),
        named_openers=words("named_openers"),
        adding=words("adding"),
        year_kept=words("year_kept"),
        drafts=words("drafts"),
        linked=words("linked"),
        connectors=words("connectors"),
        lead_connectors=words("lead_connectors"),
        articles=words("articles"),
        tail_stops=words("tail_stops"),
        participles=words("participles"),
        pointing=words("pointing"),
        joining=words("joining"),
        leading_to=words("leading_to"),
        places=words("places"),
    )
