"""Long steps away from the window's thread: signals, stopping, faults, and the end of the window."""

import gc
import sys
import threading
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from ministrack.domain.errors import InvalidValue, MinistrackError, UndoRefused
from ministrack.domain.person import Person
from ministrack.domain.progress import Progress, Stopped
from ministrack.domain.record import Ref
from ministrack.edits.changes import ChangeSet, Edit
from ministrack.ui.desk import Desk
from tests.dossiers import outside

PEOPLE = [Person(name=f"Yılmaz Tunç {number}") for number in range(1200)]


def test_answers_and_progress_come_in_the_windows_thread(desk: Desk, qtbot: QtBot) -> None:
    seen = Event()
    told: list[tuple[int, int]] = []

    def work(progress: Progress) -> str:
        progress(3, 7)
        seen.wait(20)
        return threading.current_thread().name

    job = desk.runner.start(work)
    with qtbot.waitSignal(job.progressed):
        job.progressed.connect(lambda *step: told.append(step))
    assert told == [(3, 7)]
    assert desk.runner.is_busy
    with qtbot.waitSignal(job.finished) as finished:
        seen.set()
    assert finished.args == ["job"]
    assert not desk.runner.is_busy


def test_cancelling_ends_in_stopped(desk: Desk, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        while True:
            progress(0, 0)

    job = desk.runner.start(work)
    with qtbot.waitSignal(job.failed) as failed:
        job.cancel()
    assert isinstance(failed.args[0], Stopped)
    assert not desk.runner.is_busy


def test_errors_and_faults_are_told_in_words(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Progress) -> None:
        raise InvalidValue("Zeile 7", field="date")

    with qtbot.waitSignal(desk.runner.start(refuse).failed) as failed:
        pass
    assert failed.args[0].field == "date"
    faults: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: faults.append(kind))
    with qtbot.waitSignal(desk.runner.start(lambda _: int("Ömüralıyev")).failed) as failed:
        pass
    assert faults == [ValueError]
    assert isinstance(failed.args[0], MinistrackError)
    assert failed.args[0].todo


def test_a_stored_step_is_the_windows_own_and_undone_by_it(desk: Desk, qtbot: QtBot) -> None:
    heard: list[ChangeSet] = []
    desk.feed.changed.connect(heard.append)
    background = desk.runner.background()
    edit = Edit("Import Gäste.csv", lambda writer: writer.add_all(PEOPLE))
    with qtbot.waitSignal(desk.runner.start(lambda progress: background.run(edit, progress)).finished):
        pass
    assert [each.own for each in heard if each.edit] == [True]
    assert desk.workspace.undo_label() == "Import Gäste.csv"
    words: list[str] = []
    desk.runner.begun.connect(words.append)
    with qtbot.waitSignal(desk.feed.changed):
        assert desk.runner.undo()
        assert words == ["Taking back…"]
        assert desk.read.exists(Ref("person", PEOPLE[0].id))
    assert not desk.read.exists(Ref("person", PEOPLE[0].id))


def test_the_window_waits_for_what_runs_and_stops_it(desk: Desk) -> None:
    ended = Event()

    def work(progress: Progress) -> None:
        try:
            while True:
                progress(1, 2)
        finally:
            ended.set()

    usual = sys.getswitchinterval()
    desk.runner.start(work)
    assert not gc.isenabled()
    desk.runner.end()
    assert gc.isenabled()
    assert ended.is_set()
    assert not desk.runner.is_busy
    assert sys.getswitchinterval() == usual


def test_what_a_step_made_is_not_looked_through_while_it_is_there(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.runner.start(lambda _: [[] for _ in range(30_000)]).finished) as finished:
        pass
    assert not gc.isenabled()
    finished.args.clear()
    del finished
    qtbot.waitUntil(gc.isenabled)


def test_a_long_step_that_is_refused_is_told(desk: Desk, qtbot: QtBot, dossier_path: Path) -> None:
    desk.workspace.run(Edit("Import Gäste.csv", lambda writer: writer.add_all(PEOPLE)))
    outside(dossier_path, f"UPDATE person SET note = 'x' WHERE id = '{PEOPLE[7].id}'")
    desk.feed.look()
    with qtbot.waitSignal(desk.runner.failed) as failed:
        desk.runner.undo()
    assert isinstance(failed.args[0], UndoRefused)
    assert desk.read.exists(Ref("person", PEOPLE[0].id))


def test_what_a_step_was_at_is_freed_on_its_thread(desk: Desk, qtbot: QtBot) -> None:
    freed: list[str] = []

    class Page:
        def __del__(self) -> None:
            freed.append(threading.current_thread().name)

    def work(_: Progress) -> None:
        page = Page()
        raise InvalidValue(type(page).__name__)

    with qtbot.waitSignal(desk.runner.start(work).failed):
        pass
    assert freed == ["job"]
