"""What others do to a record while somebody types into its form: fields that move on, a record that goes."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.errors import Conflict, FieldConflict, InvalidValue, MinistrackError
from ministrack.domain.fields import specs
from ministrack.domain.language import tr
from ministrack.domain.record import Record, Ref
from ministrack.edits.differences import difference
from ministrack.ui.desk import Desk
from ministrack.ui.forms.deleted import DeletedNotice, copy_typed
from ministrack.ui.forms.field_row import FieldRow

Values = Mapping[str, object]


class Host(Protocol):
    """The form, as far as it is asked here."""

    desk: Desk
    ref: Ref | None

    def rows(self) -> Sequence[FieldRow]:
        """All rows."""

    def stored(self) -> Values | None:
        """What is stored now; None where the record is gone."""

    def refresh(self) -> None:
        """Shows what is stored, except in fields that are being typed into."""

    def commit(self) -> bool:
        """Leaves every field."""

    def commit_row(self, row: FieldRow) -> bool:
        """Leaves a field."""

    def show_at_top(self, widget: QWidget) -> None:
        """Puts a widget above all rows."""


class Others(QObject):
    """Sees that nothing typed is lost and nothing stored is overwritten unasked.

    Signals: `let_go()` when what was typed into a deleted record was discarded.
    """

    let_go = Signal()

    def __init__(self, host: Host, table: str, form: QWidget) -> None:
        super().__init__(form)
        self._form = form
        self._host = host
        self._table = table
        self._notice: DeletedNotice | None = None

    def watch(self, row: FieldRow) -> None:
        """Answers the choices that a row offers."""
        row.keep_mine.connect(self._keep_mine)
        row.take_theirs.connect(self._take_theirs)
        row.keep_both.connect(self._keep_both)
        row.given_up.connect(self._give_up)

    def show_conflict(self, row: FieldRow, conflict: Conflict) -> None:
        """Shows below the field what the person wanted, what is stored now, by whom and since when."""
        found = next((each for each in conflict.conflicts if each.field in row.editor.names), None)
        if found is None:
            row.show_error(str(conflict))
        else:
            row.show_conflict(difference(self._host.desk.read, found)._replace(mine=row.editor.typed_text()))
            if row.editor.input.hasFocus():
                QTimer.singleShot(0, row, partial(_bring_into_view, row))  # once it has its place

    def look(self, stored: Values) -> None:
        """Shows the conflict of each field that moved on under what is being typed."""
        if self._notice is not None:
            self._notice.hide()
        for row in self._host.rows():
            moved = [name for name in row.seen if stored[name] != row.seen[name]] if row.is_unsaved() else []
            if moved and not _same(row, stored):
                self.show_conflict(row, Conflict([self._moved(name, row, stored) for name in moved]))
            elif row.in_conflict:
                row.clear_problem()

    def lose(self, *, typed: bool) -> None:
        """The record is gone. If something typed is not stored, says so and offers the ways out."""
        if not typed:
            if self._notice is not None:
                self._notice.hide()
            return
        # delayed: start-up time
        from ministrack.edits.bringing_back import deletion_of

        if self._notice is None:
            name = self._table
            self._notice = DeletedNotice(name, read_only=self._host.desk.workspace.read_only)
            self._notice.back_wanted.connect(self._bring_back)
            self._notice.copy_wanted.connect(self._copy)
            self._notice.discard_wanted.connect(self.discard)
            self._host.show_at_top(self._notice)
        if self._notice.isHidden() or not self._notice.accessibleName():
            ref = self._host.ref
            self._notice.say(deletion_of(self._host.desk.read, ref) if ref is not None else None)
        self._notice.show()
        for row in self._host.rows():
            row.clear_problem()

    def discard(self) -> None:
        """Lets go of what was typed."""
        for row in self._typed_into():
            row.editor.revert()
            row.clear_problem()
        self._host.refresh()
        self.let_go.emit()

    def _moved(self, name: str, row: FieldRow, stored: Values) -> FieldConflict:
        ref = self._host.ref
        assert ref is not None
        author, at = self._host.desk.read.last_author(ref, name)
        return FieldConflict(ref.table, ref.id, name, row.seen[name], None, stored[name], author, at)

    def _keep_mine(self, row: FieldRow) -> None:
        stored = self._host.stored() or {}
        row.seen = {name: stored.get(name) for name in row.seen}
        row.clear_problem()
        self._host.commit_row(row)

    def _take_theirs(self, row: FieldRow) -> None:
        stored = self._host.stored()
        if stored is not None:
            row.show_values(stored)

    def _keep_both(self, row: FieldRow) -> None:
        """Both texts in the field, to be edited; leaving it stores what they have become."""
        stored = self._host.stored()
        if stored is None:
            return
        mine, theirs = row.editor.typed_text(), str(stored[row.name] or "")
        row.show_values(stored)
        row.editor.type_text("\n\n".join(part for part in (mine, theirs) if part))
        row.editor.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_up(self, row: FieldRow) -> None:
        """Escape shows what is stored now, not what was stored when typing began."""
        stored = self._host.stored()
        if stored is not None:
            row.show_values(stored)

    def _bring_back(self) -> None:
        # delayed: start-up time
        from ministrack.edits.bringing_back import bring_back

        ref, notice = self._host.ref, self._notice
        if ref is None or notice is None:
            return
        values, creating = self._wanted()
        edit = bring_back(self._host.desk.read, ref, values, creating)
        if edit is None:
            notice.complain(tr("The history of this dossier does not know this record any more."))
            return
        try:
            self._host.desk.runner.attempt(edit)
        except MinistrackError as error:
            notice.complain(str(error))
            return
        self._show_stored(values)
        self._host.refresh()
        self._host.commit()

    def _show_stored(self, values: Values) -> None:
        stored = self._host.stored()
        for row in self._host.rows():
            if stored is not None and any(name in values for name in row.editor.names):
                row.show_values(stored)

    def _wanted(self) -> tuple[dict[str, object], list[Record]]:
        """What is typed and understood; the rest stays in its field with the reason."""
        values, creating = dict[str, object](), list[Record]()
        for row in self._host.rows():
            if row.is_unsaved():
                try:
                    wanted = row.editor.wanted()
                except InvalidValue:
                    continue
                declared = specs(RECORD_TYPES[self._table])
                values.update({name: value for name, value in wanted.values.items() if name in declared})
                creating += wanted.creating
        return values, creating

    def _copy(self) -> None:
        copy_typed(self._typed_into())
        if self._notice is not None:
            self._notice.say_copied()

    def _typed_into(self) -> list[FieldRow]:
        """The rows of the form, and of those that stand inside it."""
        inside = self._form.findChildren(FieldRow)
        return [row for row in inside if row.is_unsaved()]


def _same(row: FieldRow, stored: Values) -> bool:
    """Whether what is typed is what the other stored as well."""
    try:
        wanted = row.editor.wanted()
    except InvalidValue:
        return False
    return all(stored.get(name) == value for name, value in wanted.values.items())


def _bring_into_view(row: FieldRow) -> None:
    """What to choose from must not begin below the edge of the pane."""
    above = row.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(row)
