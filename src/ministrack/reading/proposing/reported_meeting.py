"""The meeting that a report is about, as a proposal."""

from collections.abc import Sequence
from datetime import date, timedelta

from ministrack.domain.date_spans import span
from ministrack.domain.language import tr
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.proposal import Proposal, ProposalKind, Quote, Relation, Said
from ministrack.reading.findings import Findings
from ministrack.reading.mentions.tense import Tense, tense_at
from ministrack.reading.proposing.attaching import Attached
from ministrack.reading.proposing.choosing import Chosen
from ministrack.reading.proposing.cues import Cue, CueKind, cues_in
from ministrack.reading.proposing.meeting_facts import (
    country_is_told,
    date_fields,
    organisation_field,
    place_fields,
)
from ministrack.reading.proposing.meeting_hosts import host_field, mode_field, theme_field, venue_field
from ministrack.reading.proposing.occasion_words import occasion_words
from ministrack.reading.proposing.quoting import quote_of, said_in
from ministrack.reading.prose import Sentence
from ministrack.reading.report import BlockKind

KEY = "m1"
_LEAD = 3
_NEWS = timedelta(days=31)
"""A report tells of a signing soon after it; older ones are told as background."""


def reported_meeting(found: Findings, chosen: Chosen, attached: Sequence[Attached]) -> Proposal | None:
    """The proposal, None where the report tells of no meeting."""
    act = None if chosen.mentions else _act(found, chosen)
    if not chosen.mentions and act is None:
        return None
    facts = _facts(found, chosen, attached)
    sentences = _sentences(found, chosen)
    lines = [each for each in attached if each.by is CueKind.DATELINE]
    dated = date_fields(found, facts) or _date_of_line(found, lines, sentences)
    placed = place_fields(found, facts) or _place_of_line(found, lines, sentences)
    fields: dict[str, Said] = {
        **_name(found, chosen, act),
        **_number(found, chosen),
        **organisation_field(found, chosen.mentions),
        **dated,
        **placed,
        **venue_field(found, sentences),
        **host_field(found, sentences),
        **_status(found, chosen, dated, sentences),
        **mode_field(found, sentences),
        **theme_field(found, sentences),
    }
    quote, also = _quotes(found, chosen, act)
    return Proposal(
        kind=ProposalKind.MEETING,
        key=KEY,
        fields=fields,
        quote=quote,
        also=also,
        relation=Relation.REPORTED,
        sure=act is None or act[1].kind is not CueKind.JOURNEY,
        why=_why(found, fields, act),
    )


def _act(found: Findings, chosen: Chosen) -> tuple[Sentence, Cue] | None:
    """A verb in the lead that tells of people who come together, where no noun does: "met today".

    A visit, where the first sentence tells of nothing else.
    """
    words = occasion_words(found.prose.lexicon.language)
    sentences = [found.prose.sentences[index] for index in chosen.lead[:_LEAD]]
    official = [each for each in sentences if words.officials.search(found.prose.text, each.start, each.stop)]
    for sentence in official:
        for cue in _cues(found, sentence):
            is_meeting = cue.kind is CueKind.MEETING and words.acts.fullmatch(
                found.prose.text, cue.start, cue.stop
            )
            if is_meeting or (cue.kind is CueKind.SIGNING and _is_news(found, sentence)):
                return sentence, cue
    for sentence in official[:1]:
        journeys = [cue for cue in _cues(found, sentence) if cue.kind is CueKind.JOURNEY]
        if journeys and sentence is sentences[0]:
            return sentence, journeys[0]
    return None


def _cues(found: Findings, sentence: Sentence) -> list[Cue]:
    return cues_in(found.prose.text, sentence.start, sentence.stop, found.prose.lexicon.language)


def _is_news(found: Findings, sentence: Sentence) -> bool:
    """Whether a sentence tells of something on the report's own day or near it."""
    anchor = found.prose.anchor
    near = anchor - _NEWS if anchor else date.max
    for each in found.dates:
        if sentence.start <= each.start < sentence.stop:
            first = span(each.edtf).first or ""
            return each.is_relative or first >= near.isoformat()
    return False


def _date_of_line(
    found: Findings, lines: Sequence[Attached], sentences: Sequence[Sentence]
) -> dict[str, Said]:
    """The day at the head of a report that says "has begun", or that its people are "here", without a day."""
    words = occasion_words(found.prose.lexicon.language)
    if any(words.now.search(found.prose.text, each.start, each.stop) for each in sentences):
        return date_fields(found, lines)
    return {}


def _place_of_line(
    found: Findings, lines: Sequence[Attached], sentences: Sequence[Sentence]
) -> dict[str, Said]:
    """The place at the head of a report that says "here"; else that is where it was written."""
    words = occasion_words(found.prose.lexicon.language)
    if any(words.here.search(found.prose.text, each.start, each.stop) for each in sentences):
        return place_fields(found, lines)
    return {}


