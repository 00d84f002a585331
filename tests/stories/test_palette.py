"""The story of the search as a palette: what was looked at last, records first, commands by name."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.ui.main_window import MainWindow


def meeting(window: MainWindow, number: int) -> Ref:
    return Ref("meeting", window.desk.read.find(Meeting, Compare("number", number))[0].id)


def press(
    window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(window.focusWidget(), key, held)


def type_words(window: MainWindow, words: str) -> None:
    press(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.top_bar.search, words)


def listed(window: MainWindow) -> list[str]:
    search = window.top_bar.search
    if not search.is_open:
        return []
    model = search.popup.list.model()
    return [
        str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())
    ]


def test_what_was_looked_at_last_stands_first(window: MainWindow) -> None:
    press(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert listed(window) == []
    press(window, Qt.Key.Key_Escape)
    for number in (1, 2, 3):
        window.desk.focus.select(meeting(window, number))
    press(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert listed(window) == [
        "Meeting, Second meeting of the justice ministers, 2nd · Baku · 20 Nov 2025",
        "Meeting, First meeting of the justice ministers, 1st · Astana · 2024",
    ]
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert window.desk.focus.record == meeting(window, 1)
    type_words(window, "meeting ministers")
    assert listed(window)[0].startswith("Meeting, Third meeting")


def test_commands_are_run_by_name(window: MainWindow) -> None:
    type_words(window, "> tasks")
    assert listed(window) == ["Command, Tasks, Ctrl+5", "Command, Board of tasks"]
    press(window, Qt.Key.Key_Return)
    assert window.desk.focus.view == "tasks"
    assert not window.top_bar.search.is_open
    type_words(window, "shortcuts")
    assert listed(window) == ["Command, Keyboard shortcuts, Ctrl+F1"]


def test_a_command_of_a_menu_within_a_menu_says_its_whole_name(window: MainWindow) -> None:
    type_words(window, "> new task")
    assert listed(window) == ["Command, New: Task"]
    type_words(window, "> colours dark")
    assert listed(window) == ["Command, Colours: Dark"]
    press(window, Qt.Key.Key_Escape)


def test_a_command_that_cannot_run_now_is_not_offered(window: MainWindow) -> None:
    type_words(window, "> clear filter")
    assert listed(window) == []
    press(window, Qt.Key.Key_Escape)
    assert not window.top_bar.search.is_open


def test_records_come_before_commands(window: MainWindow) -> None:
    type_words(window, "meeting")
    kinds = [line.split(",")[0] for line in listed(window)]
    assert kinds == sorted(kinds, key=lambda kind: kind == "Command")
    assert "Command" in kinds


def test_those_of_one_kind_stand_together_and_are_told_apart(window: MainWindow) -> None:
    type_words(window, "ots")
    kinds = [line.split(",")[0] for line in listed(window)]
    assert [kind for at, kind in enumerate(kinds) if kind not in kinds[:at]] == [
        kind for at, kind in enumerate(kinds) if at == 0 or kinds[at - 1] != kind
    ]
    meetings = [line for line in listed(window) if line.startswith("Meeting,")]
    assert meetings[-1].endswith("OTS · Justice ministers, Türkiye · 2026")
