"""The tab of sources: for each field the sentence it comes from, and a choice where sources disagree."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ministrack.domain.backing import SOURCED
from ministrack.domain.errors import MinistrackError
from ministrack.domain.language import tr, trn
from ministrack.domain.record import Ref
from ministrack.domain.source import Statement
from ministrack.edits.records import remove_record
from ministrack.edits.statements import choose_statement
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.source_text import show_source_text
from ministrack.ui.inspector.stated import MOST, StatedField, is_part, stated_fields
from ministrack.ui.inspector.statement_card import StatementCard
from ministrack.ui.inspector.subject import Subject
from ministrack.ui.inspector.text_link import TextLink
from ministrack.ui.style.metrics import MARGIN, SPACE
from ministrack.ui.widgets.words import words


class SourcesPanel(QScrollArea):
    """Shows what sources say about the record in focus."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cards: list[tuple[StatedField, StatementCard]] = []
        self._wanted: tuple[Ref, str] | None = None
        self.setObjectName("inspector.sources")
        self.setAccessibleName(tr("Sources"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_subject(self, subject: Subject) -> None:
        """Reads the statements anew."""
        above = self.verticalScrollBar().value()
        self._cards = []
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, 3 * SPACE, MARGIN, MARGIN)
        column.setSpacing(2 * SPACE)
        self._add_way_in(column, subject)
        fields = stated_fields(self._desk.read, subject)
        shown = 0
        for field in fields:
            if shown < MOST:
                self._add_field(column, field)
            shown += len(field.said)
        if not fields:
            column.addWidget(words("soft", tr("Nothing about this record is tied to a source yet.")))
        elif shown > MOST:
            column.addWidget(
                words("hint", trn("{n} more is not shown.", "{n} more are not shown.", shown - MOST))
            )
        column.addStretch(1)
        self.setWidget(inside)
        self.verticalScrollBar().setValue(above)
        if self._wanted:
            self._show_wanted()

    def show_field(self, about: Ref, field: str) -> None:
        """Scrolls to what is said about a field, draws the eye to it and puts the keyboard there."""
        self._wanted = about, field
        self._show_wanted()
        for stated, card in self._cards:
            if self._is_wanted(stated):
                card.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def forget_field(self) -> None:
        """Lets go of the field that was pointed out."""
        self._wanted = None
        self._flash()

    def _add_field(self, column: QVBoxLayout, field: StatedField) -> None:
        heading = tr("{field}: sources disagree", field=field.label) if field.disagree else field.label
        row = QHBoxLayout()
        row.addWidget(words("heading", heading), 1)
        if field.disagree:
            link = TextLink(f"compare.{field.field}")
            link.say(tr("Compare and choose…"), tr("Compare what sources say of {field}", field=field.label))
            link.clicked.connect(partial(self._compare, field))
            row.addWidget(link)
        column.addLayout(row)
        for stated in field.said:
            card = StatementCard(self._desk, stated, disagree=field.disagree)
            card.text_wanted.connect(self._show_text)
            card.chosen.connect(self._choose)
            card.unwanted.connect(self._remove)
            self._cards.append((field, card))
            column.addWidget(card)
        column.addSpacing(SPACE)

    def _add_way_in(self, column: QVBoxLayout, subject: Subject) -> None:
        """A link to name a source by hand."""
        if self._desk.workspace.read_only or subject.ref.table not in SOURCED:
            return
        link = TextLink("inspector.sources.add")
        link.say(tr("Add a source…"))
        link.clicked.connect(partial(self._add, subject.ref))
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignTrailing)

    def _show_wanted(self) -> None:
        self._flash()
        QTimer.singleShot(0, self, self._scroll_to_wanted)  # once the cards have their places

    def _scroll_to_wanted(self) -> None:
        for field, card in self._cards:
            if self._is_wanted(field):
                self.ensureWidgetVisible(card, 0, MARGIN)
                return

    def _flash(self) -> None:
        for field, card in self._cards:
            card.set_flashed(self._is_wanted(field))

    def _is_wanted(self, field: StatedField) -> bool:
        """A row of the form may stand for several fields: "owner" for owner_party and owner_body."""
        if self._wanted is None or field.about != self._wanted[0]:
            return False
        return is_part(field.field, self._wanted[1])

    def _show_text(self, statement: Statement) -> None:
        show_source_text(self._desk, statement, self.window())

    def _compare(self, field: StatedField, *_: object) -> None:
        # delayed: start-up time
        from ministrack.ui.inspector.comparing import compare

        compare(self._desk, field, self.window())

    def _add(self, about: Ref, *_: object) -> None:
        # delayed: start-up time
        from ministrack.ui.inspector.stating import Begun, add_source

        add_source(self._desk, Begun([about]), self.window())

    def _remove(self, statement: Statement) -> None:
        self._desk.runner.run(remove_record(self._desk.read, Ref(Statement.TABLE, statement.id)))

    def _choose(self, statement: Statement) -> None:
        try:
            self._desk.runner.attempt(choose_statement(self._desk.read, statement))
        except MinistrackError as error:
            for _, card in self._cards:
                card.complain(str(error) if card.statement == statement else "")
