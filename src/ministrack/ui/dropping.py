"""What is dropped on the window: a highlight says what would become of it, then it is done."""

from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMainWindow, QWidget

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr
from ministrack.domain.values import dataclass
from ministrack.exchange.imports import ImportFormat
from ministrack.exchange.prose import Shape, shape_of, shape_of_file
from ministrack.exchange.recognising import format_of
from ministrack.paths import DOSSIER_SUFFIX
from ministrack.reading.intake.files import ENDINGS
from ministrack.ui.desk import Desk
from ministrack.ui.style.direction import as_written
from ministrack.ui.style.metrics import MARGIN, RADIUS, scaled_font

_VEIL = 215  # of 255
_TEXT = ".txt"
_REPORTS = frozenset(f".{ending}" for ending in (*ENDINGS, "markdown")) - {_TEXT}


class Way(Enum):
    """What becomes of what is dropped."""

    IMPORT = "import"
    READ = "read"
    ASK = "ask"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Offer:
    """What would happen, in words, and whether anything would."""

    words: str
    is_possible: bool = True
    file: Path | None = None
    way: Way = Way.IMPORT


class Dropping(QObject):
    """Signals, each with the Path of a file or with text: `dropped(object)` to import,
    `report_dropped(object)` to read, `doubtful_dropped(object)` to ask about,
    `dossier_dropped(Path)` to open.
    """

    dropped = Signal(object)
    report_dropped = Signal(object)
    doubtful_dropped = Signal(object)
    dossier_dropped = Signal(object)

    def __init__(self, window: QMainWindow, desk: Desk, formats: Sequence[ImportFormat]) -> None:
        super().__init__(window)
        self._desk = desk
        self._formats = formats
        self._offer: Offer | None = None
        self.ground = DropGround(desk, window)

    def takes(self, event: QEvent) -> bool:
        """Handles what is dragged over the window; whether it did."""
        if isinstance(event, QDragEnterEvent):
            return self._enter(event)
        if self._offer is None:
            return False
        if isinstance(event, QDragMoveEvent):
            event.setAccepted(self._offer.is_possible)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._end()
            return True
        if isinstance(event, QDropEvent):
            self._drop(event)
            return True
        return False

    def offer(self, data: QMimeData) -> Offer | None:
        """What would become of it; None for what is none of our business."""
        if data.hasUrls():
            return self._of_files([Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()])
        if not data.hasText():
            return None
        return self._checked(_of_text(shape_of(data.text())))

    def _of_files(self, files: Sequence[Path]) -> Offer | None:
        if not files:
            return None
        first = files[0]
        if len(files) > 1:
            return Offer(tr("Please drop one file at a time"), is_possible=False)
        if first.suffix.lower() == DOSSIER_SUFFIX:
            return Offer(tr("Drop to open {name}", name=first.name), file=first, way=Way.OPEN)
        return self._checked(self._of_file(first))

    def _of_file(self, file: Path) -> Offer:
        reads = Offer(tr("Drop to read {name} as a report", name=file.name), file=file, way=Way.READ)
        if file.suffix.lower() in _REPORTS:
            return reads
        try:
            found = format_of(file, self._formats)
        except InvalidValue as error:
            return Offer(error.what, is_possible=False)
        if found.is_table and file.suffix.lower() == _TEXT:
            shape = shape_of_file(file)
            if shape is Shape.PROSE:
                return reads
            if shape is Shape.UNCLEAR:
                return Offer(tr("Drop to read or import {name}", name=file.name), file=file, way=Way.ASK)
        return Offer(tr("Drop to import {name}", name=file.name), file=file)

    def _checked(self, offer: Offer) -> Offer:
        """A dossier that can only be read imports nothing; a report can be read with it all the same."""
        imports = offer.is_possible and offer.way is not Way.READ
        return _read_only() if imports and self._desk.workspace.read_only else offer

    def _enter(self, event: QDragEnterEvent) -> bool:
        self._offer = self.offer(event.mimeData()) if event.source() is None else None
        if self._offer is None:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()  # also what cannot be taken: the highlight says why
        self.ground.show_words(self._offer.words, is_possible=self._offer.is_possible)
        return True

    def _drop(self, event: QDropEvent) -> None:
        offer, text = self._offer, event.mimeData().text()
        self._end()
        if offer is None or not offer.is_possible:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        told = {Way.IMPORT: self.dropped, Way.READ: self.report_dropped,
                Way.ASK: self.doubtful_dropped, Way.OPEN: self.dossier_dropped}  # fmt: skip
        told[offer.way].emit(offer.file if offer.file is not None else text)

    def _end(self) -> None:
        self._offer = None
        self.ground.hide()


class DropGround(QWidget):
    """Lies over the whole window while something is dragged over it."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._is_possible = True
        self.setObjectName("dropGround")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_words(self, words: str, *, is_possible: bool) -> None:
        """Says what a drop would do."""
        self._is_possible = is_possible
        self.setAccessibleName(words)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._desk.themes.theme
        ink = QColor(theme.accent if self._is_possible else theme.overdue)
        veil = QColor(theme.surface)
        veil.setAlpha(_VEIL)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), veil)
        frame = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        painter.setPen(QPen(ink, 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        painter.setFont(scaled_font(self.font(), 1.5))
        painter.setPen(QColor(theme.text) if self._is_possible else ink)
        room = frame.adjusted(MARGIN, 0, -MARGIN, 0)
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(room, flags, as_written(painter, self.accessibleName()))
        painter.end()


def _of_text(shape: Shape) -> Offer:
    if shape is Shape.PROSE:
        return Offer(tr("Drop to read this text as a report"), way=Way.READ)
    if shape is Shape.UNCLEAR:
        return Offer(tr("Drop to read or import this text"), way=Way.ASK)
    return Offer(tr("Drop to import this text"))


def _read_only() -> Offer:
    return Offer(tr("This dossier can only be read: nothing can be imported"), is_possible=False)
