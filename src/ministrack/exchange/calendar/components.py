"""The entries of a calendar: the lines between BEGIN and END, with what is wrong about them."""

from collections.abc import Iterator

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import counted, tr
from ministrack.domain.values import dataclass, field
from ministrack.exchange.content_lines import Property, lines, split

ENTRIES = frozenset(("VEVENT", "VTODO", "VJOURNAL"))
OWN = "X-MINISTRACK-"
_READ = frozenset((
    "UID", "RECURRENCE-ID", "SEQUENCE", "LAST-MODIFIED", "SUMMARY", "DESCRIPTION", "LOCATION", "URL",
    "STATUS", "DTSTART", "DTEND", "DURATION", "DUE", "COMPLETED", "PERCENT-COMPLETE", "RRULE", "RDATE",
    "EXDATE", "EXRULE", "RELATED-TO", "CATEGORIES", "X-MICROSOFT-CDO-ALLDAYEVENT",
))  # fmt: skip
_PASSED_OVER = frozenset(("DTSTAMP", "CREATED", "TRANSP", "CLASS", "PRIORITY"))
_SIGNS = str.maketrans("", "", "-_.")
_DEEPEST = 20
_MOST = 100_000  # components of one file, alarms and descriptions of time zones among them
_LONGEST = 1_000_000  # characters of one line


@dataclass(slots=True)
class Entry:
    """One event, to-do or journal entry. `trouble` says what is wrong with it, and `at` in which line."""

    kind: str
    line: int
    properties: dict[str, list[Property]] = field(default_factory=dict)
    trouble: str = ""
    at: int = 0

    def keep(self, found: Property) -> None:
        """Takes a line in."""
        lines = self.properties.get(found.name)
        if lines is None:
            self.properties[found.name] = [found]
        else:
            lines.append(found)

    def first(self, name: str) -> Property | None:
        """The first line of that name."""
        found = self.properties.get(name)
        return found[0] if found else None

    def text(self, name: str) -> str:
        """What the first line of that name says to people."""
        found = self.properties.get(name)
        return found[0].text if found else ""


def entries(text: str) -> Iterator[Entry]:
    """All entries of a file, which may hold several calendars.

    Raises InvalidValue where the file is no calendar, or too large or too deep to be one.
    """
    if text.count("\nBEGIN:") > _MOST:  # before a minute is spent on those that may be taken
        raise _too_many()
    reader = _Entries()
    for number, line in lines(text):
        reader.take(number, line)
        if reader.done:
            yield from reader.done
            reader.done.clear()
    reader.end()
    yield from reader.done


class _Entries:
    """Takes lines one by one; `done` holds the entries that have ended since it was emptied."""

    def __init__(self) -> None:
        self.done: list[Entry] = []
        self._open: list[str] = []  # names of the components that have begun
        self._entry: Entry | None = None
        self._depth = 0  # of the entry among them
        self._count = 0

    def take(self, number: int, line: str) -> None:
        name, colon, value = line.partition(":")
        entry = self._entry if len(self._open) == self._depth else None
        if entry is not None and name in _READ and colon:  # most lines are as plain as this
            entry.keep(Property(name, "", value, number))
            return
        begins = name.strip().upper()
        if begins == "BEGIN":
            self._begin(value.strip().upper(), number)
        elif begins == "END":
            self._finish(value.strip().upper(), number)
        elif not self._count:
            raise _no_calendar()
        elif entry is not None and begins not in _PASSED_OVER:
            _keep(entry, split(line, number), line, number)

    def end(self) -> None:
        if not self._count:
            raise _no_calendar()
        if self._entry is not None:
            self._cut_off(tr("It has no end: the file stops here."), self._entry.line)

    def _begin(self, name: str, number: int) -> None:
        if name in ENTRIES and self._entry is not None:
            self._cut_off(tr("It has no end before the next one begins."), number)
        self._open.append(name)
        self._count += 1
        if len(self._open) > _DEEPEST:
            raise InvalidValue(
                tr("From line {line} on, the file is nested too deeply to be a calendar.", line=number),
                safe=tr("Nothing was changed."),
            )
        if self._count > _MOST:
            raise _too_many()
        if name in ENTRIES:
            self._entry, self._depth = Entry(name, number), len(self._open)

    def _finish(self, name: str, number: int) -> None:
        if name not in self._open:
            return  # an END too many ends nothing
        while self._open and self._open.pop() != name:
            pass
        entry = self._entry
        if entry is None or len(self._open) >= self._depth:
            return
        if name != entry.kind:
            entry.trouble, entry.at = tr("It has no end before the calendar ends."), number
        self._entry = None
        self.done.append(entry)

    def _cut_off(self, why: str, number: int) -> None:
        entry = self._entry
        if entry is not None:
            entry.trouble, entry.at = why, number
            del self._open[self._depth - 1 :]
            self._entry = None
            self.done.append(entry)


def _keep(entry: Entry, found: Property | None, line: str, number: int) -> None:
    name = found.name if found else line[:80].partition(";")[0].strip().upper()
    if len(line) > _LONGEST or not _is_name(name) or (found is None and name in _READ):
        words = tr("Line {line} cannot be read: it is no property.", line=number)
        entry.trouble, entry.at = entry.trouble or words, entry.at or number
    elif found is not None and (name in _READ or name.startswith(OWN)):
        entry.keep(found)


def _is_name(text: str) -> bool:
    return text in _READ or text.translate(_SIGNS).isalnum()


def _no_calendar() -> InvalidValue:
    return InvalidValue(
        tr("The file is not a calendar: it does not begin with BEGIN:VCALENDAR."),
        safe=tr("Nothing was changed."),
        todo=tr("Choose a file that a calendar program exported as iCalendar (.ics)."),
    )


def _too_many() -> InvalidValue:
    return InvalidValue(
        tr("The calendar has more than {most} entries.", most=counted(_MOST)),
        safe=tr("Nothing was changed."),
        todo=tr("Export a shorter period, or split the file."),
    )
