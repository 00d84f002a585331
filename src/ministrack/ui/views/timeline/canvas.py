"""The timeline without hands: a widget that holds items and a part of time, and paints them."""

from collections.abc import Collection, Mapping, Sequence
from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ministrack.domain.date_tables import words_of
from ministrack.domain.language import interface_language, tr
from ministrack.ui.style.theme import Theme, ThemeSource
from ministrack.ui.views.timeline.camera import Camera
from ministrack.ui.views.timeline.colours import Inks
from ministrack.ui.views.timeline.content import LANES, Content
from ministrack.ui.views.timeline.fonts import Fonts
from ministrack.ui.views.timeline.items import Connection, Item, Lane, Ref
from ministrack.ui.views.timeline.lanes import least_height
from ministrack.ui.views.timeline.layout import Setting, best_anchor, lay_out
from ministrack.ui.views.timeline.painting import Look, lane_name, paint
from ministrack.ui.views.timeline.picture import Mark, Picture, Style
from ministrack.ui.views.timeline.spoken import say

_LEAST_WIDTH = 320


class TimelineCanvas(QWidget):
    """Shows items on one axis. Signal: zoom_changed() whenever another part of time is shown."""

    zoom_changed = Signal()

    def __init__(self, themes: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAccessibleName(tr("Timeline"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._whole = self._content = Content()
        self._camera = Camera()
        self._selected: Ref | None = None
        self._today: int | None = None
        self._folded: frozenset[Lane] = frozenset()
        self._empty_text = ""
        self._hover: Lane | None = None
        self._by_keyboard = False
        self._inks = Inks(themes.theme)
        self._fonts = Fonts(self.font())
        self._months = words_of(interface_language()).months_short
        self._picture: Picture | None = None
        self._place()
        themes.changed.connect(self._take_theme)

    # what is shown

    def set_items(
        self,
        items: Sequence[Item],
        connections: Sequence[Connection] = (),
        within: Collection[Ref] | None = None,
    ) -> None:
        """Show other items: all of them, or those of some records. Zoom and position stay (see Camera)."""
        before, was = self._content, self._place_of_selected()
        self._whole = Content(items, connections)
        self.narrow(within)
        if before.bounds is not None and self._place_of_selected() != was:
            self._bring_in_selected()

    def narrow(self, refs: Collection[Ref] | None) -> None:
        """Show only the items of these records, or all; nothing is sorted or asked for again."""
        self._content = self._whole if refs is None else self._whole.within(refs)
        self._camera.follow(self._content, self._today)
        self._say()
        self._changed()

    def set_selected(self, ref: Ref | None) -> None:
        """Ring an item. It is scrolled into view only when it is outside."""
        if ref == self._selected:
            return
        self._selected = ref
        self._bring_in_selected()
        self._say()
        self._redraw()

    def set_today(self, ordinal: int) -> None:
        """Mark a day (`date.toordinal()`) as today."""
        if ordinal != self._today:
            self._today = ordinal
            self._camera.follow(self._content, ordinal)
            self._changed()

    def set_empty_text(self, text: str) -> None:
        """What is said while there are no items."""
        self._empty_text = text
        self.update()

    def selected_ref(self) -> Ref | None:
        """What is ringed."""
        return self._selected

    def picture(self) -> Picture:
        """The frame as it is laid out now."""
        if self._picture is None:
            self._picture = lay_out(self._content, self._setting())
        return self._picture

    # what part of time is shown

    def fit(self) -> None:
        """Show everything."""
        self._camera.fit()
        self._changed()

    def zoom(self, factor: float, at_x: float | None = None) -> None:
        """Magnify around a place in px, by default the middle."""
        scale = self._camera.scale
        self._camera.zoom(factor, (scale.left + scale.right) / 2 if at_x is None else max(at_x, scale.left))
        self._changed()

    def pan(self, pixels: float) -> None:
        """Move what is shown to the right (to the left, when negative)."""
        self._camera.pan(pixels)
        self._changed()

    def zoom_fraction(self) -> float:
        """The zoom as 0 to 1, for a slider."""
        return self._camera.fraction

    def set_zoom_fraction(self, fraction: float) -> None:
        """Zoom as a slider says, 0 to 1, around the middle."""
        if abs(fraction - self._camera.fraction) > 1e-6:
            self._camera.set_fraction(fraction)
            self._changed()

    def show_mark(self, mark: Mark) -> bool:
        """Zoom to what a counted mark holds. False when no zoom could tell its items apart."""
        before = self._camera.scale
        if mark.last - mark.first < 1.0:
            return False
        self._camera.show_days(mark.first, mark.last)
        self._changed()
        return self._camera.scale.per_day > before.per_day * 1.02

    def period_text(self) -> str:
        """The time in view: "2024 – 2026 · fit all"."""
        return self._camera.period()

    def state(self) -> dict[str, object]:
        """What is worth remembering of the view: plain values."""
        scale = self._camera.scale
        return {
            "fitted": self._camera.is_fitted,
            "start": scale.start,
            "end": scale.end,
            "folded": sorted(lane.value for lane in self._folded),
        }

    def restore(self, state: Mapping[str, object]) -> None:
        """Take back a remembered state; what is missing or makes no sense is left as it is."""
        folded = state.get("folded")
        if isinstance(folded, list):
            self._folded = frozenset(lane for lane in LANES if lane.value in folded)
        start, end = state.get("start"), state.get("end")
        if (
            state.get("fitted") is False
            and isinstance(start, float)
            and isinstance(end, float)
            and start < end
        ):
            self._camera.show_range(start, end)
        else:
            self._camera.fit()
        self._changed()

    # for those who answer to the user

    def item(self, number: int) -> Item:
        """The item with a number of the picture."""
        return self._content.items[number]

    def toggle_lane(self, lane: Lane) -> None:
        """Fold a lane to its name, or unfold it."""
        self._folded = self._folded ^ {lane}
        self._redraw()

    def _number(self) -> int:
        """Number of the selected item, -1 when it is not among the items."""
        return -1 if self._selected is None else self._content.numbers.get(self._selected, -1)

    def _place_of_selected(self) -> tuple[float, float] | None:
        number = self._number()
        return self._content.spans[number] if number >= 0 else None

    def _bring_in_selected(self) -> None:
        span = self._place_of_selected()
        if span is None:
            return
        before = self._camera.scale
        self._camera.bring_in(span, best_anchor(self._content.items[self._number()], span))
        if self._camera.scale != before:
            self._picture = None
            self.zoom_changed.emit()

    def _setting(self) -> Setting:
        return Setting(
            self._camera.scale,
            self.width(),
            self.height(),
            self._fonts,
            self._months,
            self._today,
            self._number(),
            self._folded,
        )

    def _place(self) -> None:
        """Share the width between the names of the lanes and the axis."""
        self.setMinimumSize(_LEAST_WIDTH, ceil(least_height(self._fonts.line)))
        widest = max(self._fonts.width(lane_name(lane), Style.LANE) for lane in LANES)
        self._camera.resize(round(widest + 60), self.width())
        self._changed()

    def _say(self) -> None:
        number = self._number()
        say(self, self._content.items[number] if number >= 0 else None)

    def _changed(self) -> None:
        self._redraw()
        self.zoom_changed.emit()

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def _take_theme(self, theme: Theme) -> None:
        self._inks = Inks(theme)
        self.update()

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(900, 190)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        focused = self.hasFocus() and self._by_keyboard
        paint(
            painter,
            self.picture(),
            self._content,
            Look(self._inks, self._fonts, self._empty_text, self._hover, focused),
        )
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self._fonts = Fonts(self.font())
            self._place()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # As other widgets do: whoever clicks knows where the focus is, whoever uses keys has to see it.
        self._by_keyboard = event.reason() not in {
            Qt.FocusReason.MouseFocusReason,
            Qt.FocusReason.PopupFocusReason,
        }
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
