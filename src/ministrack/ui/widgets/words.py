"""Labels that show data or say something: plain text in a role of the style sheet, wrapped where it must."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def words(role: str, text: str = "") -> QLabel:
    """A label that never takes its text for markup and never asks for more width than there is."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setProperty("mirrored", label.isRightToLeft())  # the bar of a quotation stands where it begins
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    return label
