"""Which part of time, and which of the lanes and series, the timeline shows: the canvas with a will."""

from collections.abc import Iterable, Mapping

from ministrack.ui.views.timeline.canvas import TimelineCanvas
from ministrack.ui.views.timeline.content import LANES
from ministrack.ui.views.timeline.items import Lane
from ministrack.ui.views.timeline.shapes import Mark


class ZoomableTimeline(TimelineCanvas):
    """Signals: zoom_changed() whenever another part of time is shown."""

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

    def days(self) -> tuple[float, float]:
        """First and last position in view."""
        return self._camera.scale.start, self._camera.scale.end

    def days_text(self) -> str:
        """The time in view: "2024 – 2026"."""
        return self._camera.range()

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

    def mark_of_selected(self) -> Mark | None:
        """The counted mark that holds the selected item; None where the item stands alone."""
        number = self._number()
        span = self._content.spans[number] if number >= 0 else None
        if span is None:
            return None
        picture, lane = self.picture(), self.item(number).lane
        row = self._content.row_of(number) - picture.first_row
        y = picture.row_ys[row] if 0 <= row < len(picture.row_ys) else None
        return picture.mark_of(number, lane, (span[0] + span[1]) / 2, y)

    def scroll_rows_by_wheel(self, angle: int) -> bool:
        """Over the names the wheel scrolls the series, a row each notch; False where all are in view."""
        if self._rows_bar.isHidden():
            return False
        self._rows_bar.setValue(self._rows_bar.value() - (1 if angle > 0 else -1 if angle < 0 else 0))
        return True

    def scroll_rows(self, pages: int) -> None:
        """Show the series further up (-1) or down (1)."""
        bar = self._rows_bar
        bar.setValue(bar.value() + pages * bar.pageStep())

    def is_folded(self, lane: Lane) -> bool:
        """Whether a lane is folded."""
        return lane in self._folded

    def set_folded(self, lanes: Iterable[Lane]) -> None:
        """Fold these lanes, and no others."""
        self._folded = frozenset(lanes)
        self._place()

    def toggle_lane(self, lane: Lane) -> None:
        """Fold a lane to a strip that says how much there is where, or unfold it."""
        self._folded = self._folded ^ {lane}
        self._place()
