"""For whom somebody is there, where title and name do not say it."""

import re
from collections.abc import Iterator, Sequence

from ministrack.domain.language import N_
from ministrack.domain.names import fold
from ministrack.reading.any_language import any_pattern
from ministrack.reading.mention import PartyForm, PartyMention
from ministrack.reading.mentions.cities import find_cities
from ministrack.reading.mentions.home_party import (
    FROM_ADDRESS,
    FROM_DATELINE,
    FROM_LANGUAGE,
    FROM_PUBLISHER,
    FROM_REPORT,
    ground_for,
    home_party,
    is_state,
    parties_within,
)
from ministrack.reading.mentions.party_beside import PartiesBeside
from ministrack.reading.mentions.party_headings import parties_of_headings
from ministrack.reading.mentions.person_draft import Draft
from ministrack.reading.mentions.same_person import Group
from ministrack.reading.prose import Prose, Sentence
from ministrack.reading.report import Block, BlockKind

_OF_ORGANISATION = "head_of_organisation"
"""The level of people who are nobody's delegates: of no country that is only supposed."""
WITH_TITLE = N_("named with the title")
WITH_LINE = N_("named at the beginning of the line")
WITH_DELEGATION = N_("the delegation that the sentence speaks of")
FROM_LIST = N_("the party of the person before")
FROM_PLACE = N_("the country where the sentence says that it happens")
UNSURE_PARTIES = frozenset((FROM_ADDRESS, FROM_REPORT, FROM_PLACE, FROM_DATELINE, FROM_LANGUAGE))

_LABEL_END = re.compile(r"\s*(?:\([^)]{1,20}\)\s*)?(?:[:|–—]|-\s|,\s|;\s)")
_COLON = re.compile(r"\s*(?:\([^)]{1,20}\)\s*)?(?::|[–—]\s*$)")
_COMMA = re.compile(r",\s+")
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_BESIDE = re.compile(r"\s*(?:,|and|,\s*and)\s*")
_SHORT_CELL = re.compile(r"(?:^|\|)\s*([A-Z][A-Z-]{1,9})\s*(?=\||$)", re.MULTILINE)
_ROW_CELL = re.compile(r"(?:^|\|)\s*(?:the\s+)?$", re.IGNORECASE)
_ROW_CELL_END = re.compile(r"\s*(?:\([^)|]{1,20}\)\s*)?(?:\||$)")
_REACH = 400  # characters before somebody in which colleagues are spoken of


