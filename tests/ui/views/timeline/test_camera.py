"""Which part of time is looked at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ministrack.ui.views.timeline.camera import Camera
from ministrack.ui.views.timeline.content import Content
from ministrack.ui.views.timeline.scale import MAX_PER_DAY
from tests.ui.views.timeline.made import ASTANA, BAKU, DECLARATION, SAMPLE, TODAY, day


@pytest.fixture
def camera() -> Camera:
    return made()


def made() -> Camera:
    camera = Camera()
    camera.resize(130, 1440)
    camera.follow(Content(SAMPLE), TODAY)
    return camera


def test_a_fitted_view_follows_the_width_and_holds_still_for_other_items(camera: Camera) -> None:
    before = camera.scale
    camera.follow(Content(SAMPLE).within({ASTANA.ref, BAKU.ref}), TODAY)
    assert camera.scale == before
    assert camera.period() == "2024 – 2026"
    camera.resize(130, 1024)
    assert camera.scale.x(day(2024)) == pytest.approx(144)
    camera.resize(130, 1440)
    camera.follow(Content(SAMPLE), TODAY)
    assert camera.scale == before
    assert camera.period() == "2024 – 2026 · fit all"


def test_the_first_items_are_fitted_whenever_they_come() -> None:
    camera = Camera()
    camera.resize(130, 1440)
    camera.follow(Content(), TODAY)
    camera.follow(Content(SAMPLE), TODAY)
    assert camera.scale == made().scale


def test_a_view_of_nothing_is_fitted(camera: Camera) -> None:
    camera.show_range(float(day(2026, 2, 1)), float(day(2026, 3, 1)))
    camera.follow(Content(), TODAY)
    camera.follow(Content([DECLARATION]), TODAY)
    assert camera.is_fitted
    assert camera.scale.start < day(2024, 9, 9) < camera.scale.end


def test_another_view_stays_where_it_is(camera: Camera) -> None:
    camera.zoom(3, 700)
    before = camera.scale
    camera.follow(Content(SAMPLE[:2]), TODAY)
    assert camera.scale == before
    assert not camera.is_fitted


def test_the_period_in_words(camera: Camera) -> None:
    assert camera.period() == "2024 – 2026 · fit all"
    camera.show_range(float(day(2025, 3, 1)), float(day(2025, 12, 1)))
    assert camera.period() == "Mar 2025 – Nov 2025"
    camera.show_range(float(day(2025, 11, 1)), float(day(2025, 12, 1)))
    assert camera.period() == "1 Nov 2025 – 30 Nov 2025"


def test_a_restored_range_waits_for_the_final_width() -> None:
    camera = Camera()
    camera.follow(Content(SAMPLE), TODAY)
    camera.show_range(float(day(2025)), float(day(2026)))
    camera.resize(130, 1440)
    assert camera.scale.start == pytest.approx(day(2025))
    assert camera.scale.end == pytest.approx(day(2026))


@given(st.floats(0, 1))
def test_the_slider_says_what_it_set(fraction: float) -> None:
    camera = made()
    camera.set_fraction(fraction)
    assert camera.fraction == pytest.approx(fraction, abs=1e-6)
    assert camera.scale.per_day <= MAX_PER_DAY


@given(st.lists(st.tuples(st.floats(0.2, 5), st.floats(-900, 900)), max_size=10))
def test_the_items_are_never_out_of_reach(steps: list[tuple[float, float]]) -> None:
    camera = made()
    for factor, pixels in steps:
        camera.zoom(factor, 500)
        camera.pan(pixels)
    middle = (camera.scale.start + camera.scale.end) / 2
    assert day(2024) - 1 <= middle <= day(2027) + 1
