"""The story of a person who sends on what the window shows: as a table, the rows chosen, or everything."""

import csv
import json
from io import StringIO
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QItemSelectionModel, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QRadioButton,
)
from pytestqt.qtbot import QtBot

from ministrack.domain.filters import SharedFilter
from ministrack.domain.party import Party
from ministrack.edits.workspace import Workspace
from ministrack.exchange.choices import Choices
from ministrack.exchange.csv_format import write_csv
from ministrack.exchange.outgoing import Outgoing
from ministrack.exchange.plan import Verdict
from ministrack.exchange.tables.delimited import read_delimited
from ministrack.exchange.tables.table_plan import plan_table
from ministrack.ui.dialogs.exporting.dialog import ExportDialog
from ministrack.ui.dialogs.exporting.what import offered
from ministrack.ui.main_window import MainWindow
from ministrack.ui.widgets.record_table import RecordTable
from ministrack.ui.widgets.record_view import RecordView


def table_of(window: MainWindow) -> RecordTable:
    view = window.views.current()
    assert isinstance(view, RecordView)
    return view.table_widget


def opened(window: MainWindow) -> ExportDialog:
    window.menus.commands["export"].trigger()
    return next(each for each in window.findChildren(ExportDialog) if each.isVisible())


def choose_format(dialog: QDialog, name: str) -> None:
    box = dialog.findChild(QComboBox, "export.format")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(name))


def formats(dialog: QDialog) -> list[str]:
    box = dialog.findChild(QComboBox, "export.format")
    assert isinstance(box, QComboBox)
    return [str(box.itemData(place)) for place in range(box.count())]


def choose_what(dialog: QDialog, name: str) -> None:
    button = dialog.findChild(QRadioButton, f"export.what.{name}")
    assert isinstance(button, QRadioButton)
    button.click()


def press_and_name(dialog: QDialog, path: Path) -> str:
    """Presses the button and names the file; what was proposed."""
    button = dialog.findChild(QPushButton, "export.write")
    assert isinstance(button, QPushButton)
    button.click()
    asking = dialog.findChild(QFileDialog, "fileDialog")
    assert isinstance(asking, QFileDialog)
    proposed = Path(asking.selectedFiles()[0]).name
    asking.fileSelected.emit(str(path))
    asking.close()
    return proposed


def done(qtbot: QtBot, window: MainWindow) -> QMessageBox:
    found: list[QMessageBox] = []

    def is_there() -> bool:
        found[:] = window.findChildren(QMessageBox, "exportDone")
        return bool(found)

    qtbot.waitUntil(is_there)
    return found[0]


def rows(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=delimiter))


