"""Editors of references: a record picked by name, and the owner of a task."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk
from ministrack.ui.forms.choosing import AsWritten, Chosen, Cleared, Existing, record_for
from ministrack.ui.forms.editors.editor import Editor, Wanted
from ministrack.ui.forms.naming import name_of
from ministrack.ui.forms.picker import ReferencePicker


class PickerEditor(Editor):
    """What editors around a picker share; a choice is stored at once."""

    def __init__(
        self, desk: Desk, names: tuple[str, ...], picker: ReferencePicker, parent: QWidget | None = None
    ) -> None:
        super().__init__(names, parent)
        self.desk = desk
        self.picker = picker
        self._flag = QAction(self)
        self.take_input(picker)
        picker.textEdited.connect(self._typed)
        picker.chosen.connect(self._chosen)
        picker.abandoned.connect(self.given_up)

    def is_dirty(self) -> bool:
        return self.picker.is_dirty()

    def revert(self) -> None:
        self.picker.revert()
        choice = self.picker.choice()
        self.show_flag(choice.ref if isinstance(choice, Existing) else None)

    def typed_text(self) -> str:
        return self.picker.text()

    def set_read_only(self, on: bool) -> None:
        self.picker.setReadOnly(on)

    def reserve(self, width: int) -> None:
        left_to_right = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        self.picker.setTextMargins(0 if left_to_right else width, 0, width if left_to_right else 0, 0)

    def key_pressed(self, event: QKeyEvent) -> bool:
        return self.picker.take_key(event) or super().key_pressed(event)

    def show_flag(self, ref: Ref | None) -> None:
        """The flag of the country before its name; none for anything else."""
        code = name_of(self.desk.read, ref).code if ref is not None and ref.table == "party" else None
        self.picker.removeAction(self._flag)
        if code and self.desk.flags.enabled:
            self._flag.setIcon(self.desk.flags.icon(code))
            self.picker.addAction(self._flag, QLineEdit.ActionPosition.LeadingPosition)

    def _typed(self, _: str) -> None:
        self.show_flag(None)
        self.edited.emit()

    def _chosen(self, _: Chosen) -> None:
        self.edited.emit()
        self.finished.emit()


class ReferenceEditor(PickerEditor):
    """The field `name` points at a record of `table`."""

    def __init__(self, desk: Desk, name: str, table: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, (name,), ReferencePicker(desk, (table,)), parent)
        self._table = table

    def show_values(self, values: Mapping[str, object]) -> None:
        value = values[self.names[0]]
        ref = Ref(self._table, str(value)) if value else None
        self.picker.show_ref(ref)
        self.show_flag(ref)

    def wanted(self) -> Wanted:
        choice = self.picker.choice()
        if isinstance(choice, Existing):
            return Wanted({self.names[0]: choice.ref.id})
        record = record_for(choice)
        if record is None:
            return Wanted({self.names[0]: None})
        return Wanted({self.names[0]: record.id}, (record,))


OWNERS = {"party": "owner_party", "body": "owner_body", "person": "owner_person"}
"""Tables whose records may own a task, and the field that then points at the owner."""


class OwnerEditor(PickerEditor):
    """The owner of a task: a country or organisation, a body, a person, or words as a source has them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        picker = ReferencePicker(desk, tuple(OWNERS), as_written=True)
        super().__init__(desk, (*OWNERS.values(), "owner_note"), picker, parent)
        self._note: object = None

    def show_values(self, values: Mapping[str, object]) -> None:
        self._note = values["owner_note"]
        for table, field in OWNERS.items():
            if values[field]:
                ref = Ref(table, str(values[field]))
                self.picker.show_ref(ref)
                self.show_flag(ref)
                return
        note = str(self._note or "")
        self.picker.show_choice(AsWritten(note) if note else Cleared(), note)
        self.show_flag(None)

    def wanted(self) -> Wanted:
        choice = self.picker.choice()
        values: dict[str, object] = dict.fromkeys(self.names)
        match choice:
            case AsWritten(text):
                return Wanted({**values, "owner_note": text})
            case Existing(ref):
                # The words of the source stay: they are what it said, the record is what was made of it.
                return Wanted({**values, "owner_note": self._note, OWNERS[ref.table]: ref.id})
        record = record_for(choice)
        if record is None:
            return Wanted(values)
        return Wanted({**values, "owner_note": self._note, OWNERS[record.TABLE]: record.id}, (record,))
