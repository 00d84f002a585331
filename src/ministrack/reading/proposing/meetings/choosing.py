"""Which of the meetings that a report names is the one it is about, and how the others stand to it."""

from collections.abc import Sequence
from datetime import timedelta

from ministrack.domain.date_spans import span
from ministrack.domain.values import dataclass
from ministrack.reading.findings import Findings
from ministrack.reading.mention import DateMention
from ministrack.reading.mentions.tense import Tense, tense_at
from ministrack.reading.proposing.meetings.acts import find_act
from ministrack.reading.proposing.meetings.attaching import Attached
from ministrack.reading.proposing.meetings.occasion_words import nouns_of, occasion_words
from ministrack.reading.proposing.meetings.occasions import Occasion
from ministrack.reading.prose import Sentence
from ministrack.reading.report import BlockKind

_ENOUGH = 6
_LEAST = 3
"""What must speak for a meeting where the lead tells that people met, and where it does not."""
_PLACES = (8, 5, 4)
"""What it counts to be named in the first sentences, which tell what a report is about."""
_EARLY = 8
_SOON = timedelta(days=60)
"""A meeting later than this after its report is seldom what the report is about."""
_SHORTEST = 40
"""Shorter lines above the text are addresses, bylines and the like."""
_WHOLE = 0.6
"""A line of which so much is the name of a meeting is a title, whatever it looks like."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The reported meeting: its places in the text, the best first; none where only a verb tells of it."""

    mentions: tuple[Occasion, ...]
    lead: tuple[int, ...]  # indices of the sentences that lead the report
    tense: Tense


def choose(found: Findings, occasions: Sequence[Occasion], attached: Sequence[Attached]) -> Chosen:
    """The meeting that a report is about."""
    lead = lead_sentences(found)
    with_facts = {each.occasion.start for each in attached if each.occasion is not None}
    later = _later(found, attached)
    scores = {each.start: _score(found, each, lead, with_facts, later) for each in occasions}
    best = max(occasions, key=lambda each: (scores[each.start], -each.start), default=None)
    told = scores[best.start] if best is not None else 0
    if best is None or told < _LEAST or (told < _ENOUGH and find_act(found, lead[: len(_PLACES)])):
        return Chosen((), lead, _lead_tense(found, lead))
    mentions = [each for each in occasions if each is not best and is_same(found, best, each)]
    return Chosen((best, *mentions), lead, _tense(found, [best, *mentions], lead))


def lead_sentences(found: Findings) -> tuple[int, ...]:
    """The first sentences of the running text."""
    running = (BlockKind.PARAGRAPH, BlockKind.ITEM)
    sentences = enumerate(found.prose.sentences)
    return tuple(index for index, each in sentences if each.block.kind in running and _is_long(each))[:_EARLY]


def _is_long(sentence: Sentence) -> bool:
    return sentence.stop - sentence.start > _SHORTEST


def _later(found: Findings, attached: Sequence[Attached]) -> set[int]:
    """Meetings with a date well after the report: it tells of them as the next ones, whatever its verbs."""
    anchor = found.prose.anchor
    if anchor is None:
        return set()
    after = (anchor + _SOON).isoformat()
    return {
        each.occasion.start
        for each in attached
        if each.occasion is not None
        and isinstance(each.what, DateMention)
        and (span(each.what.edtf).first or "") > after
    }


def _score(
    found: Findings, each: Occasion, lead: Sequence[int], with_facts: set[int], later: set[int]
) -> int:
    place = lead.index(each.index) if each.index in lead else _EARLY
    score = _PLACES[place] if place < len(_PLACES) else int(place < _EARLY)
    if each.sentence.block.kind in (BlockKind.TITLE, BlockKind.HEADING):
        score = 5 if each.sentence.block.kind is BlockKind.TITLE else 2
    elif each.stop - each.start > _WHOLE * (each.sentence.stop - each.sentence.start) and each.index < _EARLY:
        score = max(score, 5)
    score += 3 * (each.ordinal is not None) + 2 * each.is_named + 2 * (each.start in with_facts)
    score -= 6 * each.is_aside + 6 * each.is_beside + 6 * bool(each.turn)
    words = occasion_words(found.prose.lexicon.language)
    before = max(each.sentence.start, each.start - 90), each.start
    score += 2 * (words.governed.search(found.prose.text, *before) is not None)
    score -= 4 * (words.role_of.search(found.prose.text, *before) is not None)
    score -= 3 * each.head.endswith(("forum", "assembly", "lunch", "dinner"))
    is_leading = each.index in lead[:1] or each.sentence.block.kind is BlockKind.TITLE
    is_later = each.start in later and not is_leading
    if is_later or (_is_to_come(found, each) and (each.index not in lead[:1] or _is_offered(found, each))):
        score -= 8
    if each.head.endswith("meetings"):
        score -= 2 if each.is_named else 6
    return score - 2 * (not (each.is_named or each.ordinal))


def is_same(found: Findings, best: Occasion, each: Occasion) -> bool:
    """Whether two places name the same meeting."""
    if each.turn or best.turn or (each.ordinal and not best.ordinal and _is_to_come(found, each)):
        return False
    if each.ordinal and best.ordinal:
        return each.ordinal.number == best.ordinal.number and _alike(best, each)
    words, others = best.words, each.words
    if not others:
        return each.is_definite and not each.is_aside and _same_noun(best, each)
    if each.ordinal and not best.ordinal:
        return bool(words) and (words <= others | nouns_of(each.head) or others <= words)
    return others <= words or (bool(words) and best.head == each.head and words <= others)


def _is_offered(found: Findings, each: Occasion) -> bool:
    """ "welcomed the offer of Thailand to host the 15th Meeting": more than a report of its coming."""
    words = occasion_words(found.prose.lexicon.language)
    return (
        words.offered.search(found.prose.text, max(each.sentence.start, each.start - 120), each.start)
        is not None
    )


def _is_to_come(found: Findings, each: Occasion) -> bool:
    return tense_at(found.prose, each.start, each.stop) is Tense.FUTURE


def _alike(best: Occasion, each: Occasion) -> bool:
    words, others = best.words, each.words
    return not words or not others or bool(words & others) or best.short in others


def _same_noun(best: Occasion, each: Occasion) -> bool:
    return each.head == best.head or best.head.endswith(each.head) or each.head in ("meeting", "event")


def _tense(found: Findings, mentions: Sequence[Occasion], lead: Sequence[int]) -> Tense:
    """The tense in which the first sentences speak of the meeting, else that of the best place."""
    leading = [each for each in mentions if each.index in lead] or mentions[:1]
    tenses = [tense_at(found.prose, each.start, each.stop) for each in leading]
    return next((each for each in tenses if each is not Tense.OPEN), Tense.OPEN)


def _lead_tense(found: Findings, lead: Sequence[int]) -> Tense:
    if not lead:
        return Tense.OPEN
    first = found.prose.sentences[lead[0]]
    return tense_at(found.prose, first.stop - 1, first.stop)
