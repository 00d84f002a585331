"""The lines of a list for Qt, read in pages from the dossier or given ready."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ministrack.domain.lists import Row
from ministrack.edits.asking import Listing
from ministrack.ui.inspector.entries import Entry

ENTRY = Qt.ItemDataRole.UserRole + 1
_PAGE = 64
_KEPT = 32  # pages

Index = QModelIndex | QPersistentModelIndex


class Lines(Protocol):
    """Lines by position."""

    def count(self) -> int:
        """How many there are."""

    def line(self, position: int) -> Entry | None:
        """The line at a position; None where its record went away since they were counted."""


class ReadyLines:
    """Lines that are known already."""

    def __init__(self, entries: Sequence[Entry] = ()) -> None:
        self._entries = tuple(entries)

    def count(self) -> int:
        """How many there are."""
        return len(self._entries)

    def line(self, position: int) -> Entry | None:
        """The line at a position."""
        return self._entries[position]


class ListingLines:
    """Lines read page by page as they come into view, at most `limit` of them."""

    def __init__(self, listing: Listing, entry: Callable[[Row], Entry], limit: int | None = None) -> None:
        self._listing = listing
        self._entry = entry
        found = listing.count()
        self._count = found if limit is None else min(found, limit)
        self._pages: dict[int, list[Entry]] = {}

    def count(self) -> int:
        """How many there are."""
        return self._count

    def line(self, position: int) -> Entry | None:
        """The line at a position."""
        number, place = divmod(position, _PAGE)
        page = self._pages.get(number)
        if page is None:
            length = min(_PAGE, self._count - number * _PAGE)
            page = [self._entry(row) for row in self._listing.rows(number * _PAGE, length)]
            if len(self._pages) >= _KEPT:
                self._pages.clear()
            self._pages[number] = page
        return page[place] if place < len(page) else None


class EntryModel(QAbstractListModel):
    """Shows lines; `ENTRY` is the role under which a delegate finds the whole Entry."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Lines = ReadyLines()

    def show_lines(self, lines: Lines) -> None:
        """Takes other lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def entry(self, index: Index) -> Entry | None:
        """The line at an index."""
        return self._lines.line(index.row()) if index.isValid() else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._lines.count()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.primary
        if role == Qt.ItemDataRole.ToolTipRole:
            return _plain(entry.spoken())
        return entry.spoken() if role == Qt.ItemDataRole.AccessibleTextRole else None


def _plain(text: str) -> str:
    """Qt guesses rich text in tooltips: data is shown as it is written."""
    return f"<p>{escape(text)}</p>"
