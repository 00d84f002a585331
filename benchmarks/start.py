"""Start to the first complete window: ours beside a bare PySide6 window, interleaved in one run.

Each round starts two new processes: one that shows an empty window with named imports, one that shows the
sample dossier with its tables, details and timeline, both on a screen of 1440 x 900. They handle events until
all is painted, and end. A first run, which is not timed, proves that rows and timeline are painted by then.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 11  # the first is thrown away
SCREEN = {"name": "screen", "x": 0, "y": 0, "width": 1440, "height": 900, "logicalDpi": 96, "dpr": 1}

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1440, 900)
window.show()
app.processEvents()
QTimer.singleShot(0, app.quit)
app.exec()
"""

OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ministrack.app import open_window
app = QApplication(sys.argv)
window = open_window(Path(sys.argv[1]))
window.show()
app.processEvents()
QTimer.singleShot(0, app.quit)
app.exec()
"""

PROOF = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from ministrack.app import open_window
class Watch(QObject):
    seen = set()
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.seen.add(watched)
        return False
app = QApplication(sys.argv)
window = open_window(Path(sys.argv[1]))
table = window.views.current().table_widget
parts = (table.viewport(), window.inspector, window.navigation, window.timeline)
watch = Watch()
for part in parts:
    part.installEventFilter(watch)
window.show()
app.processEvents()
missing = [part.objectName() for part in parts if part not in watch.seen]
if missing or not table.model().rowCount():
    sys.exit(f"Not painted at the end of the start: {missing}; rows: {table.model().rowCount()}")
"""

MAKE = """
import sys
from pathlib import Path
from ministrack.edits.sample import load_sample
from ministrack.edits.workspace import Identity, Workspace
workspace = Workspace.create(Path(sys.argv[1]), Identity("benchmark", "benchmark"))
workspace.run(load_sample())
workspace.close()
"""


def main() -> None:
    """Measures and prints a table, then the same as one line of JSON."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder}
        screen = Path(folder) / "screen.json"  # large enough that no pane is folded away
        screen.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
        if environment.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
            environment["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
        dossier = str(Path(folder) / "Sample.ministrack")
        subprocess.run([sys.executable, "-c", MAKE, dossier], check=True, env=environment)
        seconds(PROOF, dossier, environment)
        bare, ours = [], []
        for _ in range(ROUNDS):
            bare.append(seconds(BARE, dossier, environment))
            ours.append(seconds(OURS, dossier, environment))
    limit, mine = (1000 * statistics.median(times[1:]) for times in (bare, ours))
    print(f"{'bare window':<24}{limit:8.0f} ms")
    print(f"{'sample dossier':<24}{mine:8.0f} ms")
    print(f"{'ratio':<24}{mine / limit:8.2f} x")
    print(
        json.dumps({"limit_ms": round(limit, 1), "ours_ms": round(mine, 1), "ratio": round(mine / limit, 3)})
    )


def seconds(program: str, dossier: str, environment: dict[str, str]) -> float:
    """Wall time of one process from start to exit."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", program, dossier], check=True, env=environment)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
