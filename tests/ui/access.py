"""What assistive tools and the keyboard find in a widget: the same questions for every window and dialog."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_OF_QT = "qt_"  # how Qt names the parts inside its own widgets
_PRESSES = 300  # more than any window has stops, and links and cells inside one of them


def interactive(root: QWidget) -> list[QWidget]:
    """Everything to be seen in a window or a part of one that takes the keyboard."""
    return [part for part in (root, *root.findChildren(QWidget)) if _is_interactive(part, root)]


def nameless(root: QWidget) -> list[str]:
    """Those that a screen reader could not name."""
    return [called(part) for part in interactive(root) if not name_of(part)]


def name_of(part: QWidget) -> str:
    """What a screen reader calls a widget."""
    return QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name).strip()


def called(part: QWidget) -> str:
    """How a test report calls a widget."""
    above = part.parentWidget()
    return f"{part.metaObject().className()} {part.objectName()!r} in {above.objectName() if above else ''!r}"


def reached_by_tab(start: QWidget) -> list[QWidget]:
    """Where the keyboard stops when Tab is pressed again and again, until it is back."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    window = start.window()
    seen = [window.focusWidget()]
    for _ in range(_PRESSES):
        before = window.focusWidget()
        QTest.keyClick(before, Qt.Key.Key_Tab)
        here = window.focusWidget()
        if here is seen[0] and here is not before:
            break
        if here not in seen:
            seen.append(here)
    return seen


def not_reached(root: QWidget, reached: list[QWidget]) -> list[str]:
    """What Tab passed by, though it says that it stops there."""
    stop = Qt.FocusPolicy.TabFocus
    return [
        called(part)
        for part in interactive(root)
        if part.focusPolicy() & stop == stop and part.focusProxy() is None and part not in reached
    ]


def without_visible_focus(parts: list[QWidget]) -> list[str]:
    """Those that look the same with the keyboard and without it."""
    return [called(part) for part in parts if not _looks_different(part)]


def _looks_different(part: QWidget) -> bool:
    part.window().setFocus()
    part.clearFocus()
    QApplication.processEvents()
    before = part.grab().toImage()
    part.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return part.grab().toImage() != before


def _is_interactive(part: QWidget, root: QWidget) -> bool:
    return (
        part.focusPolicy() != Qt.FocusPolicy.NoFocus
        and part.isEnabled()
        and part.isVisible()
        and part.window() is root.window()
        and not part.objectName().startswith(_OF_QT)
        and not isinstance(part, QScrollArea)
    )


def children(part: QWidget) -> Iterator[str]:
    """The names of what a screen reader finds inside a painted widget."""
    found = QAccessible.queryAccessibleInterface(part)
    for number in range(found.childCount()):
        yield found.child(number).text(QAccessible.Text.Name)
