"""What is said after an import: how much came in, with Undo beside it; and the view that shows it."""

from collections import Counter

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QWidget

from ministrack.domain.delegation import Delegate
from ministrack.domain.language import tr, trn
from ministrack.domain.record import Ref
from ministrack.edits.changes import ChangeSet
from ministrack.ui.actions.actions import Host
from ministrack.ui.announcing import announce
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.text_link import TextLink
from ministrack.ui.models.tips import plain_tip
from ministrack.ui.style.metrics import MARGIN, SPACE
from ministrack.ui.views import view_of_table
from ministrack.ui.widgets.elided import ElidedLabel

_SHOWN_MS = 20_000
_WIDTH = 520


def show_imported(
    window: QMainWindow, desk: Desk, host: Host, changes: ChangeSet, count: int, name: str
) -> "Imported":
    """Shows the first record that came in or changed, in the view of most, and says how many there are."""
    first = _first(desk, changes)
    if first is not None:
        host.open_record(first)
    words = trn("{n} imported from {name}.", "{n} imported from {name}.", count, name=name)
    said = Imported(window, desk, words, tr("Undo the import"))
    said.appear()
    return said


def _first(desk: Desk, changes: ChangeSet) -> Ref | None:
    tables = Counter(change.table for change in changes.changes if view_of_table(change.table) is not None)
    if tables:
        table = tables.most_common(1)[0][0]
        new = [change for change in changes.changes if change.table == table and change.before is None]
        return Ref(table, (new or [each for each in changes.changes if each.table == table])[0].row)
    seat = next((change.row for change in changes.changes if change.table == Delegate.TABLE), None)
    found = desk.read.get(Delegate, seat) if seat is not None else None
    return Ref("delegation", found.delegation) if found is not None else None


class Imported(QFrame):
    """A line at the lower edge of the window; it goes after a while, and with the next change."""

    def __init__(self, window: QMainWindow, desk: Desk, text: str, undo: str) -> None:
        """`undo` says what Undo takes back, for those who do not see it; empty where nothing changed."""
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.setObjectName("imported")
        self.setProperty("role", "card")
        words = ElidedLabel(self)
        words.setObjectName("imported.text")
        words.setText(text)
        words.setToolTip(plain_tip(text))
        self._words = words
        self._undo = TextLink("imported.undo", self)
        self._undo.say(tr("Undo"), undo)
        self._undo.setVisible(bool(undo))
        self._undo.clicked.connect(self._take_back)
        close = TextLink("imported.close", self)
        close.say(tr("Close"))
        close.clicked.connect(self.go_away)
        line = QHBoxLayout(self)
        line.setContentsMargins(MARGIN, 2 * SPACE, MARGIN, 2 * SPACE)
        line.setSpacing(3 * SPACE)
        line.addWidget(words, 1)
        line.addWidget(self._undo)
        line.addWidget(close)
        window.installEventFilter(self)
        desk.feed.changed.connect(self._follow)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.go_away)

    def appear(self) -> None:
        """Comes up in place of an earlier line, and is read out."""
        for other in self._window.findChildren(Imported):
            if other is not self:
                other.go_away()
        self._place()
        self.show()
        self.raise_()
        self._timer.start(_SHOWN_MS)
        announce(self._words, self._words.text())

    def _place(self) -> None:
        window = self._window
        wanted = self.fontMetrics().horizontalAdvance(self._words.text()) + self._undo.sizeHint().width()
        width = min(max(wanted + 8 * MARGIN, _WIDTH), window.width() - 2 * MARGIN)
        height = self.sizeHint().height()
        below = window.height() - height - 3 * MARGIN
        self.setGeometry((window.width() - width) // 2, below, width, height)

    def _take_back(self) -> None:
        self._desk.runner.undo()
        self.go_away()

    def _follow(self, _: object) -> None:
        self.go_away()

    def go_away(self) -> None:
        """What was said has been seen, or holds no longer."""
        self._timer.stop()
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._place()
        return False
