"""What is not needed for the first window is not imported for it: docs/decisions/0003-start.md."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ministrack.edits.sample import load_sample
from ministrack.edits.workspace import Identity, Workspace

SHOW = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
before = set(sys.modules)
from ministrack.app import open_window
app = QApplication(sys.argv)
window = open_window(Path(sys.argv[1]))
imported = sorted(set(sys.modules) - before)
window.show()
app.processEvents()  # the table takes the keyboard, and with it a record and its form
print(json.dumps(imported))
"""

LATER = (
    # other packages, and parts of the standard library that take more than a millisecond
    "sqlite_utils", "edtf", "babel", "anyascii", "dateutil", "click",
    "argparse", "calendar", "csv", "dataclasses", "difflib", "email", "gettext", "hashlib", "html",
    "http", "ssl", "urllib.request", "uuid", "xml",
    # rooms and parts of the window that have nothing to do before somebody asks for them
    "ministrack.cli", "ministrack.exchange", "ministrack.edits.sample", "ministrack.edits.many",
    "ministrack.edits.undo_many", "ministrack.store.many", "ministrack.store.migrations",
    "ministrack.store.verify", "ministrack.domain.date_reading", "ministrack.domain.date_grammar",
    "ministrack.ui.forms", "ministrack.ui.dialogs.messages", "ministrack.ui.dialogs.creating",
    "ministrack.ui.dialogs.deleting", "ministrack.ui.dialogs.about", "ministrack.ui.dialogs.shortcuts",
    "ministrack.ui.guide", "ministrack.ui.search.popup",
    "ministrack.ui.filter_bar.choosing", "ministrack.ui.filter_bar.period", "ministrack.ui.welcome.strip",
    "ministrack.ui.inspector.record_pane", "ministrack.ui.inspector.links",
    "ministrack.ui.views.people", "ministrack.ui.views.delegations", "ministrack.ui.views.tasks",
)  # fmt: skip


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Every module that building the first window brings in beside those of a bare one."""
    folder = tmp_path_factory.mktemp("start")
    dossier = folder / "Şuşa.ministrack"
    workspace = Workspace.create(dossier, Identity("Aygün Əliyeva", "desk"))
    workspace.run(load_sample())
    workspace.close()
    return shown(dossier, folder)


def shown(dossier: Path, home: Path) -> list[str]:
    """The modules that showing a dossier imports, in a process of its own."""
    places = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    environment = {"QT_QPA_PLATFORM": "offscreen", **places}
    command = [sys.executable, "-c", SHOW, str(dossier)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    names: list[str] = json.loads(done.stdout)
    return names


def test_the_first_window_leaves_out_what_it_does_not_need(imported: list[str]) -> None:
    assert not [name for name in imported if name.startswith(tuple(f"{each}." for each in LATER))]
    assert not set(imported) & set(LATER)


def test_the_first_window_has_its_table_and_timeline(imported: list[str]) -> None:
    needed = {"ministrack.ui.views.meetings.plan", "ministrack.ui.views.timeline.painting"}
    assert needed <= set(imported)


def loaded_by(command: str) -> set[str]:
    """The modules that a process has once it knows what its command line asks for."""
    show = f"""
import json, sys
from ministrack.cli.program import run
run({command.split()!r}, None)
print(json.dumps(sorted(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", show], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_a_command_leaves_out_what_other_commands_need() -> None:
    names = loaded_by("list --help")
    assert "ministrack.cli.listing" in names
    others = ("ministrack.reports.papers", "ministrack.sandbox.child", "http", "urllib.request", "xml")
    assert not names & set(others)


def test_reading_a_report_leaves_out_what_dossiers_need() -> None:
    names = loaded_by("read --help")
    assert "ministrack.reading.reader" in names
    rooms = ("ministrack.exchange", "ministrack.reports", "ministrack.settings")
    assert not [name for name in names if name.startswith(rooms)]
    others = ("ministrack.edits.workspace", "ministrack.store.reader", "sqlite_utils", "babel", "yaml")
    assert not names & set(others)
