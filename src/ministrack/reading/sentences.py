"""Divides a report into sentences, and finds out its language and its own day."""

import re
from collections.abc import Iterator
from datetime import date

from ministrack.reading.lexicon import ENGLISH, lexicon
from ministrack.reading.prose import Prose, Sentence
from ministrack.reading.report import Block, Report

_END = re.compile(r"[.!?…]+[”’\"')\]]*\s+(?=[\"“‘(]?[^\W\d_a-z])")


def prose_of(report: Report) -> Prose:
    """The report in sentences."""
    sentences = tuple(each for block in report.blocks for each in _sentences(report.text, block))
    published = report.about.published
    anchor = date.fromisoformat(published) if re.fullmatch(r"\d{4}-\d\d-\d\d", published) else None
    return Prose(report, sentences, lexicon(report.about.language or ENGLISH), anchor)


def _sentences(text: str, block: Block) -> Iterator[Sentence]:
    start = block.start
    for end in _END.finditer(text, block.start, block.stop):
        yield Sentence(start, end.start() + len(end.group().rstrip()), block)
        start = end.end()
    if start < block.stop:
        yield Sentence(start, block.stop, block)
