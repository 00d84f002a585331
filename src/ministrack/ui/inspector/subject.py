"""The record that the inspector shows: what is read of it once for header, tabs and lists."""

from collections.abc import Mapping

from ministrack.domain.lists import Row, Value
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass
from ministrack.edits.asking import Reader

_FACTS: Mapping[str, tuple[str, ...]] = {
    "meeting": ("label", "series", "series_name", "number", "status", "previous"),
    "delegation": ("meeting", "party", "party_name", "party_code", "status", "head_level", "head_level_name"),
    "delegate": (
        "label",
        "delegation",
        "meeting",
        "person",
        "party_name",
        "party_code",
        "level",
        "level_name",
    ),
    "programme_item": ("label", "meeting", "kind"),
    "meeting_document": ("document", "document_title", "meeting", "treatment"),
    "person": ("label", "party_name", "party_code"),
    "party": ("label", "kind", "code"),
    "series": ("label", "organisation", "organisation_name", "kind"),
    "membership": ("label", "party", "party_name", "party_code", "role"),
    "task": ("label", "status", "due_last", "made_at", "due_meeting", "kind", "carried"),
    "progress": ("task", "status", "date", "meeting"),
    "document": ("label", "kind", "stage"),
    "document_stage": ("document", "document_title", "stage", "meeting"),
    "document_party": ("document", "document_title", "party_name", "party_code", "role"),
    "body": ("label", "kind"),
    "body_member": ("body", "body_name", "party_name", "party_code"),
    "source": ("label", "kind", "publisher", "published"),
    "spelling": ("label", "person"),
    "statement": ("label", "source", "source_title", "subject_table", "subject"),
}


@dataclass(frozen=True, slots=True)
class Subject:
    """A record and its facts: columns by name, as lists show them."""

    ref: Ref
    facts: Row

    def fact(self, name: str) -> Value:
        """A column, None where it is not known."""
        return self.facts.get(name)

    def link(self, field: str, table: str) -> Ref | None:
        """The record that a reference field points at."""
        value = self.facts.get(field)
        return Ref(table, str(value)) if value else None


def find_subject(read: Reader, ref: Ref) -> Subject | None:
    """The record with its facts, or None when it is gone."""
    facts = read.row(ref, _FACTS.get(ref.table, ("label",)))
    return Subject(ref, facts) if facts is not None else None
