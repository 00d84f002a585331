"""Undo and redo: field by field, across restarts, never over what others did later."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ministrack.domain.delegation import Delegate, Delegation, Role
from ministrack.domain.errors import UndoRefused
from ministrack.domain.filing import Tag
from ministrack.domain.meeting import Meeting
from ministrack.domain.person import Person
from ministrack.domain.record import Record
from ministrack.domain.source import Statement
from ministrack.edits.changes import Edit
from ministrack.edits.history import history_of_dossier
from ministrack.edits.records import add_record, change_record, remove_record
from ministrack.edits.workspace import Workspace
from ministrack.edits.writer import Writer
from tests.dossiers import (
    ASTANA,
    AYGUN,
    BAKU,
    BAKYT,
    CHAIR,
    HEAD,
    JUSTICE,
    OMURALIEV,
    REPORT,
    SAID,
    SEAT,
    THIRD,
    TUNC,
    TURKIYE,
    URGENT,
    everything,
    filled,
    outside,
    ref_of,
)


@pytest.fixture
def other(workspace: Workspace) -> Iterator[Workspace]:
    """Another desk with the same dossier open."""
    opened = Workspace.open(workspace.path, BAKYT)
    yield opened
    opened.close()


def change(workspace: Workspace, record: Record, **new: object) -> None:
    workspace.run(change_record(workspace.read, ref_of(record), new=new))


def meeting(workspace: Workspace, record: Meeting = THIRD) -> Meeting:
    found = workspace.read.get(Meeting, record.id)
    assert found is not None
    return found


def test_the_third_meeting_takes_shape_and_loses_it_again_across_restarts(
    workspace: Workspace, path: Path
) -> None:
    change(workspace, THIRD, date="2026-23")
    change(workspace, THIRD, date="2026-10-09")
    change(workspace, THIRD, city="Ankara")
    workspace.undo()
    workspace.close()
    again = Workspace.open(path, AYGUN)
    assert (meeting(again).date, meeting(again).city) == ("2026-10-09", None)
    again.undo()
    again.undo()
    assert meeting(again) == THIRD
    again.close()
    later = Workspace.open(path, AYGUN)
    assert later.redo_label() == "Change date of 3rd meeting to autumn 2026"
    later.redo()
    later.redo()
    later.redo()
    assert (meeting(later).date, meeting(later).city) == ("2026-10-09", "Ankara")
    assert later.redo_label() is None
    later.close()


def test_undo_takes_back_fields_and_leaves_those_of_others(workspace: Workspace, other: Workspace) -> None:
    change(workspace, BAKU, city="Gəncə", venue="Gulustan")
    change(other, BAKU, theme="Digital transformation")
    workspace.undo()
    stored = meeting(workspace, BAKU)
    assert (stored.city, stored.venue, stored.theme) == ("Bakı", None, "Digital transformation")
    workspace.redo()
    stored = meeting(workspace, BAKU)
    assert (stored.city, stored.venue, stored.theme) == ("Gəncə", "Gulustan", "Digital transformation")


def test_undo_is_refused_where_somebody_else_changed_the_field_later(
    workspace: Workspace, other: Workspace
) -> None:
    change(workspace, BAKU, city="Gəncə", venue="Gulustan")
    change(other, BAKU, city="Şuşa")
    before = everything(workspace.path)
    with pytest.raises(UndoRefused, match="Change 2 fields of 2nd meeting") as raised:
        workspace.undo()
    (conflict,) = raised.value.conflicts
    assert (conflict.field, conflict.seen, conflict.mine, conflict.theirs) == (
        "city",
        "Gəncə",
        "Bakı",
        "Şuşa",
    )
    assert conflict.author == BAKYT.author
    assert everything(workspace.path) == before
    other.undo()
    workspace.undo()
    assert meeting(workspace, BAKU) == BAKU


def test_undo_is_refused_where_another_program_changed_the_field_later(
    workspace: Workspace, path: Path
) -> None:
    change(workspace, BAKU, city="Gəncə")
    outside(path, "UPDATE meeting SET city = 'Şuşa'")
    with pytest.raises(UndoRefused) as raised:
        workspace.undo()
    assert [conflict.author for conflict in raised.value.conflicts] == ["Another program"]
    assert meeting(workspace, BAKU).city == "Şuşa"
    assert len(workspace.poll()) == 1


def test_undo_of_a_change_is_refused_where_the_record_is_gone(workspace: Workspace, other: Workspace) -> None:
    change(workspace, URGENT, name="təcili")
    other.run(remove_record(other.read, ref_of(URGENT)))
    with pytest.raises(UndoRefused) as raised:
        workspace.undo()
    assert [(each.field, each.theirs, each.author) for each in raised.value.conflicts] == [
        ("id", None, BAKYT.author)
    ]


ALIYEV = Person(name="Əlixan Əliyev")
HANGING: tuple[Record, ...] = (
    Delegate(delegation=SEAT.id, person=ALIYEV.id, role=Role.MEMBER),
    Statement(quote="Aliyev", source=REPORT.id, subject_table="person", subject=ALIYEV.id, field="name"),
)


@pytest.mark.parametrize("hanging", HANGING, ids=["reference", "statement"])
def test_undo_of_a_new_record_is_refused_while_those_of_others_hang_on_it(
    workspace: Workspace, other: Workspace, hanging: Record
) -> None:
    workspace.run(add_record(ALIYEV))
    other.run(add_record(hanging))
    with pytest.raises(UndoRefused, match="other records now belong"):
        workspace.undo()
    assert workspace.read.get(Person, ALIYEV.id) == ALIYEV
    assert workspace.read.verify() == []
    other.undo()
    workspace.undo()
    assert workspace.read.get(Person, ALIYEV.id) is None


def test_undo_of_a_deletion_brings_back_all_that_went_with_it(workspace: Workspace, path: Path) -> None:
    before = everything(path)
    for record in (BAKU, TUNC, TURKIYE, JUSTICE, REPORT, OMURALIEV):
        workspace.run(remove_record(workspace.read, ref_of(record)))
        assert everything(path) != before
        workspace.undo()
        assert everything(path) == before
    assert workspace.read.get(Statement, SAID.id) == SAID


def test_undo_of_a_deletion_is_refused_where_what_it_belongs_to_is_gone(
    workspace: Workspace, other: Workspace
) -> None:
    workspace.run(remove_record(workspace.read, ref_of(SEAT)))
    other.run(remove_record(other.read, ref_of(BAKU)))
    with pytest.raises(UndoRefused, match="deleted since"):
        workspace.undo()
    other.undo()
    workspace.undo()
    assert workspace.read.get(Delegation, SEAT.id) == SEAT
    assert workspace.read.get(Delegate, HEAD.id) == HEAD


def test_undo_of_a_deletion_is_refused_where_its_subject_is_gone(
    workspace: Workspace, other: Workspace
) -> None:
    workspace.run(remove_record(workspace.read, ref_of(SAID)))
    other.run(remove_record(other.read, ref_of(TUNC)))
    with pytest.raises(UndoRefused, match="deleted since"):
        workspace.undo()
    assert workspace.read.verify() == []


def take_number(workspace: Workspace) -> None:
    workspace.run(add_record(Meeting(name="Another third", series=JUSTICE.id, number=3)))


def take_tag(workspace: Workspace) -> None:
    workspace.run(add_record(Tag(name="urgent")))


def take_chair(workspace: Workspace) -> None:
    change(workspace, HEAD, role=Role.CHAIR)


@pytest.mark.parametrize(
    ("mine", "theirs", "reason"),
    [
        (lambda w: change(w, THIRD, number=4), take_number, "Another third"),
        (lambda w: w.run(remove_record(w.read, ref_of(THIRD))), take_number, "Another third"),
        (lambda w: change(w, URGENT, name="təcili"), take_tag, "has taken its place"),
        (lambda w: change(w, CHAIR, role=Role.HEAD), take_chair, "already has a chair"),
    ],
)
def test_undo_is_refused_where_its_place_was_taken(
    workspace: Workspace,
    other: Workspace,
    mine: Callable[[Workspace], None],
    theirs: Callable[[Workspace], None],
    reason: str,
) -> None:
    mine(workspace)
    theirs(other)
    before = everything(workspace.path)
    with pytest.raises(UndoRefused, match="cannot be taken back") as raised:
        workspace.undo()
    assert reason in str(raised.value)
    assert everything(workspace.path) == before
    other.undo()
    workspace.undo()


def test_numbers_that_were_swapped_are_swapped_back(workspace: Workspace, path: Path) -> None:
    """Numbers are unique: written back in one go, the two would meet."""
    before = everything(path)

    def swap(writer: Writer) -> None:
        writer.change(ref_of(ASTANA), {"number": None})
        writer.change(ref_of(BAKU), {"number": 1})
        writer.change(ref_of(ASTANA), {"number": 2})

    workspace.run(Edit("Swap", swap))
    after = everything(path)
    workspace.undo()
    assert everything(path) == before
    workspace.redo()
    assert everything(path) == after
    workspace.undo()
    assert everything(path) == before


def test_a_record_removed_and_made_anew_in_one_edit(workspace: Workspace, path: Path) -> None:
    before = everything(path)

    def renew(writer: Writer) -> None:
        writer.remove(ref_of(SAID))
        writer.add(replace(SAID, quote="Yılmaz Tunç"))

    workspace.run(Edit("Renew", renew))
    workspace.undo()
    assert everything(path) == before
    workspace.redo()
    found = workspace.read.get(Statement, SAID.id)
    assert found is not None
    assert found.quote == "Yılmaz Tunç"


def test_an_edit_that_came_back_to_where_it_began_is_undone_once(workspace: Workspace) -> None:
    change(workspace, BAKU, city="Gəncə")

    def there_and_back(writer: Writer) -> None:
        writer.change(ref_of(BAKU), {"city": "Şuşa"})
        writer.change(ref_of(BAKU), {"city": "Gəncə"})

    workspace.run(Edit("There and back", there_and_back))
    assert workspace.undo_label() == "There and back"
    workspace.undo()
    assert workspace.undo_label() == "Change city of 2nd meeting to Gəncə"
    workspace.undo()
    assert meeting(workspace, BAKU).city == "Bakı"


def test_undo_and_redo_have_names(workspace: Workspace) -> None:
    change(workspace, BAKU, city="Gəncə")
    name = "Change city of 2nd meeting to Gəncə"
    assert (workspace.undo_label(), workspace.redo_label()) == (name, None)
    workspace.undo()
    assert (workspace.undo_label(), workspace.redo_label()) == ("Fill", name)
    workspace.redo()
    workspace.undo()
    workspace.redo()
    assert (workspace.undo_label(), workspace.redo_label()) == (name, None)
    labels = [edit.label for edit in history_of_dossier(workspace)]
    assert labels[:5] == [f"Redo: {name}", f"Undo: {name}", f"Redo: {name}", f"Undo: {name}", name]


def test_a_new_edit_leaves_nothing_to_redo(workspace: Workspace) -> None:
    change(workspace, BAKU, city="Gəncə")
    workspace.undo()
    workspace.run(add_record(Tag(name="new")))
    assert workspace.redo_label() is None
    with pytest.raises(UndoRefused, match="nothing to redo"):
        workspace.redo()


def test_a_long_walk_back_and_forth(workspace: Workspace) -> None:
    """Undo and redo as a stack of plain values would have it."""
    cities = [f"City {number}" for number in range(6)]
    for city in cities:
        change(workspace, BAKU, city=city)
    here = len(cities)
    for step in "uuuruurruuuurrrruurr":
        here += -1 if step == "u" else 1
        (workspace.undo if step == "u" else workspace.redo)()
        assert meeting(workspace, BAKU).city == ("Bakı", *cities)[here]


def test_one_desk_never_undoes_what_another_did(workspace: Workspace, other: Workspace, path: Path) -> None:
    outside(path, "UPDATE tag SET name = 'outside'")
    change(other, BAKU, city="Gəncə")
    assert workspace.undo_label() == "Fill"
    with pytest.raises(UndoRefused):
        workspace.undo()
    other.undo()
    assert other.undo_label() is None
    with pytest.raises(UndoRefused, match="nothing to undo"):
        other.undo()


def test_undo_is_announced_like_any_edit(workspace: Workspace) -> None:
    change(workspace, BAKU, city="Gəncə")
    heard: list[object] = []
    workspace.subscribe(heard.append)
    done = workspace.undo()
    assert heard == [done]
    assert [change.fields() for change in done.changes] == [("city",)]


def test_everything_can_be_undone_to_the_empty_dossier(path: Path, tmp_path: Path) -> None:
    workspace = filled(path)
    full = everything(path)
    workspace.undo()
    filled(tmp_path / "empty.ministrack", ()).close()
    assert everything(path) == everything(tmp_path / "empty.ministrack")
    assert workspace.read.verify() == []
    workspace.redo()
    assert everything(path) == full
    assert workspace.read.verify() == []
    workspace.close()
