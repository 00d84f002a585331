"""Meetings that a report speaks of: the one it reports, the next, and earlier ones."""

from ministrack.domain.proposal import Proposal
from ministrack.reading.findings import Findings
from ministrack.reading.proposing.meetings.attaching import attach
from ministrack.reading.proposing.meetings.choosing import choose
from ministrack.reading.proposing.meetings.occasions import find_occasions
from ministrack.reading.proposing.meetings.other_meetings import other_meetings
from ministrack.reading.proposing.meetings.plain_occasions import plain_occasions, plain_words
from ministrack.reading.proposing.meetings.reported_meeting import reported_meeting


def propose_meetings(found: Findings) -> list[Proposal]:
    """The meeting that the report is about comes first, where there is one."""
    plain = plain_words(found.prose.lexicon.language)
    occasions = find_occasions(found) if plain is None else plain_occasions(found, plain)
    attached = attach(found, occasions)
    chosen = choose(found, occasions, attached)
    reported = reported_meeting(found, chosen, attached)
    others = other_meetings(found, occasions, attached, chosen, reported)
    return [*([reported] if reported else []), *others]
