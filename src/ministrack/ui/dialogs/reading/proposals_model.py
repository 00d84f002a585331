"""Proposals as a Qt model: what each says, how it stands to the dossier, whether it is to be added."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ministrack.domain.language import N_, tr
from ministrack.domain.proposal import Proposal
from ministrack.edits.proposals.reviewed import Standing
from ministrack.ui.dialogs.reading.sheet import Entry, Sheet
from ministrack.ui.dialogs.reading.telling import Names, Told, tell
from ministrack.ui.models.answers import CELL_ROLE, CELL_ROLES, cell_answer
from ministrack.ui.models.column import Cell, Look
from ministrack.ui.style.theme import Tone

Index = QModelIndex | QPersistentModelIndex

TOLD_ROLE = CELL_ROLE + 21
"""The Told of a row, for the delegate that paints it."""
TICK, RECORD, PROPOSED, STANDING, QUOTE = range(5)

_ROOT = QModelIndex()
_TITLES = (N_("Add"), N_("Record"), N_("Proposed"), N_("In the dossier"), N_("From the text"))
_TONES = {
    Standing.NEW: Tone.HELD,
    Standing.MATCHES: Tone.NEUTRAL,
    Standing.DIFFERS: Tone.PROGRESS,
    Standing.CHECK: Tone.PROGRESS,
}


class ProposalsModel(QAbstractTableModel):
    """One row for each entry that is looked at; all that is changed, is changed in the sheet.

    Signals: `tick_wanted(object, bool)` with keys, from assistive tools.
    """

    tick_wanted = Signal(object, bool)

    def __init__(self, names: Names, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._sheet = Sheet()
        self._rows: list[Entry] = []
        self._others: Mapping[str, Proposal] = {}
        self._told: dict[str, Told] = {}
        self.shows_rejected = False

    def show_sheet(self, sheet: Sheet) -> None:
        """Shows the entries of a sheet as they are now; where the rows are the same, one stays there."""
        rows = sheet.shown(rejected=self.shows_rejected)
        stays = [each.key for each in rows] == [each.key for each in self._rows]
        if not stays:
            self.beginResetModel()
        self._sheet, self._rows = sheet, rows
        self._others = {key: each.proposal for key, each in sheet.entries.items()}
        self._told = {}
        if not stays:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, QUOTE))

    def entry(self, row: int) -> Entry | None:
        """The entry of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, key: str) -> int:
        """The row of an entry; -1 where it is not shown."""
        return next((row for row, each in enumerate(self._rows) if each.key == key), -1)

    def told(self, entry: Entry) -> Told:
        """The words of an entry."""
        if entry.key not in self._told:
            self._told[entry.key] = tell(self._names, entry.proposal, self._others)
        return self._told[entry.key]

    def sentence(self, entry: Entry) -> str:
        """The whole row as one sentence, for those who hear it."""
        ticked = tr("ticked") if entry.is_ticked else tr("not ticked")
        kind, standing = tr(entry.proposal.kind.label), tr(entry.standing.label)
        said = tr("{kind}: {what}, {standing}, {ticked}", kind=kind, what=self.told(entry).words,
                  standing=standing, ticked=ticked)  # fmt: skip
        return ". ".join(part for part in (said, entry.matter, f"“{entry.proposal.quote.text}”") if part)

    # what Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == TICK and not self.shows_rejected:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == TICK and not self.shows_rejected:
            return Qt.CheckState.Checked if entry.is_ticked else Qt.CheckState.Unchecked
        if role == TOLD_ROLE:
            return self.told(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() in (TICK, PROPOSED):
            return self.sentence(entry)
        if role not in CELL_ROLES:
            return None
        return cell_answer(role, tr(_TITLES[index.column()]), self._cell(entry, index.column()))

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """The tick of one row, for assistive tools; keys and clicks have their own way."""
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None or role != Qt.ItemDataRole.CheckStateRole or self.shows_rejected:
            return False
        self.tick_wanted.emit([entry.key], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(_TITLES):
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr(_TITLES[section])
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if section in (TICK, STANDING) else tr(_TITLES[section])
        return None

    def _cell(self, entry: Entry, column: int) -> Cell:
        match column:
            case 1:
                return Cell(tr(entry.proposal.kind.label), Look.SOFT)
            case 2:
                told = self.told(entry)
                return Cell(told.words, codes=(told.code,) if told.code else (), tip=self._tip(entry))
            case 3:
                return Cell(tr(entry.standing.label), pill=_TONES[entry.standing], tip=entry.matter)
            case 4:
                quote = " ".join(entry.proposal.quote.text.split())
                said = entry.matter if entry.matter and entry.standing is Standing.CHECK else f"“{quote}”"
                return Cell(said, Look.SOFT, tip=quote)
        return Cell(spoken=self.sentence(entry))

    def _tip(self, entry: Entry) -> str:
        by_hand = tr("Corrected by hand") if entry.corrected else ""
        return " · ".join(part for part in (self.told(entry).words, by_hand) if part)
