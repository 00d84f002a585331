"""The kinds of gaps with how many records have each; the first line is what is to be looked at again."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from ministrack.domain.filing import Inquiry
from ministrack.domain.filters import Overlaps, SharedFilter, every
from ministrack.domain.gaps import ASKED, GAPS, Gap
from ministrack.domain.language import counted, tr, trn
from ministrack.domain.scope import scope
from ministrack.domain.values import dataclass
from ministrack.edits.asking import Reader

_KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Kind:
    """A line of the list: which gap, None for all inquiries; its words; how many there are."""

    gap: Gap | None
    words: str
    count: int

    @property
    def key(self) -> str:
        """Tells it from the others."""
        return self.gap.key if self.gap is not None else ""


def due_by(day: date) -> Overlaps:
    """Inquiries that are to be looked at on a day, or were before."""
    return Overlaps("again", None, day.isoformat())


def kinds(read: Reader, shared: SharedFilter, today: date) -> list[Kind]:
    """All kinds that some record has, those to be looked at again before all others."""
    found: list[Kind] = []
    asked = read.count(Inquiry.TABLE, ASKED)
    if asked:
        due = read.count(Inquiry.TABLE, every((ASKED, due_by(today))))
        words = trn("{n} to look at again", "{n} to look at again", asked)
        if due:
            words = tr("{all}, {due} due", all=words, due=counted(due))
        found.append(Kind(None, words, asked))
    for gap in GAPS:
        count = read.count(gap.table, every((scope(gap.table, shared), gap.filter)))
        if count:
            found.append(Kind(gap, trn(gap.one, gap.many, count), count))
    return found


class KindList(QListWidget):
    """Signals: `kind_changed(str)` with the key of the kind that is shown now."""

    kind_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unknown.kinds")
        self.setAccessibleName(tr("What is unknown"))
        self.setProperty("role", "navigation")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.currentItemChanged.connect(self._tell)

    @property
    def chosen(self) -> str:
        """The key of the kind that is shown."""
        row = self.currentRow()
        return str(self.item(row).data(_KEY)) if row >= 0 else ""

    def show_kinds(self, kinds: Sequence[Kind]) -> None:
        """Shows other lines; the chosen kind stays, or gives way to the first one."""
        chosen = self.chosen if self.count() else None
        before = self.blockSignals(True)
        self.clear()
        for kind in kinds:
            item = QListWidgetItem(kind.words, self)
            item.setData(_KEY, kind.key)
            item.setToolTip(kind.words)
        keys = [kind.key for kind in kinds]
        self.setCurrentRow(keys.index(chosen) if chosen in keys else min(0, len(keys) - 1))
        self.blockSignals(before)

    def choose(self, key: str) -> None:
        """Shows a kind, where it is listed."""
        for row in range(self.count()):
            if self.item(row).data(_KEY) == key:
                self.setCurrentRow(row)

    def _tell(self, *_: object) -> None:
        self.kind_changed.emit(self.chosen)
