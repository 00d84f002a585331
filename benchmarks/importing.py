"""Storing what an import brings, beside a bare executemany of the same rows, interleaved in one run.

The limit puts the rows into the same table, with its indexes, in a dossier without the triggers of the
journal, and commits them. Ours runs one edit: values, references and rules checked, row images, digest, days
and labels derived, search indexed; then takes it back. The first round is thrown away.
"""

import gc
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from ministrack.domain.delegation import Delegation
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.record import Record
from ministrack.edits.changes import Edit
from ministrack.edits.workspace import Identity, Workspace
from ministrack.store.table import to_row

ROUNDS = 9
FEWER = 4  # for the large ones
MEETINGS = 10_000
SEATS = (1_000, 100)  # meetings and parties: each party at each meeting
CITIES = ("Bişkek", "Bakı", "Астана", "Ankara", "Toshkent", "عشق آباد")


def main() -> None:
    """Prints a table. Arguments choose: meetings, delegations; without any, both."""
    wanted = sys.argv[1:] or ["meetings", "delegations"]
    print(f"{'':34}{'bare':>10}{'ours':>10}{'ratio':>8}{'undo':>10}{'of ours':>9}   spread of ours")
    with tempfile.TemporaryDirectory() as folder:
        if "meetings" in wanted:
            compare(Path(folder), f"{MEETINGS:,} meetings", (), meetings(MEETINGS), ROUNDS)
        if "delegations" in wanted:
            first, parties = meetings(SEATS[0]), [Party(name=f"Ülkə {n}") for n in range(SEATS[1])]
            seats = [Delegation(meeting=at.id, party=party.id) for at in first for party in parties]
            compare(Path(folder), f"{len(seats):,} delegations", (*first, *parties), seats, FEWER)


def meetings(count: int) -> list[Meeting]:
    """Meetings as a calendar gives them."""
    return [
        Meeting(
            name=f"Совещание министров, {number}. toplantı",
            date=f"20{number % 30:02}-{number % 12 + 1:02}-{number % 28 + 1:02}",
            city=CITIES[number % len(CITIES)],
        )
        for number in range(count)
    ]


def compare(
    folder: Path, what: str, before: Sequence[Record], records: Sequence[Record], rounds: int
) -> None:
    """Stores the records both ways in turn, each time in a new dossier that holds `before`."""
    kind = records[0].TABLE
    times: list[tuple[float, float, float]] = []
    for number in range(rounds):
        bare = timed(lambda path: stored_bare(path, records), made(folder / f"{kind} bare {number}", before))
        ours, undo = stored_and_taken_back(made(folder / f"{kind} ours {number}", before), records)
        times.append((bare, ours, undo))
    bare, ours, undo = (statistics.median(column) for column in zip(*times[1:], strict=True))
    low, high = min(each[1] for each in times[1:]), max(each[1] for each in times[1:])
    print(
        f"{what:34}{bare:>8.2f} s{ours:>8.2f} s{ours / bare:>7.1f}x{undo:>8.2f} s{undo / ours:>8.2f}x"
        f"   {low:.2f} to {high:.2f} s",
        flush=True,
    )


def made(path: Path, before: Sequence[Record]) -> Path:
    """A new dossier."""
    path = path.with_suffix(".ministrack")
    begin = Edit("Begin", lambda writer: writer.add_all(before)) if before else None
    Workspace.create(path, Identity("Aygün", "desk"), begin).close()
    os.sync()
    return path


def stored_bare(path: Path, records: Sequence[Record]) -> None:
    """Puts the rows into their table, and nothing else."""
    table = records[0].TABLE
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"DROP TRIGGER journal_{table}_insert")
        rows = [tuple(to_row(record).values()) for record in records]
        names = tuple(to_row(records[0]))
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(
            f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})", rows
        )
        connection.execute("COMMIT")


def stored_and_taken_back(path: Path, records: Sequence[Record]) -> tuple[float, float]:
    """Stores the records as an import does, and undoes it: seconds of both."""
    workspace = Workspace.open(path, Identity("Aygün", "desk"))
    edit = Edit("Import", lambda writer: writer.add_all(records))
    stored = timed(lambda _: workspace.run(edit), path)
    undone = timed(lambda _: workspace.undo(), path)
    workspace.close()
    return stored, undone


def timed(step: Callable[[Path], object], path: Path) -> float:
    """Seconds that a step takes."""
    gc.collect()
    begun = time.perf_counter()
    step(path)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
