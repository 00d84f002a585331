"""Proposals beside what the dossier has: new, there already, different, or to be looked at."""

from collections.abc import Callable, Mapping, Sequence

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import specs
from ministrack.domain.language import tr
from ministrack.domain.proposal import Proposal, ProposalKind, ReportText
from ministrack.domain.values import replace
from ministrack.edits.proposals.comparing import Compared, compared, in_words
from ministrack.edits.proposals.known import Known, in_order, references
from ministrack.edits.proposals.meetings import meetings_like
from ministrack.edits.proposals.parts import TABLES_OF, field_of, said_of
from ministrack.edits.proposals.reviewed import Candidate, Difference, Picked, Reviewed, Standing
from ministrack.edits.proposals.seats import seat_of
from ministrack.edits.proposals.series import series_of
from ministrack.edits.proposals.titled import titled_like
from ministrack.store.reader import Reader

_NEAR = 55  # a score below is shown, and asks nobody: a family name alone


def review(
    read: Reader,
    proposals: Sequence[Proposal],
    picked: Mapping[str, Picked] | None = None,
    report: ReportText | None = None,
) -> list[Reviewed]:
    """Each proposal beside the dossier, in the same order, with what was decided by hand, by key.

    Of a `report` that was read before, the records that were made of it are known again.
    """
    known = Known(read, proposals, picked, report)
    with read.snapshot():
        done = {id(each): _reviewed(known, each) for each in in_order(proposals)}
    return [done[id(each)] for each in proposals]


def _reviewed(known: Known, proposal: Proposal) -> Reviewed:
    found = _REVIEWS[proposal.kind](known, proposal)
    if found.record is not None:
        known.records[proposal.key] = found.record
    links = {name: known.records[key] for name, key in references(proposal).items() if key in known.records}
    return replace(found, links=links, labels=_labels(known, proposal))


def _meeting(known: Known, proposal: Proposal) -> Reviewed:
    series, new_series = series_of(known, proposal)
    candidates = meetings_like(known, proposal, series.ref if series else None)
    record = known.pick(proposal, candidates)
    known.series[proposal.key] = series, new_series
    found = Reviewed(
        proposal=proposal, standing=Standing.NEW, record=record, candidates=candidates,
        series=series, new_series="" if record else new_series,
    )  # fmt: skip
    return _stood(known, found, compared(known, proposal, record.ref if record else None))


def _delegation(known: Known, proposal: Proposal) -> Reviewed:
    seat = seat_of(known, proposal)
    record = seat.delegate or seat.delegation
    found = Reviewed(
        proposal=proposal, standing=Standing.NEW, record=record, person=seat.person, people=seat.people,
        candidates=tuple(each for each in (seat.delegate, seat.delegation) if each), matter=seat.matter,
    )  # fmt: skip
    parts = [compared(known, proposal, each.ref) for each in (seat.delegation, seat.delegate) if each]
    is_there = seat.delegate is not None or (record is not None and not _names_somebody(proposal))
    return _stood(known, found, sum(parts, Compared()), is_there=is_there)


def _titled(known: Known, proposal: Proposal) -> Reviewed:
    candidates = titled_like(known, proposal)
    record = known.pick(proposal, candidates)
    found = Reviewed(proposal=proposal, standing=Standing.NEW, record=record, candidates=candidates)
    return _stood(known, found, compared(known, proposal, record.ref if record else None))


_REVIEWS: Mapping[ProposalKind, Callable[[Known, Proposal], Reviewed]] = {
    ProposalKind.MEETING: _meeting,
    ProposalKind.DELEGATION: _delegation,
    ProposalKind.DOCUMENT: _titled,
    ProposalKind.BODY: _titled,
    ProposalKind.TASK: _titled,
    ProposalKind.PROGRAMME: _titled,
}


def _names_somebody(proposal: Proposal) -> bool:
    return any(proposal.value(name) for name in ("person", "title", "level"))


def _is_open(found: Reviewed, picked: Picked) -> bool:
    """Whether somebody has to say which record, or which person, is meant."""
    record = found.record is None and bool(found.candidates) and not picked.is_new
    return record or (found.person is None and bool(found.people) and not picked.is_new_person)


def _stood(known: Known, found: Reviewed, seen: Compared, *, is_there: bool | None = None) -> Reviewed:
    """With its standing: what is to be looked at comes before what differs."""
    picked = known.picked_for(found.proposal)
    there = found.record is not None if is_there is None else is_there
    near = [each for each in (*found.candidates, *found.people) if not each.is_same and each.score >= _NEAR]
    matter = found.matter or (_near_in_words(near[0]) if near and _is_open(found, picked) else "")
    if matter:
        standing = Standing.CHECK
    elif seen.differences:
        standing, matter = Standing.DIFFERS, _difference_in_words(seen.differences[0])
    else:
        standing = Standing.MATCHES if there else Standing.NEW
    return replace(
        found, standing=standing, matter=matter, differences=seen.differences, filled=seen.filled,
        replacing=picked.replacing,
    )  # fmt: skip


def _near_in_words(near: Candidate) -> str:
    return tr("Perhaps {name} ({why}).", name=near.label, why=near.why)


def _difference_in_words(first: Difference) -> str:
    return tr("{field} in the dossier: {present}.", field=first.label, present=first.present)


def _labels(known: Known, proposal: Proposal) -> dict[str, str]:
    """The values in words: names for codes, dates as they are read."""
    labels = {name: said.value for name, said in proposal.fields.items()}
    for table in TABLES_OF[proposal.kind]:
        declared = specs(RECORD_TYPES[table])
        for field, said in said_of(proposal, table).items():
            labels[field_of(proposal, table, field)] = in_words(known, declared[field], said.value)
    for name in ("organisation", "owner", "due_meeting"):
        if name in labels:
            labels[name] = _referred(known, labels[name])
    return labels


def _referred(known: Known, value: str) -> str:
    """The name of another proposal of this report, or of a party."""
    other = known.proposals.get(value)
    if other is None:
        return known.parties.called(value)
    return other.value("name") or other.value("title") or value
