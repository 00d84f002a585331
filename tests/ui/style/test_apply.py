"""The style sheet is complete in both themes, follows the system's font, and the window really shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ministrack.paths import resource
from ministrack.ui.style.apply import (
    Scheme,
    apply_theme,
    detect_scheme,
    mark,
    palette,
    style_sheet,
    theme_for,
)
from ministrack.ui.style.metrics import ROW_HEIGHT, body_font, scaled_font
from ministrack.ui.style.tables import dress_table
from ministrack.ui.style.theme import COLOUR_ROLES, DARK, LIGHT, Theme

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, given back as it was: other tests measure and paint in it too."""
    before = (qapp.font(), qapp.palette(), qapp.styleSheet())
    yield qapp
    qapp.setFont(before[0])
    qapp.setPalette(before[1])
    qapp.setStyleSheet(before[2])
    qapp.styleHints().unsetColorScheme()


def shown_colour(widget: QWidget, x: int, y: int) -> str:
    return widget.grab().toImage().pixelColor(x, y).name()


@THEMES
def test_no_token_is_left_and_every_drawing_exists(theme: Theme, app: QApplication) -> None:
    sheet = style_sheet(theme, app.font())
    assert "@" not in sheet
    drawings = re.findall(r'url\("([^"]+)"\)', sheet)
    assert drawings
    for drawing in drawings:
        assert resource("style", theme.name, drawing.rsplit("/", 1)[1]).as_posix() == drawing


@THEMES
def test_drawings_have_colours_of_their_theme(theme: Theme) -> None:
    known = {theme.colour(role) for role in COLOUR_ROLES}
    for drawing in resource("style", theme.name).glob("*.svg"):
        used = set(re.findall(r"#[0-9a-fA-F]{6}", drawing.read_text(encoding="utf-8")))
        assert used, drawing
        assert used <= known, drawing


def test_braces_of_the_style_sheet_match(app: QApplication) -> None:
    # Qt drops the whole sheet, with a warning only, when it cannot parse it.
    sheet = style_sheet(LIGHT, app.font())
    assert sheet.count("{") == sheet.count("}")


@THEMES
def test_the_palette_names_every_role_that_text_and_ground_need(theme: Theme) -> None:
    made = palette(theme)
    assert made.color(QPalette.ColorRole.Window) == QColor(theme.surface)
    assert made.color(QPalette.ColorRole.Text) == QColor(theme.text)
    assert made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == QColor(theme.disabled)


@THEMES
def test_widgets_take_the_theme(theme: Theme, app: QApplication, qtbot: QtBot) -> None:
    apply_theme(app, theme)
    primary = QPushButton("Add 11 records")
    primary.setProperty("kind", "primary")
    qtbot.addWidget(primary)
    primary.resize(160, 30)
    primary.show()
    assert shown_colour(primary, 80, 4) == theme.accent
    assert app.palette().color(QPalette.ColorRole.Base) == QColor(theme.surface)


def test_changing_the_theme_reaches_widgets_that_are_open(app: QApplication, qtbot: QtBot) -> None:
    apply_theme(app, LIGHT)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(120, 30)
    field.show()
    assert shown_colour(field, 60, 15) == LIGHT.surface
    apply_theme(app, DARK)
    assert shown_colour(field, 60, 15) == DARK.surface


def test_focus_shows_a_ring_two_pixels_wide(app: QApplication, qtbot: QtBot) -> None:
    apply_theme(app, LIGHT)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(120, 30)
    with qtbot.waitExposed(field):
        field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert [shown_colour(field, 60, y) for y in (0, 1)] == [LIGHT.focus, LIGHT.focus]
    assert shown_colour(field, 60, 3) == LIGHT.surface


def test_an_invalid_field_is_marked_at_once_and_cleared_at_once(app: QApplication, qtbot: QtBot) -> None:
    apply_theme(app, LIGHT)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(120, 30)
    field.show()
    mark(field, "invalid", True)
    assert shown_colour(field, 60, 0) == LIGHT.overdue
    mark(field, "invalid", False)
    assert shown_colour(field, 60, 0) == LIGHT.border_strong


