"""What the timeline shows of a dossier: meetings, dated stages of documents, and tasks."""

from collections.abc import Iterator, Mapping
from datetime import date

from ministrack.domain.dates import Precision, explain, show
from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import tr
from ministrack.domain.lists import ListQuery, Row
from ministrack.domain.scope import scope
from ministrack.domain.task import days_overdue
from ministrack.edits.asking import Reader
from ministrack.edits.changes import ChangeSet
from ministrack.edits.wording import meeting_in_words, shortened
from ministrack.ui.views.timeline.items import Connection, Item, Lane, Ref

_MOST = 200_000  # items of one kind
_MEETING = (
    "name",
    "number",
    "series",
    "status",
    "city",
    "country_name",
    "date",
    *(f"date_{x}" for x in ("first", "last", "precision")),
)
_STAGE = ("document", "document_title", "stage", "date", "date_first", "date_last", "date_precision")
_TASK = (
    "title",
    "status",
    "owner",
    "made_at",
    "due",
    "due_first",
    "due_last",
    "due_precision",
    "made_date",
    "before_name",
    "before_date",
)
_NOTHING: frozenset[str] = frozenset()
_FIRST, _LAST = "0000-01-01", "9999-12-31"  # stand for an open end in derived columns


_OWNERS = ("owner_party", "owner_body", "owner_person", "owner_note")
_SAID: Mapping[str, frozenset[str]] = {
    "meeting": frozenset(("name", "number", "series", "status", "city", "country", "date")),
    "document": frozenset(("title",)),
    "document_stage": frozenset(("document", "stage", "date")),
    "task": frozenset(("title", "status", "made_at", "due", "due_meeting", *_OWNERS)),
    "party": frozenset(("name",)),
    "body": frozenset(("name",)),
    "person": frozenset(("name",)),
}
"""The fields, by table, that an item says something of."""


def changes_items(change_set: ChangeSet) -> bool:
    """Whether an edit touched what items say; most edits of a large dossier do not."""
    return any(not _SAID.get(each.table, _NOTHING).isdisjoint(each.fields()) for each in change_set.changes)


def timeline_items(read: Reader, today: date) -> tuple[list[Item], list[Connection]]:
    """All items of the dossier, and the connections from meetings to the tasks made there."""
    items = [*_meetings(read), *_stages(read)]
    connections = []
    for row in read.rows(ListQuery("task", _TASK), _MOST):
        items.append(_task(row, today))
        if row["made_at"]:
            connections.append(Connection(("meeting", str(row["made_at"])), ("task", str(row["id"]))))
    return items, connections


def records_within(read: Reader, shared: SharedFilter) -> set[Ref] | None:
    """The records of the timeline that the filter leaves; None when it leaves them all."""
    if shared.is_empty:
        return None
    return {
        (table, identity)
        for table in ("meeting", "document", "task")
        for identity in read.listing(ListQuery(table, (), scope(table, shared))).ids(0, _MOST)
    }


def _meetings(read: Reader) -> Iterator[Item]:
    for row in read.rows(ListQuery("meeting", _MEETING), _MOST):
        first, last = _days(row, "date")
        place = row["city"] or row["country_name"]
        label = meeting_in_words(row["number"], place, row["date"]) or str(row["name"])
        yield Item(
            ref=("meeting", str(row["id"])),
            lane=Lane.MEETINGS,
            group=str(row["series"] or ""),
            label=label,
            short=str(place or row["name"]),
            first=first,
            last=last,
            exact=_exact(row, "date"),
            tone=str(row["status"]),
            tooltip=_tip(str(row["name"]), row["date"]),
        )


def _stages(read: Reader) -> Iterator[Item]:
    for row in read.rows(ListQuery("document_stage", _STAGE, sort="date"), _MOST):
        first, last = _days(row, "date")
        if first is None and last is None:
            continue
        title = str(row["document_title"])
        yield Item(
            ref=("document", str(row["document"])),
            lane=Lane.DOCUMENTS,
            group="",
            label=tr(
                "{title} {stage} · {date}", title=title, stage=row["stage"], date=show(str(row["date"]))
            ),
            short=shortened(title),
            first=first,
            last=last,
            exact=_exact(row, "date"),
            tone=str(row["stage"]),
            tooltip=_tip(tr("{title}, {stage}", title=title, stage=row["stage"]), row["date"]),
        )


def _task(row: Row, today: date) -> Item:
    first, last = _days(row, "due")
    overdue = days_overdue(row["status"], row["due_last"], today)
    due = row["due"] or row["before_date"]
    words = [str(row["title"]), str(row["owner"] or ""), show(str(due)) if due else tr("no date")]
    return Item(
        ref=("task", str(row["id"])),
        lane=Lane.TASKS,
        group="",
        label=" · ".join(word for word in words if word),
        short=shortened(str(row["title"])),
        first=first,
        last=last,
        exact=_exact(row, "due"),
        tone="overdue" if overdue else _TASK_TONES.get(str(row["status"]), str(row["status"])),
        tooltip=_task_tip(row),
        since=_given(row["made_date"]),
    )


_TASK_TONES = {"in progress": "progress", "partly": "progress"}


def _task_tip(row: Row) -> str:
    title = str(row["title"])
    if row["before_name"]:
        name = str(row["before_name"])
        if row["before_date"]:
            return tr(
                "{title}\nDue by “{meeting}”. {meaning}",
                title=title,
                meeting=name,
                meaning=explain(str(row["before_date"])),
            )
        return tr("{title}\nDue by “{meeting}”, which has no date yet.", title=title, meeting=name)
    return _tip(title, row["due"]) if row["due"] else tr("{title}\nNo date is set.", title=title)


def _tip(title: str, edtf: object) -> str:
    """Name, date as shown and its exact meaning, on three lines at most."""
    if not edtf:
        return tr("{title}\nNo date is set.", title=title)
    return tr("{title}\n{date}: {meaning}", title=title, date=show(str(edtf)), meaning=explain(str(edtf)))


def _days(row: Row, field: str) -> tuple[int | None, int | None]:
    first, last = row[f"{field}_first"], row[f"{field}_last"]
    return (
        None if first in (None, _FIRST) else date.fromisoformat(str(first)).toordinal(),
        None if last in (None, _LAST) else date.fromisoformat(str(last)).toordinal(),
    )


def _given(edtf: object) -> int | None:
    """The day on which a task was given: the first day of its meeting, where that day is known."""
    # A known day is its own text in EDTF; looser dates would place the task too exactly.
    try:
        return date.fromisoformat(str(edtf)).toordinal() if edtf else None
    except ValueError:
        return None


def _exact(row: Row, field: str) -> bool:
    """Known days: one day, or an interval from day to day."""
    precision, edtf = row[f"{field}_precision"], str(row.get(field) or row.get("before_date") or "")
    if precision == Precision.DAY.value:
        return True
    return precision == Precision.INTERVAL.value and all(part.count("-") == 2 for part in edtf.split("/"))
