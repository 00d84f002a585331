"""Dates and places of a report with the meetings that they belong to, if they belong to any."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeVar

from ministrack.domain.values import dataclass
from ministrack.reading.findings import Findings
from ministrack.reading.mention import DateMention, PlaceMention
from ministrack.reading.proposing.meetings.cues import Cue, CueKind, cues_in
from ministrack.reading.proposing.meetings.datelines import find_datelines
from ministrack.reading.proposing.meetings.occasions import Occasion
from ministrack.reading.proposing.meetings.owning import Owned, owner_of
from ministrack.reading.prose import Sentence

_REACH = 600
Near = TypeVar("Near", Cue, Occasion)


@dataclass(frozen=True, slots=True)
class Attached:
    """A date or place of a meeting. `occasion` is None where the sentence names none: "met in Baku today".

    `by` is the kind of verb, None where it stands with the name of the meeting.
    """

    what: DateMention | PlaceMention
    sentence: Sentence
    index: int
    occasion: Occasion | None
    by: CueKind | None
    at: int


def _near(each: Sequence[Near], what: DateMention | PlaceMention) -> Sequence[Near]:
    """Those near a date or place: nothing further away owns it, however long a sentence is."""
    first = bisect_left(each, what.start - _REACH, key=lambda one: one.start)
    return each[first : bisect_right(each, what.start + _REACH, key=lambda one: one.start)]


def attach(found: Findings, occasions: Sequence[Occasion]) -> list[Attached]:
    """All dates and places that belong to a meeting, a journey or a signing, in the order of the text."""
    both: list[DateMention | PlaceMention] = [*found.dates, *found.places]
    datelines = find_datelines(found, occasions)
    sentences = found.prose.sentences
    starts = [each.start for each in sentences]
    indices = [each.index for each in occasions]
    cues: dict[int, list[Cue]] = {}
    attached: list[Attached] = []
    for what in sorted(both, key=lambda each: each.start):
        index = bisect_right(starts, what.start) - 1
        if index < 0 or what.start >= sentences[index].stop:
            continue
        sentence = sentences[index]
        owned: Owned | None
        if what.start in datelines.of_meetings:
            occasion = datelines.of_meetings[what.start]
            owned = Owned(None, occasion.start, occasion)
        elif what.start in datelines.lines:
            owned = Owned(CueKind.DATELINE, what.start, None)
        else:
            if index not in cues:
                language = found.prose.lexicon.language
                cues[index] = cues_in(found.prose.text, sentence.start, sentence.stop, language)
            named = occasions[bisect_left(indices, index) : bisect_right(indices, index)]
            owned = owner_of(found.prose, what, sentence, _near(cues[index], what), _near(named, what))
        if owned is not None:
            attached.append(Attached(what, sentence, index, owned.occasion, owned.kind, owned.at))
    return attached
