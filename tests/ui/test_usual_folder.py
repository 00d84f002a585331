"""Where files are proposed: not in the hidden folder of the program, where nobody finds them again."""

from pathlib import Path

import pytest

from ministrack.paths import default_dossier
from ministrack.ui.usual_folder import usual_folder


def test_files_are_proposed_beside_the_dossier_but_not_in_the_hidden_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "hidden"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert usual_folder(tmp_path / "work" / "Justice.ministrack") == tmp_path / "work"
    assert usual_folder(default_dossier()) == tmp_path
    (tmp_path / "Documents").mkdir()
    assert usual_folder(default_dossier()) == tmp_path / "Documents"
