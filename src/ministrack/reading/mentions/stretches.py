"""The stretches in which people are looked for: sentences, and short lines that belong together."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ministrack.reading.mention import PartyMention
from ministrack.reading.mentions.lexemes import Lexemes
from ministrack.reading.mentions.units import PARTY, Unit, Units, units_of
from ministrack.reading.prose import Prose, Sentence
from ministrack.reading.report import Block, BlockKind

_SHORT_LINE = 90
_ENDS = ".:;!?"
_OF_PERSON = re.compile(r"F{0,4}T[oi]t?[FK]|H{1,3}[CI]")


def stretches(
    prose: Prose, parties: Sequence[PartyMention], words: Lexemes
) -> Iterator[tuple[Sentence, Units]]:
    """Each with its first sentence. A name, a title and a country on lines of their own are one stretch."""
    for is_line, group in groupby(prose.sentences, key=lambda each: _is_line(prose, each, words)):
        sentences = [each for each in group if each.block.kind is not BlockKind.IMPRINT]
        if not any(words.may_name(prose.text[each.start : each.stop]) for each in sentences):
            continue
        if is_line and len(sentences) > 1:
            yield sentences[0], _joined(prose, sentences, parties, words)
            continue
        for sentence in sentences:
            if words.may_name(prose.text[sentence.start : sentence.stop]):
                yield sentence, units_of(prose.text, sentence.start, sentence.stop, parties, words)


def is_of_person(text: str, block: Block, words: Lexemes) -> bool:
    """Whether a line that looks like a heading begins as the name or the office of somebody."""
    if not words.may_name(text[block.start : block.stop]) or block.stop - block.start > _SHORT_LINE:
        return False
    kinds = units_of(text, block.start, block.stop, (), words).kinds
    return _OF_PERSON.match(kinds) is not None


def _is_line(prose: Prose, sentence: Sentence, words: Lexemes) -> bool:
    """Whether a sentence is a line of a signature or of a list without bullets."""
    block = sentence.block
    if block.kind is BlockKind.HEADING:  # the title of somebody on a line of its own looks like one
        return is_of_person(prose.text, block, words)
    if block.kind is not BlockKind.PARAGRAPH or block.stop - block.start > _SHORT_LINE:
        return False
    return not prose.text[block.start : block.stop].rstrip().endswith(tuple(_ENDS))


def _joined(
    prose: Prose, sentences: Sequence[Sentence], parties: Sequence[PartyMention], words: Lexemes
) -> Units:
    """The units of several lines, as if a comma stood between them.

    A line that is only a country goes with the lines before it where the last line is one, and no first line;
    else it is a heading over those that follow.
    """
    lines = [units_of(prose.text, each.start, each.stop, parties, words).units for each in sentences]
    has_headings = _is_party(lines[0]) or not _is_party(lines[-1])
    units: list[Unit] = []
    for sentence, line in zip(sentences, lines, strict=True):
        if units:
            kind = ";" if has_headings and _is_party(line) else ","
            units.append(Unit(sentence.start, sentence.start, kind))
        units.extend(line)
    return Units(tuple(units), "".join(unit.kind for unit in units))


def _is_party(line: Sequence[Unit]) -> bool:
    return len(line) == 1 and line[0].kind == PARTY
