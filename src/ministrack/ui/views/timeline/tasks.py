"""Layout of the tasks: bars from the day given to the day due, packed in rows; who has no room is counted."""

from ministrack.domain.values import dataclass
from ministrack.ui.views.timeline.density import add_density
from ministrack.ui.views.timeline.frame import Frame, count_text
from ministrack.ui.views.timeline.index import Extent
from ministrack.ui.views.timeline.items import Item, Lane
from ministrack.ui.views.timeline.shapes import Box, Label, Mark, Node, Shape, Style, TaskBar
from ministrack.ui.views.timeline.spots import spots

TEXT_INSET = 21.0  # from the beginning of a bar to its text: the sign of its status stands between
_MANY = 200  # more than so many in view are counted by columns
_REACH = 380.0  # px that a task without a due day may be drawn beyond the day it was given
_FADE = 90.0  # least length of such a bar
_GAP = 8.0


@dataclass(slots=True)
class _RowEnd:
    """How far a row is filled, and who had no room while its last bar was in the way."""

    y: float
    x: float
    hidden: list[int]
    mark_left: float = 0.0


@dataclass(frozen=True, slots=True)
class _Fit:
    """A bar with one of its texts: what it takes up."""

    left: float
    bar: tuple[float, float]
    text: str
    text_left: float
    right: float


def lay_out_tasks(frame: Frame) -> None:
    """Add the tasks to the picture."""
    rows = frame.lanes.task_rows
    if not rows:
        return
    scale = frame.scale
    begin = scale.day(scale.left - _REACH)
    index = frame.content.index(Lane.TASKS)
    if index.at_most(begin, scale.end) > _MANY:
        _lay_out_many(frame, rows[0])
        return
    shown = index.touching(begin, scale.end)
    ends = [_RowEnd(y, float("-inf"), []) for y in rows]
    for extent in sorted(shown, key=_by_start):
        _place(frame, extent[0], ends)
    for end in ends:
        _count(frame, end)


def _by_start(extent: Extent) -> tuple[float, int]:
    return extent[1], extent[0]


def _place(frame: Frame, number: int, ends: list[_RowEnd]) -> None:
    """Put a task on the first row with room for it, with its short text if need be, else count it."""
    item = frame.item(number)
    fit: _Fit | None = None
    for text in frame.texts(item, Style.TASK):
        fit = _fit(frame, number, item, text)
        if fit is None:
            return
        for end in ends:
            if end.x + _GAP <= fit.left:
                _count(frame, end)
                end.x = fit.right
                _draw(frame, number, item, fit, end.y)
                return
    if fit is not None:
        _hide(frame, number, ends)


def _fit(frame: Frame, number: int, item: Item, text: str) -> _Fit | None:
    """Where the bar and the text would be; None when nothing of it is in view."""
    scale = frame.scale
    left, right = frame.edges(number)
    size = frame.measure.width(text, Style.TASK)
    fades = item.last is None
    text_left = max(left, scale.left + 2) + TEXT_INSET
    if fades:
        # It ends nowhere: its text stays in view for a while, and is left out before it would be cut.
        if left < scale.left and left + _REACH < text_left + size:
            text, size = "", 0.0
        right = max(left + _FADE, text_left + size + 36) if size else left + _REACH
    else:
        right = max(right, left + 6)
        if text_left + size > right + 8:
            text_left = max(right, scale.left) + TEXT_INSET - 2
    if right < scale.left or left > scale.right:
        return None
    before = left - size - TEXT_INSET
    if size and text_left + size > scale.right - 4 and before > scale.left + 4:
        bar = (left, left + _FADE if fades else right)
        return _Fit(before, bar, text, before + TEXT_INSET - 8, right)
    if text_left + size > scale.right - 4:
        text, size = "", 0.0  # neither side has room: better no text than one that is cut
    return _Fit(left, (left, right), text, text_left, max(right, text_left + size))


def _draw(frame: Frame, number: int, item: Item, fit: _Fit, y: float) -> None:
    half = frame.lanes.task_height / 2
    left, right = fit.bar
    loose = None
    if not item.exact and item.first is not None and item.last is not None:
        loose = min(max(frame.scale.x(item.first), left), right)
    has_start = left >= frame.scale.left - 4
    box = Box(left, y - half, right, y + half)
    frame.picture.bars.append(TaskBar(number, box, item.tone, loose, item.last is None, has_start))
    if not fit.text:
        return
    line = frame.measure.line
    end = fit.text_left + frame.measure.width(fit.text, Style.TASK)
    text_box = Box(fit.text_left, y - line / 2, end, y + line / 2)
    today = frame.picture.today_x
    backed = today is not None and text_box.left - 3 < today < text_box.right + 3
    frame.picture.labels.append(Label(number, text_box, fit.text, Style.TASK, item.tone, backed))


def _hide(frame: Frame, number: int, ends: list[_RowEnd]) -> None:
    """Count a task behind the bar that is in its way on the last row, and keep room there for the mark."""
    end = ends[-1]
    if not end.hidden:
        width = 2 * frame.half_mark(1000)
        end.mark_left = min(end.x + 4, frame.scale.right - width - 4)
        end.x += width + 4
    end.hidden.append(number)


def _count(frame: Frame, end: _RowEnd) -> None:
    """Draw the mark of the tasks that a row could not hold. At the right edge two marks become one."""
    if not end.hidden:
        return
    picture = frame.picture
    members = end.hidden
    end.hidden = []
    last = picture.marks[-1] if picture.marks else None
    if last is not None and last.lane is Lane.TASKS and last.box.right + 2 > end.mark_left:
        picture.marks.pop()
        end.mark_left = min(end.mark_left, last.box.left)
        members = [*last.members, *members]
    text = f"+{count_text(len(members))}"
    width = max(30.0, frame.measure.width(text, Style.COUNT) + 16)
    half = frame.measure.line / 2 + 1
    box = Box(end.mark_left, end.y - half, end.mark_left + width, end.y + half)
    picture.labels[:] = [
        label for label in picture.labels if label.style is not Style.TASK or not label.box.overlaps(box)
    ]
    starts = [span[0] for number in members if (span := frame.content.spans[number]) is not None]
    mark = Mark(box, text, Lane.TASKS, len(members), min(starts), max(starts), tuple(members))
    picture.marks.append(mark)


def _lay_out_many(frame: Frame, y: float) -> None:
    """So many tasks that only their number can be shown."""
    index = frame.content.index(Lane.TASKS)
    half = frame.measure.line / 2 + 1
    add_density(frame, index, Lane.TASKS, y - half, y + half)
    for spot in spots(index, frame.scale, frame.half_mark):
        if spot.count > 1:
            frame.mark(spot, y, Lane.TASKS)
        else:
            item = frame.item(spot.number)
            node = Node(spot.number, spot.x, y, 5.0, Shape.SQUARE, not item.exact, item.tone)
            frame.picture.nodes.append(node)
