"""Proposals made of the documents that a report names."""

from collections.abc import Sequence
from datetime import timedelta

from ministrack.domain.proposal import Proposal, ProposalKind, Relation, Said
from ministrack.reading.findings import Findings
from ministrack.reading.mention import DateMention
from ministrack.reading.proposing.documents.document_acts import Act
from ministrack.reading.proposing.documents.document_sureness import Sureness
from ministrack.reading.proposing.documents.document_threads import Thread, Threads
from ministrack.reading.proposing.documents.document_words import STAGES, DocumentWords, document_words
from ministrack.reading.proposing.inside import Inside
from ministrack.reading.proposing.names_of_things.titled import Titled
from ministrack.reading.proposing.quoting import plain, quote_of, said_in

_DRAFT = "draft"
_NEWS = timedelta(days=14)
_FIRM = {"signed", "adopted", "issued", "in_force", "superseded"}


def proposals_of_threads(found: Findings, threads: Threads, meetings: Sequence[Proposal]) -> list[Proposal]:
    """One proposal for each document."""
    words = document_words(found.prose.lexicon.language)
    reported = next((each for each in meetings if each.relation is Relation.REPORTED), None)
    maker = _Maker(found, words, reported)
    ordered = sorted(threads.all, key=lambda thread: thread.main.start)
    sureness = Sureness(found, words, ordered)
    return [
        maker.proposal(thread, f"c{number}", *sureness.of(thread)) for number, thread in enumerate(ordered, 1)
    ]


class _Maker:
    def __init__(self, found: Findings, words: DocumentWords, reported: Proposal | None) -> None:
        self._found = found
        self._words = words
        self._reported = reported
        self._dates = Inside(found.dates)
        self._parties = Inside(found.parties)

    def proposal(self, thread: Thread, key: str, is_sure: bool, why: str) -> Proposal:
        """The document, its fields with their sentences, and the other places that name it."""
        main, prose = thread.main, self._found.prose
        fields: dict[str, Said] = {
            "title": said_in(prose, main.sentence, main.title, main.start, main.stop),
            "kind": self._kind(main),
            **self._stage(thread),
            **self._initiator(thread),
        }
        others = [name for name in thread.names if name is not main]
        return Proposal(
            kind=ProposalKind.DOCUMENT,
            key=key,
            fields=fields,
            quote=quote_of(prose, main.start, main.stop),
            also=tuple(quote_of(prose, name.start, name.stop) for name in others),
            sure=is_sure,
            why=why,
            about=self._reported.key if self._reported else "",
        )

    def _kind(self, main: Titled) -> Said:
        kind = _DRAFT if main.is_draft else main.kind
        return said_in(self._found.prose, main.sentence, kind, main.start, main.stop)

    def _stage(self, thread: Thread) -> dict[str, Said]:
        """The furthest stage that was reached, with its date and place; what the meeting did."""
        prose, main = self._found.prose, thread.main
        said: dict[str, Said] = {}
        act = _furthest(thread.acts)
        beside = self._day_beside(thread)
        if act and not ((main.is_draft or beside) and act.name not in _FIRM):
            stage = STAGES[act.name].value
            said["stage"] = said_in(prose, act.sentence, stage, act.start, act.stop)
            if act.date:
                day = act.date
                said["date"] = said_in(prose, act.sentence, day.edtf, day.start, day.stop)
            if act.place:
                place = act.place
                named = place.city or plain(prose.text[place.start : place.stop])
                said["place"] = said_in(prose, act.sentence, named, place.start, place.stop)
        elif main.is_draft:
            said["stage"] = said_in(prose, main.sentence, STAGES["drafting"].value, main.start, main.stop)
        if "date" not in said and not (act and act.is_planned):
            said |= beside
        planned = {each.name for each in thread.acts if each.is_planned}
        done = (each for each in thread.acts if each.treatment and each.name not in planned)
        treated = next((each for each in done if self._is_of_now(each)), None)
        if treated:
            span = treated.start, treated.stop
            said["treatment"] = said_in(prose, treated.sentence, treated.treatment, *span)
        return said

    def _day_beside(self, thread: Thread) -> dict[str, Said]:
        """The year or day that stands right before a name: "the April 2023 Washington Declaration"."""
        prose = self._found.prose
        for name in thread.names:
            near = self._dates.between(name.start - 24, name.start)
            day = next((day for day in near if not prose.text[day.stop : name.start].strip()), None)
            if day:
                return {"date": said_in(prose, name.sentence, day.edtf, day.start, day.stop)}
            if name.year:
                begin = prose.text.rfind(name.year, name.sentence.start, name.start)
                return {"date": said_in(prose, name.sentence, name.year, begin, begin + len(name.year))}
        return {}

    def _is_of_now(self, act: Act) -> bool:
        """Whether it was done at the meeting: on its day, or on none that is said."""
        if act.date is None or act.date.is_today:
            return True
        day = self._reported.value("date") if self._reported else ""
        return _touch(act.date, day) if day else self._is_news(act.date)

    def _is_news(self, day: DateMention) -> bool:
        """Whether it is one of the last days before the report."""
        anchor = self._found.prose.anchor
        if anchor is None or len(day.edtf) != len(anchor.isoformat()):
            return False
        return (anchor - _NEWS).isoformat() <= day.edtf <= anchor.isoformat()

    def _initiator(self, thread: Thread) -> dict[str, Said]:
        prose = self._found.prose
        for name in thread.names:
            cue = self._words.initiated.search(prose.text, name.stop, min(name.stop + 60, name.sentence.stop))
            party = next(iter(self._parties.between(cue.end(), cue.end() + 8)), None) if cue else None
            if cue and party:
                return {"initiator": said_in(prose, name.sentence, party.code, cue.start(), party.stop)}
        return {}


def _furthest(acts: Sequence[Act]) -> Act | None:
    """The act that brought a document furthest; of those yet to come only one with a day."""
    staged = [act for act in acts if act.has_stage and not (act.is_planned and _is_vague(act))]
    if not staged:
        return None
    firm = [act for act in staged if act.name in _FIRM] or staged
    return max(firm, key=lambda act: (act.date is not None, not act.is_planned, -act.start))


def _is_vague(act: Act) -> bool:
    """Whether an act to come brings no stage: one without a day, or that only leads to a text."""
    return act.date is None or act.name not in _FIRM


def _touch(day: DateMention, other: str) -> bool:
    return day.edtf.startswith(other[:10]) or other.startswith(day.edtf) or day.edtf in other
