"""Documents, bodies, tasks and programme items that a report names by a title, as the dossier has them."""

from collections.abc import Iterable, Mapping

from ministrack.domain.body import Body
from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.document import Document, DocumentStage
from ministrack.domain.filters import Compare
from ministrack.domain.language import tr
from ministrack.domain.meeting import Meeting, MeetingDocument, ProgrammeItem
from ministrack.domain.names import fold
from ministrack.domain.proposal import Proposal
from ministrack.domain.record import Record, Ref
from ministrack.domain.task import Task
from ministrack.edits.proposals.comparing import overlap
from ministrack.edits.proposals.known import Known
from ministrack.edits.proposals.likeness import likeness, same_words, searched_words, words_of
from ministrack.edits.proposals.parts import TABLES_OF
from ministrack.edits.proposals.reviewed import Candidate

_HITS = 20
_SHOWN = 5
_SAME, _WORDS, _ALIKE = 100, 95, 0.6
_CLOSE = 80  # enough for two titles at one meeting
_DOUBT = 40  # taken off where something else speaks against it
_LEAST = 30
_FEW = 3  # words; fewer are not enough to find something by a part of them


def titled_like(known: Known, proposal: Proposal) -> tuple[Candidate, ...]:
    """Records that may be meant, best first; the first `is_same` where nothing speaks against it."""
    title = proposal.value("title") or proposal.value("name")
    meeting = known.record(proposal.about)
    found = []
    for record in _looked_up(known, TABLES_OF[proposal.kind][0], title, meeting):
        score, why = _likeness(title, str(getattr(record, record.LABEL)))
        doubt = _doubt(known, proposal, record, meeting) if score else ""
        if doubt:
            score, why = score - _DOUBT, tr("{why}, but {doubt}", why=why, doubt=doubt)
        elif _CLOSE <= score < _WORDS and _is_at(record, meeting):
            score, why = _WORDS, tr("same meeting, similar words")
        if score >= _LEAST:
            label = known.read.label(Ref(record.TABLE, record.id))
            is_same = score >= _WORDS
            found.append(Candidate(Ref(record.TABLE, record.id), label, score, why, is_same=is_same))
    found.sort(key=lambda each: -each.score)
    return tuple(found[:_SHOWN])


def _looked_up(known: Known, table: str, title: str, meeting: Ref | None) -> Iterable[Record]:
    """Records of the meeting itself, and those that have the words of the title."""
    kind = RECORD_TYPES[table]
    found: dict[str, Record] = {}
    if meeting is not None and table in _AT:
        field = _AT[table]
        found |= {each.id: each for each in known.read.find(kind, Compare(field, meeting.id))}
    if table == ProgrammeItem.TABLE:
        return found.values()
    parts = [title, searched_words(title)] if len(words_of(title)) >= _FEW else [title]
    for text in dict.fromkeys(parts):
        for hit in known.read.search(text, (table,), _HITS) if fold(text) else ():
            record = known.read.get(kind, hit.ref.id)
            if record is not None:
                found[record.id] = record
    return found.values()


_AT: Mapping[str, str] = {"task": "made_at", "programme_item": "meeting"}
"""The field that says at which meeting a record of a table belongs."""


def _is_at(record: Record, meeting: Ref | None) -> bool:
    """Whether a record belongs to the meeting."""
    return meeting is not None and getattr(record, _AT.get(record.TABLE, ""), None) == meeting.id


def _likeness(said: str, title: str) -> tuple[int, str]:
    if fold(said) == fold(title):
        return _SAME, tr("same title")
    if same_words(said, title):
        return _WORDS, tr("same words")
    alike = likeness(said, title)
    most, least = len(words_of(said) | words_of(title)), min(len(words_of(said)), len(words_of(title)))
    if alike < _ALIKE or least * _FEW < most:
        return 0, ""
    return round(alike * 85), tr("similar words")


def _doubt(known: Known, proposal: Proposal, record: Record, meeting: Ref | None) -> str:
    """What speaks against it that a record of this title is meant."""
    if isinstance(record, Document):
        return _other_paper(known, proposal, record, meeting)
    if isinstance(record, Body):
        mandate = proposal.value("mandate")
        if mandate and record.mandate and likeness(mandate, record.mandate) < _ALIKE:
            return tr("its mandate is another one")
    if isinstance(record, Task) and _is_elsewhere(known, proposal, [record.made_at], meeting):
        return tr("it was made at another meeting")
    return ""


def _other_paper(known: Known, proposal: Proposal, record: Document, meeting: Ref | None) -> str:
    """Each meeting has its joint statement: date and series tell them apart."""
    stages = known.read.find(DocumentStage, Compare("document", record.id))
    date = proposal.value("date")
    same = [each.date for each in stages if each.date and each.stage.value == proposal.value("stage")]
    if date and same and not any(overlap(date, each) for each in same):
        return tr("its date is another one")
    links = known.read.find(MeetingDocument, Compare("document", record.id))
    meetings = [each.meeting for each in links] + [each.meeting for each in stages if each.meeting]
    if not (date and same) and _is_elsewhere(known, proposal, meetings, meeting):
        return tr("it belongs to other meetings")
    return ""


def _is_elsewhere(
    known: Known, proposal: Proposal, meetings: Iterable[str | None], meeting: Ref | None
) -> bool:
    """Whether all that is known are meetings of other series; nothing is said where none is known."""
    others = [found for each in meetings if each and (found := known.read.get(Meeting, each)) is not None]
    if not others or any(meeting is not None and each.id == meeting.id for each in others):
        return False
    own = known.read.get(Meeting, meeting.id) if meeting is not None else None
    new, _ = known.series.get(proposal.about, (None, ""))
    series = own.series if own is not None else new.ref.id if new is not None else None
    return series is None or all(each.series != series for each in others)
