"""A linked list with its heading, what the filter hides, and the link that adds to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ministrack.domain.language import tr, trn
from ministrack.domain.lists import Row
from ministrack.ui.commands import offered
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.entries import Entry
from ministrack.ui.inspector.entry_delegate import Shape
from ministrack.ui.inspector.entry_model import ListingLines
from ministrack.ui.inspector.link_list import LinkList
from ministrack.ui.inspector.linked_list import LinkedList
from ministrack.ui.inspector.subject import Subject
from ministrack.ui.inspector.text_link import TextLink
from ministrack.ui.style.metrics import MARGIN, SPACE
from ministrack.ui.widgets.words import words

_WRAPPING = frozenset(("progress", "statement"))


class LinkSection(QWidget):
    """Shows one linked list of the record in focus.

    Signals: `create_wanted(str, dict)` with the table of a new row and what it starts with;
    `removal_wanted(Ref)` for a row to be taken off.
    """

    create_wanted = Signal(str, dict)
    removal_wanted = Signal(object)

    def __init__(self, desk: Desk, linked: LinkedList, name: str, limit: int | None = None) -> None:
        """`name` begins the object names; with a `limit` lines are short and only the first are shown."""
        super().__init__()
        self._desk = desk
        self._linked = linked
        self._limit = limit
        self._subject: Subject | None = None
        self.setObjectName(name)
        self.setAccessibleName(tr(linked.title))
        self._heading = words("heading", tr(linked.title))
        self._add = TextLink(f"{name}.add")
        self._add.clicked.connect(self._create)
        self._several = TextLink(f"{name}.several")
        self._several.clicked.connect(self._add_several)
        self._empty = words("soft", tr(linked.empty) if linked.empty else "")
        self._hidden = TextLink(f"{name}.hidden")
        self._hidden.clicked.connect(desk.focus.clear_filter)
        self.list = LinkList(desk, f"{name}.list", _shape(linked, limit))
        self.list.setAccessibleName(tr(linked.title))
        self.list.removal_wanted.connect(self.removal_wanted)
        self._lay_out()

    def show_subject(self, subject: Subject) -> None:
        """Shows the rows that belong to the record and pass the shared filter."""
        self._subject = subject
        read, shared = self._desk.read, self._desk.focus.filter
        listing = read.listing(self._linked.query(subject, shared))
        lines = ListingLines(listing, self._entry, self._limit)
        found = listing.count()
        hidden = 0
        if self._linked.scoped and not shared.is_empty:
            hidden = read.count(self._linked.table, self._linked.belonging(subject)) - found
        self.list.show_lines(lines)
        self.list.setVisible(lines.count() > 0)
        self._empty.setVisible(not found and not hidden)
        self._add.setVisible(self._linked.add is not None and not self._desk.workspace.read_only)
        self._add.say(tr(self._linked.add) if self._linked.add else "")
        several = self._linked.several
        self._several.setVisible(several is not None and not self._desk.workspace.read_only)
        self._several.say(tr(several[0]) if several else "")
        self._say_rest(found - lines.count(), hidden)

    @property
    def has_nothing_to_say(self) -> bool:
        """Whether there are no rows, and no words for that either."""
        nothing = self.list.isHidden() and self._hidden.isHidden()
        return nothing and not self._linked.empty

    def _entry(self, row: Row) -> Entry:
        return self._linked.entry(row, self._desk.read)

    def _say_rest(self, more: int, hidden: int) -> None:
        self._more.setVisible(more > 0)
        self._more.setText(trn("{n} more is in its tab.", "{n} more are in their tab.", more))
        self._hidden.setVisible(hidden > 0)
        self._hidden.say(
            trn("{n} more hidden by the filter. Show all", "{n} more hidden by the filter. Show all", hidden)
        )

    def _create(self) -> None:
        if self._subject is not None:
            self.create_wanted.emit(self._linked.table, self._linked.prefilled(self._subject))

    def _add_several(self) -> None:
        for action in offered(self, (self._linked.several or ("", ""))[1:]):
            action.trigger()

    def _lay_out(self) -> None:
        self._more = words("hint", "")
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._several)
        top.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(_inset(top))
        column.addLayout(_inset(_column(self._empty)))
        column.addLayout(_beside_margin(self.list), 1)
        column.addLayout(_inset(_column(self._more, self._hidden)))


def _shape(linked: LinkedList, limit: int | None) -> Shape:
    if limit is not None:
        return Shape.INLINE
    return Shape.WRAPPED if linked.table in _WRAPPING else Shape.STACKED


def _column(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    for widget in widgets:
        column.addWidget(widget)
    return column


def _inset(layout: QHBoxLayout | QVBoxLayout) -> QHBoxLayout | QVBoxLayout:
    layout.setContentsMargins(MARGIN, 0, MARGIN - SPACE, 0)  # links have a frame of their own
    return layout


def _beside_margin(linked: QWidget) -> QVBoxLayout:
    """Lines have a margin of their own: their words then stand below the heading."""
    column = _column(linked)
    column.setContentsMargins(MARGIN - 2 * SPACE, 0, MARGIN - 2 * SPACE, 0)
    return column
