"""The matrix as a Qt model: parties down, meetings across, and no cell read before it is looked at."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ministrack.domain.attendance import MINISTER, Seat, Trend, counted_rank, trend
from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import tr, trn
from ministrack.domain.levels import Level
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass
from ministrack.edits.asking import Reader
from ministrack.ui.models.tips import plain_tip
from ministrack.ui.naming import dotted
from ministrack.ui.views.delegations.attendance.axes import MeetingAxis, MeetingLine, meetings_within
from ministrack.ui.views.delegations.attendance.cells import Compared, MatrixCell, empty_cell, seat_cell
from ministrack.ui.views.delegations.attendance.party_axis import PartyAxis, PartyLine
from ministrack.ui.views.delegations.attendance.seats import Seats

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NOTHING = MatrixCell()
_TEXT = (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole))


@dataclass(frozen=True, slots=True)
class Options:
    """How the matrix is read: the ITU's rule, only the countries of the filter instead of all rows, and
    those first that were most often led below minister level."""

    deputies_count: bool = False
    only_chosen: bool = False
    below_first: bool = False


def below_in_words(party: PartyLine) -> str:
    """How often a party was led below minister level; empty where it never was, or nobody asks."""
    if not party.below:
        return ""
    return trn("once below minister level", "{n} times below minister level", party.below)


class AttendanceModel(QAbstractTableModel):
    """Parties and meetings of a filter, as the dossier was when it was read."""

    def __init__(
        self, read: Reader, shared: SharedFilter, options: Options, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._read_from = read
        self._shared = shared
        self._options = options
        self._read_axes(MeetingAxis(read, shared))

    @property
    def options(self) -> Options:
        """How it is read."""
        return self._options

    def show(self, shared: SharedFilter, *, same_meetings: bool) -> None:
        """Shows what a filter leaves, as the dossier is now. With `same_meetings`, no meeting has changed
        since: they are not read again where the filter leaves the same ones."""
        keep = same_meetings and not shared.text and meetings_within(shared) == self.meetings.filter
        self.beginResetModel()
        self._shared = shared
        self._read_axes(self.meetings if keep else MeetingAxis(self._read_from, shared))
        self.endResetModel()

    def set_options(self, options: Options) -> None:
        """Reads the same in another way."""
        rows_change = options.below_first or self._options.below_first
        if rows_change or options.only_chosen != self._options.only_chosen:
            self.beginResetModel()
            self._options = options
            self._read_axes(self.meetings)
            self.endResetModel()
        self._options = options

    # what stands where

    def party(self, row: int) -> PartyLine | None:
        """The party of a row."""
        return self.parties.line(row) if 0 <= row < len(self.parties) else None

    def meeting(self, column: int) -> MeetingLine | None:
        """The meeting of a column."""
        return self.meetings.line(column) if 0 <= column < len(self.meetings) else None

    def delegation(self, row: int, column: int) -> Ref | None:
        """The delegation of a cell, where one is recorded."""
        seat = self.seats.at(row, column) if self._is_inside(row, column) else None
        return Ref("delegation", seat.delegation) if seat else None

    def place_of(self, ref: Ref) -> tuple[int | None, int | None]:
        """Row and column of a delegation, the row of a party, or the column of a meeting."""
        if ref.table == "party":
            return self.parties.row_of(ref.id), None
        if ref.table == "meeting":
            return None, self.meetings.column_of(ref.id)
        row = self._read_from.row(ref, ("party", "meeting")) if ref.table == "delegation" else None
        if row is None:
            return None, None
        return self.parties.row_of(str(row["party"])), self.meetings.column_of(str(row["meeting"]))

    def cell(self, row: int, column: int, *, told: bool = False) -> MatrixCell:
        """What a cell shows; `told` adds to its words with which meeting it was compared."""
        party, meeting = self.party(row), self.meeting(column)
        if party is None or meeting is None:
            return _NOTHING
        seat = self.seats.at(row, column)
        if seat is None:
            return empty_cell(party, meeting)
        compared = self._compared(seat, row, column, told=told)
        return seat_cell(seat, meeting, compared, deputies_count=self._options.deputies_count)

    def spoken(self, row: int, column: int) -> str:
        """A cell in words: party, meeting, level, person, role, trend."""
        party, meeting = self.party(row), self.meeting(column)
        if party is None or meeting is None:
            return ""
        words = self.cell(row, column, told=True).words
        said = tr("{party}, {meeting}: {words}", party=party.name, meeting=meeting.words, words=words)
        return said if party.stands_out else tr("{said} (not in the filter)", said=said)

    def _compared(self, seat: Seat, row: int, column: int, *, told: bool) -> Compared:
        if not seat.has_attended or seat.rank is None:
            return Compared()
        before = self.seats.before(row, column)
        if before is None:
            return Compared()
        found = trend(self._rank(seat), self._rank(before))
        is_told = told and found is not Trend.UNKNOWN
        return Compared(found, self.meetings.words_of(before.meeting) if is_told else "")

    def _rank(self, seat: Seat) -> int | None:
        return counted_rank(seat, self._minister, deputies_count=self._options.deputies_count)

    def _read_axes(self, meetings: MeetingAxis) -> None:
        read, only = self._read_from, self._options.only_chosen
        minister = read.get(Level, MINISTER)
        self._minister = minister.position if minister else None
        self.meetings = meetings
        below = None
        if self._options.below_first:
            count = self._options.deputies_count
            below = read.attendance().below_minister(meetings.filter, deputies_count=count)
        self.parties = PartyAxis(read, self._shared, len(meetings), only_chosen=only, below=below)
        self.seats = Seats(read, self.parties, meetings)

    def _is_inside(self, row: int, column: int) -> bool:
        return 0 <= row < len(self.parties) and 0 <= column < len(self.meetings)

    # what Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.parties)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.meetings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            cell = self.cell(index.row(), index.column())
            return " ".join(part for part in (cell.pill, cell.text) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.spoken(index.row(), index.column()))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role not in (*_TEXT, int(Qt.ItemDataRole.ToolTipRole)):
            return None
        if orientation is Qt.Orientation.Vertical:
            party = self.party(section)
            if party is None or not party.below:
                return party.name if party else None
            return tr("{party}, {below}", party=party.name, below=below_in_words(party))
        meeting = self.meeting(section)
        if meeting is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            parts = (meeting.series, meeting.name, meeting.words, meeting.meaning)
            return plain_tip("\n".join(part for part in parts if part))
        return dotted((meeting.series, meeting.words))
