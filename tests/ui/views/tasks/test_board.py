"""The board of tasks: cards that say what counts, move by pointer and by key, and follow everything."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from ministrack.domain.filters import Compare, SharedFilter
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.party import Party
from ministrack.domain.record import Ref
from ministrack.domain.task import Dependency, Task, TaskStatus
from ministrack.edits.changes import Edit
from ministrack.edits.records import add_record, change_record, remove_record
from ministrack.edits.workspace import Workspace
from ministrack.ui.desk import Desk
from ministrack.ui.views import views
from ministrack.ui.views.tasks.board.cards import CardList
from ministrack.ui.views.tasks.board.deck import MIME, STEP, Deck
from ministrack.ui.views.tasks.board.presentation import BoardPresentation
from ministrack.ui.widgets.record_view import RecordView
from tests.dossiers import AYGUN
from tests.ui.conftest import make_desk

TASKS = next(entry for entry in views() if entry.name == "tasks")
MOVE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def view(qtbot: QtBot, desk: Desk) -> RecordView:
    return shown(qtbot, desk)


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[Desk]:
    workspace = Workspace.create(tmp_path / "Boş.ministrack", AYGUN)
    made = make_desk(workspace)
    yield made
    made.feed.stop()
    workspace.close()


def shown(qtbot: QtBot, desk: Desk) -> RecordView:
    made = TASKS.make(desk)
    assert isinstance(made, RecordView)
    qtbot.addWidget(made)
    made.resize(862, 560)
    made.show_presentation("board")
    with qtbot.waitExposed(made):
        made.show()
    for cards in made.findChildren(CardList):
        QAbstractItemModelTester(cards.deck, QAbstractItemModelTester.FailureReportingMode.Warning, cards)
    return made


def cards(view: RecordView, status: TaskStatus) -> CardList:
    found = view.findChild(CardList, f"board.{status.value}")
    assert found is not None
    return found


def titles(view: RecordView, status: TaskStatus) -> list[str]:
    deck = cards(view, status).deck
    return [str(deck.index(row).data()) for row in range(deck.rowCount())]


def task(desk: Desk, words: str) -> Ref:
    return next(Ref("task", found.id) for found in desk.read.find(Task) if words in found.title)


def spoken(view: RecordView, status: TaskStatus, row: int = 0) -> str:
    return str(cards(view, status).deck.index(row).data(Qt.ItemDataRole.AccessibleTextRole))


def click(view: RecordView, status: TaskStatus, row: int = 0) -> CardList:
    listed = cards(view, status)
    place = listed.visualRect(listed.deck.index(row)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    return listed


def selected(view: RecordView) -> list[Ref]:
    return [
        card.ref
        for listed in view.findChildren(CardList)
        for index in listed.selectedIndexes()
        if (card := listed.deck.card(index.row())) is not None
    ]


def edits(desk: Desk) -> int:
    return sum(1 for _ in desk.read.edits())


def drop(listed: CardList, task_id: str) -> None:
    data = QMimeData()
    data.setData(MIME, task_id.encode())
    place = QPointF(listed.viewport().rect().center())
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    listed.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, data, left, plain))


def test_columns_hold_the_tasks_of_each_status(view: RecordView) -> None:
    assert titles(view, TaskStatus.OPEN) == [
        "Hold the third meeting",
        "Strengthen cooperation and exchange of experience in law and justice",
    ]
    assert len(titles(view, TaskStatus.IN_PROGRESS)) == 3
    assert titles(view, TaskStatus.DONE) == []
    count = view.findChild(QLabel, "board.in progress.count")
    assert count is not None
    assert count.text() == "3"
    assert cards(view, TaskStatus.OPEN).accessibleName() == "Open, 2 tasks"


def test_a_card_says_title_status_owner_origin_and_when_it_is_due(view: RecordView) -> None:
    assert spoken(view, TaskStatus.OPEN) == (
        "Hold the third meeting, Open, owner: Türkiye, from 2nd · Baku, due: by 3rd meeting · 2026"
    )
    assert spoken(view, TaskStatus.OPEN, 1).endswith("owner: member states, from 2nd · Baku, due: no date")


def test_a_task_left_over_says_from_which_meeting_and_how_late_it_is(qtbot: QtBot, desk: Desk) -> None:
    first = desk.read.find(Meeting, Compare("number", 1))[0]
    late = date.today() - timedelta(days=5)
    left = Task(title="Протоколду жөнөтүү", made_at=first.id, due=late.isoformat())
    desk.runner.run(add_record(left))
    view = shown(qtbot, desk)
    assert "carried from 1st · Astana" in spoken(view, TaskStatus.OPEN)
    assert "overdue by 5 days" in spoken(view, TaskStatus.OPEN)
    desk.runner.run(change_record(desk.read, Ref("task", left.id), new={"status": "done"}))
    assert "from 1st · Astana" in spoken(view, TaskStatus.DONE)
    assert "carried" not in spoken(view, TaskStatus.DONE)
    assert "overdue" not in spoken(view, TaskStatus.DONE)


def test_a_task_is_not_carried_before_a_later_meeting_was_held(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk)
    third = desk.read.find(Meeting, Compare("number", 3))[0]
    assert "carried" not in spoken(view, TaskStatus.OPEN)
    desk.runner.run(
        change_record(desk.read, Ref("meeting", third.id), new={"status": MeetingStatus.HELD.value})
    )
    assert "carried from 2nd · Baku" in spoken(view, TaskStatus.OPEN)
    table = view.table_widget.records
    assert "carried from 2nd · Baku" in [table.cell(row, 2).words for row in range(table.rowCount())]


def test_a_card_that_waits_for_something_unfinished_says_so(view: RecordView, desk: Desk) -> None:
    here, there = task(desk, "Hold the third"), task(desk, "Forensic")
    desk.runner.run(add_record(Dependency(task=here.id, depends_on=there.id)))
    assert spoken(view, TaskStatus.OPEN).endswith("waits for 1 task")
    desk.runner.run(change_record(desk.read, there, new={"status": "done"}))
    assert "waits" not in spoken(view, TaskStatus.OPEN)


def test_a_click_selects_everywhere_and_only_one_card(view: RecordView, desk: Desk) -> None:
    pointed = QSignalSpy(view.pointed)
    click(view, TaskStatus.OPEN, 1)
    assert desk.focus.record == task(desk, "Strengthen")
    assert pointed.count() == 1
    click(view, TaskStatus.IN_PROGRESS)
    assert selected(view) == [desk.focus.record]
    desk.focus.select(task(desk, "Hold the third"))
    assert selected(view) == [task(desk, "Hold the third")]
    desk.focus.select(Ref("meeting", "another"))
    assert selected(view) == []


def test_arrows_go_from_card_to_card_and_over_empty_columns(view: RecordView, desk: Desk) -> None:
    desk.runner.run(change_record(desk.read, task(desk, "Forensic"), new={"status": "dropped"}))
    listed = click(view, TaskStatus.OPEN)
    QTest.keyClick(listed, Qt.Key.Key_Down)
    assert desk.focus.record == task(desk, "Strengthen")
    QTest.keyClick(listed, Qt.Key.Key_Right)
    middle = cards(view, TaskStatus.IN_PROGRESS)
    assert middle.hasFocus()
    assert desk.focus.record == middle.current()
    assert middle.currentIndex().row() == 1
    QTest.keyClick(middle, Qt.Key.Key_Right)
    assert desk.focus.record == task(desk, "Forensic")
    last = cards(view, TaskStatus.DROPPED)
    QTest.keyClick(last, Qt.Key.Key_Right)
    assert desk.focus.record == task(desk, "Forensic")
    QTest.keyClick(last, Qt.Key.Key_Left)
    assert middle.hasFocus()


def test_keys_move_a_card_as_one_step_and_take_the_keyboard_along(view: RecordView, desk: Desk) -> None:
    here, before = task(desk, "Hold the third"), edits(desk)
    listed = click(view, TaskStatus.OPEN)
    QTest.keyClick(listed, Qt.Key.Key_Left, MOVE)  # there is no column before the first
    assert edits(desk) == before
    QTest.keyClick(listed, Qt.Key.Key_Right, MOVE)
    assert edits(desk) == before + 1
    assert desk.workspace.undo_label() == "Change status of Hold the third meeting to In progress"
    middle = cards(view, TaskStatus.IN_PROGRESS)
    assert middle.hasFocus()
    assert middle.current() == here
    QTest.keyClick(middle, Qt.Key.Key_Right, MOVE)
    assert titles(view, TaskStatus.PARTLY) == ["Hold the third meeting"]
    desk.runner.undo()
    desk.runner.undo()
    assert "Hold the third meeting" in titles(view, TaskStatus.OPEN)
    assert selected(view) == [here]


def test_a_dropped_card_changes_its_status_once(qtbot: QtBot, view: RecordView, desk: Desk) -> None:
    here, before = task(desk, "Forensic"), edits(desk)
    drop(cards(view, TaskStatus.DONE), here.id)
    qtbot.waitUntil(lambda: titles(view, TaskStatus.DONE) != [])
    assert edits(desk) == before + 1
    assert desk.focus.record == here
    board = view.findChild(BoardPresentation, "tasksBoard")
    assert board is not None
    done = QSignalSpy(board.column(TaskStatus.DONE).task_dropped)
    drop(cards(view, TaskStatus.DONE), here.id)  # where it is already
    qtbot.waitUntil(lambda: done.count() == 1)
    drop(cards(view, TaskStatus.DONE), "of another dossier")
    qtbot.waitUntil(lambda: done.count() == 2)
    assert edits(desk) == before + 1


def test_what_is_dragged_is_the_task(view: RecordView, desk: Desk) -> None:
    deck = cards(view, TaskStatus.OPEN).deck
    assert deck.flags(deck.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    data = deck.mimeData([deck.index(0)])
    assert data.data(MIME).toStdString() == task(desk, "Hold the third").id
    assert deck.mimeTypes() == [MIME]


def test_the_menu_sets_a_status_and_opens(qtbot: QtBot, view: RecordView, desk: Desk) -> None:
    opened = QSignalSpy(view.activated)
    listed = click(view, TaskStatus.OPEN)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert opened.at(0)[0] == task(desk, "Hold the third")
    listed.menu_wanted.emit(QPoint(0, 0))
    menu = view.findChild(QMenu, "cardMenu")
    assert menu is not None
    statuses = menu.findChild(QMenu, "statusMenu")
    assert statuses is not None
    checked = [action.text() for action in statuses.actions() if action.isChecked()]
    assert checked == ["Open"]
    next(action for action in statuses.actions() if action.text() == "Superseded").trigger()
    assert titles(view, TaskStatus.SUPERSEDED) == ["Hold the third meeting"]
    menu.close()


def test_delete_is_asked_for_by_key(view: RecordView, desk: Desk) -> None:
    wanted = QSignalSpy(view.delete_wanted)
    listed = click(view, TaskStatus.OPEN)
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    assert wanted.at(0)[0] == [task(desk, "Hold the third")]
    desk.runner.run(remove_record(desk.read, task(desk, "Hold the third")))
    assert len(titles(view, TaskStatus.OPEN)) == 1


def test_the_filter_narrows_the_board_and_says_what_it_leaves_out(view: RecordView, desk: Desk) -> None:
    turkiye = desk.read.find(Party, Compare("name", "Türkiye"))[0]
    desk.focus.set_filter(SharedFilter(parties=(turkiye.id,)))
    assert titles(view, TaskStatus.OPEN) == ["Hold the third meeting"]
    assert titles(view, TaskStatus.IN_PROGRESS) == []
    desk.focus.set_filter(SharedFilter(task_statuses=("in progress",)))
    assert titles(view, TaskStatus.OPEN) == []
    assert len(titles(view, TaskStatus.IN_PROGRESS)) == 3
    desk.focus.clear_filter()
    assert len(titles(view, TaskStatus.OPEN)) == 2


def many(count: int) -> Edit:
    tasks = [Task(title=f"Иш №{number}", due=f"{1000 + number}") for number in range(count)]
    return Edit("Fill", lambda writer: writer.add_all(tasks))


def test_a_long_column_is_read_in_stretches(qtbot: QtBot, empty_desk: Desk) -> None:
    empty_desk.runner.run(many(400))
    view = shown(qtbot, empty_desk)
    listed = cards(view, TaskStatus.OPEN)
    assert listed.deck.rowCount() == STEP
    more = view.findChild(QPushButton, "board.open.more")
    assert more is not None
    assert more.text() == f"and {400 - STEP} more"
    more.click()
    assert listed.deck.rowCount() == 2 * STEP
    click(view, TaskStatus.OPEN)
    QTest.keyClick(listed, Qt.Key.Key_End)
    QTest.keyClick(listed, Qt.Key.Key_Down)
    assert listed.currentIndex().row() == 2 * STEP
    assert empty_desk.focus.record == listed.current()
    far = next(Ref("task", found.id) for found in empty_desk.read.find(Task) if found.title == "Иш №390")
    empty_desk.focus.select(far)
    assert listed.current() == far
    assert listed.deck.rowCount() <= STEP
    before = view.findChild(QPushButton, "board.open.before")
    assert before is not None
    assert before.isVisible()
    before.click()
    assert listed.current() == far
    for _ in range(9):
        more.click()
    assert not more.isVisible()
    assert listed.deck.rowCount() <= 300


def test_finished_tasks_begin_with_the_latest(qtbot: QtBot, empty_desk: Desk) -> None:
    for title in ("Алгачкы", "Кийинки"):
        empty_desk.runner.run(add_record(Task(title=title, status=TaskStatus.DONE)))
    assert titles(shown(qtbot, empty_desk), TaskStatus.DONE) == ["Кийинки", "Алгачкы"]


def test_nothing_moves_in_a_dossier_that_is_only_read(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workspace, "read_only", property(lambda _: True))
    view, before = shown(qtbot, desk), edits(desk)
    listed = click(view, TaskStatus.OPEN)
    assert desk.focus.record == task(desk, "Hold the third")
    assert not listed.deck.flags(listed.deck.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert not listed.acceptDrops()
    QTest.keyClick(listed, Qt.Key.Key_Right, MOVE)
    listed.menu_wanted.emit(QPoint(0, 0))
    statuses = view.findChild(QMenu, "statusMenu")
    assert statuses is not None
    assert not statuses.isEnabled()
    assert edits(desk) == before


def test_a_deck_knows_what_it_leaves_out(empty_desk: Desk, qapp: object) -> None:
    empty_desk.runner.run(many(120))
    deck = Deck(empty_desk.read, TaskStatus.OPEN)
    deck.show(SharedFilter())
    assert (deck.total, deck.before, deck.after) == (120, 0, 120 - STEP)
    deck.show_more()
    deck.show_more()
    assert (deck.rowCount(), deck.after) == (120, 0)
    assert deck.show(SharedFilter())
    assert deck.rowCount() == 120
