"""The next meeting and earlier ones that a report speaks of, as proposals."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from ministrack.domain.date_spans import span
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.proposal import Proposal, ProposalKind, Relation, Said
from ministrack.reading.findings import Findings
from ministrack.reading.mentions.tense import Tense, tense_at
from ministrack.reading.proposing.attaching import Attached
from ministrack.reading.proposing.choosing import Chosen, is_same
from ministrack.reading.proposing.cues import CueKind
from ministrack.reading.proposing.meeting_facts import date_fields, organisation_field, place_fields
from ministrack.reading.proposing.meeting_hosts import host_field, mode_field
from ministrack.reading.proposing.occasions import Occasion
from ministrack.reading.proposing.quoting import quote_of, said_in

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
        group = next((group for group in groups if is_same(found, group[0], each) and each.is_named), None)
        if group is None:
            groups.append([each])
        else:
            group.append(each)
    proposals = [proposal for group in groups if (proposal := others.named(group))]
    if not any(each.relation is Relation.NEXT and each.sure for each in proposals):
        proposals.extend(others.unnamed())
    return [_keyed(each, at + 2) for at, each in enumerate(proposals)]


def _keyed(proposal: Proposal, number: int) -> Proposal:
    return replace(proposal, key=f"m{number}")


class _Others:
    def __init__(
        self, found: Findings, attached: Sequence[Attached], chosen: Chosen, reported: Proposal | None
    ) -> None:
        self._found = found
        self._attached = attached
        self._chosen = chosen
        self._reported = reported
        self._number = int(reported.value("number") or 0) if reported else 0

    def named(self, group: Sequence[Occasion]) -> Proposal | None:
        """A meeting that has a name or a number of its own."""
        first = max(group, key=lambda each: (bool(each.turn), bool(each.ordinal), each.is_named))
        facts = [each for each in self._attached if each.occasion in group]
        relation = self._relation(first, facts)
        if relation is None:
            return None
        fields = self._fields(first, facts, relation)
        if not any(name in fields for name in _FACTS) and not first.ordinal:
            return None
        told = any(name in fields for name in ("date", "city", "country", "host"))
        kin = first.turn != "" or first.ordinal is not None
        return self._proposal(group, first, fields, relation, sure=told and kin)

    def _relation(self, each: Occasion, facts: Sequence[Attached]) -> Relation | None:
        number = each.ordinal.number if each.ordinal else 0
        day = date_fields(self._found, facts).get("date")
        if each.turn == "next":
            return Relation.NEXT
        if day is not None and self._found.prose.anchor is not None:
            covered = span(day.value)
            anchor = self._found.prose.anchor
            if (covered.first or "") > (anchor + timedelta(days=1)).isoformat():
                return Relation.NEXT
            if covered.last and covered.last < (anchor - timedelta(days=1)).isoformat():
                return Relation.EARLIER
        tense = tense_at(self._found.prose, each.start, each.stop)
        if tense is Tense.FUTURE or (number > self._number > 0 and not each.is_aside):
            return None if self._is_general(each, facts) else Relation.NEXT
        if (0 < number < self._number or each.turn == "earlier") and (facts or number):
            return Relation.EARLIER
        return None

    def _is_general(self, each: Occasion, facts: Sequence[Attached]) -> bool:
        """No meeting of which something is said: "will hold regular meetings"."""
        return each.head.endswith("meetings") or not (facts or each.ordinal)

    def _fields(self, each: Occasion, facts: Sequence[Attached], relation: Relation) -> dict[str, Said]:
        prose = self._found.prose
        value = " ".join(prose.text[each.start : each.stop].split())
        fields = {"name": said_in(prose, each.sentence, value, each.start, each.stop)}
        if each.ordinal is not None:
            ordinal = each.ordinal
            fields["number"] = said_in(prose, each.sentence, str(ordinal.number), ordinal.start, ordinal.stop)
        fields |= organisation_field(self._found, (each,))
        fields |= date_fields(self._found, facts) | place_fields(self._found, facts)
        if relation is Relation.NEXT:
            fields |= self._hosted(each, fields)
        status = MeetingStatus.PLANNED if relation is Relation.NEXT else MeetingStatus.HELD
        fields["status"] = Said(status.value, quote_of(prose, each.sentence.start, each.sentence.stop))
        return fields | mode_field(self._found, ())

    def _hosted(self, each: Occasion, fields: dict[str, Said]) -> dict[str, Said]:
        """Who hosts the next meeting; where no place is given, that country is its place as well."""
        hosted = host_field(self._found, (each.sentence,))
        if "country" not in fields and "host" in hosted and len(hosted["host"].value) == 2:
            return {**hosted, "country": hosted["host"]}
        return hosted

    def unnamed(self) -> list[Proposal]:
        """ "agreed to meet in Tokyo in spring": a meeting to come that is told by a verb alone."""
        facts = [
            each
            for each in self._attached
            if each.occasion is None
            and each.by is CueKind.MEETING
            and tense_at(self._found.prose, each.what.start, each.what.stop) is Tense.FUTURE
            and not (self._chosen.tense is Tense.FUTURE and each.index in self._chosen.lead[:3])
        ]
        if not facts:
            return []
        sentence = facts[0].sentence
        facts = [each for each in facts if each.sentence is sentence]
        prose = self._found.prose
        fields = {**date_fields(self._found, facts), **place_fields(self._found, facts)}
        fields["status"] = Said(MeetingStatus.PLANNED.value, quote_of(prose, sentence.start, sentence.stop))
        quote = quote_of(prose, sentence.start, sentence.stop)
        return [
            Proposal(kind=ProposalKind.MEETING, key="", fields=fields, quote=quote, relation=Relation.NEXT)
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
