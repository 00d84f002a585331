"""Whatever sets words on a colour can be read: each rule of the style sheet, timeline, matrix, tables."""

import re

import pytest

from ministrack.paths import resource
from ministrack.ui.style.theme import DARK, LIGHT, Theme, Tone
from ministrack.ui.views.timeline.colours import DASHED, Inks
from ministrack.ui.views.timeline.items import Lane

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
ROWS = ("surface", "hover", "selection")
"""The grounds of a row in a table, a list or the matrix."""


def luminance(colour: str) -> float:
    def linear(part: int) -> float:
        value = part / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in bytes.fromhex(colour[1:]))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def role_in(body: str, *names: str) -> str | None:
    for name in names:
        found = re.search(rf"(?:^|;|\s){name}:\s*(?:\d+px \w+ )?@([a-z_]+)", body)
        if found:
            return found.group(1)
    return None


def rules() -> list[tuple[str, str]]:
    """Selector and body of each rule; what is greyed out is no text to be read."""
    sheet = COMMENT.sub("", resource("style", "window.qss").read_text(encoding="utf-8"))
    found = [(selector.strip(), body) for selector, body in RULE.findall(sheet)]
    return [(selector, body) for selector, body in found if ":disabled" not in selector]


@THEMES
def test_every_rule_with_words_on_a_ground_can_be_read(theme: Theme) -> None:
    pairs = {
        selector: (ink, ground)
        for selector, body in rules()
        if (ink := role_in(body, "color")) and (ground := role_in(body, "background"))
    }
    assert len(pairs) > 15
    low = [
        name
        for name, (ink, ground) in pairs.items()
        if contrast(theme.colour(ink), theme.colour(ground)) < 4.5
    ]
    assert low == []


@THEMES
def test_every_ring_of_the_keyboard_can_be_seen(theme: Theme) -> None:
    rings = {
        selector: role_in(body, "border", "border-color")
        for selector, body in rules()
        if ":focus" in selector and role_in(body, "border", "border-color")
    }
    assert len(rings) > 12
    for selector, role in rings.items():
        assert role is not None
        assert contrast(theme.colour(role), theme.surface) >= 3, selector
        assert contrast(theme.colour(role), theme.window) >= 3, selector


@THEMES
@pytest.mark.parametrize("lane", list(Lane))
@pytest.mark.parametrize(
    "tone",
    [
        "held",
        "planned",
        "confirmed",
        "postponed",
        "cancelled",
        "signed",
        "draft",
        "open",
        "progress",
        "done",
        "overdue",
        "dropped",
    ],
)
def test_labels_and_marks_of_the_timeline_can_be_read(theme: Theme, lane: Lane, tone: str) -> None:
    ink, soft = (colour.name() for colour in Inks(theme).tone(lane, tone))
    assert contrast(ink, theme.surface) >= 4.5
    assert contrast(ink, soft) >= (
        4.5 if lane is Lane.MEETINGS and tone in DASHED else 3
    )  # words in it, or marks and lines alone
    assert contrast(theme.text, soft) >= 4.5


@THEMES
@pytest.mark.parametrize("ground", ROWS)
def test_arrows_and_marks_of_the_matrix_can_be_seen(theme: Theme, ground: str) -> None:
    for arrow in ("held", "progress"):  # a level above and below that of the meeting before
        assert contrast(theme.colour(arrow), theme.colour(ground)) >= 3
    for ink in ("text", "text_soft", "text_faint"):
        assert contrast(theme.colour(ink), theme.colour(ground)) >= 4.5
    assert contrast(theme.accent_text, theme.sunken) >= 4.5


@THEMES
@pytest.mark.parametrize("tone", list(Tone))
@pytest.mark.parametrize("ground", ROWS)
def test_a_pill_stands_out_in_a_row_by_its_words(theme: Theme, tone: Tone, ground: str) -> None:
    ink, soft = theme.tone(tone)
    assert contrast(ink, soft) >= 4.5
    assert contrast(ink, theme.colour(ground)) >= 3


@THEMES
def test_search_hits_in_the_guide_can_be_read(theme: Theme) -> None:
    assert contrast(theme.text, theme.progress_soft) >= 4.5
    assert contrast(theme.text, theme.hover) >= 4.5
    assert contrast(theme.accent_text, theme.surface) >= 4.5
