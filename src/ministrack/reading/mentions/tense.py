"""Whether a passage speaks of what has been or of what is to come."""

import re
from enum import Enum
from functools import cache

from ministrack.reading.lexicon import lexicon
from ministrack.reading.prose import Prose

_REACH = 300
"""Verbs further away, in a sentence that long, say nothing of a place."""


class Tense(Enum):
    """Of what a verb speaks."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"  # no verb says


def tense_at(prose: Prose, start: int, stop: int) -> Tense:
    """The tense of a place: that of the last verb before it in its sentence, else of the first after.

    The other way round where a language puts its verbs last.
    """
    cues = _cues(prose.lexicon.language)
    sentence = prose.sentence_at(start)
    if cues is None or sentence is None:
        return Tense.OPEN
    before, after = None, None
    first, last = max(sentence.start, start - _REACH), min(sentence.stop, stop + _REACH)
    for cue in cues.finditer(prose.text, first, last):
        if cue.end() <= start:
            before = cue
        elif cue.start() >= stop:
            after = cue
            break
    verb_last = bool(prose.lexicon.section("dates").get("verb_last"))
    nearest = (after or before) if verb_last else (before or after)
    return Tense.OPEN if nearest is None else Tense.FUTURE if nearest["future"] else Tense.PAST


@cache
def _cues(language: str) -> re.Pattern[str] | None:
    held = lexicon(language)
    future, past = ("|".join(held.words("dates", name)) for name in ("future", "past"))
    if not (future and past):
        return None
    return re.compile(rf"\b(?:(?P<future>{future})|(?P<past>{past}))\b".replace(" ", r"\s+"), re.IGNORECASE)
