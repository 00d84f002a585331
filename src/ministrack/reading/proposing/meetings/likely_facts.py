"""When and where a meeting was by the next best evidence: nameless meetings, journeys, last lines."""

from collections.abc import Iterator, Mapping, Sequence

from ministrack.domain.proposal import Said
from ministrack.reading.findings import Findings
from ministrack.reading.mention import DateMention, PlaceMention
from ministrack.reading.mentions.tense import Tense, tense_at
from ministrack.reading.proposing.meetings.attaching import Attached
from ministrack.reading.proposing.meetings.choosing import Chosen
from ministrack.reading.proposing.meetings.cues import CueKind
from ministrack.reading.proposing.meetings.day_spans import may_be_same
from ministrack.reading.proposing.meetings.meeting_facts import date_fields, place_fields
from ministrack.reading.proposing.meetings.occasion_words import OccasionWords, occasion_words
from ministrack.reading.proposing.meetings.occasions import Occasion
from ministrack.reading.prose import Sentence
from ministrack.reading.report import BlockKind

_LEAD = 3
_YEAR = 4  # figures of a date that is a year alone
_ABOVE = 160
"""A date line stands this near above the first sentence, or in it."""
_CLOSING = 8
"""So many of the last sentences may say where and when a statement was done."""


def likely_facts(
    found: Findings, chosen: Chosen, attached: Sequence[Attached], known: Mapping[str, Said]
) -> dict[str, Said]:
    """What is missing in `known` of date and place, from the best evidence that has it."""
    fields: dict[str, Said] = {}
    for facts in _evidence(found, chosen, attached, known):
        dated, placed = date_fields(found, facts), place_fields(found, facts)
        if "date" not in fields and _is_closer(known.get("date"), dated.get("date")):
            fields |= dated
        if "city" not in {*known, *fields} and _may_be_in({**known, **fields}.get("country"), placed):
            fields |= placed
    return fields


def _is_closer(known: Said | None, other: Said | None) -> bool:
    """Whether a date says more closely when a meeting is than the one that is known, which may be none."""
    if known is None or other is None:
        return other is not None
    is_year = len(known.value) == _YEAR
    return is_year and len(other.value) > _YEAR and may_be_same(known.value, other.value)


def _may_be_in(country: Said | None, placed: Mapping[str, Said]) -> bool:
    """Whether a place tells more than the country that is known, and does not lie in another."""
    if country is None:
        return bool(placed)
    return "city" in placed and "country" in placed and placed["country"].value == country.value


def _evidence(
    found: Findings, chosen: Chosen, attached: Sequence[Attached], known: Mapping[str, Said]
) -> Iterator[list[Attached]]:
    """Facts that may be those of the meeting, the surest first."""
    words = occasion_words(found.prose.lexicon.language)
    yield [each for each in attached if _is_of_nameless(found, chosen, each)]
    yield [each for each in attached if _is_of_journey(found, chosen, each, known)]
    yield _before_there(found, chosen, words)
    yield _closing(found, words)
    yield [*_at_head(found, chosen, attached, words), *_today(found, chosen, words)]


def _is_of_nameless(found: Findings, chosen: Chosen, each: Attached) -> bool:
    """ "the 45th Forum and related meetings in Suva": with a noun that names no other meeting."""
    if each.occasion is None or each.by is CueKind.JOURNEY or _is_other(each.occasion):
        return False
    is_title = each.sentence.block.kind is BlockKind.TITLE
    is_nameless = not chosen.mentions and each.occasion.is_definite and each.index in chosen.lead[:_LEAD]
    if (
        not is_title
        and not is_nameless
        and each.index not in chosen.lead[:1]
        and not _is_beside_mention(chosen, each)
    ):
        return False
    tense = tense_at(found.prose, each.what.start, each.what.stop)
    return tense is not Tense.FUTURE or chosen.tense is Tense.FUTURE or is_title


