"""What lists can show beside a record's own fields, and how they are sorted, as SQL expressions."""

from collections.abc import Mapping

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import FieldKind, specs
from ministrack.domain.task import UNFINISHED_VALUES
from ministrack.store.party_functions import order, shown

_UNFINISHED = "('" + "', '".join(UNFINISHED_VALUES) + "')"

_HEAD = (
    "FROM delegate LEFT JOIN level ON level.id = delegate.level "
    "WHERE delegate.delegation = delegation.id "
    "ORDER BY delegate.role IN ('chair', 'head') DESC, level.position IS NULL, level.position, "
    "delegate.id LIMIT 1"
)
_LAST_SEAT = (
    "FROM delegate JOIN delegation AS seat ON seat.id = delegate.delegation "
    "JOIN meeting ON meeting.id = seat.meeting "
    "LEFT JOIN level ON level.id = delegate.level JOIN party ON party.id = seat.party "
    "WHERE delegate.person = person.id ORDER BY meeting.date_first DESC, delegate.id LIMIT 1"
)
_LAST_STAGE = (
    "FROM document_stage LEFT JOIN meeting ON meeting.id = document_stage.meeting "
    "WHERE document_stage.document = document.id "
    "ORDER BY document_stage.date_first DESC, document_stage.id DESC LIMIT 1"
)
# Made at a meeting of a series that has held a later one since, and still not finished.
_LATER = (
    "FROM meeting AS origin JOIN meeting AS later ON later.series = origin.series AND later.status = 'held'"
)
_CARRIED = (
    f"task.status IN {_UNFINISHED} AND (EXISTS (SELECT 1 {_LATER} AND later.number > origin.number "
    f"WHERE origin.id = task.made_at) OR EXISTS (SELECT 1 {_LATER} AND later.date_first > origin.date_last "
    "WHERE origin.id = task.made_at AND origin.number IS NULL))"
)
_PARTIES = f"json_group_array(json_array(party.code, coalesce(party.short_name, {shown('party')})))"


def _meeting(pointer: str, prefix: str = "meeting") -> dict[str, str]:
    """What names a meeting in a list: number, city, date, short name of its series, status."""
    found = f"FROM meeting AS m WHERE m.id = {pointer}"
    return {
        f"{prefix}_name": f"(SELECT m.name {found})",
        f"{prefix}_number": f"(SELECT m.number {found})",
        f"{prefix}_city": f"(SELECT m.city {found})",
        f"{prefix}_date": f"(SELECT m.date {found})",
        f"{prefix}_series": f"(SELECT m.series {found})",
        f"{prefix}_country_name": f"(SELECT {shown('p')} FROM meeting AS m JOIN party AS p "
        f"ON p.id = m.country WHERE m.id = {pointer})",
    }


def _party(pointer: str, prefix: str) -> dict[str, str]:
    found = f"FROM party AS p WHERE p.id = {pointer}"
    return {
        f"{prefix}_code": f"(SELECT p.code {found})",
        f"{prefix}_name": f"(SELECT {shown('p')} {found})",
        f"{prefix}_short": f"(SELECT coalesce(p.short_name, {shown('p')}) {found})",
        f"{prefix}_order": f"(SELECT {order('p')} {found})",
    }