def test_a_small_system_font_is_raised_to_13_pixels_and_a_large_one_kept(app: QApplication) -> None:
    small = QFont(app.font())
    small.setPixelSize(10)
    large = QFont(app.font())
    large.setPixelSize(22)
    assert QFontInfo(body_font(small)).pixelSize() == 13
    assert QFontInfo(body_font(large)).pixelSize() == 22


def test_dressing_twice_does_not_make_the_font_grow(app: QApplication) -> None:
    apply_theme(app, LIGHT)
    once = QFontInfo(app.font()).pixelSize()
    apply_theme(app, DARK)
    assert QFontInfo(app.font()).pixelSize() == once


def test_headings_grow_with_the_system_font(app: QApplication) -> None:
    large = QFont(app.font())
    large.setPointSizeF(20)
    title = re.search(r'role="title"\] \{ font-size: ([0-9.]+)pt', style_sheet(LIGHT, large))
    assert title is not None
    assert float(title[1]) == pytest.approx(26, abs=0.7)  # 1.3 times; fonts come in whole pixels
    assert scaled_font(large, 0.5).pointSizeF() == pytest.approx(10, abs=0.4)


def test_the_users_choice_wins_over_the_system(app: QApplication) -> None:
    assert theme_for(app, Scheme.DARK) is DARK
    assert theme_for(app, Scheme.LIGHT) is LIGHT
    system_is_dark = theme_for(app, Scheme.SYSTEM).is_dark
    assert system_is_dark == (app.styleHints().colorScheme() == Qt.ColorScheme.Dark)
    assert detect_scheme(app) is (Scheme.DARK if system_is_dark else Scheme.LIGHT)


def test_a_dressed_table_has_even_rows_and_no_grid(app: QApplication, qtbot: QtBot) -> None:
    apply_theme(app, LIGHT)
    table = QTableWidget(3, 2)
    qtbot.addWidget(table)
    dress_table(table)
    assert not table.showGrid()
    assert [table.rowHeight(row) for row in range(3)] == [ROW_HEIGHT] * 3
    big = QFont(app.font())
    big.setPointSizeF(30)
    table.setFont(big)
    dress_table(table)
    assert table.rowHeight(0) > table.fontMetrics().height()


def test_a_list_filled_before_it_is_shown_has_rows_that_do_not_overlap(
    app: QApplication, qtbot: QtBot
) -> None:
    apply_theme(app, LIGHT)
    names = QListWidget()
    qtbot.addWidget(names)
    names.addItems(["Yılmaz Tunç", "Kubanıçbek Ömüralıyev"])
    names.setCurrentRow(1)  # places the rows, before the style is there
    with qtbot.waitExposed(names):
        names.show()
    qtbot.waitUntil(
        lambda: names.visualItemRect(names.item(0)).bottom() < names.visualItemRect(names.item(1)).top()
    )


@pytest.mark.parametrize("make", [QLineEdit, QComboBox, QSpinBox, QPushButton])
def test_fields_cannot_be_squeezed_below_large_letters(
    make: type[QWidget], app: QApplication, qtbot: QtBot
) -> None:
    large = QFont(app.font())
    large.setPointSizeF(24)
    app.setFont(large)
    apply_theme(app, LIGHT)
    widget = make()
    qtbot.addWidget(widget)
    widget.ensurePolished()
    assert widget.minimumSizeHint().height() >= widget.fontMetrics().height()
    assert widget.maximumHeight() >= widget.fontMetrics().height()


def test_rows_are_parted_by_one_thin_line(app: QApplication, qtbot: QtBot) -> None:
    apply_theme(app, LIGHT)
    table = QTableWidget(3, 2)
    qtbot.addWidget(table)
    dress_table(table)
    table.resize(400, 300)
    table.show()
    shot = table.viewport().grab().toImage()
    column = [shot.pixelColor(50, y).name() for y in range(2 * ROW_HEIGHT)]
    assert [y for y, colour in enumerate(column) if colour == LIGHT.border] == [
        ROW_HEIGHT - 1,
        2 * ROW_HEIGHT - 1,
    ]
