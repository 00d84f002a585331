"""Seats by row and column, read in blocks and kept while they are looked at; and the seat before each."""

from collections import OrderedDict

from ministrack.domain.attendance import Seat
from ministrack.edits.asking import Reader
from ministrack.ui.views.delegations.attendance.axes import MeetingAxis
from ministrack.ui.views.delegations.attendance.party_axis import PartyAxis

_ROWS, _COLUMNS = 24, 16  # of a block
_BACK = 32  # columns in which the seat before is looked for among those that are shown
_BLOCKS = 192  # kept
_BEFORE = 4096  # looked up one by one and kept

Place = tuple[int, int]
"""Row and column."""


class Seats:
    """The cells of the matrix; as the dossier is when they are read, so make anew after a change."""

    def __init__(self, read: Reader, parties: PartyAxis, meetings: MeetingAxis) -> None:
        self._attendance = read.attendance()
        self._parties = parties
        self._meetings = meetings
        self._blocks: OrderedDict[Place, dict[Place, Seat]] = OrderedDict()
        self._before: dict[Place, Seat | None] = {}

    def at(self, row: int, column: int) -> Seat | None:
        """The seat of a party at a meeting, where one is recorded."""
        return self._block(row // _ROWS, column // _COLUMNS).get((row, column))

    def before(self, row: int, column: int) -> Seat | None:
        """The seat at the last meeting of the series that the party attended before, shown or not."""
        place = (row, column)
        if place not in self._before:
            if len(self._before) >= _BEFORE:
                self._before.clear()
            self._before[place] = self._look_before(row, column)
        return self._before[place]

    def _look_before(self, row: int, column: int) -> Seat | None:
        seat = self.at(row, column)
        if seat is None:
            return None
        first = self._meetings.group_of(column).start
        if self._meetings.is_contiguous:
            for earlier in range(column - 1, max(first, column - _BACK) - 1, -1):
                found = self.at(row, earlier)
                if found is not None and found.has_attended:
                    return found
            if self._meetings.is_whole and column - _BACK <= first:
                return None
        return self._attendance.seat_before(seat.party, seat.meeting)

    def _block(self, down: int, across: int) -> dict[Place, Seat]:
        block = self._blocks.get((down, across))
        if block is not None:
            self._blocks.move_to_end((down, across))
            return block
        parties = self._parties.ids[down * _ROWS : (down + 1) * _ROWS]
        meetings = self._meetings.ids(across * _COLUMNS, _COLUMNS)
        rows = {party: down * _ROWS + place for place, party in enumerate(parties)}
        columns = {meeting: across * _COLUMNS + place for place, meeting in enumerate(meetings)}
        found = self._attendance.seats(parties, meetings)
        block = {(rows[seat.party], columns[seat.meeting]): seat for seat in found}
        self._blocks[down, across] = block
        if len(self._blocks) > _BLOCKS:
            self._blocks.popitem(last=False)
        return block
