"""Blots out Markdown within a block: emphasis, links, escapes, marks of footnotes, tags of builders."""

import re

from ministrack.reading.intake.mask import Mask
from ministrack.reading.report import BlockKind

_PICTURE = re.compile(r"!\[([^\[\]]*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_BUILDER = re.compile(r"\{:[^{}\n]*\}|\{%[^{}\n]*%\}|\{\{[^{}\n]*\}\}|\{#[\w-]+\}|\[/?caption[^\]\n]*\]")
_BEHIND_LINK = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)")
_MARKS = re.compile(
    r"\\[!-/:-@\[-`{-~]|\[\^[^\]\s]{1,40}\]|\[\d{1,3}\]|\*+|~~|`+|_+"
    r"|<(?:https?://[^\s<>]+|[\w.+-]+@[\w.-]+)>"
)
_BEFORE_NOTE = frozenset('.,;:”"’)')


def mark_pictures(given: str, start: int, mask: Mask) -> None:
    """What is said of pictures becomes a caption; tags of site builders are left out."""
    for found in _PICTURE.finditer(given, start):
        first, last = found.span(1)
        mask.divide(found.start(), found.start() + 1, BlockKind.CAPTION)
        mask.drop(found.start() + 1, first)
        if " " not in found.group(1).strip():  # a name of a file
            mask.drop(first, last)
        mask.divide(last, found.end())
    for found in _BUILDER.finditer(given, start):
        mask.drop(*found.span())


def mark_inline(text: str, start: int, stop: int, mask: Mask) -> None:
    """Blots out the marks between two places."""
    behind = start
    for found in _BEHIND_LINK.finditer(text, start, stop):
        opening = text.rfind("[", behind, found.start())
        if opening >= 0:
            mask.drop(opening, opening + 1)
            mask.drop(*found.span())
            behind = found.end()
    for found in _MARKS.finditer(text, start, stop):
        sign, first, last = found.group()[0], *found.span()
        if sign in "\\<":
            mask.drop(first, first + 1)
        if sign == "<":
            mask.drop(last - 1, last)
        elif sign != "\\" and _is_mark(sign, text, first, last):
            mask.drop(first, last)


def _is_mark(sign: str, text: str, first: int, last: int) -> bool:
    """Whether a sign is markup by what stands beside it: 3 * 4 and snake_case are none."""
    before, behind = text[first - 1 : first], text[last : last + 1]
    match sign:
        case "[":
            return text[first + 1] == "^" or before.isalnum() or before in _BEFORE_NOTE
        case "*":
            apart = ("", " ", "\n", "\t", *"0123456789")
            return last - first > 1 or before not in apart or behind not in apart
        case "_":
            begins = not before.isalnum() and bool(behind.strip())
            return begins or (not behind.isalnum() and bool(before.strip()))
    return True
