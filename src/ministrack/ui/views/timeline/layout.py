"""Items to a picture, without Qt, so that it can be tested. The cost follows the width, not the items."""

from collections.abc import Collection, Sequence

from ministrack.domain.language import tr
from ministrack.domain.values import dataclass
from ministrack.ui.views.timeline.content import Content
from ministrack.ui.views.timeline.density import add_density
from ministrack.ui.views.timeline.documents import lay_out_documents
from ministrack.ui.views.timeline.frame import Frame
from ministrack.ui.views.timeline.headings import add_headings
from ministrack.ui.views.timeline.items import Item, Lane
from ministrack.ui.views.timeline.lanes import FOLDED, axis_height, share
from ministrack.ui.views.timeline.links import link
from ministrack.ui.views.timeline.meetings import lay_out_meetings
from ministrack.ui.views.timeline.picture import Picture
from ministrack.ui.views.timeline.scale import Scale, fitting
from ministrack.ui.views.timeline.shapes import Box, Measure, Style
from ministrack.ui.views.timeline.tasks import lay_out_tasks
from ministrack.ui.views.timeline.ticks import ticks

BEFORE = 14.0
"""Least room to the left of everything that is fitted, px."""
_AFTER = 64.0  # px to the right of it: shows the following year
_NEAR_TODAY = 1.0  # today is fitted in when it is no further away than this part of what there is


@dataclass(frozen=True, slots=True)
class Setting:
    """What a picture depends on beside the items. Sizes in px, today as an ordinal."""

    scale: Scale
    width: float
    height: float
    measure: Measure
    months: Sequence[str]  # short names
    today: int | None = None
    selected: int = -1
    folded: Collection[Lane] = ()
    first_row: int = 0


def lay_out(content: Content, setting: Setting) -> Picture:
    """The picture of the items for a scale and a size."""
    scale, measure = setting.scale, setting.measure
    groups = len(content.groups())
    lanes = share(setting.height, measure.line, groups, setting.folded, setting.first_row)
    axis = axis_height(measure.line)
    picture = Picture(setting.width, setting.height, scale.left, axis, selected=setting.selected)
    picture.bands.extend(lanes.bands)
    _mark_today(picture, setting)
    flag = picture.flag
    picture.ticks = ticks(
        scale,
        setting.months,
        lambda text, bold: measure.width(text, Style.YEAR if bold else Style.TICK),
        (flag.left, flag.right) if flag else None,
    )
    picture.right = scale.right
    picture.first_row = lanes.first_row
    picture.row_ys = tuple(row.node_y for row in lanes.meetings)
    frame = Frame(content, scale, lanes, measure, picture)
    add_headings(frame)
    lay_out_meetings(frame)
    if Lane.DOCUMENTS not in setting.folded:
        lay_out_documents(frame)
    lay_out_tasks(frame)
    for band in lanes.bands:
        if band.is_folded:
            add_density(
                frame,
                content.index(band.lane),
                band.lane,
                band.top + 4,
                min(band.bottom, band.top + FOLDED) - 4,
            )
    link(frame)
    return picture


def fit(
    bounds: tuple[float, float] | None, today: int | None, left: float, right: float, before: float = BEFORE
) -> Scale:
    """The scale that shows first to last, `before` px from the left, and today when it is near."""
    if bounds is None:
        middle = float(today or 738_000)
        return fitting(middle - 182, middle + 183, left, right, (0, 0))
    first, last = bounds
    if today is not None:
        reach = max(30.0, (last - first) * _NEAR_TODAY)
        if last < today < last + reach:
            last = today + 1.0
        elif first - reach < today < first:
            first = float(today)
    if last - first < 60:
        first, last = first - 15, last + 15
    return fitting(first, last, left, right, (before, _AFTER))


def best_anchor(item: Item, span: tuple[float, float]) -> float:
    """The day that should be in view when an item is shown: a task's beginning, the middle of the others."""
    return span[0] if item.lane is Lane.TASKS else (span[0] + span[1]) / 2


def _mark_today(picture: Picture, setting: Setting) -> None:
    if setting.today is None:
        return
    x = setting.scale.x(setting.today + 0.5)
    if not setting.scale.left <= x <= setting.scale.right:
        return
    picture.today_x = x
    half = setting.measure.width(tr("Today"), Style.TICK) / 2 + 8
    middle = min(max(x, setting.scale.left + half), setting.scale.right - half)
    top = (picture.axis - setting.measure.line - 3) / 2
    picture.flag = Box(middle - half, top, middle + half, picture.axis - top)
