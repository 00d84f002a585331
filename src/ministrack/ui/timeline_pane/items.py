"""What the timeline shows of a dossier: meetings, dated stages of documents, and tasks."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache

from ministrack.domain.dates import Precision, explain, show
from ministrack.domain.document import Stage
from ministrack.domain.fields import Choice
from ministrack.domain.filters import EVERYTHING, Filter, SharedFilter
from ministrack.domain.isolating import isolated
from ministrack.domain.language import tr
from ministrack.domain.lists import ListQuery, Row
from ministrack.domain.meeting import MeetingStatus, is_movable
from ministrack.domain.scope import scope
from ministrack.domain.task import TaskStatus, days_overdue
from ministrack.edits.asking import Reader
from ministrack.edits.wording import meeting_in_words, shortened
from ministrack.ui.naming import dotted
from ministrack.ui.views.timeline.items import Item, Lane, Ref, Said

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
    "from_document",
    "due",
    "due_first",
    "due_last",
    "due_precision",
    "made_date",
    "before_name",
    "before_date",
)
_FIRST, _LAST = "0000-01-01", "9999-12-31"  # stand for an open end in derived columns


_KINDS: Mapping[str, tuple[str, ...]] = {"meeting": _MEETING, "document_stage": _STAGE, "task": _TASK}


def timeline_items(read: Reader, today: date, wanted: Mapping[str, Filter] | None = None) -> list[Item]:
    """The items of the dossier: all, or those of the rows `wanted` by table."""
    made: list[Item] = []
    for table, columns in _KINDS.items():
        if wanted is None or table in wanted:
            query = ListQuery(table, columns, EVERYTHING if wanted is None else wanted[table])
            made += _MAKERS[table](read.rows(query, _MOST), today)
    return made


def series_names(read: Reader) -> dict[str, str]:
    """The names of the series, as short as they are known."""
    rows = read.rows(ListQuery("series", ("name", "short_name")), _MOST)
    return {str(row["id"]): str(row["short_name"] or row["name"]) for row in rows}


def records_within(read: Reader, shared: SharedFilter) -> set[Ref] | None:
    """The records of the timeline that the filter leaves; None when it leaves them all."""
    if shared.is_empty:
        return None
    return {
        (table, identity)
        for table in ("meeting", "document", "task")
        for identity in read.listing(ListQuery(table, (), scope(table, shared))).ids(0, _MOST)
    }


def _meetings(rows: list[Row], _: date) -> Iterator[Item]:
    for row in rows:
        first, last = _days(row, "date")
        place = str(row["city"] or row["country_name"] or "")
        label = meeting_in_words(row["number"], place, row["date"]) or str(row["name"])
        yield Item(
            ref=("meeting", str(row["id"])),
            lane=Lane.MEETINGS,
            group=str(row["series"] or ""),
            label=label,
            short=place or str(row["name"]),
            first=first,
            last=last,
            exact=_exact(row, "date"),
            tone=str(row["status"]),
            said=Said(
                tr("Meeting"), str(row["name"]), str(row["date"] or ""), _word(MeetingStatus, row["status"])
            ),
            movable=str(row["date"] or "") if is_movable(row["status"]) else "",
        )


def _stages(rows: list[Row], _: date) -> Iterator[Item]:
    for row in rows:
        first, last = _days(row, "date")
        if first is None and last is None:
            continue
        title = str(row["document_title"])
        yield Item(
            ref=("document", str(row["document"])),
            lane=Lane.DOCUMENTS,
            group="",
            label=tr(
                "{title} {stage} · {date}",
                title=isolated(title),
                stage=row["stage"],
                date=show(str(row["date"])),
            ),
            short=shortened(title),
            first=first,
            last=last,
            exact=_exact(row, "date"),
            tone=str(row["stage"]),
            said=Said(tr("Document"), title, str(row["date"] or ""), _word(Stage, row["stage"])),
            row=("document_stage", str(row["id"])),
        )


def _tasks(rows: list[Row], today: date) -> Iterator[Item]:
    for row in rows:
        yield _task(row, today)


def _task(row: Row, today: date) -> Item:
    first, last = _days(row, "due")
    overdue = days_overdue(row["status"], row["due_last"], today)
    due = row["due"] or row["before_date"]
    status = tr("Overdue") if overdue else _word(TaskStatus, row["status"])
    words = [
        str(row["title"]),
        str(row["owner"] or ""),
        show(str(due)) if due else tr("no date"),
    ]
    return Item(
        ref=("task", str(row["id"])),
        lane=Lane.TASKS,
        group="",
        label=dotted(words),
        short=shortened(str(row["title"])),
        first=first,
        last=last,
        exact=_exact(row, "due"),
        tone="overdue" if overdue else _TASK_TONES.get(str(row["status"]), str(row["status"])),
        tooltip=_due_by(row),
        since=_given(row["made_date"]),
        after=_origins(row),
        said=Said(tr("Task"), str(row["title"]), str(due or ""), status),
    )


def _origins(row: Row) -> tuple[Ref, ...]:
    """What a task follows from: the meeting at which it was made, the document that it stems from."""
    found = (("meeting", row["made_at"]), ("document", row["from_document"]))
    return tuple((table, str(identity)) for table, identity in found if identity)


def _word(choices: type[Choice], value: object) -> str:
    """A choice in the language of the interface."""
    return _words(choices).get(str(value), str(value))


@cache
def _words(choices: type[Choice]) -> Mapping[str, str]:
    return {member.value: tr(member.label) for member in choices}


_TASK_TONES = {"in progress": "progress", "partly": "progress"}


def _due_by(row: Row) -> str:
    """Of a task that is due by a meeting: which one, and when that is."""
    if not row["before_name"]:
        return ""
    name, date = str(row["before_name"]), row["before_date"]
    if date:
        return tr("Due by “{meeting}”. {meaning}", meeting=name, meaning=explain(str(date)))
    return tr("Due by “{meeting}”, which has no date yet.", meeting=name)


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


_MAKERS: Mapping[str, Callable[[list[Row], date], Iterator[Item]]] = {
    "meeting": _meetings,
    "document_stage": _stages,
    "task": _tasks,
}
