"""What a report is about where it names no meeting: people who met, signed or went on a visit."""

from collections.abc import Sequence
from datetime import date, timedelta

from ministrack.domain.date_spans import span
from ministrack.domain.proposal import Said
from ministrack.domain.values import dataclass
from ministrack.reading.findings import Findings
from ministrack.reading.mentions.tense import Tense, tense_at
from ministrack.reading.proposing.meetings.cues import Cue, CueKind, cues_in
from ministrack.reading.proposing.meetings.occasion_words import occasion_words
from ministrack.reading.proposing.quoting import plain, said_in
from ministrack.reading.prose import Sentence
from ministrack.reading.report import BlockKind

_NEWS = timedelta(days=31)
"""A report tells of a signing soon after it; older ones are told as background."""
_LONGEST_NAME = 80
_FIRST = 40
"""So many verbs of a sentence are looked at."""


@dataclass(frozen=True, slots=True)
class Act:
    """A verb that tells of people who come together: "met today"."""

    sentence: Sentence
    cue: Cue

    @property
    def is_visit(self) -> bool:
        """Whether it tells of a journey alone."""
        return self.cue.kind is CueKind.JOURNEY


def find_act(found: Findings, lead: Sequence[int]) -> Act | None:
    """The first such verb of the lead; a visit only where the first sentence tells of nothing else."""
    words = occasion_words(found.prose.lexicon.language)
    text = found.prose.text
    sentences = [found.prose.sentences[index] for index in lead]
    official = [each for each in sentences if words.officials.search(text, each.start, each.stop)]
    for sentence in official:
        is_news = _is_news(found, sentence)
        for cue in _cues(found, sentence)[:_FIRST]:
            if sentence is not sentences[0] and tense_at(found.prose, cue.start, cue.stop) is Tense.FUTURE:
                continue
            is_meeting = cue.kind is CueKind.MEETING and words.acts.fullmatch(text, cue.start, cue.stop)
            if is_meeting or (cue.kind is CueKind.SIGNING and is_news):
                return Act(sentence, cue)
    if not official or official[0] is not sentences[0]:
        return None
    journeys = (cue for cue in _cues(found, official[0]) if cue.kind is CueKind.JOURNEY)
    return next((Act(official[0], cue) for cue in journeys), None)


def name_of_act(found: Findings, act: Act) -> dict[str, Said]:
    """The title of the report without what it says of itself ("Readout of"); else the words of the act."""
    text = found.prose.text
    words = occasion_words(found.prose.lexicon.language)
    title = next((each for each in found.prose.sentences if each.block.kind is BlockKind.TITLE), None)
    if title is None and found.prose.lexicon.section("dates").get("verb_last"):
        return {"name": said_in(found.prose, act.sentence, *_shortened(found, act))}
    if title is None:
        stop = min(act.sentence.stop, act.cue.start + _LONGEST_NAME)
        end = words.act_ends.search(text, act.cue.stop, stop)
        start, stop = act.cue.start, end.start() if end else act.cue.stop
        if stop == act.cue.stop and start - act.sentence.start <= _LONGEST_NAME:
            start = act.sentence.start  # "The Eurasian Intergovernmental Council met"
        return {"name": said_in(found.prose, act.sentence, plain(text[start:stop]), start, stop)}
    prefix = words.prefix.match(text, title.start, title.stop)
    start = prefix.end() if prefix else title.start
    return {"name": said_in(found.prose, title, plain(text[start : title.stop]), start, title.stop)}


def _shortened(found: Findings, act: Act) -> tuple[str, int, int]:
    """What stands before a verb that comes last: "Adalet Bakanı X, Y ile görüştü"."""
    start, stop = act.sentence.start, act.cue.stop
    if stop - start > 2 * _LONGEST_NAME:
        start = act.cue.start
    return plain(found.prose.text[start:stop]), start, stop


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
