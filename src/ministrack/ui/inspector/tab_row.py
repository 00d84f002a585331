"""The row of a record's tabs: as many as have room, and behind a button all others."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from ministrack.domain.language import tr, trn
from ministrack.ui.inspector.record_tabs import RecordTabs
from ministrack.ui.style.metrics import MARGIN, SPACE


class TabRow(QWidget):
    """Shows tabs whole or not at all; the one that is chosen is always among them."""

    def __init__(self, tabs: RecordTabs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = tabs
        self._more = QToolButton(self)
        self._more.setObjectName("inspector.moreTabs")
        self._more.setAccessibleName(tr("More parts of this record"))
        self._more.setToolTip(tr("More parts of this record"))
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._more)
        self._menu.setObjectName("moreTabsMenu")
        self._menu.aboutToShow.connect(self._list)
        self._more.setMenu(self._menu)
        tabs.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        self.setContentsMargins(MARGIN - SPACE, 0, SPACE, 0)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(tabs, 1)
        row.addWidget(self._more)
        tabs.relabelled.connect(self._fit)
        tabs.currentChanged.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self, _: int = 0) -> None:
        self._say(self._tabs.count())  # as wide as it may become
        button = self._more.sizeHint().width()
        shown = fitting(self._tabs.widths(), self.contentsRect().width(), button, self._tabs.currentIndex())
        for place in range(self._tabs.count()):
            # Only where it changes: told what it knows, the bar forgets that it has to place its tabs anew.
            if self._tabs.isTabVisible(place) is not (place in shown):
                self._tabs.setTabVisible(place, place in shown)
        self._say(self._tabs.count() - len(shown))
        self._more.setVisible(len(shown) < self._tabs.count())

    def _say(self, hidden: int) -> None:
        self._more.setText(trn("{n} more", "{n} more", hidden))

    def _list(self) -> None:
        self._menu.clear()
        for place in range(self._tabs.count()):
            if not self._tabs.isTabVisible(place):
                action = self._menu.addAction(self._tabs.tabText(place))
                action.triggered.connect(partial(self._choose, place))

    def _choose(self, place: int, _: bool = False) -> None:
        self._tabs.setCurrentIndex(place)
        self._tabs.setFocus(Qt.FocusReason.OtherFocusReason)


def fitting(widths: Sequence[int], room: int, button: int, current: int) -> set[int]:
    """Which tabs have room beside a button for the others, from the first on; `current` is one of them."""
    if sum(widths) <= room:
        return set(range(len(widths)))
    left = room - button - (widths[current] if current >= 0 else 0)
    shown = {current} if current >= 0 else set()
    for place, width in enumerate(widths):
        if place == current:
            continue
        left -= width
        if left < 0:
            break
        shown.add(place)
    return shown
