"""The preview of an import: chips, the table of rows, and all that is said about the row one is at."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.exchange.grid import text_of
from ministrack.exchange.imports import Row
from ministrack.exchange.plan import Verdict
from ministrack.ui.announcing import announce
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.importing.chips import VerdictChips
from ministrack.ui.dialogs.importing.preview_model import PreviewModel, field_name, kind_of
from ministrack.ui.dialogs.importing.preview_table import PreviewTable
from ministrack.ui.dialogs.importing.sorted_rows import SortedRows
from ministrack.ui.dialogs.importing.verdicts import SHOWN
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import SPACE

_LINES = 4  # of the details


class PreviewPage(QWidget):
    """Signals: `changed()` when other rows are wanted."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = PreviewModel(self)
        self.table = PreviewTable(desk, self.model, self)
        self._chips = VerdictChips(desk, self)
        self._details = QPlainTextEdit(self)
        self._details.setObjectName("import.details")
        self._details.setAccessibleName(tr("All about the row"))
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 5 * SPACE)
        self._copy = self._link(tr("Copy the problems"), "import.copyProblems")
        self._all = self._link("", "import.tickAll")
        self._lay_out()
        self.model.ticked.connect(self._show_ticks)
        self.table.selectionModel().currentChanged.connect(self._show_details)
        self._chips.chosen.connect(self._show_only)
        self._copy.clicked.connect(self._copy_problems)
        self._all.clicked.connect(self._tick_all)

    def _link(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        mark(button, "kind", "link")
        return button

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(2 * SPACE)
        tools.addWidget(self._chips, 1)
        tools.addWidget(self._copy)
        tools.addWidget(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        column.addWidget(self._details)

    def show_rows(self, rows: SortedRows) -> None:
        """Shows the rows of a plan; the keyboard stays where it is."""
        at = self.table.currentIndex().row()
        self.model.show_rows(rows)
        self._show_chips()
        self._go_to(at)

    def _show_chips(self) -> None:
        self._chips.show_counts(self.model.counts(), self.model.only)
        self._copy.setText(tr("Copy the problems"))
        counts = self.model.counts()
        self._copy.setVisible(bool(counts[Verdict.PROBLEM] or counts[Verdict.CONFLICT]))

    def _show_only(self, verdict: Verdict | None) -> None:
        self.model.show_only(None if verdict is self.model.only else verdict)
        self._show_chips()
        self._show_ticks()
        self._go_to(0)

    def _go_to(self, row: int) -> None:
        last = self.model.rowCount() - 1
        if last >= 0:
            self.table.selectRow(min(max(row, 0), last))
        self._show_details()

    def _show_ticks(self) -> None:
        tickable, all_ticked = self.model.shown_ticks()
        self._all.setVisible(tickable > 0)
        self._all.setText(tr("Untick all shown") if all_ticked else tr("Tick all shown"))
        self.changed.emit()

    def _tick_all(self) -> None:
        self.model.tick_all()

    def _show_details(self, *_: object) -> None:
        row = self.model.row(self.table.currentIndex())
        self._details.setPlainText(_in_full(row) if row is not None else "")

    def _copy_problems(self) -> None:
        grid = [[tr("Line"), tr("Result"), tr("Record"), tr("Field"), tr("Why")]]
        grid += [
            [str(row.where), tr(SHOWN[row.verdict].words), row.label, field_name(row), row.words]
            for row in self.model.problems()
        ]
        QGuiApplication.clipboard().setText(text_of(grid))
        announce(self._copy, tr("Copied"))
        self._copy.setText(tr("Copied"))


def _in_full(row: Row) -> str:
    """All that is known about a row, line by line."""
    head = [tr("Line {n}", n=row.where) if row.where else "", kind_of(row), row.label]
    said = [" · ".join(part for part in head if part)]
    if row.field:
        said.append(tr("Field: {name}", name=field_name(row)))
    said += row.words.split(" · ") if row.words else [tr(SHOWN[row.verdict].words)]
    said += [row.holds] if row.holds else []
    return "\n".join(said)
