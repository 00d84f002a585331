"""Settles which part of a report a block is: its title, an imprint, a caption, a numbered paragraph."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ministrack.domain.values import dataclass
from ministrack.reading.any_language import any_pattern
from ministrack.reading.intake.letterhead import letterhead_at
from ministrack.reading.lexicon import in_all_languages, lexicon
from ministrack.reading.report import Block, BlockKind

_LONGEST_TITLE = 250
_LONGEST_HEADING = 160
_LONGEST_CAPTION = 500
_LONGEST_ITEM = 120
_LONG_ENOUGH = 30  # letters, for a title that goes on in the heading
_LONGEST_IMPRINT = 200
_MAY_BE_IMPRINT = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM)
_FEW_WORDS = 60  # characters
_OPEN_END = re.compile(r"[,;:–—]|[.!?…-][”’\"')\]]*$")
_ENDED = re.compile(r"[.!?…][”’\"')\]]*$")
_YEAR = re.compile(r"\d{4}")
_ARABIC = re.compile(r"\(?(\d{1,3})[.)]?\s")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[ivxIVX]{1,5}|[a-zа-я])[.)]?\s")


@dataclass(frozen=True, slots=True)
class Look:
    """A written block, and how it looked: bold or slanted as a whole."""

    block: Block
    is_bold: bool = False
    is_slanted: bool = False


def settled(text: str, looks: Sequence[Look], title: str, language: str) -> tuple[Block, ...]:
    """The blocks, each with what part it is; `title` is that of the front matter or the page, if any."""
    blocks = [_alone(text, look) for look in looks]
    if lexicon(language).section("sentences").get("ordinals_with_points"):
        blocks = _without_lone_numbers(text, blocks)
    _beside_pictures(looks, blocks)
    _over_paragraphs(text, blocks)
    if title:
        _known_title(text, blocks, title)
    else:
        _find_title(text, blocks)
    return tuple(blocks)


def _alone(text: str, look: Look) -> Block:
    """What a block is by its own words."""
    block, words = look.block, text[look.block.start : look.block.stop]
    if block.kind in _MAY_BE_IMPRINT and is_imprint(words):
        return replace(block, kind=BlockKind.IMPRINT, depth=0)
    if block.kind is BlockKind.ITEM and _is_numbered_paragraph(words):
        return replace(block, kind=BlockKind.PARAGRAPH, depth=1)
    if block.kind is not BlockKind.PARAGRAPH:
        return block
    if (look.is_bold or words.isupper()) and len(words) <= _LONGEST_HEADING and not _ENDED.search(words):
        return replace(block, kind=BlockKind.HEADING, depth=3)
    if (
        look.is_slanted
        and len(words) < _LONGEST_CAPTION
        and any_pattern("report", "caption_patterns").search(words)
    ):
        return replace(block, kind=BlockKind.CAPTION)
    return block


def _without_lone_numbers(text: str, blocks: list[Block]) -> list[Block]:
    """A number without one before or behind it counts no paragraphs: "9. Tarım Bakanları Toplantısı"."""
    counted = [_ARABIC.match(text, block.start, block.stop) if block.depth else None for block in blocks]
    numbers = {int(found[1]) for found in counted if found}
    return [
        replace(block, kind=BlockKind.PARAGRAPH, depth=0)
        if found
        and block.kind in (BlockKind.ITEM, BlockKind.PARAGRAPH)
        and not numbers & _beside(int(found[1]))
        else block
        for block, found in zip(blocks, counted, strict=True)
    ]


def _beside(number: int) -> frozenset[int]:
    return frozenset((number - 1, number + 1))


def _is_numbered_paragraph(words: str) -> bool:
    """Long, or a whole sentence behind a number, or what introduces a list."""
    number = _NUMBER.match(words)
    if number is None:
        return False
    return len(words) > _LONGEST_ITEM or (number.group()[0].isdigit() and words[-1] in ".:")


def is_imprint(words: str) -> bool:
    """Whether words are about the report as a page, and not part of what it reports."""
    return len(words) <= _LONGEST_IMPRINT and bool(any_pattern("report", "imprint_patterns").match(words))


def _beside_pictures(looks: Sequence[Look], blocks: list[Block]) -> None:
    """Slanted words that follow what is said of a picture belong to it."""
    for place, look in enumerate(looks[1:], 1):
        is_open = look.is_slanted and blocks[place].kind is BlockKind.PARAGRAPH
        if is_open and blocks[place - 1].kind is BlockKind.CAPTION:
            blocks[place] = replace(blocks[place], kind=BlockKind.CAPTION)


def _over_paragraphs(text: str, blocks: list[Block]) -> None:
    """A few words alone before a paragraph head it."""
    for place, block in enumerate(blocks[:-1]):
        words = text[block.start : block.stop]
        is_short = len(words) <= _FEW_WORDS and words[:1].isupper() and not _OPEN_END.search(words)
        if block.kind is BlockKind.PARAGRAPH and is_short and not any(map(str.isdigit, words)):
            following = text[blocks[place + 1].start : blocks[place + 1].stop]
            if len(following) > _FEW_WORDS:
                blocks[place] = replace(block, kind=BlockKind.HEADING, depth=4)


def _known_title(text: str, blocks: list[Block], title: str) -> None:
    """The heading of the text that says the same as the title is the title."""
    for place, block in enumerate(blocks[:12]):
        if block.kind is BlockKind.TITLE or same_words(text[block.start : block.stop], title):
            blocks[place] = replace(block, kind=BlockKind.TITLE, depth=0)
            return


def _find_title(text: str, blocks: list[Block]) -> None:
    """The first heading, else the first short line of some words, before the text itself begins; a letterhead
    only where there is no other.
    """
    head = letterhead_at(text, blocks)
    if head is not None:
        was = blocks[head]
        blocks[head] = replace(was, kind=BlockKind.IMPRINT, depth=0)
        _find_title_among(text, blocks)
        if all(block.kind is not BlockKind.TITLE for block in blocks):
            blocks[head] = replace(was, kind=BlockKind.TITLE, depth=0)
    else:
        _find_title_among(text, blocks)


def _find_title_among(text: str, blocks: list[Block]) -> None:
    """Makes the first that may be a title the title."""
    sentences = 0
    for place, block in enumerate(blocks[:12]):
        words = text[block.start : block.stop]
        if block.kind is BlockKind.HEADING and len(words.split()) > (1 if block.depth <= 2 else 3):
            blocks[place] = replace(block, kind=BlockKind.TITLE, depth=0)
            return
        is_reference = len(words) < _FEW_WORDS and _YEAR.search(words) and len(words.split()) < 8
        is_dateline = len(words) <= _LONGEST_TITLE and _datelines().fullmatch(words) is not None
        if block.kind in (BlockKind.IMPRINT, BlockKind.CAPTION) or is_reference or is_dateline:
            continue
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or len(words) > _LONGEST_TITLE:
            return
        if _ENDED.search(words) or words.endswith(":"):
            sentences += 1
            if sentences > 1:  # one may be the motto of the page
                return
        elif len(words.split()) >= 4 and place + 1 < len(blocks):
            blocks[place] = replace(block, kind=BlockKind.TITLE)
            return


def same_words(some: str, title: str) -> bool:
    """Whether a line says what a title says, but for signs, capital letters and an addition at its end."""
    if len(some) > 2 * len(title) + 200:
        return False
    wanted, found = _letters(title), _letters(some)
    return found == wanted or (found.startswith(wanted) and len(wanted) > _LONG_ENOUGH)


@cache
def _datelines() -> re.Pattern[str]:
    found = in_all_languages("report", "dateline_patterns")
    return re.compile("|".join(f"(?:{pattern})[^.]{{0,30}}" for pattern in found) or r"(?!)")


def _letters(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())
