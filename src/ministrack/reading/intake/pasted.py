"""A report that was pasted, or read from a file of plain text."""

import re

from ministrack.domain.proposal import ReportText
from ministrack.reading.report import Block, BlockKind, Report

_BLOCK = re.compile(r"\S(?:.|\n(?!\s*\n))*")


def report_of_text(given: str, name: str = "") -> Report:
    """The report that a text is. Markup is recognised by what it looks like; `name` is that of the file."""
    blocks = tuple(Block(found.start(), found.end(), BlockKind.PARAGRAPH) for found in _BLOCK.finditer(given))
    return Report(ReportText(text=given, title=name), blocks, given)
