"""Places and dates at the head of a text or on a line of their own: "Tashkent, 7 April –"."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache

from ministrack.domain.values import dataclass
from ministrack.reading.findings import Findings
from ministrack.reading.lexicon import lexicon
from ministrack.reading.mention import DateMention, Mention, PlaceMention
from ministrack.reading.proposing.meetings.occasion_words import occasion_words, pattern
from ministrack.reading.proposing.meetings.occasions import Occasion
from ministrack.reading.report import Block, BlockKind

_RUN_IN = re.compile(
    r"(?:(?:[^\W\d_a-zа-я][\w.’'-]*|\d{1,4}(?:st|nd|rd|th)?|\([^)\n]{1,40}\)|/[^/\n]{1,30}/|[/|])[,.]*\s+){1,10}?"
    r"[–—-]{1,2}\s(?:\d[\d./]{5,9}\s[–—-]\s)?"
)
_SHOUTED = re.compile(
    r"[^\W\d_a-z]{3,}(?:[ -][^\W\d_a-z]{3,}){0,2}:\s|\((?=[^()\n]{4,60}\d{4}\))[^()\n]+\)\s"
)
"""A date line of a place in capitals alone, or in brackets: "ISLAMABAD: ", "(Apia, Samoa – 13 May 2025)"."""
_PLACE = r"[^\W\d_a-z][^\W\d_]+(?:[ ’'-][^\W\d_]+){0,2},\s+"
_AGENCY_ENDED = re.compile(
    rf"{_PLACE}[^\W\d_a-z][^\W\d_]{{2,8}}\.?\s+\d{{1,2}},?\s+\([^\W\d_a-z]{{2,12}}\)\s"
)
"""With no dash: "New Delhi, Aug 7 (PTI) India and Vietnam"."""
_DATED = re.compile(
    rf"(?:{_PLACE}){{1,2}}(?:[^\W\d_]{{3,10}},?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+[^\W\d_]{{3,10}},?\s+\d{{4}}"
    r"(?:\s\([^()\n]{2,30}\))?(?::|\.[–—-])\s"
)
"""A full date and a colon, or a stop and a dash: "Dhaka, 2 May 2025: ", "Lima, 1 May 2025 (Press).- "."""
_HEADS = (_RUN_IN, _SHOUTED, _AGENCY_ENDED, _DATED)
_AGENCY = re.compile(r"/[^/\n]{2,30}/|\([^\W\d_a-z][\w ]{2,20}\)")
_LONGEST = 110
_LETTERS = re.compile(r"[^\W\d_]")
_LEFT_OVER = 3
_WHOLE = 0.6


@dataclass(frozen=True, slots=True)
class Datelines:
    """`lines` are places and dates that tell where and when a report was written.

    `of_meetings` are those on a line of their own below the name of a meeting: its place and its days.
    """

    lines: frozenset[int]
    of_meetings: Mapping[int, Occasion]


def find_datelines(found: Findings, occasions: Sequence[Occasion]) -> Datelines:
    """By the places in the text at which the dates and places begin."""
    both: list[DateMention | PlaceMention] = [*found.dates, *found.places]
    whats = sorted(both, key=lambda each: each.start)
    starts = [each.start for each in whats]
    lines: set[int] = set()
    of_meetings: dict[int, Occasion] = {}
    above: Occasion | None = None
    label = occasion_words(found.prose.lexicon.language).label
    titled: Occasion | None = None
    for block in found.prose.report.blocks:
        inside = whats[bisect_left(starts, block.start) : bisect_left(starts, block.stop)]
        if inside and _is_line(found, block, inside):
            if above is not None:
                of_meetings.update({each.start: above for each in inside})
            lines.update(each.start for each in inside)
            continue
        if inside and titled is not None and label.match(found.prose.text, block.start, block.stop):
            of_meetings.update({each.start: titled for each in inside})
            continue
        line = _run_in(found, block, inside, occasions)
        for each in inside:
            if each.start < line.stop:
                lines.add(each.start)
                if above is not None and line.is_sentence and _is_whole(above):
                    of_meetings[each.start] = above
        above = _named_by(block, occasions)
        titled = _titled(block, titled, above)
    return Datelines(frozenset(lines), of_meetings)


@dataclass(frozen=True, slots=True)
class _Line:
    """A place and date before the first words of a block; `is_sentence` where a full stop ends it."""

    stop: int
    is_sentence: bool = False


def _run_in(found: Findings, block: Block, inside: Sequence[Mention], occasions: Sequence[Occasion]) -> _Line:
    if block.kind is BlockKind.ROW or not inside:
        return _Line(block.start)
    reach = min(block.start + _LONGEST, block.stop)
    heads = (each.match(found.prose.text, block.start, reach) for each in _HEADS)
    head = next((each for each in heads if each), None)
    if head and not any(head.start() <= each.start < head.end() for each in occasions):
        return _Line(head.end())
    first = found.prose.sentence_at(block.start)
    if first is None or first.stop >= block.stop:
        return _Line(block.start)
    only = [each for each in inside if each.start < first.stop]
    if only and _is_line(found, Block(first.start, first.stop, block.kind), only):
        return _Line(first.stop, is_sentence=True)
    return _Line(block.start)


def _titled(block: Block, titled: Occasion | None, named: Occasion | None) -> Occasion | None:
    """The meeting that labelled lines are about: that of the title, until running text begins."""
    if block.kind in (BlockKind.TITLE, BlockKind.HEADING):
        return named or titled
    is_short = block.stop - block.start <= _LONGEST
    return titled if is_short or block.kind in (BlockKind.ROW, BlockKind.IMPRINT) else None


def _is_whole(above: Occasion) -> bool:
    """Whether a line is the name of a meeting and little else: no headline of a news report."""
    return above.stop - above.start > _WHOLE * (above.sentence.block.stop - above.sentence.block.start)


def _blank(agency: re.Match[str]) -> str:
    return " " * len(agency[0])


def _within(mentions: Sequence[Mention], block: Block) -> Sequence[Mention]:
    first = bisect_left(mentions, block.start, key=lambda each: each.start)
    return mentions[first : bisect_left(mentions, block.stop, key=lambda each: each.start)]


def _is_line(found: Findings, block: Block, inside: Sequence[Mention]) -> bool:
    """Whether a stretch is nothing but places and dates."""
    if block.stop - block.start > _LONGEST or block.kind in (BlockKind.IMPRINT, BlockKind.ROW):
        return False
    rest = list(_AGENCY.sub(_blank, found.prose.text[block.start : block.stop]))
    label = _line_label(found.prose.lexicon.language).match(found.prose.text, block.start, block.stop)
    rest[: label.end() - block.start if label else 0] = " " * (label.end() - block.start if label else 0)
    for each in (*inside, *_within(found.parties, block), *_within(found.ordinals, block)):
        for at in range(each.start - block.start, min(each.stop, block.stop) - block.start):
            rest[at] = " "
    return len(_LETTERS.findall("".join(rest))) <= _LEFT_OVER


@cache
def _line_label(language: str) -> re.Pattern[str]:
    """What may stand before the place and date of a meeting: "Place and date:"."""
    return re.compile(rf"\W*{pattern(lexicon(language), 'line_label_pattern')}\s*:", re.IGNORECASE)


def _named_by(block: Block, occasions: Sequence[Occasion]) -> Occasion | None:
    """The meeting that a block is the name of: a title, or a line that holds little else."""
    at = bisect_left(occasions, block.start, key=lambda each: each.start)
    named = occasions[at : at + 1]
    if not named or named[0].start >= block.stop:
        return None
    is_head = block.kind in (BlockKind.TITLE, BlockKind.HEADING)
    first = named[0]
    return first if is_head or first.stop - first.start > _WHOLE * (block.stop - block.start) else None
