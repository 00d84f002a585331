"""Works out the day of a report itself, from which "today" and "last year" count."""

import re
from collections.abc import Sequence

from ministrack.reading.any_language import any_pattern
from ministrack.reading.intake.front_matter import FrontMatter
from ministrack.reading.intake.own_day import day_in, day_in_address, iso_day, short_day_in
from ministrack.reading.report import Block, BlockKind

_FIELDS = (
    "date",
    "published",
    "published_time",
    "publish_date",
    "publication_date",
    "pubdate",
    "issued",
    "day",
)
_DATELINE = 160  # characters of the first paragraphs
_FIRST, _LAST = 4, 6  # paragraphs, blocks
_LAST_LINE = re.compile(r"\W{0,2}\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b.{0,40}$")


def published_day(text: str, blocks: Sequence[Block], front: FrontMatter) -> str:
    """The day as EDTF; empty where nothing tells."""
    for name in _FIELDS:
        if day := iso_day(front.value(name)):
            return day
    imprints = [text[block.start : block.stop] for block in blocks if block.kind is BlockKind.IMPRINT]
    changed = [words for words in imprints if any_pattern("report", "changed_patterns").search(words)]
    for words in imprints:
        if words not in changed and (day := day_in(words)):
            return day
    address = day_in_address(front.address) or day_in_address(front.value("permalink", "slug", "url"))
    return (
        _dateline(text, blocks, address)
        or address
        or _done(text, blocks)
        or next(filter(None, map(day_in, changed)), "")
    )


def _done(text: str, blocks: Sequence[Block]) -> str:
    """ "Done in Tirana on 23 May 2025" at the end of a communiqué; "20.03.2025, Egemen" on the last line."""
    for block in blocks[: -_LAST - 1 : -1]:
        words = text[block.start : block.stop]
        if len(words) <= _DATELINE and any_pattern("report", "done_patterns").search(words):
            return day_in(words)
    last = text[blocks[-1].start : blocks[-1].stop] if blocks else ""
    return day_in(last) if _LAST_LINE.match(last) else ""


def _dateline(text: str, blocks: Sequence[Block], address: str) -> str:
    """ "BAKU, November 20." before the first words of a report. Its year may be elsewhere only."""
    first = [block for block in blocks if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)][:_FIRST]
    for block in first:
        line = any_pattern("report", "dateline_patterns", re.NOFLAG).match(
            text[block.start : block.start + _DATELINE]
        )
        if line is None or line.start() + block.start > block.stop:
            continue
        if day := day_in(line.group()):
            return day
        if day := short_day_in(line.group(), address[:4], text):
            return day
    return ""
