"""The picture of the sample's facts, and what holds for every picture."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ministrack.ui.views.timeline.content import Content
from ministrack.ui.views.timeline.items import Item, Lane
from ministrack.ui.views.timeline.lanes import least_height
from ministrack.ui.views.timeline.picture import Picture
from ministrack.ui.views.timeline.scale import Scale
from ministrack.ui.views.timeline.shapes import Fade, Shape, Style
from tests.ui.views.timeline.made import (
    GUTTER,
    SAMPLE,
    SCALES,
    TODAY,
    WIDTH,
    day,
    drawn,
    items,
    numbers_shown,
    task,
)

CONTENT = Content(SAMPLE)
ASTANA, BAKU, TURKIYE, DECLARATION, FIRST_TASK = range(5)
BAKU_REF = SAMPLE[BAKU].ref


@pytest.fixture(scope="module")
def sample() -> Picture:
    return drawn(CONTENT)


def test_a_known_day_is_a_filled_node_and_an_imprecise_one_a_hollow_node_on_a_span(sample: Picture) -> None:
    nodes = {node.number: node for node in sample.nodes}
    spans = {span.number: span for span in sample.spans}
    assert not nodes[BAKU].is_hollow
    assert BAKU not in spans
    for number in (ASTANA, TURKIYE):
        assert nodes[number].is_hollow
        assert nodes[number].x == pytest.approx((spans[number].box.left + spans[number].box.right) / 2)
    assert nodes[DECLARATION].shape is Shape.DIAMOND
    assert not spans[ASTANA].is_solid


def test_a_span_is_as_wide_as_what_is_known(sample: Picture) -> None:
    spans = {span.number: span.box for span in sample.spans}
    quarter = spans[ASTANA].width / 366
    assert spans[TURKIYE].width == pytest.approx(365 * quarter, rel=1e-3)


def test_the_series_is_joined_and_the_part_ahead_is_dashed_up_to_its_span(sample: Picture) -> None:
    past, ahead = sorted(sample.joints, key=lambda joint: joint.x0)
    assert not past.is_dashed
    assert past.rise > 0
    assert ahead.is_dashed
    nodes = {node.number: node for node in sample.nodes}
    assert past.x0 == pytest.approx(nodes[ASTANA].box.right)
    assert past.x1 == pytest.approx(nodes[BAKU].box.left)
    assert ahead.x1 == pytest.approx(next(s.box.left for s in sample.spans if s.number == TURKIYE))


def test_every_label_of_the_sample_has_room(sample: Picture) -> None:
    texts = {label.text for label in sample.labels}
    assert {item.label for item in SAMPLE[:4]} <= texts


def test_tasks_without_a_date_fade_out_from_the_day_they_were_given() -> None:
    picture = drawn(CONTENT, height=300)
    bars = {bar.number: bar for bar in picture.bars}
    assert len(bars) == 5
    assert all(bars[number].fades for number in range(4, 8))
    due = bars[8]
    assert not due.fades
    assert due.loose_from is not None
    assert due.box.left < due.loose_from < due.box.right
    baku = next(node for node in picture.nodes if node.number == BAKU)
    assert bars[FIRST_TASK].box.left == pytest.approx(baku.x, abs=1)


def test_tasks_without_room_are_counted(sample: Picture) -> None:
    (mark,) = sample.marks
    assert mark.text == f"+{5 - len(sample.bars)}"
    assert len(sample.bars) + mark.count == 5
    assert numbers_shown(sample) == set(range(len(SAMPLE)))


def test_decisions_lead_to_their_follow_ups(sample: Picture) -> None:
    baku = next(node for node in sample.nodes if node.number == BAKU)
    assert len(sample.links) == len(sample.bars)
    assert {link.x0 for link in sample.links} == {baku.x}
    own = next(label for label in sample.labels if label.number == BAKU)
    assert all(link.y0 >= own.box.bottom for link in sample.links)


def test_today_is_marked_where_it_is(sample: Picture) -> None:
    assert sample.today_x is not None
    assert sample.flag is not None
    assert sample.flag.left < sample.today_x < sample.flag.right
    crossed = [label for label in sample.labels if label.box.left < sample.today_x < label.box.right]
    assert all(label.is_backed for label in crossed)
    assert drawn(CONTENT, Scale(day(2010), 1.0, GUTTER, WIDTH)).today_x is None


def test_a_folded_lane_shows_no_items() -> None:
    picture = drawn(CONTENT, folded=(Lane.TASKS, Lane.MEETINGS))
    assert {node.number for node in picture.nodes} == {DECLARATION}
    assert not picture.bars
    assert [band.is_folded for band in picture.bands] == [True, False, True]
    assert not picture.links


def test_open_dates_fade_towards_the_side_that_is_open() -> None:
    since = Item(("meeting", "a"), Lane.MEETINGS, "", "from 2026", "a", day(2026), None, False, "planned", "")
    until = Item(("meeting", "b"), Lane.MEETINGS, "", "until 2024", "b", None, day(2024), False, "held", "")
    nowhere = Item(("meeting", "c"), Lane.MEETINGS, "", "no date", "c", None, None, False, "planned", "")
    picture = drawn(Content([since, until, nowhere]))
    assert {span.number: span.fade for span in picture.spans} == {0: Fade.RIGHT, 1: Fade.LEFT}


def test_a_meeting_of_several_known_days_is_a_bar_when_there_is_room() -> None:
    days = Item(
        ("meeting", "a"), Lane.MEETINGS, "", "17–18 Oct 2025", "a", day(2025, 10, 17), day(2025, 10, 18),
        True, "held", "",
    )  # fmt: skip
    near = drawn(Content([days]), Scale(day(2025, 10, 10), 40.0, GUTTER, WIDTH))
    assert near.spans[0].is_solid
    assert near.spans[0].box.width == pytest.approx(80)
    far = drawn(Content([days]), Scale(day(2025), 1.0, GUTTER, WIDTH))
    assert not far.spans
    assert not far.nodes[0].is_hollow


def test_each_series_has_its_row_and_is_joined_by_itself() -> None:
    made = [
        Item(("meeting", f"{group}{n}"), Lane.MEETINGS, group, f"{n}", "", at, at, True, "held", "")
        for group in ("ots", "tdt")
        for n in range(3)
        for at in [day(2020 + n, 5 if group == "ots" else 9)]
    ]
    picture = drawn(Content(made), height=260)
    rows = {node.number // 3: node.y for node in picture.nodes}
    assert len(set(rows.values())) == 2
    assert len(picture.joints) == 4
    assert {joint.y for joint in picture.joints} == set(rows.values())


def test_what_is_drawn_depends_on_the_width_not_on_the_number() -> None:
    def crowd(count: int) -> Content:
        start = day(2000)
        return Content(
            [
                Item(
                    ("meeting", f"{n}"),
                    Lane.MEETINGS,
                    f"{n % 7}",
                    f"{n}. Bakı",
                    "Bakı",
                    at,
                    at,
                    True,
                    "held",
                    "",
                )
                for n in range(count)
                for at in [start + n * 7919 % 9000]
            ]
            + [task(f"Task {n}", given=start + n * 104729 % 9000) for n in range(count // 2)]
        )

    few, many = drawn(crowd(2_000)), drawn(crowd(20_000))
    assert many.drawn <= few.drawn * 1.5
    assert many.drawn < WIDTH


def check_labels(picture: Picture, content: Content) -> None:
    for one, two in combinations(picture.labels, 2):
        assert not one.box.overlaps(two.box), (one, two)
    for label in picture.labels:
        for mark in picture.marks:
            is_own = label.number in mark.members
            assert is_own or not label.box.overlaps(mark.box), (label, mark)
        for node in picture.nodes:
            if node.number != label.number and node.shape is not Shape.SQUARE:
                assert not label.box.overlaps(node.box), (label, node)
        if label.style is not Style.TASK:
            assert label.box.left >= picture.gutter
            assert label.box.right <= picture.width
        assert label.text in {content.items[label.number].label, content.items[label.number].short}


@settings(max_examples=150, deadline=None)
@given(items(), SCALES, st.sampled_from([0, 12, 60, 160]), st.integers(-1, 3))
def test_no_two_labels_overlap(made: tuple[Item, ...], scale: Scale, more: int, selected: int) -> None:
    content = Content(made)
    height = least_height(16.0) + more
    picture = drawn(content, scale, height, selected=selected if selected < len(made) else -1)
    check_labels(picture, content)


@settings(max_examples=100, deadline=None)
@given(items(30), SCALES)
def test_every_item_in_view_is_shown(made: tuple[Item, ...], scale: Scale) -> None:
    content = Content(made)
    shown = numbers_shown(drawn(content, scale))
    for number, span in enumerate(content.spans):
        if span is not None and scale.x(span[0]) < WIDTH - 16 and scale.x(span[1]) > GUTTER + 16:
            assert number in shown, made[number]


@settings(max_examples=100, deadline=None)
@given(items(30), SCALES)
def test_everything_in_view_can_be_clicked(made: tuple[Item, ...], scale: Scale) -> None:
    picture = drawn(Content(made), scale)
    for node in picture.nodes:
        if picture.gutter <= node.x <= picture.width:
            assert picture.item_at(node.x, node.y) == node.number
    boxes = [label.box for label in picture.labels] + [mark.box for mark in picture.marks]
    for box in boxes:
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        if picture.gutter <= x <= picture.width:
            assert picture.item_at(x, y) is not None or picture.mark_at(x, y) is not None


@settings(max_examples=60, deadline=None)
@given(items(30))
def test_fitting_shows_all_of_them(made: tuple[Item, ...]) -> None:
    content = Content(made)
    shown = numbers_shown(drawn(content, today=TODAY))
    assert shown == {number for number, span in enumerate(content.spans) if span is not None}


def in_series(count: int, each: int = 2) -> tuple[Item, ...]:
    """Meetings in so many series, which begin one after the other."""
    return tuple(
        Item(("meeting", f"{row}-{n}"), Lane.MEETINGS, f"s{row:02}", f"{n}", "", at, at, True, "held", "")
        for row in range(count)
        for n in range(each)
        for at in [day(2020, 1 + row % 12) + 400 * n + row // 12]
    )


def test_many_series_scroll_and_each_row_says_which_it_is() -> None:
    content = Content(in_series(40), {f"s{row:02}": f"Series {row}" for row in range(40)})
    top = drawn(content)
    shown = len(top.row_ys)
    assert 1 < shown < 40
    order = [content.names[group] for group in content.groups()]
    texts = [heading.text for heading in top.headings if heading.lane is Lane.MEETINGS]
    assert texts == order[:shown]
    assert [heading.has_sign for heading in top.headings][:shown] == [True] + [False] * (shown - 1)
    assert [h.text for h in drawn(content, first_row=3).headings][:shown] == order[3 : 3 + shown]
    end = drawn(content, first_row=999)
    assert end.first_row == 40 - shown
    assert [h.text for h in end.headings][:shown] == order[-shown:]


def test_a_folded_lane_counts_and_shows_where_how_much_is() -> None:
    picture = drawn(Content(in_series(3, 5)), folded=(Lane.MEETINGS,))
    assert not picture.nodes
    assert picture.headings[0].text == "Meetings · 15"
    (density,) = picture.densities
    assert sum(density.counts) == 15
    band = picture.bands[0]
    assert band.top < density.middle - density.half
    assert density.middle + density.half < band.bottom
    x, half = density.columns()[0]
    assert 0 < half <= density.half
    assert picture.density_at(x + 1, density.middle) > 0


def test_a_crowded_row_has_a_density_strip_that_misses_nothing() -> None:
    start = day(2000)
    crowd = [
        Item(("document", f"{n}"), Lane.DOCUMENTS, "", f"{n}", "", at, at, True, "signed", "")
        for n in range(3_000)
        for at in [start + n * 7919 % 9000]
    ]
    picture = drawn(Content(crowd))
    (density,) = picture.densities
    assert sum(density.counts) == 3_000
    assert max(half for _, half in density.columns()) == pytest.approx(density.half)
    assert not drawn(Content(crowd[:50])).densities


def test_documents_lead_to_tasks_as_well() -> None:
    treaty = Item(
        ("document", "d"),
        Lane.DOCUMENTS,
        "",
        "Treaty",
        "Treaty",
        day(2025, 2),
        day(2025, 2),
        True,
        "signed",
        "",
    )
    own = task("Ratify it", due=(day(2026), day(2026, 6)), given=day(2025, 6), after=(treaty.ref, BAKU_REF))
    picture = drawn(Content((*SAMPLE[:4], treaty, own)), height=300)
    assert {link.start for link in picture.links} == {4, BAKU}
    assert {link.end for link in picture.links} == {5}
