"""The dossiers that are made for measuring are sound, whatever their size."""

import json
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


def test_what_is_found_in_reports_is_counted(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    text = "The ministers signed the Samarkand Declaration on 14 May 2025 and read the Bukhara Memorandum.\n"
    (tmp_path / "texts" / "one.txt").write_text(text, encoding="utf-8")
    documents = [{"title": "Samarkand Declaration"}, {"title": "Treaty of Khiva"}]
    (tmp_path / "key.json").write_text(
        json.dumps({"_about": {}, "one": {"documents": documents}}), encoding="utf-8"
    )
    command = [sys.executable, str(ROOT / "benchmarks" / "reading.py"), "--each", "--untimed", str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, capture_output=True, env=environment, text=True, check=True)
    line = next(each for each in done.stdout.splitlines() if each.startswith("document "))
    assert line.split()[1:3] == ["1", "2"]
    assert "one: " in done.stdout
