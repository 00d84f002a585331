"""What a view of records is made of: its table, columns and words."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu

from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass
from ministrack.edits.asking import Reader
from ministrack.ui.desk import Desk
from ministrack.ui.models.column import Column
from ministrack.ui.widgets.view import PresentationPlan


@dataclass(frozen=True, slots=True)
class ViewPlan:
    """What one view of records is: texts are marked with N_."""

    table: str
    object_name: str
    title: str
    icon: str
    columns: tuple[Column, ...]
    sort: str
    empty: str  # what belongs here
    first: str  # the first action
    hidden: Callable[[int], str]  # "No meeting matches the filter. 2 are hidden."
    descending: bool = False
    counted: Callable[[Reader, int], str] | None = None  # more than the number, while nothing is filtered
    others: tuple[PresentationPlan, ...] = ()  # beside the table
    offered: Callable[[QMenu, Desk, Sequence[Ref]], None] | None = None  # adds to the menu of selected rows
