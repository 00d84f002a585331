"""Paints the tick of a row in the middle of its cell."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView


def paint_tick(view: QTableView, painter: QPainter, option: QStyleOptionViewItem, *, is_on: bool) -> None:
    """As the style of the window draws it."""
    style, box = view.style(), QStyleOptionViewItem(option)
    side = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, view)
    place = QRect(0, 0, side, side)
    cell: QRect = option.rect  # type of a Qt attribute
    place.moveCenter(cell.center())
    box.rect = place
    on = QStyle.StateFlag.State_On if is_on else QStyle.StateFlag.State_Off
    box.state = QStyle.StateFlag.State_Enabled | on
    style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, view)
