"""What people write above the columns of a table, in the languages of Europe and the Turkic countries."""

from collections.abc import Mapping
from functools import cache

from ministrack.domain.names import fold
from ministrack.exchange.targets import Target
from ministrack.paths import resource

OWN, FIRST, SECOND = 3, 2, 1
"""How well a header fits: it is the field's own name, a word for it, or a word that may stand for it."""

# By the key of a target: what resources/tables/headers.json calls the ideas that it stands for, best first.
_IDEAS: Mapping[str, tuple[str, ...]] = {
    "delegation.party": ("country", "organisation"),
    "delegation.meeting": ("meeting",),
    "delegation.status": ("attendance", "status"),
    "delegation.part": ("part",),
    "delegation.note": ("note",),
    "delegate.person": ("head", "name"),
    "delegate.given": ("given",),
    "delegate.family": ("family",),
    "delegate.title": ("title",),
    "delegate.level": ("level",),
    "delegate.role": ("role",),
    "meeting.name": ("meeting", "document", "theme"),
    "meeting.number": ("number",),
    "meeting.series": ("series", "body"),
    "meeting.status": ("status",),
    "meeting.date": ("date",),
    "meeting.date_end": ("end",),
    "meeting.time": ("time",),
    "meeting.city": ("city",),
    "meeting.country": ("country",),
    "meeting.venue": ("venue",),
    "meeting.host": ("host",),
    "meeting.mode": ("mode",),
    "meeting.theme": ("theme",),
    "meeting.summary": ("summary", "note"),
    "person.name": ("name", "head"),
    "person.given": ("given",),
    "person.family": ("family",),
    "person.native_name": ("native",),
    "person.note": ("note",),
    "party.name": ("country", "organisation", "name"),
    "party.kind": ("kind",),
    "party.code": ("code",),
    "party.short_name": ("short",),
    "party.note": ("note",),
    "document.title": ("document", "name"),
    "document.kind": ("kind",),
    "document.address": ("address",),
    "document.summary": ("summary", "note"),
    "body.name": ("body", "name"),
    "body.kind": ("kind",),
    "body.mandate": ("mandate", "summary"),
    "body.initiated_by": ("country",),
    "task.title": ("task", "document"),
    "task.kind": ("kind",),
    "task.status": ("status",),
    "task.made_at": ("meeting",),
    "task.from_document": ("document",),
    "task.owner_party": ("owner", "country"),
    "task.due": ("due", "end"),
    "task.note": ("note", "summary"),
    "source.title": ("source", "document"),
    "source.kind": ("kind",),
    "source.publisher": ("publisher", "organisation"),
    "source.address": ("address",),
    "source.published": ("published", "date"),
    "source.accessed": ("accessed",),
    "source.language": ("language",),
    "programme_item.title": ("item", "theme", "task"),
    "programme_item.meeting": ("meeting",),
    "programme_item.position": ("number",),
    "programme_item.kind": ("kind",),
    "programme_item.time": ("time",),
    "programme_item.place": ("venue", "city"),
    "programme_item.note": ("note",),
    "series.name": ("series", "name"),
    "series.short_name": ("short",),
    "series.kind": ("kind",),
    "series.note": ("note",),
}

TELLING = frozenset(
    (
        "delegate.title", "delegate.person", "delegate.level", "delegate.family", "meeting.date",
        "meeting.city", "meeting.venue", "meeting.number", "person.given", "person.family",
        "person.native_name", "party.code",
        "document.address", "body.mandate", "task.due", "task.owner_party", "source.publisher",
        "source.published", "programme_item.time", "programme_item.position",
    )
)  # fmt: skip
"""Targets whose column says what kind of record a table is about."""


def fit(target: Target, header: str) -> int:
    """How well a header says that its column holds this field; 0 where it does not."""
    if target.is_called(header):
        return OWN
    wanted = fold(header)
    words = _words()
    for place, idea in enumerate(_IDEAS.get(target.key, ())):
        if wanted in words[idea]:
            return SECOND if place else FIRST
    return 0


@cache
def _words() -> Mapping[str, frozenset[str]]:
    # delayed: start-up time
    import json

    found = json.loads(resource("tables", "headers.json").read_text(encoding="utf-8"))
    return {idea: frozenset(map(fold, words)) - {""} for idea, words in found.items()}
