"""The time of a meeting as people write it, as clock times and their zones."""

import re
from typing import NamedTuple

_CLOCK = r"(\d\d?:\d\d(?::\d\d)?)"
_ZONE = r"(?: ([^\d\s–-][^–]*?))?"
_TIME = re.compile(rf"{_CLOCK}{_ZONE}(?: ?[–—-] ?{_CLOCK}{_ZONE})?")
_HOURS = 24


class Clocks(NamedTuple):
    """When it begins and when it ends, where that is said; a zone is empty where none is named."""

    begins: str
    begins_in: str
    ends: str
    ends_in: str


def clocks(text: str | None) -> Clocks | None:
    """ "10:00–13:00 Asia/Baku" as its parts; None for any other words."""
    found = _TIME.fullmatch(text) if text else None
    if found is None:
        return None
    begins, begins_in, ends, ends_in = (part or "" for part in found.groups())
    if not _is_clock(begins) or begins.startswith("24"):  # the end of a day is no beginning
        return None
    if not ends:
        return Clocks(_full(begins), begins_in, "", "")
    if not _is_clock(ends):
        return None
    return Clocks(_full(begins), begins_in or ends_in, _full(ends), ends_in or begins_in)


def _is_clock(text: str) -> bool:
    hour, minute, *second = map(int, text.split(":"))
    if hour == _HOURS:
        return not minute and not any(second)
    return hour < _HOURS and minute < 60 and all(each < 60 for each in second)


def _full(text: str) -> str:
    return text if text[2] == ":" else f"0{text}"
