"""Reads a report: finders look through its sentences, then proposals are made of what they found."""

from ministrack.domain.proposal import Proposal
from ministrack.reading.findings import Findings
from ministrack.reading.mentions.dates import find_dates
from ministrack.reading.mentions.ordinals import find_ordinals
from ministrack.reading.mentions.parties import find_parties
from ministrack.reading.mentions.people import find_people
from ministrack.reading.mentions.places import find_places
from ministrack.reading.proposing.bodies.bodies import propose_bodies
from ministrack.reading.proposing.delegations.delegations import propose_delegations
from ministrack.reading.proposing.documents.documents import propose_documents
from ministrack.reading.proposing.meetings.meetings import propose_meetings
from ministrack.reading.proposing.merging import merged
from ministrack.reading.proposing.programme.programme import propose_programme
from ministrack.reading.proposing.tasks.tasks import propose_tasks
from ministrack.reading.prose import Prose
from ministrack.reading.report import Report
from ministrack.reading.sentences import prose_of


def read_report(report: Report) -> tuple[Proposal, ...]:
    """What the report seems to say, in the order of the text. Nothing is asked of any dossier."""
    return proposals_of(findings_of(prose_of(report)))


def findings_of(prose: Prose) -> Findings:
    """What is named in a report."""
    parties = find_parties(prose)
    return Findings(
        prose=prose,
        parties=parties,
        dates=find_dates(prose),
        ordinals=find_ordinals(prose),
        places=find_places(prose, parties),
        people=find_people(prose, parties),
    )


def proposals_of(found: Findings) -> tuple[Proposal, ...]:
    """What follows from it."""
    meetings = propose_meetings(found)
    documents, bodies = propose_documents(found, meetings), propose_bodies(found, meetings)
    return merged(
        [
            *meetings,
            *propose_delegations(found, meetings),
            *documents,
            *bodies,
            *propose_tasks(found, meetings, bodies, documents),
            *propose_programme(found, meetings, documents),
        ]
    )
