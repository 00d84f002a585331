"""Documents in languages whose nouns have endings: "Astana Bəyannaməsi", "Астанинская декларация"."""

from collections.abc import Iterator, Sequence

from ministrack.domain.language import tr
from ministrack.domain.proposal import Proposal, ProposalKind, Relation, Said
from ministrack.domain.values import dataclass
from ministrack.reading.findings import Findings
from ministrack.reading.mention import DateMention
from ministrack.reading.proposing.documents.plain_title_words import PlainTitleWords
from ministrack.reading.proposing.documents.plain_titles import PlainTitle, plain_titles
from ministrack.reading.proposing.inside import Inside
from ministrack.reading.proposing.quoting import quote_of, said_in

_BESIDE = 4
"""Characters between a name and the participle right before it: "imzalanan “Bişkek Bildirisi”"."""
_DAY_REACH = 40


@dataclass(frozen=True, slots=True)
class _Act:
    """What is done with a document, by its stage."""

    start: int
    stop: int
    stage: str


def propose_plain_documents(
    found: Findings, meetings: Sequence[Proposal], words: PlainTitleWords
) -> list[Proposal]:
    """One for each document, in the order of the text."""
    reported = next((each for each in meetings if each.relation is Relation.REPORTED), None)
    maker = _Maker(found, words, reported)
    groups: dict[str, list[PlainTitle]] = {}
    for title in plain_titles(found, words):
        groups.setdefault(title.key, []).append(title)
    proposals = (maker.proposal(titles, f"c{at}") for at, titles in enumerate(groups.values(), 1))
    return [each for each in proposals if each is not None]


class _Maker:
    def __init__(self, found: Findings, words: PlainTitleWords, reported: Proposal | None) -> None:
        self._found = found
        self._words = words
        self._reported = reported
        self._dates = Inside(found.dates)
        self._verb_last = bool(found.prose.lexicon.section("dates").get("verb_last"))

    def proposal(self, titles: Sequence[PlainTitle], key: str) -> Proposal | None:
        """A document, None where it is only a word for some document."""
        acts = [(title, act) for title in titles if (act := self._act(title))]
        main, act = acts[0] if acts else (titles[0], None)
        if act is None and not main.is_distinct:
            return None
        prose = self._found.prose
        fields = {
            "title": said_in(prose, main.sentence, main.text, main.start, main.stop),
            "kind": said_in(prose, main.sentence, main.kind, main.start, main.stop),
        }
        if act is not None:
            fields |= self._stage(main, act)
        return Proposal(
            kind=ProposalKind.DOCUMENT,
            key=key,
            fields=fields,
            quote=quote_of(prose, main.start, main.stop),
            also=tuple(quote_of(prose, each.start, each.stop) for each in titles if each is not main),
            sure=act is not None,
            why="" if act else tr("Only named in the report; what was done with it is not said."),
            about=self._reported.key if self._reported else "",
        )

    def _act(self, title: PlainTitle) -> _Act | None:
        """The act of a name: the participle right before it, else the nearest verb of its sentence."""
        sentence, text = title.sentence, self._found.prose.text
        acts = [
            _Act(each.start(), each.end(), self._words.stage(each))
            for each in self._words.acts.finditer(text, sentence.start, sentence.stop)
        ]
        before = [each for each in acts if each.stop <= title.start]
        after = [each for each in acts if each.start >= title.stop]
        if before and title.start - before[-1].stop <= _BESIDE:
            return before[-1]
        if after and (self._verb_last or not before):
            return after[0]
        if before and after:
            return min(
                before[-1], after[0], key=lambda each: max(title.start - each.stop, each.start - title.stop)
            )
        return before[-1] if before else None

    def _stage(self, title: PlainTitle, act: _Act) -> dict[str, Said]:
        prose, sentence = self._found.prose, title.sentence
        said = {"stage": said_in(prose, sentence, act.stage, act.start, act.stop)}
        day = next(self._days(title, act), None)
        if day is not None:
            said["date"] = said_in(prose, sentence, day.edtf, day.start, day.stop)
        return said

    def _days(self, title: PlainTitle, act: _Act) -> Iterator[DateMention]:
        """The day that stands with the act: before it, or right behind it."""
        for day in self._dates.between(max(title.sentence.start, act.start - _DAY_REACH), act.start):
            if day.stop <= act.start and not title.start <= day.start < title.stop:
                yield day
        yield from self._dates.between(act.stop, min(act.stop + _BESIDE, title.sentence.stop))
