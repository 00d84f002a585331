"""The overview as a person reads and uses it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ministrack.domain.filters import Compare, SharedFilter
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.party import Party
from ministrack.domain.record import Ref
from ministrack.domain.task import Task, TaskStatus
from ministrack.edits.records import add_record, change_record
from ministrack.edits.workspace import Workspace
from ministrack.ui.desk import Desk
from ministrack.ui.views.overview.card import CardList
from ministrack.ui.views.overview.view import Overview
from tests.dossiers import AYGUN
from tests.ui.conftest import make_desk


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[Desk]:
    workspace = Workspace.create(tmp_path / "Boş.ministrack", AYGUN)
    made = make_desk(workspace)
    yield made
    made.feed.stop()
    workspace.close()


def shown(qtbot: QtBot, desk: Desk, width: int = 1180) -> Overview:
    view = Overview(desk)
    qtbot.addWidget(view)
    view.resize(width, 600)
    with qtbot.waitExposed(view):
        view.show()
    return view


def card(view: Overview, name: str, part: str) -> CardList:
    found = view.findChild(CardList, f"overview.{name}.{part}")
    assert found is not None
    return found


def lines(view: Overview, name: str, part: str = "list") -> list[str]:
    listed = card(view, name, part)
    entries = [listed.entry_at(row) for row in range(listed.entries.rowCount())]
    return [entry.spoken() for entry in entries if entry is not None]


def named_after(view: Overview) -> list[str]:
    """The series that follow below the next meeting."""
    return [line.split(",")[0] for line in lines(view, "next", "others")]


def words(view: Overview, name: str) -> str:
    label = view.findChild(QLabel, f"overview.{name}")
    assert label is not None
    return label.text()


def meeting(desk: Desk, number: int) -> Meeting:
    return desk.read.find(Meeting, Compare("number", number))[0]


def test_it_says_where_the_series_stands(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk)
    assert words(view, "next.name") == "Third meeting of the justice ministers"
    assert words(view, "next.when").startswith("Türkiye · ")
    assert words(view, "next.when").endswith("31 December 2026")
    assert lines(view, "next") == [
        "City, not known", "Day, not known", "Delegations, none named yet", "Carried over, 5 tasks",
    ]  # fmt: skip
    assert len(lines(view, "owed")) == 5
    assert lines(view, "attendance")[2].startswith("Kyrgyzstan, Deputy minister, Iskender")
    assert lines(view, "attendance")[-1].startswith("OTS Secretariat")
    assert lines(view, "documents")[0] == "Astana Declaration, Signed, 9 Sep 2024"
    assert lines(view, "changes")[0].startswith("Load the sample dossier")


def test_it_says_what_is_unknown(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk)
    assert "Third meeting of the justice ministers, city" in lines(view, "unknown")
    assert "First meeting of the justice ministers, delegations" in lines(view, "unknown")
    assert "4 tasks without a deadline" in lines(view, "unknown")
    third = Ref("meeting", meeting(desk, 3).id)
    desk.runner.run(change_record(desk.read, third, new={"city": "Ankara", "date": "2026-10-09"}))
    assert "Third meeting of the justice ministers, city" not in lines(view, "unknown")
    assert "City, Ankara" in lines(view, "next")
    assert words(view, "next.when").startswith("Ankara · Türkiye · 9 Oct 2026")


def test_a_planned_meeting_whose_day_has_passed_is_not_the_next(qtbot: QtBot, desk: Desk) -> None:
    for name, when in (("Забытое заседание", "2019-05-14"), ("Gələcək görüş", "2031-03-02")):
        desk.runner.run(add_record(Meeting(name=name, date=when)))
    third = desk.read.find(Meeting, Compare("number", 3))[0]
    desk.runner.run(change_record(desk.read, Ref("meeting", third.id), new={"date": "2032"}))
    view = shown(qtbot, desk)
    assert words(view, "next.name") == "Gələcək görüş"
    assert named_after(view) == ["OTS · Justice ministers", "Забытое заседание"]
    assert lines(view, "next", "others")[1].count("2019") == 1


def test_what_is_known_to_be_soon_comes_before_some_day_and_what_is_postponed(
    qtbot: QtBot, desk: Desk
) -> None:
    third = meeting(desk, 3)
    tomorrow = (date.today() + timedelta(days=1)).isoformat()
    year = str(date.today().year + 1)
    new = {"date": year, "status": "planned"}
    desk.workspace.run(change_record(desk.read, Ref("meeting", third.id), new=new))
    put_off = Meeting(name="Meeting of health ministers", status=MeetingStatus.POSTPONED, date=tomorrow)
    soon = Meeting(name="Meeting of transport ministers", status=MeetingStatus.PLANNED, date=tomorrow)
    for record in (put_off, soon):
        desk.workspace.run(add_record(record))
    view = shown(qtbot, desk)
    assert words(view, "next.name") == "Meeting of transport ministers"
    assert named_after(view) == ["OTS · Justice ministers", "Meeting of health ministers"]


def test_all_that_is_late_is_counted(qtbot: QtBot, desk: Desk) -> None:
    for number in range(9):
        desk.runner.run(add_record(Task(title=f"Протокол {number}", due="2020-01-01")))
    view = shown(qtbot, desk)
    assert "Owed, 9 overdue" in [label.text() for label in view.findChildren(QLabel)]


def test_a_task_that_is_late_comes_first_and_is_counted(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk)
    late = desk.read.find(Task)[3]
    desk.runner.run(change_record(desk.read, Ref("task", late.id), new={"due": "2026-01-05"}))
    assert lines(view, "owed")[0].startswith(f"{late.title}, Overdue")
    headings = [label.text() for label in view.findChildren(QLabel)]
    assert "Owed, 1 overdue" in headings
    desk.runner.run(change_record(desk.read, Ref("task", late.id), new={"status": TaskStatus.DONE}))
    assert not any(late.title in line for line in lines(view, "owed"))


def test_lines_lead_to_their_records(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk)
    wanted = QSignalSpy(view.open_wanted)
    listed = card(view, "attendance", "list")
    listed.setFocus()
    listed.setCurrentIndex(listed.model().index(2, 0))
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert wanted.at(0)[0].table == "delegation"
    button = view.findChild(QPushButton, "overview.next.open")
    assert button is not None
    button.click()
    assert wanted.at(1)[0] == Ref("meeting", meeting(desk, 3).id)


def test_it_follows_the_filter(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk)
    kyrgyzstan = desk.read.find(Party, Compare("code", "KG"))[0]
    desk.focus.set_filter(SharedFilter(parties=(kyrgyzstan.id,)))
    assert len(lines(view, "attendance")) == 1
    assert lines(view, "owed") == []
    assert "No meeting is planned." in [label.text() for label in view.findChildren(QLabel)]


def test_an_empty_dossier_has_calm_words(qtbot: QtBot, empty_desk: Desk) -> None:
    view = shown(qtbot, empty_desk)
    said = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    assert {"No meeting is planned.", "Nothing is owed.", "No meeting has been held yet."} <= set(said)


def test_cards_stand_in_as_many_columns_as_there_is_room_for(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk)
    assert card(view, "owed", "list").mapTo(view, QPoint()).y() < 200
    view.resize(500, 600)
    qtbot.waitUntil(lambda: card(view, "owed", "list").width() > 400)
    first, second = (card(view, name, "list").mapTo(view, QPoint()) for name in ("next", "owed"))
    assert first.x() == second.x()
    assert first.y() < second.y()
