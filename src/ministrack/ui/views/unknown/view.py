"""The view of what is unknown: title, the shared filter, and the records that lack something."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.ui.desk import Desk
from ministrack.ui.filter_bar.bar import FilterBar
from ministrack.ui.views.unknown.gaps import Gaps
from ministrack.ui.widgets.view import View
from ministrack.ui.widgets.view_head import ViewHead


class Unknown(View):
    """A record that is picked is shown beside the view, where what it lacks can be filled in at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unknown")
        self.setAccessibleName(tr("What is unknown"))
        head = ViewHead(tr("What is unknown"), (), self)
        self._gaps = Gaps(desk, self)
        self._gaps.counted.connect(head.set_count)
        self._gaps.pointed.connect(self.pointed)
        self._gaps.opened.connect(self.open_wanted)
        line = QFrame()
        line.setProperty("role", "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(FilterBar(desk, self))
        column.addWidget(line)
        column.addWidget(self._gaps, 1)

    def focus_content(self) -> None:
        self._gaps.focus_content()
