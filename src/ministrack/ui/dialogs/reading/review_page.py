"""The review of a report: its text with marks on one side, what it proposes on the other."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ministrack.domain.language import tr, trn
from ministrack.domain.proposal import ProposalKind, Quote
from ministrack.edits.proposals.reviewed import Picked, Reviewed
from ministrack.reading.report import Report
from ministrack.ui.announcing import announce
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.reading.details import Details
from ministrack.ui.dialogs.reading.legend import Legend
from ministrack.ui.dialogs.reading.marked_text import MarkedText
from ministrack.ui.dialogs.reading.marks import marks_of, places_of
from ministrack.ui.dialogs.reading.nothing_page import NothingPage
from ministrack.ui.dialogs.reading.proposals_model import ProposalsModel
from ministrack.ui.dialogs.reading.proposals_table import ProposalsTable
from ministrack.ui.dialogs.reading.sheet import Entry, Sheet, is_sure
from ministrack.ui.dialogs.reading.telling import Names
from ministrack.ui.style.metrics import SPACE

_SHARES = ((54, 74), (55, 40))  # of the width, of the height


class ReviewPage(QWidget):
    """Signals: `changed(str)` when other things are to be added, with what else was ticked or unticked along;
    `weighed()` when proposals were corrected, to be compared with the dossier again.
    """

    changed = Signal(str)
    weighed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.sheet = Sheet()
        self.text = MarkedText(desk, self)
        self.model = ProposalsModel(Names(desk.read), self)
        self.table = ProposalsTable(desk, self.model, self)
        self.details = Details(desk, self)
        self.nothing = NothingPage(self)
        self._legend = Legend(desk.themes, self)
        self._place = 0  # which of several quotes of the current proposal is pointed out
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.text, 1)
        below = QVBoxLayout()
        below.setContentsMargins(5 * SPACE, 0, 3 * SPACE, 0)
        below.addWidget(self._legend)
        column.addLayout(below)
        self.floors = QSplitter(Qt.Orientation.Vertical, self)
        self.floors.setObjectName("reading.floors")
        for part in (self.table, self.details):
            self.floors.addWidget(part)
        self._right = QStackedWidget(self)
        self._right.addWidget(self.floors)
        self._right.addWidget(self.nothing)
        self.sides = QSplitter(Qt.Orientation.Horizontal, self)
        self.sides.setObjectName("reading.sides")
        for side in (left, self._right):
            self.sides.addWidget(side)
        for splitter, shares in ((self.sides, _SHARES[0]), (self.floors, _SHARES[1])):
            splitter.setChildrenCollapsible(False)
            splitter.setSizes([share * 10 for share in shares])
            for number, share in enumerate(shares):
                splitter.setStretchFactor(number, share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sides)

    def _connect(self) -> None:
        self.text.pointed.connect(self._select)
        self.table.selectionModel().currentRowChanged.connect(self._follow)
        self.table.tick_wanted.connect(self.tick)
        self.table.reject_wanted.connect(self.reject)
        self.table.edit_wanted.connect(self.details.edit_first)
        self.details.corrected.connect(self._correct)
        self.details.moved.connect(self._move)
        self.details.kind_changed.connect(self._change_kind)
        self.details.picked.connect(self._pick)
        self.details.field_entered.connect(self._point_out_field)
        for keys, step in (("F3", 1), ("Alt+Right", 1), ("Alt+Down", 1),
                           ("Shift+F3", -1), ("Alt+Left", -1), ("Alt+Up", -1)):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.next_place if step > 0 else self.previous_place)

    # what is shown

    def show_review(self, report: Report, reviewed: Sequence[Reviewed], *, anew: bool) -> None:
        """Shows a report and what it proposes; where it is not `anew`, what was decided stays."""
        if anew:
            self.sheet = Sheet(reviewed)
            self.model.shows_rejected = False
        else:
            self.sheet.show_review(reviewed)
        self.text.show_report(report)
        self._right.setCurrentWidget(self.floors if reviewed else self.nothing)
        self._show()
        if self.current is None:
            self._go_to(0)

    def show_compared(self, reviewed: Sequence[Reviewed]) -> None:
        """Shows how the proposals stand to the dossier now."""
        self.sheet.show_review(reviewed)
        self._show()

    @property
    def current(self) -> Entry | None:
        """The entry that one is at."""
        return self.model.entry(self.table.currentIndex().row())

    def what_is_missing(self) -> str:
        """Why what is ticked cannot be added, in words; empty where it can."""
        missing = self.sheet.missing()
        if not missing:
            return ""
        entry = self.sheet.entries[missing[0].proposal.key]
        return tr("{record}: {words}", record=self.model.told(entry).words, words=missing[0].words)

    def begin(self) -> None:
        """Puts the keyboard where one goes on."""
        start = self.table if self.sheet.entries else self.nothing.store
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, along: str = "") -> None:
        before = self.current
        row = self.table.currentIndex().row()
        self.model.show_sheet(self.sheet)
        if self.current is None or before is None or self.current.key != before.key:
            kept = self.model.row_of(before.key) if before is not None else -1
            self._go_to(kept if kept >= 0 else row)
        entries = self.sheet.shown()
        tips = {
            each.key: f"{tr(each.proposal.kind.label)}: {self.model.told(each).words}" for each in entries
        }
        self.text.show_marks(marks_of(each.proposal for each in entries), tips)
        self._legend.show_counts(Counter[ProposalKind](each.proposal.kind for each in entries))
        self.details.show_entry(self.current, self.sheet.meetings(self.current))
        self.changed.emit(along)

    def _go_to(self, row: int) -> None:
        last = self.model.rowCount() - 1
        if last >= 0:
            self.table.go_to(min(max(row, 0), last))
        else:
            self._follow()

    def _follow(self, *_: object) -> None:
        entry = self.current
        self._place = 0
        self.text.point_out(places_of(entry.proposal)[0] if entry is not None else None)
        self.details.show_entry(entry, self.sheet.meetings(entry))

    def _select(self, key: str, start: int) -> None:
        row = self.model.row_of(key)
        if row < 0:
            return
        self.table.go_to(row)
        entry = self.current
        if entry is not None:
            starts = [quote.start for quote in places_of(entry.proposal)]
            self._point_out(starts.index(start) if start in starts else 0)

    # the places that speak of the current proposal

    def next_place(self) -> None:
        """Points out the next place that speaks of the current proposal; after the last, the first."""
        self._step(1)

    def previous_place(self) -> None:
        """Points out the place before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        entry = self.current
        if entry is not None:
            self._point_out((self._place + step) % len(places_of(entry.proposal)))

    def _point_out(self, place: int) -> None:
        entry = self.current
        if entry is None:
            return
        quotes = places_of(entry.proposal)
        self._place = place
        self.text.point_out(quotes[place])
        announce(self.text, tr("{n} of {total}: {quote}", n=place + 1, total=len(quotes),
                               quote=quotes[place].text))  # fmt: skip

    def _point_out_field(self, key: str, name: str) -> None:
        """While a field is edited, the words that bear it are pointed out."""
        entry = self.sheet.entries.get(key)
        said = entry.proposal.fields.get(name) if entry is not None else None
        quote: Quote | None = (said.words or said.quote) if said is not None else None
        if quote is not None:
            self.text.point_out(quote)

    # what is decided

    def tick(self, keys: Sequence[str], on: bool) -> None:
        """Ticks or unticks, and says what had to go with it."""
        self._show(self._along(self.sheet.tick(keys, on), on=on))

    def tick_sure(self) -> None:
        """Ticks all that are sure; where they are ticked already, all of them."""
        entries = self.sheet.shown()
        sure = [each.key for each in entries if is_sure(each.reviewed) and not each.is_ticked]
        self.tick(sure or [each.key for each in entries if not each.is_ticked], True)

    def untick_all(self) -> None:
        """Unticks everything."""
        self.tick([each.key for each in self.sheet.wanted()], False)

    def reject(self, keys: Sequence[str]) -> None:
        """Takes rows off the list, or puts them back where the rejected ones are shown."""
        if self.model.shows_rejected:
            self.sheet.restore(keys)
            self.model.shows_rejected = bool(self.sheet.shown(rejected=True))
            self._show()
        else:
            self._show(self._along(self.sheet.reject(keys), on=False))

    def turn_rejected(self) -> None:
        """Shows the rejected rows, or the others again."""
        self.model.shows_rejected = not self.model.shows_rejected
        self._show()

    def _along(self, entries: Sequence[Entry], *, on: bool) -> str:
        if not entries:
            return ""
        names = ", ".join(self.model.told(each).words for each in entries[:2])
        if on:
            return trn("{n} ticked along: {names}", "{n} ticked along: {names}", len(entries), names=names)
        return trn(
            "{n} unticked along, as it needs this: {names}",
            "{n} unticked along, as they need this: {names}",
            len(entries),
            names=names,
        )

    def _correct(self, key: str, name: str, value: str) -> None:
        self.sheet.correct(key, name, value)
        self._weigh()

    def _move(self, key: str, about: str) -> None:
        self.sheet.move(key, about)
        self._weigh()

    def _change_kind(self, key: str, kind: ProposalKind) -> None:
        self.sheet.change_kind(key, kind)
        self._weigh()

    def _pick(self, key: str, picked: Picked) -> None:
        self.sheet.pick(key, picked)
        self._weigh()

    def _weigh(self) -> None:
        self._show()
        self.weighed.emit()
