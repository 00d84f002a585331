"""The story of somebody who closes the window of a throw-away sample while it is still at work."""

import subprocess
import sys
from pathlib import Path

CLOSED_AT_WORK = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ministrack.domain.person import Person
from ministrack.edits.changes import Edit
from ministrack.edits.records import add_record
from ministrack.program import Program
from ministrack.settings import Settings

app = QApplication([])
program = Program(app, Settings(Path(sys.argv[1]) / "settings.json"))
window = program.open_throw_away_sample()
window.show()
sample = window.desk.workspace.path
assert window.desk.runner.run(add_record(Person(name="Szijjártó Péter"))), "the sample can be edited"
background = window.desk.runner.background()

def gone_on(writer):
    while True:
        writer.add(Person(name="Сыдыгалиев"))

job = window.desk.runner.start(lambda progress: background.run(Edit("Import", gone_on), progress))
job.progressed.connect(lambda done, total: window.close())
code = app.exec()
print("folder left behind" if sample.parent.exists() else "closed")
sys.exit(code)
"""


def test_work_is_ended_with_the_window_and_nothing_is_left(tmp_path: Path) -> None:
    command = [sys.executable, "-c", CLOSED_AT_WORK, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout.strip()) == (0, "closed"), done.stderr
