"""How often an entry comes again, kept as the calendar wrote it. Nothing is ever made of it."""

import re

from ministrack.domain.language import tr
from ministrack.exchange.calendar.components import Entry
from ministrack.exchange.calendar.moments import zone_name
from ministrack.exchange.content_lines import Property, without_hidden

RULES = ("RRULE", "EXRULE", "RDATE", "EXDATE")
_LONGEST = 2000  # characters of the field
_RULE = re.compile(r"FREQ=[A-Z]+(?:;[A-Z-]+=[A-Z0-9,+:T-]+)*", re.IGNORECASE)
_LINE = re.compile(rf"(?:{'|'.join(RULES)})[;:][\x20-\x7e]+")
_ZONE = re.compile(r';TZID="?([^":;]+)')
_BETWEEN = re.compile(rf" (?=(?:{'|'.join(RULES)})[;:])")


def recurrence(entry: Entry) -> tuple[str, str]:
    """Its rules and days in one line, and what had to be left out, in words."""
    told = [without_hidden(written_out(found)) for name in RULES for found in entry.properties.get(name, ())]
    whole = " ".join(told)
    if len(whole) <= _LONGEST:
        return whole, ""
    kept = [line for line in told if line.startswith("RRULE") and len(line) <= _LONGEST][:1]
    return "".join(kept), tr("The list of its single days is too long and was left out.")


def written_out(found: Property) -> str:
    """A line about days as one text; a zone by the name that everybody uses."""
    zone = found.parameter("TZID")
    given = found.given.replace(zone, zone_name(zone), 1) if zone else found.given
    return " ".join(f"{found.name}{given}:{found.value}".split())


def zones_of(text: str | None) -> list[str]:
    """The zones that such lines name."""
    return [found.strip() for found in _ZONE.findall(text or "")]


def as_lines(text: str | None) -> list[str]:
    """The lines of a calendar that a recurrence stands for; none where it was written in other words."""
    if not text:
        return []
    if _RULE.fullmatch(text):
        return [f"RRULE:{text}"]
    parts = _BETWEEN.split(text)
    return parts if all(_LINE.fullmatch(part) for part in parts) else []
