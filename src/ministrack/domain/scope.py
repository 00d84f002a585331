"""What the shared filter means for each kind of record: which meetings, people, tasks belong to a country."""

from collections.abc import Callable, Mapping

from ministrack.domain.backing import backed
from ministrack.domain.filters import (
    EVERYTHING,
    Every,
    Filter,
    LedAt,
    Linked,
    Matches,
    OneOf,
    Overlaps,
    SharedFilter,
    Some,
    SpeaksOf,
    Via,
    every,
)


def scope(table: str, shared: SharedFilter) -> Filter:
    """The filter that `shared` means for the records of `table`."""
    parts: list[Filter] = []
    if shared.parties and table in _OF_PARTY:
        parts.append(_OF_PARTY[table](shared.parties))
    if shared.series or shared.meeting_statuses:
        parts.append(_through_meeting(table, _meeting_terms(shared)))
    if shared.period_first or shared.period_last:
        parts.append(_in_period(table, shared.period_first, shared.period_last))
    if shared.levels:
        parts.append(_at_level(table, shared))
    if shared.task_statuses and table == "task":
        parts.append(OneOf("status", shared.task_statuses))
    if shared.sources:
        parts.append(backed(table, shared.sources))
    if shared.text.strip():
        parts.append(Matches(shared.text))
    return every(parts)


Ids = tuple[str, ...]


def _meeting_of_party(parties: Ids) -> Filter:
    """It took part, the meeting was in its country, or it hosts."""
    took_part = Linked("delegation", "meeting", OneOf("party", parties))
    return Some((took_part, OneOf("country", parties), OneOf("host", parties)))


def _delegation_of_party(parties: Ids) -> Filter:
    return OneOf("party", parties)


def _person_of_party(parties: Ids) -> Filter:
    member = Via("delegation", "delegation", OneOf("party", parties))
    return Linked("delegate", "person", Some((member, OneOf("on_behalf_of", parties))))


def _task_of_party(parties: Ids) -> Filter:
    return OneOf("owner_party", parties)


def _document_of_party(parties: Ids) -> Filter:
    return Linked("document_party", "document", OneOf("party", parties))


def _body_of_party(parties: Ids) -> Filter:
    member = Linked("body_member", "body", OneOf("party", parties))
    return Some((member, OneOf("set_up_by", parties), OneOf("initiated_by", parties)))


def _source_of_party(parties: Ids) -> Filter:
    return Some(
        (
            SpeaksOf("delegation", _delegation_of_party(parties)),
            SpeaksOf("meeting", _meeting_of_party(parties)),
            SpeaksOf("task", _task_of_party(parties)),
            SpeaksOf("document", _document_of_party(parties)),
        )
    )


def _series_of_party(parties: Ids) -> Filter:
    return Linked("meeting", "series", _meeting_of_party(parties))


def _party_itself(parties: Ids) -> Filter:
    return OneOf("id", parties)


_OF_PARTY: Mapping[str, Callable[[Ids], Filter]] = {
    "meeting": _meeting_of_party,
    "delegation": _delegation_of_party,
    "person": _person_of_party,
    "task": _task_of_party,
    "document": _document_of_party,
    "body": _body_of_party,
    "source": _source_of_party,
    "series": _series_of_party,
    "party": _party_itself,
}


def _at_level(table: str, shared: SharedFilter) -> Filter:
    """Delegations led at a level, and what hangs on them; where countries are named too, it is theirs."""
    of_party = OneOf("party", shared.parties) if shared.parties else EVERYTHING
    led = every((LedAt(shared.levels), of_party))
    at_level = every((OneOf("level", shared.levels), Via("delegation", "delegation", of_party)))
    if not shared.parties:
        at_level = OneOf("level", shared.levels)
    paths: dict[str, Filter] = {
        "meeting": Linked("delegation", "meeting", led),
        "delegation": LedAt(shared.levels),
        "person": Linked("delegate", "person", at_level),
        "party": Linked("delegation", "party", LedAt(shared.levels)),
        "series": Linked("meeting", "series", Linked("delegation", "meeting", led)),
    }
    return paths.get(table, EVERYTHING)


def _meeting_terms(shared: SharedFilter) -> Filter:
    parts: list[Filter] = []
    if shared.series:
        parts.append(OneOf("series", shared.series))
    if shared.meeting_statuses:
        parts.append(OneOf("status", shared.meeting_statuses))
    return every(parts)


def _through_meeting(table: str, inner: Filter) -> Filter:
    """Records that belong to a meeting which satisfies `inner`."""
    paths: dict[str, Filter] = {
        "meeting": inner,
        "delegation": Via("meeting", "meeting", inner),
        "person": Linked(
            "delegate", "person", Via("delegation", "delegation", Via("meeting", "meeting", inner))
        ),
        "task": Some((Via("made_at", "meeting", inner), Via("due_meeting", "meeting", inner))),
        "document": Some(
            (
                Linked("document_stage", "document", Via("meeting", "meeting", inner)),
                Linked("meeting_document", "document", Via("meeting", "meeting", inner)),
            )
        ),
        "source": SpeaksOf("meeting", inner),
        "series": Linked("meeting", "series", inner),
        "party": Linked("delegation", "party", Via("meeting", "meeting", inner)),
    }
    if table == "body":
        tasks = Linked("task", "owner_body", paths["task"])
        return Some((Via("set_up_at", "meeting", inner), tasks))
    return paths.get(table, EVERYTHING)


def _in_period(table: str, first: str | None, last: str | None) -> Filter:
    """Records whose own dates, or else those of their meetings, overlap the period."""
    meeting = Overlaps("date", first, last)
    through = _through_meeting(table, meeting)
    own: dict[str, Filter] = {
        "task": Some((Overlaps("due", first, last), Via("made_at", "meeting", meeting))),
        "document": Some((Linked("document_stage", "document", Overlaps("date", first, last)), through)),
        "source": Overlaps("published", first, last),
        "party": Every(),
    }
    return own.get(table, through)
