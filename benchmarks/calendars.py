"""How long 10,000 events take from the file to the committed edit, against `icalendar` parsing them alone.

Two files: events with all that calendar programs write, and bare ones with little more than a date. The steps
take turns with the library, several rounds, each in an empty dossier; the first round is thrown away.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from ministrack.edits.workspace import Identity, Workspace
from ministrack.exchange.calendar.plan import plan_calendar
from ministrack.exchange.choices import Choices
from ministrack.sandbox.child import read_in_child

EVENTS = 10_000
ROUNDS = 9
_PARSER = "ministrack.exchange.calendar.parsing:parse"
_PLACES = (
    "Gülüstan Palace\\, Bakı\\, Azerbaijan", "Ankara\\, Türkiye", "Congress hall\\, Astana\\, Kazakhstan",
    "Bişkek\\, Kyrgyzstan", "Toshkent\\, Uzbekistan", "Microsoft Teams Meeting",
)  # fmt: skip
_REST = (
    "DESCRIPTION:Agenda: implementation of the Astana Declaration\\; digital tran",
    " sformation of justice\\, expert group and task force.\\nChair: to be announ",
    " ced.",
    "STATUS:CONFIRMED",
    "SEQUENCE:1",
    "LAST-MODIFIED:20251101T080000Z",
    "TRANSP:OPAQUE",
    "CLASS:PUBLIC",
)


def lines(*, full: bool) -> Iterator[str]:
    """The calendar, line by line."""
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ministrack//measure//EN")
    for number in range(EVENTS):
        day = f"{2000 + number % 30}{number % 12 + 1:02}{number % 28 + 1:02}"
        yield "BEGIN:VEVENT"
        yield f"UID:{number:08x}-meeting@example.org"
        yield "DTSTAMP:20251101T080000Z"
        yield f"SUMMARY:Meeting {number} of the ministers of justice\\, expert group"
        if number % 3:
            yield f"DTSTART;TZID=Asia/Baku:{day}T100000"
            yield f"DTEND;TZID=Asia/Baku:{day}T130000"
        else:
            yield f"DTSTART;VALUE=DATE:{day}"
        if full:
            yield f"LOCATION:{_PLACES[number % len(_PLACES)]}"
            yield from _REST
        yield "END:VEVENT"
    yield "END:VCALENDAR"


class Import:
    """The steps of one import, each timed."""

    def __init__(self, file: Path, folder: Path) -> None:
        self._file = file
        self._folder = folder
        self.steps: dict[str, list[float]] = {"read in a child": [], "compared": [], "stored": []}

    def run(self) -> float:
        """Takes the file into an empty dossier; how long that took."""
        path = Path(tempfile.mkdtemp(dir=self._folder)) / "Empty.ministrack"
        workspace = Workspace.create(path, Identity("Aygün Əliyeva", "desk"))
        start = time.perf_counter()
        parsed = read_in_child(_PARSER, self._file, Choices())
        read = time.perf_counter()
        plan = plan_calendar(workspace.read, parsed, self._file.name, Choices(), lambda *_: None)
        compared = time.perf_counter()
        workspace.run(plan.edit())
        stored = time.perf_counter()
        for name, taken in zip(self.steps, (read - start, compared - read, stored - compared), strict=True):
            self.steps[name].append(taken)
        if workspace.read.count("meeting") != EVENTS:
            raise SystemExit("Some events did not come in.")
        workspace.close()
        return stored - start


def main() -> None:
    """Prints the times and their ratio, for both files."""
    try:
        import icalendar
    except ImportError:
        print("The package icalendar is not installed: nothing to compare with.")
        return
    with tempfile.TemporaryDirectory() as folder:
        for title, full in (("full events", True), ("bare events", False)):
            file = Path(folder) / f"{title}.ics"
            file.write_text("\r\n".join(lines(full=full)) + "\r\n", encoding="utf-8", newline="")
            _measure(
                title, Import(file, Path(folder)), partial(icalendar.Calendar.from_ical, file.read_bytes())
            )


def _measure(title: str, ours: Import, library: Callable[[], object]) -> None:
    times: dict[str, list[float]] = {"icalendar alone": [], "whole import": []}
    for _ in range(ROUNDS):
        start = time.perf_counter()
        library()
        times["icalendar alone"].append(time.perf_counter() - start)
        times["whole import"].append(ours.run())
    print(f"{EVENTS:,} {title}")
    for name, taken in (times | ours.steps).items():
        spread = max(taken[1:]) - min(taken[1:])
        print(f"  {name:<18}{statistics.median(taken[1:]):7.3f} s   spread {spread:.3f}")
    limit, needed = (statistics.median(taken[1:]) for taken in times.values())
    print(f"  {'ratio':<18}{needed / limit:7.2f}")


if __name__ == "__main__":
    main()
