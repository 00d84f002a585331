"""The dialog of an import: what it shows of a file, what keys and clicks do, how it ends."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ministrack.domain.person import Person
from ministrack.exchange.import_formats import IMPORT_FORMATS
from ministrack.exchange.imports import Row
from ministrack.exchange.plan import Verdict
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.importing.dialog import ImportFile
from ministrack.ui.dialogs.importing.preview_model import PreviewModel
from ministrack.ui.dialogs.importing.sorted_rows import SortedRows
from ministrack.ui.dialogs.importing.source import ImportSource
from ministrack.ui.dialogs.newest_work import Step
from tests.ui.access import nameless, not_reached, reached_by_tab, without_visible_focus
from tests.ui.dialogs.importing.verdict_lists import VERDICT_LISTS
from tests.ui.parts import part

LINES = (
    "new;Çınar Əliyev;Head of delegation",
    "changes;Yılmaz Tunç;Title: Bakan → Adalet Bakanı · Level: nothing → Minister",
    "same;Fərid Əhmədov;",
    "problem;Ерлан Сәрсембаев;“31 février” is not a date.",
    "conflict;Азамат Ескараев;Line 2 says something else.",
    "blank;;",
)
Opener = Callable[..., ImportFile]


@pytest.fixture
def opened(desk: Desk, qtbot: QtBot, tmp_path: Path) -> Iterator[Opener]:
    """Opens the dialog for a file with these lines, and waits until it is planned."""
    window = QWidget()
    window.resize(1200, 800)
    window.show()

    def open_lines(*lines: str, name: str = "Delegasiya.list", encoding: str = "utf-8") -> ImportFile:
        path = tmp_path / name
        path.write_bytes("\n".join(lines).encode(encoding))
        dialog = ImportFile(desk, (VERDICT_LISTS,), window)
        dialog.open()
        dialog.take(ImportSource(path, path.name))
        if all("wait" not in line for line in lines):
            settle(qtbot, dialog)
        return dialog

    yield open_lines
    desk.runner.end()
    window.close()
    window.deleteLater()


def settle(qtbot: QtBot, dialog: ImportFile) -> None:
    """Waits until nothing is being done."""
    qtbot.waitUntil(lambda: dialog.work.step is Step.NOTHING, timeout=10_000)


def button(dialog: ImportFile, name: str) -> QPushButton:
    return part(dialog, QPushButton, name)


def said(dialog: ImportFile, name: str) -> str:
    return part(dialog, QLabel, name).text()


def details(dialog: ImportFile) -> str:
    return part(dialog, QPlainTextEdit, "import.details").toPlainText()


def people(desk: Desk) -> set[str]:
    return {person.name for person in desk.read.find(Person)}


def results(dialog: ImportFile) -> list[str]:
    model = dialog.preview.model
    return [str(model.index(row, 2).data()) for row in range(model.rowCount())]


def test_file_what_was_found_and_what_will_happen_are_seen_together(opened: Opener) -> None:
    dialog = opened(*LINES)
    assert said(dialog, "import.file.name") == "Delegasiya.list"
    assert said(dialog, "import.file.about").startswith("List of verdicts · ")
    assert said(dialog, "import.file.about").endswith("Of a test")
    assert results(dialog) == ["New", "Changes", "Same", "Problem", "Conflict"]
    assert said(dialog, "import.summary") == "1 new, 1 change, 1 the same, 1 conflict, 1 problem"
    assert button(dialog, "import.accept").text() == "Import 2"
    assert dialog.reading.isVisible()
    assert QApplication.focusWidget() is dialog.preview.table
    assert not nameless(dialog)


def test_everything_is_reached_by_tab_and_shows_it(opened: Opener) -> None:
    dialog = opened(*LINES)
    reached = reached_by_tab(dialog.preview.table)
    assert not not_reached(dialog, reached)
    assert not without_visible_focus(reached)
    names = [part.objectName() for part in reached]
    columns = names.index("import.header") + 1
    assert names[columns : columns + 3] == ["import.target.0", "import.target.1", "import.target.2"]


def test_details_tell_field_by_field(opened: Opener) -> None:
    dialog = opened(*LINES)
    QTest.keyClick(dialog.preview.table, Qt.Key.Key_Down)
    assert details(dialog).splitlines() == [
        "Line 2 · Person · Yılmaz Tunç",
        "Title: Bakan → Adalet Bakanı",
        "Level: nothing → Minister",
    ]


def test_space_ticks_what_can_be_ticked(opened: Opener) -> None:
    dialog = opened(*LINES)
    table, model = dialog.preview.table, dialog.preview.model
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert model.wanted() == {1}
    for row in (3, 2):  # a problem, and what is the same
        table.selectRow(row)
        QTest.keyClick(table, Qt.Key.Key_Space)
    assert model.wanted() == {1}
    table.selectRow(4)  # a conflict
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert model.wanted() == {1, 4}
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert model.wanted() == {0, 1, 4}
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert model.wanted() == {4}  # among others, conflicts stay as they are
    table.selectRow(4)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert not button(dialog, "import.accept").isEnabled()
    assert button(dialog, "import.accept").text() == "Import"


def test_a_click_on_the_tick_ticks(opened: Opener) -> None:
    dialog = opened(*LINES)
    table, model = dialog.preview.table, dialog.preview.model
    place = table.visualRect(model.index(1, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert model.wanted() == {0}
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Import: not ticked"
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(1, 1))
    assert model.wanted() == {0, 1}


def test_chips_show_one_verdict_alone(opened: Opener) -> None:
    dialog = opened(*LINES)
    assert button(dialog, "import.chip.all").text() == "All 5"
    button(dialog, "import.chip.conflict").click()
    assert results(dialog) == ["Conflict"]
    button(dialog, "import.tickAll").click()
    assert dialog.preview.model.wanted() == {0, 1, 4}
    assert button(dialog, "import.accept").text() == "Import 3"
    button(dialog, "import.chip.conflict").click()
    assert len(results(dialog)) == 5


def test_what_is_left_out_on_purpose_is_said(opened: Opener) -> None:
    dialog = opened(LINES[0], "blank;;2 journal entries are left out.", LINES[5])
    assert results(dialog) == ["New", "Left out"]
    assert button(dialog, "import.chip.all").text() == "All 2"
    assert button(dialog, "import.accept").text() == "Import 1"


def test_control_enter_imports_as_one_step(opened: Opener, desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(*LINES)
    before = people(desk)
    with qtbot.waitSignal(dialog.imported, timeout=10_000) as told:
        QTest.keyClick(dialog.preview.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert people(desk) - before == {"Çınar Əliyev", "Yılmaz Tunç"} - before
    assert told.args is not None
    assert told.args[1:] == [2, "Delegasiya.list"]
    desk.runner.undo()
    assert people(desk) == before


def test_problems_can_be_copied(opened: Opener) -> None:
    button(opened(*LINES), "import.copyProblems").click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[1] == "4\tProblem\tЕрлан Сәрсембаев\t\t“31 février” is not a date."
    assert len(lines) == 3


def test_another_choice_is_planned_at_once(opened: Opener, qtbot: QtBot) -> None:
    dialog = opened(*LINES)
    target = dialog.findChild(QComboBox, "import.target.2")
    assert isinstance(target, QComboBox)
    target.setCurrentIndex(target.findData("person.name"))
    target.activated.emit(target.currentIndex())
    settle(qtbot, dialog)
    assert dialog.reading.columns.chosen() == {"Verdict": "", "Name": "", "Words": "person.name"}


def test_the_wrong_encoding_is_put_right_in_the_dialog(opened: Opener, qtbot: QtBot) -> None:
    dialog = opened(*LINES[3:5])
    encoding = dialog.reading.encoding
    encoding.setCurrentIndex(encoding.findData("cp1251"))
    encoding.activated.emit(encoding.currentIndex())
    settle(qtbot, dialog)
    assert "Ерлан" not in str(dialog.preview.model.index(0, 3).data())


def test_a_file_that_cannot_be_read_tells_why(opened: Opener) -> None:
    dialog = opened("new;Ерлан Сәрсембаев;", encoding="utf-16")
    assert said(dialog, "import.problem.what") == "The file is not in UTF-8."
    assert said(dialog, "import.problem.safe") == "Nothing was changed."
    assert said(dialog, "import.problem.todo") == "Choose another encoding."
    assert not button(dialog, "import.accept").isEnabled()
    assert QApplication.focusWidget() is button(dialog, "import.problem.other")


def test_the_name_of_a_file_is_never_taken_for_markup(opened: Opener) -> None:
    dialog = opened(*LINES, name="<b>siyahı.list")
    assert said(dialog, "import.file.name") == "<b>siyahı.list"
    label = dialog.findChild(QLabel, "import.file.name")
    assert isinstance(label, QLabel)
    assert "<b>" not in label.toolTip()


def test_other_kinds_of_files_are_refused(opened: Opener) -> None:
    dialog = opened("%PDF-1.7", name="Bəyanat.pdf")
    assert said(dialog, "import.problem.what") == "Files such as Bəyanat.pdf cannot be imported."
    assert said(dialog, "import.problem.todo") == "These can: List of verdicts."


def test_escape_leaves_while_it_is_planned(opened: Opener, desk: Desk, qtbot: QtBot) -> None:
    before = people(desk)
    dialog = opened("new;Çınar Əliyev;", "wait;;")
    qtbot.waitUntil(lambda: dialog.work.step is Step.PLANNING, timeout=10_000)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not desk.runner.is_busy, timeout=10_000)
    assert people(desk) == before


def test_escape_stops_what_is_being_stored_and_nothing_is(opened: Opener, desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(*(f"new;Әли {number};" for number in range(400)))
    before = people(desk)
    button(dialog, "import.accept").click()
    assert not button(dialog, "import.other").isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(qtbot, dialog)
    assert people(desk) == before
    assert dialog.isVisible()
    assert said(dialog, "import.summary") == "Stopped. Nothing was changed."
    assert button(dialog, "import.accept").text() == "Import 400"
    assert button(dialog, "import.accept").isEnabled()


def test_many_rows_are_filtered_and_ticked(qapp: QApplication) -> None:
    model = PreviewModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    kinds = (Verdict.NEW, Verdict.SAME, Verdict.PROBLEM)
    rows = [Row(n, "person", f"Әли {n}", kinds[n % 3]) for n in range(10_000)]
    model.show_rows(SortedRows([*rows, Row(10_000, "person", "", Verdict.BLANK)]))
    assert (model.rowCount(), len(model.wanted())) == (10_000, 3334)
    model.show_only(Verdict.NEW)
    assert model.rowCount() == 3334
    model.tick_all()
    assert not model.wanted()
    model.show_only(None)
    model.tick(range(5))
    assert model.wanted() == {0, 3}
    model.tick_all()
    assert model.shown_ticks() == (3334, True)
    model.tick_all()
    assert model.setData(model.index(3, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert model.wanted() == {3}


def test_which_number_of_a_date_is_the_day_is_chosen_where_no_line_tells(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "meetings.csv"
    path.write_text("Meeting,Date\nOne,03/04/2027\n", encoding="utf-8")
    window = QWidget()
    window.show()
    dialog = ImportFile(desk, IMPORT_FORMATS, window)
    dialog.open()
    dialog.take(ImportSource(path, path.name))
    settle(qtbot, dialog)
    choice = dialog.reading.dates
    assert choice.isVisible()
    assert "the day first: no line tells" in said(dialog, "import.file.about")
    choice.setCurrentIndex(choice.findData("month"))
    choice.activated.emit(choice.currentIndex())
    settle(qtbot, dialog)
    assert dialog.reading.dates.currentData() == "month"
    assert "no line tells" not in said(dialog, "import.file.about")
    desk.runner.end()
    window.close()
    window.deleteLater()
