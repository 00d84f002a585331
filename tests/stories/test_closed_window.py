"""The story of a window that is closed while the program goes on: what is left of it does no harm."""

import subprocess
import sys
from pathlib import Path

OPENED_AND_CLOSED = """
import gc, sys
from pathlib import Path
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.program import Program, create_sample
from ministrack.settings import Settings

folder = Path(sys.argv[1])
app = QApplication([])
settings = Settings(folder / "settings.json")
for round in range(6):
    program = Program(app, settings)
    dossier = folder / "İclas.ministrack"
    if not dossier.exists():
        create_sample(dossier, program.identity).close()
    window = program.open(dossier)
    window.show()
    for view in ("overview", "meetings", "delegations", "tasks", "people", "documents"):
        window.desk.focus.show_view(view)
        app.processEvents()
    window.desk.focus.select(Ref("meeting", window.desk.read.find(Meeting)[1].id))
    app.processEvents()
    window.close()
    del window, program
    app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()
    gc.collect()
print("still here")
"""


def test_collecting_what_a_closed_window_leaves_takes_nothing_down(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPENED_AND_CLOSED, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "still here"), done.stderr
