"""Items for the tests of the timeline: the sample's facts, random ones, and a measure without fonts."""

from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from ministrack.ui.views.timeline.content import Content
from ministrack.ui.views.timeline.elided import elided
from ministrack.ui.views.timeline.items import Item, Lane, Ref
from ministrack.ui.views.timeline.layout import Setting, fit, lay_out
from ministrack.ui.views.timeline.picture import Picture
from ministrack.ui.views.timeline.scale import Scale
from ministrack.ui.views.timeline.shapes import Style

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
GUTTER, WIDTH, HEIGHT = 130.0, 1440.0, 190.0


def day(year: int, month: int = 1, day_of_month: int = 1) -> int:
    return date(year, month, day_of_month).toordinal()


TODAY = day(2026, 11, 23)
GIVEN = day(2025, 11, 20)

ASTANA = Item(
    ("meeting", "astana"), Lane.MEETINGS, "ots", "1st · Astana · 2024", "Astana",
    day(2024), day(2024, 12, 31), False, "held", "2024: Some day between 1 January and 31 December 2024.",
)  # fmt: skip
BAKU = Item(
    ("meeting", "baku"), Lane.MEETINGS, "ots", "2nd · Baku · 20 Nov 2025", "Baku",
    GIVEN, GIVEN, True, "held", "The day is known: 20 November 2025.",
)  # fmt: skip
TURKIYE = Item(
    ("meeting", "türkiye"), Lane.MEETINGS, "ots", "3rd · Türkiye · 2026", "Türkiye",
    day(2026), day(2026, 12, 31), False, "planned", "2026: Some day between 1 January and 31 December 2026.",
)  # fmt: skip
DECLARATION = Item(
    ("document", "declaration"), Lane.DOCUMENTS, "", "Astana Declaration signed · 9 Sep 2024", "Declaration",
    day(2024, 9, 9), day(2024, 9, 9), True, "signed", "The day is known: 9 September 2024.",
)  # fmt: skip


def task(
    name: str,
    tone: str = "progress",
    due: tuple[int, int] | None = None,
    given: int = GIVEN,
    after: tuple[Ref, ...] = (),
) -> Item:
    first, last = due or (None, None)
    return Item(
        ("task", name), Lane.TASKS, "", name, name[:12], first, last, False, tone, "No date.", given, after
    )


TASKS = (
    task("Finish the draft agreement on mutual legal assistance", after=(BAKU.ref,)),
    task("Create the Centralized Network of Forensic Expertise", after=(BAKU.ref,)),
    task("Implement the directions of the Astana Declaration", after=(BAKU.ref,)),
    task("Exchange of experience in law and justice", "open", after=(BAKU.ref,)),
    task("Hold the third meeting", "open", (day(2026), day(2026, 12, 31)), after=(BAKU.ref,)),
)
SAMPLE = (ASTANA, BAKU, TURKIYE, DECLARATION, *TASKS)


@dataclass(frozen=True, slots=True)
class PlainMeasure:
    """Seven pixels to a character, whatever the style."""

    line: float = 16.0

    def width(self, text: str, style: Style) -> float:
        return 7.0 * len(text)

    def fitted(self, text: str, style: Style, room: float) -> str:
        return elided(text, room, lambda part: self.width(part, style))


def numbers_shown(picture: Picture) -> set[int]:
    """The items that can be seen, by themselves or counted."""
    single = {node.number for node in picture.nodes} | {span.number for span in picture.spans}
    single |= {bar.number for bar in picture.bars}
    return single | {number for mark in picture.marks for number in mark.members}


def drawn(
    content: Content, scale: Scale | None = None, height: float = HEIGHT, today: int | None = TODAY,
    selected: int = -1, folded: tuple[Lane, ...] = (), first_row: int = 0,
) -> Picture:  # fmt: skip
    scale = scale or fit(content.bounds, today, GUTTER, WIDTH)
    return lay_out(
        content,
        Setting(scale, WIDTH, height, PlainMeasure(), MONTHS, today, selected, frozenset(folded), first_row),
    )


CITIES = st.sampled_from(["Astana", "Bakı", "Bişkek", "Türkistan", "Şuşa", "Toshkent", "Szöul", "Ankara"])
DAYS = st.integers(day(2015), day(2030))
LENGTHS = st.sampled_from([0, 0, 0, 1, 2, 29, 89, 364])


@st.composite
def items(draw: st.DrawFn, most: int = 40) -> tuple[Item, ...]:
    """Any mixture of meetings, documents and tasks between 2015 and 2031."""
    found = []
    for number in range(draw(st.integers(0, most))):
        lane = draw(st.sampled_from([Lane.MEETINGS, Lane.MEETINGS, Lane.DOCUMENTS, Lane.TASKS]))
        first = draw(DAYS)
        last = first + draw(LENGTHS)
        city = draw(CITIES)
        exact = last - first < 3 and draw(st.booleans())
        group = draw(st.sampled_from(["", "ots", "ecо", "tdt"])) if lane is Lane.MEETINGS else ""
        tone = draw(st.sampled_from(["held", "planned", "cancelled", "done", "open"]))
        is_open = draw(st.sampled_from([False, False, False, True]))
        since = first - draw(LENGTHS) if lane is Lane.TASKS else None
        start, end = (None, None) if is_open and since is not None else (first, last)
        label = f"{number} · {city} · {date.fromordinal(first):%d %b %Y}"
        ref = (lane.value, str(number))
        found.append(Item(ref, lane, group, label, city, start, end, exact, tone, label, since))
    return tuple(found)


SCALES = st.builds(
    Scale,
    st.floats(day(2014), day(2030)),
    st.sampled_from([0.05, 0.2, 0.35, 1.0, 4.0, 20.0, 64.0]),
    st.just(GUTTER),
    st.just(WIDTH),
)
