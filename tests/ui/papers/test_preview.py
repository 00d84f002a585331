"""The pages on the screen: turned and enlarged by keys, read to those who cannot see them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ministrack.reports.document import Column, Paper, Table, TableRow, plain
from ministrack.ui.papers.preview import Preview
from ministrack.ui.papers.sheets import Sheets
from ministrack.ui.style.theme import LIGHT, ThemeSource

CONTROL = Qt.KeyboardModifier.ControlModifier


def sheets(count: int) -> Sheets:
    rows = [TableRow((plain(f"Türkiye {number}"), plain("Nazir"))) for number in range(count)]
    return Sheets(Paper("Kağız", "", "", [Table((Column("Country"), Column("Level")), rows)]))


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    shown = Preview(ThemeSource(LIGHT))
    qtbot.addWidget(shown)
    shown.resize(500, 400)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def test_the_first_page_is_there_at_once_and_the_others_follow(preview: Preview, qtbot: QtBot) -> None:
    made = sheets(3000)
    preview.show_sheets(made, from_top=True)
    assert 0 < len(made.pages) < 5
    assert "Kağız" in preview.accessibleDescription()
    qtbot.waitUntil(lambda: made.is_complete)
    assert len(made.pages) > 50
    assert made.number_text(0) == f"1 of {len(made.pages)}"


def test_keys_turn_pages_and_say_what_is_on_them(preview: Preview, qtbot: QtBot) -> None:
    made = sheets(200)
    preview.show_sheets(made, from_top=True)
    qtbot.waitUntil(lambda: made.is_complete)
    first = preview.accessibleDescription()
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.page == 1
    assert preview.accessibleDescription().startswith("Country\tLevel\nTürkiye ")
    assert preview.accessibleDescription() != first
    QTest.keyClick(preview, Qt.Key.Key_End)
    assert preview.page == len(made.pages) - 1
    assert "Türkiye 199" in preview.accessibleDescription()
    QTest.keyClick(preview, Qt.Key.Key_PageUp)
    assert preview.page == len(made.pages) - 2
    QTest.keyClick(preview, Qt.Key.Key_Home)
    assert preview.accessibleDescription() == first


def test_keys_enlarge_and_fit_again(preview: Preview, qtbot: QtBot) -> None:
    preview.show_sheets(sheets(10), from_top=True)
    across = preview.horizontalScrollBar()
    assert across.maximum() == 0
    small = preview.verticalScrollBar().maximum()
    for _ in range(3):
        QTest.keyClick(preview, Qt.Key.Key_Plus, CONTROL)
    assert across.maximum() > 0
    assert preview.verticalScrollBar().maximum() > small
    QTest.keyClick(preview, Qt.Key.Key_Minus, CONTROL)
    QTest.keyClick(preview, Qt.Key.Key_0, CONTROL)
    assert (across.maximum(), preview.verticalScrollBar().maximum()) == (0, small)
    preview.resize(700, 400)
    assert across.maximum() == 0
    for _ in range(40):
        QTest.keyClick(preview, Qt.Key.Key_Plus, CONTROL)
    most = across.maximum()
    QTest.keyClick(preview, Qt.Key.Key_Plus, CONTROL)
    assert across.maximum() == most


def test_other_pages_stand_where_the_former_ones_stood(preview: Preview, qtbot: QtBot) -> None:
    made = sheets(300)
    preview.show_sheets(made, from_top=True)
    qtbot.waitUntil(lambda: made.is_complete)
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    again = sheets(290)
    preview.show_sheets(again, from_top=False)
    qtbot.waitUntil(lambda: again.is_complete)
    assert preview.page == 2
    preview.show_sheets(None, from_top=True)
    assert (preview.page, preview.accessibleDescription()) == (-1, "")
