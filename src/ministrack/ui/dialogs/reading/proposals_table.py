"""The table of proposals: arrows go from row to row, Space ticks, Enter edits, Delete rejects."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ministrack.domain.language import tr
from ministrack.domain.proposal import ProposalKind
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.reading.proposals_model import (
    PROPOSED,
    QUOTE,
    RECORD,
    STANDING,
    TICK,
    TOLD_ROLE,
    ProposalsModel,
)
from ministrack.ui.dialogs.reading.telling import Told
from ministrack.ui.models.answers import CELL_ROLE
from ministrack.ui.models.column import Cell
from ministrack.ui.style.direction import as_written
from ministrack.ui.style.metrics import SPACE, flag_side
from ministrack.ui.style.tables import dress_table
from ministrack.ui.widgets.cell_delegate import PADDING, CellDelegate
from ministrack.ui.widgets.ticks import paint_tick

Index = QModelIndex | QPersistentModelIndex

_WIDTHS = {TICK: 6, STANDING: 12}  # letters
# Letters that are left for what is proposed and the quote, which gives way first: the text stands beside it.
_BOTH = 56
_FEW = 32  # the kind of record gives way as well
_SHARE = 0.34  # of the quote
_DOT = " · "
_LEAST_PIECE = 24  # px: of a word that is shortened
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)


class ProposalsTable(QTableView):
    """Signals: `tick_wanted(object, bool)` and `reject_wanted(object)` with keys; `edit_wanted()`."""

    tick_wanted = Signal(object, bool)
    reject_wanted = Signal(object)
    edit_wanted = Signal()

    def __init__(self, desk: Desk, model: ProposalsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setObjectName("reading.proposals")
        self.setAccessibleName(tr("Proposals"))
        dress_table(self)
        self.setModel(model)
        self.setItemDelegate(_Delegate(desk, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(4 * SPACE)
        header.setSectionResizeMode(PROPOSED, QHeaderView.ResizeMode.Stretch)
        model.tick_wanted.connect(self.tick_wanted)

    def go_to(self, row: int) -> None:
        """Selects a row and goes there; Qt's own way finds none in a mirrored window."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        index = self._model.index(row, TICK)
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def selected_keys(self) -> list[str]:
        """The keys of the selected rows, in order."""
        selected = self.selectionModel().selection()
        rows = sorted({row for each in selected.toList() for row in range(each.top(), each.bottom() + 1)})
        return [entry.key for row in rows if (entry := self._model.entry(row)) is not None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() == Qt.Key.Key_Space:
            self._tick()
        elif plain and event.key() in _ENTER:
            self.edit_wanted.emit()
        elif plain and event.key() in _ENDS:
            self.go_to(0 if event.key() == Qt.Key.Key_Home else self._model.rowCount() - 1)
        elif plain and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._reject()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # the next place in the text
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a tick ticks this row, or all that are selected if it is one of them."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == TICK and event.button() == Qt.MouseButton.LeftButton:
            if not self.selectionModel().isRowSelected(index.row()):
                self.go_to(index.row())
            self._tick()
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks on a tick are two ticks; elsewhere they edit."""
        if self.indexAt(event.position().toPoint()).column() == TICK:
            self.mousePressEvent(event)
        else:
            self.edit_wanted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What the keys do, for those who look for it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rejected = self._model.shows_rejected
        entries: list[tuple[str, Callable[[], None]]] = [(tr("Edit"), self.edit_wanted.emit)]
        if not rejected:
            entries.insert(0, (tr("Tick or untick"), self._tick))
        entries.append((tr("Put back") if rejected else tr("Reject"), self._reject))
        for words, do in entries:
            menu.addAction(words).triggered.connect(do)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in _WIDTHS.items():
            self.setColumnWidth(column, letter * letters)
        kinds = max(self.fontMetrics().horizontalAdvance(tr(kind.label)) for kind in ProposalKind)
        self.setColumnWidth(RECORD, kinds + 2 * PADDING + SPACE)
        left = self.viewport().width() // letter - sum(_WIDTHS.values()) - self.columnWidth(RECORD) // letter
        self.setColumnHidden(QUOTE, left < _BOTH)
        self.setColumnHidden(RECORD, left < _FEW)
        self.setColumnWidth(QUOTE, letter * int(left * _SHARE))

    def _tick(self) -> None:
        """Ticks what is selected, or unticks it where all is ticked already."""
        keys = self.selected_keys()
        rows = [self._model.entry(self._model.row_of(key)) for key in keys]
        is_all = all(entry is not None and entry.is_ticked for entry in rows)
        if keys and not self._model.shows_rejected:
            self.tick_wanted.emit(keys, not is_all)

    def _reject(self) -> None:
        self.reject_wanted.emit(self.selected_keys())

    def _copy(self) -> None:
        rows = [self._model.row_of(key) for key in self.selected_keys()]
        lines = [[str(self._model.index(row, each).data() or "") for each in range(RECORD, QUOTE + 1)]
                 for row in rows]  # fmt: skip
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))


class _Delegate(CellDelegate):
    """Ticks, and the words of a proposal, some of them bold."""

    def __init__(self, desk: Desk, table: QTableView) -> None:
        super().__init__(desk.themes, desk.flags, table, edge=0)
        self._desk = desk
        self._view = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.column() == PROPOSED:
            self._paint_proposed(painter, option, index)
            return
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole) if index.column() == TICK else None
        if state is not None:
            paint_tick(self._view, painter, option, is_on=Qt.CheckState(state) is Qt.CheckState.Checked)

    def _paint_proposed(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The flag, then the words; the cell below them is painted as any other."""
        told, cell = index.data(TOLD_ROLE), index.data(CELL_ROLE)
        if not isinstance(told, Told) or not isinstance(cell, Cell):
            return
        empty = QStyleOptionViewItem(option)
        state: QStyle.StateFlag = option.state  # type of a Qt attribute
        empty.state = state & ~QStyle.StateFlag.State_HasFocus
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, empty, painter, self._view)
        rect: QRect = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        painter.save()
        if told.code and self._desk.flags.enabled:
            side = flag_side(self._view.font())
            flag = QRect(rect.left(), rect.top() + (rect.height() - side) // 2, side, side)
            flag = QStyle.visualRect(painter.layoutDirection(), rect, flag)
            ratio = self._view.devicePixelRatioF()
            painter.drawPixmap(flag, self._desk.flags.pixmap(told.code, side, ratio))
            rect = QStyle.visualRect(
                painter.layoutDirection(), rect, rect.adjusted(side + SPACE + 2, 0, 0, 0)
            )
        theme = self._desk.themes.theme
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(QColor(theme.selection_text if is_selected else theme.text))
        self._paint_words(painter, rect, told)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, told: Told) -> None:
        direction = painter.layoutDirection()
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        flags = int(QStyle.visualAlignment(direction, side)) | int(Qt.TextFlag.TextSingleLine)
        used = 0
        for font, text in fitted(self._view.font(), told, rect.width()):
            painter.setFont(font)
            width = painter.fontMetrics().horizontalAdvance(text)
            place = QStyle.visualRect(direction, rect, rect.adjusted(used, 0, 0, 0))
            if text == _DOT:  # spaces at its ends would go in words from right to left
                box = rect.adjusted(used, 0, used + width - rect.width(), 0)
                place = QStyle.visualRect(direction, rect, box)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text.strip())
            else:
                painter.drawText(place, flags, as_written(painter, text))
            used += width


