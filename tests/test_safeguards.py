"""The guards of conftest.py bite: each way to go wrong unnoticed fails a test in a run of its own."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

BAD_AND_GOOD = """
import logging, os, sys, warnings
from pathlib import Path

def test_bad_warning():
    warnings.warn("look here")

def test_bad_log():
    logging.getLogger("x").warning("unannounced")

def test_bad_announcement(expected_log):
    expected_log("never comes")

def test_bad_qt_warning(qapp):
    from PySide6.QtCore import qWarning
    qWarning("something is wrong")

def test_bad_widget(qapp):
    from PySide6.QtWidgets import QWidget
    sys.kept = QWidget()

def test_bad_slot(qapp):
    from PySide6.QtCore import QTimer
    QTimer.singleShot(0, lambda: 1 / 0)
    qapp.processEvents()

def test_good_log(expected_log):
    expected_log("announced")
    logging.getLogger("x").error("announced")

def test_good_widget(qtbot):
    from PySide6.QtWidgets import QWidget
    qtbot.addWidget(QWidget())

def test_good_home(tmp_path):
    assert Path.home().parent == tmp_path.parent
    assert not list(Path(os.environ["XDG_CONFIG_HOME"]).iterdir())
"""


def test_each_guard_fails_the_test_it_should_and_no_other(tmp_path: Path) -> None:
    file = tmp_path / "test_sample.py"
    file.write_text(BAD_AND_GOOD, encoding="utf-8")
    config = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(ROOT), "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", *config, "-p", "tests.conftest", "-rfEp", str(file)]
    report = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    names = set(re.findall(r"def (test_\w+)", BAD_AND_GOOD))
    failed = set(re.findall(r"^(?:FAILED|ERROR) \S*::(test_\w+)", report, re.MULTILINE))
    passed = set(re.findall(r"^PASSED \S*::(test_\w+)", report, re.MULTILINE)) - failed
    assert failed == {name for name in names if name.startswith("test_bad")}, report
    assert passed == names - failed, report
