"""The tray as a Qt model: meetings of the period whose day is not known, under what is known of it."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ministrack.domain.date_spans import Precision, span
from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import tr, trn
from ministrack.domain.meeting import is_movable
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass
from ministrack.edits.asking import Reader
from ministrack.ui.models.tips import plain_tip
from ministrack.ui.views.meetings.calendar.entries import Entry, loose_between, undated
from ministrack.ui.views.meetings.calendar.words import loose_heading

_MOST = 100  # of either kind; the table lists all
_ORDER = tuple(Precision)
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class TrayLine:
    """A heading, a meeting below it, or a note of what is left out."""

    text: str
    entry: Entry | None = None
    heading: str = ""  # above a meeting


class TrayModel(QAbstractListModel):
    """Lines as the dossier was when they were read."""

    def __init__(self, read: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._lines: list[TrayLine] = []
        self.total = 0

    def show(self, shared: SharedFilter, first: date, last: date) -> None:
        """Reads what belongs to a period anew."""
        without, without_total = undated(self._read, shared, _MOST)
        loose, loose_total = loose_between(self._read, shared, first, last, _MOST)
        self.beginResetModel()
        self.total = without_total + loose_total
        self._lines = []
        for edtf, entries in _by_date(loose):
            self._lines += _group(loose_heading(edtf), entries)
        if loose_total > len(loose):
            self._lines.append(_left_out(loose_total - len(loose)))
        if without:
            self._lines += _group(tr("Date not set"), without)
        if without_total > len(without):
            self._lines.append(_left_out(without_total - len(without)))
        self.endResetModel()

    def line(self, index: Index) -> TrayLine:
        """What stands in a row."""
        return self._lines[index.row()]

    def entry(self, index: Index) -> Entry | None:
        """The meeting of a row; a heading has none."""
        return self._lines[index.row()].entry if index.isValid() else None

    def index_of(self, ref: Ref | None) -> QModelIndex:
        """The row of a meeting, or none."""
        for row, line in enumerate(self._lines):
            if ref is not None and line.entry is not None and line.entry.ref == ref:
                return self.index(row)
        return QModelIndex()

    # what Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.entry.spoken}. {line.heading}" if line.entry else line.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(line.entry.tip if line.entry else line.text)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entry(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _group(heading: str, entries: Iterable[Entry]) -> list[TrayLine]:
    """Those that can still be given a day come first."""
    ordered = sorted(entries, key=_is_settled)
    return [TrayLine(heading), *(TrayLine(entry.title, entry, heading) for entry in ordered)]


def _is_settled(entry: Entry) -> bool:
    return not is_movable(entry.status) or entry.is_off


def _left_out(count: int) -> TrayLine:
    return TrayLine(trn("and {n} more, in the table", "and {n} more, in the table", count))


def _by_date(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """Meetings by what is known of their date: a month first, then seasons, quarters, years and looser."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.edtf or "", []).append(entry)
    return sorted(groups.items(), key=lambda group: _rank(group[0]))


def _rank(edtf: str) -> tuple[int, str]:
    covered = span(edtf)
    return _ORDER.index(covered.precision), covered.first or ""
