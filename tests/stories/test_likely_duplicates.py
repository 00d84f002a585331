"""The story of somebody who was entered twice: the pair is found, merged, or said to be two."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from ministrack.domain.person import Person
from ministrack.edits.records import add_record
from ministrack.ui.dialogs.duplicates import Duplicates
from ministrack.ui.dialogs.merging.dialog import MergeRecords
from ministrack.ui.main_window import MainWindow


def opened(window: MainWindow) -> Duplicates:
    window.menus.commands["duplicates"].trigger()
    found = [each for each in window.findChildren(Duplicates) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def lead(dialog: Duplicates) -> str:
    label = dialog.findChild(QLabel, "duplicates.lead")
    assert label is not None
    return label.text()


def buttons(dialog: Duplicates, name: str) -> list[QPushButton]:
    return [button for button in dialog.findChildren(QPushButton, name) if button.isVisible()]


def test_a_pair_is_merged_from_the_list(window: MainWindow) -> None:
    window.desk.runner.run(add_record(Person(name="Йылмаз Тунч")))
    people = window.desk.read.count("person")
    dialog = opened(window)
    (merge,) = buttons(dialog, "duplicates.merge")
    assert merge.accessibleName() == "Merge Yılmaz Tunç and Йылмаз Тунч"
    QTest.mouseClick(merge, Qt.MouseButton.LeftButton)
    inner = dialog.findChild(MergeRecords)
    assert inner is not None
    accept = inner.findChild(QPushButton, "merge.accept")
    assert accept is not None
    accept.click()
    assert window.desk.read.count("person") == people - 1
    assert lead(dialog).startswith("No two people")
    assert not buttons(dialog, "duplicates.merge")
    dialog.reject()


def test_not_the_same_is_remembered(window: MainWindow) -> None:
    window.desk.runner.run(add_record(Person(name="Yilmaz Tunc")))
    dialog = opened(window)
    (two,) = buttons(dialog, "duplicates.two")
    two.setFocus()
    QTest.keyClick(two, Qt.Key.Key_Space)
    assert lead(dialog).startswith("No two people")
    dialog.reject()
    again = opened(window)
    assert not buttons(again, "duplicates.two")
    again.reject()
