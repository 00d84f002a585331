"""The meeting that a report is about, as a proposal."""

from collections.abc import Mapping, Sequence

from ministrack.domain.countries import country_names
from ministrack.domain.date_spans import span
from ministrack.domain.language import tr
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.proposal import Proposal, ProposalKind, Quote, Relation, Said
from ministrack.reading.findings import Findings
from ministrack.reading.mentions.tense import Tense
from ministrack.reading.proposing.meetings.acts import Act, find_act, name_of_act
from ministrack.reading.proposing.meetings.attaching import Attached
from ministrack.reading.proposing.meetings.choosing import Chosen
from ministrack.reading.proposing.meetings.meeting_facts import (
    country_is_told,
    organisation_field,
    series_field,
)
from ministrack.reading.proposing.meetings.meeting_hosts import (
    host_field,
    mode_field,
    theme_field,
    venue_field,
)
from ministrack.reading.proposing.meetings.meeting_names import name_field, number_fields
from ministrack.reading.proposing.meetings.occasion_words import occasion_words
from ministrack.reading.proposing.meetings.reported_facts import LEAD, reported_facts
from ministrack.reading.proposing.quoting import quote_of
from ministrack.reading.prose import Sentence

KEY = "m1"


def reported_meeting(found: Findings, chosen: Chosen, attached: Sequence[Attached]) -> Proposal | None:
    """The proposal, None where the report tells of no meeting."""
    act = None if chosen.mentions else find_act(found, chosen.lead[:LEAD])
    if not chosen.mentions and act is None:
        return None
    sentences = _sentences(found, chosen)
    facts = reported_facts(found, chosen, attached, sentences)
    named = name_of_act(found, act) if act else name_field(found, chosen)
    numbered = number_fields(found, chosen)
    fields: dict[str, Said] = {
        **named,
        **numbered,
        **(series_field(found, named["name"], numbered.get("number")) if chosen.mentions else {}),
        **organisation_field(found, chosen.mentions),
        **facts,
        **venue_field(found, sentences),
        **host_field(found, sentences),
        **_status(found, chosen, facts, sentences),
        **mode_field(found, sentences),
        **theme_field(found, sentences),
    }
    quotes = _quotes(found, chosen, act)
    return Proposal(
        kind=ProposalKind.MEETING,
        key=KEY,
        fields=fields,
        quote=quotes[0],
        also=tuple(sorted(quotes[1:], key=lambda each: each.start)),
        relation=Relation.REPORTED,
        sure=act is None or not act.is_visit,
        why=_why(found, fields, act),
    )


def _sentences(found: Findings, chosen: Chosen) -> list[Sentence]:
    """The sentences that tell of the meeting: those that name it, and the first one or two."""
    indices = {each.index for each in chosen.mentions} | set(chosen.lead[: 1 if chosen.mentions else 2])
    return [found.prose.sentences[index] for index in sorted(indices)]


def _status(
    found: Findings, chosen: Chosen, facts: Mapping[str, Said], sentences: Sequence[Sentence]
) -> dict[str, Said]:
    """Held or announced, by its day and that of the report, else by the tense; or called off."""
    words = occasion_words(found.prose.lexicon.language)
    for sentence in sentences[:LEAD]:
        for status, wanted in (
            (MeetingStatus.POSTPONED, words.postponed),
            (MeetingStatus.CANCELLED, words.cancelled),
        ):
            if wanted.search(found.prose.text, sentence.start, sentence.stop):
                return {"status": Said(status.value, quote_of(found.prose, sentence.start, sentence.stop))}
    status = MeetingStatus.ANNOUNCED if chosen.tense is Tense.FUTURE else MeetingStatus.HELD
    day = facts.get("date")
    if day is not None and found.prose.anchor is not None:
        covered, own = span(day.value), found.prose.anchor.isoformat()
        if (covered.first or "") > own:
            status = MeetingStatus.ANNOUNCED
        elif (covered.last or "9") < own:
            status = MeetingStatus.HELD
    quote = day.quote if day else quote_of(found.prose, sentences[0].start, sentences[0].stop)
    return {"status": Said(status.value, quote)}


def _quotes(found: Findings, chosen: Chosen, act: Act | None) -> list[Quote]:
    if act is not None:
        return [quote_of(found.prose, act.sentence.start, act.sentence.stop)]
    return [quote_of(found.prose, each.start, each.stop) for each in chosen.mentions]


def _why(found: Findings, fields: Mapping[str, Said], act: Act | None) -> str:
    if act is not None and act.is_visit:
        return tr("The report tells of a visit; whether there was a meeting has to be seen.")
    place = fields.get("country")
    if place is None or "city" not in fields or country_is_told(found, place):
        return ""
    return tr(
        "That {city} lies in {country} is known, but not said.",
        city=fields["city"].value,
        country=country_names().get(place.value, place.value),
    )
