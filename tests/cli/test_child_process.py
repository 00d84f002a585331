"""The real command in a process of its own: without Qt, without a display, into pipes that close early."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ministrack.cli.exits import Exit

WITHOUT_QT = (
    "import sys; sys.modules['PySide6'] = sys.modules['shiboken6'] = None\n"
    "from ministrack.__main__ import main\n"
    "code = main(sys.argv[1:])\n"
    "foreign = ('PySide6.', 'shiboken6.', 'ministrack.ui')\n"
    "loaded = [name for name in sys.modules if name.startswith(foreign)]\n"
    "print(loaded, file=sys.stderr)\n"
    "sys.exit(code)"
)


def environment(**more: str) -> dict[str, str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return {name: value for name, value in os.environ.items() if name not in hidden} | more


def run(*arguments: object, **more: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "ministrack", *map(str, arguments)]
    return subprocess.run(command, env=environment(**more), capture_output=True, check=False)


@pytest.mark.parametrize(
    "arguments",
    [
        ["info"],
        ["list", "people", "--json"],
        ["search", "tunc"],
        ["history"],
        ["undo"],
        ["check"],
        ["export", "-o-"],
    ],
    ids=" ".join,
)
def test_no_command_loads_qt(dossier: Path, arguments: list[str]) -> None:
    command = [sys.executable, "-c", WITHOUT_QT, *arguments, "--dossier", str(dossier)]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1] == "[]"
    assert done.returncode == (1 if arguments == ["undo"] else 0), done.stderr


def test_an_ascii_terminal_in_no_locale(dossier: Path) -> None:
    ascii_only = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = run("list", "people", "--dossier", dossier, **ascii_only)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Yilmaz Tunc" in done.stdout
    done = run("list", "people", "--json", "--dossier", dossier, **ascii_only)
    assert "Yılmaz Tunç" in [each["name"] for each in json.loads(done.stdout.decode("utf-8"))]
    done = run("list", "people", "--country", "Атлантида", "--dossier", dossier, **ascii_only)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_a_pipe_that_closes_early_is_no_error(dossier: Path, more: list[str]) -> None:
    command = [sys.executable, "-m", "ministrack", "history", "--dossier", str(dossier), *more]
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        command, env=environment(), stdout=write, stderr=subprocess.PIPE, check=False, pass_fds=(write,)
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="there a process is ended without being asked")
def test_a_command_that_is_ended_leaves_nothing_behind(dossier: Path, tmp_path: Path) -> None:
    own = tmp_path / "temporary"
    own.mkdir()
    command = [sys.executable, "-m", "ministrack", "import", "-", "--dossier", str(dossier)]
    with subprocess.Popen(
        command, env=environment(TMPDIR=str(own)), stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        until = time.monotonic() + 30
        while not list(own.iterdir()) and time.monotonic() < until:
            time.sleep(0.02)
        assert list(own.iterdir())  # it waits for more
        process.terminate()
        assert process.wait(30) == Exit.STOPPED
        assert process.stderr is not None
        assert process.stderr.read().decode().strip() == "Stopped."
    assert not list(own.iterdir())


def test_without_a_display_it_says_so_and_loads_no_qt() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT], env=environment(), capture_output=True, text=True, check=False
    )
    sentence, loaded = done.stderr.splitlines()
    assert done.returncode == 4
    assert "no display" in sentence
    assert loaded == "[]"


def test_a_command_starts_without_what_only_the_window_or_writing_needs(dossier: Path) -> None:
    code = (
        "import sys; from ministrack.__main__ import main; main(sys.argv[1:])\n"
        "heavy = {'sqlite_utils', 'edtf', 'babel', 'PySide6', 'click'} & set(sys.modules)\n"
        "print(sorted(heavy), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "list", "meetings", "--dossier", str(dossier)]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    assert done.stderr.strip() == "[]"
