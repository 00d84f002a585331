"""How the height is shared: the axis, the rows of meetings, the documents, and the rest for the tasks."""

from collections.abc import Collection

from ministrack.domain.values import dataclass
from ministrack.ui.views.timeline.items import Lane
from ministrack.ui.views.timeline.shapes import Band

FOLDED = 20.0


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A row: the height of its nodes, room for arcs above them, and the top of its labels (None: beside)."""

    node_y: float
    rise: float
    label_top: float | None


@dataclass(frozen=True, slots=True)
class Lanes:
    """Where everything is from top to bottom. Rows of tasks are given by their middles."""

    bands: tuple[Band, Band, Band]
    meetings: tuple[MeetingRow, ...]
    first_row: int  # which of the series is on top: where there are more than rows, they scroll
    document_y: float
    task_rows: tuple[float, ...]
    task_height: float  # of a bar

    def band(self, lane: Lane) -> Band:
        return next(band for band in self.bands if band.lane is lane)


def axis_height(line: float) -> float:
    """Height of the axis for texts `line` px high."""
    return line + 11


def least_height(line: float) -> float:
    """The height in which every lane still has a row, and no text stands on another."""
    return axis_height(line) + (line + 20) + (line + 6) + (line + 9) + 4


def full_height(line: float, groups: int, task_rows: int) -> float:
    """The height in which every series and so many rows of tasks have all the room they can use."""
    meetings = (line + 20 + 30) if groups < 2 else groups * (line + 20 + 12)
    return axis_height(line) + meetings + (line + 20) + max(line + 9, task_rows * (line + 6) + 5)


def share(height: float, line: float, groups: int, folded: Collection[Lane], first_row: int = 0) -> Lanes:
    """Share `height` px between the lanes for texts `line` px high and so many series; `first_row` is the
    one that is wanted on top.
    """
    top = axis_height(line)
    body = max(60.0, height - top)
    documents = FOLDED if Lane.DOCUMENTS in folded else max(line + 6, min(line + 20, body * 0.2))
    least_tasks = FOLDED if Lane.TASKS in folded else line + 9
    room = max(line + 8, body - documents - least_tasks)
    no_rows: tuple[MeetingRow, ...] = ()
    if Lane.MEETINGS in folded:
        meetings, rows = FOLDED, no_rows
    else:
        meetings, rows = _meeting_rows(top, room, line, max(1, groups))
    document_top = top + meetings
    task_top = document_top + documents
    bottom = max(height, task_top + least_tasks)
    task_height = line + 3
    middles = () if Lane.TASKS in folded else _task_rows(task_top, bottom, task_height)
    bands = (
        Band(Lane.MEETINGS, top, document_top, _name_y(rows, top, meetings), Lane.MEETINGS in folded),
        Band(Lane.DOCUMENTS, document_top, task_top, document_top + documents / 2, Lane.DOCUMENTS in folded),
        Band(Lane.TASKS, task_top, bottom, middles[0] if middles else task_top + FOLDED / 2, not middles),
    )
    first_row = max(0, min(first_row, groups - len(rows)))
    return Lanes(bands, rows, first_row, document_top + documents / 2, middles, task_height)


def _name_y(rows: tuple[MeetingRow, ...], top: float, height: float) -> float:
    return rows[0].node_y if rows else top + height / 2


def _meeting_rows(top: float, room: float, line: float, groups: int) -> tuple[float, tuple[MeetingRow, ...]]:
    """Height of the lane and its rows, as roomy as there is room."""
    below = line + 20  # node and label below it
    beside = line + 8
    count = max(1, min(groups, int(room // below)))
    if count < groups:
        count = max(1, min(groups, int(room // beside)))
    most = below + 30 if count == 1 else below + 12
    height = min(most, room / count)
    rows = []
    for at in range(count):
        row_top = top + at * height
        if height < below:
            rows.append(MeetingRow(row_top + height / 2, min(6.0, height / 5), None))
        else:
            gap = 12 if height > below + 8 else 10
            node_y = row_top + min(10 + (height - below) * 0.7, height - gap - line)
            rows.append(MeetingRow(node_y, min(26.0, node_y - row_top - 4), node_y + gap))
    return height * count, tuple(rows)


def _task_rows(top: float, bottom: float, bar: float) -> tuple[float, ...]:
    step = bar + 3
    count = max(1, int((bottom - top - 4) // step))
    if count == 1:
        return ((top + bottom) / 2,)
    return tuple(top + 3 + bar / 2 + at * step for at in range(count))
