"""A drawing as a file: SVG, PDF on one sheet, or PNG."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

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

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import N_, tr
from ministrack.domain.values import dataclass

_PNG_SCALE = 2  # for screens of high density, and for print
_MOST_SIDE = 12_000  # px of a picture before it is scaled; more would take gigabytes
_A4_WIDTH, _A4_HEIGHT = 297.0, 210.0  # millimetres, landscape


class Drawing(Protocol):
    """What can be drawn on a sheet as large as it must be."""

    @property
    def size(self) -> QSizeF:
        """Its size in px."""

    def paint(self, painter: QPainter) -> None:
        """Draws it; the painter is left as it was."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: what it is called (marked with N_), and what makes it of a drawing and its title."""

    label: str
    make: Callable[[Drawing, str], bytes]


def kind_of(path: Path, kinds: Mapping[str, object]) -> str:
    """The suffix of a file, where it is one of these. Raises InvalidValue for any other."""
    suffix = path.suffix.lower().removeprefix(".")
    if suffix in kinds:
        return suffix
    *first, last = (f".{each}" for each in kinds)
    raise InvalidValue(
        tr("{name} does not say what kind of file is wanted.", name=path.name),
        safe=tr("Nothing was written."),
        todo=tr("Let the name end in {some} or {other}.", some=", ".join(first), other=last),
    )


def _svg(drawing: Drawing, title: str) -> bytes:
    # delayed: start-up time
    from PySide6.QtSvg import QSvgGenerator

    size = drawing.size
    found = QByteArray()
    buffer = QBuffer(found)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(round(size.width()), round(size.height())))
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setResolution(_resolution())
    generator.setTitle(title)
    _paint(drawing, generator)
    buffer.close()
    # Where the font of this computer is missing, a viewer would take one with serifs.
    return re.sub(rb'font-family="([^"]+)"', rb'font-family="\1, sans-serif"', bytes(found.data()))


def _pdf(drawing: Drawing, title: str) -> bytes:
    size = drawing.size
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
    _paint(drawing, writer, writer.width() / size.width())
    buffer.close()
    return bytes(found.data())


def _png(drawing: Drawing, title: str) -> bytes:
    if max(drawing.size.width(), drawing.size.height()) > _MOST_SIDE:
        raise InvalidValue(
            tr("It is too large for one picture."),
            safe=tr("Nothing was written."),
            todo=tr("Narrow the filter first, or save it as PDF or SVG."),
        )
    size = drawing.size * _PNG_SCALE
    image = QImage(round(size.width()), round(size.height()), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_PNG_SCALE)
    _paint(drawing, image)
    found = QByteArray()
    buffer = QBuffer(found)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setText("Title", title)
    writer.write(image)
    buffer.close()
    return bytes(found.data())


def _paint(drawing: Drawing, device: QPaintDevice, scale: float = 1.0) -> None:
    painter = QPainter()
    if not painter.begin(device):
        raise InvalidValue(tr("It could not be drawn."), safe=tr("Nothing was written."))
    painter.scale(scale, scale)
    drawing.paint(painter)
    painter.end()


def _resolution() -> int:
    """Dots per inch of the screen: texts are then as wide as they were measured."""
    return round(QGuiApplication.primaryScreen().logicalDotsPerInch())


SVG = Kind(N_("SVG drawing"), _svg)
PDF = Kind(N_("PDF document"), _pdf)
PNG = Kind(N_("PNG picture"), _png)
