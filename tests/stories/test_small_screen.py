"""The story of a screen smaller than the window would like: all of the window is on it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SHOW = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ministrack.app import open_window
from ministrack.edits.workspace import Identity
from ministrack.program import create_sample

app = QApplication(["ministrack"])
create_sample(Path(sys.argv[1]), Identity("Aygün", "desk")).close()
window = open_window(Path(sys.argv[1]))
window.show()
app.processEvents()
place, room = window.geometry(), window.screen().availableGeometry()
window.desk.focus.show_view("meetings")
app.processEvents()
status = window.status_line.geometry()
print(json.dumps([room.contains(place), place.width(), place.height(), status.bottom() < place.height()]))
window.close()
"""


@pytest.mark.parametrize(("width", "height"), [(1000, 600), (1024, 640), (800, 600)])
def test_all_of_the_window_is_on_it(tmp_path: Path, width: int, height: int) -> None:
    screen = tmp_path / "screen.json"
    one = {"name": "small", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    screen.write_text(json.dumps({"screens": [one]}), encoding="utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screen}"}
    command = [sys.executable, "-c", SHOW, str(tmp_path / "Bakı.ministrack")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    within, shown_width, shown_height, has_status = json.loads(done.stdout)
    assert within
    assert has_status
    assert (shown_width, shown_height) == (width - 8, height - 40)
