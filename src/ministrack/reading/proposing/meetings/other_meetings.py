"""The next meeting and earlier ones that a report speaks of, as proposals."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from ministrack.domain.date_spans import span
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.proposal import Proposal, ProposalKind, Relation, Said
from ministrack.reading.findings import Findings
from ministrack.reading.mentions.tense import Tense, tense_at
from ministrack.reading.proposing.meetings.attaching import Attached
from ministrack.reading.proposing.meetings.choosing import Chosen, is_same
from ministrack.reading.proposing.meetings.cues import CueKind
from ministrack.reading.proposing.meetings.kinship import Kinship
from ministrack.reading.proposing.meetings.meeting_facts import date_fields, organisation_field, place_fields
from ministrack.reading.proposing.meetings.meeting_hosts import host_field, mode_field, next_chair
from ministrack.reading.proposing.meetings.occasion_words import occasion_words
from ministrack.reading.proposing.meetings.occasions import Occasion
from ministrack.reading.proposing.quoting import quote_of, said_in
from ministrack.reading.prose import Sentence

_MOST = 30
"""More other meetings than this are a calendar, not a report."""
_FACTS = ("date", "city", "country", "host")


def other_meetings(
    found: Findings,
    occasions: Sequence[Occasion],
    attached: Sequence[Attached],
    chosen: Chosen,
    reported: Proposal | None,
) -> list[Proposal]:
    """What the report says of meetings before and after the one it is about."""
    others = _Others(found, attached, chosen, reported)
    groups: list[list[Occasion]] = []
    mine = {each.start for each in chosen.mentions}
    for each in occasions:
        if each.start in mine:
            continue
        group = next((group for group in groups if _belongs(found, group[0], each)), None)
        if group is None:
            groups.append([each])
        else:
            group.append(each)
    proposals = [proposal for group in groups if (proposal := others.named(group))][:_MOST]
    if not any(each.relation is Relation.NEXT and each.sure for each in proposals):
        proposals.extend(others.unnamed())
    return [_keyed(each, at + 2) for at, each in enumerate(proposals)]


def _belongs(found: Findings, first: Occasion, each: Occasion) -> bool:
    """Whether two places surely name the same one of the other meetings."""
    is_counted = (first.ordinal is None) == (each.ordinal is None)
    return is_counted and each.is_named and is_same(found, first, each)


def _day_of(found: Findings, reported: Proposal | None) -> date | None:
    """The day from which others are before or after: that of the reported meeting, else of the report."""
    last = span(reported.value("date")).last if reported and reported.value("date") else None
    return date.fromisoformat(last) if last else found.prose.anchor


def _keyed(proposal: Proposal, number: int) -> Proposal:
    return replace(proposal, key=f"m{number}")


class _Others:
    def __init__(
        self, found: Findings, attached: Sequence[Attached], chosen: Chosen, reported: Proposal | None
    ) -> None:
        self._found = found
        self._attached = attached
        self._facts: dict[int, list[Attached]] = {}
        for each in attached:
            if each.occasion is not None:
                self._facts.setdefault(each.occasion.start, []).append(each)
        self._chosen = chosen
        self._number = int(reported.value("number") or 0) if reported else 0
        self._day = _day_of(found, reported)
        self._kinship = Kinship(found, chosen, self._number)

    def named(self, group: Sequence[Occasion]) -> Proposal | None:
        """A meeting that has a name or a number of its own; not sure where it may be of another series."""
        first = max(group, key=lambda each: (bool(each.turn), bool(each.ordinal), each.is_named))
        facts = [fact for each in group for fact in self._facts.get(each.start, ())]
        is_next = self._is_next(first, facts)
        if is_next is None:
            return None
        fields = self._fields(first, facts, is_next=is_next)
        told = any(name in fields for name in _FACTS)
        if not told and not first.ordinal:
            return None
        kin = self._kinship.is_kin(first) and not (is_next and self._is_counted_lower(first))
        relation = Relation.OTHER if not kin else Relation.NEXT if is_next else Relation.EARLIER
        return self._proposal(group, first, fields, relation, sure=told and kin)

    def _is_counted_lower(self, each: Occasion) -> bool:
        """ "will hold its first meeting", after the seventh: that of another series."""
        return each.ordinal is not None and each.ordinal.number <= self._number

    def _is_next(self, each: Occasion, facts: Sequence[Attached]) -> bool | None:
        """Whether a meeting is to come or has been; None where the text tells too little of it."""
        day = date_fields(self._found, facts).get("date")
        if day is not None and self._day is not None:
            covered = span(day.value)
            if (covered.first or "") > (self._day + timedelta(days=1)).isoformat():
                return True
            if covered.last and covered.last < (self._day - timedelta(days=1)).isoformat():
                return False
        if each.turn == "next":
            return True
        number = each.ordinal.number if each.ordinal else 0
        is_to_come = tense_at(self._found.prose, each.start, each.stop) is Tense.FUTURE
        if is_to_come or (number > self._number > 0 and not each.is_aside):
            return None if self._is_general(each, facts) else True
        if (0 < number < self._number or each.turn == "earlier") and (facts or number):
            return False
        return None

    def _is_general(self, each: Occasion, facts: Sequence[Attached]) -> bool:
        """No meeting of which something is said: "will hold regular meetings"."""
        return each.head.endswith("meetings") or not (facts or each.ordinal)

    def _fields(self, each: Occasion, facts: Sequence[Attached], *, is_next: bool) -> dict[str, Said]:
        prose = self._found.prose
        value = " ".join(prose.text[each.start : each.stop].split())
        fields = {"name": said_in(prose, each.sentence, value, each.start, each.stop)}
        if each.ordinal is not None:
            ordinal = each.ordinal
            fields["number"] = said_in(prose, each.sentence, str(ordinal.number), ordinal.start, ordinal.stop)
        fields |= organisation_field(self._found, (each,))
        fields |= date_fields(self._found, facts) | place_fields(self._found, facts)
        fields |= self._hosted(each.sentence, fields)
        status = MeetingStatus.PLANNED if is_next else MeetingStatus.HELD
        fields["status"] = Said(status.value, quote_of(prose, each.sentence.start, each.sentence.stop))
        return fields | mode_field(self._found, ())

    def _hosted(self, sentence: Sentence, fields: dict[str, Said]) -> dict[str, Said]:
        """Who hosts; where no place is given, that country is the place as well."""
        hosted = host_field(self._found, (sentence,))
        told = hosted.get("host") or next_chair(self._found, sentence)
        if "country" not in fields and told and len(told.value) == 2:
            return {**hosted, "country": told}
        return hosted

    def unnamed(self) -> list[Proposal]:
        """ "agreed to meet in Tokyo in spring": a meeting to come that is told by a verb alone."""
        words = occasion_words(self._found.prose.lexicon.language)
        facts = [
            each
            for each in self._attached
            if each.occasion is None
            and each.by is CueKind.MEETING
            and not words.doubtful.match(self._found.prose.text, each.at)
            and tense_at(self._found.prose, each.what.start, each.what.stop) is Tense.FUTURE
            and not (self._chosen.tense is Tense.FUTURE and each.index in self._chosen.lead[:3])
        ]
        if not facts:
            return []
        sentence = facts[0].sentence
        facts = [each for each in facts if each.sentence is sentence]
        prose = self._found.prose
        fields = {**date_fields(self._found, facts), **place_fields(self._found, facts)}
        fields |= self._hosted(sentence, fields)
        fields["status"] = Said(MeetingStatus.PLANNED.value, quote_of(prose, sentence.start, sentence.stop))
        quote = quote_of(prose, sentence.start, sentence.stop)
        is_theirs = words.themselves.search(prose.text, sentence.start, sentence.stop) is not None
        return [
            Proposal(
                kind=ProposalKind.MEETING,
                key="",
                fields=fields,
                quote=quote,
                relation=Relation.NEXT if is_theirs else Relation.OTHER,
                sure=is_theirs,
            )
        ]

    def _proposal(
        self,
        group: Sequence[Occasion],
        first: Occasion,
        fields: dict[str, Said],
        relation: Relation,
        *,
        sure: bool,
    ) -> Proposal:
        prose = self._found.prose
        also = tuple(quote_of(prose, each.start, each.stop) for each in group if each is not first)
        return Proposal(
            kind=ProposalKind.MEETING,
            key="",
            fields=fields,
            quote=quote_of(prose, first.start, first.stop),
            also=also,
            sure=sure,
            relation=relation,
        )
