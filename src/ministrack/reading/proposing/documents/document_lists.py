"""Lists of documents after their lead-in: "The documents signed include:"."""

import re
from dataclasses import replace

from ministrack.reading.findings import Findings
from ministrack.reading.proposing.documents.document_acts import Act
from ministrack.reading.proposing.documents.document_words import STAGES, DocumentWords
from ministrack.reading.proposing.names_of_things.titled import Titled
from ministrack.reading.proposing.names_of_things.tokens import tokens_of
from ministrack.reading.proposing.quoting import plain
from ministrack.reading.report import Block, BlockKind

_MOST = 40  # items
_LEAD_IN = 260  # characters at the end of a paragraph
_LONGEST = 240
_LAST = re.compile(r"[\s;,.]*(?:\band)?[\s;,.]*\Z")


class DocumentLists:
    """Knows which items of a report are documents that were signed or adopted together."""

    def __init__(self, found: Findings, words: DocumentWords) -> None:
        self._text = found.prose.text
        self._acts: dict[int, re.Match[str]] = {}
        blocks = found.prose.report.blocks
        for index, block in enumerate(blocks):
            act = self._lead_in(block, words)
            if act:
                for item in blocks[index + 1 : index + 1 + _MOST]:
                    if item.kind is not BlockKind.ITEM:
                        break
                    self._acts[item.start] = act

    def _lead_in(self, block: Block, words: DocumentWords) -> re.Match[str] | None:
        if not self._text[block.start : block.stop].rstrip().endswith(":"):
            return None
        begin = max(block.start, block.stop - _LEAD_IN)
        if words.list_lead.search(self._text, begin, block.stop) is None:
            return None
        acts = [act for act in words.act.finditer(self._text, begin, block.stop) if act.lastgroup in STAGES]
        return acts[-1] if acts else None

    def is_item(self, name: Titled) -> bool:
        """Whether a name stands in such a list."""
        return name.sentence.block.start in self._acts

    def whole(self, name: Titled) -> Titled:
        """The name up to the end of its item, which is all that the item says."""
        end = min(name.sentence.stop, name.start + _LONGEST)
        said = self._text[name.start : end]
        cut = _LAST.search(said)
        stop = name.start + (cut.start() if cut else len(said))
        tail = tuple(token.lower for token in tokens_of(self._text, name.stop, stop) if token.is_word)
        title = plain(self._text[name.start : stop])
        return replace(name, stop=stop, title=title, tail=name.tail + tail, is_headline=False)

    def act(self, name: Titled) -> Act:
        """What was done with all of them."""
        act = self._acts[name.sentence.block.start]
        group = act.lastgroup or ""
        return Act(
            name=group,
            start=act.start(group),
            stop=act.end(group),
            sentence=name.sentence,
            is_planned=False,
            is_aside=False,
            date=None,
            place=None,
        )
