"""dev.py sets up a bare checkout once, repairs what was interrupted, and starts at once from then on."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import dev

SOURCE = Path(dev.__file__)


class Machine:
    """A checkout in a temporary folder whose pip, apt-get and environments are only written down."""

    def __init__(self, folder: Path) -> None:
        """Describe the checkout in `folder`."""
        self.folder = folder
        self.calls: list[str] = []
        self.broken = ""

    def pip(self, *arguments: str) -> None:
        """Note what pip was asked for; fail if that is what is broken."""
        self.note("editable" if "--editable" in arguments else "packages")

    def compile_sources(self) -> None:
        """Note that our modules were compiled."""
        self.note("compiled")

    def make_environment(self) -> None:
        """Note that an environment was made, and leave what shows that it exists."""
        self.note("environment")
        python = self.folder / ".venv" / "bin" / "python"
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()
        (self.folder / ".venv" / "pyvenv.cfg").write_text(f"home = {self.folder}\n", encoding="utf-8")

    def note(self, call: str) -> None:
        """Write a call down, or fail as the real one would."""
        if call == self.broken:
            raise SystemExit(f"no {call}")
        self.calls.append(call)

    def set_up(self) -> list[str]:
        """Set up and return what that took."""
        self.calls.clear()
        dev.set_up()
        return list(self.calls)


EVERYTHING = ["environment", "packages", "editable", "compiled"]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """Return a machine with nothing set up and nothing missing."""
    machine = Machine(tmp_path)
    (tmp_path / "requirements.lock").write_text("edtf==5.0.2\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(dev, "STAMP", tmp_path / ".venv" / "ready")
    monkeypatch.setattr(dev, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(dev, "pip", machine.pip)
    monkeypatch.setattr(dev, "make_environment", machine.make_environment)
    monkeypatch.setattr(dev, "compile_sources", machine.compile_sources)
    monkeypatch.setattr(dev, "missing_system_packages", list)
    return machine


def test_the_first_start_does_everything_and_the_second_nothing(machine: Machine) -> None:
    assert machine.set_up() == EVERYTHING
    assert machine.set_up() == []


@pytest.mark.parametrize("step", EVERYTHING)
def test_an_interrupted_set_up_is_repaired_by_the_next_call(machine: Machine, step: str) -> None:
    machine.broken = step
    with pytest.raises(SystemExit):
        machine.set_up()
    machine.broken = ""
    assert machine.set_up() == EVERYTHING
    assert machine.set_up() == []


def test_new_pins_rebuild_the_environment_and_a_new_description_only_the_project(machine: Machine) -> None:
    machine.set_up()
    (machine.folder / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert machine.set_up() == ["editable", "compiled"]
    (machine.folder / "requirements.lock").write_text("edtf==5.0.3\n", encoding="utf-8")
    assert machine.set_up() == EVERYTHING


def test_a_python_that_is_gone_or_another_one_rebuilds(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.set_up()
    settings = machine.folder / ".venv" / "pyvenv.cfg"
    settings.write_text(f"home = {machine.folder / 'gone'}\n", encoding="utf-8")
    assert machine.set_up() == EVERYTHING
    dev.PYTHON.unlink()
    assert machine.set_up() == EVERYTHING
    monkeypatch.setattr(sys, "version_info", (3, 19, 0, "final", 0))
    assert machine.set_up() == EVERYTHING


def test_missing_system_packages_are_named_in_one_line_where_they_may_not_be_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(dev, "administrator", lambda: None)
    with pytest.raises(SystemExit) as stopped:
        dev.install_system_packages(["libegl1", "libgl1"])
    line = "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libgl1"
    assert f"  {line}\n" in str(stopped.value)


def test_missing_system_packages_are_installed_where_they_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []

    def run(command: list[str], **_options: object) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(dev, "administrator", lambda: ["sudo", "-n"])
    monkeypatch.setattr("subprocess.run", run)
    dev.install_system_packages(["libegl1"])
    assert [command[-1] for command in commands] == ["update", "libegl1"]
    assert all(command[:2] == ["sudo", "-n"] for command in commands)


def test_a_library_that_does_not_load_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "QT_LIBRARIES", {"libno-such-thing.so.9": "libno-such-thing9"})
    assert "libno-such-thing9" in dev.missing_system_packages()


def test_an_older_python_is_told_plainly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ast.parse(SOURCE.read_text(encoding="utf-8"), feature_version=(3, 7))
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    assert dev.main(["run"]) == 1
    assert "needs Python 3.11 or newer; this is Python 3.9." in capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["no-such"], 2), (["--help"], 0)])
def test_help_names_every_command(
    arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(arguments) == code
    said = capsys.readouterr()
    assert all(f"\n  {name} " in said.out + said.err for name in dev.COMMANDS)


def test_dev_needs_the_standard_library_only() -> None:
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"))
    roots = {
        alias.name.partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    roots |= {
        str(node.module).partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
    }
    assert roots <= sys.stdlib_module_names
