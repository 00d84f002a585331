"""One entry of a calendar as what it says about a meeting or a task."""

from collections.abc import Mapping
from hashlib import sha256
from unicodedata import normalize

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.checks import checked
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import specs
from ministrack.domain.language import tr
from ministrack.domain.meeting import Meeting
from ministrack.domain.task import TaskKind
from ministrack.exchange.calendar.clocks import clocks
from ministrack.exchange.calendar.components import OWN, Entry
from ministrack.exchange.calendar.found import Found
from ministrack.exchange.calendar.moments import Moment, When, duration, later, moment, when
from ministrack.exchange.calendar.own import DATED, EDTF, ID, date_kept, is_id, line_name, own_values
from ministrack.exchange.calendar.recurrence import as_lines, recurrence, written_out
from ministrack.exchange.calendar.statuses import meant, task_status
from ministrack.exchange.content_lines import without_hidden

TABLES: Mapping[str, str] = {"VEVENT": "meeting", "VTODO": "task"}
OVERRIDES = "#RECURRENCE-ID"
_LONGEST_ID = 500  # characters that an outside id may have
_TEXTS = ("name", "title", "summary", "note", "time", "recurrence")
_LINES = {  # the line that a field comes from, for who looks for what is wrong
    "name": "SUMMARY", "title": "SUMMARY", "summary": "DESCRIPTION", "note": "DESCRIPTION", "date": "DTSTART",
    "due": "DUE", "time": "DTSTART", "recurrence": "RRULE",
    "venue": "LOCATION", "city": "LOCATION",
}  # fmt: skip


def understood(entry: Entry) -> Found:
    """What an event or to-do says; where something is wrong about it, that, with the line."""
    table = TABLES[entry.kind]
    label = " ".join(without_hidden(entry.text("SUMMARY")).split())[:200]
    if entry.trouble:
        return Found(table, entry.at or entry.line, label, problem=entry.trouble)
    try:
        return _read(entry, table, label)
    except InvalidValue as error:
        about = _LINES.get(error.field, error.field.upper())
        found = entry.first(about) or entry.first(line_name(error.field))
        line = found.line if found else entry.line
        return Found(table, line, label, problem=error.what, about=found.name if found else about)


def _read(entry: Entry, table: str, label: str) -> Found:
    own = any(name.startswith(OWN) for name in entry.properties)
    values, links = own_values(entry, table) if own else ({}, {})
    natural = _meeting(entry) if table == "meeting" else _task(entry)
    notes = [str(natural.pop("")), _comes_again(entry)]
    told = _when(entry, table)
    _dated(table, told, natural)
    if own:
        _kept(entry, table, told, natural, values)
    _clean(table, natural)
    fields = {**{name: value for name, value in natural.items() if value}, **_checked(table, values)}
    placed = "country" in links or "city" in values or "venue" in values
    location = "" if placed or table == "task" else _location(entry)
    identity = entry.text(ID)
    return Found(
        table, entry.line, label, uid_of(entry), identity if is_id(identity) else "", fields, links,
        _related(entry), location, _rank(entry), tuple(filter(None, notes)),
    )  # fmt: skip


def uid_of(entry: Entry) -> str:
    """What tells the entry from all others: its UID, and for one day of several, which day it stands for."""
    uid = entry.text("UID").strip()
    day = entry.first("RECURRENCE-ID")
    if uid and day is not None:
        uid = f"{uid}#{written_out(day)}"
    uid = normalize("NFC", " ".join(without_hidden(uid).split()))
    return uid if len(uid) <= _LONGEST_ID else f"sha256:{sha256(uid.encode()).hexdigest()}"


def _meeting(entry: Entry) -> dict[str, object]:
    rule, note = recurrence(entry)
    return {
        "name": _one_line(entry.text("SUMMARY")),
        "summary": _long(entry),
        "status": meant("meeting", entry.text("STATUS")),
        "recurrence": rule,
        "": note,
    }


def _task(entry: Entry) -> dict[str, object]:
    rule, note = recurrence(entry)
    percent = entry.text("PERCENT-COMPLETE").strip()
    return {
        "title": _one_line(entry.text("SUMMARY")),
        "kind": TaskKind.OWN_WORK.value,
        "note": _long(entry),
        "status": task_status(entry.text("STATUS"), percent, entry.first("COMPLETED") is not None),
        "recurrence": rule,
        "": note,
    }


