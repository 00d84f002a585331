"""The series that a meeting of a report belongs to: one that the dossier has, or a new one."""

from ministrack.domain.filters import Compare
from ministrack.domain.language import tr
from ministrack.domain.proposal import Proposal
from ministrack.domain.record import Ref
from ministrack.domain.series import Series
from ministrack.edits.proposals.known import Known
from ministrack.edits.proposals.likeness import likeness, searched_words, words_of
from ministrack.edits.proposals.reviewed import Candidate

_HITS = 20
_ALIKE = 0.6  # of the words of the shorter name
_SAME = 0.99


def series_of(known: Known, proposal: Proposal) -> tuple[Candidate | None, str]:
    """The series that the dossier has, or else the name of a new one; neither where none is spoken of."""
    name = proposal.value("series")
    organisation = proposal.value("organisation")
    party = known.parties.find(organisation) if organisation else None
    found = [
        candidate
        for series in _looked_up(known, name or proposal.value("name"), party.id if party else "")
        if (candidate := _compared(known, series, proposal, party.id if party else "")) is not None
    ]
    best = max(found, key=lambda each: each.score, default=None)
    if best is not None and [each.score for each in found].count(best.score) == 1:
        return best, ""
    return None, _new_name(proposal)


def _looked_up(known: Known, name: str, party: str) -> list[Series]:
    series = known.read.find(Series, Compare("organisation", party)) if party else []
    for text in dict.fromkeys((name, searched_words(name))):
        for hit in known.read.search(text, ("series",), _HITS) if text else ():
            found = known.read.get(Series, hit.ref.id)
            if found is not None and found not in series:
                series.append(found)
    return series


def _compared(known: Known, series: Series, proposal: Proposal, party: str) -> Candidate | None:
    """Of one organisation and with similar words; where no organisation is said, with the same words."""
    said = proposal.value("series") or proposal.value("name")
    names = [name for name in (series.name, series.short_name) if name]
    own = words_of(proposal.value("organisation")) | words_of(
        known.parties.called(proposal.value("organisation"))
    )
    alike = max(_likeness(said, name, own) for name in names)
    is_theirs = bool(party) and series.organisation == party
    if party and series.organisation and not is_theirs:
        return None
    if alike < (_ALIKE if is_theirs else _SAME):
        return None
    why = tr("same organisation, similar name") if is_theirs else tr("same name")
    score = round(100 * alike) if is_theirs else round(90 * alike)
    return Candidate(Ref(Series.TABLE, series.id), series.name, score, why, is_same=True)


def _likeness(said: str, name: str, organisation: frozenset[str]) -> float:
    """How alike two names are apart from that of the organisation, which is compared by itself."""
    mine, theirs = " ".join(words_of(said) - organisation), " ".join(words_of(name) - organisation)
    return likeness(mine, theirs) if mine and theirs else likeness(said, name)


def _new_name(proposal: Proposal) -> str:
    """What the report calls the series; without that, a numbered meeting gives its own name to it."""
    name = proposal.value("series")
    if name or not (proposal.value("number") and proposal.value("organisation")):
        return name
    return proposal.value("name")