def fitted(body: QFont, told: Told, width: int) -> list[tuple[QFont, str]]:
    """The words of a row with the fonts they are painted in; where they are too long, those that are not
    emphasised give way, the longest first.
    """
    bold = QFont(body)
    bold.setWeight(QFont.Weight.DemiBold)
    pieces: list[tuple[QFont, str]] = []
    for number, part in enumerate(told.parts):
        pieces += [(body, _DOT)] if number else []
        pieces.append((bold if part.is_bold else body, part.text))
    metrics = {id(font): QFontMetrics(font) for font in (body, bold)}
    widths = [metrics[id(font)].horizontalAdvance(text) for font, text in pieces]
    yielding = [place for place, (font, text) in enumerate(pieces) if font is body and text != _DOT]
    room = width - sum(each for place, each in enumerate(widths) if place not in yielding)
    if room < _LEAST_PIECE * len(yielding):  # then all of them have to
        yielding = list(range(0, len(pieces), 2))
        room = width - sum(widths[1::2])
    most = _share([widths[place] for place in yielding], room)
    for place in yielding:
        font, text = pieces[place]
        if widths[place] > most:
            shown = metrics[id(font)].elidedText(text, Qt.TextElideMode.ElideRight, most)
            pieces[place] = font, shown
    return pieces


def _share(widths: list[int], room: int) -> int:
    """The most that each may take, so that all have room."""
    left = len(widths)
    for each in sorted(widths):
        if each * left > room:
            return max(room, 0) // left
        room -= each
        left -= 1
    return max(widths, default=0)
