"""How papers look: sizes of pages, fonts and colours. Lengths are tenths of a point throughout."""

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QTextCharFormat

from ministrack.domain.values import dataclass

UNITS_PER_INCH = 720
POINT = 10
_LONG, _SHORT = 8419.0, 5953.0  # A4
_SIDE, _TOP, _BOTTOM = 570, 500, 720

INK = QColor("#16202a")
SOFT = QColor("#54606d")
RULE = QColor("#b4bdc6")
FAINT_RULE = QColor("#dde2e7")
BAND = QColor("#e9edf1")
FAINT_BAND = QColor("#f4f6f8")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page and the room on it that is written on."""

    width: float
    height: float
    left: int = _SIDE
    top: int = _TOP

    @property
    def room_width(self) -> float:
        """From one margin to the other."""
        return self.width - 2 * self.left

    @property
    def room_height(self) -> float:
        """From the upper margin to the foot."""
        return self.height - self.top - _BOTTOM

    @property
    def foot(self) -> float:
        """Where the line of the foot begins."""
        return self.height - _BOTTOM + 200


def sheet_for(*, landscape: bool) -> Sheet:
    """A page of A4."""
    return Sheet(_LONG, _SHORT) if landscape else Sheet(_SHORT, _LONG)


def font_of(points: float, *, bold: bool = False) -> QFont:
    """The program's font in a size of the paper, with widths that are the same on every device."""
    font = QFont(QGuiApplication.font().families())
    font.setPixelSize(round(points * POINT))
    font.setBold(bold)
    font.setFeature(QFont.Tag("liga"), 0)  # letters that are found and copied one by one
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class Style:
    """Words of one kind: font and colour, the space above, and whether they stay with what follows.

    `line_height` is from one line to the next, `ascent` from the top of a line to what letters stand on.
    """

    __slots__ = ("ascent", "before", "colour", "font", "keeps", "line_height", "look")

    def __init__(
        self, font: QFont, colour: QColor = INK, before: float = 0.0, *, keeps: bool = False
    ) -> None:
        metrics = QFontMetricsF(font)
        self.font = font
        self.colour = colour
        self.before = before
        self.keeps = keeps
        self.line_height = round(min(metrics.height(), font.pixelSize() * _LEADING))
        self.ascent = round(metrics.ascent() - (metrics.height() - self.line_height) / 2)
        self.look = QTextCharFormat()
        self.look.setForeground(colour)


_LEADING = 1.32  # of the size of letters


class Styles:
    """All kinds of words on a paper. Made where they are used: fonts need a running program."""

    def __init__(self) -> None:
        self.title = Style(font_of(19, bold=True), keeps=True)
        self.subtitle = Style(font_of(11), SOFT, 40, keeps=True)
        self.headings = (
            Style(font_of(13, bold=True), INK, 210, keeps=True),
            Style(font_of(11, bold=True), INK, 150, keeps=True),
            Style(font_of(10, bold=True), SOFT, 110, keeps=True),
        )
        self.body = Style(font_of(10), INK, 65)
        self.item = Style(font_of(10), INK, 24)
        self.label = Style(font_of(9.5), SOFT, 30)
        self.cell = Style(font_of(9))
        self.header = Style(font_of(8.5, bold=True))
        self.group = Style(font_of(9, bold=True))
        self.note = Style(font_of(8.5), INK, 30)
        self.foot = Style(font_of(8), SOFT)
