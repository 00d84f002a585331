"""Every view, presentation, tab and dialog: each control has a name, is reached by Tab, shows its focus."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ministrack import paths
from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.filters import Compare
from ministrack.domain.lists import ListQuery
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.program import Program
from ministrack.settings import Settings
from ministrack.ui.inspector.record_tabs import RecordTabs
from ministrack.ui.main_window import MainWindow
from ministrack.ui.views import views
from ministrack.ui.views.bodies.plan import BODIES
from ministrack.ui.views.delegations.plan import DELEGATIONS
from ministrack.ui.views.documents.plan import DOCUMENTS
from ministrack.ui.views.meetings.plan import MEETINGS
from ministrack.ui.views.people.plan import PEOPLE
from ministrack.ui.views.sources.plan import SOURCES
from ministrack.ui.views.tasks.plan import TASKS
from ministrack.ui.widgets.record_view import RecordView
from tests.ui.access import (
    interactive,
    name_of,
    nameless,
    not_reached,
    reached_by_tab,
    without_visible_focus,
)

PLANS = (MEETINGS, DELEGATIONS, PEOPLE, TASKS, DOCUMENTS, BODIES, SOURCES)
SHOWN = [
    ("overview", ""),
    ("unknown", ""),
    *(
        (view_name, name)
        for view_name, plan in zip(
            ("meetings", "delegations", "people", "tasks", "documents", "bodies", "sources"),
            PLANS,
            strict=True,
        )
        for name in ("table", *(other.name for other in plan.others))
    ),
]
FILTERS = ("countryFilter", "seriesFilter", "periodFilter", "statusFilter", "levelFilter", "sourcesFilter")
ENDS_THE_WINDOW = {"close", "quit"}


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """The first start: the sample, with the strip of first steps."""
    shown = Program(qapp, Settings(paths.settings_file())).open_usual()
    with qtbot.waitExposed(shown):
        shown.show()
    shown.resize(1440, 900)
    shown.desk.focus.select(Ref("meeting", shown.desk.read.find(Meeting, Compare("number", 2))[0].id))
    QApplication.processEvents()
    yield shown
    QApplication.processEvents()
    shown.close()


def show(window: MainWindow, view: str, presentation: str) -> None:
    window.desk.focus.show_view(view)
    shown = window.views.current()
    if isinstance(shown, RecordView):
        shown.show_presentation(presentation)
    QApplication.processEvents()
    window.focus_view()


def test_every_presentation_is_walked() -> None:
    assert {view for view, _ in SHOWN} == {entry.name for entry in views()}


@pytest.mark.parametrize(("view", "presentation"), SHOWN)
def test_every_control_of_a_view_has_a_name_and_is_reached(
    window: MainWindow, view: str, presentation: str
) -> None:
    show(window, view, presentation)
    assert nameless(window) == []
    reached = reached_by_tab(window.navigation.list)
    assert not_reached(window, reached) == []
    assert len(reached) > 15
    back = reached[:1]
    for _ in reached[1:]:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
        back.append(window.focusWidget())
    assert back == [reached[0], *reversed(reached[1:])]


@pytest.mark.parametrize(("view", "presentation"), SHOWN)
def test_every_control_of_a_view_shows_that_it_has_the_keyboard(
    window: MainWindow, view: str, presentation: str
) -> None:
    show(window, view, presentation)
    assert without_visible_focus(reached_by_tab(window.navigation.list)) == []


@pytest.mark.parametrize("table", sorted(RECORD_TYPES))
def test_every_control_of_the_details_has_a_name_and_is_reached(window: MainWindow, table: str) -> None:
    rows = window.desk.read.rows(ListQuery(table, ("id",), sort="id"), 1)
    if not rows:
        pytest.skip("the sample has none")
    window.desk.focus.select(Ref(table, str(rows[0]["id"])))
    QApplication.processEvents()
    assert nameless(window.inspector) == []
    assert not_reached(window.inspector, reached_by_tab(window.navigation.list)) == []


@pytest.mark.parametrize("table", ["meeting", "delegation", "task", "document", "source"])
def test_every_tab_of_the_details_has_named_controls(window: MainWindow, table: str) -> None:
    rows = window.desk.read.rows(ListQuery(table, ("id",), sort="id"), 1)
    window.desk.focus.select(Ref(table, str(rows[0]["id"])))
    QApplication.processEvents()
    tabs = window.inspector.findChild(RecordTabs)
    assert isinstance(tabs, RecordTabs)
    assert tabs.count() > 2
    for number in range(tabs.count()):
        tabs.setCurrentIndex(number)
        QApplication.processEvents()
        assert nameless(window.inspector) == [], tabs.tabText(number)
        reached = reached_by_tab(window.navigation.list)
        assert not_reached(window.inspector, reached) == [], tabs.tabText(number)


@pytest.mark.parametrize("chip", FILTERS)
def test_what_opens_below_a_chip_has_named_controls(window: MainWindow, chip: str) -> None:
    before = set(QApplication.topLevelWidgets())
    button = window.views.current().findChild(QPushButton, chip)
    assert isinstance(button, QPushButton)
    button.click()
    opened = new_windows(before)
    assert len(opened) == 1
    assert interactive(opened[0])
    assert nameless(opened[0]) == []
    close(opened)


def test_every_dialog_that_a_command_opens_has_named_controls_in_reach(
    window: MainWindow, qtbot: QtBot
) -> None:
    """Whatever a menu opens, now or later, is looked at in the same way."""
    QGuiApplication.clipboard().clear()  # so that no dialog begins with lines that it would ask about
    opening: dict[str, list[str]] = {}
    wrong: dict[str, list[str]] = {}
    for name, action in window.menus.commands.all().items():
        if name in ENDS_THE_WINDOW or not action.isEnabled():
            continue
        before = set(QApplication.topLevelWidgets())
        action.trigger()
        qtbot.waitUntil(lambda: not window.desk.runner.is_busy)  # parts that are loaded first
        opened = [each for each in new_windows(before) if not isinstance(each, QFileDialog | MainWindow)]
        wrong[name] = [problem for dialog in opened for problem in problems(dialog)]
        opening[name] = [each.objectName() for each in opened]
        close(new_windows(before))
    assert {name: found for name, found in wrong.items() if found} == {}
    found = {each for names in opening.values() for each in names}
    assert {"guide", "shortcutsDialog", "aboutDialog", "exportDialog", "readReport"} <= found
    assert len([name for name in opening if name.startswith("new.") and opening[name]]) >= 5


def problems(dialog: QWidget) -> list[str]:
    """What a screen reader or a keyboard would stumble over."""
    found = [f"no name: {each}" for each in nameless(dialog)]
    if not (dialog.windowTitle() or name_of(dialog)):
        found.append("the dialog itself has no name")
    first = dialog.focusWidget()
    if first not in interactive(dialog):
        return [*found, "nothing has the keyboard"]
    reached = reached_by_tab(first)
    found += [f"out of reach: {each}" for each in not_reached(dialog, reached)]
    return found + [f"no visible focus: {each}" for each in without_visible_focus(reached)]


def new_windows(before: set[QWidget]) -> list[QWidget]:
    for _ in range(4):
        QApplication.processEvents()
    return [each for each in QApplication.topLevelWidgets() if each not in before and each.isVisible()]


def close(windows: list[QWidget]) -> None:
    for each in windows:
        each.close()
    for _ in range(4):
        QApplication.processEvents()


def test_the_walk_finds_what_is_wrong(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    silent, named = QLineEdit(page), QLineEdit(page)
    named.setAccessibleName("City")
    plain = QWidget(page)
    plain.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    plain.setAccessibleName("Nothing to see")
    for part in (silent, named, plain):
        part.setMinimumSize(80, 30)
        column.addWidget(part)
    with qtbot.waitExposed(page):
        page.show()
    assert [text.split()[0] for text in nameless(page)] == ["QLineEdit"]
    assert without_visible_focus([named, plain]) == ["QWidget '' in ''"]
    named.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    assert not_reached(page, [silent, plain]) == ["QLineEdit '' in ''"]
