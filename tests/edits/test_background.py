"""Steps on another thread: what they store is the window's own, and nobody waits for them."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from ministrack.domain.errors import DossierInUse, InvalidValue
from ministrack.domain.party import Party
from ministrack.domain.person import Person
from ministrack.domain.progress import Stopped
from ministrack.domain.record import Ref
from ministrack.edits.background import background_of
from ministrack.edits.changes import ChangeSet, Edit
from ministrack.edits.records import add_record
from ministrack.edits.workspace import Workspace
from ministrack.edits.writer import Writer
from ministrack.store import dossier
from tests.dossiers import AYGUN, outside

NEW = Party(name="Magyarország", code="HU")
PEOPLE = [Person(name=f"Кубанычбек Омуралиев {number}") for number in range(2500)]
IMPORT = Edit("Import Gäste.csv", lambda writer: writer.add_all(PEOPLE))


def test_what_it_stores_is_the_windows_own_last_step(workspace: Workspace) -> None:
    before = workspace.read.count("person")
    heard: list[ChangeSet] = []
    workspace.subscribe(heard.append)
    background = background_of(workspace)
    with ThreadPoolExecutor(1) as thread:
        stored = thread.submit(background.run, IMPORT).result()
    assert stored.moved == {"person"}
    workspace.poll()
    assert [(each.edit and each.edit.label, each.own) for each in heard] == [("Import Gäste.csv", True)]
    assert workspace.saved_at is not None
    assert workspace.undo_label() == "Import Gäste.csv"
    workspace.undo()
    assert workspace.read.count("person") == before
    workspace.redo()
    assert workspace.read.count("person") == before + 2500
    assert workspace.read.verify() == []


def test_it_is_told_how_far_it_is_and_stopping_stores_nothing(workspace: Workspace) -> None:
    told: list[int] = []

    def stop(done: int, total: int) -> None:
        told.append(done)
        if len(told) == 2:
            raise Stopped

    with ThreadPoolExecutor(1) as thread, pytest.raises(Stopped):
        thread.submit(background_of(workspace).run, IMPORT, stop).result()
    assert told == [1000, 2000]
    assert workspace.poll() == []
    assert PEOPLE[0] not in workspace.read.find(Person)
    workspace.run(add_record(NEW))


def test_changes_tell_how_far_they_are_and_are_stopped_whole(workspace: Workspace) -> None:
    workspace.run(IMPORT)
    told: list[int] = []

    def correct(writer: Writer) -> None:
        for person in PEOPLE:
            writer.change(Ref("person", person.id), {"note": "Kırgız Respublikası"}, {"note": None})

    def stop(done: int, total: int) -> None:
        told.append(done)
        if done >= 200:
            raise Stopped

    with ThreadPoolExecutor(1) as thread, pytest.raises(Stopped):
        thread.submit(background_of(workspace).run, Edit("Corrected", correct), stop).result()
    assert told == [50, 100, 150, 200]
    assert {person.note for person in workspace.read.find(Person) if person in PEOPLE} == {None}


def test_who_writes_meanwhile_is_told_at_once(workspace: Workspace) -> None:
    writing, go_on = Event(), Event()

    def apply(writer: Writer) -> None:
        IMPORT.apply(writer)
        writing.set()
        go_on.wait(20)

    with ThreadPoolExecutor(1) as thread:
        stored = thread.submit(background_of(workspace).run, Edit("Import", apply))
        assert writing.wait(20)
        with pytest.raises(DossierInUse, match="still being stored"):
            workspace.run(add_record(NEW))
        with pytest.raises(DossierInUse):
            workspace.rehearse([add_record(NEW)])
        assert workspace.poll() == []
        assert PEOPLE[0] not in workspace.read.find(Person)
        go_on.set()
        stored.result()
    workspace.run(add_record(NEW))
    assert PEOPLE[0] in workspace.read.find(Person)


def test_the_window_reads_on_where_there_is_no_write_ahead_log(
    path: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.close()
    outside(path, "PRAGMA journal_mode = DELETE")
    monkeypatch.setattr(dossier, "_prepare", lambda *_: None)  # as where SQLite cannot have one
    window = Workspace.open(path, AYGUN)
    before = window.read.count("person")
    writing, go_on = Event(), Event()

    def apply(writer: Writer) -> None:
        writer.add_all(Person(name=f"Szijjártó {n}", note="x" * 4000) for n in range(2500))
        writing.set()
        go_on.wait(20)

    with ThreadPoolExecutor(1) as thread:
        stored = thread.submit(background_of(window).run, Edit("Import", apply))
        assert writing.wait(20)
        assert window.read.count("person") == before
        assert window.poll() == []
        go_on.set()
        stored.result()
    window.poll()
    assert window.read.count("person") == before + 2500
    window.undo()
    window.close()
    assert not path.with_name(f"{path.name}-wal").exists()


def test_a_refused_edit_leaves_the_way_free(workspace: Workspace) -> None:
    twice = Edit("Twice", lambda writer: writer.add_all([NEW, Party(name="Ungarn", code="HU")]))
    with pytest.raises(InvalidValue, match="HU already belongs"):
        background_of(workspace).run(twice)
    workspace.run(add_record(NEW))
