"""The guide as a person uses it: F1, contents, links, the way back, search, and nothing from outside."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.domain.filters import Compare
from ministrack.domain.record import Ref
from ministrack.domain.task import Task
from ministrack.edits.workspace import Identity
from ministrack.program import create_sample
from ministrack.ui.guide.pages import ORDER
from ministrack.ui.guide.window import GuideWindow
from ministrack.ui.main_window import MainWindow
from ministrack.ui.style.theme import DARK
from ministrack.ui.views import views

NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Ədliyyə.ministrack"
    create_sample(path, Identity("Aygün", "desk-1")).close()
    shown = open_window(path)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


def guide_of(window: MainWindow) -> GuideWindow:
    become_active(window)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F1)
    guide = window.findChild(GuideWindow)
    assert guide is not None
    become_active(guide)
    return guide


def become_active(window: QWidget) -> None:
    window.activateWindow()
    deadline = QDeadlineTimer(5000)
    while not window.isActiveWindow():
        assert not deadline.hasExpired()
        QApplication.processEvents()


def press(guide: GuideWindow, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(guide.focusWidget(), key, held)


def rows(guide: GuideWindow) -> list[str]:
    return [guide.contents.item(row).text() for row in range(guide.contents.count())]


def pictures(guide: GuideWindow) -> list[QImage]:
    document = guide.page.document()
    block, found = document.begin(), []
    while block.isValid():
        names = [
            run.format.toImageFormat().name() for run in block.textFormats() if run.format.isImageFormat()
        ]
        found += [document.resource(IMAGE, QUrl(name)) for name in names]
        block = block.next()
    return [each for each in found if isinstance(each, QImage)]


@pytest.mark.parametrize("view", [entry.name for entry in views()])
def test_f1_opens_the_page_about_the_view(window: MainWindow, view: str) -> None:
    from ministrack.ui.guide.pages import PAGE_OF_VIEW

    window.desk.focus.show_view(view)
    window.focus_view()
    assert guide_of(window).page_name == PAGE_OF_VIEW[view]


def test_f1_opens_the_page_about_the_pane_that_has_the_keyboard(window: MainWindow) -> None:
    window.timeline.setFocus()
    guide = guide_of(window)
    assert guide.page_name == "timeline"
    task = window.desk.read.find(Task, Compare("status", "open"))[0]
    window.open_record(Ref("task", task.id))
    window.edit_record(Ref("task", task.id))
    assert guide_of(window) is guide
    assert guide.page_name == "tasks"
    window.top_bar.search.setFocus()
    assert guide_of(window).page_name == "finding"


def test_links_lead_on_and_the_way_back_leads_back(window: MainWindow) -> None:
    guide = guide_of(window)
    guide.open_page("first-steps")
    guide.page.anchorClicked.emit(QUrl("meetings.md"))
    assert guide.page_name == "meetings"
    assert guide.contents.currentItem().text() == "Meetings and dates"
    press(guide, Qt.Key.Key_Left, ALT)
    assert guide.page_name == "first-steps"
    press(guide, Qt.Key.Key_Right, ALT)
    assert guide.page_name == "meetings"


def test_a_link_to_a_heading_scrolls_to_it(window: MainWindow) -> None:
    guide = guide_of(window)
    guide.open_page("delegations", "who-came-below-minister-level")
    assert guide.page.textCursor().block().text() == "Who came below minister level?"
    assert guide.page.verticalScrollBar().value() > 0


@pytest.mark.parametrize(
    "link",
    ["https://example.org/", "file:///etc/passwd", "javascript:alert(1)", "../../README.md", "no-page.md"],
)
def test_nothing_from_outside_is_opened(window: MainWindow, link: str) -> None:
    guide = guide_of(window)
    before, shown = guide.page_name, guide.page.toPlainText()
    guide.page.anchorClicked.emit(QUrl(link))
    guide.page.setSource(QUrl(link))
    assert guide.page_name == before
    assert guide.page.loadResource(IMAGE, QUrl(link)) is None
    assert guide.page.toPlainText() == shown


def test_search_lists_the_pages_that_hold_every_word(window: MainWindow) -> None:
    guide = guide_of(window)
    press(guide, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(guide.search, "matrix LEVEL")
    assert guide.page_name == "delegations"
    assert any(row.startswith("Delegations and attendance (") for row in rows(guide))
    assert "Your data" not in " ".join(rows(guide))
    marked = [mark.cursor.selectedText().lower() for mark in guide.page.extraSelections()]
    assert {"matrix", "level"} == set(marked)
    QTest.keyClicks(guide.search, " zzz")
    assert rows(guide) == []
    press(guide, Qt.Key.Key_Escape)
    assert len(rows(guide)) == len(ORDER)
    assert guide.isVisible()


def test_enter_goes_from_place_to_place_and_on_to_the_next_page(window: MainWindow) -> None:
    guide = guide_of(window)
    guide.search.setFocus()
    QTest.keyClicks(guide.search, "tick")
    first = guide.page_name
    seen = {first}
    for _ in range(40):
        press(guide, Qt.Key.Key_Return)
        seen.add(guide.page_name)
    assert len(seen) == len(rows(guide)) > 1


def test_the_keyboard_reaches_contents_and_page(window: MainWindow) -> None:
    guide = guide_of(window)
    assert guide.focusWidget() is guide.page
    press(guide, Qt.Key.Key_F6)
    assert guide.focusWidget() is guide.contents
    before = guide.page_name
    press(guide, Qt.Key.Key_Down)
    assert guide.page_name != before
    press(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_pictures_follow_the_theme_and_the_width(window: MainWindow) -> None:
    guide = guide_of(window)
    guide.open_page("first-steps")
    light = pictures(guide)
    assert len(light) == 1
    assert light[0].width() <= guide.page.viewport().width() * guide.devicePixelRatioF()
    window.desk.themes.set_theme(DARK)
    dark = pictures(guide)
    assert dark[0].pixelColor(5, 5).lightness() < 100 < light[0].pixelColor(5, 5).lightness()


def test_it_closes_with_its_window(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "Şuşa.ministrack"
    create_sample(path, Identity("Aygün", "desk-1")).close()
    window = open_window(path)
    with qtbot.waitExposed(window):
        window.show()
    guide = guide_of(window)
    with qtbot.waitSignal(guide.destroyed):
        window.close()


def test_its_size_is_remembered(window: MainWindow) -> None:
    guide = guide_of(window)
    guide.resize(660, 480)
    guide.close()
    QApplication.processEvents()
    again = guide_of(window)
    assert (again.width(), again.height()) == (660, 480)