def _is_other(occasion: Occasion) -> bool:
    is_named = occasion.is_named or occasion.ordinal is not None
    return is_named or bool(occasion.turn) or occasion.is_aside or occasion.is_beside


def _is_beside_mention(chosen: Chosen, each: Attached) -> bool:
    return each.index in chosen.lead[:_LEAD] and any(one.index == each.index for one in chosen.mentions)


def _is_of_journey(
    found: Findings,
    chosen: Chosen,
    each: Attached,
    known: Mapping[str, Said],
) -> bool:
    """A place to which somebody went in the days of the meeting; the day of a visit where people met."""
    if each.by is not CueKind.JOURNEY or each.index not in chosen.lead[:_LEAD]:
        return False
    if isinstance(each.what, DateMention):
        return not chosen.mentions
    if "date" not in known:
        return False
    inside = [one for one in found.dates if each.sentence.start <= one.start < each.sentence.stop]
    return any(may_be_same(one.edtf, known["date"].value) for one in inside)


def _before_there(found: Findings, chosen: Chosen, words: OccasionWords) -> list[Attached]:
    """ "Our minister was in Thimphu on 4 November. There she chaired the meeting": the place before."""
    for mention in chosen.mentions:
        if mention.index not in chosen.lead[1:_LEAD]:
            continue
        if words.there.search(found.prose.text, *_span(mention.sentence)):
            facts = _all_in(found, mention.index - 1, 0)
            if sum(isinstance(each.what, PlaceMention) for each in facts) == 1:
                return facts
    return []


def _all_in(found: Findings, index: int, start: int) -> list[Attached]:
    """Every date and place of a sentence behind `start`."""
    sentence = found.prose.sentences[index]
    both: list[DateMention | PlaceMention] = [*found.dates, *found.places]
    inside = [one for one in both if max(sentence.start, start) <= one.start < sentence.stop]
    return [Attached(one, sentence, index, None, None, sentence.start) for one in inside]


def _span(sentence: Sentence) -> tuple[int, int]:
    return sentence.start, sentence.stop


def _at_head(
    found: Findings, chosen: Chosen, attached: Sequence[Attached], words: OccasionWords
) -> list[Attached]:
    """ "Washington – Attorney General Bondi met today with": the place of the date line, unless from afar."""
    if not chosen.lead or chosen.tense is Tense.FUTURE:
        return []
    first = found.prose.sentences[chosen.lead[0]]
    is_today = any(each.is_today and first.start <= each.start < first.stop for each in found.dates)
    if not is_today or words.afar.search(found.prose.text, *_span(first)):
        return []
    return [
        each
        for each in attached
        if each.by is CueKind.DATELINE
        and isinstance(each.what, PlaceMention)
        and first.start - _ABOVE <= each.what.start < first.stop
    ]


def _today(found: Findings, chosen: Chosen, words: OccasionWords) -> list[Attached]:
    """ "Ministers today agreed at a conference": the day of what is told first, if it is not only said."""
    if not chosen.lead or chosen.tense is Tense.FUTURE:
        return []
    first = found.prose.sentences[chosen.lead[0]]
    inside = [each for each in found.dates if first.start <= each.start < first.stop]
    telling = words.telling.search(found.prose.text, *_span(first))
    if telling or not any(each.index == chosen.lead[0] for each in chosen.mentions):
        return []
    today = [each for each in inside if each.is_today]
    return [Attached(each, first, chosen.lead[0], None, None, each.start) for each in today]


def _closing(found: Findings, words: OccasionWords) -> list[Attached]:
    """ "Done in Cape Town on 2 June 2023" at the end of a statement."""
    first = max(len(found.prose.sentences) - _CLOSING, 0)
    facts: list[Attached] = []
    for index, sentence in enumerate(found.prose.sentences[first:], first):
        done = words.done.match(found.prose.text, *_span(sentence))
        if done is not None:
            facts.extend(_all_in(found, index, done.end() - 1))
    return facts
