"""What is proposed from a whole report in a language."""

from ministrack.domain.proposal import Proposal, ProposalKind, Relation
from ministrack.reading.reader import findings_of, proposals_of
from tests.reading.languages.spoken import prose_in


def proposed(language: str, text: str) -> tuple[Proposal, ...]:
    """All proposals of a report of 20 November 2025."""
    return proposals_of(findings_of(prose_in(language, text)))


def people(proposals: tuple[Proposal, ...]) -> list[tuple[str, ...]]:
    """Party, name, title and level of each, in the order of the text."""
    named = ("party", "person", "title", "level")
    delegations = (each for each in proposals if each.kind is ProposalKind.DELEGATION)
    return [tuple(each.value(name) for name in named) for each in delegations]


def meeting(proposals: tuple[Proposal, ...], relation: Relation) -> dict[str, str]:
    """What is said of a meeting, without its name."""
    named = ("number", "date", "city", "country", "status")
    found = next(each for each in proposals if each.relation is relation)
    return {name: found.value(name) for name in named if found.value(name)}


def roles(proposals: tuple[Proposal, ...]) -> dict[str, str]:
    """The roles of people by their names."""
    return {each.value("person"): each.value("role") for each in proposals if each.value("role")}


def unsure(proposals: tuple[Proposal, ...]) -> set[str]:
    """The names of people of whom something is doubtful."""
    return {each.value("person") for each in proposals if each.value("person") and not each.sure}


def documents(language: str, text: str) -> list[tuple[str, ...]]:
    """Title, kind, stage and day of each document, and whether it is sure."""
    named = ("title", "kind", "stage", "date")
    found = (each for each in proposed(language, text) if each.kind is ProposalKind.DOCUMENT)
    return [(*(each.value(name) for name in named), "sure" if each.sure else "unsure") for each in found]
