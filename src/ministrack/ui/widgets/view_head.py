"""The head of a view: its title, what is counted, and the switch between its presentations."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLabel, QToolButton, QWidget

from ministrack.domain.language import N_, tr
from ministrack.ui.style.metrics import MARGIN, SPACE
from ministrack.ui.widgets.elided import ElidedLabel
from ministrack.ui.widgets.view import PresentationPlan

TABLE = "table"
_TABLE_LABEL = N_("Table")


class ViewHead(QWidget):
    """Signals: `chosen(str)` with the name of the presentation that a person chose; `columns_wanted()`
    when the columns of the table are to be chosen.
    """

    chosen = Signal(str)
    columns_wanted = Signal()

    def __init__(
        self,
        title: str,
        others: tuple[PresentationPlan, ...],
        parent: QWidget | None = None,
        *,
        has_columns: bool = False,
    ) -> None:
        super().__init__(parent)
        said = QLabel(title, self)
        said.setObjectName("viewTitle")
        said.setProperty("role", "title")
        self._count = ElidedLabel(self)
        self._count.setObjectName("viewCount")
        self._count.setProperty("role", "soft")
        self._group = QButtonGroup(self)
        self._names: dict[QAbstractButton, str] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(MARGIN, 3 * SPACE, MARGIN, 0)
        line.setSpacing(2 * SPACE)
        line.addWidget(said, 0, Qt.AlignmentFlag.AlignBaseline)
        line.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBaseline)
        if others:
            for name, label in ((TABLE, _TABLE_LABEL), *((plan.name, plan.label) for plan in others)):
                line.addWidget(self._button(name, tr(label)))
            self._group.buttonClicked.connect(self._choose)
        self.columns = self._plain_button("columnsButton", tr("Columns"))
        self.columns.setToolTip(tr("Choose which columns are shown, and in which order"))
        if others:  # the buttons beside it stay where they are
            kept = self.columns.sizePolicy()
            kept.setRetainSizeWhenHidden(True)
            self.columns.setSizePolicy(kept)
        self.columns.setVisible(has_columns)
        self.columns.clicked.connect(self.columns_wanted)
        line.addWidget(self.columns)

    def set_count(self, words: str) -> None:
        """Says what is counted."""
        self._count.setText(words)
        self._count.setToolTip(words)

    def show_chosen(self, name: str) -> None:
        """Presses the button of a presentation."""
        for button, its_name in self._names.items():
            if its_name == name:
                button.setChecked(True)

    def _plain_button(self, name: str, label: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(label)
        button.setObjectName(name)
        button.setAccessibleName(label)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("role", "segment")
        return button

    def _button(self, name: str, label: str) -> QToolButton:
        button = self._plain_button(f"presentation.{name}", label)
        button.setCheckable(True)
        button.setChecked(name == TABLE)
        self._group.addButton(button)
        self._names[button] = name
        return button

    def _choose(self, button: QAbstractButton) -> None:
        self.chosen.emit(self._names[button])