def _facts(found: Findings, chosen: Chosen, attached: Sequence[Attached]) -> list[Attached]:
    """Dates and places of the meeting: those given with its name, and with verbs in the lead without one."""
    starts = {each.start for each in chosen.mentions}
    lead = chosen.lead[:_LEAD]
    facts = []
    for each in attached:
        if each.by is CueKind.DATELINE:
            continue
        if each.occasion is not None:
            mine = each.occasion.start in starts
        elif each.by is CueKind.JOURNEY:
            mine = not starts and each.index in lead
        else:
            past = tense_at(found.prose, each.at, each.at + 1)
            mine = each.index in lead and (past is not Tense.FUTURE or chosen.tense is Tense.FUTURE)
        if mine:
            facts.append(each)
    titles = (BlockKind.TITLE, BlockKind.HEADING)
    return sorted(facts, key=lambda each: (each.sentence.block.kind in titles, each.what.start))


def _sentences(found: Findings, chosen: Chosen) -> list[Sentence]:
    """The sentences that tell of the meeting: those that name it, else those of the lead."""
    indices = {each.index for each in chosen.mentions} | set(chosen.lead[:1])
    return [found.prose.sentences[index] for index in sorted(indices)]


def _name(found: Findings, chosen: Chosen, act: tuple[Sentence, Cue] | None) -> dict[str, Said]:
    """The name as it is printed: the fullest one, or the title of a report that names no meeting."""
    if chosen.mentions:
        best = max(
            chosen.mentions, key=lambda each: (bool(each.ordinal), each.is_named, each.stop - each.start)
        )
        value = " ".join(found.prose.text[best.start : best.stop].split())
        return {"name": said_in(found.prose, best.sentence, value, best.start, best.stop)}
    heads = (each for each in found.prose.sentences if each.block.kind is BlockKind.TITLE)
    title = next(heads, None)
    if title is None and act is not None:
        sentence, cue = act
        return {
            "name": said_in(
                found.prose, sentence, found.prose.text[cue.start : cue.stop], cue.start, cue.stop
            )
        }
    if title is None:
        return {}
    prefix = occasion_words(found.prose.lexicon.language).prefix.match(
        found.prose.text, title.start, title.stop
    )
    start = prefix.end() if prefix else title.start
    value = " ".join(found.prose.text[start : title.stop].split())
    return {"name": said_in(found.prose, title, value, start, title.stop)}


def _number(found: Findings, chosen: Chosen) -> dict[str, Said]:
    """Which of its series the meeting is, and what the report adds to that: "second in person"."""
    fields: dict[str, Said] = {}
    for each in chosen.mentions:
        if each.ordinal is not None:
            ordinal = each.ordinal
            fields["number"] = said_in(
                found.prose, each.sentence, str(ordinal.number), ordinal.start, ordinal.stop
            )
            break
    words = occasion_words(found.prose.lexicon.language)
    for index in chosen.lead[:_LEAD]:
        sentence = found.prose.sentences[index]
        time = words.times.search(found.prose.text, sentence.start, sentence.stop)
        if time and "number" not in fields:
            for ordinal in found.ordinals:
                if time.start() <= ordinal.start < time.end():
                    fields["number"] = said_in(
                        found.prose, sentence, str(ordinal.number), ordinal.start, ordinal.stop
                    )
        note = words.note.search(found.prose.text, sentence.start, sentence.stop)
        if note and "number" in fields:
            start, stop = note.span("note")
            fields["numbering_note"] = said_in(found.prose, sentence, note["note"], start, stop)
    return fields


def _status(
    found: Findings, chosen: Chosen, dated: dict[str, Said], sentences: Sequence[Sentence]
) -> dict[str, Said]:
    """Held, or announced: by its day and that of the report, else by the tense of the verbs."""
    anchor = found.prose.anchor
    status = MeetingStatus.ANNOUNCED if chosen.tense is Tense.FUTURE else MeetingStatus.HELD
    evidence = dated.get("date")
    if evidence is not None and anchor is not None:
        first = span(evidence.value).first or ""
        status = MeetingStatus.ANNOUNCED if first > anchor.isoformat() else status
    quote = evidence.quote if evidence else quote_of(found.prose, sentences[0].start, sentences[0].stop)
    return {"status": Said(status.value, quote)}


def _quotes(
    found: Findings, chosen: Chosen, act: tuple[Sentence, Cue] | None
) -> tuple[Quote, tuple[Quote, ...]]:
    if act is not None:
        return quote_of(found.prose, act[0].start, act[0].stop), ()
    quotes = [quote_of(found.prose, each.start, each.stop) for each in chosen.mentions]
    return quotes[0], tuple(sorted(quotes[1:], key=lambda each: each.start))


def _why(found: Findings, fields: dict[str, Said], act: tuple[Sentence, Cue] | None) -> str:
    if act is not None and act[1].kind is CueKind.JOURNEY:
        return tr("The report tells of a visit; whether there was a meeting has to be seen.")
    country = fields.get("country")
    if country is not None and "city" in fields and not country_is_told(found, country):
        return tr(
            "That {city} lies in {country} is not said, but known.",
            city=fields["city"].value,
            country=country.value,
        )
    return ""
