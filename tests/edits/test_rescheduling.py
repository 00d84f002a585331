"""A meeting moved to another date: one edit, and what it would mean is known before."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from ministrack.domain.errors import MinistrackError
from ministrack.domain.meeting import Meeting, is_movable
from ministrack.domain.record import Ref
from ministrack.domain.task import Task
from ministrack.edits.records import add_record
from ministrack.edits.rescheduling import meaning_of_move, move_meeting
from ministrack.edits.workspace import Workspace
from tests.dossiers import BAKU, HOST, THIRD, filled

_AHEAD = (date.today() + timedelta(days=400)).isoformat()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = filled(tmp_path / "Dosya.ministrack")
    yield made
    made.close()


def date_of(workspace: Workspace) -> str | None:
    found = workspace.read.get(Meeting, THIRD.id)
    assert found is not None
    return found.date


def test_it_is_refused_where_somebody_moved_it_meanwhile(workspace: Workspace) -> None:
    third = Ref("meeting", THIRD.id)
    workspace.run(move_meeting(third, "2026-09-09", "2026"))
    with pytest.raises(MinistrackError):
        workspace.run(move_meeting(third, "2026-10-01", "2026"))
    assert date_of(workspace) == "2026-09-09"


def test_unfinished_tasks_due_before_it_are_named_and_counted(workspace: Workspace) -> None:
    follows = meaning_of_move(workspace.read, THIRD, _AHEAD).follows
    assert follows == (f"1 task due before it moves with it: “{HOST.title}”.",)
    assert meaning_of_move(workspace.read, BAKU, _AHEAD).follows == ()
    for number in range(4):
        workspace.run(add_record(Task(title=f"Proje {number}", due_meeting=THIRD.id)))
    follows = meaning_of_move(workspace.read, THIRD, _AHEAD).follows
    assert follows[0].startswith("5 tasks due before it move with it: ")
    assert follows[0].endswith(" and 2 more.")


def test_meetings_in_the_way_that_are_not_named_are_counted(workspace: Workspace) -> None:
    for name in ("Justice seminar", "Bakanlar Kurulu", "Заседание экспертов"):
        workspace.run(add_record(Meeting(name=name, date=_AHEAD)))
    (said,) = meaning_of_move(workspace.read, THIRD, _AHEAD).in_the_way
    assert said.startswith("On the same day: ")
    assert said.endswith(" and 1 more.")


def test_a_looser_date_is_in_the_way_of_its_series_and_may_be_past(workspace: Workspace) -> None:
    workspace.run(add_record(Meeting(name="Beside it", date="2001-05-20", series=THIRD.series)))
    said = meaning_of_move(workspace.read, THIRD, "2001-05").in_the_way
    assert "In the same series and time: Beside it, 20 May 2001." in said
    assert said[-1] == "That is in the past."


def test_what_was_held_stays() -> None:
    assert is_movable("planned")
    assert is_movable("postponed")
    assert not is_movable("held")
