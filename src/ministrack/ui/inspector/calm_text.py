"""A few soft words in the middle of the inspector, where there is no record to show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ministrack.domain.language import tr
from ministrack.ui.style.metrics import MARGIN


def nothing_selected() -> str:
    """What the inspector says while no record is in focus."""
    return tr("Select one record to see its details.")


def calm_text() -> QLabel:
    """A label for such words, without any."""
    label = QLabel()
    label.setObjectName("inspector.nothing")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "soft")
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setMargin(2 * MARGIN)
    return label
