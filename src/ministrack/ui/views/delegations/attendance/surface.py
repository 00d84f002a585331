"""What the parts of the matrix paint with, and where the keyboard is among them."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTableView

from ministrack.ui.desk import Desk
from ministrack.ui.style.theme import Theme
from ministrack.ui.views.delegations.attendance.painting import Brushes


class Surface:
    """Shared by the table, its two headers and its cells."""

    def __init__(self, desk: Desk, table: QTableView) -> None:
        self._desk = desk
        self._table = table

    @property
    def theme(self) -> Theme:
        """The colours in use."""
        return self._desk.themes.theme

    @property
    def is_narrowed(self) -> bool:
        """Whether the filter names countries, so that some rows stand out."""
        return bool(self._desk.focus.filter.parties)

    def brushes(self, font: QFont) -> Brushes:
        """What to paint with now."""
        desk = self._desk
        return Brushes(self.theme, desk.icons, desk.flags, font, self._table.devicePixelRatioF())

    def is_current_row(self, row: int) -> bool:
        """Whether the current cell stands in this row."""
        return self._table.currentIndex().row() == row

    def is_current_column(self, column: int) -> bool:
        """Whether the current cell stands in this column."""
        return self._table.currentIndex().column() == column

    def has_keyboard(self) -> bool:
        """Whether keys go to the matrix."""
        return self._table.hasFocus()
