"""Pills say their text, in colours of the theme, within the room they are given."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from ministrack.ui.style.theme import DARK, LIGHT, ThemeSource, Tone
from ministrack.ui.widgets.pill import Pill, paint_pill, pill_size

pytestmark = pytest.mark.usefixtures("qapp")


def painted(text: str, width: int, tone: Tone = Tone.HELD, mirrored: bool = False) -> tuple[QImage, int]:
    image = QImage(300, 36, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    if mirrored:
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    used = paint_pill(painter, QRect(0, 0, width, 36), text, tone, LIGHT)
    painter.end()
    return image, used


def columns_touched(image: QImage) -> list[int]:
    plain = QColor(LIGHT.surface)
    return [
        x for x in range(image.width()) if any(image.pixelColor(x, y) != plain for y in range(image.height()))
    ]


@pytest.mark.parametrize("tone", list(Tone))
def test_a_pill_is_painted_in_its_tone(tone: Tone) -> None:
    image, used = painted("In progress", 300, tone)
    ink, soft = LIGHT.tone(tone)
    shades = {image.pixelColor(x, y).name() for x in range(used) for y in range(36)}
    assert soft in shades
    assert ink in shades  # the word itself, not only a coloured ground


def test_the_width_told_is_the_width_painted() -> None:
    image, used = painted("Planned", 300)
    touched = columns_touched(image)
    assert (touched[0], touched[-1]) == (0, used - 1)


def test_a_long_word_is_shortened_to_the_room_there_is() -> None:
    image, used = painted("Deputy head of government", 80)
    assert used == 80
    assert columns_touched(image)[-1] <= 79


def test_no_text_paints_nothing() -> None:
    image, used = painted("", 300)
    assert used == 0
    assert columns_touched(image) == []


def test_no_room_paints_nothing() -> None:
    assert painted("Held", 10)[1] == 0


def test_right_to_left_starts_at_the_right() -> None:
    image, used = painted("Held", 300, mirrored=True)
    assert columns_touched(image)[0] == 300 - used


def test_the_label_fits_its_text_and_shows_it_plainly(qtbot: QtBot) -> None:
    pill = Pill(ThemeSource(LIGHT), "<b>Held</b>", Tone.HELD)
    qtbot.addWidget(pill)
    assert pill.textFormat() == Qt.TextFormat.PlainText
    assert pill.sizeHint() == pill_size(pill.font(), "<b>Held</b>")
    pill.show_status("", Tone.NEUTRAL)
    assert pill.sizeHint() == QSize(0, 0)


def test_the_label_follows_status_and_theme(qtbot: QtBot) -> None:
    source = ThemeSource(LIGHT)
    pill = Pill(source, "Planned", Tone.PLANNED)
    qtbot.addWidget(pill)
    pill.resize(pill.sizeHint())
    pill.show()
    middle = pill.height() // 2

    def ground() -> str:
        return pill.grab().toImage().pixelColor(4, middle).name()

    assert ground() == LIGHT.planned_soft
    pill.show_status("Planned", Tone.OVERDUE)
    assert ground() == LIGHT.overdue_soft
    source.set_theme(DARK)
    assert ground() == DARK.overdue_soft
