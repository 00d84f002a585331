"""What holds for every test: own folders, no display, and nothing that goes wrong goes unnoticed.

Besides the guards below: warnings are errors and Qt's warnings fail a test (pyproject.toml); an exception
in a slot or in an override of Qt reaches sys.excepthook, which pytest-qt watches.
"""

from __future__ import annotations

import gc
import logging
import os
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SCREEN = Path(__file__).with_name("screen.json")  # large enough that no window is made smaller
if os.environ.setdefault("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREEN}"

_LONGEST_LEAVING = 5.0  # seconds for a window to be gone

XDG_FOLDERS = {
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
    "APPDATA": "data",
    "LOCALAPPDATA": "data",
}


@pytest.fixture(autouse=True)
def own_home(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Give each test an empty home: no test sees or touches the files of the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for variable, name in XDG_FOLDERS.items():
        folder = home / name
        folder.mkdir(mode=0o700, exist_ok=True)
        monkeypatch.setenv(variable, str(folder))
    if uses_qt(request):
        from PySide6.QtCore import QSettings

        for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(kind, QSettings.Scope.UserScope, str(home / "config"))
    return home


class LogGuard(logging.Handler):
    """Keeps the records that a test did not announce."""

    def __init__(self) -> None:
        """Start with nothing announced."""
        super().__init__(logging.WARNING)
        self.announced: dict[str, int] = {}
        self.unexpected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Count the record under the pattern that announced it, or keep it."""
        text = record.getMessage()
        for pattern in self.announced:
            if re.search(pattern, text):
                self.announced[pattern] += 1
                return
        self.unexpected.append(f"{record.levelname} {record.name}: {text}")


@pytest.fixture(autouse=True)
def log_guard() -> Iterator[LogGuard]:
    """Fail the test on a log record of WARNING or above that it did not announce with expected_log."""
    guard = LogGuard()
    logging.getLogger().addHandler(guard)
    yield guard
    logging.getLogger().removeHandler(guard)
    missing = [pattern for pattern, count in guard.announced.items() if not count]
    assert not guard.unexpected, f"Log records that nobody announced: {guard.unexpected}"
    assert not missing, f"Log records that were announced and did not come: {missing}"


@pytest.fixture
def expected_log(log_guard: LogGuard) -> Callable[[str], None]:
    """Announce a log record of WARNING or above by a regular expression; the test fails if none comes."""

    def announce(pattern: str) -> None:
        log_guard.announced[pattern] = 0

    return announce


def uses_qt(request: pytest.FixtureRequest) -> bool:
    """Tell whether the test asked for a QApplication."""
    return "qapp" in request.fixturenames


@pytest.fixture(autouse=True)
def no_widget_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test if it leaves a top-level widget behind. Loads Qt only for a test that uses it."""
    if not uses_qt(request):
        yield
        return
    request.getfixturevalue("qapp")
    from PySide6.QtWidgets import QApplication

    before = set(QApplication.topLevelWidgets())
    yield
    names = [f"{type(widget).__name__} {widget.objectName()!r}" for widget in left_over(before)]
    assert not names, f"Top-level widgets left behind: {names}"


def left_over(before: set[QWidget]) -> list[QWidget]:
    """Return the top-level widgets that are new since `before`, after all deletions under way are done."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    def new() -> list[QWidget]:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return [widget for widget in QApplication.topLevelWidgets() if widget not in before]

    until = time.monotonic() + _LONGEST_LEAVING
    while new() and time.monotonic() < until:
        gc.collect()  # a cycle of Python objects may be all that keeps it
        QCoreApplication.processEvents()  # or a step beside the window that is just ending
        time.sleep(0.01)
    return new()
