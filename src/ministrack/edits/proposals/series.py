"""The series that a meeting of a report belongs to: one that the dossier has, or a new one."""

import re
from collections.abc import Iterable
from functools import cache

from ministrack.domain.filters import Compare, every
from ministrack.domain.language import tr
from ministrack.domain.levels import STANDARD_LEVELS
from ministrack.domain.meeting import Meeting
from ministrack.domain.names import tidy
from ministrack.domain.proposal import Proposal, ProposalKind, Relation
from ministrack.domain.record import Ref
from ministrack.domain.series import Series, SeriesKind
from ministrack.domain.values import dataclass
from ministrack.edits.proposals.comparing import overlap
from ministrack.edits.proposals.known import Known
from ministrack.edits.proposals.likeness import same_city, searched_words, words_of
from ministrack.edits.proposals.reviewed import Candidate

_HITS = 20
_ALIKE = 0.6  # of the words of the shorter name
_UNCLEAR = 0.5
_SHARED = 85
_FAMILY = (Relation.REPORTED, Relation.NEXT, Relation.EARLIER)
_ORDER = {Relation.REPORTED: 0, Relation.EARLIER: 1, Relation.NEXT: 2}


@dataclass(frozen=True, slots=True)
class Said:
    """What a report says of a series: what to call it, the organisation, whether meetings are counted."""

    name: str
    organisation: str
    is_counted: bool


def series_of(known: Known, proposal: Proposal) -> tuple[Candidate | None, str]:
    """The series that the dossier has, or else the name of a new one; neither where none is spoken of."""
    family = _family(known, proposal)
    said = _said(family)
    party = known.parties.find(said.organisation) if said.organisation else None
    identity = party.id if party else ""
    own = words_of(f"{said.organisation} {known.parties.called(said.organisation)}")
    found = [
        candidate
        for series in _looked_up(known, said.name, identity)
        if (candidate := _compared(series, said, own, identity)) is not None
    ]
    best = max(found, key=lambda each: each.score, default=None)
    if best is not None and [each.score for each in found].count(best.score) == 1:
        return best, ""
    shared = _by_meetings(known, family, identity)
    if shared is not None:
        return shared, ""
    return None, _called(said) if said.is_counted else ""


def _family(known: Known, proposal: Proposal) -> list[Proposal]:
    """The meeting with those of which the report says that they come before or after: one series."""
    if proposal.relation not in _FAMILY:
        return [proposal]
    meetings = [
        each
        for each in known.proposals.values()
        if each.kind is ProposalKind.MEETING and each.relation in _FAMILY
    ]
    reported = [each for each in meetings if each.relation is Relation.REPORTED]
    if len(reported) > 1:
        return [proposal]
    return sorted(meetings, key=lambda each: _ORDER.get(each.relation or Relation.OTHER, 3))


def _said(family: Iterable[Proposal]) -> Said:
    """The first that is said of the series counts; without a name the longest of a meeting serves."""
    members = list(family)
    named = [each.value("series") for each in members if each.value("series")]
    organisations = [each.value("organisation") for each in members if each.value("organisation")]
    # A name with the organisation in it says more than "second meeting".
    full = [each for each in members if each.value("organisation")] or members
    names = sorted((_uncounted(each) for each in full), key=lambda name: -len(words_of(name)))
    name = next(iter(named), "") or next(iter(names), "")
    # "Second meeting" alone does not say of what.
    is_telling = bool(organisations) or bool(words_of(name) - _common())
    counted = any(each.value("number") for each in members) and is_telling
    return Said(name, next(iter(organisations), ""), bool(named) or counted)


def _called(said: Said) -> str:
    """What a new series is called: "meeting" alone says too little where an organisation is known."""
    is_telling = bool(words_of(said.name) - _common()) or not said.organisation
    return said.name if is_telling else tidy(f"{said.organisation} {said.name}")


def _uncounted(proposal: Proposal) -> str:
    """The name of a meeting without the word that counts it: "Meeting of …" of the second one."""
    name, number = proposal.value("name"), proposal.fields.get("number")
    if number is None or number.words is None:
        return name
    return tidy(re.sub(rf"\s*\b{re.escape(number.words.text)}\b\s*", " ", name, count=1, flags=re.IGNORECASE))


def _looked_up(known: Known, name: str, party: str) -> list[Series]:
    series = known.read.find(Series, Compare("organisation", party)) if party else []
    for text in dict.fromkeys((name, searched_words(name))):
        for hit in known.read.search(text, ("series",), _HITS) if text else ():
            found = known.read.get(Series, hit.ref.id)
            if found is not None and found not in series:
                series.append(found)
    return series


def _compared(series: Series, said: Said, own: frozenset[str], party: str) -> Candidate | None:
    """Of one organisation and with similar words; where none is said, with just the same words."""
    names = [name for name in (series.name, series.short_name) if name]
    if party and series.organisation not in (None, party):
        return None
    is_theirs = bool(party) and series.organisation == party
    if not is_theirs and said.organisation:
        is_theirs = any(own & words_of(name) for name in names)
    if is_theirs:
        alike = max(_likeness(words_of(said.name) - own, words_of(name) - own) for name in names)
        why = tr("same organisation, similar name")
    else:
        alike = max(float(words_of(said.name) == words_of(name)) for name in names)
        why = tr("same name")
    if alike < _ALIKE:
        return None
    return Candidate(Ref(Series.TABLE, series.id), series.name, round(100 * alike), why, is_same=True)


def _by_meetings(known: Known, family: Iterable[Proposal], party: str) -> Candidate | None:
    """The series of the organisation that has one of the meetings: its name may be in another language."""
    found = [
        series
        for series in (known.read.find(Series, Compare("organisation", party)) if party else ())
        if any(_has(known, series, each) for each in family)
    ]
    if len(found) != 1:
        return None
    why = tr("same organisation; a meeting has the same number, date and place")
    return Candidate(Ref(Series.TABLE, found[0].id), found[0].name, _SHARED, why, is_same=True)


def _has(known: Known, series: Series, proposal: Proposal) -> bool:
    """Whether a series has the meeting: of its number, on its days, where it was."""
    number, date, city = (proposal.value(name) for name in ("number", "date", "city"))
    if not number.isdecimal():
        return False
    numbered = every((Compare("series", series.id), Compare("number", int(number))))
    for meeting in known.read.find(Meeting, numbered):
        country = known.parties.find(proposal.value("country")) if proposal.value("country") else None
        there = same_city(city, meeting.city) if city and meeting.city else False
        there = there or (country is not None and country.id == meeting.country)
        if there and date and meeting.date and overlap(date, meeting.date):
            return True
    return False


def _likeness(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """How alike the words of two names are: "justice" tells more than "meeting" and "ministers"."""
    telling, other = mine - _common(), theirs - _common()
    if not telling and not other:
        telling, other = mine, theirs
    if not telling or not other:
        return _UNCLEAR if mine and theirs else float(mine == theirs)
    return len(telling & other) / min(len(telling), len(other))


@cache
def _common() -> frozenset[str]:
    """Words that many series have in their names: of levels, of kinds of series, "meeting"."""
    names = [name for _, name in STANDARD_LEVELS]
    return words_of(" ".join((*names, *(kind.value for kind in SeriesKind), Meeting.ONE)))
