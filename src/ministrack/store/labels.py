"""What records are called in the dossier and what tells two of one name apart, as SQL expressions."""

from collections.abc import Mapping

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.store.party_functions import shown

DERIVED_LABELS: Mapping[str, str] = {
    "membership": (
        "SELECT party.name || ', ' || coalesce(organisation.name, series.name, '') FROM membership "
        "JOIN party ON party.id = membership.party "
        "LEFT JOIN party AS organisation ON organisation.id = membership.organisation "
        "LEFT JOIN series ON series.id = membership.series WHERE membership.id = ?"
    ),
    "delegation": (
        "SELECT party.name || ', ' || meeting.name FROM delegation JOIN party ON party.id = delegation.party "
        "JOIN meeting ON meeting.id = delegation.meeting WHERE delegation.id = ?"
    ),
    "delegate": (
        "SELECT coalesce(person.name, delegate.title, party.name) FROM delegate "
        "JOIN delegation ON delegation.id = delegate.delegation JOIN party ON party.id = delegation.party "
        "LEFT JOIN person ON person.id = delegate.person WHERE delegate.id = ?"
    ),
    "meeting_document": (
        "SELECT document.title || ', ' || meeting.name FROM meeting_document "
        "JOIN document ON document.id = meeting_document.document "
        "JOIN meeting ON meeting.id = meeting_document.meeting WHERE meeting_document.id = ?"
    ),
    "document_stage": (
        "SELECT document.title || ', ' || document_stage.stage FROM document_stage "
        "JOIN document ON document.id = document_stage.document WHERE document_stage.id = ?"
    ),
    "document_party": (
        "SELECT document.title || ', ' || party.name FROM document_party "
        "JOIN document ON document.id = document_party.document "
        "JOIN party ON party.id = document_party.party WHERE document_party.id = ?"
    ),
    "body_member": (
        "SELECT body.name || ', ' || party.name FROM body_member JOIN body ON body.id = body_member.body "
        "JOIN party ON party.id = body_member.party WHERE body_member.id = ?"
    ),
    "progress": (
        "SELECT task.title || ', ' || progress.status FROM progress JOIN task ON task.id = progress.task "
        "WHERE progress.id = ?"
    ),
    "dependency": (
        "SELECT task.title || ' < ' || other.title FROM dependency JOIN task ON task.id = dependency.task "
        "JOIN task AS other ON other.id = dependency.depends_on WHERE dependency.id = ?"
    ),
    "tagging": "SELECT tag.name FROM tagging JOIN tag ON tag.id = tagging.tag WHERE tagging.id = ?",
}
"""For tables whose label the workspace derives: a query for the label of one row."""

_LAST_POST = (
    f"(SELECT coalesce(delegate.title || ', ', '') || {shown('party')} FROM delegate "
    "JOIN delegation ON delegation.id = delegate.delegation JOIN party ON party.id = delegation.party "
    "JOIN meeting ON meeting.id = delegation.meeting WHERE delegate.person = person.id "
    "ORDER BY meeting.date_first DESC LIMIT 1)"
)

CONTEXT: Mapping[str, str] = {
    "meeting": (
        "coalesce((SELECT coalesce(series.short_name, series.name) || ', ' FROM series "
        "WHERE series.id = meeting.series), '') || coalesce(meeting.city, "
        "(SELECT party.name FROM party WHERE party.id = meeting.country), '') "
        "|| char(31) || coalesce(meeting.date, '')"
    ),
    "person": _LAST_POST,
    "delegation": (
        "(SELECT group_concat(delegate.name, ', ') FROM delegate WHERE delegate.delegation = delegation.id)"
    ),
    "party": "party.code",
    "task": (
        "coalesce((SELECT party.name FROM party WHERE party.id = task.owner_party), "
        "(SELECT body.name FROM body WHERE body.id = task.owner_body), "
        "(SELECT person.name FROM person WHERE person.id = task.owner_person), task.owner_note, "
        "(SELECT meeting.name FROM meeting WHERE meeting.id = task.made_at), '') "
        "|| char(31) || coalesce(task.due, '')"
    ),
    "document": "document.kind",
    "body": "body.kind",
    "series": "series.short_name",
    "source": "coalesce(source.publisher, '') || char(31) || coalesce(source.published, '')",
    "programme_item": "(SELECT meeting.name FROM meeting WHERE meeting.id = programme_item.meeting)",
}
"""For each table: an expression for the words that stand beside the label; a date follows char(31)."""


_SHOWN_LABELS: Mapping[str, str] = {
    "party": shown("party"),
    "delegation": (
        f"(SELECT {shown('party')} || ', ' || meeting.name FROM party, meeting "
        "WHERE party.id = delegation.party AND meeting.id = delegation.meeting)"
    ),
}
"""Where the label names a country: as it is shown, not as it is recorded."""


def label_column(table: str) -> str:
    """What rows of `table` are known by, as an SQL expression."""
    if table in _SHOWN_LABELS:
        return _SHOWN_LABELS[table]
    return f"{table}.{RECORD_TYPES[table].LABEL}"
