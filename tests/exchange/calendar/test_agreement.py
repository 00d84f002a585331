"""Our reader against the library that everybody uses: the same entries with the same fields."""

from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest

from ministrack.exchange.calendar.found import Found
from ministrack.exchange.calendar.moments import UTC, Moment, when, zone_name
from ministrack.exchange.calendar.parsing import read_calendar
from ministrack.exchange.content_lines import decoded
from tests.exchange.calendar.calendars import FILES

OURS = [FILES / name for name in ("google.ics", "outlook.ics", "thunderbird.ics")]
# Those that come with the library, where it brings them: in the manner of many programs, broken ones too.
THEIRS = sorted((Path(icalendar.__file__).parent / "tests" / "calendars").glob("*.ics"))

Told = dict[str, object]


def theirs(component: icalendar.Component) -> Told:
    """The fields of an entry as the library understands them, in our words."""
    told: Told = {
        "uid": str(component.get("UID", "")),
        "name": " ".join(str(component.get("SUMMARY", "")).split()),
        "text": text(component),
        "place": " ".join(str(component.get("LOCATION", "")).split()),
    }
    if component.name == "VEVENT" and "DTSTART" in component:
        whole = str(component.get("X-MICROSOFT-CDO-ALLDAYEVENT", "")) == "TRUE"
        told["when"] = tuple(when(moment(component, "DTSTART"), end(component), all_day=whole))
    elif component.name == "VTODO" and "DUE" in component:
        told["when"] = (moment(component, "DUE").day.isoformat(), "")
    return told


def text(component: icalendar.Component) -> str:
    """The description with the address under it; ours reads a quote behind a backslash as a quote."""
    lines = (str(component.get("DESCRIPTION", "")).replace('\\"', '"').strip(), str(component.get("URL", "")))
    return "\n".join(line for line in lines if line)


def moment(component: icalendar.Component, name: str) -> Moment:
    value = component.decoded(name)
    given = component[name]
    if isinstance(value, list) and isinstance(given, list):  # the line stands twice
        value, given = value[0], given[0]
    if not isinstance(value, datetime):
        assert isinstance(value, date)
        return Moment(value)
    shown = f"{value:%H:%M:%S}" if value.second else f"{value:%H:%M}"
    zone = zone_name(str(given.params.get("TZID", "")))
    return Moment(value.date(), shown, UTC if value.tzname() == "UTC" and zone in ("", "UTC") else zone)


def end(component: icalendar.Component) -> Moment | None:
    if "DTEND" in component:
        return moment(component, "DTEND")
    if "DURATION" not in component:
        return None
    start, length = moment(component, "DTSTART"), component.decoded("DURATION")
    assert isinstance(length, timedelta)
    begin = datetime.fromisoformat(f"{start.day.isoformat()}T{start.clock or '00:00'}")
    after = begin + length
    return Moment(after.date(), f"{after:%H:%M}" if start.clock else "", start.zone)


def ours(found: Found) -> Told:
    told: Told = {
        "uid": found.uid.partition("#RECURRENCE-ID")[0],
        "name": " ".join(str(found.fields.get("name") or found.fields.get("title") or "").split()),
        "text": found.fields.get("summary") or found.fields.get("note") or "",
        "place": " ".join(found.location.split()),
    }
    dated = found.fields.get("date") or found.fields.get("due")
    if dated:
        told["when"] = (dated, found.fields.get("time") or "")
    return told


@pytest.mark.filterwarnings("ignore:.*globally unique TZID")
@pytest.mark.parametrize("path", [*OURS, *THEIRS], ids=lambda path: path.stem)
def test_both_understand_the_same(path: Path) -> None:
    data = path.read_bytes()
    try:
        calendars = icalendar.Calendar.from_ical(data, multiple=True)
    except ValueError:
        calendars = []
    if not calendars or b"\0" in data:
        return  # refused as a whole, or no calendar at the top: what ours does then has tests of its own
    wanted = [
        component
        for calendar in calendars
        for component in calendar.walk()
        if component.name in ("VEVENT", "VTODO")
    ]
    found = list(read_calendar(decoded(data)).entries)
    assert len(found) == len(wanted)
    for mine, component in zip(found, wanted, strict=True):
        if mine.problem:
            assert component.errors or "SUMMARY" not in component, mine.problem
        elif not component.errors:
            assert ours(mine) == theirs(component)
