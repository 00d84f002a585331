"""What stands in the way of a meeting on another date is known before it is moved."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.record import Ref
from ministrack.edits.clashes import Others, out_of_order, same_time
from ministrack.edits.records import add_record
from ministrack.edits.rescheduling import move_meeting
from ministrack.edits.workspace import Workspace
from tests.dossiers import BAKU, THIRD, filled


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = filled(tmp_path / "Dosya.ministrack")
    yield made
    made.close()


def test_the_same_day_is_a_clash_whatever_the_series(workspace: Workspace) -> None:
    other = Meeting(name="Тестовое заседание", date="2026-05-12")
    gone = Meeting(name="Called off", date="2026-05-12", status=MeetingStatus.CANCELLED)
    loose = Meeting(name="Some time in May", date="2026-05")
    for each in (other, gone, loose):
        workspace.run(add_record(each))
    assert same_time(workspace.read, THIRD, "2026-05-12") == Others(("Тестовое заседание, 12 May 2026",), 1)
    assert same_time(workspace.read, THIRD, "2026-05-13") == Others()


def test_many_loose_dates_hide_no_clash(workspace: Workspace) -> None:
    for number in range(60):
        workspace.run(add_record(Meeting(name=f"Some time {number}", date="2026")))
    workspace.run(add_record(Meeting(name="Şura", date="2026-05-11/2026-05-13")))
    assert same_time(workspace.read, THIRD, "2026-05-12").named == ("Şura, 11–13 May 2026",)


def test_a_looser_date_clashes_within_its_series_only(workspace: Workspace) -> None:
    workspace.run(add_record(Meeting(name="Elsewhere", date="2026-05-12")))
    assert same_time(workspace.read, THIRD, "2026-05").count == 0
    workspace.run(add_record(Meeting(name="Beside it", date="2026-05-20", series=THIRD.series)))
    assert same_time(workspace.read, THIRD, "2026-05").count == 1


def test_a_broken_order_of_the_series_is_seen(workspace: Workspace) -> None:
    assert THIRD.number is not None
    assert BAKU.date is not None
    before, after = out_of_order(workspace.read, THIRD, "2001")
    assert before.count >= 1
    assert after.count == 0
    assert out_of_order(workspace.read, THIRD, "2090") == (Others(), Others())
    fourth = Meeting(name="Fourth", number=THIRD.number + 1, series=THIRD.series, date="2027-03")
    workspace.run(add_record(fourth))
    assert out_of_order(workspace.read, THIRD, "2028-01-01")[1].count == 1


def test_the_move_is_one_step_with_a_name(workspace: Workspace) -> None:
    workspace.run(move_meeting(Ref("meeting", THIRD.id), "2026-05-12", THIRD.date))
    assert workspace.undo_label() == "Move meeting to 12 May 2026"
    workspace.undo()
    found = workspace.read.get(Meeting, THIRD.id)
    assert found is not None
    assert found.date == THIRD.date
