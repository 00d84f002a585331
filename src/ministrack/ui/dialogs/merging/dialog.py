"""The dialog that makes one record of two: fields side by side, and what moves over, said beforehand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.errors import MinistrackError
from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.domain.values import replace
from ministrack.edits.merge_choices import FieldPair, field_pairs, present, values_after
from ministrack.edits.merge_preview import Preview, other_names, preview
from ministrack.edits.merging import merge_records
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.merging.fields import FieldChoices, same_fields
from ministrack.ui.dialogs.merging.said import told, with_meetings
from ministrack.ui.forms.choosing import Existing
from ministrack.ui.forms.picker import ReferencePicker
from ministrack.ui.style.metrics import DIALOG_MARGINS, SPACE
from ministrack.ui.widgets.dialog import Dialog, answer_buttons
from ministrack.ui.widgets.words import words

_WIDTH, _LOW = 900, 190  # px
_AROUND = 150  # px above and below the fields
_MARGIN = 5 * SPACE


class MergeRecords(Dialog):
    """Two records of one kind; the second may be chosen here. The left one stays.

    Signals: `merged(Ref)` with the record that stays.
    """

    merged = Signal(object)

    def __init__(self, desk: Desk, kept: Ref, other: Ref | None, parent: QWidget) -> None:
        kind = tr(RECORD_TYPES[kept.table].ONE).lower()
        title = tr("Merge two records: {kind}", kind=kind)
        super().__init__("mergeRecords", title, parent)
        self._desk = desk
        # A window that is asked for its window would own itself and be deleted twice (PySide).
        self._room = (parent if parent.isWindow() else parent.window()).size()
        self._kept = kept
        self._other: Ref | None = None
        self._pairs: tuple[FieldPair, ...] = ()
        self._choices: FieldChoices | None = None
        self._found = Preview({}, {})
        self._picker = ReferencePicker(desk, (kept.table,), self, create=False)
        self._picker.setObjectName("merge.other")
        self._picker.setAccessibleName(tr("Merge with"))
        self._picker.setPlaceholderText(tr("Type a name"))
        self._picker.chosen.connect(self._take)
        self._meetings = QCheckBox(self)
        self._meetings.setObjectName("merge.meetings")
        self._notes = words("soft")
        self._notes.setObjectName("merge.notes")
        self._problem = words("error")
        self._problem.setObjectName("merge.problem")
        self._lay_out()
        self._show_fields(other)
        if other is None:
            self._picker.setFocus()

    def _lay_out(self) -> None:
        self._lead = words("soft")
        self._body = QVBoxLayout()
        self._body.setSpacing(4 * SPACE)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 2 * SPACE, 0)
        column.setSpacing(4 * SPACE)
        column.addLayout(self._body)
        column.addWidget(self._meetings)
        column.addWidget(self._notes)
        column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inside)
        buttons, self._merge = answer_buttons(self, "merge.accept", tr("Merge"))
        buttons.accepted.connect(self.merge)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.setSpacing(3 * SPACE)
        for part in (self._lead, self._picker, self._scroll, self._problem, buttons):
            layout.addWidget(part, 1 if part is self._scroll else 0)
        self._fit(_LOW)

    def _fit(self, height: int) -> None:
        """As large as it needs to be, within its window."""
        across, down = self._room.width() - 2 * _MARGIN, self._room.height() - 2 * _MARGIN
        self.resize(min(_WIDTH, across), min(max(height, _LOW), down))

    def _take(self, chosen: object) -> None:
        """Another record was chosen in the picker."""
        self._show_fields(chosen.ref if isinstance(chosen, Existing) else None)

    def _show_fields(self, other: Ref | None) -> None:
        if self._choices is not None:
            self._choices.hide()
            self._choices.deleteLater()
            self._choices = None
        self._other = None
        self._problem.setText(tr("A record cannot be merged with itself.") if other == self._kept else "")
        self._meetings.hide()
        self._notes.setText("")
        label = self._desk.read.label(self._kept)
        self._lead.setText(tr("Choose the record that “{record}” is to be merged with.", record=label))
        if other is not None and other != self._kept:
            try:
                self._fill(other)
            except MinistrackError as error:
                self._problem.setText(str(error))
        self._picker.setVisible(self._other is None)
        self._problem.setVisible(bool(self._problem.text()))
        self._merge.setEnabled(self._other is not None)

    def _fill(self, other: Ref) -> None:
        read = self._desk.read
        self._pairs = field_pairs(present(read, self._kept), present(read, other))
        found = preview(read, self._kept, other)
        self._other = other
        self._choices = FieldChoices(self._desk, self._kept, other, self._pairs, self)
        self._choices.changed.connect(self._tell)
        self._body.addWidget(self._choices)
        self._lead.setText(
            tr("The left record stays with what you choose; all that hangs on the right one moves to it.")
        )
        self._meetings.setText(with_meetings(found.numbers))
        self._meetings.setVisible(bool(found.numbers))
        self._meetings.setChecked(False)
        self._found = found
        self._tell()
        self._merge.setFocus()
        wanted = self._inside.heightForWidth(min(_WIDTH, self._room.width()) - 4 * _MARGIN)
        self._fit(wanted + _AROUND)

    def _tell(self) -> None:
        if self._other is None or self._choices is None:
            return
        values = values_after(self._pairs, self._choices.sides)
        try:
            names = other_names(self._desk.read, self._kept, self._other, values)
        except MinistrackError as error:
            self._problem.setText(str(error))
            self._problem.show()
            return
        self._notes.setText("\n".join(told(self._found, names, same_fields(self._pairs))))

    def merge(self) -> None:
        """Makes one of the two and closes; or says why that cannot be."""
        if self._other is None or self._choices is None:
            return
        try:
            edit = merge_records(
                self._desk.read,
                self._kept,
                self._other,
                self._choices.sides,
                with_meetings=self._meetings.isChecked(),
            )
            self._desk.runner.attempt(edit)
        except MinistrackError as error:
            self._problem.setText(str(error))
            self._problem.show()
            return
        gone, kept = self._other.id, self._kept
        self.accept()
        self._narrow_to_what_stays(gone)
        self._desk.focus.select(kept)
        self.merged.emit(kept)

    def _narrow_to_what_stays(self, gone: str) -> None:
        """The window may be narrowed to the record that is no more."""
        shared, stays = self._desk.focus.filter, self._kept.id
        parties, series = (
            tuple(dict.fromkeys(stays if each == gone else each for each in ids))
            for ids in (shared.parties, shared.series)
        )
        if (parties, series) != (shared.parties, shared.series):
            self._desk.focus.set_filter(replace(shared, parties=parties, series=series))


def merge_two(parent: QWidget, desk: Desk, kept: Ref, other: Ref | None = None) -> MergeRecords:
    """Opens the dialog; without a second record it asks for one."""
    dialog = MergeRecords(desk, kept, other, parent)
    dialog.open()
    return dialog
