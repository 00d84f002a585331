"""The colours of the window, named by what they mean, and the object that tells when they change.

A colour is text as "#rrggbb", so that the style sheet and `QColor` take it alike. Widgets are given a
`ThemeSource`, read `source.theme` while painting and connect to `source.changed` if they keep anything.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from ministrack.domain.values import dataclass, declared


class Tone(StrEnum):
    """What a pill or a mark says about its record. Colour repeats a text beside it, it never replaces it."""

    HELD = "held"
    PLANNED = "planned"
    PROGRESS = "progress"
    OVERDUE = "overdue"
    NEUTRAL = "neutral"
    ACCENT = "accent"


@dataclass(frozen=True, slots=True)
class Theme:
    """One complete set of colours. Text colours hold 4.5:1, rings and edges of inputs 3:1 (tested)."""

    name: str  # "light" or "dark"; also the folder of the marks that the style sheet draws
    is_dark: bool

    # grounds
    window: str  # sidebar, status bar, behind cards
    surface: str  # tables, forms, dialogs
    raised: str  # menus, cards, pop-ups
    sunken: str  # search field, table headers, read-only fields
    hover: str  # under the pointer
    pressed: str

    # edges
    border: str  # between panes and rows: decoration only
    outline: str  # buttons and chips, whose text already shows what they are
    border_strong: str  # inputs, check boxes: needed to see where one can type
    scrollbar: str

    # text
    text: str
    text_soft: str
    text_faint: str
    disabled: str

    # accent
    accent: str
    accent_hover: str
    accent_soft: str
    accent_text: str  # links, and accent text on a soft ground
    on_accent: str
    focus: str
    selection: str
    selection_text: str

    # meaning
    held: str
    held_soft: str
    planned: str
    planned_soft: str
    progress: str
    progress_soft: str
    overdue: str
    overdue_soft: str
    neutral: str
    neutral_soft: str
    today: str
    on_today: str

    tooltip: str
    tooltip_text: str

    def colour(self, role: str) -> str:
        """The colour of a role, such as "text_soft". Raises KeyError for a name that is not a colour."""
        if role not in COLOUR_ROLES:
            raise KeyError(role)
        return str(getattr(self, role))

    def tone(self, tone: Tone) -> tuple[str, str]:
        """Ink and soft ground of a tone."""
        if tone is Tone.ACCENT:
            return self.accent_text, self.accent_soft
        return self.colour(tone.value), self.colour(f"{tone.value}_soft")


COLOUR_ROLES: frozenset[str] = frozenset(declared(Theme)) - {"name", "is_dark"}

LIGHT = Theme(
    name="light",
    is_dark=False,
    window="#f6f7f9",
    surface="#ffffff",
    raised="#ffffff",
    sunken="#f6f7f9",
    hover="#eef0f3",
    pressed="#e3e7ec",
    border="#e3e7ec",
    outline="#cfd5dd",
    border_strong="#7f8897",
    scrollbar="#c3cad3",
    text="#1b2430",
    text_soft="#586273",
    text_faint="#5f6979",
    disabled="#a3abb8",
    accent="#0f7b8a",
    accent_hover="#0c6d7a",
    accent_soft="#e6f4f5",
    accent_text="#0c6d7a",
    on_accent="#ffffff",
    focus="#0f7b8a",
    selection="#d7eef0",
    selection_text="#1b2430",
    held="#067647",
    held_soft="#e7f6ee",
    planned="#6a48e6",
    planned_soft="#f1edff",
    progress="#b54708",
    progress_soft="#fff4e5",
    overdue="#b42318",
    overdue_soft="#fdeceb",
    neutral="#586273",
    neutral_soft="#f1f3f6",
    today="#b42318",
    on_today="#ffffff",
    tooltip="#1b2430",
    tooltip_text="#ffffff",
)

DARK = Theme(
    name="dark",
    is_dark=True,
    window="#14181d",
    surface="#1b2027",
    raised="#222831",
    sunken="#14181d",
    hover="#262d36",
    pressed="#2f3842",
    border="#2b323b",
    outline="#3b4450",
    border_strong="#707b8a",
    scrollbar="#434d59",
    text="#e7ebf0",
    text_soft="#a0abb9",
    text_faint="#9aa5b4",
    disabled="#5b6572",
    accent="#3fb6c4",
    accent_hover="#5cc4d0",
    accent_soft="#173238",
    accent_text="#46bbc9",
    on_accent="#0d1317",
    focus="#3fb6c4",
    selection="#1d3f46",
    selection_text="#e7ebf0",
    held="#5cc896",
    held_soft="#16352a",
    planned="#b3a0ff",
    planned_soft="#2b2548",
    progress="#f0a35c",
    progress_soft="#3a2a17",
    overdue="#f1867c",
    overdue_soft="#40211f",
    neutral="#a0abb9",
    neutral_soft="#262d36",
    today="#f1867c",
    on_today="#0d1317",
    tooltip="#e7ebf0",
    tooltip_text="#14181d",
)


class ThemeSource(QObject):
    """Holds the theme in use. Made once by the program and handed to everything that paints."""

    changed = Signal(object)  # Theme

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    @property
    def theme(self) -> Theme:
        return self._theme

    def set_theme(self, theme: Theme) -> None:
        """Take another theme; listeners hear of it once, and not at all when it is the same."""
        if theme != self._theme:
            self._theme = theme
            self.changed.emit(theme)
