"""For whom somebody is there, where title and name do not say it."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from ministrack.domain.language import N_
from ministrack.reading.mention import PartyForm, PartyMention
from ministrack.reading.mentions.person_draft import Draft
from ministrack.reading.mentions.same_person import Group
from ministrack.reading.prose import Prose, Sentence
from ministrack.reading.report import Block, BlockKind

WITH_TITLE = N_("named with the title")
WITH_LINE = N_("named at the beginning of the line")
WITH_DELEGATION = N_("the delegation that the sentence speaks of")
FROM_LIST = N_("the party of the person before")
FROM_PUBLISHER = N_("the country of whoever published the report")
FROM_REPORT = N_("the country that the report speaks of most")
UNSURE_PARTIES = frozenset((FROM_REPORT,))

_LABEL_END = re.compile(r"\s*(?:\([^)]{1,20}\)\s*)?(?:[:|–—]|-\s|,\s|;\s)")
_ROW_CELL = re.compile(r"(?:^|\|)\s*(?:the\s+)?$", re.IGNORECASE)
_HOST = re.compile(
    r"(?:\.(?:gov|govt|go|gob|gouv|gub)\.(?P<land>[a-z]{2})\b)|(?:\.(?P<us>gov|mil)(?:[/\s'\"]|$))"
)
_HEAD_OF_TEXT = 3000  # characters of what was given, in which an address of its source may stand


class PartyFinder:
    """Looks for the party around a mention, in one report."""

    def __init__(self, prose: Prose, parties: Sequence[PartyMention]) -> None:
        self._prose = prose
        self._text = prose.text
        self._parties = parties
        words = prose.lexicon.section("delegations")
        self._before = _pattern(words.get("party_before_pattern"))
        self._after = _pattern(words.get("party_after_pattern"))
        self._label_before = _pattern(words.get("label_before_pattern"))
        self._heading_party = _headings(prose, parties)

    def complete(self, groups: Sequence[Group], drafts: Sequence[Draft]) -> None:
        """Fills in the parties that can be told, the best ground first."""
        for draft in drafts:
            if not draft.party:
                self._from_line(draft)
        for group in groups:
            for draft in group.drafts:
                if not draft.party and not group.party_of():
                    self._from_delegation(draft)
        owner = {id(draft): group for group in groups for draft in group.drafts}
        _along_lists(drafts, owner)
        home, ground = self._home(groups)
        for group in groups:
            if home and not group.party_of():
                group.drafts[0].party, group.drafts[0].party_from = home, ground
        _along_lists(drafts, owner)

    def _within(self, start: int, stop: int) -> Sequence[PartyMention]:
        first = bisect_left(self._parties, start, key=lambda each: each.start)
        last = bisect_left(self._parties, stop, key=lambda each: each.start)
        return self._parties[first:last]

    def _from_line(self, draft: Draft) -> None:
        """ "Greece: Mr X, Minister", the cell of a table, the heading over a list."""
        block = draft.sentence.block
        label = self._label(block)
        if label is None:
            label = self._heading_party.get(block.start)
        if label is not None:
            draft.party, draft.party_from = label, WITH_LINE

    def _label(self, block: Block) -> str | None:
        for party in self._within(block.start, block.stop):
            before = self._text[block.start : party.start]
            if block.kind is BlockKind.ROW:
                end = self._text[party.stop : block.stop].lstrip()
                if _ROW_CELL.search(before) and (not end or end.startswith("|")):
                    return party.code
                continue
            is_first = not before.strip() or self._label_before.fullmatch(before)
            if (
                is_first
                and party.form is not PartyForm.ADJECTIVE
                and _LABEL_END.match(self._text, party.stop)
            ):
                return party.code
            return None
        return None

    def _from_delegation(self, draft: Draft) -> None:
        """ "The Slovak side was headed by …": the last one before the person, else the first after."""
        sentence = draft.sentence
        before, after = "", ""
        for party in self._within(sentence.start, sentence.stop):
            if not self._stands_for(party, sentence):
                continue
            if party.stop <= draft.start:
                before = party.code
            elif party.start >= draft.stop and not after and party.start - draft.stop < 60:
                after = party.code
        if before or after:
            draft.party, draft.party_from = before or after, WITH_DELEGATION

    def _stands_for(self, party: PartyMention, sentence: Sentence) -> bool:
        if self._after.match(self._text, party.stop, sentence.stop):
            return True
        return bool(self._before.search(self._text, max(sentence.start, party.start - 60), party.start))

    def _home(self, groups: Sequence[Group]) -> tuple[str, str]:
        """The country whose people need no country beside their names, and on what that rests."""
        found = self._published_in()
        if found:
            return found, FROM_PUBLISHER
        taken = {group.party_of() for group in groups}
        counts = Counter(party.code for party in self._parties if _is_state(party.code))
        free = [(count, code) for code, count in counts.items() if code not in taken]
        if free:
            count, code = max(free)
            if count >= max(2, *(other for other, each in free if each != code), 0):
                return code, FROM_REPORT
        if counts and not free:
            code, count = counts.most_common(1)[0]
            return code, FROM_REPORT
        return "", ""

    def _published_in(self) -> str:
        about = self._prose.report.about
        for where in (about.address, about.publisher, self._prose.report.given[:_HEAD_OF_TEXT]):
            found = _HOST.search(where)
            if found:
                code = "US" if found["us"] else found["land"].upper()
                return {"UK": "GB"}.get(code, code)
        return ""


def _along_lists(drafts: Sequence[Draft], owner: dict[int, Group]) -> None:
    """A party holds for those who follow in the same list without one of their own."""
    previous: Draft | None = None
    for draft in drafts:
        group = owner[id(draft)]
        is_list = draft.linked and previous is not None and previous.sentence is draft.sentence
        if is_list and previous is not None and not group.party_of():
            party = previous.party or owner[id(previous)].party_of()
            if _is_state(party) or not _is_state_title(draft.title):
                draft.party, draft.party_from = party, FROM_LIST if party else ""
        previous = draft


def _is_state(code: str) -> bool:
    return len(code) == 2 and code.isupper() and code not in ("EU", "UN")


def _is_state_title(title: str) -> bool:
    return "minister" in title.casefold()


def _headings(prose: Prose, parties: Iterable[PartyMention]) -> dict[int, str]:
    """The party of a heading that is nothing but its name, for the blocks under it."""
    by_start = {party.start: party for party in parties}
    current, found = "", {}
    for block in prose.report.blocks:
        text = prose.text[block.start : block.stop]
        party = by_start.get(block.start + len(text) - len(text.lstrip("*_# \tThe")))
        is_short = block.stop - block.start < 80
        if party is not None and is_short and prose.text[party.stop : block.stop].strip(" *_:.–-\n") == "":
            current = party.code
        elif block.kind in (BlockKind.TITLE, BlockKind.HEADING):
            current = ""
        elif current:
            found[block.start] = current
    return found


def _pattern(found: object) -> re.Pattern[str]:
    return re.compile(str(found), re.IGNORECASE) if found else re.compile(r"(?!)")
