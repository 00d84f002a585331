"""The story of a filter that is needed again: kept under a name, switched on and off, deleted."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMessageBox, QPushButton

from ministrack.domain.filing import SavedFilter
from ministrack.domain.filters import Compare, SharedFilter
from ministrack.domain.party import Party
from ministrack.edits.records import add_record
from ministrack.edits.saved_filters import kept_filter
from ministrack.ui.main_window import MainWindow


def rows(window: MainWindow) -> list[str]:
    model = window.navigation.list.model()
    return [
        str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())
    ]


def row(window: MainWindow, label: str) -> QModelIndex:
    model = window.navigation.list.model()
    return next(model.index(row, 0) for row in range(model.rowCount()) if model.index(row, 0).data() == label)


def keep(window: MainWindow, name: str) -> None:
    button = window.views.current().findChild(QPushButton, "saveFilter")
    assert button is not None
    assert button.isVisible()
    button.click()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    line = popup.findChild(QLineEdit, "filterName")
    assert line is not None
    QTest.keyClicks(line, name)
    QTest.keyClick(line, Qt.Key.Key_Return)


def kyrgyz(window: MainWindow) -> SharedFilter:
    return SharedFilter(parties=(window.desk.read.find(Party, Compare("code", "KG"))[0].id,), text="minister")


def test_a_filter_is_kept_and_comes_back_with_its_view(window: MainWindow) -> None:
    window.desk.focus.show_view("delegations")
    window.desk.focus.set_filter(kyrgyz(window))
    keep(window, "Below minister level")
    assert rows(window)[-2:] == ["Saved filters", "Below minister level, the window is narrowed to it"]
    window.desk.focus.clear_filter()
    window.desk.focus.show_view("tasks")
    window.navigation.list.setCurrentIndex(row(window, "Below minister level"))
    QTest.keyClick(window.navigation.list, Qt.Key.Key_Return)
    assert window.desk.focus.filter == kyrgyz(window)
    assert window.desk.focus.view == "delegations"
    window.navigation.list.setCurrentIndex(row(window, "Below minister level"))
    QTest.keyClick(window.navigation.list, Qt.Key.Key_Return)
    assert window.desk.focus.filter.is_empty


def test_the_same_name_keeps_the_newer_filter(window: MainWindow) -> None:
    window.desk.focus.set_filter(kyrgyz(window))
    keep(window, "Mine")
    window.desk.focus.set_filter(SharedFilter(text="Baku"))
    keep(window, "mine")
    (kept,) = window.desk.read.find(SavedFilter)
    assert kept.name == "mine"
    assert "Baku" in kept.terms


def test_delete_is_one_undo(window: MainWindow) -> None:
    window.desk.focus.set_filter(kyrgyz(window))
    keep(window, "Mine")
    window.navigation.list.setCurrentIndex(row(window, "Mine"))
    QTest.keyClick(window.navigation.list, Qt.Key.Key_Delete)
    assert "Saved filters" not in rows(window)
    window.menus.commands["undo"].trigger()
    assert rows(window)[-1].startswith("Mine")


def test_the_menu_deletes_the_filter_it_was_opened_on(window: MainWindow) -> None:
    window.desk.focus.set_filter(kyrgyz(window))
    keep(window, "Mine")
    where = window.navigation.list.visualRect(row(window, "Mine")).center()
    window.navigation.list.customContextMenuRequested.emit(QPoint(where))
    menu = window.findChild(QMenu, "savedFilterMenu")
    assert menu is not None
    theirs = SavedFilter(name="Before it in the list", terms='{"text": "x"}')
    window.desk.runner.attempt(add_record(theirs))
    menu.actions()[-1].trigger()
    menu.close()
    assert [each.name for each in window.desk.read.find(SavedFilter)] == ["Before it in the list"]


@pytest.mark.parametrize("view", ["", "gallery"])
def test_a_saved_filter_for_a_view_that_there_is_not_narrows_where_one_is(
    window: MainWindow, view: str
) -> None:
    window.desk.focus.show_view("people")
    window.desk.runner.attempt(add_record(SavedFilter(name="Foreign", view=view, terms='{"text": "tunc"}')))
    window.navigation.list.setCurrentIndex(row(window, "Foreign"))
    QTest.keyClick(window.navigation.list, Qt.Key.Key_Return)
    assert window.desk.focus.view == "people"
    assert window.desk.focus.filter == SharedFilter(text="tunc")


def test_a_saved_filter_that_cannot_be_read_says_so(window: MainWindow) -> None:
    window.desk.runner.run(add_record(SavedFilter(name="Torn", terms='{"parties": 7}')))
    window.navigation.list.setCurrentIndex(row(window, "Torn"))
    QTest.keyClick(window.navigation.list, Qt.Key.Key_Return)
    box = window.findChild(QMessageBox, "errorMessage")
    assert box is not None
    assert "Torn" in box.text()
    assert window.desk.focus.filter.is_empty
    box.close()


def test_a_saved_filter_is_renamed_by_f2_but_not_to_the_name_of_another(window: MainWindow) -> None:
    window.desk.focus.set_filter(kyrgyz(window))
    keep(window, "Mine")
    window.desk.focus.set_filter(SharedFilter(text="Baku"))
    keep(window, "Baku only")
    window.navigation.list.setCurrentIndex(row(window, "Mine"))
    rename(window, "baku ONLY")
    box = window.findChild(QMessageBox, "errorMessage")
    assert box is not None
    assert "Baku only" in box.text()
    box.close()
    rename(window, "Below minister level")
    assert [line.split(",")[0] for line in rows(window)[-2:]] == ["Baku only", "Below minister level"]
    window.menus.commands["undo"].trigger()
    assert rows(window)[-1].startswith("Mine")


def rename(window: MainWindow, name: str) -> None:
    QTest.keyClick(window.navigation.list, Qt.Key.Key_F2)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    line = popup.findChild(QLineEdit, "filterName")
    assert line is not None
    assert line.selectedText() == "Mine"
    QTest.keyClicks(line, name)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_a_saved_filter_takes_what_is_filtered_now(window: MainWindow) -> None:
    window.desk.focus.set_filter(kyrgyz(window))
    keep(window, "Mine")
    window.desk.focus.set_filter(SharedFilter(text="Baku"))
    window.desk.focus.show_view("tasks")
    place = window.navigation.list.visualRect(row(window, "Mine")).center()
    window.navigation.list.customContextMenuRequested.emit(place)
    menu = window.findChild(QMenu, "savedFilterMenu")
    assert menu is not None
    labels = {action.text(): action for action in menu.actions()}
    labels["Change to what is filtered now"].trigger()
    menu.close()
    (kept,) = window.desk.read.find(SavedFilter)
    assert (kept.view, kept_filter(kept)) == ("tasks", SharedFilter(text="Baku"))
    assert rows(window)[-1] == "Mine, the window is narrowed to it"
    window.menus.commands["undo"].trigger()
    (kept,) = window.desk.read.find(SavedFilter)
    assert kept_filter(kept) == kyrgyz(window)
