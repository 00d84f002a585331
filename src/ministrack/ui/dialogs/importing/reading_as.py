"""How a table is read: the kind of its records, sheet, encoding, delimiter, headers, and its columns."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.language import N_, tr
from ministrack.domain.values import replace
from ministrack.exchange.delimiters import DELIMITERS
from ministrack.exchange.imports import TableLayout
from ministrack.exchange.tables.fields import KINDS, file_targets
from ministrack.sandbox.encodings import encoding_label
from ministrack.ui.dialogs.importing.columns import Columns
from ministrack.ui.forms.messages import small_label
from ministrack.ui.style.metrics import SPACE

_LABELS = {each.sign: each.label for each in DELIMITERS}
_DATE_ORDERS = {"": N_("As the lines tell"), "day": N_("Day first: 31/12"), "month": N_("Month first: 12/31")}
_LETTERS = 34


class ReadingAs(QWidget):
    """Signals: `decided(object)` with Choices when a person wants the file read otherwise."""

    decided = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("import.reading")
        self._layout: TableLayout | None = None
        self.kind = self._choice("import.kind", tr("Lines are"))
        for table in KINDS:
            self.kind.addItem(tr(RECORD_TYPES[table].MANY), table)
        self.sheet = self._choice("import.sheet", tr("Sheet"))
        self.encoding = self._choice("import.encoding", tr("Encoding"))
        self.delimiter = self._choice("import.delimiter", tr("Divided by"))
        self.dates = self._choice("import.dates", tr("Dates"))
        self.has_header = QCheckBox(tr("The first line holds headers"), self)
        self.has_header.setObjectName("import.header")
        self.has_header.clicked.connect(self._decide_header)
        self.columns = Columns(self)
        self.columns.changed.connect(self._decide_columns)
        self._remembered = small_label("hint")
        self._remembered.setObjectName("import.remembered")
        self._remembered.setText(tr("As last time with these columns."))
        self._labels: dict[QComboBox, QLabel] = {}
        self.setFixedWidth(_LETTERS * self.fontMetrics().averageCharWidth() + 8 * SPACE)
        self._lay_out()

    def _choice(self, name: str, label: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(self._decide)
        return box

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(1, 1)
        for row, box in enumerate((self.kind, self.sheet, self.encoding, self.delimiter, self.dates)):
            label = small_label("soft")
            label.setText(box.accessibleName())
            label.setWordWrap(False)
            label.setBuddy(box)
            self._labels[box] = label
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        heading = small_label("heading")
        heading.setText(tr("Columns and what they become"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(grid)
        column.addWidget(self.has_header)
        column.addSpacing(SPACE)
        column.addWidget(heading)
        column.addWidget(self._remembered)
        column.addWidget(self.columns, 1)

    def show_layout(self, layout: TableLayout) -> None:
        """Shows how a table was read."""
        self._layout, choices = layout, layout.choices
        self.kind.setCurrentIndex(max(self.kind.findData(choices.table), 0))
        self._offer(self.sheet, choices.sheet, [(each, each) for each in layout.sheets])
        self._offer(
            self.encoding, choices.encoding, [(each, encoding_label(each)) for each in layout.encodings]
        )
        divided = [(each, tr(_LABELS.get(each, each))) for each in layout.delimiters]
        self._offer(self.delimiter, choices.delimiter, divided)
        self._offer(
            self.dates, choices.date_order, [(each, tr(_DATE_ORDERS[each])) for each in layout.date_orders]
        )
        self.has_header.setChecked(bool(choices.has_header))
        self._remembered.setVisible(layout.is_remembered)
        self.columns.show_columns(layout.columns, file_targets(choices.table))
        self.columns.come_after(self.has_header)

    def _offer(self, box: QComboBox, chosen: str, offered: Sequence[tuple[str, str]]) -> None:
        """Fills a choice; one without alternatives is left away."""
        box.clear()
        for value, words in offered:
            box.addItem(words, value)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        for part in (box, self._labels[box]):
            part.setVisible(len(offered) > 1)

    # what a person decides

    def _decide(self, _: int) -> None:
        if self._layout is None:
            return
        choices = self._layout.choices
        changed = replace(
            choices,
            table=str(self.kind.currentData()),
            sheet=_chosen(self.sheet, choices.sheet),
            encoding=_chosen(self.encoding, choices.encoding),
            delimiter=_chosen(self.delimiter, choices.delimiter),
        )
        dates = _chosen(self.dates, choices.date_order)
        if dates != choices.date_order:
            self.decided.emit(replace(choices, date_order=dates))
            return
        if changed == choices:
            return
        if changed.table != choices.table:
            changed = replace(changed, common={})
        if changed.sheet != choices.sheet:
            changed = replace(changed, has_header=None)
        self.decided.emit(replace(changed, columns={}))

    def _decide_header(self, has_header: bool) -> None:
        if self._layout is not None:
            self.decided.emit(replace(self._layout.choices, has_header=has_header, columns={}))

    def _decide_columns(self) -> None:
        if self._layout is not None:
            columns = {each.header: each.target for each in self._layout.columns}
            columns.update(self.columns.chosen())
            self.decided.emit(replace(self._layout.choices, columns=columns))


def _chosen(box: QComboBox, otherwise: str) -> str:
    return str(box.currentData()) if box.count() else otherwise
