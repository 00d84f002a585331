"""The dossiers that are made for measuring are sound, whatever their size."""

import os
import subprocess
import sys
from pathlib import Path

from ministrack.edits.workspace import Workspace
from tests.dossiers import AYGUN

ROOT = Path(__file__).resolve().parent.parent


def test_a_generated_dossier_has_everything_and_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "Длинные имена.ministrack"
    command = [sys.executable, str(ROOT / "benchmarks" / "dossiers.py"), str(path), "60"]
    subprocess.run(
        command, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT / "src")}
    )
    workspace = Workspace.open(path, AYGUN)
    read = workspace.read
    for table, least in {"meeting": 60, "party": 60, "series": 12, "delegation": 400, "task": 120}.items():
        assert read.count(table) >= least, table
    assert read.search("الاجتماع")
    assert read.search("заседание")
    assert read.verify() == []
    workspace.close()
