"""Naming a source for a field by hand: which source, which sentence of it, and the value it gives."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.errors import InvalidValue, MinistrackError
from ministrack.domain.fields import FieldKind, FieldSpec, specs
from ministrack.domain.language import tr
from ministrack.domain.names import fold
from ministrack.domain.record import Record, Ref
from ministrack.domain.source import Source, Statement
from ministrack.domain.values import dataclass, replace
from ministrack.edits.statements import add_statement, as_stated
from ministrack.edits.wording import value_in_words
from ministrack.ui.desk import Desk
from ministrack.ui.forms.editors.choice import ChoiceBox
from ministrack.ui.forms.editors.editor import Editor
from ministrack.ui.forms.editors.line import LineEditor
from ministrack.ui.forms.editors.long_text import LongTextEditor
from ministrack.ui.forms.editors.making import editor_for
from ministrack.ui.forms.field_row import FieldRow
from ministrack.ui.forms.field_rows import FieldRows
from ministrack.ui.forms.form_grid import FormGrid
from ministrack.ui.forms.messages import small_label
from ministrack.ui.style.metrics import DIALOG_MARGINS, MARGIN, SPACE
from ministrack.ui.widgets.dialog import Dialog, answer_buttons

_WIDTH = 520
_FORM = "stating"


@dataclass(frozen=True, slots=True)
class Begun:
    """What is settled beforehand: records to choose from, the field, the source, the sentence."""

    records: Sequence[Ref]
    field: str = ""
    source: str | None = None
    quote: str = ""


class Stating(Dialog):
    """On "Add" stores the statement, and the value where that is wanted, as one step.

    A refused value stays, marked, with the reason below it; nothing is stored until all is well.
    """

    def __init__(self, desk: Desk, begun: Begun, parent: QWidget) -> None:
        super().__init__("stating", tr("Add a source"), parent)
        self._desk = desk
        self._begun = begun
        self._record = self._choice("stating.record", tr("Record"), [_called(desk, r) for r in begun.records])
        self._field = self._choice("stating.field", tr("Field"), [])
        declared = specs(Statement)
        self._source = self._row("source", tr("Source"), editor_for(desk, declared["source"]))
        self._quote = self._row("quote", tr("Sentence"), LongTextEditor("quote", least=3, most=8))
        self._value = self._row("value", tr("Value"), LineEditor("value"))
        self._use = QCheckBox(tr("Put this value into the field"))
        self._use.setObjectName("stating.use")
        self._rows = FieldRows((self._source, self._quote, self._value))
        self._lay_out()
        self._record.currentIndexChanged.connect(self._offer_fields)
        self._field.currentIndexChanged.connect(self._propose)
        self._value.editor.edited.connect(self._weigh)
        self._offer_fields()
        self._source.show_values({"source": begun.source})
        self._quote.show_values({"quote": begun.quote or None})
        (self._value if begun.quote else self._source).editor.input.setFocus()

    @property
    def about(self) -> Ref:
        """The record that is spoken of."""
        return Ref(*self._begun.records[max(self._record.currentIndex(), 0)])

    def add(self) -> None:
        """Stores it and closes; or says beside the field why not."""
        self._rows.clear_problems()
        try:
            statement, creating = self._statement()
            use = self._use.isVisibleTo(self) and self._use.isChecked()
            self._desk.runner.attempt(add_statement(self._desk.read, statement, creating, use=use))
        except MinistrackError as error:
            self._refuse(error)
            return
        self.accept()

    def _statement(self) -> tuple[Statement, Sequence[Record]]:
        """What is typed, as it would be stored. Raises InvalidValue where something is missing."""
        wanted = self._source.editor.wanted()
        source = wanted.values["source"]
        quote = self._quote.editor.typed_text().strip()
        if not source:
            raise InvalidValue(tr("Choose the source, or type its title to add it."), field="source")
        if not quote:
            raise InvalidValue(tr("Copy the sentence that says so."), field="quote")
        about, spec = self.about, self._spec()
        found = self._desk.read.get(Source, str(source))
        start = (found.text or "").find(quote) if found is not None else -1
        statement = Statement(
            quote=quote,
            source=str(source),
            subject_table=about.table,
            subject=about.id,
            field=spec.name,
            start=start if start >= 0 else None,
            stop=start + len(quote) if start >= 0 else None,
        )
        value = as_stated(self._desk.read, spec, statement, self._value.editor.typed_text())
        return replace(statement, value=value), wanted.creating

    def _refuse(self, error: MinistrackError) -> None:
        field = error.field if isinstance(error, InvalidValue) else ""
        self._rows.refuse(error, self._value if field == self._spec().name else None)
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        """Makes room for what was said below a field."""
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    # what depends on the record and its field

    def _offer_fields(self) -> None:
        fields = fields_of(self.about.table)
        before = self._begun.field or str(self._field.currentData() or "")
        with QSignalBlocker(self._field):
            self._field.clear()
            for spec in fields:
                self._field.addItem(tr(spec.label), spec.name)
            names = [spec.name for spec in fields]
            self._field.setCurrentIndex(names.index(before) if before in names else 0)
        self._propose()

    def _propose(self) -> None:
        """The present value, where the sentence may well give it; the person corrects it."""
        present = self._present()
        given = not self._begun.quote or fold(present) in fold(self._begun.quote)
        self._value.show_values({"value": present if given else None})
        self._weigh()

    def _weigh(self) -> None:
        """Offers to take over the value where it is another one; by itself where there is none yet."""
        typed, present = self._value.editor.typed_text().strip(), self._present()
        differs = bool(typed) and fold(typed) != fold(present)
        if differs and not self._use.isVisibleTo(self):
            self._use.setChecked(not present)
        self._use.setVisible(differs)

    def _present(self) -> str:
        spec = self._spec()
        row = self._desk.read.row(self.about, (spec.name,)) or {}
        return value_in_words(self._desk.read, spec, row.get(spec.name))

    def _spec(self) -> FieldSpec:
        return specs(RECORD_TYPES[self.about.table])[str(self._field.currentData())]

    # how it looks

    def _choice(self, name: str, label: str, entries: Sequence[str]) -> QComboBox:
        box = ChoiceBox()
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.addItems(list(entries))
        return box

    def _row(self, name: str, label: str, editor: Editor) -> FieldRow:
        editor.enter_finishes = False
        return FieldRow(_FORM, name, label, editor)

    def _lay_out(self) -> None:
        body = QWidget(self)
        body.setMinimumWidth(_WIDTH - 2 * MARGIN)
        grid = FormGrid(body)
        for label, box in ((tr("Record"), self._record), (tr("Field"), self._field)):
            said = small_label("soft")
            said.setText(label)
            said.setBuddy(box)
            grid.add_labelled(said, box)
        for row in self._rows.rows:
            grid.add_labelled(row.label, row)
        buttons, _ = answer_buttons(self, "stating.add", tr("Add source"))
        buttons.accepted.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(DIALOG_MARGINS)
        column.setSpacing(3 * SPACE)
        for part in (body, self._use, self._rows.problem):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(buttons)


def fields_of(table: str) -> list[FieldSpec]:
    """The fields that a source may speak of."""
    return [spec for spec in specs(RECORD_TYPES[table]).values() if spec.kind is not FieldKind.FLAG]


def add_source(desk: Desk, begun: Begun, parent: QWidget) -> Stating:
    """Opens the dialog."""
    dialog = Stating(desk, begun, parent)
    dialog.open()
    return dialog


def _called(desk: Desk, ref: Ref) -> str:
    kind = tr(RECORD_TYPES[ref.table].ONE)
    return tr("{kind}: {label}", kind=kind, label=desk.read.label(ref))
