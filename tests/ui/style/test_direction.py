"""Painted words run in the direction of their own letters, in a window of either direction."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from ministrack.ui.style.direction import as_written

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
SIDE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)


def painted(text: str, around: Qt.LayoutDirection, *, isolated: bool = True) -> QImage:
    image = QImage(400, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setLayoutDirection(around)
    font = painter.font()
    font.setPixelSize(16)
    painter.setFont(font)
    painter.drawText(QRect(0, 0, 400, 40), SIDE, as_written(painter, text) if isolated else text)
    painter.end()
    return image


@pytest.mark.parametrize("text", ["وزير العدل (2)", "ישראל (IL)", "20 Nov 2025", "3rd · Türkiye, 2026"])
def test_the_direction_of_the_window_changes_no_word(qapp: QApplication, text: str) -> None:
    assert painted(text, LTR) == painted(text, RTL)


def test_without_it_numbers_change_places_in_a_mirrored_window(qapp: QApplication) -> None:
    assert painted("20 Nov 2025", RTL, isolated=False) != painted("20 Nov 2025", RTL)


def test_plain_text_is_painted_as_it_is(qapp: QApplication) -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setLayoutDirection(LTR)
    names = ("Йылмаз Тунч, Türkiye", "İstanbul…", "")
    found = [as_written(painter, name) for name in names]
    painter.end()
    assert found == list(names)
