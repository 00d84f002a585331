"""Somebody is sent a delegation list as a table, looks at what it would do, imports it, takes it back."""

import shutil
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ministrack.domain.delegation import Delegation
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.person import Person
from ministrack.domain.record import Ref
from ministrack.ui.dialogs.importing.dialog import ImportFile
from ministrack.ui.dialogs.newest_work import Step
from ministrack.ui.main_window import MainWindow
from tests.ui.parts import part

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SOON = 15_000
LIST = """Country;Head of delegation;Title
Hungary;Bence Tuzson;Minister of Justice
Azerbaijan;Fərid Əhmədov;Minister of Justice
Kazakhstan;Ерлан Сәрсембаев;Minister of Justice
Türkiye;Yılmaz Tunç;Minister of Justice
"""


def settle(qtbot: QtBot, dialog: ImportFile) -> None:
    qtbot.waitUntil(lambda: dialog.work.step is Step.NOTHING, timeout=SOON)


def chosen_by_keys(window: MainWindow, qtbot: QtBot, path: Path) -> ImportFile:
    """File > Import, by its keys, and the file by its name."""
    QTest.keyClick(window, Qt.Key.Key_O, CONTROL | SHIFT)
    files = part(window, QFileDialog, "fileDialog")
    files.selectFile(str(path))
    files.fileSelected.emit(str(path))
    files.reject()
    return shown(window, qtbot)


def shown(window: MainWindow, qtbot: QtBot) -> ImportFile:
    dialog = next(each for each in window.findChildren(ImportFile) if each.isVisible())
    settle(qtbot, dialog)
    return dialog


def choose(qtbot: QtBot, dialog: ImportFile, path: Path) -> None:
    """Another file, in the dialog that asks for it."""
    files = part(dialog, QFileDialog, "fileDialog")
    files.fileSelected.emit(str(path))
    files.reject()
    dialog.activateWindow()  # as a window manager would
    settle(qtbot, dialog)


def results(dialog: ImportFile) -> list[str]:
    model = dialog.preview.model
    return [str(model.index(row, 2).data()) for row in range(model.rowCount())]


def summary(dialog: ImportFile) -> str:
    return part(dialog, QLabel, "import.summary").text()


def import_all(window: MainWindow, qtbot: QtBot, dialog: ImportFile) -> None:
    with qtbot.waitSignal(dialog.imported, timeout=SOON):
        QTest.keyClick(dialog.preview.table, Qt.Key.Key_Return, CONTROL)
    window.activateWindow()  # as a window manager would
    QApplication.processEvents()


