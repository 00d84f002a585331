"""Arrow keys: along time, and from lane to lane."""

from hypothesis import given

from ministrack.ui.views.timeline import moves
from ministrack.ui.views.timeline.content import Content
from ministrack.ui.views.timeline.items import Item, Lane
from tests.ui.views.timeline.made import SAMPLE, TODAY, items

CONTENT = Content(SAMPLE)
ASTANA, BAKU, TURKIYE, DECLARATION, FIRST_TASK = range(5)


def test_left_and_right_follow_time_through_all_lanes() -> None:
    assert moves.along(CONTENT, ASTANA, 1, TODAY) == DECLARATION
    assert moves.along(CONTENT, BAKU, -1, TODAY) in range(4, 9)
    assert moves.along(CONTENT, ASTANA, -1, TODAY) == ASTANA
    assert moves.along(CONTENT, TURKIYE, 1, TODAY) == TURKIYE


def test_from_nowhere_one_starts_near_today() -> None:
    assert moves.along(CONTENT, -1, 1, TODAY) == TURKIYE
    assert moves.along(Content(), -1, 1, TODAY) is None


def test_up_and_down_change_the_lane() -> None:
    assert moves.across(CONTENT, ASTANA, 1, TODAY) == DECLARATION
    assert moves.across(CONTENT, DECLARATION, 1, TODAY) in range(4, 9)
    assert moves.across(CONTENT, DECLARATION, -1, TODAY) == ASTANA
    assert moves.across(CONTENT, ASTANA, -1, TODAY) == ASTANA
    without = Content([item for item in SAMPLE if item.lane is not Lane.DOCUMENTS])
    down = moves.across(without, 1, 1, TODAY)
    assert down is not None
    assert without.items[down].lane is Lane.TASKS


@given(items())
def test_every_item_with_a_place_is_reached_by_the_right_key(made: tuple[Item, ...]) -> None:
    content = Content(made)
    at = moves.first(content)
    reached = []
    while at is not None:
        reached.append(at)
        following = moves.along(content, at, 1, None)
        at = following if following != at else None
    assert sorted(reached) == [n for n, span in enumerate(content.spans) if span is not None]
    assert (reached[-1] if reached else None) == moves.last(content)