COLUMNS: Mapping[str, Mapping[str, str]] = {
    "meeting": {
        **_party("meeting.country", "country"),
        **_party("meeting.host", "host"),
        "series_name": "(SELECT coalesce(s.short_name, s.name) FROM series AS s WHERE s.id = meeting.series)",
        "delegation_count": "(SELECT count(*) FROM delegation WHERE delegation.meeting = meeting.id)",
        "delegations": f"(SELECT {_PARTIES} FROM (SELECT party.* FROM delegation JOIN party "
        "ON party.id = delegation.party WHERE delegation.meeting = meeting.id "
        "ORDER BY delegation.id LIMIT 12) AS party)",
        "task_count": "(SELECT count(*) FROM task WHERE task.made_at = meeting.id)",
        "open_tasks": "(SELECT count(*) FROM task WHERE task.made_at = meeting.id "
        f"AND task.status IN {_UNFINISHED})",
        # Only asked where it is shown: a long series has many earlier meetings.
        "carried_tasks": "CASE WHEN meeting.status = 'held' THEN 0 ELSE "
        "(SELECT count(*) FROM meeting AS earlier JOIN task ON task.made_at = earlier.id "
        "WHERE earlier.series = meeting.series AND earlier.number < meeting.number "
        f"AND task.status IN {_UNFINISHED}) END",
    },
    "delegation": {
        **_party("delegation.party", "party"),
        **_meeting("delegation.meeting"),
        "protocol_order": "protocol_rank(delegation.party = (SELECT m.host FROM meeting AS m WHERE m.id = "
        "delegation.meeting), EXISTS (SELECT 1 FROM delegate WHERE delegate.delegation = delegation.id "
        "AND delegate.role IN ('chair', 'co-chair'))) || (SELECT (p.kind <> 'state') || "
        f"{order('p')} FROM party AS p WHERE p.id = delegation.party)",
        "head_id": f"(SELECT delegate.id {_HEAD})",
        "head": f"(SELECT delegate.name {_HEAD})",
        "head_title": f"(SELECT delegate.title {_HEAD})",
        "head_level": f"(SELECT delegate.level {_HEAD})",
        "head_level_name": f"(SELECT level.name {_HEAD})",
        "head_position": f"(SELECT level.position {_HEAD})",
        "head_role": f"(SELECT delegate.role {_HEAD})",
        "delegate_count": "(SELECT count(*) FROM delegate WHERE delegate.delegation = delegation.id)",
    },
    "delegate": {
        "person_name": "(SELECT p.name FROM person AS p WHERE p.id = delegate.person)",
        "level_name": "(SELECT l.name FROM level AS l WHERE l.id = delegate.level)",
        "party_name": f"(SELECT {shown('p')} FROM delegation AS d JOIN party AS p ON p.id = d.party "
        "WHERE d.id = delegate.delegation)",
        "party_code": "(SELECT p.code FROM delegation AS d JOIN party AS p ON p.id = d.party "
        "WHERE d.id = delegate.delegation)",
        "meeting": "(SELECT d.meeting FROM delegation AS d WHERE d.id = delegate.delegation)",
        **_meeting("(SELECT d.meeting FROM delegation AS d WHERE d.id = delegate.delegation)"),
    },
    "person": {
        "last_title": f"(SELECT delegate.title {_LAST_SEAT})",
        "party_name": f"(SELECT {shown('party')} {_LAST_SEAT})",
        "party_code": f"(SELECT party.code {_LAST_SEAT})",
        "level": f"(SELECT delegate.level {_LAST_SEAT})",
        "level_name": f"(SELECT level.name {_LAST_SEAT})",
        "meeting_count": "(SELECT count(DISTINCT seat.meeting) FROM delegate JOIN delegation AS seat "
        "ON seat.id = delegate.delegation WHERE delegate.person = person.id)",
        "spellings": "(SELECT group_concat(name, ', ') FROM spelling WHERE spelling.person = person.id)",
    },
    "task": {
        **_party("task.owner_party", "party"),
        **_meeting("task.made_at", "made"),
        **_meeting("task.due_meeting", "before"),
        "owner": f"coalesce((SELECT {shown('p')} FROM party AS p WHERE p.id = task.owner_party), "
        "(SELECT b.name FROM body AS b WHERE b.id = task.owner_body), "
        "(SELECT p.name FROM person AS p WHERE p.id = task.owner_person), task.owner_note)",
        "body_name": "(SELECT b.name FROM body AS b WHERE b.id = task.owner_body)",
        "document_title": "(SELECT d.title FROM document AS d WHERE d.id = task.from_document)",
        "carried": _CARRIED,
        "waits_for": "(SELECT count(*) FROM dependency CROSS JOIN task AS other "  # in this order: few wait
        "ON other.id = dependency.depends_on WHERE dependency.task = task.id "
        f"AND other.status IN {_UNFINISHED})",
    },
    "document": {
        "stage": f"(SELECT document_stage.stage {_LAST_STAGE})",
        "stage_date": f"(SELECT document_stage.date {_LAST_STAGE})",
        "stage_first": f"(SELECT document_stage.date_first {_LAST_STAGE})",
        "stage_last": f"(SELECT document_stage.date_last {_LAST_STAGE})",
        "stage_meeting_name": f"(SELECT meeting.name {_LAST_STAGE})",
        "parties": f"(SELECT {_PARTIES} FROM document_party JOIN party ON party.id = document_party.party "
        "WHERE document_party.document = document.id)",
    },
    "document_stage": {
        "document_title": "(SELECT d.title FROM document AS d WHERE d.id = document_stage.document)",
        **_meeting("document_stage.meeting"),
    },
    "document_party": {
        **_party("document_party.party", "party"),
        "document_title": "(SELECT d.title FROM document AS d WHERE d.id = document_party.document)",
    },
    "meeting_document": {
        "document_title": "(SELECT d.title FROM document AS d WHERE d.id = meeting_document.document)",
        **_meeting("meeting_document.meeting"),
    },
    "body": {
        "open_tasks": "(SELECT count(*) FROM task WHERE task.owner_body = body.id "
        f"AND task.status IN {_UNFINISHED})",
        "member_count": "(SELECT count(*) FROM body_member WHERE body_member.body = body.id)",
        **_party("body.initiated_by", "initiator"),
        **_party("body.set_up_by", "founder"),
        **_meeting("body.set_up_at", "founded"),
        "above": "(SELECT b.name FROM body AS b WHERE b.id = body.reports_to)",
    },
    "body_member": {
        **_party("body_member.party", "party"),
        "body_name": "(SELECT b.name FROM body AS b WHERE b.id = body_member.body)",
    },
    "membership": {
        **_party("membership.party", "party"),
        "organisation_name": f"(SELECT {shown('p')} FROM party AS p WHERE p.id = membership.organisation)",
        "series_name": "(SELECT s.name FROM series AS s WHERE s.id = membership.series)",
    },
    "progress": {
        **_meeting("progress.meeting"),
        "quote": "(SELECT s.quote FROM statement AS s WHERE s.subject_table = 'progress' "
        "AND s.subject = progress.id ORDER BY s.field <> 'note', s.chosen DESC, s.id LIMIT 1)",
    },
    "series": {
        "meeting_count": "(SELECT count(*) FROM meeting WHERE meeting.series = series.id)",
        **_party("series.organisation", "organisation"),
    },
    "inquiry": {
        "subject_label": "CASE inquiry.subject_table "
        + " ".join(
            f"WHEN '{table}' THEN "
            f"(SELECT {RECORD_TYPES[table].LABEL} FROM {table} WHERE id = inquiry.subject)"
            for table in ("meeting", "delegation", "task", "document", "body")
        )
        + " END",
    },
    "source": {"statement_count": "(SELECT count(*) FROM statement WHERE statement.source = source.id)"},
    "statement": {
        "source_title": "(SELECT s.title FROM source AS s WHERE s.id = statement.source)",
        "publisher": "(SELECT s.publisher FROM source AS s WHERE s.id = statement.source)",
        "published": "(SELECT s.published FROM source AS s WHERE s.id = statement.source)",
    },
    "party": {
        "name": shown("party"),
        "label": shown("party"),
        "alphabet": order("party"),
        "delegation_count": "(SELECT count(*) FROM delegation WHERE delegation.party = party.id)",
    },
}
"""Columns of lists by table and name. A record's own fields, `label` and derived columns need no entry."""