class PartyFinder:
    """Looks for the party around a mention, in one report."""

    def __init__(self, prose: Prose, parties: Sequence[PartyMention]) -> None:
        self._prose = prose
        self._text = prose.text
        self._parties = parties
        words = prose.lexicon.section("delegations")
        self._before = _pattern(words.get("party_before_pattern"))
        self._after = _pattern(words.get("party_after_pattern"))
        self._again = _pattern(words.get("party_again_pattern"))
        self._once = _pattern(words.get("party_once_pattern"))
        self._other_side = _pattern(words.get("other_side_pattern"))
        self._led = _pattern(words.get("party_led_pattern"))
        self._anaphora = _pattern(words.get("delegation_pattern"))
        self._colleagues = _pattern(words.get("colleagues_pattern"))
        self._colleagues_from = _pattern(words.get("colleagues_from_pattern"))
        self._host = _pattern(words.get("host_pattern"))
        self._hosts = _pattern(words.get("hosts_pattern"))
        self._place = _pattern(words.get("place_pattern"))
        self._label_before = _pattern(words.get("label_before_pattern"))
        self._heading_party = parties_of_headings(prose, parties)
        self._delegations: dict[tuple[int, int], list[PartyMention]] = {}
        self._spoken_of: dict[int, int] = {}  # by sentence: where it speaks of a delegation again

    def complete(self, groups: Sequence[Group], drafts: Sequence[Draft]) -> None:
        """Fills in the parties that can be told, the best ground first."""
        beside = PartiesBeside(self._prose, self._parties, drafts)
        for draft in drafts:
            if not draft.party:
                self._from_line(draft)
            if not draft.party and (code := beside.of(draft)):
                draft.party, draft.party_from = code, WITH_TITLE
        _back_along_lists(self._text, drafts)
        self._from_colleagues(drafts)
        for draft in _open(groups):
            self._from_delegation(draft)
        owner = {id(draft): group for group in groups for draft in group.drafts}
        _along_lists(drafts, owner)
        taken = {draft.party for draft in drafts if draft.party_from in (WITH_TITLE, WITH_LINE)}
        home, ground = home_party(self._prose, self._parties, taken)
        for draft in _first_of_open(groups):
            if ground not in (FROM_PUBLISHER, FROM_ADDRESS):
                self._from_place(draft)
            if home and not draft.party and draft.level != _OF_ORGANISATION:
                draft.party, draft.party_from = home, ground_for(draft.title, ground)
        _along_lists(drafts, owner)

    def _within(self, start: int, stop: int) -> Sequence[PartyMention]:
        return parties_within(self._parties, start, stop)

    def _from_line(self, draft: Draft) -> None:
        """ "Greece: Mr X, Minister", the cell of a table, the heading over a list."""
        label = self._nearest_label(draft) or self._label(draft.sentence.block)
        if label is None:
            label = self._heading_party.get(draft.sentence.block.start)
        if label is not None:
            draft.party, draft.party_from = label, WITH_LINE

    def _nearest_label(self, draft: Draft) -> str | None:
        """The last "Greece:" before somebody, in a block of several such lines."""
        block = draft.sentence.block
        if block.kind is BlockKind.ROW:
            return None
        sentence = draft.sentence
        near = max(sentence.start, draft.start - _REACH)
        is_spoken = bool(draft.title) and self._colleagues_from.search(self._text, near, draft.start)
        for party in reversed(self._within(block.start, draft.start)):
            if is_spoken and _COMMA.fullmatch(self._text, party.stop, draft.start):
                return party.code
            if _COLON.match(self._text, party.stop, draft.start):
                return party.code
        return None

    def _label(self, block: Block) -> str | None:
        if block.kind is BlockKind.ROW and not self._within(block.start, block.stop):
            cell = _SHORT_CELL.search(self._text, block.start, block.stop)
            return cell[1] if cell else None
        for party in self._within(block.start, block.stop):
            before = self._text[block.start : party.start]
            if block.kind is BlockKind.ROW:
                if _ROW_CELL.search(before) and _ROW_CELL_END.match(self._text, party.stop, block.stop):
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

    def _from_colleagues(self, drafts: Sequence[Draft]) -> None:
        """ "his Estonian and Lithuanian colleagues, X and Y": as many people as countries, in their order."""
        for at, draft in enumerate(drafts):
            if draft.party or (draft.linked and drafts[at - 1].sentence is draft.sentence):
                continue
            people = [draft]
            for other in drafts[at + 1 :]:
                if not other.linked or other.party:
                    break
                people.append(other)
            codes = self._colleagues_before(draft)
            if len(codes) == len(people) > 1:
                for person, code in zip(people, codes, strict=True):
                    person.party, person.party_from = code, WITH_TITLE

    def _colleagues_before(self, draft: Draft) -> list[str]:
        """The countries of colleagues that are spoken of just before somebody."""
        known = self._within(max(draft.sentence.start, draft.start - 120), draft.start)
        if not known or not self._colleagues.match(self._text, known[-1].stop, draft.start):
            return []
        codes = [known[-1].code]
        for before, after in zip(reversed(known[:-1]), reversed(known[1:]), strict=True):
            if not _BESIDE.fullmatch(self._text, before.stop, after.start):
                break
            codes.insert(0, before.code)
        return codes

    def _from_delegation(self, draft: Draft) -> None:
        """ "The Slovak side was headed by …": the last one before the person, else the first after."""
        sentence = draft.sentence
        code = self._delegation_of(draft, sentence.start, sentence.stop)
        if not code and self._speaks_again(sentence) <= draft.start:
            code = self._delegation_of(draft, sentence.block.start, sentence.start)
        if code:
            draft.party, draft.party_from = code, WITH_DELEGATION

    def _delegation_of(self, draft: Draft, start: int, stop: int) -> str:
        before, after = "", ""
        for party in self._delegations_within(start, stop):
            if party.stop <= draft.start:
                is_other = self._other_side.search(self._text, party.stop, draft.start)
                before = "" if is_other else party.code
            elif not after and self._led.search(self._text, draft.stop, party.start + 1):
                after = party.code
        return before or after

    def _speaks_again(self, sentence: Sentence) -> int:
        """Where "the delegation" ends in a sentence; behind its end where there is none."""
        if sentence.start not in self._spoken_of:
            found = self._anaphora.search(self._text, sentence.start, sentence.stop)
            self._spoken_of[sentence.start] = found.end() if found else sentence.stop + 1
        return self._spoken_of[sentence.start]

    def _delegations_within(self, start: int, stop: int) -> Sequence[PartyMention]:
        """The parties of a stretch that stand for their people; asked for each person of a long list."""
        if (start, stop) not in self._delegations:
            within = self._within(start, stop)
            self._delegations[start, stop] = [each for each in within if self._stands_for(each, start, stop)]
        return self._delegations[start, stop]

    def _stands_for(self, party: PartyMention, start: int, stop: int) -> bool:
        if self._after.match(self._text, party.stop, stop):
            return True
        if self._again.match(self._text, party.stop, stop) and self._once.search(
            self._text, start, party.start
        ):
            return True
        return bool(self._before.search(self._text[start : party.start][-60:]))

    def _from_place(self, draft: Draft) -> None:
        """Who takes the chair or receives guests is mostly of the country in which that happens."""
        start, stop = draft.sentence.start, draft.sentence.stop
        before = self._host.search(self._text, max(start, draft.start - 80), draft.start)
        if not before and not self._hosts.match(self._text, draft.stop, stop):
            return
        code = self._country_of_place(start, draft.start if before else stop)
        if code:
            draft.party, draft.party_from = code, FROM_PLACE

    def _country_of_place(self, start: int, stop: int) -> str:
        """The country named last as a place, else that of a city."""
        found = ""
        for party in self._within(start, stop):
            by_name = party.form is PartyForm.NAME and is_state(party.code)
            if by_name and self._place.search(self._text, start, party.start):
                found = party.code
        cities = find_cities(self._text[start:stop]) if not found else ()
        return found or next((each.city.country for each in cities if each.city.country), "")


