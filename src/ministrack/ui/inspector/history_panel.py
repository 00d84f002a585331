"""The tab of history: who changed what in this record, newest first."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.language import tr
from ministrack.edits.history import FieldChange, Happened, HistoryEntry, history_of_record
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.entries import Entry
from ministrack.ui.inspector.entry_delegate import Shape
from ministrack.ui.inspector.entry_model import ReadyLines
from ministrack.ui.inspector.link_list import LinkList
from ministrack.ui.inspector.subject import Subject
from ministrack.ui.naming import day, dotted
from ministrack.ui.style.metrics import MARGIN, SPACE

_LONGEST = 240  # characters of a value


class HistoryPanel(QWidget):
    """Shows the history of the record in focus."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._edits: list[str] = []
        self.setObjectName("inspector.history")
        self._empty = QLabel(tr("Nothing has been recorded about this record yet."))
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setProperty("role", "soft")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.list = LinkList(desk, "inspector.history.list", Shape.WRAPPED)
        self.list.setAccessibleName(tr("History"))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN - 2 * SPACE, 3 * SPACE, MARGIN - 2 * SPACE, 2 * SPACE)
        column.addWidget(self._empty)
        column.addWidget(self.list)
        column.addStretch(1)

    def show_subject(self, subject: Subject) -> None:
        """Reads the history anew."""
        found = history_of_record(self._desk.workspace, subject.ref)
        self._edits = [entry.edit.id for entry in found]
        self.list.show_lines(ReadyLines([line_of(entry) for entry in found]))
        self.list.setVisible(bool(found))
        self._empty.setVisible(not found)

    def show_edit(self, edit: str) -> None:
        """Puts the keyboard on a step of the history; on the newest for any other name."""
        row = self._edits.index(edit) if edit in self._edits else 0
        index = self.list.entries.index(row)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)


def line_of(entry: HistoryEntry) -> Entry:
    """A step of the history: when and by whom, then what."""
    return Entry(dotted((local_time(entry.edit.at), entry.edit.author)), what_happened(entry))


def what_happened(entry: HistoryEntry) -> str:
    """Each field on a line of its own: "Date: 2026 → autumn 2026"."""
    kind = tr(RECORD_TYPES[entry.ref.table].ONE)
    if entry.happened is Happened.DELETED:
        return tr("{kind} deleted", kind=kind)
    lines = [_field(change, entry.happened) for change in entry.fields]
    if entry.happened is Happened.CREATED:
        lines.insert(0, tr("{kind} created", kind=kind))
    if entry.edit.undoes is not None:
        lines.insert(0, entry.edit.label)
    return "\n".join(lines) or entry.edit.label


def _field(change: FieldChange, happened: Happened) -> str:
    label, nothing = tr(change.label), tr("nothing")
    if happened is Happened.CREATED:
        return tr("{field}: {value}", field=label, value=_short(change.after))
    before, after = _short(change.before) or nothing, _short(change.after) or nothing
    return tr("{field}: {before} → {after}", field=label, before=before, after=after)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def local_time(at: str) -> str:
    """ISO time in UTC as the clock of this desk shows it: "20 Nov 2025, 21:46"."""
    here = datetime.fromisoformat(at).astimezone()
    return tr("{day}, {time}", day=day(here.date().isoformat()), time=f"{here:%H:%M}")
