"""How long exports take: 10,000 rows as a workbook, beside what xlsxwriter alone needs for the same cells.

`python benchmarks/exporting.py [ROWS]`, or `python3 dev.py bench exporting`.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import xlsxwriter

from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.party import Party
from ministrack.domain.series import Series
from ministrack.edits.changes import Edit
from ministrack.edits.workspace import Identity, Workspace
from ministrack.exchange.days import exact_day
from ministrack.exchange.formats import FORMATS, Format
from ministrack.exchange.outgoing import Outgoing
from ministrack.exchange.selection import Selection, everything, lines, whole_table

ROWS = 10_000
_TIMES = 3


def make(folder: Path, rows: int) -> Workspace:
    """A dossier with so many meetings."""
    workspace = Workspace.create(folder / "many.ministrack", Identity("bench", "bench"))
    parties = [Party(name=f"Ülke {n}") for n in range(40)]
    series = [Series(name=f"Министры юстиции, ряд {n}") for n in range(20)]
    meetings = [
        Meeting(
            name=f"{n}. toplantı · заседание",
            series=series[n % 20].id,
            number=n,
            status=MeetingStatus.HELD if n % 3 else MeetingStatus.PLANNED,
            date=("2025-11-20", "2026-05", "2025-10-17/2025-10-18")[n % 3],
            city="Baku",
            country=parties[n % 40].id,
            theme="Legal assistance in civil matters",
        )
        for n in range(rows)
    ]
    workspace.run(Edit("make", lambda writer: writer.add_all([*parties, *series, *meetings])))
    return workspace


def best_of(work: Callable[[], object]) -> float:
    """The quickest of a few runs, in seconds of the processor: others may be at work on the machine."""
    found = []
    for _ in range(_TIMES):
        begin = time.process_time()
        work()
        found.append(time.process_time() - begin)
    return min(found)


def bare(titles: list[str], grid: list[list[object]]) -> None:
    """The same cells, written by xlsxwriter alone."""
    book = xlsxwriter.Workbook(BytesIO(), {"strings_to_urls": False})
    sheet = book.add_worksheet("Meetings")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, titles)
    for row, cells in enumerate(grid, 1):
        for place, value in enumerate(cells):
            if isinstance(value, int):
                sheet.write_number(row, place, value)
            elif isinstance(value, str):
                sheet.write_string(row, place, value)
            elif value is not None:
                sheet.write_datetime(row, place, value, day)
    book.close()


def _write(chosen: Format, going: Outgoing) -> None:
    chosen.write(going, BytesIO())


def main(rows: int) -> None:
    """Measures and prints."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = make(Path(folder), rows)
        table = whole_table("meeting")
        grid: list[list[object]] = [
            [*((exact_day(each) or each) if isinstance(each, str) else each for each in cells), identity]
            for identity, cells in lines(workspace.read, table, lambda done, total: None)
        ]
        alone = best_of(lambda: bare([column.title for column in table.columns], grid))
        print(f"xlsxwriter alone, {rows} rows: {alone:.2f} s")
        for each in FORMATS:
            going = Outgoing(workspace.read, Selection((table,)))
            took = best_of(partial(_write, each, going))
            print(f"{each.name}: {took:.2f} s, {took / alone:.2f} times that")
        whole = Outgoing(workspace.read, everything(workspace.read))
        took = best_of(partial(_write, FORMATS[1], whole))
        print(f"everything as a workbook: {took:.2f} s")
        workspace.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
