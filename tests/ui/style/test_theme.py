"""Both themes can be read: contrast as WCAG 2 computes it, for the pairs that the style sheet makes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from ministrack.ui.style.theme import COLOUR_ROLES, DARK, LIGHT, Theme, ThemeSource, Tone

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
GROUNDS = ("window", "surface", "raised", "sunken", "hover", "selection")


def luminance(colour: str) -> float:
    def linear(part: int) -> float:
        value = part / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in bytes.fromhex(colour[1:]))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@THEMES
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["text", "text_soft", "text_faint", "accent_text"])
def test_text_is_readable_on_every_ground(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(theme.colour(ink), theme.colour(ground)) >= 4.5


@THEMES
@pytest.mark.parametrize("tone", list(Tone))
def test_a_pill_is_readable(theme: Theme, tone: Tone) -> None:
    ink, soft = theme.tone(tone)
    assert contrast(ink, soft) >= 4.5


@THEMES
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("text", "accent_soft"),
        ("text", "pressed"),
        ("text", "overdue_soft"),
        ("selection_text", "selection"),
        ("on_today", "today"),
        ("tooltip_text", "tooltip"),
        ("overdue", "surface"),
        ("overdue", "window"),
    ],
)
def test_words_on_colour_are_readable(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(theme.colour(ink), theme.colour(ground)) >= 4.5


@THEMES
@pytest.mark.parametrize(
    ("edge", "ground"),
    [
        ("border_strong", "surface"),
        ("border_strong", "sunken"),
        ("border_strong", "raised"),
        ("overdue", "surface"),
        *[("focus", ground) for ground in GROUNDS],
    ],
)
def test_rings_and_edges_of_fields_can_be_seen(theme: Theme, edge: str, ground: str) -> None:
    assert contrast(theme.colour(edge), theme.colour(ground)) >= 3


@THEMES
def test_every_colour_is_a_plain_hex_triplet(theme: Theme) -> None:
    for role in COLOUR_ROLES:
        assert re.fullmatch(r"#[0-9a-f]{6}", theme.colour(role)), role


def test_a_name_that_is_no_colour_is_refused() -> None:
    with pytest.raises(KeyError, match="mauve"):
        LIGHT.colour("mauve")
    with pytest.raises(KeyError, match="is_dark"):
        LIGHT.colour("is_dark")


def test_listeners_hear_of_another_theme_and_not_of_the_same() -> None:
    source = ThemeSource(LIGHT)
    heard: list[Theme] = []
    source.changed.connect(heard.append)
    source.set_theme(replace(LIGHT))
    source.set_theme(DARK)
    assert heard == [DARK]
    assert source.theme is DARK
