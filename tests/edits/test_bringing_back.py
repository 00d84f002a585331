"""A record that somebody deleted comes back with all that went with it, and with what was being typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.delegation import Delegate, Delegation
from ministrack.domain.errors import InvalidValue
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.domain.task import Task
from ministrack.edits.bringing_back import bring_back, deletion_of
from ministrack.edits.records import add_record, remove_record
from ministrack.edits.workspace import Workspace
from tests.dossiers import BAKU, HEAD, HOST, SEAT, THIRD, filled


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = filled(tmp_path / "Qaytarmaq.ministrack")
    yield opened
    opened.close()


def everything(workspace: Workspace) -> dict[str, list[object]]:
    return {table: list(workspace.read.find(kind)) for table, kind in RECORD_TYPES.items()}


def test_it_is_all_there_again_as_it_was(workspace: Workspace) -> None:
    before, baku = everything(workspace), Ref("meeting", BAKU.id)
    workspace.run(remove_record(workspace.read, baku))
    assert workspace.read.get(Delegate, HEAD.id) is None
    deletion = deletion_of(workspace.read, baku)
    assert deletion is not None
    assert (deletion.label, deletion.author) == (BAKU.name, "Aygün Əliyeva")
    back = bring_back(workspace.read, baku, {})
    assert back is not None
    workspace.run(back)
    assert everything(workspace) == before
    assert deletion_of(workspace.read, baku) is None
    workspace.undo()
    assert workspace.read.get(Meeting, BAKU.id) is None


def test_what_was_typed_is_stored_in_the_same_step(workspace: Workspace) -> None:
    baku = Ref("meeting", BAKU.id)
    workspace.run(remove_record(workspace.read, baku))
    back = bring_back(workspace.read, baku, {"venue": "Gülüstan sarayı"})
    assert back is not None
    workspace.run(back)
    found = workspace.read.get(Meeting, BAKU.id)
    assert found is not None
    assert found.venue == "Gülüstan sarayı"
    workspace.undo()
    assert workspace.read.get(Meeting, BAKU.id) is None


def test_a_part_comes_back_with_the_whole_that_it_cannot_do_without(workspace: Workspace) -> None:
    workspace.run(remove_record(workspace.read, Ref("meeting", BAKU.id)))
    back = bring_back(workspace.read, Ref("delegate", HEAD.id), {"title": "Ədliyyə naziri"})
    assert back is not None
    workspace.run(back)
    assert workspace.read.get(Delegation, SEAT.id) == SEAT
    head = workspace.read.get(Delegate, HEAD.id)
    assert head is not None
    assert head.title == "Ədliyyə naziri"


def test_what_was_put_in_its_place_meanwhile_stays(workspace: Workspace) -> None:
    third = Ref("meeting", THIRD.id)
    workspace.run(remove_record(workspace.read, third))
    other = Meeting(name="Extraordinary meeting", date="2026-04")
    workspace.run(add_record(other))
    task = workspace.read.get(Task, HOST.id)
    assert task is not None
    assert task.due_meeting is None
    workspace.run(
        bring_back(workspace.read, third, {"name": "Üçüncü görüş"}) or pytest.fail("the journal knows it")
    )
    again = workspace.read.get(Task, HOST.id)
    assert again is not None
    assert again.due_meeting == THIRD.id


def test_where_its_place_is_taken_nothing_is_stored(workspace: Workspace) -> None:
    third = Ref("meeting", THIRD.id)
    workspace.run(remove_record(workspace.read, third))
    workspace.run(add_record(Meeting(name="Another third", series=THIRD.series, number=THIRD.number)))
    back = bring_back(workspace.read, third, {})
    assert back is not None
    with pytest.raises(InvalidValue):
        workspace.run(back)
    assert workspace.read.get(Meeting, THIRD.id) is None
