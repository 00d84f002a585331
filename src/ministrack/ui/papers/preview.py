"""The pages of a paper on the screen: as they will be printed, to be scrolled, turned and enlarged."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ministrack.domain.language import tr
from ministrack.ui.papers.sheets import Sheets
from ministrack.ui.papers.slices import Slices
from ministrack.ui.style.theme import ThemeSource

_GAP = 16  # px around pages
_RING = 2  # px around it while it has the keyboard
_KEPT = 8  # pages that are kept as pictures
_LEAST, _MOST, _STEP = 0.25, 4.0, 1.2
_PIXELS_PER_UNIT = 96 / 720  # of a page in its own size
_PAPER = QColor("white")
_READ = 4000  # letters of a page that are told to a screen reader


class Preview(QAbstractScrollArea):
    """Signals: `page_changed(int)` when another page is in view, or there are more; `zoom_changed(float)`."""

    page_changed = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self, themes: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("papers.preview")
        self.setAccessibleName(tr("Preview of the paper"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        self._themes = themes
        self._sheets: Sheets | None = None
        self._fits_width = True
        self._zoom = 1.0
        self._page = -1
        self._pictures: dict[int, QPixmap] = {}
        self._slices = Slices(self)
        self._slices.advanced.connect(self._grown)

    @property
    def sheets(self) -> Sheets | None:
        """The pages that are shown."""
        return self._sheets

    @property
    def page(self) -> int:
        """The number of the page in view, the first being 0; -1 where there is none."""
        return self._page

    def show_sheets(self, sheets: Sheets | None, *, from_top: bool) -> None:
        """Shows other pages; unless `from_top` they stand where the former ones stood."""
        bar = self.verticalScrollBar()
        top = 0 if from_top else bar.value()
        self._sheets = sheets
        self._pictures.clear()
        if sheets is not None:
            while sheets.more() and len(sheets.pages) * self._distance() < top + self.viewport().height():
                pass
            self._slices.begin(sheets)
        self._fit()
        bar.setValue(top)
        self._tell_page(again=True)

    def zoom_in(self) -> None:
        """Shows pages larger."""
        self._set_zoom(self._zoom * _STEP, fits_width=False)

    def zoom_out(self) -> None:
        """Shows pages smaller."""
        self._set_zoom(self._zoom / _STEP, fits_width=False)

    def fit_width(self) -> None:
        """Shows pages as wide as there is room, and keeps them so."""
        self._fits_width = True
        self._fit()

    def turn(self, pages: int) -> None:
        """Goes on to another page."""
        if self._sheets is not None:
            page = min(max(self._page + pages, 0), len(self._sheets.pages) - 1)
            self.verticalScrollBar().setValue(round(page * self._distance()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bar = event.key(), self.verticalScrollBar()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif control and key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif control and key == Qt.Key.Key_0:
            self.fit_width()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y():
            step = _STEP if event.angleDelta().y() > 0 else 1 / _STEP
            self._set_zoom(self._zoom * step, fits_width=False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self._themes.theme.sunken))
        if self._sheets is not None:
            for number in self._visible():
                place = self._place(number)
                painter.drawPixmap(place, self._picture(number))
                painter.setPen(QColor(self._themes.theme.colour("outline")))
                painter.drawRect(QRect(place, self._page_size()).adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._themes.theme.focus), _RING))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _picture(self, number: int) -> QPixmap:
        picture = self._pictures.pop(number, None)
        if picture is None:
            picture = self._painted(number)
        self._pictures[number] = picture
        while len(self._pictures) > _KEPT:
            del self._pictures[next(iter(self._pictures))]
        return picture

    def _painted(self, number: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self._page_size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(_PAPER)
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        scale = self._zoom * _PIXELS_PER_UNIT
        painter.scale(scale, scale)
        if self._sheets is not None:
            self._sheets.paint(painter, number)
        painter.end()
        return picture

    def _page_size(self) -> QSize:
        if self._sheets is None:
            return QSize()
        scale = self._zoom * _PIXELS_PER_UNIT
        sheet = self._sheets.sheet
        return QSize(round(sheet.width * scale), round(sheet.height * scale))

    def _distance(self) -> int:
        """From the top of a page to that of the next."""
        return self._page_size().height() + _GAP

    def _place(self, number: int) -> QPoint:
        size, room = self._page_size(), self.viewport().width()
        left = max(_GAP, (room - size.width()) // 2) - self.horizontalScrollBar().value()
        return QPoint(left, _GAP + number * self._distance() - self.verticalScrollBar().value())

    def _visible(self) -> range:
        if self._sheets is None:
            return range(0)
        top = self.verticalScrollBar().value()
        first = max(0, (top - _GAP) // self._distance())
        last = (top + self.viewport().height()) // self._distance()
        return range(first, min(last + 1, len(self._sheets.pages)))

    def _set_zoom(self, zoom: float, *, fits_width: bool) -> None:
        zoom = min(max(zoom, _LEAST), _MOST)
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self._fits_width = fits_width
        if zoom != self._zoom:
            self._zoom = zoom
            self._pictures.clear()
        self._lay_out()
        bar.setValue(round(share * bar.maximum()))
        self.zoom_changed.emit(zoom)

    def _fit(self) -> None:
        if self._sheets is None:
            self._lay_out()
            return
        zoom = self._zoom
        if self._fits_width:
            zoom = (self.viewport().width() - 2 * _GAP) / (self._sheets.sheet.width * _PIXELS_PER_UNIT)
        self._set_zoom(zoom, fits_width=self._fits_width)

    def _lay_out(self) -> None:
        size, room = self._page_size(), self.viewport().size()
        count = len(self._sheets.pages) if self._sheets is not None else 0
        height = count * self._distance() + _GAP if count else 0
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        down.setRange(0, max(0, height - room.height()))
        down.setPageStep(room.height())
        down.setSingleStep(3 * self.fontMetrics().lineSpacing())
        across.setRange(0, max(0, size.width() + 2 * _GAP - room.width()))
        across.setPageStep(room.width())
        self.viewport().update()

    def _grown(self) -> None:
        """More pages are there; once all are, the feet of those that were painted say how many."""
        if self._sheets is not None and self._sheets.is_complete:
            self._pictures.clear()
        self._lay_out()
        self._tell_page(again=True)

    def _scrolled(self, _: int) -> None:
        self.viewport().update()
        self._tell_page()

    def _tell_page(self, *, again: bool = False) -> None:
        page = -1
        if self._sheets is not None and self._sheets.pages:
            middle = self.verticalScrollBar().value() + self.viewport().height() // 2
            page = min(middle // max(1, self._distance()), len(self._sheets.pages) - 1)
        if page == self._page and not again:
            return
        self._page = page
        said = self._sheets.text_of(page)[:_READ] if self._sheets is not None and page >= 0 else ""
        self.setAccessibleDescription(said)
        self.page_changed.emit(page)
