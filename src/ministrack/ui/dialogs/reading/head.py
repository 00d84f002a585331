"""The head of the dialog: what is read, what will become of it, and whose report it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.ui.models.tips import plain_tip
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import SPACE
from ministrack.ui.widgets.elided import ElidedLabel
from ministrack.ui.widgets.words import words


class Head(QWidget):
    """Signals: `about_wanted()` to show or hide what the report says of itself."""

    about_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(self)
        mark(self._title, "role", "title")
        self._title.setObjectName("reading.title")
        self._said = words("hint")
        self._said.setObjectName("reading.said")
        self.about = QPushButton(self)
        self.about.setObjectName("reading.aboutLink")
        self.about.setAutoDefault(False)
        self.about.clicked.connect(self.about_wanted)
        mark(self.about, "kind", "link")
        left = QVBoxLayout()
        left.setSpacing(SPACE // 2)
        left.addWidget(self._title)
        left.addWidget(self._said)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(3 * SPACE)
        line.addLayout(left, 1)
        line.addWidget(self.about)

    def show_title(self, title: str) -> None:
        """What is read: the title of the report, where there is one."""
        self._title.setText(title)
        self._title.setToolTip(plain_tip(title))

    def say(self, said: str) -> None:
        """One line below the title."""
        self._said.setText(said)

    def show_about(self, brief: str) -> None:
        """Who published it and when; an empty text asks for it."""
        self.about.setText((brief or tr("Add its date and publisher…")).replace("&", "&&"))
        self.about.setAccessibleName(tr("About the report: {brief}", brief=brief or tr("not known")))
        self.about.setToolTip(tr("Title, publisher, date and address of the report"))
