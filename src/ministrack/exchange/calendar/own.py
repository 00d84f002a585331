"""The lines X-MINISTRACK-…, which bring back what calendars cannot hold; see docs/format.md."""

import re
from collections.abc import Mapping

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.checks import checked
from ministrack.domain.dates import span
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldKind, specs
from ministrack.exchange.calendar.components import OWN, Entry
from ministrack.exchange.calendar.exact import exact_days
from ministrack.exchange.calendar.found import Link
from ministrack.exchange.calendar.moments import When
from ministrack.exchange.calendar.statuses import BY_TABLE
from ministrack.exchange.content_lines import Property, without_hidden

ID, EDTF = f"{OWN}ID", f"{OWN}EDTF"
PLACE = ("venue", "city", "country")
DATED = {"meeting": "date", "task": "due"}
_CODE = re.compile("[A-Z]{2}")
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def line_name(field: str) -> str:
    """The line that carries a field."""
    return OWN + field.upper().replace("_", "-")


def is_id(text: str) -> bool:
    """Whether a text may be the id of a record."""
    return _ID.fullmatch(text) is not None


def place_in_words(venue: str | None, city: str | None, country: str) -> str:
    """The place of a meeting as one line, the closest first."""
    return ", ".join(part for part in (venue, city, country) if part)


def own_values(entry: Entry, table: str) -> tuple[dict[str, object], dict[str, Link]]:
    """The fields that these lines carry, and the records that they point at.

    Lines that a calendar program left standing while it changed the entry itself do not count any more.
    """
    values: dict[str, object] = {}
    links: dict[str, Link] = {}
    for name, spec in specs(RECORD_TYPES[table]).items():
        found = entry.first(line_name(name))
        if found is None:
            continue
        if spec.kind is FieldKind.REFERENCE:
            links[name] = _link(found, spec.refers)
        else:
            values[name] = found.text
    if not _keeps_status(entry, table, values.get("status")):
        values.pop("status", None)
    if table == "meeting" and entry.text("LOCATION") != _place(values, links):
        for name in PLACE:
            values.pop(name, None)
            links.pop(name, None)
    return values, links


def date_kept(entry: Entry, told: When | None) -> str | None:
    """The date as precise as it was, if the entry still stands on the days that it covers."""
    found = entry.first(EDTF)
    if found is None:
        return None
    try:
        covered = span(found.text)
    except InvalidValue:
        return None
    if told is None:
        return found.text
    first, _, last = told.date.partition("/")
    return found.text if (covered.first, covered.last) == (first, last or first) else None


def _keeps_status(entry: Entry, table: str, status: object) -> bool:
    """Whether STATUS still is what was written for our status; a date known loosely goes out as tentative."""
    said = entry.text("STATUS").strip().upper()
    if not said or BY_TABLE[table].get(str(status)) == said:
        return True
    found = entry.first(EDTF)
    return said == "TENTATIVE" and found is not None and _is_loose(found.text)


def _is_loose(edtf: str) -> bool:
    try:
        span(edtf)
    except InvalidValue:
        return False
    return exact_days(edtf) is None


def _place(values: Mapping[str, object], links: Mapping[str, Link]) -> str:
    country = links["country"].name if "country" in links else ""
    return place_in_words(str(values.get("venue") or ""), str(values.get("city") or ""), country)


def _link(found: Property, refers: str) -> Link:
    """What it points at; its name may have to serve as that of a new record."""
    kind = RECORD_TYPES[refers]
    name = without_hidden(found.text).strip()
    clean = checked(specs(kind)[kind.LABEL], name) if name else ""
    identity, code = found.parameter("X-ID"), found.parameter("X-CODE").upper()
    return Link(identity if is_id(identity) else "", str(clean), code if _CODE.fullmatch(code) else "")
