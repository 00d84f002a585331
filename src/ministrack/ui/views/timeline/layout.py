"""Items to a picture, without Qt, so that it can be tested. The cost follows the width, not the items."""

from collections.abc import Collection, Sequence

from ministrack.domain.language import tr
from ministrack.domain.values import dataclass
from ministrack.ui.views.timeline.content import Content
from ministrack.ui.views.timeline.documents import lay_out_documents
from ministrack.ui.views.timeline.frame import Frame
from ministrack.ui.views.timeline.items import Item, Lane
from ministrack.ui.views.timeline.lanes import axis_height, share
from ministrack.ui.views.timeline.meetings import lay_out_meetings
from ministrack.ui.views.timeline.picture import Box, Label, Link, Measure, Picture, Style
from ministrack.ui.views.timeline.scale import Scale, fitting
from ministrack.ui.views.timeline.tasks import lay_out_tasks
from ministrack.ui.views.timeline.ticks import ticks

_FIT_PADS = (14.0, 64.0)  # px to the left and right of everything; the right one shows the following year
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


def lay_out(content: Content, setting: Setting) -> Picture:
    """The picture of the items for a scale and a size."""
    scale, measure = setting.scale, setting.measure
    groups = content.group_count
    lanes = share(setting.height, measure.line, groups, setting.folded)
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
    frame = Frame(content, scale, lanes, measure, picture)
    lay_out_meetings(frame)
    if Lane.DOCUMENTS not in setting.folded:
        lay_out_documents(frame)
    lay_out_tasks(frame)
    _link(frame)
    return picture


def fit(bounds: tuple[float, float] | None, today: int | None, left: float, right: float) -> Scale:
    """The scale that shows the positions from first to last, and today when it is near."""
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
    return fitting(first, last, left, right, _FIT_PADS)


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


def _link(frame: Frame) -> None:
    """Connect decisions with the follow-ups in view, and keep labels readable where a line crosses them."""
    picture, content = frame.picture, frame.content
    places = {node.number: (node.x, node.y + node.radius + 4) for node in picture.nodes}
    below = {label.number: label.box for label in picture.labels if label.style is not Style.TASK}
    for bar in picture.bars:
        if not bar.has_start:
            continue
        for ref in content.starts_of.get(frame.item(bar.number).ref, ()):
            place = places.get(content.numbers.get(ref, -1))
            if place is None:
                continue
            x, y = place
            own = below.get(content.numbers[ref])
            if own is not None and own.top > y - 8 and own.left < x < own.right:
                y = own.bottom + 1
            picture.links.append(Link(x, y, bar.box.left, (bar.box.top + bar.box.bottom) / 2))
    crossed = {link.x0 for link in picture.links}
    picture.labels[:] = [_backed(label, crossed) for label in picture.labels]


def _backed(label: Label, crossed: set[float]) -> Label:
    if label.is_backed or label.style is Style.TASK:
        return label
    if not any(label.box.left - 3 < x < label.box.right + 3 for x in crossed):
        return label
    return Label(label.number, label.box, label.text, label.style, label.tone, True)
