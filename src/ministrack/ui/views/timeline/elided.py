"""Texts cut to a width, whatever the script: never inside a letter with its marks."""

from collections.abc import Callable
from unicodedata import combining

_DOTS = "…"
_JOINERS = "\u200c\u200d"


def elided(text: str, room: float, width: Callable[[str], float]) -> str:
    """The text, or as much of its beginning as fits into `room` with dots after it; "" where nothing does."""
    if width(text) <= room:
        return text
    low, high = 0, len(text)  # so many characters fit; so many do not
    while high - low > 1:
        middle = (low + high) // 2
        if width(_cut(text, middle)) <= room:
            low = middle
        else:
            high = middle
    return _cut(text, low) if low else ""


def _cut(text: str, length: int) -> str:
    while length and length < len(text) and (combining(text[length]) or text[length] in _JOINERS):
        length -= 1
    kept = text[:length].rstrip(" ·,.;:\u200d")
    return kept + _DOTS if kept else ""
