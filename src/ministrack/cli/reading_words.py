"""Proposals in words, as a line of a table shows them: the kind, what is proposed, how sure, which words."""

from collections.abc import Sequence

from ministrack.cli.output import say
from ministrack.domain.body import BodyKind
from ministrack.domain.countries import country_names
from ministrack.domain.dates import show
from ministrack.domain.delegation import Part, Presence, Role
from ministrack.domain.document import Stage
from ministrack.domain.fields import Choice
from ministrack.domain.language import interface_language, ordinal, tr
from ministrack.domain.levels import STANDARD_LEVELS
from ministrack.domain.meeting import MeetingStatus, Treatment
from ministrack.domain.names import tidy
from ministrack.domain.proposal import Proposal, ProposalKind, Relation
from ministrack.edits.wording import cut

_LEVELS = dict(STANDARD_LEVELS)
_QUOTE = 80  # characters
_CHOICES: dict[tuple[ProposalKind, str], type[Choice]] = {
    (ProposalKind.MEETING, "status"): MeetingStatus,
    (ProposalKind.DELEGATION, "role"): Role,
    (ProposalKind.DELEGATION, "status"): Presence,
    (ProposalKind.DELEGATION, "part"): Part,
    (ProposalKind.DOCUMENT, "stage"): Stage,
    (ProposalKind.DOCUMENT, "treatment"): Treatment,
    (ProposalKind.BODY, "kind"): BodyKind,
}
_SHOWN: dict[ProposalKind, tuple[str, ...]] = {
    ProposalKind.MEETING: ("number", "name", "city", "country", "date", "status"),
    ProposalKind.DELEGATION: ("party", "person", "title", "level", "role"),
    ProposalKind.DOCUMENT: ("title", "stage", "date"),
    ProposalKind.BODY: ("name", "mandate"),
    ProposalKind.TASK: ("title", "owner", "due"),
    ProposalKind.PROGRAMME: ("title", "place", "time"),
}
_PARTIES = frozenset(("party", "country", "owner"))
_DATES = frozenset(("date", "due"))


def cells(proposal: Proposal, others: dict[str, Proposal]) -> tuple[str, str, str, str]:
    """The line of a proposal; `others` are all of the report by their keys."""
    sure = tr("sure") if proposal.sure else proposal.why or tr("not sure")
    return kind(proposal), summary(proposal, others), sure, f"“{cut(tidy(proposal.quote.text), _QUOTE)}”"


def kind(proposal: Proposal) -> str:
    """What sort of record it is; of a meeting also how it stands to the report."""
    if proposal.relation not in (None, Relation.REPORTED):
        return tr(proposal.relation.label)
    return tr(proposal.kind.label)


def summary(proposal: Proposal, others: dict[str, Proposal]) -> str:
    """What is proposed, in a line: "Kyrgyzstan · Iskender Sydygaliev · Deputy Minister of Justice"."""
    shown = [_value(proposal, name, others) for name in _SHOWN[proposal.kind]]
    return " · ".join(dict.fromkeys(part for part in shown if part))


def say_nothing_found(proposals: Sequence[Proposal]) -> None:
    """Says so where the text speaks of no meeting, or of nothing at all."""
    if not proposals:
        say(
            tr("Nothing was found in this text that a dossier keeps: no meeting, no delegation, no document.")
        )
    elif not any(each.kind is ProposalKind.MEETING for each in proposals):
        say(tr("No meeting was found in this text."))


def _value(proposal: Proposal, name: str, others: dict[str, Proposal]) -> str:
    value = proposal.value(name)
    if value in others:
        return others[value].value("name") or others[value].value("title")
    if name in _PARTIES:
        return country_names(interface_language()).get(value, value)
    if name in _DATES:
        return show(value) if value else ""
    return _words(proposal.kind, name, value)


def _words(kind: ProposalKind, name: str, value: str) -> str:
    if name == "number":
        return ordinal(int(value)) if value.isdecimal() else value
    if name == "level":
        return tr(_LEVELS[value]).lower() if value in _LEVELS else value
    choices = _CHOICES.get((kind, name))
    member = next((each for each in choices if each.value == value), None) if choices else None
    return tr(member.label).lower() if member else value
