"""Whether two proposals speak of the same record."""

from collections.abc import Collection, Sequence

from ministrack.domain.names import fold
from ministrack.domain.proposal import Proposal, ProposalKind

_SMALL_WORDS = frozenset(("the", "a", "an", "of", "on", "for", "and", "in", "to", "s"))
_STYLES = frozenset(
    ("mr", "mrs", "ms", "dr", "prof", "professor", "sir", "h", "e", "he", "hon", "sc", "jr", "honourable")
)
_NAMES = {
    ProposalKind.MEETING: "name",
    ProposalKind.DELEGATION: "person",
    ProposalKind.DOCUMENT: "title",
    ProposalKind.BODY: "name",
    ProposalKind.TASK: "title",
    ProposalKind.PROGRAMME: "title",
}


def likeness(kept: Sequence[Proposal], each: Proposal) -> Proposal | None:
    """The one of those kept that speaks of the same record; None where none surely does."""
    rivals = [other for other in kept if other.kind is each.kind and _may_be(other, each)]
    if each.kind is ProposalKind.DELEGATION:
        return _same_person(rivals, each)
    if each.kind is ProposalKind.MEETING:
        return next((other for other in rivals if _same_meeting(other, each)), None)
    words = _words(each)
    return next((other for other in rivals if words and _words(other) == words), None)


def _may_be(one: Proposal, other: Proposal) -> bool:
    return one.about == other.about and one.relation is other.relation


def _words(each: Proposal) -> frozenset[str]:
    return frozenset(fold(each.value(_NAMES[each.kind])).split()) - _SMALL_WORDS


def _same_meeting(one: Proposal, other: Proposal) -> bool:
    """The same number of the same series, or the same name on no other day."""
    number, second = one.value("number"), other.value("number")
    if number or second:
        return number == second and bool(_words(one) & _words(other))
    return _words(one) == _words(other) and _agree(one, other, ("date",))


def _same_person(rivals: Sequence[Proposal], each: Proposal) -> Proposal | None:
    """One of the same party under a fuller or a shorter name, if there is one alone; or the same post."""
    party = each.value("party")
    rivals = [other for other in rivals if not party or other.value("party") in ("", party)]
    name = _person(each)
    if not name:
        return next((other for other in rivals if _same_post(other, each)), None)
    fitting = [other for other in rivals if _fits(_person(other), name)]
    return fitting[0] if len(fitting) == 1 else None


def _person(each: Proposal) -> frozenset[str]:
    return frozenset(fold(each.value("person")).split()) - _STYLES


def _fits(one: Collection[str], other: Collection[str]) -> bool:
    one, other = frozenset(one), frozenset(other)
    return bool(one and other) and (one <= other or other <= one)


def _same_post(one: Proposal, other: Proposal) -> bool:
    """The minister of a country, once with a name and once without."""
    return bool(other.value("party")) and all(
        one.value(name) == other.value(name) for name in ("party", "level", "role")
    )


def _agree(one: Proposal, other: Proposal, names: Sequence[str]) -> bool:
    """Whether they do not differ in what both of them say."""
    return all(
        not (one.value(name) and other.value(name)) or one.value(name) == other.value(name) for name in names
    )