def _open(groups: Sequence[Group]) -> Iterator[Draft]:
    """The mentions of people without a party, as long as they have none."""
    for group in groups:
        for draft in group.drafts if not group.party_of() else ():
            yield draft
            if draft.party:
                break


def _first_of_open(groups: Sequence[Group]) -> Iterator[Draft]:
    return (group.drafts[0] for group in groups if not group.party_of())


def _along_lists(drafts: Sequence[Draft], owner: dict[int, Group]) -> None:
    """A party holds for those who follow in the same list without one of their own."""
    distinct = {id(group): group for group in owner.values()}
    parties = {key: group.party_of() for key, group in distinct.items()}
    previous: Draft | None = None
    for draft in drafts:
        group = id(owner[id(draft)])
        if previous is not None and draft.linked and draft.title and not parties[group]:
            party = previous.party or parties[id(owner[id(previous)])]
            if party and _may_share(previous, party, draft):
                draft.party, draft.party_from = party, FROM_LIST
                parties[group] = party
        previous = draft


def _back_along_lists(text: str, drafts: Sequence[Draft]) -> None:
    """ "Foreign Secretary X and Security Secretary Y of Mexico": both are of it."""
    for draft, after in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        is_joined = after.linked and _AND.fullmatch(text, draft.stop, after.start)
        if not draft.party and draft.title and after.title and after.is_own_party and is_joined:
            is_behind = not text[after.start : after.stop].endswith(")")
            if is_behind and fold(draft.title) != fold(after.title):
                draft.party, draft.party_from, draft.is_own_party = after.party, FROM_LIST, True


def _may_share(previous: Draft, party: str, draft: Draft) -> bool:
    """Not where the party stands behind the name, which is then done for each; not with an ambassador, who
    stands among people of the other country; nor a state's officer with those of an organisation."""
    if (
        previous.is_own_party
        or draft.level == _OF_ORGANISATION
        or any_pattern("titles", "of_all").match(draft.title)
    ):
        return False
    if fold(previous.title) == fold(draft.title) and previous.title_span != draft.title_span:
        return False  # two of the same office are of two countries
    if any_pattern("titles", "accredited").search(previous.title):
        return previous.sentence.block.kind is BlockKind.ITEM
    return is_state(party) or not (
        any_pattern("titles", "of_state").search(draft.title)
        or any_pattern("titles", "of_organisation").match(draft.title)
    )


def _pattern(found: object) -> re.Pattern[str]:
    return re.compile(str(found), re.IGNORECASE) if found else re.compile(r"(?!)")
