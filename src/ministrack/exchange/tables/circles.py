"""Meetings that lines put one after the other, until one of them would come after itself."""

from collections.abc import Sequence

from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.exchange.matching import Keys
from ministrack.exchange.tables.entries import Entry

_TABLE, _PREVIOUS = "meeting", "previous"


def refuse_circles(keys: Keys, entries: Sequence[Entry]) -> None:
    """Refuses each line that would close or be part of such a circle."""
    told = _told(entries)
    straight: set[str] = set()
    for start in told:
        path: list[str] = []
        at: str | None = start
        while at is not None and at not in straight:
            straight.add(at)
            path.append(at)
            at = told[at][0] if at in told else _recorded(keys, at)
        circle = path[path.index(at) :] if at in path else []
        for identity in told.keys() & circle:
            told[identity][1].refuse(tr("A meeting cannot come after itself."), f"{_TABLE}.{_PREVIOUS}")


def _told(entries: Sequence[Entry]) -> dict[str, tuple[str | None, Entry]]:
    """Which meeting stands before each, where a line says so."""
    told: dict[str, tuple[str | None, Entry]] = {}
    for entry in entries:
        for record in entry.draft.adding:
            told[record.id] = (getattr(record, _PREVIOUS), entry)
        for change in entry.draft.changing:
            if _PREVIOUS in change.new:
                value = change.new[_PREVIOUS]
                told[change.ref.id] = (str(value) if value else None, entry)
    return told


def _recorded(keys: Keys, meeting: str) -> str | None:
    previous: str | None = getattr(keys.record(Ref(_TABLE, meeting)), _PREVIOUS, None)
    return previous
