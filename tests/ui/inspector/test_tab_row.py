"""Tabs of a record are shown whole; those without room stand behind a button and are reached by keys too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.inspector import Inspector
from ministrack.ui.inspector.record_tabs import RecordTabs
from ministrack.ui.inspector.tab_row import fitting


@pytest.fixture
def inspector(qtbot: QtBot, desk: Desk) -> Inspector:
    made = Inspector(desk)
    qtbot.addWidget(made)
    made.resize(374, 600)
    desk.focus.select(Ref("meeting", desk.read.find(Meeting, Compare("number", 2))[0].id))
    with qtbot.waitExposed(made):
        made.show()
    return made


def tabs_of(inspector: Inspector) -> RecordTabs:
    found = inspector.findChild(RecordTabs)
    assert found is not None
    return found


def shown(tabs: RecordTabs) -> list[str]:
    return [tabs.tabText(place) for place in range(tabs.count()) if tabs.isTabVisible(place)]


def more(inspector: Inspector) -> QToolButton:
    found = inspector.findChild(QToolButton, "inspector.moreTabs")
    assert found is not None
    return found


def test_no_tab_is_cut_and_the_others_stand_behind_a_button(inspector: Inspector) -> None:
    tabs = tabs_of(inspector)
    seen = [place for place in range(tabs.count()) if tabs.isTabVisible(place)]
    assert 1 < len(seen) < tabs.count()
    QApplication.processEvents()  # the bar places its tabs when it next may
    assert all(tabs.rect().contains(tabs.tabRect(place)) for place in seen)
    menu = more(inspector).menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    offered = [action.text() for action in menu.actions()]
    assert shown(tabs) + offered == [tabs.tabText(place) for place in range(tabs.count())]
    next(action for action in menu.actions() if action.text() == "History").trigger()
    assert tabs.chosen == "history"
    assert shown(tabs)[-1] == "History"
    assert QApplication.focusWidget() is tabs


def test_arrows_go_through_all_tabs(inspector: Inspector) -> None:
    tabs = tabs_of(inspector)
    tabs.setFocus()
    chosen = [tabs.chosen]
    for _ in range(tabs.count()):
        QTest.keyClick(tabs, Qt.Key.Key_Right)
        chosen.append(tabs.chosen)
        assert tabs.isTabVisible(tabs.currentIndex())
    assert len(set(chosen)) == tabs.count()
    QTest.keyClick(tabs, Qt.Key.Key_Left)
    assert tabs.currentIndex() == tabs.count() - 2


def test_where_there_is_room_no_button_is_needed(inspector: Inspector) -> None:
    inspector.resize(900, 600)
    tabs = tabs_of(inspector)
    assert len(shown(tabs)) == tabs.count()
    assert not more(inspector).isVisible()


@given(
    widths=st.lists(st.integers(20, 120), min_size=1, max_size=9), room=st.integers(120, 600), data=st.data()
)
def test_what_fits_has_room_and_holds_the_chosen_one(
    widths: list[int], room: int, data: st.DataObject
) -> None:
    current = data.draw(st.integers(0, len(widths) - 1))
    found = fitting(widths, room, 30, current)
    assert current in found
    taken = sum(widths[place] for place in found)
    assert taken <= (room if len(found) == len(widths) else room - 30) or found == {current}
