"""What models of tables say of a cell, by the role in which Qt asks for it."""

from PySide6.QtCore import Qt

from ministrack.domain.language import tr
from ministrack.ui.models.column import Cell
from ministrack.ui.models.tips import plain_tip

RECORD_ROLE = int(Qt.ItemDataRole.UserRole)
"""The Ref of the record in a row."""
CELL_ROLE = RECORD_ROLE + 1
"""The Cell that the delegate paints."""

CELL_ROLES = frozenset(
    (
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.ToolTipRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
        CELL_ROLE,
    )
)
"""The roles that a cell answers to."""


def cell_answer(role: int, title: str, cell: Cell) -> object:
    """What a cell below a title answers to one of its roles."""
    if role == CELL_ROLE:
        return cell
    if role == Qt.ItemDataRole.DisplayRole:
        return cell.text
    if role == Qt.ItemDataRole.ToolTipRole:
        return plain_tip(cell.tip) or None
    # An empty cell says which one it is: somebody who cannot see the column hears nothing otherwise.
    return f"{title}: {cell.words or tr('empty')}"
