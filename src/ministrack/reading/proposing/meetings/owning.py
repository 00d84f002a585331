"""Which word of a sentence a date or place belongs to: the name of a meeting, a verb, or something else."""

import re
from collections.abc import Sequence
from functools import cache

from ministrack.domain.date_spans import Precision, span
from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import lexicon
from ministrack.reading.mention import DateMention, PlaceMention
from ministrack.reading.proposing.meetings.cues import Cue, CueKind
from ministrack.reading.proposing.meetings.occasion_words import choice, occasion_words, pattern
from ministrack.reading.proposing.meetings.occasions import Occasion
from ministrack.reading.prose import Prose, Sentence

_BEFORE = 40
_BESIDE = 12
"""A noun such as "Declaration" owns a date or place that stands this near: "Declaration of 9 May"."""


@dataclass(frozen=True, slots=True)
class Owned:
    """What a date or place belongs to. `occasion` is None where the sentence names none."""

    kind: CueKind | None
    at: int
    occasion: Occasion | None


def owner_of(
    prose: Prose,
    what: DateMention | PlaceMention,
    sentence: Sentence,
    cues: Sequence[Cue],
    named: Sequence[Occasion],
) -> Owned | None:
    """The meeting, or the verb of meeting, that a date or place belongs to; None where it is neither's."""
    is_place = isinstance(what, PlaceMention)
    words = _words(prose.lexicon.language)
    there = _there(prose, what, named, words) if is_place else None
    if there is not None:
        return Owned(None, there.start, there)
    owner = _leading(prose, what, sentence, cues) or _nearest(prose, what, cues, named)
    if (
        owner is None
        or _is_before_comma(prose, what, sentence, owner)
        or (is_place and words.away.search(prose.text, max(sentence.start, what.start - _BEFORE), what.start))
    ):
        return None
    return _owned(prose, what, sentence, owner, named)


def _owned(
    prose: Prose,
    what: DateMention | PlaceMention,
    sentence: Sentence,
    owner: Cue | Occasion,
    named: Sequence[Occasion],
) -> Owned | None:
    """What a meeting owns itself or by its verb; of words for something else, nothing is a meeting's."""
    if isinstance(owner, Occasion):
        others = _words(prose.lexicon.language).others.search(prose.text, owner.stop, what.start)
        return None if others else Owned(None, owner.start, owner)
    before = _words(prose.lexicon.language).before
    if before.search(prose.text, max(sentence.start, owner.start - _BEFORE), owner.start):
        return None  # "They last met in Riga"
    if owner.kind in (CueKind.MEETING, CueKind.SIGNING):
        return Owned(owner.kind, owner.start, _of_verb(prose, owner, named))
    if isinstance(what, DateMention):
        visit = owner.kind is CueKind.JOURNEY and _words(prose.lexicon.language).visit.fullmatch
        is_day = span(what.edtf).precision is Precision.DAY
        is_visit = visit and is_day and visit(prose.text, owner.start, owner.stop)
        return Owned(owner.kind, owner.start, None) if is_visit else None
    if owner.kind is CueKind.JOURNEY:
        after = next((each for each in named if each.start > what.stop and not each.is_aside), None)
        return Owned(owner.kind, owner.start, after)
    return None


def _is_before_comma(
    prose: Prose, what: DateMention | PlaceMention, sentence: Sentence, owner: Cue | Occasion
) -> bool:
    """Whether it tells of something else than the verb behind it: "Following talks in Amman, they signed"."""
    if owner.start < what.stop or "," not in prose.text[what.stop : owner.start]:
        return False
    words = occasion_words(prose.lexicon.language)
    before = max(sentence.start, what.start - 2 * _BEFORE), what.start
    aside = words.margin.search(prose.text, *before)
    return aside is not None and "," not in aside[0] and not words.beside.search(prose.text, *before)


def _there(
    prose: Prose, what: DateMention | PlaceMention, named: Sequence[Occasion], words: "_Words"
) -> Occasion | None:
    """The meeting of which a place is told by "where": "back from Oslo, where the 7th Forum closed"."""
    where = words.where.match(prose.text, what.stop)
    after = (each for each in named if where and each.start >= where.end() and not each.is_aside)
    return next(after, None)


def _leading(
    prose: Prose, what: DateMention | PlaceMention, sentence: Sentence, cues: Sequence[Cue]
) -> Cue | None:
    """Where verbs come last, a day at the head of a sentence is that of its last verb."""
    is_day = isinstance(what, DateMention) and what.start == sentence.start
    if not (is_day and prose.lexicon.section("dates").get("verb_last")):
        return None
    verbs = [cue for cue in cues if cue.start >= what.stop and cue.kind is not CueKind.NOUN]
    return verbs[-1] if verbs and verbs[-1].kind is CueKind.MEETING else None


