"""Which field each column of a table fills: its header, what stands in it, and a choice of fields."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.exchange.imports import FoundColumn
from ministrack.exchange.targets import Target
from ministrack.ui.models.tips import plain_tip
from ministrack.ui.style.metrics import SPACE
from ministrack.ui.widgets.elided import ElidedLabel

_MOST = 120
"""Columns that are offered; a table with more of them is no list of records."""
_EXAMPLES = 3


class Columns(QScrollArea):
    """One line for each column of the file.

    Signals: `changed()` when somebody chose another field.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("import.columns")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines: list[_ColumnLine] = []
        self._shown: tuple[Sequence[FoundColumn], Sequence[Target]] = ((), ())

    def show_columns(self, columns: Sequence[FoundColumn], targets: Sequence[Target]) -> None:
        """Shows the columns of a file with the fields that they fill; the keyboard stays where it is."""
        columns = columns[:_MOST]
        before, self._shown = self._shown, (columns, targets)
        if [each.header for each in before[0]] == [each.header for each in columns] and before[1] == targets:
            for line, column in zip(self._lines, columns, strict=True):
                line.show_target(column.target)
            return
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 2 * SPACE, 0)
        layout.setSpacing(2 * SPACE)
        self._lines = [_ColumnLine(place, column, targets, body) for place, column in enumerate(columns)]
        for line in self._lines:
            line.choice.activated.connect(self._tell)
            layout.addWidget(line)
        layout.addStretch(1)
        self.setWidget(body)

    def come_after(self, part: QWidget) -> None:
        """Tab leads from this part to the first column: they are made later than what stands below them."""
        for line in self._lines:
            QWidget.setTabOrder(part, line.choice)
            part = line.choice

    def chosen(self) -> Mapping[str, str]:
        """The target of each header; one that was just chosen is taken from the column that had it."""
        return {line.header: line.target() for line in self._lines}

    def _tell(self, _: int) -> None:
        changed = next(line for line in self._lines if line.choice is self.sender())
        for line in self._lines:
            if line is not changed and line.target() == changed.target():
                line.show_target("")
        self.changed.emit()


class _ColumnLine(QFrame):
    """A header, examples, and the choice of a field."""

    def __init__(self, place: int, column: FoundColumn, targets: Sequence[Target], parent: QWidget) -> None:
        super().__init__(parent)
        self.header = column.header
        self.setObjectName(f"import.column.{place}")
        name, examples = ElidedLabel(self), ElidedLabel(self)
        name.setText(column.header)
        name.setProperty("role", "strong")
        name.setToolTip(plain_tip(column.header))
        said = " · ".join(" ".join(each.split()) for each in column.examples[:_EXAMPLES] if each.strip())
        examples.setText(said or tr("nothing"))
        examples.setProperty("role", "hint")
        self.choice = _FieldChoice(place, column.header, targets, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for part in (name, examples, self.choice):
            layout.addWidget(part)
        self.show_target(column.target)

    def target(self) -> str:
        """The key of the field, "" for none."""
        return str(self.choice.currentData() or "")

    def show_target(self, key: str) -> None:
        """Shows another field without saying that it was chosen."""
        self.choice.setCurrentIndex(max(self.choice.findData(key), 0))


class _FieldChoice(QComboBox):
    """The fields a column may fill."""

    def __init__(self, place: int, header: str, targets: Sequence[Target], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"import.target.{place}")
        self.setAccessibleName(tr("Column {header} becomes", header=header))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)
        self.addItem(tr("Left out"), "")
        for each in targets:
            self.addItem(each.label, each.key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls the list of columns and leaves the choice alone."""
        event.ignore()
