"""Where the arrow keys lead: to the next item in time, or to the nearest in the neighbouring lane."""

from bisect import bisect_left

from ministrack.ui.views.timeline.content import LANES, Content
from ministrack.ui.views.timeline.layout import best_anchor


def along(content: Content, number: int, step: int, today: int | None) -> int | None:
    """The item `step` places later (earlier, when negative), stopping at the ends.

    From nowhere (-1) it is the one nearest to today. None when there is no item.
    """
    order = content.by_time
    if not order:
        return None
    place = content.place_in_time.get(number)
    if place is None:
        return (
            order[-1] if today is None else min(order, key=lambda other: abs(day_of(content, other) - today))
        )
    return order[min(max(place + step, 0), len(order) - 1)]


def first(content: Content) -> int | None:
    """The first item in time."""
    return content.by_time[0] if content.by_time else None


def last(content: Content) -> int | None:
    """The last item in time."""
    return content.by_time[-1] if content.by_time else None


def across(content: Content, number: int, step: int, today: int | None) -> int | None:
    """The item nearest in time in the next lane up (-1) or down (1) that has any; itself if there is none."""
    if number not in content.place_in_time:
        return along(content, number, 0, today)
    day = day_of(content, number)
    at = LANES.index(content.items[number].lane) + step
    while 0 <= at < len(LANES):
        others = content.lane_by_time(LANES[at])
        if others:
            place = bisect_left(others, day, key=lambda other: day_of(content, other))
            near = others[max(0, place - 1) : place + 1]
            return min(near, key=lambda other: abs(day_of(content, other) - day))
        at += step
    return number


def day_of(content: Content, number: int) -> float:
    """The day by which an item is ordered."""
    span = content.spans[number]
    return best_anchor(content.items[number], span) if span is not None else 0.0
