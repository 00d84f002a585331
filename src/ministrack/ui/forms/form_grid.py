"""How the rows of a form stand: labels in a column before the fields, or above them where it is narrow."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ministrack.ui.style.metrics import SPACE, grown

NARROW = 300  # px: below this labels stand above their fields
_LABELS = 23 * SPACE  # width of the column of labels
_FRAME = 12  # px: padding and border of a line edit above and below its text
_LEAST_LINE = 18
_NO_LIMIT = (1 << 24) - 1  # of a widget's size, as Qt has it


class FormGrid(QGridLayout):
    """A grid of labelled rows and of widgets that take the whole width."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(2 * SPACE + 2)
        self.setVerticalSpacing(2 * SPACE)
        self.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel | None, QWidget]] = []
        self._stacked = False

    def add_top(self, widget: QWidget) -> None:
        """A widget above all rows."""
        self.addWidget(widget, 0, 0, 1, 2)

    def add_labelled(self, label: QLabel, field: QWidget) -> None:
        """A label and its field."""
        self._rows.append((label, field))
        self._put(len(self._rows) - 1)

    def leave_out(self, label: QLabel) -> None:
        """Lets the field of a label stand alone: what it is, is said elsewhere."""
        row = next(number for number, (known, _) in enumerate(self._rows) if known is label)
        field = self._rows[row][1]
        for widget in (label, field):
            self.removeWidget(widget)
        label.hide()
        self._rows[row] = (None, field)
        self._put(row)

    def add_wide(self, widget: QWidget) -> None:
        """A widget over both columns."""
        self._rows.append((None, widget))
        self._put(len(self._rows) - 1)

    def finish(self) -> None:
        """Room that is left over goes below the last row."""
        self.setRowStretch(2 * len(self._rows) + 3, 1)

    def stack(self, on: bool) -> None:
        """Labels above their fields, or before them."""
        if on == self._stacked:
            return
        self._stacked = on
        for label, field in self._rows:
            for widget in (label, field):
                if widget is not None:
                    self.removeWidget(widget)
        for row in range(len(self._rows)):
            self._put(row)
        self.setHorizontalSpacing(0 if on else 2 * SPACE + 2)

    def _put(self, row: int) -> None:
        label, field = self._rows[row]
        if label is None:
            self.addWidget(field, 2 * row + 1, 0, 1, 2)
            return
        horizontal = Qt.AlignmentFlag.AlignLeading if self._stacked else Qt.AlignmentFlag.AlignTrailing
        label.setAlignment(horizontal | Qt.AlignmentFlag.AlignVCenter)
        if self._stacked:
            label.setMinimumSize(0, 0)
            label.setMaximumWidth(_NO_LIMIT)
            self.addWidget(label, 2 * row + 1, 0, 1, 2)
            self.addWidget(field, 2 * row + 2, 0, 1, 2)
            return
        metrics = label.fontMetrics()
        width = max(grown(_LABELS, label.font()), _longest_word(metrics, label.text()))
        label.setFixedWidth(width)
        line = max(_LEAST_LINE, metrics.height()) + _FRAME
        label.setMinimumHeight(max(line, label.heightForWidth(width)))
        self.addWidget(label, 2 * row + 1, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(field, 2 * row + 1, 1)


def _longest_word(metrics: QFontMetrics, text: str) -> int:
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0) + 2
