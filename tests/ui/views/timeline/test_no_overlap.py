"""Whatever the data, the zoom and the height: labels stay clear of each other, of nodes, marks and edges."""

from datetime import date
from itertools import combinations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ministrack.ui.views.timeline.content import Content
from ministrack.ui.views.timeline.elided import elided
from ministrack.ui.views.timeline.items import Item, Lane
from ministrack.ui.views.timeline.lanes import least_height
from ministrack.ui.views.timeline.layout import Setting, lay_out
from ministrack.ui.views.timeline.picture import Picture
from ministrack.ui.views.timeline.scale import Scale
from tests.ui.views.timeline.made import DAYS, GUTTER, LENGTHS, MONTHS, TODAY, WIDTH, PlainMeasure, day

NAMES = st.sampled_from(
    [
        "Bakı",
        "Toshkent",
        "Türk Devletleri Teşkilatı Adalet Bakanları Beşinci Olağanüstü Toplantısı, Türkistan şehri",
        "Внеочередное совещание министров юстиции государств — участников, город Усть-Каменогорск",
        "الاجتماع الوزاري الاستثنائي لوزراء العدل في الدول الأعضاء، مدينة تركستان التاريخية",
        "W" * 300,
        "é́́" * 40,
        "",
    ]
)
TONES = st.sampled_from(["held", "planned", "cancelled", "done", "overdue"])
SCALES = st.builds(
    Scale,
    st.floats(day(2014), day(2030)),
    st.floats(0.0005, 64.0),
    st.sampled_from([GUTTER, 240.0]),
    st.sampled_from([WIDTH, 620.0]),
)
FOLDED = st.frozensets(st.sampled_from(list(Lane)), max_size=2)


@st.composite
def crowds(draw: st.DrawFn) -> tuple[Item, ...]:
    """Items with long names in several scripts, alone or crowded into a few days, in up to nine series."""
    crowded = draw(st.booleans())
    series = draw(st.integers(1, 9))
    found = []
    for number in range(draw(st.integers(0, 60))):
        lane = draw(st.sampled_from(list(Lane)))
        first = draw(st.integers(day(2026), day(2026) + 9)) if crowded else draw(DAYS)
        last = first + draw(LENGTHS)
        name = draw(NAMES)
        label = f"{number} · {name} · {date.fromordinal(first):%d %b %Y}"
        group = f"{draw(st.integers(1, series))}" if lane is Lane.MEETINGS else ""
        is_open = lane is Lane.TASKS and draw(st.booleans())
        start, end = (None, None) if is_open else (first, last)
        since = first - draw(LENGTHS) if lane is Lane.TASKS else None
        exact = last - first < 3 and draw(st.booleans())
        after = (("meeting", str(draw(st.integers(0, 59)))),) if lane is Lane.TASKS else ()
        tone = draw(TONES)
        ref = ({Lane.MEETINGS: "meeting", Lane.DOCUMENTS: "document", Lane.TASKS: "task"}[lane], str(number))
        found.append(Item(ref, lane, group, label, name, start, end, exact, tone, label, since, after))
    return tuple(found)


def check(picture: Picture) -> None:
    bands = {band.lane: band for band in picture.bands}
    for one, two in combinations(picture.labels, 2):
        assert not one.box.overlaps(two.box), (one, two)
    for label in picture.labels:
        assert label.text
        assert picture.gutter <= label.box.left, label
        assert label.box.right <= picture.right, label
        assert any(band.top <= label.box.top and label.box.bottom <= band.bottom for band in bands.values())
        for node in picture.nodes:
            assert not label.box.overlaps(node.box), (label, node)
        for mark in picture.marks:
            assert not label.box.overlaps(mark.box), (label, mark)


@settings(max_examples=250, deadline=None)
@given(crowds(), SCALES, st.integers(0, 420), st.integers(-1, 8), st.integers(0, 9), FOLDED)
@example((), Scale(day(2026), 1.0, GUTTER, WIDTH), 0, -1, 0, frozenset())
def test_no_label_stands_on_anything(
    made: tuple[Item, ...], scale: Scale, more: int, selected: int, first_row: int, folded: frozenset[Lane]
) -> None:
    setting = Setting(
        scale, scale.right, least_height(16.0) + more, PlainMeasure(), MONTHS, TODAY,
        selected if selected < len(made) else -1, folded, first_row,
    )  # fmt: skip
    check(lay_out(Content(made), setting))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80), st.floats(0, 400))
def test_a_text_is_cut_to_the_width_it_has(text: str, room: float) -> None:
    def width(part: str) -> float:
        return 7.0 * len(part)

    cut = elided(text, room, width)
    assert width(cut) <= room or not cut
    assert cut == text or not cut or cut.endswith("…")
    assert text.startswith(cut.removesuffix("…"))


def test_a_cut_never_parts_a_letter_from_its_marks() -> None:
    assert elided("ee\u0301\u0323clair", 14.0, len) == "ee\u0301\u0323clair"
    assert elided("e\u0301\u0323clair", 2.0, len) == ""
    assert elided("ae\u0301\u0323clair", 3.0, len) == "a…"
