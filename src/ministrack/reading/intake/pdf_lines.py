"""Joins the lines of printed pages to paragraphs, without what is printed on every page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from statistics import median

from ministrack.domain.values import dataclass
from ministrack.reading.intake.told import Passage
from ministrack.reading.lexicon import in_all_languages
from ministrack.reading.report import BlockKind

_DIGITS = re.compile(r"\d+")
_ITEM = re.compile(r"(?:[-–•·▪■◦●►*]|\(?(?:\d{1,3}|[a-zivx]{1,5})[.)])\s+(?=\S)")
ITEM_MARK = re.compile(r"(?:[-–•·▪■◦●►*]|\(?(?:\d{1,3}|[a-zivx]{1,5})[.)]?)$")
"""All that stands before a wide gap that is none between cells."""

CELL = " | "
"""Between the cells of a row."""

_BULLET = re.compile(r"[-–•·▪■◦●►*]\s+")
_ENDED = re.compile(r"[.!?:;…][”’\"')\]]*$")
_BROKEN_WORD = re.compile(r"(\w+)-$")
_FIRST_WORD = re.compile(r"\w+")
_EDGE = 2  # lines at the top and at the bottom of a page
_MORE_SPACE = 1.35  # of the usual step between lines
_LEADING = 1.2  # of the size of letters, from line to line
_LARGER = 1.15
_SAME_HEIGHT = 4.0  # points
_FULL = 0.86  # of the width of the page's text
_LONGEST_HEADING = 160


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A printed line: its place, and the size of its letters; all 0 where that is not known."""

    words: str
    page: int
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    height: float = 0.0


def passages_of(lines: Sequence[PdfLine]) -> Iterator[Passage]:
    """The paragraphs of all pages."""
    kept = _without_edges(lines)
    if not kept:
        return
    step = _usual_step(kept)
    height = median(line.height for line in kept)
    edges = _sides(kept)
    said = " ".join(line.words for line in kept)
    group = [kept[0]]
    for line in kept[1:]:
        if _begins(group[-1], line, step, edges):
            yield _passage(group, height, said)
            group = []
        group.append(line)
    yield _passage(group, height, said)


def _without_edges(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines without page numbers, and without what stands at the edge of several pages alike."""
    pages: dict[int, list[PdfLine]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    at_edge = {number: (*found[:_EDGE], *found[-_EDGE:]) for number, found in pages.items()}
    count = Counter(place for found in at_edge.values() for place in set(map(_as_printed, found)))
    often = max(2, len(pages) // 2) if len(pages) < 6 else 3
    kept: list[PdfLine] = []
    for number, found in pages.items():
        edge = {id(line) for line in at_edge[number]}
        for line in found:
            repeated = count[_as_printed(line)] >= often
            if id(line) not in edge or not (repeated or _page_number().match(line.words)):
                kept.append(line)
    return kept


def _as_printed(line: PdfLine) -> tuple[str, int]:
    """What a line says but for its numbers, and how high on the page."""
    return _DIGITS.sub("#", line.words), round(line.bottom / _SAME_HEIGHT)


def _usual_step(lines: Sequence[PdfLine]) -> float:
    steps = [one.bottom - two.bottom for one, two in pairwise(lines) if one.page == two.page]
    down = [step for step in steps if step > 0]
    return median(down) if down else 0.0


def _sides(lines: Sequence[PdfLine]) -> tuple[float, float]:
    rights = sorted(line.right for line in lines)
    return median(line.left for line in lines), rights[int(len(rights) * 0.9)]


def _begins(last: PdfLine, line: PdfLine, step: float, edges: tuple[float, float]) -> bool:
    """Whether a line begins a paragraph."""
    has_ended = bool(_ENDED.search(last.words))
    if CELL in line.words or CELL in last.words:
        return CELL in line.words or not line.words[:1].islower()
    if _ITEM.match(line.words):
        return True
    if not last.height or not line.height:
        return has_ended
    if not _is_alike(last, line):
        return True
    left, right = edges
    is_full = last.right >= left + (right - left) * _FULL
    return _begins_by_place(last, line, step, has_ended=has_ended, is_full=is_full)


def _begins_by_place(last: PdfLine, line: PdfLine, step: float, *, has_ended: bool, is_full: bool) -> bool:
    if last.page != line.page:
        return has_ended or not is_full
    if (
        last.bottom - line.bottom > max(step, line.height * _LEADING) * _MORE_SPACE
        or line.bottom > last.bottom
    ):
        return True
    is_indented = line.left > last.left + line.height and has_ended
    return is_indented or (not is_full and (has_ended or line.words[:1].isupper()))


def _is_alike(one: PdfLine, two: PdfLine) -> bool:
    small, large = sorted((one.height, two.height))
    return large <= small * _LARGER


def _passage(group: Sequence[PdfLine], height: float, said: str) -> Passage:
    words = group[0].words
    for line in group[1:]:
        words = _joined(words, line.words, said)
    is_large = group[0].height > height * _LARGER and len(words) <= _LONGEST_HEADING
    if is_large and not words.endswith("."):
        return Passage(words, BlockKind.HEADING, 2)
    if CELL in words:
        return Passage(words, BlockKind.ROW)
    if _ITEM.match(words):
        return Passage(_BULLET.sub("", words, count=1) if _BULLET.match(words) else words, BlockKind.ITEM, 1)
    return Passage(words)


def _joined(words: str, following: str, said: str) -> str:
    """Two lines as one; a word that was divided at the end of the first is put together again."""
    if words.endswith("\xad"):
        return words[:-1] + following
    if not words.endswith("-") or words.endswith(" -"):
        return f"{words} {following}"
    broken, rest = _BROKEN_WORD.search(words), _FIRST_WORD.match(following)
    if broken and rest and rest[0][0].islower() and f"{broken[1]}-{rest[0]}" not in said:
        return words[:-1] + following
    return words + following


@cache
def _page_number() -> re.Pattern[str]:
    """A line that only counts the pages: "Page 3 of 12", "- iv -"."""
    words = "|".join(in_all_languages("report", "page_words"))
    between = "|".join(map(re.escape, in_all_languages("report", "page_of")))
    number = r"(?:\d{1,4}|[ivxl]{1,6})"
    return re.compile(
        rf"\W*(?:(?:{words})\s*)?{number}(?:\s*(?:{between}|/|-)\s*\d{{1,4}})?\W*$", re.IGNORECASE
    )
