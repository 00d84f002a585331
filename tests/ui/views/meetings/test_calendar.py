"""The calendar as a person uses it: turned, narrowed, moved through, with meetings carried to their day."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from ministrack.domain.filters import Compare, SharedFilter
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.months import Month
from ministrack.domain.party import Party
from ministrack.domain.record import Ref
from ministrack.domain.task import Task
from ministrack.edits.records import add_record, change_record, remove_record
from ministrack.edits.workspace import Workspace
from ministrack.settings import Settings, WeekStart
from ministrack.ui.desk import Desk
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.views import views
from ministrack.ui.views.meetings.calendar.month_table import MonthTable
from ministrack.ui.views.meetings.calendar.presentation import CalendarPresentation
from ministrack.ui.views.meetings.calendar.tray import TrayList
from ministrack.ui.views.meetings.calendar.year_table import YearTable
from ministrack.ui.widgets.record_view import RecordView
from tests.dossiers import AYGUN

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
BAKU = date(2025, 11, 20)
NOVEMBER = Month(2025, 11)


def shown(qtbot: QtBot, desk: Desk) -> RecordView:
    view = next(entry for entry in views() if entry.name == "meetings").make(desk)
    assert isinstance(view, RecordView)
    qtbot.addWidget(view)
    view.resize(900, 620)
    with qtbot.waitExposed(view):
        view.show()
    desk.focus.select(None)
    button(view, "presentation.calendar").click()
    return view


@pytest.fixture
def view(qtbot: QtBot, desk: Desk) -> RecordView:
    return shown(qtbot, desk)


def button(view: RecordView, name: str) -> QToolButton:
    found = view.findChild(QToolButton, name)
    assert found is not None
    return found


def calendar(view: RecordView) -> CalendarPresentation:
    found = view.presented()
    assert isinstance(found, CalendarPresentation)
    return found


def days(view: RecordView) -> MonthTable:
    found = view.findChild(MonthTable, "monthTable")
    assert found is not None
    return found


def months(view: RecordView) -> YearTable:
    found = view.findChild(YearTable, "yearTable")
    assert found is not None
    return found


def tray(view: RecordView) -> TrayList:
    found = view.findChild(TrayList, "calendarTray")
    assert found is not None
    return found


def note(view: RecordView) -> str:
    found = view.findChild(QLabel, "calendarNote")
    assert found is not None
    return found.text()


def title(view: RecordView) -> str:
    found = view.findChild(QLabel, "calendarTitle")
    assert found is not None
    return found.text()


def spoken(view: RecordView, day: date) -> str:
    table = days(view)
    index = table.days.index_of(day)
    assert index.isValid(), day
    return str(index.data(SPOKEN))


def in_tray(view: RecordView) -> list[str]:
    lines = tray(view).lines
    return [str(lines.index(row).data()) for row in range(lines.rowCount())]


def meeting(desk: Desk, number: int) -> Meeting:
    return desk.read.find(Meeting, Compare("number", number))[0]


def ref(found: Meeting) -> Ref:
    return Ref("meeting", found.id)


def turn_to(view: RecordView, day: date) -> MonthTable:
    table = days(view)
    table.setFocus()
    table.go_to(day)
    return table


def press(widget: MonthTable | YearTable | TrayList, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)


def place_of(table: MonthTable, day: date) -> QPoint:
    """A point on the first entry of a day."""
    index = table.days.index_of(day)
    return table.room(index).line_rect(0).center()


def drag(table: MonthTable, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(table.viewport(), LEFT, NONE, start)
    QTest.mouseMove(table.viewport(), start + QPoint(3, 3))
    QTest.mouseMove(table.viewport(), end)


def add(desk: Desk, name: str, edtf: str | None, status: MeetingStatus = MeetingStatus.PLANNED) -> Meeting:
    made = Meeting(name=name, date=edtf, status=status)
    assert desk.runner.run(add_record(made))
    return made


# what is shown


def test_it_opens_with_this_month_and_today_says_so(view: RecordView) -> None:
    today = date.today()
    assert days(view).current_day() == today
    assert ", today, " in spoken(view, today)


def test_a_day_says_its_meetings_in_words(view: RecordView) -> None:
    turn_to(view, BAKU)
    assert title(view) == "November 2025"
    said = spoken(view, BAKU)
    assert said.startswith("Thursday 20 November 2025, 1 meeting: Second meeting of")
    assert said.endswith(", Baku, held")
    assert spoken(view, date(2025, 11, 21)) == "Friday 21 November 2025, no meeting"
    assert note(view) == "1 meeting in November 2025"


def test_a_meeting_of_several_days_stands_on_each_of_them(desk: Desk, view: RecordView) -> None:
    add(desk, "Samarkand summit", "2025-10-31/2025-11-03")
    turn_to(view, date(2025, 11, 3))
    for day in (date(2025, 10, 31), date(2025, 11, 1), date(2025, 11, 3)):
        assert "Samarkand summit" in spoken(view, day), day
    assert "no meeting" in spoken(view, date(2025, 11, 4))


@pytest.mark.parametrize(
    ("edtf", "heading"),
    [
        ("2026", "Some day in 2026"),
        ("2026-05", "Some day in May 2026"),
        ("2026-21", "Some day in spring 2026"),
        ("2026~", "About 2026"),
        (None, "Date not set"),
    ],
)
def test_a_loose_date_is_never_put_on_a_day(
    desk: Desk, view: RecordView, edtf: str | None, heading: str
) -> None:
    desk.focus.set_filter(SharedFilter(text="Ghost"))
    add(desk, "Ghost meeting", edtf)
    turn_to(view, date(2026, 5, 5))
    assert days(view).days.count() == 0
    assert in_tray(view) == [heading, "Ghost meeting"]


def test_the_tray_holds_only_what_the_month_may_hold(desk: Desk, view: RecordView) -> None:
    add(desk, "Autumn meeting", "2026-23")
    add(desk, "May meeting", "2026-05")
    turn_to(view, date(2026, 10, 5))
    assert [line for line in in_tray(view) if "meeting" in line.lower()] == [
        "Autumn meeting",
        meeting(desk, 3).name,
    ]
    turn_to(view, date(2027, 1, 5))
    assert in_tray(view) == []


def test_due_tasks_stand_on_their_day_if_wanted(desk: Desk, view: RecordView) -> None:
    task = Task(title="Send the draft to Astana", due="2025-11-20")
    assert desk.runner.run(add_record(task))
    turn_to(view, BAKU)
    assert "1 meeting, 1 task due" in spoken(view, BAKU)
    assert "task due, Send the draft to Astana, overdue" in spoken(view, BAKU)
    box = view.findChild(QCheckBox, "calendarTasks")
    assert box is not None
    box.click()
    assert "task" not in spoken(view, BAKU)


def test_many_on_one_day_are_counted_and_listed(desk: Desk, view: RecordView) -> None:
    for number in range(12):
        add(desk, f"Committee {number}", "2025-11-20")
    table = turn_to(view, BAKU)
    index = table.days.index_of(BAKU)
    found = table.room(index).shown(table.days.pieces(index))
    assert found.hidden + len(found.pieces) == 13
    press(table, Qt.Key.Key_Return)
    menu = view.findChild(QMenu, "dayList")
    assert menu is not None
    assert sum("Committee" in action.text() for action in menu.actions()) == 12
    chosen = next(action for action in menu.actions() if action.text().startswith("Committee 7"))
    spy = QSignalSpy(calendar(view).activated)
    chosen.trigger()
    menu.close()
    assert [desk.read.label(opened) for opened in opened_refs(spy)] == ["Committee 7"]


def opened_refs(spy: QSignalSpy) -> list[Ref]:
    return [spy.at(n)[0] for n in range(spy.count())]


# turning and narrowing


def test_keys_go_by_day_week_and_month(view: RecordView) -> None:
    table = turn_to(view, BAKU)
    steps = [
        (Qt.Key.Key_Right, date(2025, 11, 21)),
        (Qt.Key.Key_Down, date(2025, 11, 28)),
        (Qt.Key.Key_Down, date(2025, 12, 5)),
        (Qt.Key.Key_End, date(2025, 12, 31)),
        (Qt.Key.Key_PageDown, date(2026, 1, 31)),
        (Qt.Key.Key_PageDown, date(2026, 2, 28)),
        (Qt.Key.Key_Home, date(2026, 2, 1)),
        (Qt.Key.Key_PageUp, date(2026, 1, 1)),
        (Qt.Key.Key_Left, date(2025, 12, 31)),
        (Qt.Key.Key_Up, date(2025, 12, 24)),
        (Qt.Key.Key_T, date.today()),
    ]
    for key, day in steps:
        press(table, key)
        assert table.current_day() == day


def test_buttons_turn_the_pages(view: RecordView) -> None:
    turn_to(view, BAKU)
    button(view, "calendarAfter").click()
    assert title(view) == "December 2025"
    button(view, "calendarBefore").click()
    button(view, "calendarBefore").click()
    assert title(view) == "October 2025"
    button(view, "calendarToday").click()
    assert days(view).current_day() == date.today()


def test_the_year_counts_meetings_and_leads_to_a_month(desk: Desk, view: RecordView) -> None:
    turn_to(view, BAKU)
    button(view, "calendarZoom.year").click()
    year = months(view)
    assert title(view) == "2025"
    november = str(year.months.index_of(11).data(SPOKEN))
    assert november == "November 2025, 1 meeting: Thursday 20 November 2025"
    year.setFocus()
    press(year, Qt.Key.Key_Home)
    assert year.current_month() == Month(2025, 1)
    press(year, Qt.Key.Key_Left)
    assert title(view) == "2024"
    assert in_tray(view) == ["Some day in 2024", meeting(desk, 1).name]
    press(year, Qt.Key.Key_PageDown, Qt.Key.Key_Return)
    assert title(view) == "December 2025"
    assert QApplication.focusWidget() is days(view)


def test_the_filter_narrows_days_and_tray(desk: Desk, view: RecordView) -> None:
    turkiye = desk.read.find(Party, Compare("code", "TR"))[0]
    kyrgyz = desk.read.find(Party, Compare("code", "KG"))[0]
    turn_to(view, date(2026, 3, 1))
    desk.focus.set_filter(SharedFilter(parties=(kyrgyz.id,)))
    assert in_tray(view) == []
    desk.focus.set_filter(SharedFilter(parties=(turkiye.id,)))
    assert in_tray(view) == ["Some day in 2026", meeting(desk, 3).name]


def test_the_week_begins_as_the_person_prefers(desk: Desk, view: RecordView) -> None:
    turn_to(view, BAKU)
    for start, first, week in ((WeekStart.SUNDAY, "Sunday", 47), (WeekStart.MONDAY, "Monday", 47)):
        desk.preferences.set(Settings.week_start, start)
        model = days(view).days
        assert model.headerData(0, Qt.Orientation.Horizontal, SPOKEN) == first
        row = model.index_of(BAKU).row()
        assert model.headerData(row, Qt.Orientation.Vertical, SPOKEN) == f"Week {week}"


# focus both ways


def test_choosing_a_day_chooses_its_meeting(desk: Desk, view: RecordView) -> None:
    table = turn_to(view, date(2025, 11, 19))
    press(table, Qt.Key.Key_Right)
    assert desk.focus.record == ref(meeting(desk, 2))
    spy = QSignalSpy(calendar(view).activated)
    press(table, Qt.Key.Key_Return)
    assert opened_refs(spy) == [ref(meeting(desk, 2))]


def test_space_goes_through_the_entries_of_a_day(desk: Desk, view: RecordView) -> None:
    other = add(desk, "Working breakfast", "2025-11-20")
    table = turn_to(view, BAKU)
    press(table, Qt.Key.Key_Space)
    first = desk.focus.record
    press(table, Qt.Key.Key_Space)
    assert {first, desk.focus.record} == {ref(meeting(desk, 2)), ref(other)}


def test_a_meeting_chosen_elsewhere_is_turned_to(desk: Desk, view: RecordView) -> None:
    desk.focus.select(ref(meeting(desk, 2)))
    assert days(view).current_day() == BAKU
    desk.focus.select(ref(meeting(desk, 3)))
    assert tray(view).currentIndex().data() == meeting(desk, 3).name
    turn_to(view, date(2027, 8, 8))
    add(desk, "By somebody else", "2025-11-21")
    assert title(view) == "August 2027"


def test_an_edit_by_somebody_else_is_shown(desk: Desk, view: RecordView, dossier_path: Path) -> None:
    turn_to(view, BAKU)
    other = Workspace.open(dossier_path, AYGUN)
    other.run(change_record(other.read, ref(meeting(desk, 2)), new={"date": "2025-11-21"}))
    other.close()
    desk.feed.look()
    assert "no meeting" in spoken(view, BAKU)
    assert "Second meeting" in spoken(view, date(2025, 11, 21))


# new meetings


def test_enter_or_n_adds_a_meeting_on_the_day(view: RecordView) -> None:
    table = turn_to(view, date(2026, 5, 14))
    spy = QSignalSpy(calendar(view).create_wanted)
    press(table, Qt.Key.Key_Return, Qt.Key.Key_N)
    assert [spy.at(n) for n in range(spy.count())] == [["meeting", {"date": "2026-05-14"}]] * 2


def test_a_year_adds_a_meeting_some_day_in_a_month(view: RecordView) -> None:
    turn_to(view, date(2026, 5, 14))
    button(view, "calendarZoom.year").click()
    spy = QSignalSpy(calendar(view).create_wanted)
    press(months(view), Qt.Key.Key_N)
    assert spy.at(0) == ["meeting", {"date": "2026-05"}]


# carrying


def test_keys_carry_a_meeting_from_the_tray_to_a_day(desk: Desk, view: RecordView) -> None:
    third = meeting(desk, 3)
    assert desk.runner.run(change_record(desk.read, ref(third), new={"date": "2046"}))
    turn_to(view, date(2046, 9, 1))
    tray(view).setFocus()
    tray(view).setCurrentIndex(tray(view).lines.index_of(ref(third)))
    press(tray(view), Qt.Key.Key_M)
    table = days(view)
    press(table, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert note(view) == (
        f"“{third.name}” moves to Sunday 9 September 2046. "
        "1 task due before it moves with it: “Hold the third meeting”. "
        "Enter puts it there, Escape leaves it."
    )
    press(table, Qt.Key.Key_Return)
    assert meeting(desk, 3).date == "2046-09-09"
    assert "Third meeting" in spoken(view, date(2046, 9, 9))
    assert desk.focus.record == ref(third)
    assert desk.workspace.undo_label() == "Move meeting to 9 September 2046"
    assert desk.runner.undo()
    assert meeting(desk, 3).date == "2046"
    assert "Some day in 2046" in in_tray(view)


def test_escape_gives_up(desk: Desk, view: RecordView) -> None:
    add(desk, "Bishkek seminar", "2026-05-14")
    table = turn_to(view, date(2026, 5, 14))
    press(table, Qt.Key.Key_M, Qt.Key.Key_Right)
    assert "Bishkek seminar" in note(view)
    press(table, Qt.Key.Key_Escape)
    assert "Bishkek" not in note(view)
    press(table, Qt.Key.Key_Return)
    assert "Bishkek seminar" in spoken(view, date(2026, 5, 14))


def test_the_pointer_carries_a_meeting_by_the_day_it_was_taken_at(desk: Desk, view: RecordView) -> None:
    made = add(desk, "Bishkek seminar", "2026-05-12/2026-05-14")
    table = turn_to(view, date(2026, 5, 1))
    middle = place_of(table, date(2026, 5, 13))
    drag(table, middle, place_of(table, date(2026, 5, 20)))
    assert "moves to Tuesday 19 May 2026 until Thursday 21 May 2026" in note(view)
    QTest.mouseRelease(table.viewport(), LEFT, NONE, place_of(table, date(2026, 5, 20)))
    changed = desk.read.get(Meeting, made.id)
    assert changed is not None
    assert changed.date == "2026-05-19/2026-05-21"


def test_what_stands_in_the_way_is_said_before(desk: Desk, view: RecordView) -> None:
    baku = meeting(desk, 2)
    assert desk.runner.run(change_record(desk.read, ref(meeting(desk, 3)), new={"date": "2026-05-14"}))
    other = Meeting(name="Justice seminar", series=baku.series, date="2026-05-20")
    assert desk.runner.run(add_record(other))
    table = turn_to(view, date(2026, 5, 14))
    press(table, Qt.Key.Key_M)
    table.go_to(date(2026, 5, 20))
    press(table, Qt.Key.Key_Up, Qt.Key.Key_Down)
    assert "On the same day: " in note(view)
    table.go_to(date(2025, 6, 4))
    press(table, Qt.Key.Key_Right)
    assert "Out of order: it would come before " in note(view)
    assert "That is in the past." in note(view)


def test_what_lasts_for_years_is_in_the_tray(desk: Desk, view: RecordView) -> None:
    desk.focus.set_filter(SharedFilter(text="Ghost"))
    add(desk, "Ghost of two years", "2024-01-01/2026-12-31")
    add(desk, "Ghost of a month", "2025-04-20/2025-05-05")
    turn_to(view, date(2025, 5, 5))
    assert "Ghost of a month" in spoken(view, date(2025, 5, 5))
    assert days(view).days.count() == 1
    assert in_tray(view)[1:] == ["Ghost of two years"]


def test_a_meeting_that_is_deleted_while_it_is_carried_is_let_go(desk: Desk, view: RecordView) -> None:
    third = meeting(desk, 3)
    desk.focus.select(ref(third))
    tray(view).setFocus()
    press(tray(view), Qt.Key.Key_M)
    assert note(view).startswith("“Third meeting")
    desk.runner.attempt(remove_record(desk.read, ref(third)))
    assert "Third meeting" not in note(view)


@pytest.mark.parametrize(
    ("day", "nearest"),
    [
        ("0001-01-01", Month(3, 1)),
        ("0004-02-01/0005-02-01", Month(4, 2)),
        ("9999-12-31", Month(9997, 12)),
        ("9998-12-01/9999-12-31", Month(9997, 12)),
    ],
)
def test_a_meeting_at_the_ends_of_time_is_turned_to(
    desk: Desk, view: RecordView, day: str, nearest: Month
) -> None:
    desk.focus.select(ref(add(desk, "Long ago or far away", day)))
    assert days(view).days.month == nearest
    calendar(view).show_zoom("year")
    assert title(view) == str(nearest.year)
    press(months(view), Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    assert int(title(view)) <= nearest.year


def test_a_meeting_that_was_held_stays(desk: Desk, view: RecordView) -> None:
    table = turn_to(view, BAKU)
    drag(table, place_of(table, BAKU), place_of(table, date(2025, 11, 26)))
    QTest.mouseRelease(table.viewport(), LEFT, NONE, place_of(table, date(2025, 11, 26)))
    assert "stays on its day" in note(view)
    assert meeting(desk, 2).date == "2025-11-20"
    press(table, Qt.Key.Key_M)
    assert "stays on its day" in note(view)


def test_the_pointer_carries_from_the_tray(desk: Desk, view: RecordView) -> None:
    third = meeting(desk, 3)
    table, side = turn_to(view, date(2026, 9, 1)), tray(view)
    start = side.visualRect(side.lines.index_of(ref(third))).center()
    end = side.viewport().mapFromGlobal(table.viewport().mapToGlobal(place_of(table, date(2026, 9, 17))))
    QTest.mousePress(side.viewport(), LEFT, NONE, start)
    QTest.mouseMove(side.viewport(), start - QPoint(20, 0))
    QTest.mouseMove(side.viewport(), end)
    QTest.mouseRelease(side.viewport(), LEFT, NONE, end)
    assert meeting(desk, 3).date == "2026-09-17"


# what is remembered, and models


def test_the_zoom_is_remembered(qtbot: QtBot, desk: Desk, view: RecordView, tmp_path: Path) -> None:
    button(view, "calendarZoom.year").click()
    memory = LayoutMemory(tmp_path / "layout.ini")
    view.keep_layout(memory)
    again = shown(qtbot, desk)
    again.restore_layout(memory)
    assert again.presentation == "calendar"
    assert months(again).isVisible()
    assert not days(again).isVisible()


def test_models_are_sound(view: RecordView) -> None:
    turn_to(view, date(2026, 5, 1))
    for model in (days(view).days, months(view).months, tray(view).lines):
        tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        button(view, "calendarAfter").click()
        button(view, "calendarZoom.year").click()
        button(view, "calendarZoom.month").click()
        tester.deleteLater()


def test_every_control_has_a_name(view: RecordView) -> None:
    for name in ("calendarBefore", "calendarAfter", "calendarToday", "calendarZoom.month"):
        assert button(view, name).accessibleName(), name
    assert days(view).accessibleName()
    assert tray(view).accessibleName()
    header = days(view).days
    assert str(header.headerData(0, Qt.Orientation.Vertical, SPOKEN)).startswith("Week ")


def test_a_dossier_that_can_only_be_read_lets_nothing_be_moved(
    desk: Desk, view: RecordView, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(desk, "Kuryk seminar", "2026-05-14")
    monkeypatch.setattr(Workspace, "read_only", property(lambda _: True))
    table = turn_to(view, date(2026, 5, 14))
    press(table, Qt.Key.Key_M)
    assert note(view) == "This dossier can only be read."
    spy = QSignalSpy(calendar(view).create_wanted)
    press(table, Qt.Key.Key_N)
    assert not spy.count()


# pictures


@pytest.mark.parametrize("size", [(900, 620), (560, 330), (1300, 900)])
def test_everything_is_painted_at_every_size(desk: Desk, view: RecordView, size: tuple[int, int]) -> None:
    add(desk, "الاجتماع الوزاري العاشر لوزراء العدل في دول منظمة التعاون", "2026-05-12/2026-05-19")
    add(desk, "Двадцать первое заседание Совета министров юстиции", "2026-05-12", MeetingStatus.CANCELLED)
    turn_to(view, date(2026, 5, 12))
    view.resize(*size)
    before = view.grab().toImage()
    button(view, "calendarZoom.year").click()
    assert view.grab().toImage() != before
