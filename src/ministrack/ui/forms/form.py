"""The base of all forms: fills rows from a record, stores each when it is left, shows what went wrong."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from ministrack.domain.backing import SOURCED, disagree
from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.errors import Conflict, InvalidValue, MinistrackError
from ministrack.domain.fields import specs
from ministrack.domain.filters import Compare, every
from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.domain.source import Statement
from ministrack.ui.desk import Desk
from ministrack.ui.forms import storing
from ministrack.ui.forms.editors.editor import Editor, Wanted
from ministrack.ui.forms.editors.making import editor_for
from ministrack.ui.forms.field_row import FieldRow
from ministrack.ui.forms.form_grid import NARROW, FormGrid
from ministrack.ui.forms.links import LinkRow
from ministrack.ui.forms.messages import small_label
from ministrack.ui.forms.others import Others
from ministrack.ui.forms.section import Section
from ministrack.ui.style.metrics import grown


class RecordForm(QWidget):
    """One record, edited in place. A form says in `lay_out` what stands in it, in which order.

    Signals: `statement_wanted(str)` when the marker of a field was clicked; `statements_wanted(Ref, str)`
    likewise, also for the records listed inside; `link_wanted(Ref)`; `created(Ref)` when a record that was
    only being filled in is stored; `let_go()` when what was typed into a deleted record was discarded.
    """

    TABLE: ClassVar[str]

    statement_wanted = Signal(str)
    statements_wanted = Signal(object, str)
    link_wanted = Signal(object)
    created = Signal(object)
    let_go = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, suffix: str = "") -> None:
        super().__init__(parent)
        self.desk = desk
        self.ref: Ref | None = None
        self._suffix = suffix  # tells rows of one kind apart in object names
        self._given: dict[str, object] | None = None  # of a record that is not stored yet
        self._rows: list[FieldRow] = []
        self._sections: list[Section] = []
        self._grid = FormGrid(self)
        self._message: QLabel | None = None
        self._others = Others(self, self.TABLE, self)
        self._others.let_go.connect(self.let_go)
        self._specs = specs(RECORD_TYPES[self.TABLE])
        self.setObjectName(f"form.{self.TABLE}{suffix}")
        self.lay_out()
        self._grid.finish()

    def lay_out(self) -> None:
        """Adds fields, links and sections from top to bottom."""
        raise NotImplementedError

    def filled(self, values: Mapping[str, object]) -> None:
        """Called when stored values were shown; a form brings its links and labels up to date."""

    def add_field(self, name: str, label: str = "", editor: Editor | None = None) -> FieldRow:
        """The next row: the field `name` with its usual editor, or another one."""
        spec = self._specs.get(name)
        words = tr(label) if label else tr(spec.label if spec else name)
        if editor is None:
            editor = editor_for(self.desk, self._specs[name])
        row = FieldRow(self.TABLE, name, words, editor, self._suffix)
        row.commit_wanted.connect(self.commit_row)
        row.given_up.connect(self._tidy)
        self._others.watch(row)
        row.sources_wanted.connect(self._sources_wanted)
        if self.desk.workspace.read_only:
            editor.set_read_only(True)
        self._rows.append(row)
        self._grid.add_labelled(row.label, row)
        return row

    def add_link(self, name: str, label: str, nothing: str) -> LinkRow:
        """The next row: a link to a record that is edited elsewhere."""
        link = LinkRow(self.TABLE, name, tr(label), nothing)
        link.wanted.connect(self.link_wanted)
        self._grid.add_labelled(link.label, link)
        return link

    def add_section(self, section: Section) -> None:
        """Records that belong to this one, listed below."""
        section.link_wanted.connect(self.link_wanted)
        section.statements_wanted.connect(self.statements_wanted)
        self._sections.append(section)
        self._grid.add_wide(section)

    def show_record(self, ref: Ref) -> None:
        """Shows a stored record; whatever was typed before is gone: commit() first."""
        self.ref, self._given = ref, None
        self._fill(keep_typed=False)

    def show_draft(self, given: Mapping[str, object]) -> None:
        """Begins a record that is stored as soon as what it cannot do without is there."""
        self.ref, self._given = None, storing.empty_values(self.TABLE, given)
        self._fill(keep_typed=False)

    def refresh(self) -> None:
        """Shows what is stored now, except in fields that are being typed into."""
        self._fill(keep_typed=True)

    def commit(self) -> bool:
        """Leaves every field; True when nothing is left that could not be stored."""
        stored = [self.commit_row(row) for row in self._rows]
        stored += [section.commit() for section in self._sections]
        return all(stored)

    def has_unsaved(self) -> bool:
        """Whether anything is typed that is not stored."""
        return any(row.is_unsaved() for row in self._rows) or any(
            section.has_unsaved() for section in self._sections
        )

    def rows(self) -> list[FieldRow]:
        """The rows of its own fields, from top to bottom."""
        return self._rows

    def show_at_top(self, widget: QWidget) -> None:
        """Puts a widget above all rows."""
        self._grid.add_top(widget)

    def discard(self) -> None:
        """Lets go of what is typed and not stored."""
        self._others.discard()

    def focus_field(self, name: str) -> None:
        """Gives a field the keyboard; an unknown name does nothing."""
        row = self._row_of(name)
        if row is not None:
            row.editor.input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_first(self) -> None:
        """Gives the first field the keyboard."""
        self.focus_field(self._rows[0].name)

    def stops(self) -> list[QWidget]:
        """What the Tab key visits among the fields, in order."""
        return [stop for row in self._rows for stop in row.stops()]

    def row(self, name: str) -> FieldRow:
        """The row of a field. Raises KeyError where the form has none."""
        found = self._row_of(name)
        if found is None:
            raise KeyError(name)
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grid.stack(self.width() < grown(NARROW, self.font()))

    def _row_of(self, name: str) -> FieldRow | None:
        return next((row for row in self._rows if name == row.name or name in row.editor.names), None)

    def _fill(self, *, keep_typed: bool) -> None:
        values = self.stored()
        kept = values is None and keep_typed and self.has_unsaved()
        self.setEnabled(values is not None or kept)
        if values is None:
            self._say("" if kept else tr("This record is no longer in the dossier."))
            self._others.lose(typed=kept)
            return
        for row in self._rows:
            if not (keep_typed and row.is_unsaved()):
                row.show_values(values)
        self._others.look(values)
        self._say("")
        self._count_sources()
        for section in self._sections:
            section.show_parent(self.ref)
        self.filled(values)

    def stored(self) -> dict[str, object] | None:
        """What is stored now; None where the record is gone."""
        if self.ref is None:
            return self._given
        record = self.desk.read.get(RECORD_TYPES[self.TABLE], self.ref.id)
        return storing.values_of(record) if record is not None else None

    def _count_sources(self) -> None:
        said: list[Statement] = []
        if self.ref is not None:
            about = every((Compare("subject_table", self.TABLE), Compare("subject", self.ref.id)))
            said = self.desk.read.find(Statement, about)
        may_add = self.ref is not None and not self.desk.workspace.read_only and self.TABLE in SOURCED
        for row in self._rows:
            own = [each for each in said if each.field in row.editor.names]
            disputed = any(
                disagree(each.value for each in own if each.field == name) for name in row.editor.names
            )
            row.show_sources(len(own), disagree=disputed, may_add=may_add)

    def commit_row(self, row: FieldRow) -> bool:
        """Stores what is typed into one field; False where that cannot be, which is said beside it."""
        if not row.is_unsaved():
            self._tidy()
            return True
        if self.desk.workspace.read_only or self.stored() is None:
            return False
        try:
            self._store(row)
        except Conflict as conflict:
            self._others.show_conflict(row, conflict)
            return False
        except InvalidValue as error:
            self._show_error(row, error)
            return False
        except MinistrackError as error:
            row.show_error(str(error))
            return False
        return True

    def _store(self, row: FieldRow) -> None:
        if self.ref is None:
            self._store_draft()
            return
        seen = {**(self.stored() or {}), **row.seen}
        edit = storing.change(self.desk.read, self.ref, row.editor.wanted(), seen)
        self.desk.runner.attempt(edit)
        row.show_values(self.stored() or row.seen)
        self.refresh()

    def _store_draft(self) -> None:
        """Stores the new record once nothing required is missing; until then all stays as typed."""
        values = dict(self._given or {})
        made: list[Wanted] = []
        for row in self._rows:
            if row.is_unsaved():
                made.append(row.editor.wanted())
                values.update(made[-1].values)
        if storing.missing(self.TABLE, values):
            return
        wanted = Wanted({}, tuple(record for part in made for record in part.creating))
        edit, self.ref = storing.creation(self.TABLE, values, wanted)  # set now: listeners refresh this form
        try:
            self.desk.runner.attempt(edit)
        except MinistrackError:
            self.ref = None
            raise
        self.show_record(self.ref)
        self.created.emit(self.ref)

    def _show_error(self, row: FieldRow, error: InvalidValue) -> None:
        row.show_error(str(error))
        named = self._row_of(error.field) if error.field else row
        if named is None:
            self._say(str(error))
        elif named is not row:
            named.show_error(str(error))

    def _tidy(self) -> None:
        """Takes away reasons that no longer hold."""
        for row in self._rows:
            if row.problem and not row.is_unsaved():
                row.clear_problem()
        self._say("")

    def _say(self, text: str) -> None:
        """Says something about the whole record at the top."""
        if self._message is None:
            if not text:
                return
            self._message = small_label("error")
            self._message.setObjectName(f"message.{self.TABLE}{self._suffix}")
            self._grid.add_top(self._message)
        self._message.setText(text)
        self._message.setVisible(bool(text))

    def _sources_wanted(self, name: str) -> None:
        self.statement_wanted.emit(name)
        self.statements_wanted.emit(self.ref, name)
