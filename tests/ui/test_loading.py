"""Parts that are imported when first wanted: beside the window, once, then at once."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ministrack.ui.desk import Desk
from ministrack.ui.loading import when_loaded

NAME = "ministrack_part_for_a_test"


@pytest.fixture
def part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, NAME, raising=False)
    return tmp_path / f"{NAME}.py"


def test_what_is_wanted_twice_meanwhile_comes_once_and_later_at_once(
    desk: Desk, qtbot: QtBot, part: Path
) -> None:
    part.write_text("import threading\nNAME = threading.current_thread().name\n")
    came: list[str] = []
    when_loaded(desk.runner, (NAME,), lambda: came.append("first"))
    when_loaded(desk.runner, (NAME,), lambda: came.append("second"))
    assert came == []
    qtbot.waitUntil(lambda: not desk.runner.is_busy)
    assert came == ["first"]
    assert sys.modules[NAME].NAME == "job"
    when_loaded(desk.runner, (NAME,), lambda: came.append("third"))
    assert came == ["first", "third"]


def test_what_is_broken_is_told_and_asked_for_again(
    desk: Desk, qtbot: QtBot, part: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part.write_text("raise ImportError('gone')\n")
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    for _ in range(2):
        with qtbot.waitSignal(desk.runner.failed):
            when_loaded(desk.runner, (NAME,), part.unlink)
    assert part.exists()
