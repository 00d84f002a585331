"""Calendars as they come, read into a dossier the way an import does."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from ministrack.domain.meeting import Meeting
from ministrack.domain.progress import untold
from ministrack.domain.task import Task
from ministrack.edits.workspace import Workspace
from ministrack.exchange.calendar.found import Found
from ministrack.exchange.calendar.parsing import parse, read_calendar
from ministrack.exchange.calendar.plan import plan_calendar
from ministrack.exchange.choices import Choices
from ministrack.exchange.ics_format import write_ics
from ministrack.exchange.imports import ImportPlan
from ministrack.exchange.outgoing import Options, Outgoing
from ministrack.exchange.selection import Selection, everything

FILES = Path(__file__).with_name("files")


def in_calendar(*lines: str) -> str:
    """A calendar with these lines in it."""
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *lines, "END:VCALENDAR", ""))


def event(*lines: str, kind: str = "VEVENT") -> str:
    """An entry with these lines, and a name where none of them gives one."""
    named = any(line.startswith("SUMMARY") for line in lines)
    return "\r\n".join((f"BEGIN:{kind}", *(() if named else ("SUMMARY:Toplantı",)), *lines, f"END:{kind}"))


def read_one(*lines: str, kind: str = "VEVENT") -> Found:
    """What an entry with these lines says."""
    (found,) = read_calendar(in_calendar(event(*lines, kind=kind))).entries
    return found


def planned(workspace: Workspace, text: str, choices: Choices | None = None) -> ImportPlan:
    """What the text of a calendar would do."""
    return plan_calendar(workspace.read, read_calendar(text), "Ministers.ics", choices or Choices(), untold)


def planned_file(workspace: Workspace, name: str) -> ImportPlan:
    """What one of the files would do."""
    parsed = parse(str(FILES / name), Choices())
    return plan_calendar(workspace.read, parsed, name, Choices(), untold)


def verdicts(plan: ImportPlan) -> list[str]:
    """What becomes of each entry."""
    return [row.verdict.value for row in plan.rows]


def meetings(workspace: Workspace) -> dict[str, Meeting]:
    """All meetings by name."""
    return {each.name: each for each in workspace.read.find(Meeting)}


def tasks(workspace: Workspace) -> dict[str, Task]:
    """All tasks by title."""
    return {each.title: each for each in workspace.read.find(Task)}


def written(
    workspace: Workspace, selection: Selection | None = None, *, imprecise: bool = False
) -> tuple[str, Sequence[str]]:
    """The calendar that goes out, and what is said about it."""
    out = BytesIO()
    chosen = selection or everything(workspace.read)
    notes = write_ics(Outgoing(workspace.read, chosen, Options(imprecise=imprecise)), out)
    return out.getvalue().decode(), notes
