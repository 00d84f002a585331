"""The timeline as a file: SVG, PDF or PNG, whole or not at all."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QImageWriter,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
)
from PySide6.QtWidgets import QWidget

from ministrack.domain.dates import show_long
from ministrack.domain.errors import InvalidValue, MinistrackError
from ministrack.domain.language import interface_language, tr, trn
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.messages import show_error
from ministrack.ui.dialogs.saving import ask_where, store
from ministrack.ui.usual_folder import usual_folder
from ministrack.ui.views.timeline.sheet import MOST_ROWS, Sheet, Words
from ministrack.ui.views.timeline.view import Timeline

_PNG_SCALE = 2  # for screens of high density, and for print
_A4_WIDTH, _A4_HEIGHT = 297.0, 210.0  # millimetres, landscape


class TimelineExport:
    """Asks where to, and paints."""

    def __init__(self, desk: Desk, timeline: Timeline, parent: QWidget) -> None:
        self._desk = desk
        self._timeline = timeline
        self._parent = parent

    def ask(self) -> None:
        """Asks for a file, and writes the part of time in view into it."""
        rows = len(self._timeline.content.groups())
        if rows > MOST_ROWS:
            show_error(self._parent, _too_many(rows))
            return
        dossier = self._desk.workspace.path
        proposed = usual_folder(dossier) / tr("{name} timeline", name=dossier.stem)
        kinds = {suffix: name for suffix, (name, _) in _kinds().items()}
        ask_where(self._parent, tr("Export the timeline"), proposed, kinds, self.write)

    def write(self, path: Path) -> None:
        """Writes the kind of file that the name asks for; says so where that was not possible."""
        made = _kinds().get(path.suffix.lower().removeprefix("."))
        try:
            if made is None:
                raise _unknown(path)
            store(self._parent, path, made[1](self._sheet(), self._title()))
        except MinistrackError as error:
            show_error(self._parent, error)

    def _title(self) -> str:
        return tr("Timeline: {name}", name=self._desk.workspace.path.stem)

    def _sheet(self) -> Sheet:
        timeline, today = self._timeline, date.today()
        parts = [timeline.days_text(), show_long(today.isoformat(), interface_language())]
        if not self._desk.focus.filter.is_empty:
            parts.append(tr("only what the filter leaves"))
        words = Words(self._title(), " · ".join(parts), tr("Nothing with a date."))
        days = timeline.days()
        return Sheet(timeline.content, days, today.toordinal(), words, QGuiApplication.font())


def _svg(sheet: Sheet, title: str) -> bytes:
    # delayed: start-up time
    from PySide6.QtSvg import QSvgGenerator

    size = sheet.size
    found = QByteArray()
    buffer = QBuffer(found)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(round(size.width()), round(size.height())))
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setResolution(_resolution())
    generator.setTitle(title)
    _paint(sheet, generator)
    buffer.close()
    # Where the font of this computer is missing, a viewer would take one with serifs.
    return re.sub(rb'font-family="([^"]+)"', rb'font-family="\1, sans-serif"', bytes(found.data()))


def _pdf(sheet: Sheet, title: str) -> bytes:
    size = sheet.size
    found = QByteArray()
    buffer = QBuffer(found)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    # As wide as a sheet of A4, and no higher unless there is more than fits.
    height = max(_A4_HEIGHT, _A4_WIDTH * size.height() / size.width())
    writer.setPageSize(QPageSize(QSizeF(_A4_WIDTH, height), QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    writer.setResolution(_resolution())
    writer.setTitle(title)
    _paint(sheet, writer, writer.width() / size.width())
    buffer.close()
    return bytes(found.data())


def _png(sheet: Sheet, title: str) -> bytes:
    size = sheet.size * _PNG_SCALE
    image = QImage(round(size.width()), round(size.height()), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_PNG_SCALE)
    _paint(sheet, image)
    found = QByteArray()
    buffer = QBuffer(found)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setText("Title", title)
    writer.write(image)
    buffer.close()
    return bytes(found.data())


def _paint(sheet: Sheet, device: QPaintDevice, scale: float = 1.0) -> None:
    painter = QPainter()
    if not painter.begin(device):
        raise InvalidValue(tr("The timeline could not be drawn."), safe=tr("Nothing was written."))
    painter.scale(scale, scale)
    sheet.paint(painter)
    painter.end()


def _resolution() -> int:
    """Dots per inch of the screen: texts are then as wide as they were measured."""
    return round(QGuiApplication.primaryScreen().logicalDotsPerInch())


def _kinds() -> dict[str, tuple[str, Callable[[Sheet, str], bytes]]]:
    """By suffix: what a kind of file is called, and what makes it."""
    return {
        "svg": (tr("SVG drawing"), _svg),
        "pdf": (tr("PDF document"), _pdf),
        "png": (tr("PNG picture"), _png),
    }


def _unknown(path: Path) -> InvalidValue:
    return InvalidValue(
        tr("{name} does not say what kind of file is wanted.", name=path.name),
        safe=tr("Nothing was written."),
        todo=tr("Let the name end in .svg, .pdf or .png."),
    )


def _too_many(rows: int) -> InvalidValue:
    return InvalidValue(
        trn("The timeline has {n} series.", "The timeline has {n} series.", rows),
        safe=tr("Nothing was written."),
        todo=tr("Narrow the filter first, for example to a few series."),
    )
