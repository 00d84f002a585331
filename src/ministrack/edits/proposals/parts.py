"""Which record, and which field of it, each field of a proposal is about."""

from collections.abc import Mapping

from ministrack.domain.proposal import Proposal, ProposalKind, Said

_PLACES: Mapping[ProposalKind, Mapping[str, Mapping[str, str]]] = {
    ProposalKind.MEETING: {
        "meeting": {
            "name": "name", "number": "number", "numbering_note": "numbering_note", "date": "date",
            "city": "city", "country": "country", "venue": "venue", "host": "host", "status": "status",
            "mode": "mode", "theme": "theme",
        },
    },
    ProposalKind.DELEGATION: {
        "delegation": {"party": "party", "status": "status", "part": "part"},
        "delegate": {
            "person": "person", "title": "title", "level": "level", "role": "role",
            "on_behalf_of": "on_behalf_of",
        },
    },
    ProposalKind.DOCUMENT: {
        "document": {"title": "title", "kind": "kind"},
        "document_stage": {"stage": "stage", "date": "date", "place": "place"},
        "document_party": {"initiator": "party"},
        "meeting_document": {"treatment": "treatment"},
    },
    ProposalKind.BODY: {
        "body": {
            "name": "name", "kind": "kind", "mandate": "mandate", "set_up_by": "set_up_by",
            "initiated_by": "initiated_by",
        },
    },
    ProposalKind.TASK: {"task": {"title": "title", "kind": "kind", "due": "due"}},
    ProposalKind.PROGRAMME: {
        "programme_item": {"title": "title", "kind": "kind", "place": "place", "time": "time"},
    },
}  # fmt: skip
"""By kind and table: the record's field for each field of the proposal that can be taken as it is.

The series of a meeting, its organisation, and the owner and meeting of a task are found, not taken.
"""

TABLES_OF: Mapping[ProposalKind, tuple[str, ...]] = {kind: tuple(places) for kind, places in _PLACES.items()}
"""The tables that a proposal of each kind is about."""

NAMES = frozenset(("name", "title"))
"""What a thing is called: two sources word it differently and mean the same thing."""


def said_of(proposal: Proposal, table: str) -> dict[str, Said]:
    """What a proposal says of a record of this table, by the record's fields."""
    places = _PLACES[proposal.kind].get(table, {})
    return {places[name]: said for name, said in proposal.fields.items() if name in places and said.value}


def field_of(proposal: Proposal, table: str, field: str) -> str:
    """The field of the proposal that a field of a record is about."""
    places = _PLACES[proposal.kind].get(table, {})
    return next((name for name, own in places.items() if own == field), field)