def _nearest(
    prose: Prose, what: DateMention | PlaceMention, cues: Sequence[Cue], named: Sequence[Occasion]
) -> Cue | Occasion | None:
    """The nearest word before that may own it; the nearest after it, where it leads the sentence.

    In a language that puts its verbs last, it is the nearest after it.
    """
    inside = next((each for each in named if each.start <= what.start < each.stop), None)
    if inside is not None:
        return inside
    around = next((cue for cue in cues if cue.start <= what.start < cue.stop), None)
    if around is not None:
        return around
    owners: list[Cue | Occasion] = [
        cue for cue in cues if not any(each.start <= cue.start < each.stop for each in named)
    ]
    owners = sorted([*owners, *(each for each in named if not each.is_beside)], key=lambda each: each.start)
    before = [each for each in owners if each.stop <= what.start and _may_own(prose, each, what)]
    after = next((each for each in owners if each.start >= what.stop and not _is_noun(each)), None)
    if before and not (after and prose.lexicon.section("dates").get("verb_last")):
        return before[-1]
    stay = _words(prose.lexicon.language).stay
    if after is not None and stay.search(prose.text, what.stop, after.stop):
        # "will be in Lomé from 1 to 4 May, where she will attend": the days of the stay
        return Cue(what.start, what.start, CueKind.JOURNEY)
    return after


def _is_noun(owner: Cue | Occasion) -> bool:
    return isinstance(owner, Cue) and owner.kind is CueKind.NOUN


def _may_own(prose: Prose, owner: Cue | Occasion, what: DateMention | PlaceMention) -> bool:
    """A noun such as "Treaty" owns no "today", and nothing that stands far behind it."""
    if not _is_noun(owner):
        return True
    if isinstance(what, DateMention) and (
        what.is_today or _words(prose.lexicon.language).on.search(prose.text, owner.stop, what.start)
    ):
        return False
    return what.start - owner.stop <= _BESIDE


def _of_verb(prose: Prose, verb: Cue, named: Sequence[Occasion]) -> Occasion | None:
    """The meeting of a verb: its object behind it ("held its second meeting"), else its subject."""
    words = _words(prose.lexicon.language)
    subjects = [each for each in named if each.stop <= verb.start]
    subject = _of_main_clause(prose, subjects, verb, words) if subjects else None
    between = prose.text[subject.stop : verb.start] if subject else ""
    if subject is not None and words.relative.match(between):
        return subject  # "the 10th Summit, which Kazakhstan will host"
    after = next((each for each in named if each.start >= verb.stop and not each.is_aside), None)
    if subject is None or subject.is_aside:
        return after
    return subject if after is None or not words.apart.search(between) else after


def _of_main_clause(prose: Prose, subjects: Sequence[Occasion], verb: Cue, words: "_Words") -> Occasion:
    """The last that is named before a verb, but none in a clause between: "The ninth, which follows that"."""
    last = subjects[-1]
    for each in reversed(subjects[:-1]):
        is_clause = words.clause.match(prose.text, each.stop, last.start)
        if is_clause and "," in prose.text[last.stop : verb.start]:
            return each
    return last


@dataclass(frozen=True, slots=True)
class _Words:
    where: re.Pattern[str]
    others: re.Pattern[str]
    visit: re.Pattern[str]
    on: re.Pattern[str]
    clause: re.Pattern[str]
    stay: re.Pattern[str]
    away: re.Pattern[str]
    relative: re.Pattern[str]
    apart: re.Pattern[str]
    before: re.Pattern[str]


@cache
def _words(language: str) -> _Words:
    held = lexicon(language)
    return _Words(
        visit=re.compile(choice(held.words("meetings", "visits")), re.IGNORECASE),
        on=re.compile(pattern(held, "on_day_pattern"), re.IGNORECASE),
        others=re.compile(pattern(held, "others_pattern"), re.IGNORECASE),
        where=re.compile(pattern(held, "where_pattern"), re.IGNORECASE),
        clause=re.compile(pattern(held, "clause_pattern"), re.IGNORECASE),
        stay=re.compile(pattern(held, "stay_pattern"), re.IGNORECASE),
        away=re.compile(rf"\b{choice(held.words('meetings', 'away'))}\s+(?:the\s+)?$", re.IGNORECASE),
        relative=re.compile(pattern(held, "relative_pattern"), re.IGNORECASE),
        before=re.compile(rf"\b{choice(held.words('meetings', 'earlier_verbs'))}\s+$", re.IGNORECASE),
        apart=re.compile(pattern(held, "apart_pattern"), re.IGNORECASE),
    )
