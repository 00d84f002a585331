"""What the reported meeting is called, and which of its series it is."""

from ministrack.domain.proposal import Said
from ministrack.reading.findings import Findings
from ministrack.reading.proposing.meetings.choosing import Chosen
from ministrack.reading.proposing.meetings.occasion_words import occasion_words
from ministrack.reading.proposing.meetings.occasions import Occasion
from ministrack.reading.proposing.meetings.reported_facts import LEAD
from ministrack.reading.proposing.quoting import plain, said_in

_REACH = 40


def name_field(found: Findings, chosen: Chosen) -> dict[str, Said]:
    """The fullest name as it is printed: with its number, with what it is a meeting of."""
    best = max(
        chosen.mentions,
        key=lambda each: (each.ordinal is not None, each.is_named, each.stop - each.start),
    )
    value = plain(found.prose.text[best.start : best.stop])
    return {"name": said_in(found.prose, best.sentence, value, best.start, best.stop)}


def number_fields(found: Findings, chosen: Chosen) -> dict[str, Said]:
    """The number, and what the report adds to it: "second in person", "second since Camp David"."""
    fields: dict[str, Said] = {}
    for each in chosen.mentions:
        if each.ordinal is not None:
            name = "numbering_note" if is_relative(found, each) else "number"
            ordinal = each.ordinal
            value = (
                str(ordinal.number) if name == "number" else found.prose.text[ordinal.start : ordinal.stop]
            )
            fields.setdefault(name, said_in(found.prose, each.sentence, value, ordinal.start, ordinal.stop))
    if "number" not in fields:
        fields |= _times(found, chosen) or _said_of_itself(found)
    if "number" in fields:
        fields |= _note(found, chosen)
    return fields


def is_relative(found: Findings, each: Occasion) -> bool:
    """Whether an ordinal counts from something else than the beginning: "the second meeting since 2021"."""
    words = occasion_words(found.prose.lexicon.language)
    return words.since.match(found.prose.text, each.stop, each.sentence.stop) is not None


def _times(found: Findings, chosen: Chosen) -> dict[str, Said]:
    """ "met for the 11th time"."""
    words = occasion_words(found.prose.lexicon.language)
    for index in chosen.lead[:LEAD]:
        sentence = found.prose.sentences[index]
        time = words.times.search(found.prose.text, sentence.start, sentence.stop)
        for each in found.ordinals if time else ():
            if time and time.start() <= each.start < time.end():
                return {"number": said_in(found.prose, sentence, str(each.number), each.start, each.stop)}
    return {}


def _said_of_itself(found: Findings) -> dict[str, Said]:
    """ "(this was the 8th)"."""
    words = occasion_words(found.prose.lexicon.language)
    text = found.prose.text
    for each in found.ordinals:
        is_it = words.self_counted.match(text, each.stop)
        sentence = found.prose.sentence_at(each.start) if is_it else None
        if sentence and words.self_count.search(text, max(sentence.start, each.start - _REACH), each.start):
            return {"number": said_in(found.prose, sentence, str(each.number), each.start, each.stop)}
    return {}


def _note(found: Findings, chosen: Chosen) -> dict[str, Said]:
    words = occasion_words(found.prose.lexicon.language)
    for index in chosen.lead[:LEAD]:
        sentence = found.prose.sentences[index]
        note = words.note.search(found.prose.text, sentence.start, sentence.stop)
        if note:
            start, stop = note.span("note")
            return {"numbering_note": said_in(found.prose, sentence, plain(note["note"]), start, stop)}
    return {}
