"""The icons of the program: Lucide's lines, drawn in a colour of the theme."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPixmap

from ministrack.paths import resource
from ministrack.ui.style.drawing import LazyEngine, blank, render_svg
from ministrack.ui.style.theme import Theme, ThemeSource

_PAIRS = (("arrow-left", "arrow-right"), ("chevron-left", "chevron-right"), ("panel-left", "panel-right"))
_MIRRORED = dict(_PAIRS) | {right: left for left, right in _PAIRS}


class Icons(QObject):
    """Makes icons by their Lucide name. They follow the theme by themselves: a repaint is enough."""

    def __init__(
        self, source: ThemeSource, folder: Path | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._folder = folder if folder is not None else resource("icons")
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._svgs: dict[str, str] = {}
        self._present: set[str] = set()
        self._engines: list[QIconEngine] = []
        source.changed.connect(self._forget_pixels)

    def icon(self, name: str, role: str = "text_soft") -> QIcon:
        """The icon `name` ("calendar") in the colour of `role`; greyed when disabled, accent when selected.

        Raises KeyError for a role that is not a colour of the theme, FileNotFoundError for an unknown name.
        """
        self._source.theme.colour(role)  # an error now, not while painting
        if name not in self._present:
            if not self._path(name).is_file():
                raise FileNotFoundError(self._path(name))
            self._present.add(name)
        return QIcon(LazyEngine(partial(self._draw, name, role), self._engines))

    def pixmap(self, name: str, role: str, side: int, ratio: float) -> QPixmap:
        """The icon as a square of `side` device-independent pixels, for delegates that paint by hand.

        One that points onward points to the left where the window is read from the right.
        """
        if name in _MIRRORED and QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            name = _MIRRORED[name]
        colour = self._source.theme.colour(role)
        key = (name, colour, side, ratio)
        found = self._pixmaps.get(key)
        if found is None:
            found = render_svg(self._svg(name).replace("currentColor", colour), side, ratio)
            self._pixmaps[key] = found
        return found

    def _draw(self, name: str, role: str, side: int, ratio: float, mode: QIcon.Mode) -> QPixmap:
        if mode is QIcon.Mode.Disabled:
            role = "disabled"
        elif mode is QIcon.Mode.Selected and role == "text_soft":
            role = "accent_text"
        try:
            return self.pixmap(name, role, side, ratio)
        except OSError:  # the file went away while the program ran: an empty place, not a crash in painting
            return blank(side, ratio)

    def _svg(self, name: str) -> str:
        if name not in self._svgs:
            self._svgs[name] = self._path(name).read_text(encoding="utf-8")
        return self._svgs[name]

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.svg"

    def _forget_pixels(self, theme: Theme) -> None:
        self._pixmaps.clear()
