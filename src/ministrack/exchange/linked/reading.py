"""Reads what belongs to a page of meetings at once."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from ministrack.domain.delegation import Delegate, Delegation
from ministrack.domain.document import Document
from ministrack.domain.filters import OneOf
from ministrack.domain.lists import ListQuery
from ministrack.domain.meeting import Meeting, MeetingDocument, ProgrammeItem
from ministrack.domain.party import Party
from ministrack.domain.person import Person
from ministrack.domain.record import Record
from ministrack.store.reader import Reader

T = TypeVar("T", bound=Record)


class Around:
    """Some meetings with what hangs on them, by id."""

    def __init__(self, read: Reader, ids: Sequence[str]) -> None:
        self._read = read
        found = self._by_id(Meeting, ids)
        self.meetings = [found[each] for each in ids if each in found]
        of_these = OneOf("meeting", tuple(ids))
        self.delegations = _grouped(read.find(Delegation, of_these), "meeting")
        self.programme = _grouped(read.find(ProgrammeItem, of_these, order="position"), "meeting")
        seats = [each.id for group in self.delegations.values() for each in group]
        self.delegates = _grouped(self._of(Delegate, "delegation", seats), "delegation")
        self.people = self._by_id(Person, _values(self.delegates, "person"))
        treated = _grouped(read.find(MeetingDocument, of_these), "meeting")
        self.treated = treated
        self.documents = self._by_id(Document, _values(treated, "document"))
        meant = [party for each in self.meetings for party in (each.country, each.host)]
        meant += _values(self.delegations, "party")
        self.parties = self._by_id(Party, meant)
        rows = read.listing(ListQuery("party", ("label",))).rows_of(list(self.parties))
        self.party_names = {str(row["id"]): str(row["label"]) for row in rows}

    def _by_id(self, record: type[T], ids: Iterable[str | None]) -> dict[str, T]:
        wanted = [each for each in dict.fromkeys(ids) if each]
        return {each.id: each for each in self._of(record, "id", wanted)}

    def _of(self, record: type[T], field: str, values: Sequence[str]) -> list[T]:
        found: list[T] = []
        for start in range(0, len(values), 500):
            found += self._read.find(record, OneOf(field, tuple(values[start : start + 500])))
        return found


def _grouped(records: Iterable[T], field: str) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for record in records:
        groups.setdefault(str(getattr(record, field)), []).append(record)
    return groups


def _values(groups: dict[str, list[T]], field: str) -> list[str]:
    return [value for group in groups.values() for each in group if (value := getattr(each, field))]
