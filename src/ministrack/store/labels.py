"""What records are called in the dossier and what tells two of one name apart, as SQL expressions."""

import sqlite3
from collections.abc import Mapping, Sequence

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.store.batches import IN, batches
from ministrack.store.party_functions import shown

_LABELS: Mapping[str, str] = {
    "membership": (
        "SELECT membership.id, party.name || ', ' || coalesce(organisation.name, series.name, '') "
        "FROM membership "
        "JOIN party ON party.id = membership.party "
        "LEFT JOIN party AS organisation ON organisation.id = membership.organisation "
        "LEFT JOIN series ON series.id = membership.series"
    ),
    "delegation": (
        "SELECT delegation.id, party.name || ', ' || meeting.name "
        "FROM delegation JOIN party ON party.id = delegation.party "
        "JOIN meeting ON meeting.id = delegation.meeting"
    ),
    "delegate": (
        "SELECT delegate.id, coalesce(person.name, delegate.title, party.name) FROM delegate "
        "JOIN delegation ON delegation.id = delegate.delegation JOIN party ON party.id = delegation.party "
        "LEFT JOIN person ON person.id = delegate.person"
    ),
    "meeting_document": (
        "SELECT meeting_document.id, document.title || ', ' || meeting.name FROM meeting_document "
        "JOIN document ON document.id = meeting_document.document "
        "JOIN meeting ON meeting.id = meeting_document.meeting"
    ),
    "document_stage": (
        "SELECT document_stage.id, document.title || ', ' || document_stage.stage FROM document_stage "
        "JOIN document ON document.id = document_stage.document"
    ),
    "document_party": (
        "SELECT document_party.id, document.title || ', ' || party.name FROM document_party "
        "JOIN document ON document.id = document_party.document "
        "JOIN party ON party.id = document_party.party"
    ),
    "body_member": (
        "SELECT body_member.id, body.name || ', ' || party.name "
        "FROM body_member JOIN body ON body.id = body_member.body "
        "JOIN party ON party.id = body_member.party"
    ),
    "progress": (
        "SELECT progress.id, task.title || ', ' || progress.status "
        "FROM progress JOIN task ON task.id = progress.task"
    ),
    "dependency": (
        "SELECT dependency.id, task.title || ' < ' || other.title "
        "FROM dependency JOIN task ON task.id = dependency.task "
        "JOIN task AS other ON other.id = dependency.depends_on"
    ),
    "tagging": "SELECT tagging.id, tag.name FROM tagging JOIN tag ON tag.id = tagging.tag",
}
"""For tables whose label the workspace derives: ids and labels of all rows."""


def derived_labels(connection: sqlite3.Connection, table: str, ids: Sequence[str]) -> dict[str, str | None]:
    """The labels of rows of a table that has no field of its own to serve as one."""
    sql = f"{_LABELS[table]} WHERE {table}.id {IN}"
    return {row[0]: row[1] for batch in batches(ids) for row in connection.execute(sql, (batch,))}


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
