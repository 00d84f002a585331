"""Chips above a preview: each shows the rows of one verdict alone, with their count."""

from collections import Counter
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ministrack.exchange.plan import Verdict
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.importing.verdicts import SHOWN, chip_text
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import SPACE
from ministrack.ui.widgets.flow_layout import FlowLayout


class VerdictChips(QWidget):
    """Signals: `chosen(object)` with a Verdict, or None for all rows."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("import.chips")
        layout = FlowLayout(self, SPACE)
        self._chips: dict[Verdict | None, QPushButton] = {}
        for verdict in (None, *SHOWN):
            chip = QPushButton(self)
            chip.setObjectName(f"import.chip.{verdict.value if verdict else 'all'}")
            chip.setAutoDefault(False)
            mark(chip, "kind", "chip")
            if verdict is not None:
                chip.setIcon(desk.icons.icon(SHOWN[verdict].icon, SHOWN[verdict].tone.value))
            chip.clicked.connect(partial(self._choose, verdict))
            layout.addWidget(chip)
            self._chips[verdict] = chip

    def show_counts(self, counts: Counter[Verdict], only: Verdict | None) -> None:
        """Shows how many rows there are of each; a verdict without any has no chip."""
        total = sum(counts[verdict] for verdict in SHOWN)
        for verdict, chip in self._chips.items():
            count = total if verdict is None else counts[verdict]
            chip.setText(chip_text(verdict, count))
            chip.setAccessibleName(chip.text())
            chip.setVisible(verdict is None or bool(count))
            mark(chip, "active", verdict is only)

    def _choose(self, verdict: Verdict | None, _: bool = False) -> None:
        self.chosen.emit(verdict)
