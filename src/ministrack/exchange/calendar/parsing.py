"""A calendar file as plain data; runs in a process of its own, where a hostile file can do no harm."""

from pathlib import Path

from ministrack.domain.language import tr, trn
from ministrack.domain.progress import Progress
from ministrack.exchange.calendar.components import ENTRIES, entries
from ministrack.exchange.calendar.found import Found, FoundCalendar
from ministrack.exchange.calendar.reading import TABLES, understood
from ministrack.exchange.choices import Choices
from ministrack.exchange.content_lines import decoded

_TELL_EVERY = 100  # entries


def parse(path: str, choices: Choices, *, progress: Progress | None = None) -> FoundCalendar:
    """Everything in the file. Raises InvalidValue where it is no calendar at all."""
    return read_calendar(decoded(Path(path).read_bytes(), choices.encoding), progress)


def read_calendar(text: str, progress: Progress | None = None) -> FoundCalendar:
    """Everything in the text of a calendar."""
    found: list[Found] = []
    journals = categories = 0
    total = sum(text.count(f"BEGIN:{kind}") for kind in ENTRIES) if progress else 0
    for entry in entries(text):
        if progress and len(found) % _TELL_EVERY == 0:
            progress(len(found), total)
        if entry.kind in TABLES:
            found.append(understood(entry))
            categories += "CATEGORIES" in entry.properties
        else:
            journals += 1
    return FoundCalendar(tuple(found), _left_out(len(found), journals, categories))


def _left_out(found: int, journals: int, categories: int) -> tuple[str, ...]:
    words = []
    if not found:
        words.append(tr("There is neither an event nor a to-do in the file."))
    if journals:
        words.append(
            trn(
                "{n} journal entry is left out: it is neither a meeting nor a task.",
                "{n} journal entries are left out: they are neither meetings nor tasks.",
                journals,
            )
        )
    if categories:
        words.append(
            trn(
                "The categories of {n} entry are left out.",
                "The categories of {n} entries are left out.",
                categories,
            )
        )
    return tuple(words)
