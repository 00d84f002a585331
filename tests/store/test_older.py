"""A dossier of an earlier version opens with everything that was in it, and can be undone further back."""

import gzip
import os
from pathlib import Path

import pytest

from ministrack.domain.errors import DossierReadOnly
from ministrack.domain.filing import Inquiry
from ministrack.domain.meeting import Meeting
from ministrack.edits.records import add_record, change_record
from ministrack.edits.workspace import Workspace
from ministrack.store.version import VERSION
from tests.dossiers import AYGUN, THIRD, ref_of

FIRST = Path(__file__).parent / "version_1.ministrack.gz"
"""A dossier with one record of every kind and a change of a city, made by the first version."""


@pytest.fixture
def older(tmp_path: Path) -> Path:
    path = tmp_path / "Bakı 2025.ministrack"
    path.write_bytes(gzip.decompress(FIRST.read_bytes()))
    return path


def test_a_dossier_of_the_first_version_opens_whole(older: Path) -> None:
    workspace = Workspace.open(older, AYGUN)
    (third,) = [each for each in workspace.read.find(Meeting) if each.city == "Ankara"]
    assert (third.name, third.time, third.recurrence) == (THIRD.name, None, None)
    assert workspace.read.verify() == []
    workspace.run(change_record(workspace.read, ref_of(third), new={"time": "10:00–13:00 Asia/Baku"}))
    workspace.run(add_record(Inquiry(missing="meeting.date", subject_table="meeting", subject=third.id)))
    assert workspace.read.verify() == []
    for _ in range(3):
        workspace.undo()
    row = workspace.read.row(ref_of(third), ("city", "time"))
    assert row is not None
    assert (row["city"], row["time"]) == (None, None)
    assert workspace.read.verify() == []
    workspace.close()


def test_one_that_cannot_be_brought_up_to_date_says_so(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    before = older.read_bytes()
    with pytest.raises(DossierReadOnly, match="older version"):
        Workspace.open(older, AYGUN)
    assert older.read_bytes() == before
    monkeypatch.undo()
    Workspace.open(older, AYGUN).close()
    assert VERSION > 1
