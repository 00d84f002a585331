"""Divides a report into sentences."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import ENGLISH, Lexicon, lexicon
from ministrack.reading.prose import Prose, Sentence
from ministrack.reading.report import Block, BlockKind, Report

_WHOLE = frozenset((BlockKind.TITLE, BlockKind.HEADING, BlockKind.ROW))
_END = re.compile(
    r"[.!?…]+[”’\"')\]»]*(?P<space>\s+)(?=[\"“‘«„(\[]?[^\W_])"
    r"|(?<=[^\W\d_]{3})[.!?][”»]?(?=[^\W\d_a-z][a-zà-öø-ÿа-яё]{2,}\s)"  # where a space was lost
)
_WORD_BEFORE = re.compile(r"[^\s(\[“\"‘«„/—–]*$")
_NEXT = re.compile(r"[\"“‘«„(\[]*([^\W_]+)")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[ivxIVX]{1,5}|[a-zа-я])[.)]\s+")
_BARE_NUMBER = re.compile(r"\d{1,3}\s+")
_ROMAN = re.compile(r"[IVX]{1,5}")
_LONGEST_WORD = 40


def prose_of(report: Report) -> Prose:
    """The report in sentences."""
    held = lexicon(report.about.language or ENGLISH)
    sentences = tuple(each for block in report.blocks for each in _sentences(report.text, block, held))
    published = report.about.published
    anchor = date.fromisoformat(published) if re.fullmatch(r"\d{4}-\d\d-\d\d", published) else None
    return Prose(report, sentences, held, anchor)


def _sentences(text: str, block: Block, held: Lexicon) -> Iterator[Sentence]:
    start = _begin(text, block)
    if block.kind not in _WHOLE:
        signs = _signs(held.language)
        for end in _END.finditer(text, start, block.stop):
            stop = end.start("space") if end["space"] else end.end()
            if _ends(text, start, end.start(), end.end(), signs):
                yield Sentence(start, stop, block)
                start = end.end()
    if start < block.stop:
        yield Sentence(start, block.stop, block)


def _begin(text: str, block: Block) -> int:
    """Behind the number of a paragraph, which belongs to no sentence."""
    if not block.depth or block.kind not in (BlockKind.ITEM, BlockKind.PARAGRAPH):
        return block.start
    number = _NUMBER.match(text, block.start, block.stop)
    if number is None and block.kind is BlockKind.PARAGRAPH:
        number = _BARE_NUMBER.match(text, block.start, block.stop)
    return number.end() if number and number.end() < block.stop else block.start


@dataclass(frozen=True, slots=True)
class _Signs:
    """Words before a point that do not end a sentence, or may; words that begin one."""

    never: frozenset[str]
    seldom: frozenset[str]
    starters: frozenset[str]
    has_ordinals: bool


@cache
def _signs(language: str) -> _Signs:
    held, english = lexicon(language), lexicon(ENGLISH)

    def words(name: str) -> frozenset[str]:
        return frozenset((*held.words("sentences", name), *english.words("sentences", name)))

    return _Signs(
        words("abbreviations"),
        words("closing_abbreviations"),
        frozenset(held.words("sentences", "starters")),
        bool(held.section("sentences").get("ordinals_with_points")),
    )


def _ends(text: str, start: int, point: int, after: int, signs: _Signs) -> bool:
    """Whether a sentence ends with a sign."""
    following = _NEXT.match(text, after)
    next_word = following.group(1) if following else ""
    if next_word[:1].islower():
        return False
    if text[point] != "." or text.startswith("..", point):
        return True
    before = _WORD_BEFORE.search(text, max(start, point - _LONGEST_WORD), point)
    word = before.group() if before else ""
    plain = word.casefold()
    if plain in signs.never or _is_ordinal(word, next_word, signs):
        return False
    is_initial = len(word) == 1 and word.isupper()
    if is_initial and following and len(next_word) == 1 and text.startswith(".", following.end()):
        return False
    if is_initial or plain in signs.seldom or re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word):
        return next_word.casefold() in signs.starters
    return True


def _is_ordinal(word: str, next_word: str, signs: _Signs) -> bool:
    is_number = _ROMAN.fullmatch(word) or (word.isdigit() and len(word) <= 3)
    return bool(is_number) and signs.has_ordinals and not next_word[:1].isdigit()
