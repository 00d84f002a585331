"""The names in the margin: of the lanes, and of the series where several have rows."""

from ministrack.domain.language import tr
from ministrack.ui.views.timeline.elided import elided
from ministrack.ui.views.timeline.frame import Frame, count_text
from ministrack.ui.views.timeline.items import Lane
from ministrack.ui.views.timeline.shapes import Heading, Style

SIGN_X = 12.0  # middle of the sign for folding
TEXT_X = 22.0


def lane_name(lane: Lane) -> str:
    """What a lane is called."""
    return {Lane.MEETINGS: tr("Meetings"), Lane.DOCUMENTS: tr("Documents"), Lane.TASKS: tr("Tasks")}[lane]


def row_name(group: str, names: dict[str, str]) -> str:
    """What the row of a series is called."""
    return names.get(group) or (tr("No series") if not group else lane_name(Lane.MEETINGS))


def add_headings(frame: Frame) -> None:
    """Add them to the picture, cut to the margin."""
    content, lanes = frame.content, frame.lanes
    room = frame.scale.left - TEXT_X - 8
    width = frame.width_in(Style.LANE)
    groups = content.groups()
    for band in lanes.bands:
        name = lane_name(band.lane)
        if band.is_folded:
            name = tr("{lane} · {count}", lane=name, count=count_text(content.count_in(band.lane)))
        rows = lanes.meetings if band.lane is Lane.MEETINGS else ()
        if len(groups) < 2 or not rows:
            frame.picture.headings.append(Heading(band.lane, elided(name, room, width), band.name_y, True))
            continue
        for at, row in enumerate(rows):
            text = elided(row_name(groups[lanes.first_row + at], content.names), room, width)
            frame.picture.headings.append(Heading(band.lane, text, row.node_y, at == 0))
