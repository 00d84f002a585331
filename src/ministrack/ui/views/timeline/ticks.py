"""The axis: which years, quarters, months, weeks or days get a line and a label at a given zoom."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from math import ceil

from ministrack.domain.language import tr
from ministrack.domain.values import dataclass
from ministrack.ui.views.timeline.scale import FIRST_DAY, LAST_DAY, Scale
from ministrack.ui.views.timeline.strip import Strip

Width = Callable[[str, bool], float]  # text, bold -> pixels

_GAP = 8.0  # between a line and the label that belongs to it, and between labels
_YEAR = 365.2425
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the lanes, and the text beside it on the axis ("" where there is no room for it)."""

    x: float
    label_x: float
    text: str
    is_major: bool


def ticks(
    scale: Scale, months: Sequence[str], width: Width, taken: tuple[float, float] | None = None
) -> tuple[Tick, ...]:
    """The ticks in view, from left to right. `taken` is the piece of the axis the today flag stands on."""
    strip = Strip()
    if taken is not None:
        strip.take(taken[0] - 4, taken[1] + 4)
    months = tuple(months)
    major_unit, minor_unit = units(scale.per_day)
    majors = _majors(scale, major_unit, months, width, strip)
    own = {tick.x for tick in majors}
    minors = []
    if minor_unit:
        for day in _starts(minor_unit, scale):
            x = scale.x(day.toordinal())
            if scale.left <= x <= scale.right and x not in own:
                minors.append(_minor(x, _short_text(minor_unit, day, months), scale, width, strip))
    return tuple(sorted((*majors, *minors), key=_x))


def _x(tick: Tick) -> float:
    return tick.x


def _majors(scale: Scale, unit: str, months: Sequence[str], width: Width, strip: Strip) -> list[Tick]:
    """The bold ticks. The one that began before the left edge keeps its label at that edge."""
    days = [(scale.x(day.toordinal()), day) for day in _starts(unit, scale)]
    found = []
    for at, (x, day) in enumerate(days):
        if x > scale.right:
            break
        following = days[at + 1][0] if at + 1 < len(days) else scale.right + 1000
        if following <= scale.left:
            continue
        text = _long_text(unit, day, months)
        size = width(text, True)
        label_x = max(x, scale.left) + _GAP
        if not strip.is_free(label_x - 2, label_x + size):
            label_x = strip.end_of(label_x, label_x + size) + 4
        fits = label_x + size <= min(following, scale.right) - 2
        if fits:
            strip.take(label_x - 2, label_x + size + _GAP)
        found.append(Tick(x, label_x, text if fits else "", True))
    return found


def _minor(x: float, text: str, scale: Scale, width: Width, strip: Strip) -> Tick:
    label_x = x + 5
    end = label_x + width(text, False)
    fits = end < scale.right and strip.is_free(label_x, end)
    if fits:
        strip.take(label_x, end + 3)
    return Tick(x, label_x, text if fits else "", False)


def units(per_day: float) -> tuple[str, str]:
    """Major and minor unit for a zoom, in px to a day: the finest whose labels have room."""
    if per_day >= 24:
        return "month", "day"
    if per_day * 7 >= 38:
        return "month", "week"
    if per_day * _YEAR / 12 >= 38:
        return "year", "month"
    if per_day * _YEAR / 4 >= 32:
        return "year", "quarter"
    least = 50 / (per_day * _YEAR)
    step = next((step for step in _STEPS if step >= least), _STEPS[-1])
    return f"{step}", ("1" if 1 < step <= 10 and per_day * _YEAR >= 5 else "")


def _starts(unit: str, scale: Scale) -> Iterator[date]:
    """The first days of the units from the one that contains the left edge to one after the right edge."""
    day = date.fromordinal(int(min(max(scale.start, FIRST_DAY), LAST_DAY)))
    day = _floor(unit, day)
    limit = min(scale.end, LAST_DAY)
    while True:
        yield day
        if day.toordinal() > limit:
            return
        following = _next(unit, day)
        if following is None:
            return
        day = following


def _floor(unit: str, day: date) -> date:
    if unit == "day":
        return day
    if unit == "week":
        return date.fromordinal(max(1, day.toordinal() - day.weekday()))
    if unit == "month":
        return day.replace(day=1)
    if unit == "quarter":
        return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    step = 1 if unit == "year" else int(unit)
    return date(max(1, day.year // step * step), 1, 1)


def _next(unit: str, day: date) -> date | None:
    """The start of the next unit; None where the calendar ends."""
    if unit in {"day", "week"}:
        gap = timedelta(days=1 if unit == "day" else 7)
        return day + gap if date.max - day > gap else None
    if unit in {"month", "quarter"}:
        ahead = day.year * 12 + day.month - 1 + (1 if unit == "month" else 3)
        return date(ahead // 12, ahead % 12 + 1, 1) if ahead // 12 <= date.max.year else None
    step = 1 if unit == "year" else int(unit)
    year = ceil((day.year + 1) / step) * step
    return date(year, 1, 1) if year <= date.max.year else None


def _long_text(unit: str, day: date, months: Sequence[str]) -> str:
    if unit == "month":
        return tr("{month} {year}", month=months[day.month - 1], year=day.year)
    return str(day.year)


def _short_text(unit: str, day: date, months: Sequence[str]) -> str:
    if unit == "quarter":
        return tr("Q{n}", n=(day.month + 2) // 3)
    if unit == "month":
        return months[day.month - 1]
    return str(day.day) if unit in {"day", "week"} else ""
