"""Which meeting a date or place of a sentence belongs to, if it belongs to any."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from ministrack.domain.values import dataclass
from ministrack.reading.findings import Findings
from ministrack.reading.mention import DateMention, PlaceMention
from ministrack.reading.proposing.cues import Cue, CueKind, cues_in
from ministrack.reading.proposing.occasion_words import occasion_words
from ministrack.reading.proposing.occasions import Occasion
from ministrack.reading.prose import Sentence


@dataclass(frozen=True, slots=True)
class Attached:
    """A date or place of a meeting. `occasion` is None where the sentence names none: "met in Baku today"."""

    what: DateMention | PlaceMention
    sentence: Sentence
    index: int
    occasion: Occasion | None
    by: CueKind | None
    at: int  # where the verb stands


def attach(found: Findings, occasions: Sequence[Occasion]) -> list[Attached]:
    """All dates and places that belong to a meeting, or to an act of signing, in the order of the text."""
    both: list[DateMention | PlaceMention] = [*found.dates, *found.places]
    whats = sorted(both, key=lambda each: each.start)
    sentences = found.prose.sentences
    starts = [each.start for each in sentences]
    held = _Sentences(found, occasions)
    attached: list[Attached] = []
    for what in whats:
        index = bisect_right(starts, what.start) - 1
        if index >= 0 and what.start < sentences[index].stop:
            attached.extend(held.attached(what, index, sentences[index]))
    return attached


class _Sentences:
    def __init__(self, found: Findings, occasions: Sequence[Occasion]) -> None:
        self._text = found.prose.text
        self._language = found.prose.lexicon.language
        self._occasions = occasions
        self._indices = [each.index for each in occasions]
        self._stay = occasion_words(self._language).stay
        self._cues: dict[int, list[Cue]] = {}

    def attached(
        self, what: DateMention | PlaceMention, index: int, sentence: Sentence
    ) -> Iterator[Attached]:
        """What a date or place belongs to: nothing, where it belongs to no meeting."""
        cues = self._cues_of(index, sentence)
        named = self._occasions[bisect_left(self._indices, index) : bisect_right(self._indices, index)]
        owner = self._owner(what, cues, named)
        if isinstance(owner, Occasion):
            yield Attached(what, sentence, index, owner, None, owner.start)
        elif owner is not None and owner.kind in (CueKind.MEETING, CueKind.SIGNING):
            occasion = self._of_verb(owner, named)
            yield Attached(what, sentence, index, occasion, owner.kind, owner.start)
        elif owner is not None and owner.kind is CueKind.JOURNEY and isinstance(what, PlaceMention):
            occasion = next((each for each in named if each.start > what.stop and not each.is_aside), None)
            if occasion is not None:
                yield Attached(what, sentence, index, occasion, owner.kind, owner.start)

    def _cues_of(self, index: int, sentence: Sentence) -> list[Cue]:
        if index not in self._cues:
            self._cues[index] = cues_in(self._text, sentence.start, sentence.stop, self._language)
        return self._cues[index]

    def _owner(
        self, what: DateMention | PlaceMention, cues: Sequence[Cue], named: Sequence[Occasion]
    ) -> Cue | Occasion | None:
        """The nearest word before that may own it; the nearest after it, where it leads the sentence."""
        inside = next((each for each in named if each.start <= what.start < each.stop), None)
        if inside is not None:
            return inside
        outside = [cue for cue in cues if not any(each.start <= cue.start < each.stop for each in named)]
        owners: list[Cue | Occasion] = sorted([*outside, *named], key=lambda each: each.start)
        before = [each for each in owners if each.stop <= what.start]
        if before:
            return before[-1]
        after = next((each for each in owners if each.start >= what.stop), None)
        if after is not None and self._stay.search(self._text, what.stop, after.stop):
            # "will be in Lomé from 1 to 4 May, where she will attend": the days of the stay
            return Cue(what.start, what.start, CueKind.JOURNEY)
        return after

    def _of_verb(self, verb: Cue, named: Sequence[Occasion]) -> Occasion | None:
        """The meeting of a verb: its object behind it ("held its second meeting"), else its subject."""
        after = next((each for each in named if each.start >= verb.stop and not each.is_aside), None)
        before = next(
            (each for each in reversed(named) if each.stop <= verb.start and not each.is_aside), None
        )
        if after is not None and before is not None:
            between = self._text[before.stop : verb.start]
            return before if not re.search(r"[,;:–—]|\b(?:that|which|and)\b", between) else after
        return after or before
