"""The dialog that says when to look again for what records lack, and what was tried."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ministrack.domain.errors import MinistrackError
from ministrack.domain.fields import specs
from ministrack.domain.filing import Inquiry
from ministrack.domain.gaps import Gap
from ministrack.domain.language import tr, trn
from ministrack.domain.record import Ref
from ministrack.edits.inquiries import inquiries, look_again
from ministrack.ui.desk import Desk
from ministrack.ui.forms.editors.making import editor_for
from ministrack.ui.forms.field_row import FieldRow
from ministrack.ui.forms.field_rows import FieldRows
from ministrack.ui.forms.form_grid import FormGrid
from ministrack.ui.style.metrics import DIALOG_MARGINS, SPACE, resize_to_letters
from ministrack.ui.widgets.dialog import Dialog, answer_buttons
from ministrack.ui.widgets.words import words

_SIZE = (60, 13)  # letters across, lines down
_FIELDS = ("again", "note")


class LookAgain(Dialog):
    """Stores the date and the note for all records as one step; both left empty, the inquiry is forgotten."""

    def __init__(self, desk: Desk, gap: Gap, refs: Sequence[Ref], parent: QWidget) -> None:
        super().__init__("lookAgain", tr("Look again"), parent)
        self._desk = desk
        self._gap = gap
        self._refs = list(refs)
        resize_to_letters(self, *_SIZE)
        self._rows = FieldRows([self._row(name) for name in _FIELDS])
        self._lay_out()
        self._rows.rows[0].editor.input.setFocus()

    def _row(self, name: str) -> FieldRow:
        spec = specs(Inquiry)[name]
        editor = editor_for(self._desk, spec)
        editor.enter_finishes = False
        row = FieldRow("lookAgain", name, tr(spec.label), editor)
        row.show_values({name: self._shared(name)})
        return row

    def _shared(self, name: str) -> object:
        """What all of them have in common: nothing is proposed that would change one unseen."""
        known = inquiries(self._desk.read, self._gap, self._refs)
        values = {getattr(known.get(ref), name, None) for ref in self._refs}
        return values.pop() if len(values) == 1 else None

    def _lay_out(self) -> None:
        about = words("soft")
        about.setText(self._about())
        body = QWidget(self)
        grid = FormGrid(body)
        for row in self._rows.rows:
            grid.add_labelled(row.label, row)
        buttons, _ = answer_buttons(self, "lookAgain.save", tr("Save"))
        buttons.accepted.connect(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(about)
        layout.addWidget(body, 1)
        layout.addWidget(self._rows.problem)
        layout.addWidget(buttons)

    def _about(self) -> str:
        missing = tr(self._gap.missing)
        if len(self._refs) == 1:
            label = self._desk.read.label(self._refs[0])
            return tr("{record}: {missing} not known.", record=label, missing=missing)
        return trn(
            "{n} record: {missing} not known.", "{n} records: {missing} not known.", len(self._refs),
            missing=missing,
        )  # fmt: skip

    def save(self) -> None:
        """Stores what is typed and closes; or says beside the field why not."""
        wanted = self._rows.wanted()
        if wanted is None:
            return
        again, note = (wanted.values[name] for name in _FIELDS)
        try:
            self._desk.runner.attempt(
                look_again(
                    self._desk.read,
                    self._gap,
                    self._refs,
                    str(again) if again else None,
                    str(note) if note else None,
                )
            )
        except MinistrackError as error:
            self._rows.refuse(error)
            return
        self.accept()
