"""What several sources say about one field, side by side; one is taken, with the reason why."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.errors import MinistrackError
from ministrack.domain.fields import specs
from ministrack.domain.language import tr
from ministrack.domain.names import fold
from ministrack.domain.record import Ref
from ministrack.domain.source import Statement
from ministrack.edits.statements import choose_statement
from ministrack.edits.wording import cut, value_in_words
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.source_text import show_source_text
from ministrack.ui.inspector.stated import Stated, StatedField
from ministrack.ui.inspector.text_link import TextLink
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import DIALOG_MARGINS, MARGIN, SPACE
from ministrack.ui.style.theme import Tone
from ministrack.ui.widgets.dialog import Dialog, leave_out_icons
from ministrack.ui.widgets.pill import Pill
from ministrack.ui.widgets.words import words

_CARD = 14  # times the height of a line
_HEIGHT = 26
_LEAST = 420  # px
_QUOTE = 220  # characters
_MOST = 24  # statements side by side; the tab of sources has all


class ComparedCard(QFrame):
    """One statement of several. Signals: `text_wanted(Statement)`, `chosen(Statement)`."""

    text_wanted = Signal(object)
    chosen = Signal(object)

    def __init__(self, desk: Desk, stated: Stated, number: int, *, present: bool) -> None:
        super().__init__()
        self._statement = stated.statement
        name = f"compared.{number}"
        self.setObjectName(name)
        mark(self, "role", "card")
        mark(self, "active", present)
        self.setMinimumWidth(_CARD * self.fontMetrics().height())
        self.setAccessibleName(tr("{source} says: {value}", source=stated.said_by, value=stated.value))
        value = words("title", stated.value or tr("no value"))
        value.setObjectName(f"{name}.value")
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(value)
        pill = Pill(desk.themes, tr("In use"), Tone.ACCENT)
        pill.setVisible(present)
        column.addWidget(pill, 0, Qt.AlignmentFlag.AlignLeading)
        shown = cut(stated.statement.quote, _QUOTE)  # the text shows all of it
        quote = words("quote", tr("“{quote}”", quote=shown))
        quote.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(quote)
        column.addWidget(words("", stated.title))
        column.addWidget(words("hint", stated.said_by.removeprefix(stated.title).lstrip(", ")))
        if stated.statement.reason:
            reason = words("hint", tr("Reason: {reason}", reason=stated.statement.reason))
            reason.setObjectName(f"{name}.reason")
            column.addWidget(reason)
        column.addStretch(1)
        column.addLayout(self._foot(stated, may_use=not (present and stated.statement.chosen)))
        self.use.setEnabled(not desk.workspace.read_only)

    def _foot(self, stated: Stated, *, may_use: bool) -> QHBoxLayout:
        self.use = QPushButton(tr("Use this one"))
        self.use.setObjectName(f"{self.objectName()}.use")
        self.use.setAccessibleName(tr("Use “{value}”", value=stated.value))
        self.use.setAutoDefault(False)
        if not may_use:
            self.use.hide()
        self.use.clicked.connect(self._choose)
        show = TextLink(f"{self.objectName()}.text")
        show.say(tr("Show in the text"), tr("Show “{value}” in the text", value=stated.value))
        show.clicked.connect(self._want_text)
        foot = QHBoxLayout()
        foot.addWidget(self.use)
        foot.addStretch(1)
        foot.addWidget(show)
        return foot

    def _want_text(self) -> None:
        self.text_wanted.emit(self._statement)

    def _choose(self) -> None:
        self.chosen.emit(self._statement)


class Comparing(Dialog):
    """Choosing a statement is one step: its field gets the value, the reason is kept with it."""

    def __init__(self, desk: Desk, field: StatedField, parent: QWidget) -> None:
        super().__init__("comparing", tr("What the sources say"), parent)
        self._desk = desk
        said = field.said[:_MOST]
        present = _present(desk, field.about, field.field)
        record = desk.read.label(field.about)
        self._reason = QLineEdit()
        self._reason.setObjectName("comparing.reason")
        self._reason.setAccessibleName(tr("Reason for the choice"))
        self._reason.setPlaceholderText(tr("Reason for the choice, kept with it"))
        self._reason.setMaxLength(500)
        self._reason.setEnabled(not desk.workspace.read_only)
        self._problem = words("error")
        self._problem.setObjectName("comparing.problem")
        self._problem.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        leave_out_icons(buttons)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(DIALOG_MARGINS)
        column.setSpacing(3 * SPACE)
        whose = words("soft", record)
        for part in (
            words("title", field.label),
            whose,
            self._note(present, said),
            self._cards(said, present),
        ):
            column.addWidget(part, 1 if isinstance(part, QScrollArea) else 0)
        for part in (self._reason, self._problem, buttons):
            column.addWidget(part)
        line = self.fontMetrics().height()
        width = len(said) * (_CARD * line + 2 * SPACE) + 3 * MARGIN
        self.resize(
            max(_LEAST, min(width, parent.width() - 2 * MARGIN)),
            min(_HEIGHT * line, parent.height() - 2 * MARGIN),
        )
        self._reason.setFocus()

    def _note(self, present: str, said: Sequence[Stated]) -> QWidget:
        """The present value, where no source gives it."""
        note = words("soft", tr("The field says “{value}”, as none of these does.", value=present))
        note.setObjectName("comparing.note")
        note.setVisible(bool(present) and not any(fold(each.value) == fold(present) for each in said))
        return note

    def _cards(self, said: Sequence[Stated], present: str) -> QScrollArea:
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        for number, stated in enumerate(said, start=1):
            is_present = bool(present) and fold(stated.value) == fold(present)
            card = ComparedCard(self._desk, stated, number, present=is_present)
            card.text_wanted.connect(self._show_text)
            card.chosen.connect(self._choose)
            row.addWidget(card, 1)
        scroll = QScrollArea()
        scroll.setObjectName("comparing.cards")
        scroll.setAccessibleName(tr("What the sources say"))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        return scroll

    def _choose(self, statement: Statement) -> None:
        reason = self._reason.text().strip()
        try:
            self._desk.runner.attempt(choose_statement(self._desk.read, statement, reason or None))
        except MinistrackError as error:
            self._problem.setText(str(error))
            self._problem.show()
            return
        self.accept()

    def _show_text(self, statement: Statement) -> None:
        show_source_text(self._desk, statement, self)


def compare(desk: Desk, field: StatedField, parent: QWidget) -> Comparing:
    """Opens the comparison of one field."""
    dialog = Comparing(desk, field, parent)
    dialog.open()
    return dialog


def _present(desk: Desk, about: Ref, field: str) -> str:
    spec = specs(RECORD_TYPES[about.table]).get(field)
    row = desk.read.row(about, (field,)) if spec is not None else None
    return value_in_words(desk.read, spec, row[field]) if spec is not None and row is not None else ""
