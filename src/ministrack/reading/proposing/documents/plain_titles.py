"""Finds names of documents: in quotation marks, or a noun with the words in capitals that belong to it."""

import re
from collections.abc import Iterator

from ministrack.domain.names import fold
from ministrack.domain.values import dataclass
from ministrack.reading.findings import Findings
from ministrack.reading.proposing.documents.plain_title_words import PlainTitleWords
from ministrack.reading.proposing.inside import Inside
from ministrack.reading.proposing.quoting import plain
from ministrack.reading.prose import Sentence
from ministrack.reading.report import BlockKind

_QUOTED = re.compile(r"[«“„\"](?P<name>[^«»“”„\"\n]{3,200})[»”“\"]")
_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)\s+$")
_MOST = 7
_REACH = 40
_ABOUT_REACH = 160
_STEM = 6


@dataclass(frozen=True, slots=True)
class PlainTitle:
    """A name, `start` to `stop`. `is_distinct` is whether it says which: not "the Protocol" alone."""

    start: int
    stop: int
    text: str
    kind: str
    sentence: Sentence
    is_distinct: bool

    @property
    def key(self) -> str:
        """The same for a name in another case."""
        return " ".join(word[:_STEM] for word in fold(self.text).split())


def plain_titles(found: Findings, words: PlainTitleWords) -> Iterator[PlainTitle]:
    """All names of documents, in the order of the text."""
    search = _Search(found, words)
    for sentence in found.prose.sentences:
        if sentence.block.kind is not BlockKind.IMPRINT:
            yield from search.in_sentence(sentence)


class _Search:
    def __init__(self, found: Findings, words: PlainTitleWords) -> None:
        self._text = found.prose.text
        self._words = words
        self._taken = Inside([*found.dates, *found.people])

    def in_sentence(self, sentence: Sentence) -> Iterator[PlainTitle]:
        """Those of one sentence: in quotation marks first, then the nouns outside of these."""
        quoted = list(_QUOTED.finditer(self._text, sentence.start, sentence.stop))
        for quote in quoted:
            heads = list(self._words.heads.finditer(self._text, *quote.span("name")))
            if heads:
                yield self._quoted(quote, heads[-1], sentence)
        for head in self._words.heads.finditer(self._text, sentence.start, sentence.stop):
            if not any(quote.start() < head.start() < quote.end() for quote in quoted):
                title = self._bare(head, sentence)
                if title is not None:
                    yield title

    def _quoted(self, quote: re.Match[str], head: re.Match[str], sentence: Sentence) -> PlainTitle:
        start, stop = quote.span("name")
        stop = head.end("noun") if head.end() == stop else stop
        return PlainTitle(start, stop, plain(self._text[start:stop]), self._words.kind(head), sentence, True)

    def _bare(self, head: re.Match[str], sentence: Sentence) -> PlainTitle | None:
        """A noun outside of quotation marks, with what belongs to it."""
        start, stop, kind = head.start(), head.end("noun"), self._words.kind(head)
        if self._words.is_name_first:
            about = self._words.about.search(self._text, max(sentence.start, start - _ABOUT_REACH), start)
            start = about.start(1) if about else self._back(start, sentence.start)
        else:
            lead = self._words.lead.search(self._text, max(sentence.start, start - _REACH), start)
            start = lead.start() if lead else start
            tail = self._words.tail.match(self._text, stop, sentence.stop)
            stop = tail.end() if tail else stop
        draft = self._words.draft.search(self._text, max(sentence.start, start - _REACH), start)
        if draft:
            start, kind = draft.start(), "draft"
        is_distinct = start < head.start() or stop > head.end()
        is_capital = self._text[head.start()].isupper() or self._text[start].isupper()
        if not (draft or (is_capital and (is_distinct or head.start() > sentence.start))):
            return None
        return PlainTitle(start, stop, plain(self._text[start:stop]), kind, sentence, is_distinct)

    def _is_place(self, word: re.Match[str], first: int) -> bool:
        """ "Toplantıda", "Bakıda" at the head of a sentence: where it happens, no part of a name."""
        return word.start() == first and word[1].endswith(self._words.place_endings)

    def _back(self, start: int, first: int) -> int:
        """Where a name begins whose words stand before its noun."""
        begin = start
        for _ in range(_MOST):
            word = _BEFORE.search(self._text, max(first, begin - _REACH), begin)
            if word is None or self._taken.between(word.start(), word.end()):
                break
            if word[1] in self._words.joining and begin < start:
                before = _BEFORE.search(self._text, max(first, word.start() - _REACH), word.start())
                if before is None or not before[1][0].isupper():
                    break
            elif not word[1][0].isupper() or self._is_place(word, first):
                break
            begin = word.start()
        return begin
