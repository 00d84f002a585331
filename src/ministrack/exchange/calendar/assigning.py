"""Which record each entry of a calendar is: one of the dossier, or a new one, with the ids of all of them."""

from collections.abc import Sequence

from ministrack.domain.ids import new_id
from ministrack.domain.record import Record, Ref
from ministrack.domain.values import dataclass
from ministrack.exchange.calendar.found import Found
from ministrack.exchange.calendar.known import Known


@dataclass(frozen=True, slots=True)
class Meant:
    """The record of an entry, `present` where the dossier has it; where `several` may be meant, a new one."""

    id: str
    present: Record | None = None
    several: bool = False


class Assigned:
    """Answers for the entries of one file that count."""

    def __init__(self, known: Known, found: Sequence[Found], counting: Sequence[int]) -> None:
        self._known = known
        self._taken: set[str] = set()
        self._meant: dict[int, Meant] = {}
        for place in counting:
            present = known.record(found[place])
            if present is not None and present.id not in self._taken:
                self._take(place, present)
        for same_time in (True, False):
            for place in counting:
                if place not in self._meant:
                    self._by_name(place, found[place], same_time)
        for place in counting:
            if place not in self._meant:
                self._meant[place] = Meant(self._new_id(found[place]))
        self._labels = {self._meant[place].id: found[place].label for place in counting}
        self._ids = {
            Ref(found[place].table, key): self._meant[place].id
            for place in counting
            for key in (found[place].uid, found[place].own)
            if key
        }

    def meant(self, place: int) -> Meant:
        """The record of the entry at this place."""
        return self._meant[place]

    def label(self, identity: str) -> str:
        """What the file calls the record of one of its entries."""
        return self._labels.get(identity, "")

    def id_of(self, table: str, key: str) -> str | None:
        """The id of the record that an entry of the file, by its own id, or of the dossier stands for."""
        found = self._ids.get(Ref(table, key))
        if found is None:
            ref = self._known.identified.get(key)
            found = ref.id if ref is not None and ref.table == table else None
        return found

    def _by_name(self, place: int, entry: Found, same_time: bool) -> None:
        """By name and date; at the time that the entry names, or at first one that names none."""
        alike = [each for each in self._known.alike(entry) if each.id not in self._taken]
        time = entry.fields.get("time")
        fitting = [each for each in alike if not same_time or getattr(each, "time", time) in (time, None)]
        exact = [each for each in fitting if getattr(each, "time", None) == time]
        chosen = exact or fitting
        if len(chosen) == 1:
            self._take(place, chosen[0])
        elif chosen and not same_time:
            self._meant[place] = Meant(self._new_id(entry), several=True)

    def _take(self, place: int, present: Record) -> None:
        self._taken.add(present.id)
        self._meant[place] = Meant(present.id, present)

    def _new_id(self, entry: Found) -> str:
        identity = entry.own if entry.own and entry.own not in self._taken else new_id()
        self._taken.add(identity)
        return identity
