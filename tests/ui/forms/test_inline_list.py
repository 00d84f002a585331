"""Records listed inside a form: delegates, spellings, stages, parties, members."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QToolButton

from ministrack.domain.delegation import Delegate, Role
from ministrack.domain.document import DocumentStage
from ministrack.domain.filters import Compare
from ministrack.domain.person import Spelling
from ministrack.domain.record import Ref
from ministrack.edits.changes import ChangeSet
from ministrack.edits.records import add_record
from tests.ui.forms.conftest import Stage

Finder = Callable[[str, str], Ref]


def test_a_spelling_is_added_found_and_removed(stage: Stage, find_record: Finder) -> None:
    minister = find_record("person", "Akbar Tashkulov")
    form = stage.show("person", minister)
    QTest.mouseClick(stage.find(QPushButton, "add.spelling"), Qt.MouseButton.LeftButton)
    line = stage.window.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.objectName() == "field.spelling.name"
    line.insert("Акбар Ташкулов")
    assert form.has_unsaved()
    QTest.keyClick(line, Qt.Key.Key_Return)
    own = Compare("person", minister.id)
    assert [each.name for each in stage.desk.read.find(Spelling, own)] == ["Акбар Ташкулов"]
    assert not form.has_unsaved()
    assert minister in [hit.ref for hit in stage.desk.read.search("Ташкулов")]
    QTest.mouseClick(stage.find(QToolButton, "remove.spelling"), Qt.MouseButton.LeftButton)
    assert not stage.desk.read.find(Spelling, own)
    assert stage.absent("field.spelling.name")


def test_what_is_added_appears_once_while_the_form_follows_the_feed(
    stage: Stage, find_record: Finder
) -> None:
    form = stage.show("person", find_record("person", "Akbar Tashkulov"))

    def follow(_: ChangeSet) -> None:
        form.refresh()

    stage.desk.feed.changed.connect(follow)
    for name in ("Akbar Toshqulov", "Akbar Tashkulow"):
        QTest.mouseClick(stage.find(QPushButton, "add.spelling"), Qt.MouseButton.LeftButton)
        line = stage.window.focusWidget()
        assert isinstance(line, QLineEdit)
        QTest.keyClicks(line, name)
        QTest.keyClick(line, Qt.Key.Key_Return)
    lines = [line for line in form.findChildren(QLineEdit) if "field.spelling" in line.objectName()]
    assert [line.text() for line in lines] == ["Akbar Toshqulov", "Akbar Tashkulow"]
    assert [line.objectName() for line in lines] == ["field.spelling.name", "field.spelling.name.2"]


def test_an_added_row_that_stays_empty_is_no_record(stage: Stage, find_record: Finder) -> None:
    body = find_record("body", "Expert Group")
    form = stage.show("body", body)
    label = stage.desk.workspace.undo_label()
    QTest.mouseClick(stage.find(QPushButton, "add.body_member"), Qt.MouseButton.LeftButton)
    stage.elsewhere.setFocus()
    assert form.commit()
    assert stage.desk.workspace.undo_label() == label
    form.show_record(find_record("body", "Task Force"))
    assert stage.absent("field.body_member.party")


def test_a_member_is_picked_by_name(stage: Stage, find_record: Finder) -> None:
    stage.show("body", find_record("body", "Expert Group"))
    QTest.mouseClick(stage.find(QPushButton, "add.body_member"), Qt.MouseButton.LeftButton)
    party = stage.find(QLineEdit, "field.body_member.party")
    QTest.keyClicks(party, "azer")
    QTest.keyClick(party, Qt.Key.Key_Return)
    members = stage.desk.read.count("body_member", Compare("party", find_record("party", "Azerbaijan").id))
    assert members == 1
    assert party.text() == "Azerbaijan"


def test_the_head_of_a_delegation_comes_first(stage: Stage, find_record: Finder) -> None:
    delegation = find_record("delegation", "Kyrgyzstan")
    aide = Delegate(delegation=delegation.id, title="Adviser", role=Role.MEMBER)
    stage.desk.workspace.run(add_record(aide))
    form = stage.show("delegation", delegation)
    head = stage.find(QLineEdit, "field.delegate.person")
    assert head.text() == "Iskender Sydygaliev"
    assert head.accessibleName() == "Head"
    assert stage.find(QLineEdit, "field.delegate.title").text() == "Deputy Minister of Justice"
    assert stage.find(QComboBox, "field.delegate.level").currentText() == "Deputy minister"
    assert stage.find(QLineEdit, "field.delegate.person.2").accessibleName() == "Person"
    assert stage.find(QLineEdit, "field.delegate.title.2").text() == "Adviser"
    assert form.focusProxy() is None


def test_a_person_is_created_with_their_place_in_the_delegation(stage: Stage, find_record: Finder) -> None:
    delegation = find_record("delegation", "Kyrgyzstan")
    stage.show("delegation", delegation)
    QTest.mouseClick(stage.find(QPushButton, "add.delegate"), Qt.MouseButton.LeftButton)
    person = stage.find(QLineEdit, "field.delegate.person.2")
    assert stage.window.focusWidget() is person
    QTest.keyClicks(person, "Nurbek Alimbekov")
    QTest.keyClick(person, Qt.Key.Key_Return)
    added = stage.desk.read.find(Delegate, Compare("delegation", delegation.id))[-1]
    assert added.person == find_record("person", "Nurbek Alimbekov").id
    assert added.role is Role.MEMBER
    stage.desk.workspace.undo()
    assert stage.desk.read.count("person", Compare("name", "Nurbek Alimbekov")) == 0


def test_a_row_forgets_nothing_when_another_one_is_removed(stage: Stage, find_record: Finder) -> None:
    agreement = find_record("document", "Astana Declaration")
    form = stage.show("document", agreement)
    QTest.mouseClick(stage.find(QPushButton, "add.document_stage"), Qt.MouseButton.LeftButton)
    place = stage.find(QLineEdit, "field.document_stage.place.2")
    place.setFocus()
    QTest.keyClicks(place, "Astana")
    QTest.keyClick(place, Qt.Key.Key_Return)
    stages = stage.desk.read.find(DocumentStage, Compare("document", agreement.id))
    assert sorted(each.place or "" for each in stages) == ["", "Astana"]
    place.selectAll()
    QTest.keyClicks(place, "Bishkek")
    QTest.mouseClick(stage.find(QPushButton, "remove.document_stage"), Qt.MouseButton.LeftButton)
    assert form.commit()
    stages = stage.desk.read.find(DocumentStage, Compare("document", agreement.id))
    assert [each.place for each in stages] == ["Bishkek"]


def test_due_before_a_meeting_says_what_that_means_now(stage: Stage, find_record: Finder) -> None:
    task = find_record("task", "Implement the directions")
    stage.show("task", task)
    due = stage.find(QLineEdit, "field.task.due")
    due.setFocus()
    QTest.keyClicks(due, "May 2026")
    QTest.keyClick(due, Qt.Key.Key_Return)
    assert stage.stored(task, "due") == "2026-05"
    before = stage.find(QLineEdit, "field.task.due_meeting")
    before.setFocus()
    QTest.keyClicks(before, "third")
    QTest.keyClick(before, Qt.Key.Key_Return)
    assert stage.stored(task, "due") is None
    assert stage.stored(task, "due_meeting") == find_record("meeting", "Third meeting").id
    assert due.text() == ""
    assert "Some day between 1 January and 31 December 2026" in stage.text("hint.task.due_meeting")
