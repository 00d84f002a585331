"""One statement as a person reads it: value, sentence, source; and the choice where sources disagree."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.domain.source import Statement
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.stated import Stated
from ministrack.ui.inspector.text_link import TextLink
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import SPACE
from ministrack.ui.style.theme import Tone
from ministrack.ui.widgets.pill import Pill
from ministrack.ui.widgets.words import words


class StatementCard(QFrame):
    """Signals: `text_wanted(Statement)` to see it in its source, `chosen(Statement)` to take its value,
    `unwanted(Statement)` to remove it.
    """

    text_wanted = Signal(object)
    chosen = Signal(object)
    unwanted = Signal(object)

    def __init__(self, desk: Desk, stated: Stated, *, disagree: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stated = stated
        self._framed = disagree
        self.setObjectName(f"statement.{stated.statement.field}")
        self.setAccessibleName(tr("{source} says: {value}", source=stated.said_by, value=stated.value))
        self._error = words("error", "")
        self._error.hide()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(SPACE)
        self._add_value(desk, disagree)
        quote = words("quote", tr("“{quote}”", quote=stated.statement.quote))
        quote.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(quote)
        self._column.addWidget(words("hint", stated.said_by))
        if stated.statement.reason:
            reason = words("hint", tr("Reason: {reason}", reason=stated.statement.reason))
            reason.setObjectName(f"statement.{stated.statement.field}.reason")
            self._column.addWidget(reason)
        self._add_links(disagree, may_write=not desk.workspace.read_only)
        self._column.addWidget(self._error)
        self.set_flashed(False)

    @property
    def statement(self) -> Statement:
        """What is shown."""
        return self._stated.statement

    def set_flashed(self, on: bool) -> None:
        """Draws the eye to it, or lets go of it."""
        mark(self, "role", "card" if on or self._framed else "")
        mark(self, "active", on)
        edge = 2 * SPACE if on or self._framed else 0
        self._column.setContentsMargins(edge, edge, edge, edge)

    def complain(self, text: str) -> None:
        """Says why the value could not be taken."""
        self._error.setText(text)
        self._error.setVisible(bool(text))

    def _add_value(self, desk: Desk, disagree: bool) -> None:
        if not self._stated.value and not disagree:
            return
        row = QHBoxLayout()
        value = words("", self._stated.value)
        row.addWidget(value, 1)
        if disagree and self._stated.statement.chosen:
            row.addWidget(Pill(desk.themes, tr("In use"), Tone.ACCENT))
        self._column.addLayout(row)

    def _add_links(self, disagree: bool, *, may_write: bool) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        show = TextLink(f"statement.{self._stated.statement.field}.text")
        self.setFocusProxy(show)
        show.say(tr("Show in the text"))
        show.clicked.connect(self._want_text)
        row.addWidget(show)
        if may_write and disagree and not self._stated.statement.chosen:
            use = TextLink(f"statement.{self._stated.statement.field}.use")
            use.say(tr("Use this one"), tr("Use “{value}”", value=self._stated.value))
            use.clicked.connect(self._choose)
            row.addWidget(use)
        row.addStretch(1)
        if may_write:
            remove = TextLink(f"statement.{self._stated.statement.field}.remove")
            remove.say(tr("Remove"), tr("Remove what {source} says", source=self._stated.said_by))
            remove.clicked.connect(self._let_go)
            row.addWidget(remove)
        self._column.addLayout(row)

    def _let_go(self) -> None:
        self.unwanted.emit(self._stated.statement)

    def _want_text(self) -> None:
        self.text_wanted.emit(self._stated.statement)

    def _choose(self) -> None:
        self.chosen.emit(self._stated.statement)
