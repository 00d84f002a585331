#!/usr/bin/env python3
"""One command for everything: python3 dev.py run | test | check | shots | bench | lock.

Needs Python 3.11 or newer and nothing else. The first call sets up: system libraries of Qt, a private
environment in .venv, the packages pinned in requirements.lock. Later calls start at once, without network.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "ready"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

# What Qt loads from the system, and the Debian or Ubuntu package that holds it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
FONT_FILES = (".ttf", ".otf", ".ttc", ".pfb")

# A worker that has run out of tests takes some over from another one.
ALL_TESTS = ("--numprocesses=auto", "--dist=worksteal")

USAGE = """Usage: python3 dev.py COMMAND

  run [ARGUMENTS]      start ministrack; arguments go to the program (try: run --sample)
  test [ARGUMENTS]     run the tests; arguments go to pytest (try: test -k timeline)
  check                style, types and architecture
  shots                make the pictures of the README and the guide from the real window
  bench [NAME]         measure: one of benchmarks/, or all of them
  lock [ARGUMENTS]     pin the packages anew in requirements.lock (try: lock --upgrade)

The first call sets everything up, which takes a minute or two.
"""


def say(text: str) -> None:
    """Print a line of progress at once, on standard error: standard output belongs to the command itself."""
    print(text, file=sys.stderr, flush=True)


# --- set-up -------------------------------------------------------------------------------------------------


def set_up() -> None:
    """Make .venv ready for this checkout, or return at once when it is. Raises SystemExit with the reason."""
    wanted = fingerprint()
    found = read_stamp()
    if found == wanted:
        return
    install_system_packages(missing_system_packages())
    # A stamp of the same environment means that only pyproject.toml has changed since.
    if found[:1] != wanted[:1]:
        STAMP.unlink(missing_ok=True)
        make_environment()
        install_packages()
    say("Step 3 of 3: installing ministrack itself, from this folder")
    pip("install", "--no-build-isolation", "--no-deps", "--editable", str(ROOT))
    compile_sources()
    STAMP.write_text("\n".join(wanted), encoding="utf-8")
    say("Ready.")


def fingerprint() -> list[str]:
    """Return two digests: of the environment (packages, Python, place) and of the project's description."""
    version = ".".join(map(str, sys.version_info[:2]))
    place = f"{sys.implementation.name} {version} {ROOT}".encode()
    project = (ROOT / "pyproject.toml").read_bytes()
    return [hashlib.sha256(data).hexdigest() for data in (place + LOCK.read_bytes(), project)]


def read_stamp() -> list[str]:
    """Return what the last complete set-up wrote, or nothing if there was none or its Python is gone."""
    try:
        lines = STAMP.read_text(encoding="utf-8").split("\n")
        settings = (VENV / "pyvenv.cfg").read_text(encoding="utf-8")
    except OSError:
        return []
    home = next((line.split("=", 1)[1] for line in settings.split("\n") if line.startswith("home")), "")
    return lines if PYTHON.exists() and Path(home.strip()).is_dir() else []


def make_environment() -> None:
    """Build .venv from nothing: what an interrupted set-up left behind is not trusted."""
    say("Step 1 of 3: making a private Python environment in .venv")
    done = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False)
    if done.returncode:
        raise SystemExit(f"{sys.executable} could not make an environment in {VENV}; see the message above.")


def install_packages() -> None:
    """Install exactly the packages of requirements.lock, each checked against its hash."""
    pins = LOCK.read_text(encoding="utf-8").count("==")
    say(f"Step 2 of 3: fetching and installing up to {pins} packages (about 100 MB the first time)")
    pip("install", "--require-hashes", "--requirement", str(LOCK))


def compile_sources() -> None:
    """Let the first start be as quick as the second: Python finds its own modules compiled."""
    subprocess.run([str(PYTHON), "-m", "compileall", "-q", str(ROOT / "src")], check=False)


def pip(*arguments: str) -> None:
    """Run pip in .venv with one line of progress per package. Raises SystemExit with pip's last words."""
    command = [str(PYTHON), "-I", "-m", "pip", *arguments, "--disable-pip-version-check"]
    words: list[str] = []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace"
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            words.append(line.rstrip())
            show_progress(line.strip())
    if process.returncode:
        raise SystemExit(
            "\n".join(words[-15:]) + "\n\nThe packages could not be installed; the lines above say why."
            "\nNothing else was changed. Call the same command again to go on."
        )


def show_progress(line: str) -> None:
    """Show the lines of pip that tell a person something."""
    verb, _, rest = line.partition(" ")
    if verb == "Collecting":
        say("  " + rest.partition(" ")[0])
    elif verb == "Downloading" and "(" in rest and "metadata" not in rest:
        say("    downloading " + rest[rest.rindex("(") + 1 :].rstrip(")"))
    elif line.startswith("Installing collected"):
        say("  unpacking")


# --- system packages ----------------------------------------------------------------------------------------


def missing_system_packages() -> list[str]:
    """Return the Debian names of what Python or Qt lacks on this machine; other systems bring it along."""
    if not sys.platform.startswith("linux"):
        return []
    import ctypes  # delayed: start-up time
    import importlib.util

    def loads(library: str) -> bool:
        try:
            ctypes.CDLL(library)
        except OSError:
            return False
        return True

    missing = [package for library, package in QT_LIBRARIES.items() if not loads(library)]
    if importlib.util.find_spec("ensurepip") is None:
        missing.append(venv_package())
    if not has_font():
        missing.append("fonts-dejavu-core")
    return missing


