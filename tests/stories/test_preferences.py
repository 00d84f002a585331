"""The story of somebody who sets the program up: each setting holds at once, in every window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.domain.filters import Compare
from ministrack.domain.lists import ListQuery
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.record import Ref
from ministrack.edits.records import change_record
from ministrack.edits.workspace import Identity
from ministrack.program import create_sample
from ministrack.settings import Settings, ThemeChoice, WeekStart, declared
from ministrack.ui.dialogs.preferences import PreferencesDialog
from ministrack.ui.main_window import MainWindow
from ministrack.ui.widgets.record_view import RecordView

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Adliyyə nazirləri.ministrack"
    create_sample(path, Identity("Aygün", "desk-1")).close()
    shown = open_window(path)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    for each in QApplication.topLevelWidgets():
        if isinstance(each, MainWindow):
            each.close()


def opened(window: MainWindow) -> PreferencesDialog:
    window.menus.commands["preferences"].trigger()
    shown = window.findChild(PreferencesDialog)
    assert shown is not None
    assert shown.isVisible()
    return shown


def choose(dialog: PreferencesDialog, key: str, words: str) -> None:
    shown = dialog.findChild(QComboBox, f"setting.{key}")
    assert shown is not None
    row = shown.findText(words)
    assert row >= 0
    shown.setCurrentIndex(row)
    shown.activated.emit(row)


def tick(dialog: PreferencesDialog, key: str) -> None:
    box = dialog.findChild(QCheckBox, f"setting.{key}")
    assert box is not None
    QTest.keyClick(box, Qt.Key.Key_Space)


def names_of_delegations(window: MainWindow) -> list[str]:
    """Of the second meeting, as its own list has them."""
    second = window.desk.read.find(Meeting, Compare("number", 2))[0]
    wanted = Compare("meeting", second.id)
    rows = window.desk.read.rows(ListQuery("delegation", ("party_name",), wanted, "protocol_order"))
    return [str(row["party_name"]) for row in rows]


def countries_listed(window: MainWindow) -> set[str]:
    """What the table of delegations says."""
    window.desk.focus.show_view("delegations")
    QApplication.processEvents()
    view = window.views.current()
    assert isinstance(view, RecordView)
    model = view.table_widget.model()
    cells = (
        model.index(row, place) for row in range(model.rowCount()) for place in range(model.columnCount())
    )
    return {str(cell.data()) for cell in cells}


def set_field(window: MainWindow, meeting: Meeting, field: str, value: str) -> None:
    edit = change_record(window.desk.read, Ref("meeting", meeting.id), new={field: value})
    window.desk.runner.attempt(edit)


def other_window(qtbot: QtBot, window: MainWindow) -> MainWindow:
    window.menus.commands["new_window"].trigger()
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    (other,) = [each for each in windows if each is not window]
    return other


def test_the_dialog_has_a_line_for_every_setting_that_can_be_set(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Comma, CONTROL)
    dialog = window.findChild(PreferencesDialog)
    assert dialog is not None
    for setting in declared():
        shown = dialog.findChild(QWidget, f"setting.{setting.key}")
        assert (shown is None) == setting.hidden
        if shown is not None:
            assert shown.accessibleName() == setting.label
            assert shown.accessibleDescription() == setting.help


def test_countries_are_named_in_the_language_chosen_in_all_windows_and_nothing_is_written(
    qtbot: QtBot, window: MainWindow
) -> None:
    other = other_window(qtbot, window)
    assert "Türkiye" in countries_listed(other)
    before = len(list(window.desk.read.edits()))
    choose(opened(window), "country_language", "Français")
    for each in (window, other):
        assert "Turquie" in countries_listed(each)
        assert "Türkiye" not in countries_listed(each)
    assert len(list(window.desk.read.edits())) == before
    assert window.desk.read.find(Party, Compare("code", "TR"))[0].name == "Türkiye"


def test_a_language_chosen_before_holds_at_the_next_start(qtbot: QtBot, window: MainWindow) -> None:
    choose(opened(window), "country_language", "Français")
    window.close()
    again = open_window(window.desk.workspace.path)
    with qtbot.waitExposed(again):
        again.show()
    assert "Turquie" in countries_listed(again)


def test_delegations_stand_in_the_alphabet_chosen(window: MainWindow) -> None:
    dialog = opened(window)
    english = ["Azerbaijan", "Kazakhstan", "Kyrgyzstan", "Türkiye", "Uzbekistan", "OTS Secretariat"]
    assert names_of_delegations(window) == english
    choose(dialog, "country_language", "Deutsch")
    assert names_of_delegations(window)[3:5] == ["Türkei", "Usbekistan"]
    choose(dialog, "party_order", "French alphabet")
    assert names_of_delegations(window)[3:5] == ["Usbekistan", "Türkei"]  # Ouzbékistan, Turquie


def test_host_and_chair_come_first_when_asked_for(window: MainWindow) -> None:
    second = window.desk.read.find(Meeting, Compare("number", 2))[0]
    host = window.desk.read.find(Party, Compare("code", "UZ"))[0]
    set_field(window, second, "host", host.id)
    assert names_of_delegations(window)[:2] == ["Azerbaijan", "Kazakhstan"]
    tick(opened(window), "host_first")
    assert names_of_delegations(window)[:3] == ["Uzbekistan", "Azerbaijan", "Kazakhstan"]


def test_theme_and_flags_change_in_every_window_and_the_menu_says_so(
    qtbot: QtBot, window: MainWindow
) -> None:
    other = other_window(qtbot, window)
    dialog = opened(window)
    choose(dialog, "theme", "Dark")
    assert other.desk.themes.theme.is_dark
    assert other.menus.commands["theme.dark"].isChecked()
    tick(dialog, "flags")
    assert not other.desk.flags.enabled


def test_what_is_chosen_elsewhere_shows_in_an_open_dialog(window: MainWindow) -> None:
    dialog = opened(window)
    window.desk.preferences.set(Settings.week_start, WeekStart.SUNDAY)
    shown = dialog.findChild(QComboBox, "setting.week_start")
    assert shown is not None
    assert shown.currentText() == "Sunday"


def test_the_name_stands_in_the_history_from_now_on(window: MainWindow) -> None:
    name = opened(window).findChild(QLineEdit, "setting.author")
    assert name is not None
    name.selectAll()
    QTest.keyClicks(name, "  Omuraliev   K. ")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert name.text() == "Omuraliev K."
    third = window.desk.read.find(Meeting, Compare("number", 3))[0]
    set_field(window, third, "city", "İzmir")
    assert next(window.desk.read.edits()).author == "Omuraliev K."


def test_a_copy_begins_in_the_folder_chosen(window: MainWindow, tmp_path: Path) -> None:
    folder = tmp_path / "Kopyalar"
    folder.mkdir()
    dialog = opened(window)
    choose_folder = dialog.findChild(QPushButton, "setting.copies.choose")
    assert choose_folder is not None
    choose_folder.click()
    asked = dialog.findChild(QFileDialog, "folderDialog")
    assert asked is not None
    asked.fileSelected.emit(str(folder))
    asked.reject()
    dialog.close()
    window.menus.commands["save_copy"].trigger()
    saving = window.findChild(QFileDialog, "fileDialog")
    assert saving is not None
    assert Path(saving.directory().absolutePath()) == folder
    saving.reject()


def test_defaults_come_back_with_one_button(window: MainWindow) -> None:
    dialog = opened(window)
    choose(dialog, "theme", "Dark")
    choose(dialog, "country_language", "Français")
    restore = dialog.findChild(QPushButton, "preferences.restore")
    assert restore is not None
    restore.click()
    assert not window.desk.themes.theme.is_dark
    assert window.desk.preferences.settings.theme is ThemeChoice.SYSTEM
    assert "Türkiye" in countries_listed(window)
    shown = dialog.findChild(QComboBox, "setting.country_language")
    assert shown is not None
    assert shown.currentText() == "As recorded in the dossier"
