"""How papers look: sizes of pages, fonts and colours. Lengths are tenths of a point throughout."""

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication

from ministrack.domain.values import dataclass, field

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


@dataclass(frozen=True, slots=True)
class Style:
    """Words of one kind: font and colour, the space above, and whether they stay with what follows."""

    font: QFont
    colour: QColor = field(default_factory=lambda: INK)
    before: float = 0.0
    keeps: bool = False

    @property
    def line_height(self) -> float:
        """From one line to the next."""
        return round(min(QFontMetricsF(self.font).height(), self.font.pixelSize() * _LEADING))

    @property
    def ascent(self) -> float:
        """From the top of a line to what letters stand on."""
        metrics = QFontMetricsF(self.font)
        return round(metrics.ascent() - (metrics.height() - self.line_height) / 2)


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
