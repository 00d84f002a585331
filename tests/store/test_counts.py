"""Counts are asked once for as long as nothing is written, by whomever."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.party import Party
from ministrack.edits.changes import Edit
from ministrack.edits.records import add_record
from ministrack.edits.workspace import Workspace
from ministrack.edits.writer import Writer
from ministrack.store.dossier import open_dossier
from ministrack.store.reader import Reader
from tests.dossiers import BAKYT, filled

PLANNED = Compare("status", MeetingStatus.PLANNED.value)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = filled(tmp_path / "Dosya.ministrack")
    yield made
    made.close()


def test_the_same_question_is_asked_once(workspace: Workspace) -> None:
    dossier = open_dossier(workspace.path)
    asked: list[str] = []
    dossier.connection.set_trace_callback(asked.append)
    read = Reader(dossier)
    found = [read.count("meeting", PLANNED) for _ in range(3)]
    assert len(set(found)) == 1
    assert len([sql for sql in asked if "count(*)" in sql]) == 1
    assert read.count("meeting") > found[0]
    dossier.close()


def test_what_is_written_here_counts_at_once(workspace: Workspace) -> None:
    before = workspace.read.count("meeting", PLANNED)
    workspace.run(add_record(Meeting(name="Dördüncü toplantı")))
    assert workspace.read.count("meeting", PLANNED) == before + 1
    workspace.undo()
    assert workspace.read.count("meeting", PLANNED) == before


def test_what_another_program_has_written_counts_too(workspace: Workspace) -> None:
    before = workspace.read.count("meeting")
    other = Workspace.open(workspace.path, BAKYT)
    other.run(add_record(Meeting(name="Внеочередная встреча")))
    other.close()
    assert workspace.read.count("meeting") == before + 1


def test_what_is_taken_back_was_never_counted(workspace: Workspace) -> None:
    read, seen = workspace.read, list[int]()
    before = read.count("party")
    step = add_record(Party(name="Gagauzia"))

    def counting(writer: Writer) -> None:
        step.apply(writer)
        seen.append(read.count("party"))

    workspace.rehearse([Edit(step.label, counting, step.about)])
    assert seen == [before + 1]
    assert read.count("party") == before
