"""Where the arrow keys lead: to the next item in time, or to the nearest in the neighbouring lane or row."""

from bisect import bisect_left
from functools import partial

from ministrack.ui.views.timeline.content import Content
from ministrack.ui.views.timeline.items import Lane
from ministrack.ui.views.timeline.layout import best_anchor


def along(content: Content, number: int, step: int, today: int | None) -> int | None:
    """The item `step` places later (earlier, when negative), stopping at the ends.

    From nowhere (-1) it is the one nearest to today. None when there is no item.
    """
    count = content.count_by_time()
    if not count:
        return None
    place = content.place_of(number) if number >= 0 else None
    if place is None:
        if today is None:
            return content.at_place(count - 1)
        return min(content.by_time(), key=lambda other: abs(day_of(content, other) - today))
    return content.at_place(min(max(place + step, 0), count - 1))


def first(content: Content) -> int | None:
    """The first item in time."""
    return content.at_place(0) if content.count_by_time() else None


def last(content: Content) -> int | None:
    """The last item in time."""
    count = content.count_by_time()
    return content.at_place(count - 1) if count else None


def across(content: Content, number: int, step: int, today: int | None) -> int | None:
    """The item nearest in time one row up (-1) or down (1): the series each have a row, then come the
    documents and the tasks. Itself if there is none.
    """
    if number < 0 or content.place_of(number) is None:
        return along(content, number, 0, today)
    day = day_of(content, number)
    groups = content.groups()
    rows = [
        *range(len(groups)),
        *(lane for lane in (Lane.DOCUMENTS, Lane.TASKS) if content.lane_by_time(lane)),
    ]
    lane = content.items[number].lane
    at = rows.index(content.row_of(number) if lane is Lane.MEETINGS else lane) + step
    if not 0 <= at < len(rows):
        return number
    target = rows[at]
    if isinstance(target, Lane):
        return _nearest(content, content.lane_by_time(target), day)
    index = content.row(groups[target]).index
    near = [found[0] for found in (index.before(day), index.after(day)) if found is not None]
    return min(near, key=lambda other: abs(day_of(content, other) - day))


def _nearest(content: Content, others: list[int], day: float) -> int:
    place = bisect_left(others, day, key=partial(day_of, content))
    near = others[max(0, place - 1) : place + 1]
    return min(near, key=lambda other: abs(day_of(content, other) - day))


def day_of(content: Content, number: int) -> float:
    """The day by which an item is ordered."""
    span = content.spans[number]
    return best_anchor(content.items[number], span) if span is not None else 0.0
