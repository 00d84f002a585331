"""Whether a document that a report names is one that the meeting dealt with, or only cited."""

from collections.abc import Sequence

from ministrack.domain.language import tr
from ministrack.reading.findings import Findings
from ministrack.reading.mention import PartyForm
from ministrack.reading.proposing.documents.document_acts import SETTLED
from ministrack.reading.proposing.documents.document_threads import Thread
from ministrack.reading.proposing.documents.document_words import DocumentWords
from ministrack.reading.proposing.names_of_things.titled import Titled
from ministrack.reading.proposing.names_of_things.tokens import Spans
from ministrack.reading.report import BlockKind

_FEW = 6  # documents that a short report may cite
_SHORT = 8_000  # characters
_LISTED = 600  # characters from "such as" to the last of what it lists
_DEALT_WITH = {"signed", "adopted", "agreed", "drafting", "reviewed", "discussed", "issued", "in_force"}


class Sureness:
    """Weighs the documents of one report."""

    def __init__(self, found: Findings, words: DocumentWords, threads: Sequence[Thread]) -> None:
        self._words = words
        self._text = found.prose.text
        self._parties = Spans(
            party for party in found.parties if party.form in {PartyForm.NAME, PartyForm.ADJECTIVE}
        )
        cited = [each for each in threads if self._is_weighty(each) and not self._is_dealt_with(each)]
        self._few_cited = len(cited) <= _FEW and len(self._text) < _SHORT

    def of(self, thread: Thread) -> tuple[bool, str]:
        """Whether it is sure, and why."""
        if thread.is_headline and not any(act.name in SETTLED and not act.is_planned for act in thread.acts):
            return False, tr("Only a headline names it")
        if self._is_to_be_made(thread):
            return False, tr("It is still to be drawn up or signed")
        if self._is_dealt_with(thread):
            return True, ""
        return self._cited(thread)

    def _cited(self, thread: Thread) -> tuple[bool, str]:
        """The same of a document of which the report does not say what was done with it."""
        if not self._is_weighty(thread):
            return False, tr("The report does not say that it was adopted or signed")
        if all(self._is_example(name) for name in thread.names):
            return False, tr("Only mentioned in a list or as an example")
        if self._few_cited:
            return True, tr("Named in the report")
        return False, tr("One of many documents that are only cited")

    def _is_to_be_made(self, thread: Thread) -> bool:
        """ "They will sign an agreement", of which nothing is told that was done."""
        is_first = thread.main.determiner in self._words.indefinite and not thread.main.is_draft
        return is_first and bool(thread.acts) and all(act.is_planned for act in thread.acts)

    def _is_dealt_with(self, thread: Thread) -> bool:
        acts = {act.name for act in thread.acts}
        is_draft = thread.main.is_draft and bool(thread.main.tail)
        if thread.main.head not in self._words.weighty:
            return bool(acts & SETTLED) or is_draft or self._is_treated(thread)
        return bool(acts & _DEALT_WITH) or is_draft

    def _is_treated(self, thread: Thread) -> bool:
        """Whether the meeting itself looked at what bears a name of its own."""
        is_named = thread.main.is_capital and thread.main.has_proper_lead
        return is_named and any(act.treatment for act in thread.acts)

    def _is_weighty(self, thread: Thread) -> bool:
        main = thread.main
        if main.head not in self._words.weighty or not (main.is_distinct or main.year):
            return False
        return main.is_capital or (main.has_proper_lead and not self._parties.covers(main.start))

    def _is_example(self, name: Titled) -> bool:
        """Whether it stands in a list, or after "such as"."""
        if name.sentence.block.kind is BlockKind.ITEM and not name.is_headline:
            return True
        begin = max(name.sentence.start, name.start - _LISTED)
        return self._words.examples.search(self._text, begin, name.start) is not None
