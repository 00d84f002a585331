"""Tooltips that show data as it is: Qt would take text that looks like HTML for rich text."""

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """The text for a tooltip, escaped where Qt would read it as rich text."""
    if not Qt.mightBeRichText(text):
        return text
    # delayed: start-up time; names with angle brackets are rare
    from html import escape

    return "<qt>" + escape(text).replace("\n", "<br>") + "</qt>"
