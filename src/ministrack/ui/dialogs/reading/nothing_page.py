"""What is said of a text in which nothing was found, and what can be done with it all the same."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.ui.style.metrics import MARGIN, SPACE
from ministrack.ui.widgets.words import words


class NothingPage(QWidget):
    """Its button stores the text as a source; the dialog listens."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reading.nothing")
        self.store = QPushButton(tr("Keep the text as a source"), self)
        self.store.setObjectName("reading.storeSource")
        self.store.setAutoDefault(False)
        self.other = QPushButton(tr("Read another report…"), self)
        self.other.setObjectName("reading.other")
        self.other.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * MARGIN, MARGIN, 2 * MARGIN, MARGIN)
        column.setSpacing(3 * SPACE)
        column.addStretch(1)
        column.addWidget(words("title", tr("Nothing was found in this text")))
        column.addWidget(
            words(
                "soft",
                tr(
                    "It names no meeting, nobody who took part, no document and no task in a way that could "
                    "be understood. Nothing is stored. You can keep the text as a source, and add records "
                    "and their sentences by hand."
                ),
            )
        )
        for button in (self.store, self.other):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(2)
