"""Talks with single guests beside a meeting."""

from collections.abc import Iterator

from ministrack.domain.meeting import ProgrammeKind
from ministrack.reading.findings import Findings
from ministrack.reading.mention import PersonMention
from ministrack.reading.proposing.inside import Inside
from ministrack.reading.proposing.programme.programme_items import Item
from ministrack.reading.proposing.programme.programme_words import ProgrammeWords
from ministrack.reading.proposing.quoting import plain
from ministrack.reading.prose import Sentence

_MOST = 24  # people of one sentence


class Talks:
    """Finds the people with whom somebody talked on the sidelines."""

    def __init__(self, found: Findings, words: ProgrammeWords) -> None:
        self._text = found.prose.text
        self._words = words
        self._people = Inside(found.people)

    def of(self, sentence: Sentence) -> Iterator[Item]:
        """One for each person after "met with", where it was beside the meeting."""
        if not self._words.patterns["beside"].search(self._text, sentence.start, sentence.stop):
            return
        cue = self._words.patterns["talks"].search(self._text, sentence.start, sentence.stop)
        if cue is None:
            return
        for person in self._people.between(cue.end(), sentence.stop)[:_MOST]:
            if person.name:
                yield self._item(sentence, person)

    def _item(self, sentence: Sentence, person: PersonMention) -> Item:
        return Item(
            sentence=sentence,
            kind=ProgrammeKind.SESSION,
            title=self._words.titles["talks"].replace("{who}", plain(person.name)),
            start=person.start,
            stop=person.stop,
        )