def _when(entry: Entry, table: str) -> When | None:
    begin = entry.first("DTSTART")
    start = moment(begin) if begin else None
    if table == "task":
        return _due(entry, start)
    if start is None:
        return None
    return when(start, _end(entry, start), all_day=_is_all_day(entry, start))


def _due(entry: Entry, start: Moment | None) -> When | None:
    """The day on which a to-do is due. From its start on only where ministrack wrote it so: as a span."""
    due, length = entry.first("DUE"), entry.first("DURATION")
    if due is not None:
        end = moment(due)
    elif start is not None and length is not None:
        end = later(start, duration(length))
    else:
        return None
    last = end.day.isoformat()
    spans = entry.first(EDTF) is not None and start is not None and start.day < end.day
    return When(f"{start.day.isoformat()}/{last}" if spans and start else last)


def _end(entry: Entry, start: Moment) -> Moment | None:
    ending, length = entry.first("DTEND"), entry.first("DURATION")
    if ending is not None:
        return moment(ending)
    return later(start, duration(length)) if length is not None else None


def _is_all_day(entry: Entry, start: Moment) -> bool:
    """Outlook writes whole days as times from midnight to midnight, and says so in a line of its own."""
    if entry.text("X-MICROSOFT-CDO-ALLDAYEVENT").upper() != "TRUE" or start.clock != "00:00":
        return False
    end = _end(entry, start)
    return end is None or end.clock == "00:00"


def _dated(table: str, told: When | None, natural: dict[str, object]) -> None:
    if told is None:
        return
    natural[DATED[table]] = told.date
    if table == "meeting":
        natural["time"] = told.time


def _kept(
    entry: Entry, table: str, told: When | None, natural: dict[str, object], values: dict[str, object]
) -> None:
    """What ministrack wrote in lines of its own stands where the calendar cannot say it."""
    date = date_kept(entry, told)
    if date is not None:
        natural[DATED[table]] = date
    if natural.get("time") and clocks(str(values.get("time", ""))) != clocks(str(natural["time"])):
        values.pop("time", None)
    rule = str(natural.get("recurrence") or "")
    if rule and sorted(as_lines(str(values.get("recurrence", "")))) != sorted(as_lines(rule)):
        values.pop("recurrence", None)


def _clean(table: str, natural: dict[str, object]) -> None:
    """Makes the texts of an entry as a dossier takes them. Raises InvalidValue, naming the field."""
    declared, label = specs(RECORD_TYPES[table]), RECORD_TYPES[table].LABEL
    if not natural[label]:
        raise InvalidValue(tr("It has no title (SUMMARY)."), field=label)
    for name in _TEXTS:
        if natural.get(name):
            natural[name] = checked(declared[name], natural[name])


def _checked(table: str, values: Mapping[str, object]) -> dict[str, object]:
    """The values of lines of ours, which anybody may have changed."""
    declared = specs(RECORD_TYPES[table])
    return {name: checked(declared[name], value) for name, value in values.items() if value}


def _location(entry: Entry) -> str:
    """The place as written; as long as it may stand there where nothing in it can be told apart."""
    return str(checked(specs(Meeting)["venue"], _one_line(entry.text("LOCATION"))) or "")


def _related(entry: Entry) -> tuple[tuple[str, str], ...]:
    return tuple(
        ((found.parameter("RELTYPE") or "PARENT").upper(), found.text.strip())
        for found in entry.properties.get("RELATED-TO", ())
    )


def _comes_again(entry: Entry) -> str:
    """What becomes of an entry that stands for several days, or for one of them."""
    if entry.first("RECURRENCE-ID") is not None:
        return tr("One day of a series of days, which became different: a record of its own.")
    if entry.first("RRULE") is not None or entry.first("RDATE") is not None:
        return tr("It comes again: the rule is kept, and no further days are made of it.")
    return ""


def _rank(entry: Entry) -> tuple[int, str]:
    number = entry.text("SEQUENCE").strip()
    sequence = int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0
    return sequence, entry.text("LAST-MODIFIED").strip()


def _one_line(text: str) -> str:
    return without_hidden(text).strip()


def _long(entry: Entry) -> str:
    """The description, and under it the address of the entry."""
    text, address = without_hidden(entry.text("DESCRIPTION")).strip(), _one_line(entry.text("URL"))
    return f"{text}\n{address}".strip() if address and address not in text else text
