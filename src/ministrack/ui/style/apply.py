"""Puts a theme on the program (Fusion, palette, font, one style sheet) and reads what the system prefers."""

from __future__ import annotations

import re
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ministrack.paths import resource
from ministrack.ui.style.metrics import ICON_SIZE, SPACE, body_font, grown
from ministrack.ui.style.theme import DARK, LIGHT, Theme

_LINE = 18  # px: the least height of a line in a button or a field
_TICK = 14  # px: a tick box
_MARK = 16  # px: an arrow
_FIELD_PADDING = 5  # px above and below it, as in the style sheet
_TOKEN = re.compile(r"@([a-z_]+)")

_ROLES: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "surface"),  # plain panes are white; grey ones say so with a role
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "window"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.PlaceholderText, "text_faint"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "overdue"),
    (QPalette.ColorRole.Light, "raised"),
    (QPalette.ColorRole.Midlight, "hover"),
    (QPalette.ColorRole.Mid, "outline"),
    (QPalette.ColorRole.Dark, "border_strong"),
    (QPalette.ColorRole.Shadow, "border_strong"),
    (QPalette.ColorRole.Highlight, "selection"),
    (QPalette.ColorRole.HighlightedText, "selection_text"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Link, "accent_text"),
    (QPalette.ColorRole.LinkVisited, "planned"),
    (QPalette.ColorRole.ToolTipBase, "tooltip"),
    (QPalette.ColorRole.ToolTipText, "tooltip_text"),
)
_GREYED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
    QPalette.ColorRole.PlaceholderText,
    QPalette.ColorRole.Link,
)


class Scheme(StrEnum):
    """What the user chose: follow the system, or always one of the two."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def detect_scheme(app: QGuiApplication) -> Scheme:
    """LIGHT or DARK as the system asks for; LIGHT where it does not say (bare X11)."""
    dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return Scheme.DARK if dark else Scheme.LIGHT


def theme_for(app: QGuiApplication, choice: Scheme) -> Theme:
    """The theme for the user's choice. Native title bars and dialogs are asked to follow where they can."""
    hints = app.styleHints()
    if choice is Scheme.SYSTEM:
        hints.unsetColorScheme()
        choice = detect_scheme(app)
    else:
        dark = choice is Scheme.DARK
        hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    return DARK if choice is Scheme.DARK else LIGHT


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Dress the whole program. May be called again at any time with another theme."""
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(palette(theme))
    font = body_font(app.font())
    app.setFont(font)
    app.setStyleSheet(style_sheet(theme, font))


def palette(theme: Theme) -> QPalette:
    """Every colour role, so that what the style sheet does not reach is right as well."""
    result = QPalette()
    for role, name in _ROLES:
        result.setColor(role, QColor(theme.colour(name)))
    for role in _GREYED:
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled))
    result.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Base, QColor(theme.window))
    return result


def style_sheet(theme: Theme, body: QFont) -> str:
    """The style sheet in this theme. Raises KeyError where the template names a colour that is not there."""
    points = QFontInfo(body).pointSizeF()
    line = max(_LINE, QFontMetrics(body).height())
    values = {
        "marks": resource("style", theme.name).as_posix(),
        "title": f"{points * 1.3:.1f}pt",
        "heading": f"{points * 0.9:.1f}pt",
        "small": f"{points * 0.86:.1f}pt",
        # A minimum in the sheet overrules the widget's own: one in fixed pixels would cut large letters.
        "tick": f"{grown(_TICK, body)}px",
        "round": f"{grown(_TICK, body) // 2 + 1}px",
        "mark": f"{grown(_MARK, body)}px",
        "icon": f"{grown(ICON_SIZE, body)}px",
        "icon_room": f"{grown(ICON_SIZE + SPACE, body)}px",
        "line": f"{line}px",
        "field": f"{line + 2 * _FIELD_PADDING}px",
        "field_ringed": f"{line + 2 * _FIELD_PADDING - 2}px",
    }

    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        return values[name] if name in values else theme.colour(name)

    return _TOKEN.sub(value, resource("style", "window.qss").read_text(encoding="utf-8"))


def mark(widget: QWidget, name: str, value: bool | str) -> None:
    """Set a property that the style sheet looks at ("invalid", "active", "kind", "role"); shows at once."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
