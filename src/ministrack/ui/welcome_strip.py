"""One line above the views while the sample dossier is open: what it is, and how to start one's own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ministrack.domain.language import tr
from ministrack.ui.style.icons import Icons


class WelcomeStrip(QFrame):
    """Signals: `own_wanted()` for a dossier of one's own; `closed()` when the line may go for good."""

    own_wanted = Signal()
    closed = Signal()

    def __init__(self, icons: Icons, throw_away: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcomeStrip")
        self.setProperty("role", "ground")
        text = (
            tr("This is a copy of the sample dossier. Try anything: it is thrown away when you close it.")
            if throw_away
            else tr("This is the sample dossier, with real meetings of justice ministers. Try anything.")
        )
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "soft")
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        label.setToolTip(text)
        own = QPushButton(tr("Start your own dossier"), self)
        own.setObjectName("startOwn")
        own.clicked.connect(self.own_wanted)
        close = QPushButton(icons.icon("x"), "", self)
        close.setObjectName("closeWelcome")
        close.setProperty("kind", "link")
        close.setAccessibleName(tr("Hide this line"))
        close.setToolTip(tr("Hide this line"))
        close.clicked.connect(self._close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 6)
        layout.addWidget(label, 1)
        layout.addWidget(own)
        layout.addWidget(close)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
