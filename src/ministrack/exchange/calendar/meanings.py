"""What an entry of a calendar means as values of a meeting or task, with the records that it points at."""

from collections.abc import Mapping

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import specs
from ministrack.domain.language import tr
from ministrack.domain.record import Record, Ref
from ministrack.domain.values import dataclass, field
from ministrack.exchange.calendar.assigning import Assigned
from ministrack.exchange.calendar.found import Found, Link
from ministrack.exchange.calendar.links import Links
from ministrack.exchange.calendar.places import Places
from ministrack.store.reader import Reader

# What a task has to do with a meeting, by the kind of RELATED-TO (RFC 5545 and 9253).
_RELATIONS = {"PARENT": "made_at", "FINISHTOSTART": "due_meeting"}


@dataclass(slots=True)
class Meaning:
    """`making` are records to be made, `names` what new ones are called, `notes` what was left out."""

    values: dict[str, object]
    making: tuple[Record, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


class Meanings:
    """Answers for the entries of one file."""

    def __init__(self, read: Reader, assigned: Assigned, common: Mapping[str, object]) -> None:
        self._read = read
        self._assigned = assigned
        self._refused: set[str] = set()
        self._links = Links(read)
        self._places = Places(read)
        self._common = {
            table: {name: value for name, value in common.items() if name in specs(RECORD_TYPES[table])}
            for table in ("meeting", "task")
        }

    def of(self, entry: Found, *, is_new: bool) -> Meaning:
        """The values of an entry; those that all new records start with only where it is one."""
        values = {**(self._common[entry.table] if is_new else {}), **entry.fields}
        meaning = Meaning(values, notes=entry.notes)
        if entry.location:
            self._place(meaning, entry.location)
        for name, link in entry.links.items():
            self._point(meaning, entry.table, name, link)
        if entry.related and entry.table == "task":
            self._relate(meaning, entry)
        return meaning

    def refuse(self, identity: str) -> None:
        """The entry that would be this record does not become one: nothing may point at it."""
        self._refused.add(identity)

    def _place(self, meaning: Meaning, location: str) -> None:
        place = self._places.place(location)
        meaning.values.update((name, value) for name, value in place.in_words() if value)
        if place.country is not None:
            self._point(meaning, "meeting", "country", place.country)

    def _relate(self, meaning: Meaning, entry: Found) -> None:
        """The meeting a task comes from or is due before, as far as lines of ours do not say it."""
        for kind, uid in entry.related:
            name = _RELATIONS.get(kind, "")
            identity = self._meeting(uid) if name and name not in meaning.values else None
            if identity is not None and not (name == "due_meeting" and "due" in meaning.values):
                self._point_at_meeting(meaning, name, identity)

    def _point_at_meeting(self, meaning: Meaning, name: str, identity: str) -> None:
        meaning.values[name] = identity
        meaning.names[identity] = self._assigned.label(identity)

    def _point(self, meaning: Meaning, table: str, name: str, link: Link) -> None:
        refers = specs(RECORD_TYPES[table])[name].refers
        if refers == "meeting":
            identity = self._meeting(link.id)
            if identity is None:
                meaning.notes += (tr("“{name}” is not in the dossier and was left out.", name=link.name),)
            else:
                self._point_at_meeting(meaning, name, identity)
            return
        target = self._links.target(refers, link)
        if target is not None:
            meaning.values[name] = target.id
            if target.made is not None:
                meaning.making += (target.made,)
                meaning.names[target.id] = link.name

    def _meeting(self, identity: str) -> str | None:
        found = self._assigned.id_of("meeting", identity)
        if found in self._refused:
            return None
        return found or (identity if identity and self._read.exists(Ref("meeting", identity)) else None)
