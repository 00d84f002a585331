"""The forms of the inspector: one for each kind of record, and those left with something not stored."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.edits.asking import Reader
from ministrack.ui.desk import Desk
from ministrack.ui.forms.catalogue import make_form
from ministrack.ui.forms.field_row import FieldRow
from ministrack.ui.forms.form import RecordForm


class FormStack(QWidget):
    """Shows one form. A form that could not be stored is set aside as it is, and another one takes its place.

    Signals: `statements_wanted(Ref, str)`, `link_wanted(Ref)` and `let_go()` of the form that is shown.
    """

    statements_wanted = Signal(object, str)
    link_wanted = Signal(object)
    let_go = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._forms: dict[str, RecordForm] = {}
        self._aside: dict[Ref, RecordForm] = {}
        self._ref: Ref | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def form(self) -> RecordForm | None:
        """The form that is shown."""
        return self._forms.get(self._ref.table) if self._ref is not None else None

    @property
    def left_unsaved(self) -> tuple[Ref, ...]:
        """Records that were left with something that could not be stored, oldest first."""
        return tuple(self._aside)

    def leave(self) -> bool:
        """Stores what is typed; what cannot be stored is set aside. True when all of it was stored."""
        form, ref = self.form, self._ref
        if form is None or ref is None or form.commit():
            return True
        form.hide()
        self._aside[ref] = self._forms.pop(ref.table)
        self._ref = None
        return False

    def show_record(self, ref: Ref) -> bool:
        """Shows the form of a record; False where that kind of record has none."""
        if ref in self._aside:
            self._restore(ref)
            return True
        form = self._form_for(ref.table)
        if form is None:
            self.show_none()
            return False
        self._change_to(form)
        self._ref = ref
        form.show_record(ref)
        return True

    def show_none(self) -> None:
        """Shows no form."""
        self._ref = None
        for form in self._forms.values():
            form.hide()

    def what_is_unsaved(self, ref: Ref) -> str:
        """Which fields of a record that was left could not be stored, in a sentence."""
        record = self._desk.read.label(ref) or _label_of_deleted(self._desk.read, ref)
        form = self._aside[ref]
        names = [row.label.text() for row in form.findChildren(FieldRow) if row.is_unsaved()]
        if not names:
            return tr("Something in “{record}” was not saved.", record=record)
        fields = tr(", ").join(names)
        return tr("Not saved in “{record}”: {fields}.", record=record, fields=fields)

    def keeps_typed(self, ref: Ref) -> bool:
        """Whether a record holds something typed that is not stored, shown or set aside."""
        if ref in self._aside:
            return True
        return self.form is not None and self._ref == ref and self.form.has_unsaved()

    def discard(self, ref: Ref) -> None:
        """Forgets what was typed into a record and could not be stored."""
        form = self._aside.pop(ref, None)
        if form is not None:
            self._remove(form)
        elif self.form is not None and self._ref == ref:
            self.form.discard()

    def _restore(self, ref: Ref) -> None:
        other = self._forms.pop(ref.table, None)
        if other is not None:
            self._remove(other)
        form = self._aside.pop(ref)
        self._forms[ref.table] = form
        self._ref = ref
        self._change_to(form)

    def _change_to(self, form: RecordForm) -> None:
        for other in self._forms.values():
            other.setVisible(other is form)

    def _form_for(self, table: str) -> RecordForm | None:
        form = self._forms.get(table)
        if form is not None:
            return form
        try:
            form = make_form(table, self._desk, self)
        except KeyError:
            return None
        form.statements_wanted.connect(self.statements_wanted)
        form.link_wanted.connect(self.link_wanted)
        form.let_go.connect(self.let_go)
        self._column.addWidget(form)
        self._forms[table] = form
        return form

    def _remove(self, form: RecordForm) -> None:
        self._column.removeWidget(form)
        form.hide()
        form.deleteLater()


def _label_of_deleted(read: Reader, ref: Ref) -> str:
    # delayed: start-up time
    from ministrack.edits.bringing_back import deletion_of

    deletion = deletion_of(read, ref)
    return deletion.label if deletion is not None else tr("deleted record")
