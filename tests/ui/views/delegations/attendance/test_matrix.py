"""The attendance matrix as a person uses it: read, moved through, narrowed, filled, printed."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from ministrack.domain.attendance import Trend
from ministrack.domain.delegation import Delegate, Delegation, Part, Presence, Role
from ministrack.domain.filters import Compare, SharedFilter
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.party import Party
from ministrack.domain.record import Ref
from ministrack.domain.series import Series
from ministrack.edits.records import add_record, change_record, remove_record
from ministrack.edits.workspace import Workspace
from ministrack.store.attendance import Attendance
from ministrack.ui.desk import Desk
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.views import views
from ministrack.ui.views.delegations.attendance.presentation import AttendancePresentation
from ministrack.ui.views.delegations.attendance.table import MatrixTable
from ministrack.ui.widgets.record_view import RecordView
from tests.dossiers import AYGUN, filled
from tests.ui.conftest import make_desk

PARTIES = ("Azerbaijan", "Kazakhstan", "Kyrgyzstan", "Türkiye", "Uzbekistan", "OTS Secretariat")
KYRGYZSTAN = PARTIES.index("Kyrgyzstan")
ASTANA, BAKU, THIRD = 0, 1, 2


def shown(qtbot: QtBot, desk: Desk) -> RecordView:
    view = next(entry for entry in views() if entry.name == "delegations").make(desk)
    assert isinstance(view, RecordView)
    qtbot.addWidget(view)
    view.resize(862, 560)
    with qtbot.waitExposed(view):
        view.show()
    desk.focus.select(None)
    button = view.findChild(QToolButton, "presentation.attendance")
    assert button is not None
    button.click()
    return view


@pytest.fixture
def view(qtbot: QtBot, desk: Desk) -> RecordView:
    return shown(qtbot, desk)


@pytest.fixture
def table(view: RecordView) -> MatrixTable:
    return matrix_of(view)


def matrix_of(view: RecordView) -> MatrixTable:
    table = view.findChild(MatrixTable, "attendanceMatrix")
    assert table is not None
    return table


def names(table: MatrixTable) -> list[str]:
    return [
        str(table.matrix.headerData(row, Qt.Orientation.Vertical)) for row in range(table.matrix.rowCount())
    ]


def heads(table: MatrixTable) -> list[str]:
    columns = range(table.matrix.columnCount())
    return [str(table.matrix.headerData(column, Qt.Orientation.Horizontal)) for column in columns]


def words(table: MatrixTable, row: int, column: int) -> str:
    return str(table.matrix.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))


def text(table: MatrixTable, row: int, column: int) -> str:
    return str(table.matrix.index(row, column).data())


def party(desk: Desk, name: str) -> str:
    return desk.read.find(Party, Compare("name", name))[0].id


def meeting(desk: Desk, number: int) -> str:
    return desk.read.find(Meeting, Compare("number", number))[0].id


def seat_of(desk: Desk, name: str) -> Ref:
    return Ref("delegation", desk.read.find(Delegation, Compare("party", party(desk, name)))[0].id)


def selected(desk: Desk) -> Ref | None:
    return desk.focus.record


def add_seat(desk: Desk, name: str, number: int, status: Presence, level: str = "") -> Delegation:
    seat = Delegation(meeting=meeting(desk, number), party=party(desk, name), status=status)
    assert desk.runner.run(add_record(seat))
    if level:
        assert desk.runner.run(add_record(Delegate(delegation=seat.id, title="As printed", level=level)))
    return seat


def box(view: RecordView, name: str) -> QCheckBox:
    found = view.findChild(QCheckBox, name)
    assert found is not None
    return found


def click(table: MatrixTable, row: int, column: int) -> None:
    place = table.visualRect(table.matrix.index(row, column)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


# what is read


def test_states_stand_first_and_meetings_in_the_order_of_time(table: MatrixTable) -> None:
    assert names(table) == list(PARTIES)
    assert heads(table) == [
        "1st · Astana · 2024",
        "2nd · Baku · 20 Nov 2025",
        "3rd · Türkiye · 2026 · planned",
    ]


def test_a_cell_shows_level_and_name_and_says_everything(table: MatrixTable) -> None:
    assert text(table, KYRGYZSTAN, BAKU) == "Deputy minister Iskender Sydygaliev"
    assert words(table, KYRGYZSTAN, BAKU) == (
        "Kyrgyzstan, 2nd · Baku · 20 Nov 2025: attended, Deputy minister, below minister level, "
        "Iskender Sydygaliev (Deputy Minister of Justice)"
    )
    assert words(table, 0, BAKU).endswith("Farid Ahmadov (Justice Minister), chair, host")
    assert words(table, 5, BAKU).endswith("Secretary General), secretariat")


def test_what_is_not_there_is_told_apart(table: MatrixTable, desk: Desk) -> None:
    assert text(table, KYRGYZSTAN, ASTANA) == "not recorded"
    assert text(table, KYRGYZSTAN, THIRD) == "not yet named"
    assert words(table, PARTIES.index("Türkiye"), THIRD).endswith("host country, not yet named")
    add_seat(desk, "Kyrgyzstan", 1, Presence.ABSENT)
    add_seat(desk, "Azerbaijan", 1, Presence.UNKNOWN)
    add_seat(desk, "Kazakhstan", 1, Presence.ATTENDED)
    add_seat(desk, "Azerbaijan", 3, Presence.INVITED)
    add_seat(desk, "Kazakhstan", 3, Presence.EXPECTED)
    said = {text(table, row, column) for row in range(6) for column in (ASTANA, THIRD)}
    assert said == {
        "not recorded", "not yet named", "Absent", "Not known", "Attended level not recorded", "Invited",
        "Expected",
    }  # fmt: skip
    spoken = {words(table, row, column).split(": ")[1] for row in range(3) for column in (ASTANA, THIRD)}
    assert len(spoken) == 6


def test_a_meeting_that_was_cancelled_was_not_held(table: MatrixTable, desk: Desk) -> None:
    third = Ref("meeting", meeting(desk, 3))
    assert desk.runner.run(change_record(desk.read, third, new={"status": MeetingStatus.CANCELLED}))
    assert text(table, KYRGYZSTAN, THIRD) == "not held"


def test_the_trend_is_shown_and_said_with_the_meeting_before(table: MatrixTable, desk: Desk) -> None:
    add_seat(desk, "Kyrgyzstan", 1, Presence.ATTENDED, "minister")
    add_seat(desk, "Türkiye", 1, Presence.ATTENDED, "ambassador")
    add_seat(desk, "Uzbekistan", 1, Presence.ATTENDED, "minister")
    add_seat(desk, "Kazakhstan", 1, Presence.ABSENT, "ambassador")
    trends = {name: table.matrix.cell(row, BAKU).trend for row, name in enumerate(PARTIES)}
    assert trends == {
        "Azerbaijan": Trend.UNKNOWN,
        "Kazakhstan": Trend.UNKNOWN,  # was absent, so there is nothing to compare with
        "Kyrgyzstan": Trend.LOWER,
        "Türkiye": Trend.HIGHER,
        "Uzbekistan": Trend.LEVEL,
        "OTS Secretariat": Trend.UNKNOWN,
    }
    assert words(table, KYRGYZSTAN, BAKU).endswith("lower than at 1st · Astana · 2024")
    assert words(table, PARTIES.index("Türkiye"), BAKU).endswith("higher than at 1st · Astana · 2024")
    desk.focus.set_filter(SharedFilter(period="2025", period_first="2025-01-01", period_last="2025-12-31"))
    assert heads(table) == ["2nd · Baku · 20 Nov 2025"]
    assert table.matrix.cell(KYRGYZSTAN, 0).trend is Trend.LOWER  # what is filtered out is still true


def test_by_the_rule_a_deputy_counts_where_no_minister_came(
    view: RecordView, table: MatrixTable, desk: Desk
) -> None:
    add_seat(desk, "Kyrgyzstan", 1, Presence.ATTENDED, "minister")
    rule = view.findChild(QLabel, "attendanceRule")
    assert rule is not None
    assert not rule.isVisible()
    box(view, "deputiesCount").click()
    assert rule.isVisible()
    cell = table.matrix.cell(KYRGYZSTAN, BAKU)
    assert (cell.pill, cell.trend) == ("Deputy minister*", Trend.LEVEL)
    assert "counts at minister level, as no minister came" in words(table, KYRGYZSTAN, BAKU)
    minister = Delegate(
        delegation=seat_of(desk, "Kyrgyzstan").id, title="Minister", level="minister", role=Role.MEMBER
    )
    other = Delegation(meeting=meeting(desk, 3), party=party(desk, "Kyrgyzstan"), part=Part.GUEST)
    assert desk.runner.run(add_record(other))
    assert desk.runner.run(add_record(minister))
    assert table.matrix.cell(KYRGYZSTAN, BAKU).pill == "Deputy minister"
    assert table.matrix.cell(KYRGYZSTAN, BAKU).trend is Trend.LOWER


# moving


def test_a_click_selects_the_delegation_everywhere(table: MatrixTable, view: RecordView, desk: Desk) -> None:
    pointed = QSignalSpy(view.pointed)
    click(table, KYRGYZSTAN, BAKU)
    assert desk.focus.record == seat_of(desk, "Kyrgyzstan")
    assert pointed.count() == 1
    click(table, KYRGYZSTAN, ASTANA)
    assert desk.focus.record is None


def test_headings_select_meetings_and_parties(table: MatrixTable, desk: Desk) -> None:
    across, down = table.horizontalHeader(), table.verticalHeader()
    place = QPoint(across.sectionViewportPosition(BAKU) + 20, across.height() // 2)
    QTest.mouseClick(across.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.focus.record == Ref("meeting", meeting(desk, 2))
    place = QPoint(down.width() // 2, down.sectionViewportPosition(KYRGYZSTAN) + 10)
    QTest.mouseClick(down.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.focus.record == Ref("party", party(desk, "Kyrgyzstan"))


def test_the_keyboard_moves_opens_and_adds(table: MatrixTable, view: RecordView, desk: Desk) -> None:
    opened: list[object] = []
    wanted: list[tuple[str, object]] = []
    view.activated.connect(opened.append)
    view.create_wanted.connect(lambda table, given: wanted.append((table, given)))
    view.focus_content()
    desk.focus.select(seat_of(desk, "Kazakhstan"))
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert desk.focus.record == seat_of(desk, "Kyrgyzstan")
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened == [seat_of(desk, "Kyrgyzstan")]
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert selected(desk) is None
    QTest.keyClick(table, Qt.Key.Key_Return)
    given = {"meeting": meeting(desk, 3), "party": party(desk, "Kyrgyzstan")}
    assert wanted == [("delegation", given)]
    place = table.visualRect(table.matrix.index(0, THIRD)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    given = {"meeting": meeting(desk, 3), "party": party(desk, "Azerbaijan")}
    assert wanted[1:] == [("delegation", given)]


def test_delete_asks_for_the_delegation(table: MatrixTable, view: RecordView, desk: Desk) -> None:
    wanted: list[object] = []
    view.delete_wanted.connect(wanted.append)
    click(table, KYRGYZSTAN, BAKU)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert wanted == [[seat_of(desk, "Kyrgyzstan")]]


def test_what_is_selected_elsewhere_is_found(table: MatrixTable, desk: Desk) -> None:
    desk.focus.select(seat_of(desk, "Uzbekistan"))
    assert (table.currentIndex().row(), table.currentIndex().column()) == (4, BAKU)
    desk.focus.select(Ref("meeting", meeting(desk, 3)))
    assert (table.currentIndex().row(), table.currentIndex().column()) == (4, THIRD)
    assert desk.focus.record == Ref("meeting", meeting(desk, 3))  # following is no choice of its own


def test_edits_are_followed_and_the_cell_stays(table: MatrixTable, desk: Desk) -> None:
    click(table, KYRGYZSTAN, BAKU)
    ref = seat_of(desk, "Kyrgyzstan")
    assert desk.runner.run(change_record(desk.read, ref, new={"status": Presence.ABSENT}))
    assert text(table, KYRGYZSTAN, BAKU) == "Absent"
    assert (table.currentIndex().row(), table.currentIndex().column()) == (KYRGYZSTAN, BAKU)
    assert desk.runner.run(remove_record(desk.read, ref))
    assert names(table) == [name for name in PARTIES if name != "Kyrgyzstan"]
    assert desk.runner.undo()
    assert names(table) == list(PARTIES)


def test_meetings_follow_their_own_edits(table: MatrixTable, desk: Desk) -> None:
    third, first = Ref("meeting", meeting(desk, 3)), Ref("meeting", meeting(desk, 1))
    assert desk.runner.run(change_record(desk.read, third, new={"city": "Ankara", "date": "2026-05-14"}))
    assert heads(table)[THIRD] == "3rd · Ankara · 14 May 2026 · planned"
    assert desk.runner.run(change_record(desk.read, first, new={"date": "2027"}))
    assert [head[:3] for head in heads(table)] == ["2nd", "3rd", "1st"]
    assert text(table, KYRGYZSTAN, 0).startswith("Deputy minister")


def test_assistive_tools_read_cells_and_headings(table: MatrixTable) -> None:
    found = QAccessible.queryAccessibleInterface(table)
    assert found is not None
    children = [found.child(number) for number in range(found.childCount())]
    said = [child.text(QAccessible.Text.Name) for child in children]
    assert "Kyrgyzstan" in said
    assert "2nd · Baku · 20 Nov 2025" in said
    assert any(name.startswith("Kyrgyzstan, 2nd · Baku · 20 Nov 2025: attended") for name in said)


# narrowing


def test_countries_of_the_filter_stand_out_among_the_others(
    table: MatrixTable, view: RecordView, desk: Desk
) -> None:
    only, said = box(view, "onlyChosen"), view.findChild(QLabel, "attendanceCount")
    assert said is not None
    assert not only.isVisible()
    desk.focus.set_filter(SharedFilter(parties=(party(desk, "Kyrgyzstan"),)))
    assert names(table) == list(PARTIES)
    assert said.text() == "1 of 6 rows stand out · 3 meetings"
    assert not words(table, KYRGYZSTAN, BAKU).endswith("(not in the filter)")
    assert words(table, 0, BAKU).endswith("(not in the filter)")
    only.click()
    assert names(table) == ["Kyrgyzstan"]
    assert said.text() == "1 row · 3 meetings"
    desk.focus.clear_filter()
    assert names(table) == list(PARTIES)
    assert said.text() == "6 rows · 3 meetings"


def test_words_leave_the_meetings_and_parties_that_have_them(table: MatrixTable, desk: Desk) -> None:
    desk.focus.set_filter(SharedFilter(text="kyrgyz"))
    assert (names(table), heads(table)) == (["Kyrgyzstan"], ["2nd · Baku · 20 Nov 2025"])


def test_options_are_remembered(view: RecordView, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    memory = LayoutMemory(tmp_path / "layout.ini")
    box(view, "deputiesCount").click()
    view.keep_layout(memory)
    other = shown(qtbot, desk)
    other.restore_layout(memory)
    assert box(other, "deputiesCount").isChecked()
    assert matrix_of(other).matrix.cell(KYRGYZSTAN, BAKU).pill == "Deputy minister*"


# much


@pytest.fixture
def large_desk(tmp_path: Path) -> Iterator[Desk]:
    """Two series of 150 meetings each, and 40 parties; a few delegations."""
    series = [Series(name=name, short_name=name) for name in ("Әділет министрлері", "Ministers of health")]
    parties = [Party(name=f"Өзбекстан {number:02}") for number in range(40)]
    meetings = [
        Meeting(name=f"Görüş {number}", series=one.id, number=number, date=f"{1800 + number}", city="Bakı")
        for one in series
        for number in range(150)
    ]
    seats = [Delegation(meeting=meetings[0].id, party=one.id, status=Presence.ATTENDED) for one in parties]
    far = Delegation(meeting=meetings[149].id, party=parties[39].id, status=Presence.ABSENT)
    workspace: Workspace = filled(
        tmp_path / "Çok.ministrack", [*series, *parties, *meetings, *seats, far], AYGUN
    )
    desk = make_desk(workspace)
    yield desk
    desk.feed.stop()
    workspace.close()


def test_series_stand_side_by_side_each_in_its_time(qtbot: QtBot, large_desk: Desk) -> None:
    view = shown(qtbot, large_desk)
    table = matrix_of(view)
    assert table.matrix.columnCount() == 300
    assert heads(table)[0] == "Әділет министрлері · 0th · Bakı · 1800 · planned"
    assert heads(table)[149:151] == [
        "Әділет министрлері · 149th · Bakı · 1949 · planned",
        "Ministers of health · 0th · Bakı · 1800 · planned",
    ]
    assert table.matrix.meetings.column_of(large_desk.read.find(Meeting, Compare("number", 7))[1].id) in {
        7,
        157,
    }
    assert text(table, 39, 149) == "Absent"
    large_desk.focus.set_filter(
        SharedFilter(series=(large_desk.read.find(Series, Compare("name", "Әділет министрлері"))[0].id,))
    )
    assert table.matrix.columnCount() == 150


def test_only_what_is_looked_at_is_read(
    qtbot: QtBot, large_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    read = Attendance.seats

    def counted(self: Attendance, parties: Sequence[str], meetings: Sequence[str]) -> object:
        asked.append(len(parties) * len(meetings))
        return read(self, parties, meetings)

    monkeypatch.setattr(Attendance, "seats", counted)
    view = shown(qtbot, large_desk)
    table = matrix_of(view)
    qtbot.waitUntil(lambda: bool(asked))
    bar = table.horizontalScrollBar()
    bar.setValue(bar.maximum())
    table.viewport().repaint()
    assert sum(asked) < 40 * 300 / 4
    reads = len(asked)
    bar.setValue(bar.maximum() - 40)
    table.viewport().repaint()
    assert len(asked) == reads  # what was read before is kept


def test_an_edit_leaves_in_view_what_was_scrolled_to(qtbot: QtBot, large_desk: Desk) -> None:
    view = shown(qtbot, large_desk)
    table = matrix_of(view)
    click(table, max(table.rowAt(0), 0), table.columnAt(table.viewport().width() // 2))
    bar = table.horizontalScrollBar()
    bar.setValue(bar.maximum())
    large_desk.focus.select(large_desk.focus.record)
    seat = large_desk.read.find(Delegation, Compare("status", Presence.ABSENT.value))[0]
    edit = change_record(large_desk.read, Ref("delegation", seat.id), new={"status": Presence.INVITED})
    assert large_desk.runner.run(edit)
    assert text(table, 39, 149) == "Invited"
    assert bar.value() == bar.maximum()


def test_it_begins_where_the_work_is(qtbot: QtBot, large_desk: Desk) -> None:
    view = shown(qtbot, large_desk)  # every meeting of the first series is long past: its last one is in view
    table = matrix_of(view)
    seen = range(table.columnAt(0), table.columnAt(table.viewport().width() - 1) + 1)
    assert 149 in seen
    table.setFocus()
    assert table.currentIndex().column() in seen  # the keys start from what is seen
    assert large_desk.focus.record is None


# paper


def pages_of(pdf: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))


def test_the_matrix_is_saved_page_by_page(qtbot: QtBot, large_desk: Desk, tmp_path: Path) -> None:
    view = shown(qtbot, large_desk)
    button = view.findChild(QToolButton, "saveMatrix")
    assert button is not None
    button.click()
    dialog = view.findChild(QFileDialog, "fileDialog")
    assert dialog is not None
    path = tmp_path / "Katılım.pdf"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    assert path.read_bytes().startswith(b"%PDF")
    assert pages_of(path) > 60  # 300 meetings, a few on each page


def test_the_matrix_is_printed(view: RecordView, table: MatrixTable, tmp_path: Path) -> None:
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = view.findChild(QPrintDialog, "printDialog")
    assert dialog is not None
    assert dialog.isVisible()
    path = tmp_path / "Katılım.pdf"
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(path))
    dialog.accepted.emit(dialog.printer())  # its own button needs a printer
    dialog.close()
    assert pages_of(path) == 1


def test_what_would_fill_a_cupboard_is_refused(
    view: RecordView, table: MatrixTable, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ministrack.ui.views.delegations.attendance.printing.MOST_PAGES", 0)
    button = view.findChild(QToolButton, "saveMatrix")
    assert button is not None
    button.click()
    message = view.findChild(QMessageBox, "errorMessage")
    assert message is not None
    assert message.text() == "The attendance would take 1 page."
    assert "Narrow the filter first" in message.informativeText()
    message.close()


def test_the_matrix_belongs_to_the_view_of_delegations(view: RecordView) -> None:
    assert view.presentation == "attendance"
    assert isinstance(view.presented(), AttendancePresentation)


def test_those_below_minister_level_come_first_with_how_often(
    table: MatrixTable, view: RecordView, desk: Desk
) -> None:
    first = desk.read.find(Meeting, Compare("number", 1))[0].id
    earlier = Delegation(meeting=first, party=party(desk, "Uzbekistan"), status=Presence.ATTENDED)
    again = Delegation(meeting=first, party=party(desk, "Kyrgyzstan"), status=Presence.ATTENDED)
    for record in (
        earlier,
        Delegate(delegation=earlier.id, title="State Secretary", level="state_secretary", role=Role.HEAD),
        again,
        Delegate(delegation=again.id, title="Deputy Minister", level="deputy_minister", role=Role.HEAD),
    ):
        desk.runner.attempt(add_record(record))
    tick = view.findChild(QCheckBox, "belowFirst")
    assert tick is not None
    tick.click()
    assert names(table)[:3] == [
        "Kyrgyzstan, 2 times below minister level",
        "Uzbekistan, once below minister level",
        "Azerbaijan",
    ]
    rule = view.findChild(QCheckBox, "deputiesCount")
    assert rule is not None
    rule.click()
    assert names(table)[:2] == ["Uzbekistan, once below minister level", "Azerbaijan"]
    tick.click()
    assert names(table) == list(PARTIES)
