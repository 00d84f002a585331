"""An edit changes what it touches; the result is as if everything had been read anew."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from ministrack.ui.views.timeline.content import LANES, Content
from ministrack.ui.views.timeline.items import Item, Lane
from tests.ui.views.timeline.made import drawn, items


def told(content: Content) -> tuple[object, ...]:
    """All that can be asked of a content, in terms of items instead of numbers."""
    known = content.items
    return (
        content.bounds,
        [known[number] for number in content.by_time()],
        content.groups(),
        [[known[e[0]] for e in content.row(group).index.middles(0, 9e9)] for group in content.groups()],
        [sorted(known[e[0]].label for e in content.index(lane).middles(0, 9e9)) for lane in LANES],
        [content.count_in(lane) for lane in LANES],
    )


@settings(max_examples=120, deadline=None)
@given(items(25), items(12), st.sets(st.integers(0, 24)), st.booleans())
def test_changing_is_as_good_as_making_anew(
    made: tuple[Item, ...], more: tuple[Item, ...], gone: set[int], was_asked: bool
) -> None:
    content = Content(made)
    if was_asked:
        told(content)  # what was sorted once must be kept in order, what was not must not be in the way
    leaving = [number for number in gone if number < len(made)]
    extra = [replace(item, ref=(item.ref[0], f"new {item.ref[1]}")) for item in more]
    content.change(leaving, content.store(extra))
    stays = [item for number, item in enumerate(made) if number not in leaving]
    assert told(content) == told(Content([*stays, *extra]))
    one, two = drawn(content), drawn(Content([*stays, *extra]))
    assert [label.text for label in one.labels] == [label.text for label in two.labels]
    assert [mark.count for mark in one.marks] == [mark.count for mark in two.marks]


def test_a_part_follows_what_goes_and_keeps_its_numbers() -> None:
    made = [
        Item(("meeting", f"{n}"), Lane.MEETINGS, "a", f"{n}", "", 700_000 + n, 700_000 + n, True, "held", "")
        for n in range(6)
    ]
    whole = Content(made)
    whole.change([2], ())
    part = whole.within({item.ref for item in made[1:4]})
    assert part.by_time() == [1, 3]
    assert part.outer_bounds == (700_000.0, 700_006.0)
    assert part.bounds == (700_001.0, 700_004.0)
    assert 2 not in part
    assert part
    assert not whole.within(set())
