"""What a report says of itself: title, publisher, date, address; filled as recognised, and corrected."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr
from ministrack.domain.proposal import ReportText
from ministrack.ui.forms.editors.date import DateEditor
from ministrack.ui.forms.editors.editor import Editor
from ministrack.ui.forms.editors.line import LineEditor
from ministrack.ui.forms.field_row import FieldRow
from ministrack.ui.forms.form_grid import FormGrid
from ministrack.ui.naming import day, dotted
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import MARGIN, SPACE
from ministrack.ui.widgets.words import words

_FORM = "report"
_LONGEST = 48  # letters of a publisher


class AboutReport(QWidget):
    """Signals: `changed(str)` with the field that a person gave another value."""

    changed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reading.about")
        self._said: dict[str, str] = {}
        self._about = ReportText(text="")
        self._held: FieldRow | None = None
        self._hint = words("hint")
        self._hint.setObjectName("reading.aboutHint")
        left, right = QWidget(self), QWidget(self)
        self._rows = [
            self._row(FormGrid(left), "title", tr("Title"), LineEditor("title")),
            self._row(FormGrid(right), "published", tr("Published"), DateEditor("published")),
        ]
        for side, name, label in (
            (left, "address", tr("Web address")),
            (right, "publisher", tr("Publisher")),
        ):
            grid = side.layout()
            assert isinstance(grid, FormGrid)
            self._rows.append(self._row(grid, name, label, LineEditor(name)))
        for side in (left, right):
            grid = side.layout()
            assert isinstance(grid, FormGrid)
            grid.finish()
        sides = QHBoxLayout()
        sides.setSpacing(2 * MARGIN)
        sides.addWidget(left, 3)
        sides.addWidget(right, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(sides)
        column.addWidget(self._hint)

    def _row(self, grid: FormGrid, name: str, label: str, editor: Editor) -> FieldRow:
        row = FieldRow(_FORM, name, label, editor)
        row.show_values({name: None})
        row.commit_wanted.connect(self._commit)
        grid.add_labelled(row.label, row)
        return row

    def begin(self) -> None:
        """Puts the keyboard into the date, on which most depends."""
        next(row for row in self._rows if row.name == "published").editor.input.setFocus()

    def hold_keyboard(self) -> None:
        """Keeps in mind into which field a person went on from the date, while the report is read anew."""
        others = (row for row in self._rows if row.name != "published")
        self._held = next((row for row in others if row.editor.input.hasFocus()), None)

    def take_keyboard(self) -> bool:
        """Gives the keyboard back to that field; False where there is none."""
        held, self._held = self._held, None
        if held is not None:
            held.editor.input.setFocus(Qt.FocusReason.OtherFocusReason)
        return held is not None

    def forget(self) -> None:
        """Begins anew, with another report."""
        self._said = {}
        self.show_report(ReportText(text=""))

    def show_report(self, about: ReportText) -> None:
        """Shows what was recognised; what a person said of the report stays."""
        self._about = about
        self.show_hint(is_read=False)
        for row in self._rows:
            if row.name not in self._said and not row.is_unsaved():
                row.show_values({row.name: getattr(about, row.name) or None})

    def show_hint(self, *, is_read: bool) -> None:
        """Why the date matters; once the text is read without one, that it is missing."""
        is_missing = is_read and not self._value("published")
        mark(self._hint, "role", "notice" if is_missing else "hint")
        self._hint.setText(
            tr("The report does not say when it was published. Add the day: “November 20” counts from it.")
            if is_missing
            else tr("“November 20” or “last year” in the text are counted from the day it was published.")
        )

    def said(self) -> Mapping[str, str]:
        """What a person said of the report, by field."""
        return dict(self._said)

    def commit(self) -> bool:
        """Takes what is typed; False where it is not understood, which its field says."""
        return all(self._commit(row) for row in self._rows)

    @property
    def in_brief(self) -> str:
        """Who published it and when: "News.Az · 20 Nov 2025". Beside a title a long name has no room."""
        publisher = self._value("publisher")
        if len(publisher) > _LONGEST:
            publisher = f"{publisher[:_LONGEST].rstrip()}…"
        return dotted((publisher, day(self._value("published"))))

    def _value(self, name: str) -> str:
        return str(self._said.get(name, getattr(self._about, name)))

    def _commit(self, row: FieldRow) -> bool:
        if not row.is_unsaved():
            return True
        try:
            value = str(row.editor.wanted().values[row.name] or "").strip()
        except InvalidValue as error:
            row.show_error(str(error))
            return False
        row.show_values({row.name: value or None})
        self._said[row.name] = value
        self.changed.emit(row.name)
        return True
