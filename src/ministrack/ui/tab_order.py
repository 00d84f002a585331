"""Where Tab leads: through the panes as they are read, and in each of them line by line.

Qt goes by when widgets were made. Views, presentations and details are made when they are first shown, so
that this order would jump about, and leave out what was made before it had its place.
"""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_PANES = {
    "topBar": 0,
    "welcomeStrip": 1,
    "navigation": 2,
    "viewStack": 3,
    "inspector": 4,
    "timeline": 5,
    "statusBar": 6,
}
_LAST = len(_PANES)


def stops(window: QWidget) -> list[QWidget]:
    """Everything in the window at which Tab stops now, in order."""
    panes: dict[int, list[QWidget]] = {}
    for part in window.findChildren(QWidget):
        if _is_stop(part, window):
            panes.setdefault(_pane(part, window), []).append(part)
    return [part for pane in sorted(panes) for part in _in_order(panes[pane], window)]


def go_on(window: QWidget, *, forward: bool) -> bool:
    """Moves the keyboard to the next stop, or to the one before; False where there is no other."""
    found, here = stops(window), window.focusWidget()
    if not found or found == [here]:
        return False
    if here in found:
        target = found[(found.index(here) + (1 if forward else -1)) % len(found)]
    else:
        target = found[0 if forward else -1]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def _is_stop(part: QWidget, window: QWidget) -> bool:
    wanted = Qt.FocusPolicy.TabFocus
    return (
        part.focusPolicy() & wanted == wanted
        and part.isEnabled()
        and part.isVisible()
        and part.focusProxy() is None
        and part.window() is window
    )


def _pane(part: QWidget, window: QWidget) -> int:
    above: QWidget | None = part
    while above is not None and above is not window:
        if above.objectName() in _PANES:
            return _PANES[above.objectName()]
        above = above.parentWidget()
    return _LAST


def _in_order(parts: Iterable[QWidget], within: QWidget) -> list[QWidget]:
    """Line by line; what can be scrolled is one thing, wherever its contents are now."""
    units: dict[QWidget, list[QWidget]] = {}
    for part in parts:
        units.setdefault(_unit(part, within), []).append(part)
    found: list[QWidget] = []
    for unit in _by_lines(units, within):
        inside = [part for part in units[unit] if part is not unit]
        # The area itself is a stop only where nothing in it is one: to be scrolled by keys.
        found += _in_order(inside, unit) if inside else [unit]
    return found


def _unit(part: QWidget, within: QWidget) -> QWidget:
    """The outermost area around a part that can be scrolled, or the part itself."""
    unit = part
    above = part.parentWidget()
    while above is not None and above is not within:
        if isinstance(above, QScrollArea):
            unit = above
        above = above.parentWidget()
    return unit


def _by_lines(parts: Iterable[QWidget], within: QWidget) -> list[QWidget]:
    """From top to bottom; what stands beside the first of a line belongs to that line, left to right."""
    placed = sorted(
        ((part.mapTo(within, QPoint(0, 0)), part) for part in parts), key=lambda pair: pair[0].y()
    )
    lines: list[list[tuple[QPoint, QWidget]]] = []
    for place, part in placed:
        middle = place.y() + part.height() / 2
        if lines and middle < lines[-1][0][0].y() + lines[-1][0][1].height():
            lines[-1].append((place, part))
        else:
            lines.append([(place, part)])
    back = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return [part for line in lines for _, part in sorted(line, key=lambda pair: pair[0].x(), reverse=back)]
