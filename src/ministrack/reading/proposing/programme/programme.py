"""What is on the programme of a meeting."""

from collections.abc import Iterator, Sequence

from ministrack.domain.language import tr
from ministrack.domain.meeting import MeetingStatus, ProgrammeKind, Treatment
from ministrack.domain.proposal import Proposal, ProposalKind, Relation, Said
from ministrack.reading.findings import Findings
from ministrack.reading.mention import Mention
from ministrack.reading.proposing.inside import Inside
from ministrack.reading.proposing.names_of_things.tokens import Spans
from ministrack.reading.proposing.programme.programme_events import Events
from ministrack.reading.proposing.programme.programme_items import Item
from ministrack.reading.proposing.programme.programme_talks import Talks
from ministrack.reading.proposing.programme.programme_visits import Visits
from ministrack.reading.proposing.programme.programme_words import ProgrammeWords, programme_words
from ministrack.reading.proposing.quoting import plain, quote_of, said_in
from ministrack.reading.proposing.tasks.task_words import task_words
from ministrack.reading.report import BlockKind

_TOLD = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CAPTION)
_NEAR = 60  # characters from an item to its day
_REACH = 400  # characters before an item in which its sentence says that it is to come
_MOST = 30
_MOST_SIGNED = 4


def propose_programme(
    found: Findings, meetings: Sequence[Proposal], documents: Sequence[Proposal]
) -> list[Proposal]:
    """In the order of the text; `meetings` and `documents` are those that were proposed already."""
    words = programme_words(found.prose.lexicon.language)
    about = next((each.key for each in meetings if each.relation is Relation.REPORTED), "")
    items = [*_told(found, words), *_signings(found, words, documents)]
    times = _Times(found, words, meetings)
    names = [each.fields["name"].words for each in meetings if "name" in each.fields]
    own = Spans(Mention(start=each.start, stop=each.stop) for each in names if each)
    beside = [item for item in items if not own.covers(item.start)]
    kept = _without_repetitions(sorted(beside, key=lambda item: (item.start, item.stop)))
    return [
        _proposal(found, times, item, also, f"p{number}", about)
        for number, (item, also) in enumerate(kept[:_MOST], 1)
    ]


def _told(found: Findings, words: ProgrammeWords) -> Iterator[Item]:
    finders = (Visits(found, words), Events(found, words), Talks(found, words))
    for sentence in found.prose.sentences:
        if sentence.block.kind in _TOLD:
            for finder in finders:
                yield from finder.of(sentence)


def _signings(found: Findings, words: ProgrammeWords, documents: Sequence[Proposal]) -> Iterator[Item]:
    """What was signed at the meeting was signed on some occasion; a whole list is no point for each."""
    signed = [each for each in documents if each.value("treatment") == Treatment.SIGNED.value]
    is_told = bool(words.titles["signing"]) and len(signed) <= _MOST_SIGNED
    for document in signed if is_told else ():
        treatment = document.fields["treatment"]
        sentence = found.prose.sentence_at(treatment.quote.start)
        if sentence and treatment.words:
            title = words.titles["signing"].replace("{document}", document.value("title"))
            yield Item(
                sentence=sentence,
                kind=ProgrammeKind.SIGNING,
                title=title,
                start=treatment.words.start,
                stop=treatment.words.stop,
            )


def _without_repetitions(items: Sequence[Item]) -> list[tuple[Item, list[Item]]]:
    """Each item once, with the others of the same title, or of a shorter one ("the lunch")."""
    kept: list[tuple[Item, list[Item]]] = []
    for item in items:
        title = item.title.casefold()
        also = next((others for known, others in kept if title in known.title.casefold()), None)
        if also is None:
            kept.append((item, []))
        else:
            also.append(item)
    return kept


class _Times:
    """Days and hours beside items."""

    def __init__(self, found: Findings, words: ProgrammeWords, meetings: Sequence[Proposal]) -> None:
        self._text = found.prose.text
        self._will = task_words(found.prose.lexicon.language).patterns["will"]
        reported = next((each for each in meetings if each.relation is Relation.REPORTED), None)
        self._is_over = reported is not None and reported.value("status") == MeetingStatus.HELD.value
        self._dates = Inside(found.dates)
        self._clock = words.patterns["clock"]
        self._to_come = words.patterns["to_come"]
        self._anchor = found.prose.anchor

    def of(self, item: Item) -> tuple[int, int]:
        """The span of the words that say when."""
        done = max(item.stop, item.place[1])
        clock = self._clock.search(self._text, done, min(item.sentence.stop, done + _NEAR))
        if clock:
            return clock.span("time")
        days = self._dates.between(done, min(item.sentence.stop, done + _NEAR))
        return (days[0].start, days[0].stop) if days and not days[0].is_today else (0, 0)

    def doubt(self, item: Item) -> str:
        """Why it may not be of this meeting; empty where nothing speaks against it."""
        if self._is_past(item):
            return tr("It may be of an earlier year")
        if self._to_come.search(self._text, max(item.sentence.start, item.start - _NEAR), item.start):
            return tr("It may be of a later day")
        begin = max(item.sentence.start, item.start - _REACH)
        is_to_come = self._is_over and self._will.search(self._text, begin, item.start)
        return tr("It may be of a later day") if is_to_come else ""

    def _is_past(self, item: Item) -> bool:
        if self._anchor is None:
            return False
        days = self._dates.between(item.sentence.start, item.sentence.stop)
        years = [int(day.edtf[:4]) for day in days if day.edtf[:4].isdigit()]
        return bool(years) and max(years) < self._anchor.year


def _proposal(
    found: Findings, times: _Times, item: Item, also: Sequence[Item], key: str, about: str
) -> Proposal:
    prose, sentence = found.prose, item.sentence
    fields: dict[str, Said] = {
        "title": said_in(prose, sentence, item.title, item.start, item.stop),
        "kind": said_in(prose, sentence, item.kind.value, item.start, item.stop),
    }
    for name, (start, stop) in (("place", item.place), ("time", times.of(item))):
        if stop:
            fields[name] = said_in(prose, sentence, plain(prose.text[start:stop]), start, stop)
    why = times.doubt(item)
    return Proposal(
        kind=ProposalKind.PROGRAMME,
        key=key,
        fields=fields,
        quote=quote_of(prose, item.start, item.stop),
        also=tuple(quote_of(prose, other.start, other.stop) for other in also),
        sure=not why,
        why=why,
        about=about,
    )
