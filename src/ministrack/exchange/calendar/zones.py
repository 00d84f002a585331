"""Time zones as a calendar has to describe them, by the names that meetings use."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Protocol, cast

from ministrack.domain.language import tr
from ministrack.exchange.calendar.moments import UTC
from ministrack.extras import needed

_SAFE = str.maketrans("", "", '"\r\n')


class _Zone(Protocol):
    def to_ical(self) -> bytes: ...


def is_known(zone: str) -> bool:
    """Whether a zone can be described: the clocks of no zone and of UTC need no description."""
    return zone in ("", UTC) or _common_name(zone) is not None


def described(zones: Iterable[str], first: date, last: date) -> list[str]:
    """The lines of a VTIMEZONE for each zone, for the days between.

    Raises InvalidValue where the package that knows how zones are described is missing.
    """
    wanted = sorted(set(zones) - {"", UTC})
    if not wanted:
        return []
    calendar = needed("icalendar", "calendar", _what())
    lines: list[str] = []
    for zone in wanted:
        made: _Zone = cast(
            _Zone,
            calendar.Timezone.from_tzid(
                _common_name(zone),
                first_date=date(max(first.year - 1, 1900), 1, 1),
                last_date=date(min(last.year + 2, 2100), 1, 1),
            ),
        )
        text = made.to_ical().decode("utf-8").replace("\r\n ", "")
        lines += [
            f"TZID:{zone.translate(_SAFE)}" if line.startswith("TZID:") else line
            for line in text.splitlines()
            if not line.startswith("COMMENT:")
        ]
    return lines


@cache
def _common_name(zone: str) -> str | None:
    """The name of the zone in the tables of the system; also by the name that Windows has for it."""
    # delayed: start-up time
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    for name in (zone, _named_by_windows(zone)):
        try:
            if name:
                ZoneInfo(name)
                return name
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return None


def _named_by_windows(zone: str) -> str:
    if not zone.endswith(" Time"):
        return ""
    tables = needed("icalendar.timezone.windows_to_olson", "calendar", _what())
    return str(tables.WINDOWS_TO_OLSON.get(zone, ""))


def _what() -> str:
    return tr("write the time zones of a calendar")
