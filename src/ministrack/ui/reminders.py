"""Reminders that have come: one quiet line above the views, while the program runs and after midnight too."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
)

from ministrack.domain.dates import show
from ministrack.domain.filters import Compare, Filter, Not, OneOf, Overlaps, Some, every
from ministrack.domain.language import N_, interface_language, tr, trn
from ministrack.domain.lists import ListQuery, Row
from ministrack.domain.record import Ref
from ministrack.domain.task import UNFINISHED_VALUES
from ministrack.edits.changes import ChangeSet
from ministrack.ui.desk import Desk
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.style.metrics import ICON_SIZE, MARGIN, SPACE, grown
from ministrack.ui.widgets.elided import ElidedLabel

EVERY_MS = 30_000  # how often it is asked whether another day has begun
_LISTED = 12  # reminders that the menu of the others names
_KEPT = 200  # reminders remembered as put aside
_PUT_ASIDE = "reminders.put_aside"
_LATER = ((N_("Tomorrow"), 1), (N_("In a week"), 7), (N_("In a month"), 30))


class Reminders(QFrame):
    """Shows the first reminder that is due and how many others there are; hidden while there is none.

    Signals: `opened(Ref)` when a task is to be shown; `left()` when the line went with the keyboard in it.
    """

    opened = Signal(object)
    left = Signal()

    def __init__(
        self,
        desk: Desk,
        memory: LayoutMemory,
        parent: QWidget | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._memory = memory
        self._today = today
        self._day = today()
        self._row: Row | None = None
        self._first = ""  # the id of the one that was chosen among several
        self._is_made = False
        self.setObjectName("reminders")
        self.setProperty("role", "ground")
        self.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._look_at_clock)
        self._timer.start()
        desk.feed.changed.connect(self._hear)
        self.look()

    def look(self) -> None:
        """Looks which reminders are due today."""
        self._day = self._today()
        read, wanted = self._desk.read, self._wanted()
        count = read.count("task", wanted)
        if not count:
            self._row = None
            self._go()
            return
        rows = read.rows(ListQuery("task", ("title", "reminder"), wanted, "reminder"), _LISTED)
        self._row = next((row for row in rows if row["id"] == self._first), rows[0])
        if not self._is_made:
            self._make()
        self._say(self._row, [row for row in rows if row is not self._row], count)
        self.show()

    def _wanted(self) -> Filter:
        parts: list[Filter] = [
            OneOf("status", UNFINISHED_VALUES),
            Overlaps("reminder", None, self._day.isoformat()),
        ]
        aside = [every((Compare("id", task), Compare("reminder", on))) for task, on in self._put_aside()]
        if aside:
            parts.append(Not(Some(tuple(aside))))
        return every(parts)

    def _put_aside(self) -> list[tuple[str, str]]:
        """Ids and dates of the reminders that were hidden without an edit."""
        noted = self._memory.text_of(_PUT_ASIDE).split()
        return [(task, on) for task, _, on in (each.partition("@") for each in noted) if on]

    # what the user does

    def _open(self) -> None:
        if self._row is not None:
            self.opened.emit(_ref(self._row))

    def _remind(self, days: int, _checked: bool = False) -> None:
        # delayed: start-up time
        from ministrack.edits.tasks import remind

        row, on = self._row, self._today() + timedelta(days)
        if row is not None:
            self._desk.runner.run(remind(self._desk.read, _ref(row), on, seen=row["reminder"]))

    def _forget(self) -> None:
        # delayed: start-up time
        from ministrack.edits.tasks import forget_reminder

        row = self._row
        if row is not None:
            self._desk.runner.run(forget_reminder(self._desk.read, _ref(row), seen=row["reminder"]))

    def _hide_it(self) -> None:
        """Puts this reminder aside, without an edit: it does not come back unless its date is changed."""
        if self._row is not None:
            noted = [f"{task}@{on}" for task, on in self._put_aside()]
            noted.append(f"{self._row['id']}@{self._row['reminder']}")
            self._memory.keep_text(_PUT_ASIDE, " ".join(noted[-_KEPT:]))
            self.look()

    def _choose(self, task: str, _checked: bool = False) -> None:
        self._first = task
        self.look()

    # what follows

    def _hear(self, changes: ChangeSet) -> None:
        if "task" in changes.tables():
            self.look()

    def _look_at_clock(self) -> None:
        if self._today() != self._day:
            self.look()

    def _go(self) -> None:
        keyboard = QApplication.focusWidget()
        had_keyboard = keyboard is not None and self.isAncestorOf(keyboard)
        self.hide()
        if had_keyboard:
            self.left.emit()

    # how it stands

    def _say(self, row: Row, others: list[Row], count: int) -> None:
        title = " ".join(str(row["title"]).split())
        on = show(str(row["reminder"]), interface_language())
        words = tr("Reminder of {date}: {task}", date=on, task=title)
        self._words.setText(words)
        self._words.setToolTip(words)
        self.setAccessibleName(words)
        self._others.setVisible(count > 1)
        self._others.setText(trn("and {n} more", "and {n} more", count - 1))
        self._menu.clear()
        for other in others:
            action = self._menu.addAction(" ".join(str(other["title"]).split()).replace("&", "&&"))
            action.triggered.connect(partial(self._choose, str(other["id"])))
        can_write = not self._desk.workspace.read_only
        self._later.setVisible(can_write)
        self._done.setVisible(can_write)

    def _make(self) -> None:
        self._is_made = True
        self._bell = QLabel(self)
        self._words = ElidedLabel(self)
        self._words.setObjectName("reminders.words")
        self._others = self._button("others", "")
        self._others.setProperty("kind", "link")
        self._others.setStyleSheet("QPushButton { padding-right: 24px; }")  # room for the arrow of its menu
        self._menu = QMenu(self._others)
        self._menu.setObjectName("reminders.list")
        self._others.setMenu(self._menu)
        self._later = self._button("later", tr("Remind me later"))
        later = QMenu(self._later)
        for label, days in _LATER:
            later.addAction(tr(label)).triggered.connect(partial(self._remind, days))
        self._later.setMenu(later)
        self._done = self._button("done", tr("Done with it"))
        self._done.clicked.connect(self._forget)
        show_it = self._button("open", tr("Open"))
        show_it.clicked.connect(self._open)
        close = self._button("close", "")
        close.setIcon(self._desk.icons.icon("x"))
        close.setProperty("kind", "link")
        close.setAccessibleName(tr("Hide this reminder"))
        close.setToolTip(tr("Hide this reminder"))
        close.clicked.connect(self._hide_it)
        line = QHBoxLayout(self)
        line.setContentsMargins(MARGIN, SPACE + 2, 2 * SPACE, SPACE + 2)
        line.setSpacing(2 * SPACE)
        for part in (self._bell, self._words, self._others, show_it, self._later, self._done, close):
            line.addWidget(part, 1 if part is self._words else 0)
        self._paint_bell()
        self._desk.themes.changed.connect(self._paint_bell)

    def _button(self, name: str, label: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName(f"reminders.{name}")
        button.setAutoDefault(False)
        return button

    def _paint_bell(self, _: object = None) -> None:
        side = grown(ICON_SIZE, self.font())
        self._bell.setPixmap(self._desk.icons.icon("bell", "progress").pixmap(side, side))


def _ref(row: Row) -> Ref:
    return Ref("task", str(row["id"]))
