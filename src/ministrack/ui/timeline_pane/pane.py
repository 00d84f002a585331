"""The bottom of the window: the timeline, its list twin, and the corner in which one chooses."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ministrack.domain.language import tr
from ministrack.ui.desk import Desk
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.timeline_pane.feed import TimelineFeed
from ministrack.ui.timeline_pane.moving import TimelineMoving
from ministrack.ui.views.timeline.content import LANES
from ministrack.ui.views.timeline.corner import LIST, TIMELINE, Corner
from ministrack.ui.views.timeline.headings import lane_name
from ministrack.ui.views.timeline.items import Lane
from ministrack.ui.views.timeline.lanes import axis_height
from ministrack.ui.views.timeline.view import Timeline

if TYPE_CHECKING:
    from ministrack.ui.views.timeline.list_table import TimelineList

_FOLDED, _SHOWN = "timeline.folded", "timeline.shown"


class TimelinePane(QWidget):
    """Signals: selected() when the user picks an item, activated(ref) when one is to be opened."""

    selected = Signal()
    activated = Signal(tuple)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timelinePane")
        self._desk = desk
        self.timeline = Timeline(desk.themes, self)
        self._list: TimelineList | None = None  # made when it is first asked for
        self._corner = Corner(desk.icons, self._menu(), self)
        self._corner.chosen.connect(self.show_as)
        self._corner.adjustSize()
        self.timeline.reserve_margin(self._corner.sizeHint().width() + 8)
        self.setMinimumSize(self.timeline.minimumSize())
        self.timeline.selected.connect(self.selected)
        self.timeline.activated.connect(self.activated)
        TimelineMoving(desk, self.timeline, self)
        QTimer.singleShot(0, _offer_to_assistive_tools)  # none of them asks before the window is shown

    def fill(self) -> None:
        """Shows the dossier; the first time as soon as the window has its size."""
        TimelineFeed(desk=self._desk, timeline=self.timeline, parent=self)

    # timeline or list

    @property
    def shown(self) -> str:
        """TIMELINE or LIST."""
        return TIMELINE if self._list is None or self._list.isHidden() else LIST

    def show_as(self, name: str) -> None:
        """Shows the timeline or the list, with the keyboard in it where it was in the other."""
        focused = QApplication.focusWidget()
        had_focus = focused in (self.timeline, self._list)
        self._corner.show_chosen(name)
        if name == LIST:
            shown: QWidget = self._made_list()
        else:
            shown = self.timeline
        self.timeline.setVisible(name == TIMELINE)
        if self._list is not None:
            self._list.setVisible(name == LIST)
        self._place()
        if had_focus:
            shown.setFocus()

    def toggle_list(self) -> None:
        """Shows the other one, and goes there."""
        self.show_as(TIMELINE if self.shown == LIST else LIST)
        (self._list if self.shown == LIST and self._list is not None else self.timeline).setFocus()

    def _made_list(self) -> "TimelineList":
        if self._list is None:
            # delayed: start-up time
            from ministrack.ui.views.timeline.list_table import TimelineList

            self._list = TimelineList(self.timeline, self)
            self._list.selected.connect(self.timeline.pick_ref)
            self._list.activated_item.connect(self.activated)
            self._desk.focus.record_changed.connect(self._list.follow)
            self._list.follow(self.timeline.selected_ref())
            self._corner.raise_()
        return self._list

    # remembered

    def keep_layout(self, memory: LayoutMemory) -> None:
        """Remembers which lanes are folded, and whether the list is shown."""
        memory.keep_text(_FOLDED, ",".join(lane.value for lane in LANES if self.timeline.is_folded(lane)))
        memory.keep_text(_SHOWN, self.shown)

    def restore_layout(self, memory: LayoutMemory) -> None:
        """Takes back what was remembered."""
        folded = memory.text_of(_FOLDED).split(",")
        self.timeline.set_folded(lane for lane in LANES if lane.value in folded)
        if memory.text_of(_SHOWN) == LIST:
            self.show_as(LIST)

    # the menu of the corner

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("timelineMenu")
        self._lanes: dict[Lane, QAction] = {}
        for lane in LANES:
            action = menu.addAction(tr("Fold {lane}", lane=lane_name(lane).lower()))
            action.setCheckable(True)
            action.triggered.connect(partial(self._fold, lane))
            self._lanes[lane] = action
        menu.addSeparator()
        self._move = menu.addAction(tr("Move the selected meeting") + "\tM", self._start_moving)
        self._whole = menu.addAction(tr("Show everything") + "\t0", self.timeline.fit)
        menu.addSeparator()
        menu.addAction(tr("Export timeline…"), self.export)
        menu.aboutToShow.connect(self._refresh_menu)
        return menu

    def _refresh_menu(self) -> None:
        for lane, action in self._lanes.items():
            action.setChecked(self.timeline.is_folded(lane))
        self._move.setEnabled(self.timeline.can_move_selected())

    def _fold(self, lane: Lane, _: bool = False) -> None:
        self.timeline.toggle_lane(lane)

    def _start_moving(self) -> None:
        self.show_as(TIMELINE)
        self.timeline.setFocus()
        self.timeline.start_moving_selected()

    def export(self) -> None:
        """Asks for a file and puts the timeline into it."""
        # delayed: start-up time
        from ministrack.ui.timeline_pane.export import TimelineExport

        TimelineExport(self._desk, self.timeline, self).ask()

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        top = round(axis_height(self.timeline.line_height()))
        self.timeline.setGeometry(self.rect())
        self._corner.setGeometry(0, 1, self._corner.sizeHint().width(), top - 1)
        self._corner.raise_()
        if self._list is not None:
            self._list.setGeometry(self.rect().adjusted(0, top, 0, 0))


def _offer_to_assistive_tools() -> None:
    # delayed: start-up time
    from ministrack.ui.views.timeline.access import offer

    offer()
