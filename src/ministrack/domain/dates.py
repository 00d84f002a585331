"""Dates as sources give them (EDTF, ISO 8601-2): what they cover, how they are typed, shown and explained."""

from datetime import date

from ministrack.domain.date_showing import explain, show, show_long
from ministrack.domain.date_spans import Precision, Span, sort_key, span

__all__ = ["Precision", "Span", "explain", "show", "show_long", "sort_key", "span", "understand"]


def understand(text: str, today: date, language: str = "en") -> str:
    """EDTF text for a date as people type it; see date_reading.understand()."""
    # delayed: start-up time; nothing is typed before the window is there
    from ministrack.domain.date_reading import understand as read

    return read(text, today, language)
