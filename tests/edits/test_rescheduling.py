"""A meeting moved to another day: one edit, and what hangs on it is known before."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ministrack.domain.errors import MinistrackError
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.domain.task import Task
from ministrack.edits.rescheduling import consequences, is_movable, move_meeting
from ministrack.edits.workspace import Workspace
from tests.dossiers import BAKU, HOST, THIRD, filled


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = filled(tmp_path / "Dosya.ministrack")
    yield made
    made.close()


def date_of(workspace: Workspace) -> str | None:
    found = workspace.read.get(Meeting, THIRD.id)
    assert found is not None
    return found.date


def test_one_edit_with_a_name(workspace: Workspace) -> None:
    third = Ref("meeting", THIRD.id)
    workspace.run(move_meeting(workspace.read, third, date(2026, 9, 9), "2026"))
    assert date_of(workspace) == "2026-09-09"
    assert workspace.undo_label() == "Change date of 3rd meeting to 9 Sep 2026"
    workspace.undo()
    assert date_of(workspace) == "2026"


def test_it_is_refused_where_somebody_moved_it_meanwhile(workspace: Workspace) -> None:
    third = Ref("meeting", THIRD.id)
    workspace.run(move_meeting(workspace.read, third, date(2026, 9, 9), "2026"))
    with pytest.raises(MinistrackError):
        workspace.run(move_meeting(workspace.read, third, date(2026, 10, 1), "2026"))
    assert date_of(workspace) == "2026-09-09"


def test_unfinished_tasks_due_before_it_are_named(workspace: Workspace) -> None:
    found = consequences(workspace.read, Ref("meeting", THIRD.id))
    assert (found.tasks, found.titles) == (1, (HOST.title,))
    assert consequences(workspace.read, Ref("meeting", BAKU.id)).tasks == 0
    assert isinstance(HOST, Task)


def test_what_was_held_stays() -> None:
    assert is_movable("planned")
    assert is_movable("postponed")
    assert not is_movable("held")