def venv_package() -> str:
    """Return the package that lets this very Python make environments."""
    version = ".".join(map(str, sys.version_info[:2]))
    system_python = os.path.realpath("/usr/bin/python3")
    return "python3-venv" if system_python.endswith(version) else f"python{version}-venv"


def has_font() -> bool:
    """Tell whether any font is installed where fontconfig looks by default."""
    places = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
    trees = (os.walk(Path(place).expanduser()) for place in places)
    return any(
        name.lower().endswith(FONT_FILES)
        for tree in trees
        for _folder, _folders, names in tree
        for name in names
    )


def install_system_packages(packages: list[str]) -> None:
    """Install with apt-get where that is allowed; else raise SystemExit with the one line that does it."""
    if not packages:
        return
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        raise SystemExit(
            f"Qt needs system libraries that are missing here. Debian calls them: {names}.\n"
            "Install them with the package manager of this system, then call the same command again."
        )
    prefix = administrator()
    if prefix is None:
        raise SystemExit(
            "Some system packages are missing. This line installs them; then call the same command again:\n\n"
            f"  sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}\n"
        )
    say(f"Installing system packages: {names}")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    # A failed update is no reason to stop: the lists that are there may do.
    subprocess.run([*apt, "update"], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    done = subprocess.run(install, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(
            f"{done.stdout}{done.stderr}\napt-get could not install: {names}. The lines above say why."
        )


def administrator() -> list[str] | None:
    """Return what to put before a command to run it as root without being asked, or None if nothing does."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


# --- commands -----------------------------------------------------------------------------------------------


def become(*arguments: str) -> int:
    """Run Python of .venv with these arguments: in place of this process, where the system can do that."""
    command = [str(PYTHON), *arguments]
    if not WINDOWS:
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode


def run(arguments: list[str]) -> int:
    """Start the program. -P: modules of the current folder must not take the place of installed ones."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a changed module is compiled once, not at each start
    return become("-P", "-m", "ministrack", *arguments)


def test(arguments: list[str]) -> int:
    """Run the tests, all of them on every core; the last line is pytest's own summary."""
    os.chdir(ROOT)
    return become("-m", "pytest", *(arguments or ALL_TESTS))


def check(_arguments: list[str]) -> int:
    """Run every check, also after one has failed. The last is pytest, so its summary closes the output."""
    os.chdir(ROOT)
    scripts = [folder for folder in ("benchmarks", "docs") if any(ROOT.glob(f"{folder}/*.py"))]
    checks = {
        "style": ["ruff", "check"],
        "format": ["ruff", "format", "--check"],
        "types": ["mypy", "--strict", "src", "tests", "dev.py", *scripts],
        "architecture": ["pytest", "tests/test_architecture.py"],
    }
    failed = []
    for name, command in checks.items():
        say(f"== {name}: {' '.join(command)}")
        if subprocess.run([str(PYTHON), "-m", *command], check=False).returncode:
            failed.append(name)
    if failed:
        say(f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


def shots(arguments: list[str]) -> int:
    """Make the pictures of the README from the real window, without a display."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.chdir(ROOT)
    return become("docs/make_pictures.py", *arguments)


def bench(arguments: list[str]) -> int:
    """Run the named measurement, or all of them."""
    scripts = {script.stem: script for script in sorted((ROOT / "benchmarks").glob("*.py"))}
    names = arguments[:1] or list(scripts)
    if not scripts.keys() >= set(names):
        raise SystemExit(
            f"There is no measurement {names[0]!r}. There are: {', '.join(scripts) or 'none yet'}."
        )
    commands = [[str(PYTHON), str(scripts[name]), *arguments[1:]] for name in names]
    return max((subprocess.run(command, check=False).returncode for command in commands), default=0)


def lock(arguments: list[str]) -> int:
    """Pin the packages anew with uv: the one on the PATH, or one fetched into a throw-away folder."""
    compiling = (
        "pip compile --extra dev --universal --generate-hashes --no-emit-index-url --no-emit-find-links"
    )
    with tempfile.TemporaryDirectory() as folder:
        uv = shutil.which("uv")
        if uv is None:
            say("Fetching uv, which pins the packages")
            pip("install", "--target", folder, "uv")
            uv = str(Path(folder, "bin", "uv"))
        command = [uv, *compiling.split(), "--custom-compile-command", "python3 dev.py lock", *arguments]
        command += ["--quiet", "--output-file", LOCK.name, "pyproject.toml"]
        return subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode


COMMANDS = {"run": run, "test": test, "check": check, "shots": shots, "bench": bench, "lock": lock}


def main(arguments: list[str]) -> int:
    """Carry out one command and return its exit code: 2 when there is no such command."""
    if sys.version_info < OLDEST_PYTHON:
        say("ministrack needs Python 3.11 or newer; this is Python {}.{}.".format(*sys.version_info))
        return 1
    if arguments and arguments[0] in {"-h", "--help", "help"}:
        print(USAGE, end="")
        return 0
    if not arguments or arguments[0] not in COMMANDS:
        say(USAGE)
        return 2
    set_up()
    return COMMANDS[arguments[0]](arguments[1:])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        say("\nStopped. Call the same command again to go on.")
        sys.exit(130)
