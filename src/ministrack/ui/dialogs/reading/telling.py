"""A proposal in a few words: as a row shows it, and as a screen reader says it."""

from collections.abc import Mapping

from ministrack.domain.countries import country
from ministrack.domain.delegation import Presence, Role
from ministrack.domain.document import Stage
from ministrack.domain.fields import Choice
from ministrack.domain.filters import Compare
from ministrack.domain.language import interface_language, ordinal, tr
from ministrack.domain.levels import BELOW_MINISTER, Level
from ministrack.domain.party import Party
from ministrack.domain.proposal import Proposal, ProposalKind
from ministrack.domain.values import dataclass
from ministrack.edits.asking import Reader
from ministrack.ui.naming import day

_SHORT = {"deputy_minister": "deputy"}
_UNSAID_ROLES = frozenset((Role.HEAD.value, Role.MEMBER.value))
_UNSAID_STATUS = frozenset((Presence.ATTENDED.value, Presence.UNKNOWN.value))


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the words of a row."""

    text: str
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What a row shows of a proposal: the flag of its country, and words between dots."""

    parts: tuple[Part, ...]
    code: str = ""

    @property
    def words(self) -> str:
        """All of it as plain text."""
        return " · ".join(part.text for part in self.parts)


class Names:
    """What countries, organisations and levels are called in this dossier."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._parties: dict[str, str] = {}
        self._levels: dict[str, str] = {}

    def party(self, code: str) -> str:
        """The name for a code or a short name; what the dossier calls it, else what it is called."""
        if code and code not in self._parties:
            self._parties[code] = self._party(code)
        return self._parties.get(code, "")

    def level(self, code: str) -> str:
        """The name of a level of the ladder."""
        if not self._levels:
            self._levels = {each.id: tr(each.name) for each in self._read.find(Level)}
        return self._levels.get(code, code)

    def _party(self, code: str) -> str:
        recorded = party_of(self._read, code)
        if recorded is not None:
            return recorded.name if recorded.code else recorded.short_name or recorded.name
        found = country(code, self._read.country_language or interface_language()) if is_code(code) else None
        return found.name if found is not None else code


def is_code(value: str) -> bool:
    """Whether a value is the code of a country, and not the short name of an organisation."""
    return len(value) == 2 and country(value) is not None


def party_of(read: Reader, value: str) -> Party | None:
    """The party of the dossier that a code or a short name stands for."""
    fields = ("code",) if is_code(value) else ("short_name", "name")
    return next((each for name in fields for each in read.find(Party, Compare(name, value))), None)


def tell(names: Names, proposal: Proposal, others: Mapping[str, Proposal]) -> Told:
    """The words of a row; `others` are all proposals of the report."""
    match proposal.kind:
        case ProposalKind.MEETING:
            return Told((Part(meeting_name(proposal), is_bold=True), *_meeting(names, proposal)))
        case ProposalKind.DELEGATION:
            return _delegation(names, proposal)
        case ProposalKind.DOCUMENT:
            return _told(proposal.value("title"), _document(proposal))
        case ProposalKind.BODY:
            return _told(proposal.value("name"), proposal.value("mandate"))
        case ProposalKind.TASK:
            return _told(proposal.value("title"), _due(proposal, others))
    return _told(proposal.value("title"), proposal.value("place"), proposal.value("time"))


def meeting_name(proposal: Proposal) -> str:
    """What a meeting is called in a row: by its number, where it has one."""
    number = proposal.value("number")
    if number.isdecimal():
        return tr("{ordinal} meeting", ordinal=ordinal(int(number)))
    return proposal.value("name") or tr("Meeting")


def choice_words(kind: type[Choice], value: str) -> str:
    """A value of a fixed list in words."""
    return next((tr(each.label) for each in kind if each.value == value), value)


def _told(*words: str) -> Told:
    return Told(tuple(Part(each) for each in words if each) or (Part(tr("without a name")),))


def _meeting(names: Names, proposal: Proposal) -> list[Part]:
    place = proposal.value("city") or names.party(proposal.value("country"))
    return [Part(each) for each in (place, day(proposal.value("date"))) if each]


def _delegation(names: Names, proposal: Proposal) -> Told:
    party, level = proposal.value("party"), proposal.value("level")
    parts = [Part(names.party(party) or tr("Party not known"))]
    named = proposal.value("person") or proposal.value("title")
    parts += [Part(named)] if named else []
    role, status = proposal.value("role"), proposal.value("status")
    if role and role not in _UNSAID_ROLES:
        parts.append(Part(choice_words(Role, role).lower()))
    if level in BELOW_MINISTER:
        parts.append(Part(tr("deputy") if level in _SHORT else names.level(level).lower(), is_bold=True))
    if status and status not in _UNSAID_STATUS:
        parts.append(Part(choice_words(Presence, status).lower(), is_bold=True))
    return Told(tuple(parts), party if is_code(party) else "")


def _document(proposal: Proposal) -> str:
    stage, date = proposal.value("stage"), day(proposal.value("date"))
    words = choice_words(Stage, stage).lower() if stage else ""
    return " ".join(part for part in (words, date) if part)


def _due(proposal: Proposal, others: Mapping[str, Proposal]) -> str:
    meeting = others.get(proposal.value("due_meeting"))
    if meeting is not None:
        return tr("for the {meeting}", meeting=meeting_name(meeting))
    due = day(proposal.value("due"))
    return tr("due {date}", date=due) if due else ""
