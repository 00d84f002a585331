"""The stretches in which people are looked for: sentences, and short lines that belong together."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ministrack.reading.mention import PartyMention
from ministrack.reading.mentions.lexemes import Lexemes
from ministrack.reading.mentions.units import Unit, Units, units_of
from ministrack.reading.prose import Prose, Sentence
from ministrack.reading.report import BlockKind

_SHORT_LINE = 90
_ENDS = ".:;!?"


def stretches(
    prose: Prose, parties: Sequence[PartyMention], words: Lexemes
) -> Iterator[tuple[Sentence, Units]]:
    """Each with its first sentence. A name, a title and a country on lines of their own are one stretch."""
    for is_line, group in groupby(prose.sentences, key=lambda each: _is_line(prose, each)):
        sentences = [each for each in group if each.block.kind is not BlockKind.IMPRINT]
        if not any(words.may_name(prose.text[each.start : each.stop]) for each in sentences):
            continue
        if is_line and len(sentences) > 1:
            yield sentences[0], _joined(prose, sentences, parties, words)
            continue
        for sentence in sentences:
            if words.may_name(prose.text[sentence.start : sentence.stop]):
                yield sentence, units_of(prose.text, sentence.start, sentence.stop, parties, words)


def _is_line(prose: Prose, sentence: Sentence) -> bool:
    """Whether a sentence is a line of a signature or of a list without bullets."""
    block = sentence.block
    if block.kind is not BlockKind.PARAGRAPH or block.stop - block.start > _SHORT_LINE:
        return False
    return not prose.text[block.start : block.stop].rstrip().endswith(tuple(_ENDS))


def _joined(
    prose: Prose, sentences: Sequence[Sentence], parties: Sequence[PartyMention], words: Lexemes
) -> Units:
    """The units of several lines, as if a comma stood between them."""
    units: list[Unit] = []
    for sentence in sentences:
        if units:
            units.append(Unit(sentence.start, sentence.start, ","))
        units.extend(units_of(prose.text, sentence.start, sentence.stop, parties, words).units)
    return Units(tuple(units), "".join(unit.kind for unit in units))