OF_GAP = "_of_gap_"

_SORT_NAMED = frozenset(
    ("party", "series", "person", "meeting", "delegation", "document", "body", "task", "source")
)

_SORTS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "document": {"stage_date": ("stage_first", "stage_last")},
    "delegation": {"level": ("head_position",), "party_name": ("sort_name",)},
    "party": {"name": ("alphabet",), "label": ("alphabet",)},
    **{table: {"party_name": ("party_order",)} for table in ("body_member", "document_party", "membership")},
}


def column(table: str, name: str) -> str:
    """The SQL expression of a list column. Raises KeyError for a name that is none.

    "again_of_gap_city" is the field `again` of the inquiry about the gap "city" of the record.
    """
    special = COLUMNS.get(table, {})
    if name in special:
        return special[name]
    inquired, of_gap, gap = name.partition(OF_GAP)
    if of_gap and gap.isidentifier() and inquired.isidentifier():
        return (
            f"(SELECT i.{inquired} FROM inquiry AS i WHERE i.subject_table = '{table}' "
            f"AND i.subject = {table}.id AND i.missing = '{table}.{gap}')"
        )
    record = RECORD_TYPES[table]
    if name == "label":
        return f"{table}.{record.LABEL}"
    own = specs(record)
    base = name.removesuffix("_first").removesuffix("_last").removesuffix("_precision")
    derived = base != name and base in own
    if name in own or derived or name in {"id", record.LABEL, "sort_name"}:
        return f"{table}.{name}"
    raise KeyError(f"{table}.{name}")


def sort_terms(table: str, name: str) -> tuple[str, ...]:
    """The SQL expressions by which a list is sorted for one of its columns; the first one may be NULL."""
    chosen = _SORTS.get(table, {}).get(name)
    if chosen is None:
        spec = specs(RECORD_TYPES[table]).get(name)
        if spec is not None and spec.kind is FieldKind.DATE:
            chosen = (f"{name}_first", f"{name}_last")
        elif name in ("label", RECORD_TYPES[table].LABEL) and table in _SORT_NAMED:
            chosen = ("sort_name",)
        else:
            chosen = (name,)
    return tuple(column(table, term) for term in chosen)
