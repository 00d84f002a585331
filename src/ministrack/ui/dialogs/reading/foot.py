"""The foot of the dialog: how much is to be added, what was rejected, and the answer to press."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from ministrack.domain.language import tr, trn
from ministrack.ui.dialogs.reading.sheet import Sheet, is_sure
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import MARGIN, SPACE
from ministrack.ui.widgets.dialog import answer_buttons
from ministrack.ui.widgets.elided import ElidedLabel


class Foot(QWidget):
    """Signals: `answered()` for the answer; `all_wanted()` to tick or untick many; `rejected_wanted()`."""

    answered = Signal()
    all_wanted = Signal()
    rejected_wanted = Signal()

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self.summary = ElidedLabel(self)
        self.summary.setObjectName("reading.summary")
        mark(self.summary, "role", "soft")
        self.all, self.rejected = self._link("reading.tickAll"), self._link("reading.rejected")
        self.all.clicked.connect(self.all_wanted)
        self.rejected.clicked.connect(self.rejected_wanted)
        buttons, self.answer = answer_buttons(dialog, "reading.accept", tr("Read"))
        for button in buttons.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter belongs to the rows
        self.answer.setDefault(False)
        buttons.accepted.connect(self.answered)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(MARGIN)
        line.addWidget(self.summary, 1)
        line.addWidget(self.all)
        line.addWidget(self.rejected)
        line.addSpacing(SPACE)
        line.addWidget(buttons)

    def _link(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        mark(button, "kind", "link")
        button.hide()
        return button

    def offer(self, text: str, why_not: str = "") -> None:
        """The answer, and why it cannot be given."""
        self.answer.setText(text)
        self.answer.setEnabled(not why_not)
        self.answer.setToolTip(why_not or tr("Ctrl+Enter"))

    def show_entry(self, why_not: str) -> None:
        """While a report is pasted."""
        self.all.hide()
        self.rejected.hide()
        self.summary.setText("")
        self.offer(tr("Read"), why_not)

    def show_sheet(self, sheet: Sheet, why_not: str, *, shows_rejected: bool, along: str = "") -> None:
        """While proposals are reviewed."""
        count, rejected = len(sheet.wanted()), len(sheet.shown(rejected=True))
        entries = sheet.shown()
        said = _selected(sheet) if sheet.entries else ""
        if why_not and count:
            said = why_not
        self.summary.setText(" · ".join(part for part in (said, along) if part))
        self.summary.setToolTip(along)
        self.all.setVisible(bool(entries) and not shows_rejected)
        is_all = all(each.is_ticked for each in entries if is_sure(each.reviewed))
        self.all.setText(tr("Untick all") if count and is_all else tr("Tick all that are sure"))
        self.rejected.setVisible(bool(rejected))
        asked = trn("Rejected {n}; show rejected", "Rejected {n}; show rejected", rejected)
        self.rejected.setText(tr("Show the other proposals") if shows_rejected else asked)
        label = trn("Add {n} record", "Add {n} records", count) if count else tr("Add")
        self.offer(label, why_not or ("" if count else tr("Tick what is to be added first.")))

    def show_work(self, said: str) -> None:
        """While something is being done."""
        self.all.hide()
        self.rejected.hide()
        self.summary.setText(said)
        self.answer.setEnabled(False)
        self.answer.setToolTip(said)


def _selected(sheet: Sheet) -> str:
    """How much is ticked; and how much of that is new, where the dossier has the rest."""
    wanted = sheet.wanted()
    new = sum(each.reviewed.record is None for each in wanted)
    said = trn("{n} selected", "{n} selected", len(wanted))
    return said if new == len(wanted) else tr("{selected}, {new} of them new", selected=said, new=new)


def found_words(count: int) -> str:
    """What is said above the proposals."""
    found = trn("{n} proposal found.", "{n} proposals found.", count)
    return tr("{found} Nothing is saved until you press Add; one undo takes it all back.", found=found)
