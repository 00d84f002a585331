"""Days and pixels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ministrack.ui.views.timeline.scale import MAX_PER_DAY, Scale, fitting
from tests.ui.views.timeline.made import SCALES, day


@given(SCALES, st.floats(130, 1440), st.floats(0.1, 10))
def test_zooming_keeps_the_day_under_the_pointer(scale: Scale, x: float, factor: float) -> None:
    zoomed = scale.zoomed(factor, x)
    assert zoomed.day(x) == pytest.approx(scale.day(x), abs=1e-6)
    assert zoomed.per_day <= MAX_PER_DAY


@given(SCALES, st.floats(day(2000), day(2050)))
def test_a_day_comes_back_from_its_pixel(scale: Scale, position: float) -> None:
    assert scale.day(scale.x(position)) == pytest.approx(position, abs=1e-6)


@given(SCALES, st.floats(-500, 500))
def test_panning_moves_what_is_shown_with_the_pointer(scale: Scale, pixels: float) -> None:
    position = scale.day(400)
    assert scale.panned(pixels).x(position) == pytest.approx(400 + pixels, abs=1e-4)


@given(st.integers(day(1900), day(2050)), st.integers(1, 40_000))
def test_fitting_shows_everything_between_the_pads(first: int, length: int) -> None:
    scale = fitting(first, first + length, 130, 1440, (14, 60))
    assert scale.x(first) >= 144 - 1e-3
    assert scale.x(first + length) <= 1380 + 1e-3
    assert scale.per_day == MAX_PER_DAY or scale.x(first) == pytest.approx(144, abs=1e-3)


def test_the_view_does_not_leave_the_items_behind() -> None:
    far = Scale(day(1700), 1.0, 0, 1000).kept_near(day(2024), day(2026))
    assert far.day(500) == pytest.approx(day(2024))
