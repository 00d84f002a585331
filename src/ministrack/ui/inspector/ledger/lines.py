"""The list of a ledger: entries in order of time on an unbroken line, meetings to come on a dashed one."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from ministrack.ui.desk import Desk
from ministrack.ui.inspector.entries import Entry
from ministrack.ui.inspector.entry_delegate import EntryDelegate, Shape
from ministrack.ui.inspector.entry_model import ENTRY, ListingLines
from ministrack.ui.inspector.link_list import LinkList

_LINE = 2  # px

Index = QModelIndex | QPersistentModelIndex


class LedgerLines:
    """What was reported, then what is to come."""

    def __init__(self, reported: ListingLines, coming: Sequence[Entry]) -> None:
        self._reported = reported
        self._coming = coming

    def count(self) -> int:
        """How many lines there are."""
        return self._reported.count() + len(self._coming)

    def line(self, position: int) -> Entry | None:
        """The line at a position."""
        beyond = position - self._reported.count()
        return self._coming[beyond] if beyond >= 0 else self._reported.line(position)


class LedgerDelegate(EntryDelegate):
    """Paints an entry with its piece of the line beside it."""

    def __init__(self, desk: Desk, lines: QListView) -> None:
        super().__init__(Shape.WRAPPED, desk.themes, desk.flags, lines)
        self._desk = desk
        self._list = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        option.rect = QRect(
            0, 0, self._list.viewport().width(), 0
        )  # asked for a row alone, Qt leaves it empty
        return super().sizeHint(option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        entry, rect = index.data(ENTRY), option.rect
        if not isinstance(entry, Entry):
            return
        theme = self._desk.themes.theme
        style = Qt.PenStyle.DashLine if entry.is_expected else Qt.PenStyle.SolidLine
        pen = QPen(QColor(theme.planned if entry.is_expected else theme.accent), _LINE, style)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        where = QStyle.visualRect(
            option.direction, rect, QRect(rect.left(), rect.top(), _LINE, rect.height())
        )
        painter.save()
        painter.setPen(pen)
        painter.drawLine(where.center().x(), where.top(), where.center().x(), where.bottom() + 1)
        painter.restore()


class LedgerList(LinkList):
    """Lines that open: an entry of the ledger, or a meeting to come."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, Shape.WRAPPED, parent)
        self.setItemDelegate(LedgerDelegate(desk, self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # now; Qt would wait for a tenth of a second
            self.updateGeometry()
