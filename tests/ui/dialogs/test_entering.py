"""Lines that are typed or pasted: the model beneath, what pasting fills, what keys do."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from ministrack.domain.delegation import Delegate, Delegation
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.exchange.plan import Verdict
from ministrack.exchange.targets import target, targets
from ministrack.exchange.values import Given
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.entering.dialog import EnterLines
from ministrack.ui.dialogs.entering.model import EntryModel
from ministrack.ui.models.cell_table import CellTable
from ministrack.ui.models.column import Cell

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def model(desk: Desk) -> EntryModel:
    columns = [target("delegation", key) for key in ("delegation.party", "delegate.title", "delegate.level")]
    made = EntryModel(desk.workspace, "delegation", columns)
    made.set_common({"meeting": meeting(desk).id})
    QAbstractItemModelTester(made, FATAL)
    return made


def meeting(desk: Desk) -> Meeting:
    return desk.read.find(Meeting, Compare("number", 3))[0]


def texts(model: EntryModel, row: int) -> list[str]:
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_a_line_that_is_filled_makes_room_for_the_next(model: EntryModel) -> None:
    assert model.rowCount() == 1
    assert model.setData(model.index(0, 0), "Hungary")
    assert model.rowCount() == 2
    assert model.setData(model.index(0, 1), "Minister of Justice")
    assert texts(model, 0) == ["Hungary", "Minister of Justice", "Minister", "New", "Also new: Hungary"]
    spoken = model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Level: Minister (from the title)"
    model.setData(model.index(0, 2), "Ambassador")
    assert texts(model, 0)[2] == "Ambassador"
    assert not model.setData(model.index(0, 3), "x")
    assert model.counts()[Verdict.NEW] == 1


def test_lines_are_cleared_and_taken_out(model: EntryModel) -> None:
    model.write_over(0, 0, [["Hungary", "Minister"], ["Atlantis", "King"], ["Georgia", ""]])
    assert model.rowCount() == 4
    assert [texts(model, row)[3] for row in range(3)] == ["New", "Not clear", "New"]
    assert model.next_unclear(0) == 1
    assert model.next_unclear(2) == 1
    assert model.told(1)[1].startswith("“Atlantis” is not in the dossier.")
    model.remove([1])
    assert model.rowCount() == 3
    assert model.next_unclear(0) is None
    model.clear([model.index(0, 1), model.index(0, 3)])
    assert texts(model, 0)[:3] == ["Hungary", "", ""]
    model.remove(range(3))
    assert model.rowCount() == 1
    assert model.lines.is_blank


def test_a_table_brings_its_own_columns_and_each_field_stands_once(model: EntryModel) -> None:
    model.take_table([["Name", "Country", "Remark"], ["Bence Tuzson", "Hungary", "late"]])
    headers = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    assert headers == ["Head", "Country", "(left out)", "Title then", "Level", "Result", "What happens"]
    model.call_column(2, target("delegation", "delegation.note"))
    model.call_column(0, target("delegation", "delegation.note"))
    assert model.headerData(2, Qt.Orientation.Horizontal) == "(left out)"


def test_many_lines_are_planned_a_moment_later(qtbot: QtBot, model: EntryModel) -> None:
    with qtbot.waitSignal(model.planned):
        model.write_over(0, 0, [[f"Body {number}"] for number in range(100)])
    assert model.counts()[Verdict.PROBLEM] == 100


def test_every_kind_of_record_has_fields_to_fill(desk: Desk) -> None:
    for table in ("meeting", "delegation", "person", "task", "document", "body", "source", "party", "series"):
        keys = [each.key for each in targets(table)]
        assert len(set(keys)) == len(keys)
        QAbstractItemModelTester(EntryModel(desk.workspace, table, targets(table)[:2]), FATAL)


def test_a_preview_is_a_proper_model(qapp: QApplication) -> None:
    table = CellTable(["Record", "Then"])
    QAbstractItemModelTester(table, FATAL)
    table.show_lines([(Cell("Bakı"), Cell("x", spoken="held", tip="<b>"))])
    assert table.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Then: held"
    assert table.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) == "<qt>&lt;b&gt;</qt>"
    assert table.data(QModelIndex()) is None


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def opened(qtbot: QtBot, desk: Desk, window: QWidget) -> EnterLines:
    desk.focus.select(Ref("meeting", meeting(desk).id))
    dialog = EnterLines(desk, "delegation", window)
    with qtbot.waitExposed(dialog):
        dialog.open()
    dialog.start([])
    qtbot.waitUntil(dialog.table.hasFocus)
    return dialog


def test_copied_cells_go_where_the_keyboard_is(qtbot: QtBot, desk: Desk, window: QWidget) -> None:
    dialog = opened(qtbot, desk, window)
    entries = dialog.table.entries
    entries.setData(entries.index(0, 0), "Hungary")
    dialog.table.setCurrentIndex(entries.index(1, 0))
    QGuiApplication.clipboard().setText("Georgia\tPaata Salia\nMongolia\n")
    QTest.keyClick(dialog.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [str(entries.index(row, 0).data()) for row in range(4)] == ["Hungary", "Georgia", "Mongolia", ""]
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert entries.index(1, 0).data() == "missing"
    assert dialog.table.entries.told(1)[0] is Verdict.PROBLEM
    dialog.done(0)


def test_a_guessed_level_is_shown_in_its_list_and_stays_a_guess(
    qtbot: QtBot, desk: Desk, window: QWidget
) -> None:
    dialog = opened(qtbot, desk, window)
    entries = dialog.table.entries
    entries.write_over(0, 0, [["Hungary", "", "Deputy Minister"]])
    dialog.table.setCurrentIndex(entries.index(0, 3))
    QTest.keyClick(dialog.table, Qt.Key.Key_F2)
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Deputy minister"
    assert box.accessibleName() == "Level, line 1"
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.table.hasFocus)
    assert entries.lines.cell(0, 3) == Given()
    dialog.add()
    (seat,) = desk.read.find(Delegation, Compare("meeting", meeting(desk).id))
    (head,) = desk.read.find(Delegate, Compare("delegation", seat.id))
    assert (head.level, head.person) == ("deputy_minister", None)


def test_escape_in_a_cell_takes_back_what_was_typed_there(qtbot: QtBot, desk: Desk, window: QWidget) -> None:
    dialog = opened(qtbot, desk, window)
    dialog.table.setCurrentIndex(dialog.table.entries.index(0, 2))
    QTest.keyClicks(dialog.table, "M")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.table.entries.lines.is_blank
    dialog.done(0)


def test_more_than_can_be_pasted_is_refused_and_what_was_typed_stays(qtbot: QtBot, desk: Desk) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = EnterLines(desk, "person", parent)
    dialog.open()
    dialog.start([["Aynur Aliyeva"]])
    QGuiApplication.clipboard().setText("abc\t" * 100_000)
    QTest.keyClick(dialog.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    box = dialog.findChild(QMessageBox, "errorMessage")
    assert box is not None
    assert box.text().startswith("1 lines of up to 100001 cells")
    box.close()
    assert str(dialog.table.entries.index(0, 0).data()) == "Aynur Aliyeva"


def test_enter_in_a_field_above_the_lines_adds_nothing(qtbot: QtBot, desk: Desk, window: QWidget) -> None:
    dialog = opened(qtbot, desk, window)
    entries = dialog.table.entries
    entries.setData(entries.index(0, 0), "Hungary")
    entries.plan_now()
    field = dialog.findChild(QLineEdit, "entry.meeting")
    assert field is not None
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert entries.index(0, 0).data() == "Hungary"
    dialog.done(0)
