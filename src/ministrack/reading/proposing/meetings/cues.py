"""What a date or place in a sentence may belong to: verbs of meeting, of signing, journeys, anything else."""

import re
from enum import Enum
from functools import cache

from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import lexicon
from ministrack.reading.proposing.meetings.occasion_words import choice


class CueKind(Enum):
    """Sorts of words that a date or place may belong to."""

    MEETING = "meeting"  # "convened", "took place"
    SIGNING = "signing"  # "today signed"
    JOURNEY = "journey"  # "official visit"
    NOUN = "noun"  # "Declaration", "Ministry"
    OTHER = "other"  # "adopted"
    DATELINE = "dateline"  # "Tashkent, 7 April –"; no word, but the head of a text


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of a sentence that may own dates and places."""

    start: int
    stop: int
    kind: CueKind


def cues_in(text: str, start: int, stop: int, language: str) -> list[Cue]:
    """The cues of a sentence, in order."""
    return [
        Cue(found.start(), found.end(), CueKind(found.lastgroup))
        for found in _cues(language).finditer(text, start, stop)
    ]


@cache
def _cues(language: str) -> re.Pattern[str]:
    held = lexicon(language)
    lists = {
        CueKind.SIGNING: "signing_verbs",
        CueKind.MEETING: "meeting_verbs",
        CueKind.JOURNEY: "journeys",
        CueKind.NOUN: "other_nouns",
        CueKind.OTHER: "other_cues",
    }
    kinds = (f"(?P<{kind.value}>{choice(held.words('meetings', name))})" for kind, name in lists.items())
    return re.compile(rf"(?<![\w-])(?:{'|'.join(kinds)})(?![\w-])", re.IGNORECASE)
