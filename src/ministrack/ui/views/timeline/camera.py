"""Which part of time is looked at: fitted to everything, or where the user went. Pure; the widget asks it."""

from datetime import date
from math import log

from ministrack.domain.language import tr
from ministrack.ui.views.timeline.content import Content
from ministrack.ui.views.timeline.layout import BEFORE, fit
from ministrack.ui.views.timeline.scale import FIRST_DAY, LAST_DAY, MAX_PER_DAY, MIN_PER_DAY, Scale

_OUT = 0.6  # how much further out than "fit all" one can zoom
_SHOWN = 0.12  # of the width: an item scrolled into view is at least so far from the edges


class Camera:
    """A scale, and what it was fitted to until the user went elsewhere.

    Other items never move the view by themselves: it is fitted to the first ones, on demand, and when
    nothing would be left to see.
    """

    def __init__(self) -> None:
        self.content = Content()
        self.today: int | None = None
        self._fitted_to: tuple[float, float] | None = None  # first and last position of what was fitted
        self._is_waiting = True  # to fit the first items
        self._had_items = False
        self._restored: tuple[float, float] | None = None
        self._before = BEFORE
        self.scale = Scale(738_000.0, 1.0, 0.0, 100.0)

    @property
    def is_fitted(self) -> bool:
        """Whether the view shows all there is, as `fit` does."""
        return self._is_waiting or (self._fitted_to is not None and self._fitted_to == self.content.bounds)

    @property
    def fitted(self) -> Scale:
        """The scale that shows everything."""
        return self._fit(self.content.bounds)

    def fit(self) -> None:
        self._restored = None
        self._fitted_to = self.content.bounds
        self._is_waiting = self._fitted_to is None
        self.scale = self.fitted

    def follow(self, content: Content, today: int | None) -> None:
        """Take other items: the view stays where it is, unless these leave nothing in it."""
        before, self.content, self.today = self.content, content, today
        self._keep()
        if content.bounds is None:
            return
        if self._is_waiting or (self._shows(before) and not self._shows(content)):
            self.fit()
        self._had_items = True

    def _shows(self, content: Content) -> bool:
        """Whether items are in view. None at all are no choice of the user, unless they are yet to come."""
        if content.bounds is None:
            return self._had_items
        return content.touches(self.scale.start, self.scale.end)

    def resize(self, left: float, right: float, before: float = BEFORE) -> None:
        """Use the pixels from left to right, with room before everything when all is shown."""
        self._before = before
        self.scale = self.scale.resized(left, max(right, left + 40))
        self._keep()

    def _fit(self, bounds: tuple[float, float] | None) -> Scale:
        return fit(bounds, self.today, self.scale.left, self.scale.right, self._before)

    def _keep(self) -> None:
        """Show the same part of time in another width."""
        if self._fitted_to is not None:
            self.scale = self._fit(self._fitted_to)
        elif self._is_waiting:
            self.scale = self.fitted
        elif self._restored is not None:
            self.show_range(*self._restored)

    def zoom(self, factor: float, at_x: float) -> None:
        self._move(self.scale.zoomed(factor, at_x, self._least()))

    def pan(self, pixels: float) -> None:
        self._move(self.scale.panned(pixels))

    def show_days(self, first: float, last: float) -> None:
        """Zoom to the positions first to last, with room around them."""
        room = max(last - first, 1.0)
        middle, width = (first + last) / 2, self.scale.width
        per_day = min(MAX_PER_DAY, max(self._least(), width * 0.7 / room))
        self._move(Scale(middle - width / per_day / 2, per_day, self.scale.left, self.scale.right))

    def show_range(self, first: float, last: float) -> None:
        """Show exactly the positions first to last, or as nearly as the limits of zooming allow."""
        per_day = min(MAX_PER_DAY, max(self._least(), self.scale.width / (last - first)))
        self._move(Scale(first, per_day, self.scale.left, self.scale.right))
        self._restored = first, last  # until the user moves: the width may not be the final one yet

    def bring_in(self, span: tuple[float, float], anchor: float) -> None:
        """Scroll, without zooming, until a span can be seen; not at all when it can be already."""
        x = self.scale.x(anchor)
        inset = self.scale.width * _SHOWN
        if self.scale.left <= x <= self.scale.right:
            return
        if (
            self.scale.x(span[0]) < self.scale.right - inset
            and self.scale.x(span[1]) > self.scale.left + inset
        ):
            return
        target = self.scale.left + inset if x < self.scale.left else self.scale.right - 2 * inset
        self._move(self.scale.panned(target - x))

    @property
    def fraction(self) -> float:
        """The zoom from 0, all the way out, to 1, single days; in equal steps of magnification."""
        least = self._least()
        return min(1.0, max(0.0, log(self.scale.per_day / least) / log(MAX_PER_DAY / least)))

    def set_fraction(self, fraction: float) -> None:
        least = self._least()
        per_day = least * (MAX_PER_DAY / least) ** min(1.0, max(0.0, fraction))
        self.zoom(per_day / self.scale.per_day, (self.scale.left + self.scale.right) / 2)

    def period(self) -> str:
        """The days in view as text: "2024 – 2026 · fit all", "Mar – Nov 2025" with months in between."""
        is_all = self._fitted_to is not None and self.is_fitted
        return tr("{period} · fit all", period=self.range()) if is_all else self.range()

    def range(self) -> str:
        """The days in view as text: "2024 – 2026"."""
        return _range_text(*(self._fitted_to or (self.scale.start, self.scale.end)))

    def _least(self) -> float:
        # Of everything, filtered out or not: a filter moves no slider.
        widest = self._fit(self.content.outer_bounds)
        return max(MIN_PER_DAY, min(MAX_PER_DAY / 2, widest.per_day * _OUT))

    def _move(self, scale: Scale) -> None:
        """Look elsewhere, but never so far away that nothing is near."""
        self._fitted_to = self._restored = None
        self._is_waiting = False
        bounds = self.content.outer_bounds
        if bounds is None:
            self.scale = scale.kept_near(FIRST_DAY, LAST_DAY)
            return
        first, last = bounds
        if self.today is not None:
            first, last = min(first, self.today), max(last, self.today)
        self.scale = scale.kept_near(first, last)


def _range_text(first: float, last: float) -> str:
    """Two positions as "2024 – 2026", or by month where they are less than two years apart."""
    begin = date.fromordinal(int(min(max(first, FIRST_DAY), LAST_DAY)))
    # A position at the very beginning of a day belongs to the day before.
    end = date.fromordinal(int(min(max(last - 1e-6, FIRST_DAY, first), LAST_DAY)))
    if last - first > 700:
        return _joined(str(begin.year), str(end.year))
    # delayed: start-up time
    from ministrack.domain.date_showing import show
    from ministrack.domain.language import interface_language

    language = interface_language()
    places = 7 if last - first > 75 else 10
    return _joined(show(begin.isoformat()[:places], language), show(end.isoformat()[:places], language))


def _joined(first: str, last: str) -> str:
    return first if first == last else tr("{first} – {last}", first=first, last=last)
