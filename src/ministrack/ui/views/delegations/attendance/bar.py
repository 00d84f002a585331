"""The line above the matrix: how it is read, what stands out, and the way to paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QToolButton, QWidget

from ministrack.domain.language import tr, trn
from ministrack.ui.desk import Desk
from ministrack.ui.style.metrics import MARGIN, SPACE
from ministrack.ui.views.delegations.attendance.model import AttendanceModel, Options
from ministrack.ui.widgets.elided import ElidedLabel
from ministrack.ui.widgets.flow_layout import FlowLayout


class AttendanceBar(QWidget):
    """Signals: `options_changed(Options)`; `print_wanted()`; `pdf_wanted()`."""

    options_changed = Signal(object)
    print_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule = QCheckBox(tr("Count deputies (ITU rule)"), self)
        self._rule.setObjectName("deputiesCount")
        explained = tr(
            "The ITU's rule: a deputy minister counts at minister level only where no minister came along."
        )
        self._rule.setToolTip(explained)
        self._rule.setAccessibleDescription(explained)
        self._only = QCheckBox(tr("Only the chosen"), self)
        self._only.setObjectName("onlyChosen")
        self._only.setToolTip(tr("Leaves out the countries and organisations that the filter does not name."))
        self._below = QCheckBox(tr("Below minister level first"), self)
        self._below.setObjectName("belowFirst")
        counted = tr("Counts how often each was led below minister level, and begins with the most.")
        self._below.setToolTip(counted)
        self._below.setAccessibleDescription(counted)
        self._said = ElidedLabel(self)
        self._said.setObjectName("attendanceCount")
        self._said.setProperty("role", "soft")
        self._print = self._button(desk, "printMatrix", tr("Print…"), "printer", "Ctrl+P")
        self._pdf = self._button(desk, "saveMatrix", tr("Save as PDF…"), "download")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN - SPACE, SPACE, MARGIN - 2 * SPACE, SPACE)
        layout.setSpacing(SPACE)
        ticks = QWidget(self)  # they go on in a second line where letters are large
        flow = FlowLayout(ticks, SPACE)
        layout.addWidget(ticks, 0, Qt.AlignmentFlag.AlignVCenter)
        for part in (self._rule, self._below, self._only):
            flow.addWidget(part)
            part.toggled.connect(self._tell_options)
        layout.addSpacing(2 * SPACE)
        layout.addWidget(self._said, 1)
        layout.addWidget(self._print)
        layout.addWidget(self._pdf)
        self._print.clicked.connect(self.print_wanted)
        self._pdf.clicked.connect(self.pdf_wanted)

    def options(self) -> Options:
        """What is ticked."""
        return Options(self._rule.isChecked(), self._only.isChecked(), self._below.isChecked())

    def set_options(self, options: Options) -> None:
        """Ticks them."""
        self._rule.setChecked(options.deputies_count)
        self._only.setChecked(options.only_chosen)
        self._below.setChecked(options.below_first)

    def show_counts(self, model: AttendanceModel, chosen: int) -> None:
        """Says how much there is, and what stands out; `chosen` is how many countries the filter names."""
        self._only.setVisible(bool(chosen))
        parties, meetings = len(model.parties), len(model.meetings)
        said = trn("{n} meeting", "{n} meetings", meetings)
        if chosen and not model.options.only_chosen:
            said = trn(
                "{chosen} of {n} row stands out · {meetings}",
                "{chosen} of {n} rows stand out · {meetings}",
                parties,
                chosen=chosen,
                meetings=said,
            )
        else:
            said = f"{trn('{n} row', '{n} rows', parties)} · {said}"
        self._said.setText(said)
        self._said.setToolTip(said)

    def set_can_print(self, can: bool) -> None:
        """Whether there is anything to print."""
        for button in (self._print, self._pdf):
            button.setEnabled(can)

    def _button(self, desk: Desk, name: str, text: str, icon: str, keys: str = "") -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setAccessibleName(text)
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{text} ({shown})" if shown else text)
        button.setIcon(desk.icons.icon(icon))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button

    def _tell_options(self, _: bool) -> None:
        self.options_changed.emit(self.options())
