"""What the small signs of the matrix mean, in one line below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ministrack.domain.language import N_, tr
from ministrack.ui.desk import Desk
from ministrack.ui.style.metrics import MARGIN, SPACE
from ministrack.ui.views.delegations.attendance.cells import CHAIR, HOST
from ministrack.ui.widgets.flow_layout import FlowLayout

_ICON = 0.8  # of the height of a line
_SIGNS = (
    ("arrow-up", "held", N_("higher level than last time")),
    ("arrow-down", "progress", N_("lower than last time")),
    (CHAIR, "text", N_("chair")),
    (HOST, "text", N_("host")),
)
_RULE = N_("* counts at minister level: no minister came")


def signs(*, deputies_count: bool) -> list[tuple[str, str, str]]:
    """Icon, its colour and its meaning; the star of the ITU's rule has no icon."""
    found = [(icon, role, tr(text)) for icon, role, text in _SIGNS]
    return [*found, ("", "", tr(_RULE))] if deputies_count else found


class Legend(QWidget):
    """Follows the theme."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("attendanceLegend")
        self._pictures = [QLabel(self) for _ in _SIGNS]
        flow = QWidget(self)
        line = FlowLayout(flow, 3 * SPACE)
        for picture, (_, _, text) in zip(self._pictures, _SIGNS, strict=True):
            line.addWidget(self._sign(picture, tr(text), flow))
        self._rule = QLabel(tr(_RULE), flow)
        self._rule.setObjectName("attendanceRule")
        self._rule.setProperty("role", "soft")
        line.addWidget(self._rule)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, SPACE, MARGIN, SPACE)
        layout.addWidget(flow, 1)
        self._paint()
        desk.themes.changed.connect(self._paint)

    def show_rule(self, shown: bool) -> None:
        """Whether the star of the ITU's rule is explained."""
        self._rule.setVisible(shown)

    def _sign(self, picture: QLabel, text: str, parent: QWidget) -> QWidget:
        sign = QWidget(parent)
        label = QLabel(text, sign)
        label.setProperty("role", "soft")
        picture.setAccessibleName(text)
        layout = QHBoxLayout(sign)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(label)
        return sign

    def _paint(self, _: object = None) -> None:
        ratio, side = self.devicePixelRatioF(), round(self.fontMetrics().height() * _ICON)
        for picture, (name, role, _) in zip(self._pictures, _SIGNS, strict=True):
            picture.setPixmap(self._desk.icons.pixmap(name, role, side, ratio))