def choose_third_meeting(qtbot: QtBot, dialog: ImportFile) -> None:
    """The keyboard stands in the field of the meeting already."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.objectName() == "entry.meeting"
    QTest.keyClicks(field, "third")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, dialog)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "Nümayəndə heyətləri.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def third(window: MainWindow) -> Meeting:
    return window.desk.read.find(Meeting, Compare("number", 3))[0]


def coming(window: MainWindow) -> int:
    return len(window.desk.read.find(Delegation, Compare("meeting", third(window).id)))


def test_a_list_is_imported_by_keys_and_taken_back_at_once(
    window: MainWindow, qtbot: QtBot, table: Path
) -> None:
    dialog = chosen_by_keys(window, qtbot, table)
    assert summary(dialog) == "Choose the meeting of these delegations first."
    choose_third_meeting(qtbot, dialog)
    assert results(dialog) == ["New"] * 4
    assert summary(dialog) == "4 new"
    assert coming(window) == 0
    import_all(window, qtbot, dialog)
    assert coming(window) == 4
    assert window.desk.focus.view == "delegations"
    record = window.desk.focus.record
    assert record is not None
    assert record.table == "delegation"
    assert part(window, QLabel, "imported.text").text() == f"4 imported from {table.name}."
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert coming(window) == 0
    assert "Bence Tuzson" not in {person.name for person in window.desk.read.find(Person)}
    assert not part(window, QWidget, "imported").isVisible()


def test_a_second_time_all_is_the_same_and_a_corrected_file_changes_one(
    window: MainWindow, qtbot: QtBot, table: Path
) -> None:
    window.desk.focus.open("meetings", Ref("meeting", third(window).id))  # then the list is of this meeting
    import_all(window, qtbot, chosen_by_keys(window, qtbot, table))
    window.desk.focus.open("meetings", Ref("meeting", third(window).id))
    again = chosen_by_keys(window, qtbot, table)
    assert summary(again) == "4 the same"
    assert part(again, QLabel, "import.remembered").isVisible()
    assert not part(again, QPushButton, "import.accept").isEnabled()
    table.write_text(LIST.replace("Tuzson;Minister", "Tuzson;Deputy Minister"), encoding="utf-8")
    part(again, QPushButton, "import.other").click()
    choose(qtbot, again, table)
    assert summary(again) == "1 change, 3 the same"
    part(again, QPushButton, "import.chip.changes").click()
    assert "Deputy Minister" in str(again.preview.model.index(0, 4).data())
    window.desk.focus.open("meetings", Ref("meeting", third(window).id))
    import_all(window, qtbot, again)
    focus = window.desk.focus.record
    assert focus is not None
    assert focus.table == "delegation"
    assert window.desk.read.label(focus).startswith("Hungary")  # what was corrected is shown
    window.desk.runner.undo()
    assert coming(window) == 4


def test_the_dialog_begins_in_the_folder_of_the_last_file_while_it_is_there(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "Siyahılar"
    folder.mkdir()
    (folder / "Siyahı.csv").write_text(LIST, encoding="utf-8")
    chosen_by_keys(window, qtbot, folder / "Siyahı.csv").reject()

    def proposed() -> Path:
        window.menus.commands["import"].trigger()
        files = [each for each in window.findChildren(QFileDialog) if each.isVisible()][-1]
        begins_in = Path(files.directory().absolutePath())
        files.reject()
        return begins_in

    assert proposed() == folder
    shutil.rmtree(folder)
    assert proposed() == window.desk.workspace.path.parent


def test_copied_cells_are_imported_with_the_mouse(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    window.desk.focus.open("meetings", Ref("meeting", third(window).id))
    QGuiApplication.clipboard().setText(LIST.replace(";", "\t"))
    window.menus.commands["import_clipboard"].trigger()
    dialog = shown(window, qtbot)
    assert len([*tmp_path.glob("ministrack-*")]) == 1
    assert part(dialog, QLabel, "import.file.name").text() == "Clipboard"
    model, rows = dialog.preview.model, dialog.preview.table
    place = rows.visualRect(model.index(0, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    accept = part(dialog, QPushButton, "import.accept")
    assert accept.text() == "Import 3"
    with qtbot.waitSignal(dialog.imported, timeout=SOON):
        QTest.mouseClick(accept, Qt.MouseButton.LeftButton)
    assert coming(window) == 3
    assert not [*tmp_path.glob("ministrack-*")]


def test_another_kind_of_record_is_planned_at_once(window: MainWindow, qtbot: QtBot, table: Path) -> None:
    dialog = chosen_by_keys(window, qtbot, table)
    kind = part(dialog, QComboBox, "import.kind")
    kind.setCurrentIndex(kind.findData("person"))
    kind.activated.emit(kind.currentIndex())
    settle(qtbot, dialog)
    assert not part(dialog, QWidget, "entry.meeting").isVisible()
    assert "Person" in dialog.preview.model.index(0, 3).data(Qt.ItemDataRole.ToolTipRole)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert coming(window) == 0


def test_a_broken_file_tells_why_and_changes_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, table: Path
) -> None:
    broken = tmp_path / "Siyahı.xlsx"
    broken.write_bytes(b"PK\x03\x04 cut off")
    dialog = chosen_by_keys(window, qtbot, broken)
    assert "Siyahı.xlsx" in part(dialog, QLabel, "import.problem.what").text()
    assert part(dialog, QLabel, "import.problem.safe").text() == "Nothing was changed."
    assert part(dialog, QLabel, "import.problem.todo").text()
    part(dialog, QPushButton, "import.problem.other").click()
    choose(qtbot, dialog, table)
    assert len(results(dialog)) == 4
    dialog.reject()


def test_a_list_is_compared_once_for_the_meeting_one_looks_at(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (meeting,) = window.desk.read.find(Meeting, Compare("number", 3))
    window.desk.focus.select(Ref("meeting", meeting.id))
    (tmp_path / "List.csv").write_text(LIST)
    steps: list[Step] = []
    QTest.keyClick(window, Qt.Key.Key_O, CONTROL | SHIFT)
    files = part(window, QFileDialog, "fileDialog")
    files.fileSelected.emit(str(tmp_path / "List.csv"))
    files.reject()
    (dialog,) = window.findChildren(ImportFile)
    dialog.work.began.connect(lambda: steps.append(dialog.work.step))
    settle(qtbot, dialog)
    assert steps == [Step.PLANNING]
    assert "New" in results(dialog)
    assert part(dialog, QLineEdit, "entry.meeting").isVisible()
