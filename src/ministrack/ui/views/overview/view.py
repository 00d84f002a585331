"""The view that opens on where everything stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.ui.desk import Desk
from ministrack.ui.filter_bar.bar import FilterBar
from ministrack.ui.views.overview.cards import Cards
from ministrack.ui.widgets.view import View
from ministrack.ui.widgets.view_head import ViewHead


class Overview(View):
    """Title, the shared filter, and the cards, which scroll where there is no room."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview")
        self.setAccessibleName(tr("Overview"))
        self._cards = Cards(desk)
        self._cards.setProperty("role", "ground")
        self._cards.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._cards.opened.connect(self.open_wanted)
        scroll = QScrollArea()
        scroll.setObjectName("overview.scroll")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._cards)
        line = QFrame()
        line.setProperty("role", "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ViewHead(tr("Overview"), (), self))
        column.addWidget(FilterBar(desk, self))
        column.addWidget(line)
        column.addWidget(scroll, 1)

    @property
    def has_details(self) -> bool:
        return False

    def focus_content(self) -> None:
        self._cards.focus_first()
