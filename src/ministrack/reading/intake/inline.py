"""Blots out Markdown within a block: emphasis, links, escapes, marks of footnotes, tags of builders."""

import re

from ministrack.reading.intake.mask import Mask
from ministrack.reading.report import BlockKind

_PICTURE = re.compile(r"!\[([^\[\]]*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_BUILDER = re.compile(r"\{:[^{}\n]*\}|\{%[^{}\n]*%\}|\{\{[^{}\n]*\}\}|\{#[\w-]+\}|\[/?caption[^\]\n]*\]")
_BEHIND_LINK = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)")
_MARKS = re.compile(
    r"(?P<escape>\\)[!-/:-@\[-`{-~]"
    r"|(?P<note>\[\^[^\]\s]{1,40}\]|(?<=[\w.,;:”\"’)])\[\d{1,3}\])"
    r"|(?P<strong>\*{2,}|(?<![\s\d*])\*|\*(?![\s\d*])|~~|`+)"
    r"|(?P<under>(?<!\w)_+(?=[^\s_])|(?<=[^\s_])_+(?!\w))"
    r"|<(?P<address>https?://[^\s<>]+|[\w.+-]+@[\w.-]+)>"
)


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
        if found.lastgroup == "address":
            mask.drop(found.start(), found.start() + 1)
            mask.drop(found.end() - 1, found.end())
        elif found.lastgroup == "escape":
            mask.drop(found.start(), found.start() + 1)
        else:
            mask.drop(*found.span())
