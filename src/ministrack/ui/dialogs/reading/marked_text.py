"""The text of a report with its marks: what is pointed at there is selected in the list of proposals."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QToolTip, QWidget

from ministrack.domain.language import tr
from ministrack.domain.proposal import Quote
from ministrack.domain.values import dataclass
from ministrack.reading.report import Report
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.reading.marks import LINE, Mark, paint_mark
from ministrack.ui.dialogs.reading.places import Places
from ministrack.ui.models.tips import plain_tip
from ministrack.ui.style.direction import reads_from_the_right
from ministrack.ui.style.metrics import SPACE

_COLUMN = 82  # letters: the eye loses its line in longer ones
_MARGIN = 5 * SPACE
_ROUND = 3.0
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class _Span:
    """A mark in the document."""

    start: int
    stop: int
    mark: Mark


class MarkedText(QTextEdit):
    """Reads; marks are painted below the letters.

    Signals: `pointed(str, int)` with the key of a proposal and where in the report its mark begins.
    """

    pointed = Signal(str, int)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._places = Places("", ())
        self._spans: list[_Span] = []
        self._starts: list[int] = []
        self._widest = 0
        self._current: tuple[int, int] | None = None
        self._tips: Mapping[str, str] = {}
        self._pressed: QPoint | None = None
        self.setObjectName("reading.text")
        self.setAccessibleName(tr("Text of the report"))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "page")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        desk.themes.changed.connect(self.viewport().update)

    def show_report(self, report: Report) -> None:
        """Shows another text, without marks."""
        self._spans, self._starts, self._current = [], [], None
        self._places = Places(report.text, report.blocks)
        self._places.fill(self.document(), self.font())
        self._fit_column()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_marks(self, marks: Sequence[Mark], tips: Mapping[str, str]) -> None:
        """Marks these stretches; `tips` say by key what they are."""
        place = self._places.position
        self._spans = [_Span(place(mark.start), place(mark.stop), mark) for mark in marks]
        self._spans.sort(key=lambda span: (span.start, -span.stop))
        self._starts = [span.start for span in self._spans]
        self._widest = max((span.stop - span.start for span in self._spans), default=0)
        self._tips = tips
        self.viewport().update()

    def point_out(self, quote: Quote | None) -> None:
        """Puts a frame around a stretch and brings it into view; None takes the frame away."""
        self._current = None
        if quote is not None:
            self._current = self._places.position(quote.start), self._places.position(quote.stop)
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._current[0])
            self.setTextCursor(cursor)
            self._bring_into_view()
            QTimer.singleShot(0, self, self._bring_into_view)  # once the lines have their places
        self.viewport().update()

    @property
    def pointed_out(self) -> str:
        """The words in the frame."""
        if self._current is None:
            return ""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._current[0])
        cursor.setPosition(self._current[1], QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def mark_rect(self, key: str) -> QRectF:
        """Where the first mark of a proposal is painted in the viewport; empty where there is none."""
        found = (rect for span in self._spans if span.mark.key == key for rect in self._boxes(span))
        rect = next(found, QRectF())
        return rect.translated(-self._offset())

    # how it is used

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers():
            self._point_at(self.textCursor().position())
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place, pressed = event.position().toPoint(), self._pressed
        self._pressed = None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        is_click = (place - pressed).manhattanLength() < QApplication.startDragDistance()
        span = self._span_under(place) if is_click else None
        if span is not None:
            self.pointed.emit(span.mark.key, span.mark.start)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_mark = self._span_under(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_mark else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            span = self._span_under(event.pos())
            tip = self._tips.get(span.mark.key, "") if span is not None else ""
            QToolTip.showText(event.globalPos(), plain_tip(tip), self.viewport())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_column()

    # how it looks

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self._offset())
        theme = self._desk.themes.theme
        for span in self._visible():
            for box in self._boxes(span):
                paint_mark(painter, box, span.mark.kind, theme)
        if self._current is not None:
            painter.setPen(QPen(QColor(theme.focus), LINE))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for box in self._lines(*self._current):
                painter.drawRoundedRect(box.adjusted(-2, -1, 2, 2), _ROUND + 2, _ROUND + 2)
        painter.end()
        super().paintEvent(event)

    def _boxes(self, span: _Span) -> Iterator[QRectF]:
        return self._lines(span.start, span.stop)

    def _lines(self, start: int, stop: int) -> Iterator[QRectF]:
        """What a stretch covers, line by line, in the coordinates of the document."""
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < stop:
            yield from self._lines_of(block, start, stop)
            block = block.next()

    def _lines_of(self, block: QTextBlock, start: int, stop: int) -> Iterator[QRectF]:
        layout, base = block.layout(), block.position()
        is_mixed = reads_from_the_right(block.text())
        corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(start - base, line.textStart())
            last = min(stop - base, line.textStart() + line.textLength())
            last -= _spaces(block, first, last)  # no mark behind the last word of a line
            if first >= last:
                continue
            height = line.ascent() + line.descent()
            for left, right in _stretches(line, first, last, is_mixed=is_mixed):
                yield QRectF(corner.x() + left - 1, corner.y() + line.y(), right - left + 2, height + 3)

    def _visible(self) -> Iterator[_Span]:
        top = self.cursorForPosition(QPoint(0, 0)).position()
        bottom = self.cursorForPosition(self.viewport().rect().bottomRight()).position()
        first = bisect_right(self._starts, top - self._widest - 1)
        for span in self._spans[first:]:
            if span.start > bottom:
                return
            if span.stop >= top:
                yield span

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _span_under(self, place: QPoint) -> _Span | None:
        """The smallest mark below the pointer."""
        at = QPointF(place) + self._offset()
        found = [span for span in self._visible() if any(box.contains(at) for box in self._boxes(span))]
        return min(found, key=lambda span: span.stop - span.start, default=None)

    def _point_at(self, position: int) -> None:
        found = [span for span in self._visible() if span.start <= position <= span.stop]
        span = min(found, key=lambda each: each.stop - each.start, default=None)
        if span is not None:
            self.pointed.emit(span.mark.key, span.mark.start)

    def _bring_into_view(self) -> None:
        if self._current is None:
            return
        boxes = list(self._lines(*self._current))
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not boxes:
            return
        top, bottom = boxes[0].top() - bar.value(), boxes[-1].bottom() - bar.value()
        if top < _MARGIN or bottom > height - _MARGIN:
            bar.setValue(round(boxes[0].top() - height / 3))

    def _fit_column(self) -> None:
        """A column that the eye can follow, also in a wide window."""
        widest = _COLUMN * self.fontMetrics().averageCharWidth()
        spare = max(0, self.viewport().width() - widest - 2 * _MARGIN)
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        form.setTopMargin(_MARGIN)
        form.setBottomMargin(_MARGIN)
        form.setLeftMargin(_MARGIN + spare / 3)
        form.setRightMargin(_MARGIN + spare * 2 / 3)
        frame.setFrameFormat(form)


def _spaces(block: QTextBlock, first: int, last: int) -> int:
    """How many spaces end a stretch of a block."""
    text = block.text()
    if len(text) + 1 == block.length():
        words = text[first:last]
    else:  # with characters that count twice
        words = text.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le", "ignore")
    return len(words) - len(words.rstrip())


def _stretches(line: QTextLine, first: int, last: int, *, is_mixed: bool) -> list[tuple[float, float]]:
    """What letters cover from side to side: several stretches where letters of both directions meet."""
    if not is_mixed:
        return [(_x(line.cursorToX(first)), _x(line.cursorToX(last)))]
    found: list[tuple[float, float]] = []
    for at in range(first, last):
        ends = _x(line.cursorToX(at)), _x(line.cursorToX(at, QTextLine.Edge.Trailing))
        left, right = min(ends), max(ends)
        if found and (abs(found[-1][1] - left) < 1 or abs(found[-1][0] - right) < 1):
            found[-1] = min(found[-1][0], left), max(found[-1][1], right)
        else:
            found.append((left, right))
    return found


def _x(found: object) -> float:
    """Where a letter begins: Qt answers with the place and with the letter it took."""
    return float(found[0]) if isinstance(found, tuple) else float(str(found))
