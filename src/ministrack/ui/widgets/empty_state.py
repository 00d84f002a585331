"""What stands in place of an empty table: what belongs there, and the first thing to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.ui.commands import offered
from ministrack.ui.style.apply import mark
from ministrack.ui.style.icons import Icons
from ministrack.ui.style.metrics import MARGIN, SPACE, grown

_READ = ("read_report",)
_ICON = 32
_WIDEST = 420  # pixels of a line of text


class EmptyState(QWidget):
    """One sentence or two, and one button; where nothing is yet at all, also the way to read a report.

    Signals: `wanted()` when the button is pressed.
    """

    wanted = Signal()

    def __init__(self, icons: Icons, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyState")
        self._picture = QLabel(self)
        self._text = QLabel(self)
        self._text.setObjectName("emptyText")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setProperty("role", "soft")
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._text.setMaximumWidth(grown(_WIDEST, self.font()))
        self._text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._button = QPushButton(self)
        self._button.setObjectName("emptyAction")
        self._button.clicked.connect(self.wanted)
        self._read = QPushButton(tr("Read a report…"), self)
        self._read.setObjectName("emptyRead")
        mark(self._read, "kind", "link")
        self._read.clicked.connect(self._read_report)
        self._read.hide()
        self._icons, self._icon = icons, icon
        self._lay_out()

    def say(self, text: str, action: str, *, is_first: bool) -> None:
        """Shows a text and what the button does; the first action of all stands out."""
        if self._picture.pixmap().isNull():
            self.repaint_icon()
        self._text.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        mark(self._button, "kind", "primary" if is_first else "")
        self._read.setVisible(is_first)

    def _read_report(self) -> None:
        for action in offered(self, _READ):
            action.trigger()

    def text(self) -> str:
        """The text that is shown."""
        return self._text.text()

    def repaint_icon(self) -> None:
        """After a change of theme."""
        self._picture.setPixmap(self._icons.icon(self._icon, "text_faint").pixmap(_ICON, _ICON))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(3 * SPACE)
        layout.addStretch(2)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._text, 8)
        line.addStretch(1)
        layout.addLayout(line)
        for button in (self._button, self._read):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
