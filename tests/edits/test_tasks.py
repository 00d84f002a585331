"""Edits of tasks: one step each, with a name that says it, and no change that somebody else would lose."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ministrack.domain.errors import Conflict
from ministrack.domain.lists import ListQuery
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.record import Record
from ministrack.domain.series import Series
from ministrack.domain.task import Dependency, Progress, Task, TaskStatus
from ministrack.edits.records import add_record, change_record
from ministrack.edits.tasks import forget_reminder, remind, report, set_status
from ministrack.edits.workspace import Workspace
from tests.dossiers import BAKU, DRAFT, HOST, filled, ref_of

HERE, THERE = ref_of(HOST), ref_of(DRAFT)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = filled(tmp_path / "Дело №3.ministrack")
    yield made
    made.close()


def task(workspace: Workspace) -> Task:
    found = workspace.read.get(Task, HOST.id)
    assert found is not None
    return found


def test_several_tasks_take_a_status_in_one_step(workspace: Workspace) -> None:
    workspace.run(set_status(workspace.read, {HERE: "open", THERE: "open"}, TaskStatus.DONE))
    assert workspace.undo_label() == "Change status of 2 tasks to Done"
    assert {found.status for found in workspace.read.find(Task)} == {TaskStatus.DONE}
    workspace.undo()
    assert {found.status for found in workspace.read.find(Task)} == {TaskStatus.OPEN}


def test_a_status_that_moved_on_is_a_conflict(workspace: Workspace) -> None:
    workspace.run(change_record(workspace.read, HERE, new={"status": "dropped"}))
    with pytest.raises(Conflict):
        workspace.run(set_status(workspace.read, {HERE: "open"}, TaskStatus.DONE))
    assert task(workspace).status is TaskStatus.DROPPED


def test_an_entry_may_take_the_task_along(workspace: Workspace) -> None:
    entry = Progress(
        task=HOST.id, date="2026-11-26", meeting=BAKU.id, status=TaskStatus.DONE, note="Verilən söz tutuldu"
    )
    workspace.run(report(workspace.read, entry, task_was="open"))
    assert workspace.undo_label() == "Entry about Hold the third meeting: Done"
    assert task(workspace).status is TaskStatus.DONE
    workspace.undo()
    assert task(workspace).status is TaskStatus.OPEN
    assert workspace.read.get(Progress, entry.id) is None
    workspace.run(report(workspace.read, entry))
    assert task(workspace).status is TaskStatus.OPEN
    assert workspace.read.get(Progress, entry.id) == entry


def test_a_reminder_is_put_off_and_done_with(workspace: Workspace) -> None:
    workspace.run(change_record(workspace.read, HERE, new={"reminder": "2026-11-26"}))
    workspace.run(remind(workspace.read, HERE, date(2026, 11, 27), seen="2026-11-26"))
    assert task(workspace).reminder == "2026-11-27"
    with pytest.raises(Conflict):
        workspace.run(forget_reminder(workspace.read, HERE, seen="2026-11-26"))
    workspace.run(forget_reminder(workspace.read, HERE, seen="2026-11-27"))
    assert task(workspace).reminder is None
    assert workspace.undo_label() == "Clear reminder of Hold the third meeting"


def column(workspace: Workspace, record: Record, name: str) -> object:
    row = workspace.read.row(ref_of(record), (name,))
    assert row is not None
    return row[name]


@pytest.mark.parametrize(
    ("numbers", "dates", "status", "made_at_first", "carried"),
    [
        ((1, 2), ("2024", "2025-11-20"), MeetingStatus.HELD, True, True),
        ((1, 2), ("2024", "2025-11-20"), MeetingStatus.HELD, False, False),
        ((1, 2), ("2024", "2026"), MeetingStatus.PLANNED, True, False),
        ((None, 2), ("2024", "2025-11-20"), MeetingStatus.HELD, True, True),
        ((None, None), ("2024", "2024-09-09"), MeetingStatus.HELD, True, False),  # which was first?
    ],
)
def test_a_task_is_carried_once_a_later_meeting_was_held(
    workspace: Workspace,
    numbers: tuple[int | None, int | None],
    dates: tuple[str, str],
    status: MeetingStatus,
    made_at_first: bool,
    carried: bool,
) -> None:
    series = Series(name="Юстиция министрлери")
    first = Meeting(
        name="Алматы", series=series.id, number=numbers[0], date=dates[0], status=MeetingStatus.HELD
    )
    second = Meeting(name="Şuşa", series=series.id, number=numbers[1], date=dates[1], status=status)
    made = Task(title="Келишим долбоору", made_at=(first if made_at_first else second).id)
    for record in (series, first, second, made):
        workspace.run(add_record(record))
    assert bool(column(workspace, made, "carried")) is carried
    workspace.run(set_status(workspace.read, {ref_of(made): "open"}, TaskStatus.DONE))
    assert not column(workspace, made, "carried")


def test_only_unfinished_tasks_are_waited_for(workspace: Workspace) -> None:
    other = Task(title="Долбоор")
    workspace.run(add_record(other))
    workspace.run(add_record(Dependency(task=HOST.id, depends_on=other.id)))
    assert column(workspace, HOST, "waits_for") == 2
    workspace.run(set_status(workspace.read, {ref_of(other): "open"}, TaskStatus.SUPERSEDED))
    assert column(workspace, HOST, "waits_for") == 1


def test_a_list_by_id_goes_backwards_too(workspace: Workspace) -> None:
    forward = [row["id"] for row in workspace.read.rows(ListQuery("task", ()))]
    backward = workspace.read.rows(ListQuery("task", (), descending=True))
    assert [row["id"] for row in backward] == forward[::-1]
