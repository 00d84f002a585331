"""History tells who changed which field when, from what to what, in words."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.task import Task
from ministrack.edits.history import Happened, details_of_edit, history_of_dossier, history_of_record
from ministrack.edits.records import change_record, remove_record
from ministrack.edits.workspace import Workspace
from tests.dossiers import (
    AYGUN,
    BAKU,
    BAKYT,
    EVERY_KIND,
    HEAD,
    HOST,
    SAID,
    SEAT,
    THIRD,
    TUNC,
    outside,
    ref_of,
)


def change(workspace: Workspace, **new: object) -> None:
    workspace.run(change_record(workspace.read, ref_of(THIRD), new=new))


def fields(workspace: Workspace) -> list[tuple[str, str, str]]:
    newest = history_of_record(workspace, ref_of(THIRD))[0]
    return [(field.label, field.before, field.after) for field in newest.fields]


def test_every_value_is_told_in_words(workspace: Workspace) -> None:
    change(workspace, date="2026-10-09")
    assert fields(workspace) == [("Date", "2026", "9 Oct 2026")]
    change(workspace, status=MeetingStatus.CONFIRMED)
    assert fields(workspace) == [("Status", "Planned", "Confirmed")]
    change(workspace, previous=BAKU.id, city="Ankara")
    assert fields(workspace) == [("City", "", "Ankara"), ("Previous meeting", "", "2nd meeting")]
    workspace.run(remove_record(workspace.read, ref_of(BAKU)))
    assert fields(workspace) == [("Previous meeting", "deleted record", "")]
    workspace.undo()
    assert fields(workspace) == [("Previous meeting", "", "2nd meeting")]


def test_flags_are_told_in_words(workspace: Workspace) -> None:
    workspace.run(change_record(workspace.read, ref_of(SAID), new={"chosen": False}))
    (field,) = history_of_record(workspace, ref_of(SAID))[0].fields
    assert (field.before, field.after) == ("yes", "no")


def test_who_and_when(workspace: Workspace) -> None:
    other = Workspace.open(workspace.path, BAKYT)
    change(workspace, city="Ankara")
    change(other, city="İstanbul")
    other.undo()
    other.close()
    entries = history_of_record(workspace, ref_of(THIRD))
    assert [entry.edit.author for entry in entries] == [
        BAKYT.author,
        BAKYT.author,
        AYGUN.author,
        AYGUN.author,
    ]
    assert [entry.happened for entry in entries] == [Happened.CHANGED] * 3 + [Happened.CREATED]
    for entry in entries:
        age = datetime.now(UTC) - datetime.fromisoformat(entry.edit.at)
        assert timedelta(-1) < age < timedelta(minutes=5)


def test_a_deleted_record_keeps_its_history(workspace: Workspace) -> None:
    workspace.run(remove_record(workspace.read, ref_of(TUNC)))
    newest = history_of_record(workspace, ref_of(TUNC))[0]
    assert newest.happened is Happened.DELETED
    assert ("Name", "Yılmaz Tunç", "") in [
        (field.label, field.before, field.after) for field in newest.fields
    ]
    assert workspace.undo_label() == "Delete person: Yılmaz Tunç"


def test_an_edit_is_told_record_by_record(workspace: Workspace) -> None:
    fill, new = history_of_dossier(workspace)
    assert (fill.label, new.label) == ("Fill", "New dossier")
    details = details_of_edit(workspace, fill)
    assert [entry.ref for entry in details] == [ref_of(record) for record in EVERY_KIND]
    assert {entry.happened for entry in details} == {Happened.CREATED}
    assert len(details_of_edit(workspace, fill, limit=3)) == 3
    assert history_of_dossier(workspace, limit=1) == [fill]


def test_several_steps_of_one_edit_are_one_entry(workspace: Workspace) -> None:
    done = workspace.run(remove_record(workspace.read, ref_of(THIRD)))
    assert done.edit is not None
    entry = next(each for each in details_of_edit(workspace, done.edit) if each.ref == ref_of(HOST))
    assert [(field.name, field.before) for field in entry.fields] == [("due_meeting", "deleted record")]
    assert {each.ref for each in details_of_edit(workspace, done.edit)} >= {ref_of(THIRD)}
    assert workspace.read.get(Task, HOST.id) is not None


def test_what_another_program_wrote_is_told_whatever_it_is(workspace: Workspace, path: Path) -> None:
    outside(
        path,
        f"UPDATE meeting SET date = 'soon', previous = 'nowhere', city = char(1) WHERE id = '{THIRD.id}'",
        f"UPDATE statement SET subject_table = 'nothing' WHERE id = '{SAID.id}'",
        f"DELETE FROM delegate WHERE id = '{HEAD.id}'",
        f"DELETE FROM delegation WHERE id = '{SEAT.id}'",
    )
    (news,) = workspace.poll()
    assert news.edit is not None
    assert len(details_of_edit(workspace, news.edit)) == 4
    assert fields(workspace) == [
        ("Date", "2026", "soon"),
        ("City", "", "\x01"),
        ("Previous meeting", "", "deleted record"),
    ]
