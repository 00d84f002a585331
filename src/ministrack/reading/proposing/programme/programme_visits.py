"""Visits and honours paid during a meeting."""

import re
from collections.abc import Iterator

from ministrack.domain.meeting import ProgrammeKind
from ministrack.reading.findings import Findings
from ministrack.reading.proposing.inside import Inside
from ministrack.reading.proposing.names_of_things.title_words import title_words
from ministrack.reading.proposing.names_of_things.tokens import tokens_of
from ministrack.reading.proposing.programme.place_names import PlaceNames
from ministrack.reading.proposing.programme.programme_items import Item
from ministrack.reading.proposing.programme.programme_words import ProgrammeWords
from ministrack.reading.proposing.quoting import plain
from ministrack.reading.prose import Sentence

_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_REACH = 400
_KINDS = {"visit": ProgrammeKind.VISIT, "wreath": ProgrammeKind.CEREMONY}


class Visits:
    """Finds the places that people went to; a country or a city is a journey, not a point of a programme."""

    def __init__(self, found: Findings, words: ProgrammeWords) -> None:
        self._text = found.prose.text
        self._words = words
        naming = title_words("documents", found.prose.lexicon.language)
        self._names = PlaceNames(naming, words.place_words)
        self._places = Inside(found.places)
        self._parties = Inside(found.parties)

    def of(self, sentence: Sentence) -> Iterator[Item]:
        """The visits of a sentence, one for each place."""
        for name, kind in _KINDS.items():
            for cue in self._words.patterns[name].finditer(self._text, sentence.start, sentence.stop):
                for start, stop in self._names.after(
                    tokens_of(self._text, cue.end(), min(sentence.stop, cue.end() + _REACH))
                ):
                    if self._is_journey(start, stop):
                        break
                    yield self._item(sentence, kind, name, start, stop)

    def _item(self, sentence: Sentence, kind: ProgrammeKind, name: str, start: int, stop: int) -> Item:
        said = plain(self._text[start:stop])
        article = _ARTICLE.match(self._text, start, stop)
        return Item(
            sentence=sentence,
            kind=kind,
            title=self._words.titles[name].replace(
                "{place}", said[:1].lower() + said[1:] if article else said
            ),
            start=start,
            stop=stop,
            place=(article.end() if article else start, stop),
        )

    def _is_journey(self, start: int, stop: int) -> bool:
        """Whether the name is that of a country or a city."""
        article = _ARTICLE.match(self._text, start, stop)
        begin = article.end() if article else start
        named = [*self._places.between(start, stop), *self._parties.between(start, stop)]
        return any(each.start <= begin and each.stop >= stop for each in named)
