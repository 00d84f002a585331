"""The axis."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ministrack.ui.views.timeline.scale import FIRST_DAY, LAST_DAY, Scale
from ministrack.ui.views.timeline.ticks import Tick, ticks
from tests.ui.views.timeline.made import MONTHS, day


def width(text: str, bold: bool) -> float:
    return len(text) * (8.0 if bold else 7.0)


def made(start: float, per_day: float, taken: tuple[float, float] | None = None) -> tuple[Tick, ...]:
    return ticks(Scale(start, per_day, 130, 1440), MONTHS, width, taken)


def texts(found: tuple[Tick, ...]) -> list[str]:
    return [tick.text for tick in found if tick.text]


def test_years_and_quarters() -> None:
    found = made(day(2024), 1.1)
    assert texts(found) == [
        "2024", "Q2", "Q3", "Q4", "2025", "Q2", "Q3", "Q4", "2026", "Q2", "Q3", "Q4", "2027"
    ]  # fmt: skip
    assert [tick.text for tick in found if tick.is_major] == ["2024", "2025", "2026", "2027"]


def test_months_weeks_and_days_come_with_the_zoom() -> None:
    assert texts(made(day(2025, 11, 1), 3.0))[:3] == ["2025", "Dec", "2026"]
    assert texts(made(day(2025, 11, 1), 8.0))[:3] == ["Nov 2025", "17", "24"]
    assert texts(made(day(2025, 11, 18), 40.0))[:4] == ["Nov 2025", "20", "21", "22"]


def test_centuries() -> None:
    assert texts(made(day(1000), 0.004)) == [str(year) for year in range(1000, 1900, 50)]


def test_a_label_yields_to_the_flag_of_today() -> None:
    scale = Scale(day(2024), 1.1, 130, 1440)
    at = scale.x(day(2025))
    for tick in made(day(2024), 1.1, (at - 10, at + 40)):
        if tick.text:
            assert tick.label_x + width(tick.text, tick.is_major) <= at - 10 or tick.label_x >= at + 40


@given(st.floats(FIRST_DAY, LAST_DAY), st.floats(0.0005, 64), st.one_of(st.none(), st.floats(150, 1400)))
def test_labels_never_overlap_at_any_zoom(start: float, per_day: float, flag: float | None) -> None:
    taken = None if flag is None else (flag, flag + 40)
    found = made(start, per_day, taken)
    boxes = sorted(
        (tick.label_x, tick.label_x + width(tick.text, tick.is_major)) for tick in found if tick.text
    )
    if taken is not None:
        boxes = sorted([*boxes, taken])
    for one, two in pairwise(boxes):
        assert one[1] <= two[0]
    assert len(found) < 1500
    assert all(tick.x <= 1440 for tick in found)
