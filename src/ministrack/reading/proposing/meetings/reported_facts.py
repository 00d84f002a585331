"""When and where the reported meeting is: what is given with its name, or with verbs in the lead."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from ministrack.domain.date_spans import Precision, span
from ministrack.domain.proposal import Said
from ministrack.reading.findings import Findings
from ministrack.reading.mention import DateMention
from ministrack.reading.mentions.tense import Tense, tense_at
from ministrack.reading.proposing.meetings.attaching import Attached
from ministrack.reading.proposing.meetings.choosing import Chosen
from ministrack.reading.proposing.meetings.cues import CueKind
from ministrack.reading.proposing.meetings.day_spans import may_be_same
from ministrack.reading.proposing.meetings.lasting import all_days
from ministrack.reading.proposing.meetings.likely_facts import likely_facts
from ministrack.reading.proposing.meetings.meeting_facts import date_fields, place_fields
from ministrack.reading.proposing.meetings.occasion_words import OccasionWords, occasion_words
from ministrack.reading.proposing.meetings.occasions import Occasion
from ministrack.reading.proposing.meetings.plain_occasions import plain_words
from ministrack.reading.prose import Sentence
from ministrack.reading.report import BlockKind

LEAD = 3
_LATE = 14
"""So many days after its own date line a report may be published."""
_TITLES = (BlockKind.TITLE, BlockKind.HEADING)


def reported_facts(
    found: Findings, chosen: Chosen, attached: Sequence[Attached], sentences: Sequence[Sentence]
) -> dict[str, Said]:
    """Date, city and country; from the head of the report only where its sentences point there."""
    facts = _facts(found, chosen, attached)
    words = occasion_words(found.prose.lexicon.language)
    lines = [each for each in attached if each.by is CueKind.DATELINE]
    facts = [each for each in facts if not _is_of_other_days(found, each, words)]
    dated = date_fields(found, facts)
    if not dated and _says(found, sentences, words, "now"):
        # "has begun its work": on the day at the head of the report
        dated = date_fields(found, lines)
    if dated:
        days = _days_of(facts)
        facts = [
            each for each in facts if not _is_of_other_day(days.get(each.index, []), dated["date"].value)
        ]
    placed = place_fields(found, facts)
    if not placed and _says(found, sentences, words, "here"):
        placed = place_fields(found, lines)
    told = {**dated, **placed}
    told |= likely_facts(found, chosen, attached, told)
    told |= _of_closing_line(found, told, lines)
    return told | all_days(found, _as_of_line(found, told, lines))


def _of_closing_line(found: Findings, told: dict[str, Said], lines: Sequence[Attached]) -> dict[str, Said]:
    """ "We met today in Porto", and at the end "Porto, 20 March 2025": the day under a statement."""
    city = told.get("city")
    last = len(found.prose.sentences) - 1
    closing = [each for each in lines if each.index == last]
    placed = place_fields(found, closing).get("city")
    if "date" in told or city is None or placed is None or placed.value != city.value:
        return {}
    return date_fields(found, closing)


def _is_of_other_days(found: Findings, each: Attached, words: OccasionWords) -> bool:
    """ "planned for 25 May, has been postponed"; a stay: "received, from 3 to 5 May, a delegation"."""
    if not isinstance(each.what, DateMention):
        return False
    text = found.prose.text
    if words.postponed.search(text, each.what.stop, each.sentence.stop):
        return True
    is_span = span(each.what.edtf).precision is Precision.INTERVAL
    return is_span and each.occasion is None and words.guests.match(text, each.at) is not None


def _as_of_line(found: Findings, dated: dict[str, Said], lines: Sequence[Attached]) -> dict[str, Said]:
    """ "Nairobi, 4 September 2023 – It opened today": not the day on which it is published."""
    day = dated.get("date")
    anchor = found.prose.anchor
    if day is None:
        return {}
    if day.words is None or anchor is None or day.value != anchor.isoformat():
        return {"date": day}
    start = day.words.start
    is_today = any(each.start == start and each.is_today for each in found.dates)
    near = {(anchor - timedelta(days=back)).isoformat() for back in range(1, _LATE + 1)}
    told = [each.what.edtf for each in lines if isinstance(each.what, DateMention) and each.what.edtf in near]
    return {"date": replace(day, value=told[0])} if is_today and told else {"date": day}


def _facts(found: Findings, chosen: Chosen, attached: Sequence[Attached]) -> list[Attached]:
    facts = [each for each in attached if _is_mine(found, chosen, each)]
    return sorted(facts, key=lambda each: (each.sentence.block.kind in _TITLES, each.what.start))


def _is_mine(found: Findings, chosen: Chosen, each: Attached) -> bool:
    if each.by is CueKind.DATELINE:
        return False
    is_plain = plain_words(found.prose.lexicon.language) is not None
    if each.occasion is not None and is_plain and not chosen.mentions:
        return _is_bare(each.occasion)  # "The meeting took place in Astana", after a verb that tells of it
    if each.occasion is not None:
        return _is_about(chosen, each, each.occasion)
    if each.sentence.block.kind is BlockKind.TITLE:
        return each.by is CueKind.MEETING
    in_lead = _is_leading(chosen.lead[:LEAD], each)
    if each.by is CueKind.JOURNEY:
        return in_lead and not chosen.mentions
    is_to_come = tense_at(found.prose, each.at, each.at + 1) is Tense.FUTURE
    return in_lead and (not is_to_come or chosen.tense is Tense.FUTURE)


def _is_leading(lead: Sequence[int], each: Attached) -> bool:
    """Whether it is in one of the first sentences, or in a short one between them."""
    return bool(lead) and lead[0] <= each.index <= lead[-1]


def _is_bare(occasion: Occasion) -> bool:
    is_other = occasion.is_named or occasion.is_aside or occasion.ordinal or occasion.turn
    return occasion.is_definite and not is_other


def _is_about(chosen: Chosen, each: Attached, occasion: Occasion) -> bool:
    """Whether a meeting that is named is the reported one: "gathered today for two days of meetings" too."""
    is_nameless = not (occasion.is_named or occasion.ordinal or occasion.turn)
    if not chosen.mentions and is_nameless and each.index in chosen.lead[:1]:
        return True
    return any(occasion is mention for mention in chosen.mentions)


def _days_of(facts: Sequence[Attached]) -> dict[int, list[str]]:
    """The dates by the sentences that tell them."""
    days: dict[int, list[str]] = {}
    for each in facts:
        if isinstance(each.what, DateMention):
            days.setdefault(each.index, []).append(each.what.edtf)
    return days


def _is_of_other_day(days: Sequence[str], day: str) -> bool:
    """A place in a sentence that tells of another day: "They last met in September 2022 in Washington"."""
    return bool(days) and not any(may_be_same(other, day) for other in days)


def _says(found: Findings, sentences: Sequence[Sentence], words: OccasionWords, what: str) -> bool:
    wanted = words.now if what == "now" else words.here
    return any(wanted.search(found.prose.text, each.start, each.stop) for each in sentences)
