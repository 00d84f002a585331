"""What a report seems to say, as proposals that a person checks before anything is stored."""

from collections.abc import Mapping

from ministrack.domain.fields import Choice
from ministrack.domain.language import N_
from ministrack.domain.values import dataclass, field


class ProposalKind(Choice):
    """What sort of record is proposed. The values are those of the JSON of `ministrack read`."""

    MEETING = "meeting", N_("Meeting")
    DELEGATION = "delegation", N_("Delegation")
    DOCUMENT = "document", N_("Document")
    BODY = "body", N_("Body")
    TASK = "task", N_("Task")
    PROGRAMME = "programme", N_("Programme item")


class Relation(Choice):
    """How a meeting stands to the report."""

    REPORTED = "reported", N_("This meeting")
    NEXT = "next", N_("Next meeting")
    EARLIER = "earlier", N_("Earlier meeting")
    OTHER = "other", N_("Other meeting")


PROPOSED_FIELDS: Mapping[ProposalKind, tuple[str, ...]] = {
    ProposalKind.MEETING: (
        "name", "number", "numbering_note", "series", "organisation", "date", "city", "country", "venue",
        "host", "status", "mode", "theme",
    ),
    ProposalKind.DELEGATION: (
        "party", "person", "title", "level", "role", "status", "part", "on_behalf_of",
    ),
    ProposalKind.DOCUMENT: ("title", "kind", "stage", "date", "place", "initiator", "treatment"),
    ProposalKind.BODY: ("name", "kind", "mandate", "set_up_by", "initiated_by"),
    ProposalKind.TASK: ("title", "kind", "owner", "due", "due_meeting"),
    ProposalKind.PROGRAMME: ("title", "kind", "place", "time"),
}  # fmt: skip
"""The fields that a proposal of each kind may have, in the order in which they are shown.

Values are those of the record's field of that name: EDTF for dates, the codes of levels, the values of
choices, the digits of a number. A country or organisation (`party`, `country`, `host`, `organisation`,
`on_behalf_of`, `initiator`, `set_up_by`, `initiated_by`) is an ISO 3166-1 alpha-2 code or the short name of
an organisation ("OTS", "EU"). `owner` of a task is that, or the key of another proposal (a body), or words
as written ("member states"); `due_meeting` is the key of a meeting.
"""


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of the report: character offsets in its text, and the passage itself."""

    start: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """The value of a field, the words that bear it, and these words' place, where they are in the text.

    `quote` is what a person should read to believe the value: usually the sentence, of which `words` is a
    part ("second", for number 2).
    """

    value: str
    quote: Quote
    words: Quote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A record that a report seems to speak of.

    `key` names it among those of its report; `about` is the key of the meeting that it belongs to.
    `quote` is the mention itself ("Kyrgyzstan's Deputy Minister of Justice Iskender Sydygaliev"), what is
    marked in the text; `also` are other places that say the same. `sure` proposals come ticked; `why` says
    in a few words what is doubtful, or on what a sure one rests. `relation` is that of a meeting.
    """

    kind: ProposalKind
    key: str
    fields: Mapping[str, Said]
    quote: Quote
    also: tuple[Quote, ...] = ()
    sure: bool = True
    why: str = ""
    about: str = ""
    relation: Relation | None = None

    def value(self, name: str) -> str:
        """The value of a field, an empty text where the report does not say."""
        said = self.fields.get(name)
        return said.value if said else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportText:
    """A report as it is read and stored: its plain text, and what it says of itself.

    `published` is EDTF, `language` BCP 47. `notes` tell what was left out of the text ("navigation, 2
    pictures"), in words for a person.
    """

    text: str
    title: str = ""
    publisher: str = ""
    address: str = ""
    published: str = ""
    language: str = ""
    kind: str = ""
    notes: tuple[str, ...] = field(default=())
