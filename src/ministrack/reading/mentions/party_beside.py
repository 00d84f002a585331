"""The party that stands beside a person without being of the title: behind it, or at the end of the item."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from ministrack.reading.mention import PartyForm, PartyMention
from ministrack.reading.mentions.home_party import is_state, parties_within
from ministrack.reading.mentions.person_draft import Draft
from ministrack.reading.prose import Prose
from ministrack.reading.report import BlockKind

_REACH = 60  # characters between a person and the country that he or she is there for
_LONGEST_ITEM = 300
_EVENT = re.compile(r"\s+[A-Z]{2,}-?\d+\s+")
_BEFORE = re.compile(r"(?:[,(:|/–—-]|\b(?:of|for|from))\s*(?:the\s+)?$", re.IGNORECASE)
_AFTER = re.compile(r"\)?\s*(?:\([^)]{1,30}\))?[\s.,)]*(?:and)?\s*", re.IGNORECASE)
"""What may stand between the country at the end of an item and the next item."""


class PartiesBeside:
    """Reads what follows the people of one report."""

    def __init__(self, prose: Prose, parties: Sequence[PartyMention], drafts: Sequence[Draft]) -> None:
        self._text = prose.text
        self._parties = parties
        self._drafts = sorted(drafts, key=lambda each: each.start)
        self._starts = [draft.start for draft in self._drafts]
        pattern = prose.lexicon.section("delegations").get("represents_pattern")
        self._represents = re.compile(str(pattern) if pattern else r"(?!)", re.IGNORECASE)
        of_all = prose.lexicon.section("delegations").get("all_for_pattern")
        self._of_all = re.compile(str(of_all) if of_all else r"(?!)", re.IGNORECASE)
        own = prose.lexicon.section("delegations").get("its_own_pattern")
        self._its_own = re.compile(str(own) if own else r"(?!)", re.IGNORECASE)
        self._item = (-1, -1)

    def of(self, draft: Draft) -> str:
        """The code of the party; drafts are asked for in the order of the text."""
        return (
            self._represented(draft)
            or self._with_list(draft)
            or self._before_event(draft)
            or self._of_clause(draft)
            or self._of_item(draft)
        )

    def _represented(self, draft: Draft) -> str:
        """ "Mr X, Solicitor General, represented Jamaica"."""
        stop = min(draft.stop + _REACH, draft.sentence.stop)
        for party in parties_within(self._parties, draft.stop, stop)[:1]:
            is_said = self._represents.fullmatch(self._text, draft.stop, party.start)
            if is_said and party.form is not PartyForm.ADJECTIVE:
                return party.code
        return ""

    def _with_list(self, draft: Draft) -> str:
        """ "X, Y and Z chaired the meeting for Mexico": all of the list are of it."""
        at = bisect_left(self._starts, draft.start) + 1
        last = draft
        for after in self._drafts[at:]:
            if not after.linked or after.party:
                break
            last = after
        if last is draft or not self._of_all.match(self._text, last.stop, last.sentence.stop):
            return ""
        return self._represented(last)

    def _before_event(self, draft: Draft) -> str:
        """ "the UK COP26 President X": the country before the meeting that the office is of."""
        for party in parties_within(self._parties, max(draft.start - _REACH, 0), draft.start)[-1:]:
            if is_state(party.code) and _EVENT.fullmatch(self._text, party.stop, draft.start):
                return party.code
        return ""

    def _of_clause(self, draft: Draft) -> str:
        """ "Chile took part through its Undersecretary X": the one party that the clause has named."""
        title = min(draft.start, draft.title_span[0] or draft.start)
        if not self._its_own.match(self._text, title):
            return ""
        begin = max(self._text.rfind(";", draft.sentence.start, draft.start), draft.sentence.start)
        named = parties_within(self._parties, begin, draft.start)
        codes = {party.code for party in named if party.form is not PartyForm.ADJECTIVE}
        return codes.pop() if len(codes) == 1 else ""

    def _of_item(self, draft: Draft) -> str:
        """ "Hon. X, Minister, on behalf of Mr Y, Italy;": its one country is of its first person."""
        start, stop = self._item_around(draft)
        is_first = (start, stop) != self._item
        self._item = (start, stop)
        if not is_first or not 0 < stop - start <= _LONGEST_ITEM:
            return ""
        found = [
            party for party in parties_within(self._parties, draft.stop, stop) if self._is_behind(party, stop)
        ]
        codes = {party.code for party in found if is_state(party.code)}
        if len(codes) != 1:
            return ""
        draft.is_own_party = True
        return codes.pop()

    def _item_around(self, draft: Draft) -> tuple[int, int]:
        """Where the item of a list begins and ends; the same place twice where there is none."""
        block = draft.sentence.block
        start = self._text.rfind(";", block.start, draft.start) + 1
        stop = self._text.find(";", draft.stop, block.stop)
        if block.kind is not BlockKind.ITEM and not start and stop < 0:
            return draft.start, draft.start
        return max(start, block.start), stop if stop >= 0 else block.stop

    def _is_behind(self, party: PartyMention, stop: int) -> bool:
        if party.form is PartyForm.ADJECTIVE or not _AFTER.fullmatch(self._text, party.stop, stop):
            return False
        last = bisect_left(self._starts, party.start + 1) - 1
        before = self._text[max(0, party.start - 12) : party.start].rstrip()
        if last >= 0 and self._drafts[last].stop > party.start and not before.endswith(","):
            return False  # it is of the title of somebody else
        return _BEFORE.search(self._text, max(0, party.start - 12), party.start) is not None
