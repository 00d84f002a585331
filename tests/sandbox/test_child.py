"""Files of others are read in a child process: what it answers, and every way in which it may fail."""

import datetime as dt
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ministrack.domain.progress import Stopped
from ministrack.exchange.choices import Choices
from ministrack.sandbox.child import Limits, read_in_child, run_in_child
from ministrack.sandbox.file_problem import FileProblem

PARSERS = "tests.exchange.parsers"


@pytest.fixture(autouse=True)
def in_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    """The child looks where this process looks."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2]))


def test_an_answer_is_plain_data_and_the_choices_arrive(tmp_path: Path) -> None:
    file = tmp_path / "список.csv"
    file.write_text("Кыргызстан\nTürkiye\n", encoding="cp1254", errors="replace")
    choices = Choices("party", {"Land": "party.name"}, encoding="cp1254")
    answer = read_in_child(f"{PARSERS}:lines", file, choices)
    assert isinstance(answer, dict)
    assert answer["lines"][1] == "Türkiye"
    assert answer["on"] == dt.date(2025, 11, 26)
    assert answer["choices"] == choices
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes with names in folders")
def test_a_pipe_or_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    os.mkfifo(tmp_path / "pipe.csv")  # whoever opens it waits for somebody to write
    for name in ("folder.csv", "pipe.csv"):
        with pytest.raises(FileProblem, match=f"{name} is a folder or a device"):
            read_in_child(f"{PARSERS}:lines", tmp_path / name)


def test_the_child_is_light() -> None:
    loaded = run_in_child(f"{PARSERS}:modules", ())
    assert isinstance(loaded, list)
    assert not {"PySide6", "sqlite3", "ministrack.store", "ministrack.edits", "icalendar"} & set(loaded)


def test_a_large_answer_comes_whole() -> None:
    answer = run_in_child(f"{PARSERS}:many", (50_000,))
    assert isinstance(answer, list)
    assert len(answer) == 50_000
    assert answer[-1] == {"name": "Совещание министров № 49999", "number": 49_999}


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    assert run_in_child(f"{PARSERS}:counting", (), progress=lambda *step: told.append(step)) == "done"
    assert told == sorted(told)
    assert told[-1][0] > 0
    assert told[-1][1] == 1_000_000_000


def test_stopping_ends_the_child_at_once() -> None:
    def stop(done: int, total: int) -> None:
        raise Stopped

    begun = time.monotonic()
    with pytest.raises(Stopped) as stopped:
        run_in_child(f"{PARSERS}:hanging", (), progress=stop)
    assert time.monotonic() - begun < 10
    assert stopped.value.safe


def test_what_a_parser_refuses_arrives_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"a")
    with pytest.raises(FileProblem) as refused:
        read_in_child(f"{PARSERS}:refusing", file)
    problem = refused.value
    assert (problem.what, problem.line, problem.field) == ("Zeile 7: kein Datum.", 7, "Datum")
    assert (problem.safe, problem.todo) == ("a", "b")


@pytest.mark.parametrize(
    ("function", "limits", "words"),
    [
        ("falling", Limits(), "not as expected (KeyError, parsers.py"),
        ("hanging", Limits(seconds=1), "more than 1 seconds"),
        ("crashing", Limits(), "ended unexpectedly"),
        ("leaving", Limits(), "ended unexpectedly (code 3)"),
        ("not_data", Limits(), "ended unexpectedly"),
        ("foreign", Limits(), "ended unexpectedly"),
        ("acting", Limits(), "ended unexpectedly"),
        ("no_such_function", Limits(), "not as expected"),
    ],
)
def test_whatever_becomes_of_the_child_is_said_in_words(function: str, limits: Limits, words: str) -> None:
    with pytest.raises(FileProblem) as failed:
        run_in_child(f"{PARSERS}:{function}", (), limits=limits)
    assert words in failed.value.what
    assert "Ömüralıyev" not in str(failed.value)  # what a file holds never ends in a log
    assert failed.value.safe
    assert failed.value.todo


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not bound memory")
def test_memory_is_bounded() -> None:
    with pytest.raises(FileProblem, match="more than 200 MB of memory"):
        run_in_child(f"{PARSERS}:hungry", (), limits=Limits(memory=200 << 20))


def test_an_answer_too_large_is_refused() -> None:
    with pytest.raises(FileProblem, match="holds more than 1 MB"):
        run_in_child(f"{PARSERS}:many", (50_000,), limits=Limits(answer=1 << 20))


def test_a_file_too_large_or_gone_is_refused_before_anything_starts(tmp_path: Path) -> None:
    file = tmp_path / "Delegationen.csv"
    file.write_bytes(bytes(5 << 20))
    with pytest.raises(FileProblem, match=r"Delegationen\.csv is too large: 5 MB"):
        read_in_child("no:thing", file, limits=Limits(file_size=4 << 20))
    with pytest.raises(FileProblem, match="could not be read"):
        read_in_child("no:thing", tmp_path / "gone.csv")


def test_the_child_ends_with_its_parent() -> None:
    code = (
        "import os, sys, threading\n"
        "from ministrack.sandbox import child\n"
        "def tell(done, total):\n"
        "    print(started[0].pid, flush=True); os._exit(0)\n"
        "started = []; popen = child.subprocess.Popen\n"
        "def keep(*args, **kwargs):\n"
        "    started.append(popen(*args, **kwargs)); return started[0]\n"
        "child.subprocess.Popen = keep\n"
        f"child.run_in_child('{PARSERS}:hanging', (), progress=tell)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    pid = int(done.stdout)
    until = time.monotonic() + 10
    while _lives(pid) and time.monotonic() < until:
        time.sleep(0.01)
    assert not _lives(pid)


def _lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state.rpartition(")")[2].split()[0] != "Z"


def test_the_program_can_start_itself_as_the_child(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a frozen program does: it has no Python to start beside itself."""
    script = tmp_path / "frozen"
    paths = os.pathsep.join(filter(None, sys.path))
    script.write_text(
        f'#!/bin/sh\nPYTHONPATH="{paths}" exec "{sys.executable}" -m ministrack "$@"\n', "utf-8"
    )
    script.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(script))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert run_in_child(f"{PARSERS}:many", (1,)) == [{"name": "Совещание министров № 0", "number": 0}]
