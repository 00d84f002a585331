"""The left side of the matrix: parties, read in pages where they are looked at."""

from collections.abc import Mapping, Sequence

from ministrack.domain.filters import SharedFilter
from ministrack.domain.lists import ListQuery, Row
from ministrack.domain.scope import scope
from ministrack.domain.values import dataclass
from ministrack.edits.asking import Reader
from ministrack.ui.models.cells import written
from ministrack.ui.views.delegations.attendance.axes import Pages, without_parties

_PARTY = ("name", "code")


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A row: a party. `stands_out` is False where the filter names countries, and not this one."""

    id: str
    name: str
    code: str
    stands_out: bool = True
    below: int = 0  # how often it was led below minister level, where that is asked


class PartyAxis:
    """The rows: states by name, then all others. Only ids are held for all.

    With `below` (how often each party was led below minister level), those with the most come first.
    """

    def __init__(
        self,
        read: Reader,
        shared: SharedFilter,
        meetings: int,
        *,
        only_chosen: bool,
        below: Mapping[str, int] | None = None,
    ) -> None:
        self._read = read
        self._below = below or {}
        self._chosen = frozenset(shared.parties)
        within = scope("delegation", without_parties(shared))
        ids = read.attendance().parties(within, meetings, shared.parties)
        self.ids: Sequence[str] = ids
        if only_chosen and self._chosen:
            self.ids = [found for found in ids if found in self._chosen]
        if self._below:
            self.ids = sorted(self.ids, key=self._fewer)
        self._places = {found: row for row, found in enumerate(self.ids)}
        self._pages = Pages(self._page)

    def __len__(self) -> int:
        return len(self.ids)

    def row_of(self, party: str) -> int | None:
        """Where a party stands."""
        return self._places.get(party)

    def first_chosen(self) -> int | None:
        """The first row that stands out, where only some do."""
        return min((self._places[party] for party in self._chosen if party in self._places), default=None)

    def line(self, row: int) -> PartyLine | None:
        """The party of a row."""
        return self._pages.at(row)

    def _fewer(self, party: str) -> int:
        return -self._below.get(party, 0)

    def _page(self, start: int, length: int) -> list[PartyLine]:
        listing = self._read.listing(ListQuery("party", _PARTY))
        return [self._line(row) for row in listing.rows_of(self.ids[start : start + length])]

    def _line(self, row: Row) -> PartyLine:
        identity = str(row["id"])
        return PartyLine(
            identity,
            written(row["name"]),
            str(row["code"] or ""),
            not self._chosen or identity in self._chosen,
            self._below.get(identity, 0),
        )
