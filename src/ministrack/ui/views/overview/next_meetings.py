"""The next meeting of each series: when, where, and what is not known about it yet."""

from collections.abc import Sequence
from datetime import date

from ministrack.domain.date_distance import distance
from ministrack.domain.dates import show, show_long
from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import interface_language, tr, trn
from ministrack.domain.lists import ListQuery, Row
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.record import Ref
from ministrack.domain.scope import scope
from ministrack.edits.asking import Reader
from ministrack.edits.coming import coming
from ministrack.ui import tones
from ministrack.ui.inspector.entries import Entry
from ministrack.ui.naming import dotted, text
from ministrack.ui.style.theme import Tone

_COLUMNS = (
    "name", "series_name", "date", "date_first", "date_precision", "status", "city", "country_name",
    "country_code", "delegation_count", "carried_tasks",
)  # fmt: skip
SHOWN = 5  # other series


def next_meetings(read: Reader, shared: SharedFilter, today: date) -> list[Row]:
    """The first meeting to come of each series that is shown, in the order of `coming`."""
    found = coming(read, scope("meeting", shared), today, SHOWN + 1)
    return read.listing(ListQuery("meeting", _COLUMNS)).rows_of(found)


def where_and_when(row: Row, today: date) -> str:
    """ "Türkiye · some day until 31 December 2026"."""
    place = dotted((text(row["city"]), text(row["country_name"])))
    edtf = text(row["date"])
    when = distance(edtf, today, interface_language()) if edtf else tr("no date yet")
    if row["date_precision"] == "day":
        is_far = when == show_long(edtf, interface_language())  # so far that only the date says it
        when = when if is_far else dotted((show(edtf, interface_language()), when))
    return dotted((place, when))


def facts(row: Row) -> list[Entry]:
    """What is known and not known about the next meeting."""
    opens = Ref("meeting", text(row["id"]))
    named, carried = int(row["delegation_count"] or 0), int(row["carried_tasks"] or 0)
    lines = [
        _fact(tr("City"), text(row["city"]), opens),
        _fact(tr("Day"), _day(row), opens),
        Entry(tr("Delegations"), trn("{n} named", "{n} named", named) if named else tr("none named yet"),
              opens=opens),
    ]  # fmt: skip
    if carried:
        said = trn("{n} task", "{n} tasks", carried)
        lines.append(Entry(tr("Carried over"), said, opens=opens))
    return lines


def others(rows: Sequence[Row], today: date) -> list[Entry]:
    """The next meetings of further series, in a line each."""
    return [
        Entry(
            text(row["series_name"]) or text(row["name"]),
            where_and_when(row, today),
            *tones.of_choice(MeetingStatus, row["status"]),
            flag=text(row["country_code"]),
            opens=Ref("meeting", text(row["id"])),
        )
        for row in rows
    ]


def _day(row: Row) -> str:
    return show(text(row["date"]), interface_language()) if row["date_precision"] == "day" else ""


def _fact(name: str, known: str, opens: Ref) -> Entry:
    if known:
        return Entry(name, known, opens=opens)
    return Entry(name, "", tr("not known"), Tone.PROGRESS, opens=opens)
