"""Receptions, sessions, ceremonies and signings that a report tells of."""

import re
from collections.abc import Iterator

from ministrack.domain.meeting import ProgrammeKind
from ministrack.reading.findings import Findings
from ministrack.reading.proposing.names_of_things.title_words import title_words
from ministrack.reading.proposing.names_of_things.tokens import Spans, tokens_of
from ministrack.reading.proposing.programme.place_names import PlaceNames
from ministrack.reading.proposing.programme.programme_items import Item
from ministrack.reading.proposing.programme.programme_words import ProgrammeWords
from ministrack.reading.proposing.quoting import plain
from ministrack.reading.prose import Sentence

_KINDS = {
    "signing": ProgrammeKind.SIGNING,
    "ceremony": ProgrammeKind.CEREMONY,
    "session": ProgrammeKind.SESSION,
}


class Events:
    """Finds nouns of events, with what they are about and where they are held."""

    def __init__(self, found: Findings, words: ProgrammeWords) -> None:
        self._text = found.prose.text
        self._words = words
        naming = title_words("documents", found.prose.lexicon.language)
        self._names = PlaceNames(naming, words.place_words)
        self._numbered = Spans(found.ordinals)

    def of(self, sentence: Sentence) -> Iterator[Item]:
        """The events of a sentence; one with a number is a meeting."""
        for name, kind in _KINDS.items():
            for noun in self._words.patterns[name].finditer(self._text, sentence.start, sentence.stop):
                is_numbered = self._numbered.covers(max(sentence.start, noun.start() - 2))
                if not (is_numbered or self._is_in_name(sentence, noun.start())):
                    yield self._item(sentence, kind, noun)

    def _is_in_name(self, sentence: Sentence, start: int) -> bool:
        """Whether it is part of a longer name: "the Hague Convention Signing Ceremony and Conference"."""
        before = self._text[max(sentence.start, start - 40) : start].split()
        return self._text[start].isupper() and bool(before) and before[-1][0].isupper() and len(before) > 1

    def _item(self, sentence: Sentence, kind: ProgrammeKind, noun: re.Match[str]) -> Item:
        tail = self._words.patterns["event_tail"].match(self._text, noun.end(), sentence.stop)
        stop = tail.end() if tail else noun.end()
        title = plain(self._text[noun.start() : stop])
        return Item(
            sentence=sentence,
            kind=kind,
            title=title[:1].upper() + title[1:],
            start=noun.start(),
            stop=stop,
            place=self._place(sentence, stop),
        )

    def _place(self, sentence: Sentence, stop: int) -> tuple[int, int]:
        at = self._words.patterns["at"].match(self._text, stop, sentence.stop)
        if at is None:
            return 0, 0
        spans = self._names.after(tokens_of(self._text, at.end(), min(sentence.stop, at.end() + 90)))
        return spans[0] if spans else (0, 0)
