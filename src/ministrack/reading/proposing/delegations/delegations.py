"""Who takes part in a meeting."""

from collections.abc import Iterable, Mapping, Sequence

from ministrack.domain.language import tr
from ministrack.domain.proposal import Proposal, ProposalKind, Quote, Relation, Said
from ministrack.domain.values import dataclass
from ministrack.reading.findings import Findings
from ministrack.reading.mention import PersonMention
from ministrack.reading.mentions.person_party import UNSURE_PARTIES
from ministrack.reading.proposing.delegations.chairs import with_co_chairs
from ministrack.reading.proposing.delegations.presence import Presence, PresenceReader
from ministrack.reading.proposing.quoting import plain, quote_of, said_in
from ministrack.reading.prose import Prose, Sentence


@dataclass(frozen=True, slots=True)
class _Seen:
    """A mention of somebody, its sentence, and what that says of presence."""

    mention: PersonMention
    sentence: Sentence
    presence: Presence


def propose_delegations(found: Findings, meetings: Sequence[Proposal]) -> list[Proposal]:
    """In the order of the text; `meetings` are those that were proposed already."""
    reader = PresenceReader(found.prose)
    people: dict[tuple[str, str, int], list[_Seen]] = {}
    for mention in found.people:
        sentence = found.prose.sentence_at(mention.start)
        if sentence is not None:
            each = _Seen(mention, sentence, reader.of(mention))
            people.setdefault(_identity(mention), []).append(each)
    reported = next((meeting for meeting in meetings if meeting.relation is Relation.REPORTED), None)
    has_meeting = any(_is_there(seen) for seen in people.values())
    proposals: list[Proposal] = []
    for seen in people.values():
        proposal = _proposal(found.prose, seen, reported, f"d{len(proposals) + 1}", has_meeting=has_meeting)
        if proposal is not None:
            proposals.append(proposal)
    return with_co_chairs(proposals)


def _is_there(seen: Sequence[_Seen]) -> bool:
    """Whether somebody is at a meeting, and not only at talks beside it."""
    return any(
        each.presence.is_there and not each.presence.is_aside and not each.presence.is_away for each in seen
    )


def _identity(mention: PersonMention) -> tuple[str, str, int]:
    if mention.name:
        return mention.name, mention.party, 0
    return "", mention.party, mention.title_start


def _proposal(
    prose: Prose, seen: Sequence[_Seen], reported: Proposal | None, key: str, *, has_meeting: bool
) -> Proposal | None:
    present = [each for each in seen if not each.presence.is_away]
    if not present:
        return None
    first = _most_telling(present)
    is_aside = has_meeting and _is_only_aside(present)
    why = _doubt(present, first.mention, is_aside=is_aside)
    return Proposal(
        kind=ProposalKind.DELEGATION,
        key=key,
        fields=_fields(prose, first, present, is_expected=_is_expected(present, reported)),
        quote=_whole(prose, first.mention),
        also=tuple(_whole(prose, each.mention) for each in seen if each is not first),
        sure=not why,
        why=why or _ground(first.mention),
        about=reported.key if reported is not None and not is_aside else "",
    )


def _most_telling(seen: Sequence[_Seen]) -> _Seen:
    """The mention to show: the first that gives the title with the name in running text."""
    return max(
        seen,
        key=lambda each: (
            each.mention.title_stop > each.mention.title_start
            and each.mention.name_stop - each.mention.name_start >= len(each.mention.name),
            each.presence.is_there,
            -each.mention.start,
        ),
    )


def _is_only_aside(seen: Sequence[_Seen]) -> bool:
    return all(each.presence.is_aside or not each.presence.is_there for each in seen) and any(
        each.presence.is_aside for each in seen
    )


def _doubt(seen: Sequence[_Seen], mention: PersonMention, *, is_aside: bool) -> str:
    """Why a person should look twice, empty where nothing is doubtful."""
    if is_aside:
        return tr("Met for bilateral talks; not said to attend the meeting.")
    if not any(each.presence.is_there for each in seen):
        return tr("Named in the report; not said to take part.")
    return _doubt_of_fields(mention)


def _doubt_of_fields(mention: PersonMention) -> str:
    if not mention.party:
        return tr("The report does not say for which country or organisation.")
    if mention.party_from in UNSURE_PARTIES:
        return tr("The country is not named with the person: {ground}.", ground=tr(mention.party_from))
    if not mention.is_certain:
        return tr("The name is printed in another case; its first form is not certain.")
    if mention.level_from:
        return tr("The level is not named with the person: {ground}.", ground=tr(mention.level_from))
    if mention.name and not mention.title:
        return tr("The report gives no title.")
    return ""


def _ground(mention: PersonMention) -> str:
    return tr("Country or organisation: {ground}.", ground=tr(mention.party_from))


def _is_expected(seen: Sequence[_Seen], reported: Proposal | None) -> bool:
    if reported is not None and reported.value("status"):
        return reported.value("status") in ("planned", "announced", "confirmed")
    return any(each.presence.is_coming for each in seen)


def _fields(prose: Prose, first: _Seen, seen: Iterable[_Seen], *, is_expected: bool) -> Mapping[str, Said]:
    mention, sentence = first.mention, first.sentence
    fields: dict[str, Said] = {}
    whole = quote_of(prose, sentence.start, sentence.stop)
    if mention.party:
        fields["party"] = Said(mention.party, whole)
    if mention.name:
        fields["person"] = said_in(prose, sentence, mention.name, mention.name_start, mention.name_stop)
    if mention.title:
        has_words = mention.title_stop > mention.title_start
        words = quote_of(prose, mention.title_start, mention.title_stop) if has_words else None
        fields["title"] = Said(plain(mention.title), whole, words)
    if mention.level:
        fields["level"] = Said(mention.level, whole)
    for each in seen:
        role = each.presence.role
        if role and "role" not in fields:
            fields["role"] = said_in(prose, each.sentence, role, *each.presence.role_span)
    if first.presence.is_there and not first.presence.is_aside:
        fields["status"] = Said("expected" if is_expected else "attended", whole)
    return fields


def _whole(prose: Prose, mention: PersonMention) -> Quote:
    return quote_of(prose, mention.start, mention.stop)
