"""What the layout of every lane needs, and the picture that all of them fill."""

from collections.abc import Callable, Sequence

from ministrack.domain.values import dataclass, field
from ministrack.ui.views.timeline.content import Content
from ministrack.ui.views.timeline.items import Item, Lane
from ministrack.ui.views.timeline.labels import Placed
from ministrack.ui.views.timeline.lanes import Lanes
from ministrack.ui.views.timeline.picture import Picture
from ministrack.ui.views.timeline.scale import Scale
from ministrack.ui.views.timeline.shapes import Box, Fade, Label, Mark, Measure, Span, Style
from ministrack.ui.views.timeline.spots import Spot

_LONG, _SHORT, _SHORTEST = 420.0, 220.0, 84.0  # px: no label is wider than the first
_SHARE = 0.42  # nor than this part of the view


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame in the making."""

    content: Content
    scale: Scale
    lanes: Lanes
    measure: Measure
    picture: Picture
    halves: dict[int, float] = field(default_factory=dict)  # by count, as this is asked most

    def half_mark(self, count: int) -> float:
        """Half the width of a counted mark."""
        half = self.halves.get(count)
        if half is None:
            half = mark_width(self.measure, count) / 2
            self.halves[count] = half
        return half

    def width_in(self, style: Style) -> Callable[[str], float]:
        def width(text: str) -> float:
            return self.measure.width(text, style)

        return width

    def texts(self, item: Item, style: Style) -> tuple[str, ...]:
        """What may be written beside an item: its label, its short name, the beginning of that."""
        fitted = self.measure.fitted
        short = fitted(item.short, style, _SHORT)
        most = min(_LONG, self.scale.width * _SHARE)
        found = (fitted(item.label, style, most), short, fitted(short, style, _SHORTEST))
        return tuple(dict.fromkeys(text for text in found if text))

    def item(self, number: int) -> Item:
        return self.content.items[number]

    def edges(self, number: int) -> tuple[float, float]:
        """Where an item begins and ends, in px; kept near the view, so that coordinates stay small."""
        span = self.content.spans[number]
        if span is None:
            return self.scale.left, self.scale.left
        low, high = self.scale.left - 400, self.scale.right + 400
        return max(low, self.scale.x(span[0])), min(high, self.scale.x(span[1]))

    def is_bar(self, number: int, node: float) -> bool:
        """Several known days that are wider than a node of radius `node`: drawn as a solid bar."""
        span = self.content.spans[number]
        if span is None or not self.item(number).exact or span[1] - span[0] <= 1:
            return False
        left, right = self.edges(number)
        return right - left > 2 * node + 4

    def reach(self, spot: Spot, node: float) -> float:
        """How far what is drawn for a spot extends from its x to either side."""
        if spot.count > 1:
            return self.half_mark(spot.count)
        if not self.is_bar(spot.number, node):
            return node
        left, right = self.edges(spot.number)
        return max(node, right - spot.x, spot.x - left)

    def mark(self, spot: Spot, y: float, lane: Lane) -> Box:
        """Add the mark of several items, and return its box."""
        half, tall = self.half_mark(spot.count), self.measure.line / 2 + 1
        box = Box(spot.x - half, y - tall, spot.x + half, y + tall)
        text = count_text(spot.count)
        self.picture.marks.append(Mark(box, text, lane, spot.count, spot.first, spot.last, spot.members))
        return box

    def span(self, number: int, y: float, half: float) -> Box:
        """Add the soft span of an item whose day is not known, or the bar of several days that are."""
        item = self.item(number)
        left, right = self.edges(number)
        fade = Fade.NONE
        if item.first is None and not item.exact:
            left, fade = left - 120, Fade.LEFT
        elif item.last is None and not item.exact:
            right, fade = right + 120, Fade.RIGHT
        half = half * 0.7 if item.exact else half
        box = Box(left, y - half, right, y + half)
        self.picture.spans.append(Span(number, box, item.tone, item.exact, fade))
        return box

    def add_labels(self, placed: Sequence[Placed], top: float, style: Style, always_backed: bool) -> None:
        """Add the labels of a strip. One that today's line crosses gets a ground of its own."""
        today = self.picture.today_x
        for place in placed:
            box = Box(place.left, top, place.right, top + self.measure.line)
            crossed = today is not None and box.left - 3 < today < box.right + 3
            tone = self.item(place.number).tone
            backed = always_backed or crossed
            self.picture.labels.append(Label(place.number, box, place.text, style, tone, backed))


def mark_width(measure: Measure, count: int) -> float:
    """The width of a counted mark."""
    return max(20.0, measure.width(count_text(count), Style.COUNT) + 12)


def count_text(count: int) -> str:
    """A count as short as it can be said: 12, 999, 1.2k, 45k."""
    if count < 1000:
        return str(count)
    return f"{count / 1000:.1f}k" if count < 10_000 else f"{count // 1000}k"