def test_a_view_goes_out_as_it_is_shown(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    turkey = next(each for each in window.desk.read.find(Party) if each.code == "TR")
    window.desk.focus.show_view("delegations")
    table = table_of(window)
    window.desk.focus.set_filter(SharedFilter(parties=(turkey.id,)))
    dialog = opened(window)
    choose_format(dialog, "csv")
    target = tmp_path / "out.csv"
    assert press_and_name(dialog, target) == "Ədliyyə nazirləri Delegations.csv"
    said = done(qtbot, window)
    assert "out.csv" in said.text()
    said.close()
    (row,) = rows(target)
    shown = [
        str(table.records.headerData(place, table.horizontalHeader().orientation()))
        for place in range(table.records.columnCount())
    ]
    assert list(row) == [*shown, "Id"]
    assert (row["Delegation"], row["Head"], row["Level"]) == ("Türkiye", "Yılmaz Tunç", "Minister")
    assert row["Meeting"] == "Second meeting of the justice ministers"
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")  # for Excel, as long as nobody says otherwise


@pytest.mark.parametrize(
    "view", ["meetings", "delegations", "people", "tasks", "documents", "bodies", "sources"]
)
def test_a_view_with_all_its_columns_comes_back_as_it_went_out(
    window: MainWindow, tmp_path: Path, view: str
) -> None:
    window.desk.focus.show_view(view)
    table = table_of(window)
    table.records.set_columns(table.columns.all)
    shown, read = offered(window.views.current())[0], window.desk.read
    file = tmp_path / "out.csv"
    with file.open("wb") as out:
        write_csv(Outgoing(read, shown.select(read)), out)
    choices = Choices(table=shown.table)
    plan = plan_table(read, read_delimited(str(file), choices, _nobody), file.name, choices, _nobody)
    assert [row.words for row in plan.rows if row.verdict is not Verdict.SAME] == []
    assert len(plan.rows) == table.records.rowCount()


def _nobody(done: int, total: int) -> None:
    """Nobody waits."""


def test_rows_that_are_selected_go_out_alone_in_the_order_shown(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.desk.focus.show_view("meetings")
    table = table_of(window)
    table.sorted_by.emit("date", True)
    for row in (0, 1):
        mode = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        table.selectionModel().select(table.records.index(row, 0), mode)
    dialog = opened(window)
    choose_format(dialog, "xlsx")
    target = tmp_path / "out.xlsx"
    press_and_name(dialog, target)
    done(qtbot, window).close()
    sheet = openpyxl.load_workbook(target).worksheets[0]
    titles, *lines = sheet.iter_rows(values_only=True)
    place = titles.index("No.")
    assert [line[place] for line in lines] == [3, 2]
    assert sheet.title == "Meetings"


def test_everything_goes_out_and_the_next_time_begins_with_what_was_chosen(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.desk.focus.show_view("overview")
    dialog = opened(window)
    assert formats(dialog) == ["json", "xlsx", "csv", "html", "jsonld", "ics"]
    target = tmp_path / "here" / "all.json"
    target.parent.mkdir()
    assert press_and_name(dialog, target) == "Ədliyyə nazirləri.json"
    done(qtbot, window).close()
    records = json.loads(target.read_bytes())["records"]
    assert len(records["meeting"]) == 3
    dialog = opened(window)
    choose_format(dialog, "csv")
    assert press_and_name(dialog, target.with_name("all.zip")) == "Ədliyyə nazirləri.zip"
    done(qtbot, window).close()
    again = opened(window)
    assert again.format.name == "csv"
    again.close()


def test_only_formats_that_can_hold_the_records_are_offered(window: MainWindow) -> None:
    window.desk.focus.show_view("people")
    dialog = opened(window)
    assert formats(dialog) == ["json", "xlsx", "csv", "html"]
    choose_what(dialog, "everything")
    assert "ics" in formats(dialog)
    choose_format(dialog, "ics")
    good_for = dialog.findChild(QLabel, "export.goodFor")
    imprecise = dialog.findChild(QCheckBox, "export.imprecise")
    bom = dialog.findChild(QCheckBox, "export.bom")
    assert isinstance(good_for, QLabel)
    assert isinstance(imprecise, QCheckBox)
    assert isinstance(bom, QCheckBox)
    assert "calendar" in good_for.text()
    assert (imprecise.isVisible(), bom.isVisible()) == (True, False)
    choose_what(dialog, "shown")
    assert dialog.format.name == "xlsx"
    assert not imprecise.isVisible()
    dialog.close()


def test_what_cannot_be_written_is_said_and_the_choice_stays(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(window)
    press_and_name(dialog, tmp_path / "no such folder" / "out.xlsx")
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QMessageBox, "errorMessage")))
    dialog.findChildren(QMessageBox, "errorMessage")[0].close()
    assert dialog.isVisible()
    bar = dialog.findChild(QProgressBar, "export.progress")
    assert isinstance(bar, QProgressBar)
    assert not bar.isVisible()
    dialog.close()


def test_cancel_stops_what_is_being_written_and_leaves_no_file(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(window)
    folder = tmp_path / "out"
    folder.mkdir()
    dialog.write(folder / "out.xlsx")
    dialog.reject()
    assert dialog.isVisible()  # until it has stopped
    button = dialog.findChild(QPushButton, "export.write")
    assert isinstance(button, QPushButton)
    qtbot.waitUntil(lambda: button.isEnabled() or bool(window.findChildren(QMessageBox, "exportDone")))
    if button.isEnabled():  # it may have been done a moment before
        assert list(folder.iterdir()) == []
        dialog.close()
    else:
        assert [each.name for each in folder.iterdir()] == ["out.xlsx"]
        done(qtbot, window).close()


def test_a_dossier_that_may_only_be_read_goes_out_too(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workspace, "read_only", property(lambda _: True))
    window.menus.refresh()
    dialog = opened(window)
    choose_what(dialog, "everything")
    choose_format(dialog, "json")
    target = tmp_path / "all.json"
    press_and_name(dialog, target)
    done(qtbot, window).close()
    assert len(json.loads(target.read_bytes())["records"]["meeting"]) == 3


def test_the_folder_of_the_file_can_be_opened(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def note(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    dialog = opened(window)
    press_and_name(dialog, tmp_path / "out.xlsx")
    said = done(qtbot, window)
    button = said.findChild(QPushButton, "exportDone.folder")
    assert isinstance(button, QPushButton)
    button.click()
    assert asked == [str(tmp_path)]
