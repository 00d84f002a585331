"""The rules of docs/architecture.md that a machine can hold: layers, cycles, Qt, SQL, sizes, names."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

SRC = Path(__file__).resolve().parent.parent / "src"
PACKAGE = "ministrack"

# Room -> the rooms it may import. Rooms on one shelf do not know each other.
ENGINE = {"domain", "paths", "store"}
SHELF = {"reading", "exchange", "reports", "team"}
OUTSIDE = {"domain", "paths", "settings", "logs", "edits", "sandbox"} | SHELF
MAY_IMPORT: dict[str, set[str]] = {
    "": set(),
    "paths": set(),
    "whole_files": set(),
    "extras": {"domain"},
    "domain": set(),
    "settings": {"domain", "paths", "whole_files"},
    "logs": {"domain", "paths"},
    "store": {"domain", "paths"},
    "edits": ENGINE,
    "sandbox": {"domain", "paths"},
    "reading": {"domain", "paths", "extras", "sandbox"},
    "exchange": ENGINE | {"edits", "extras", "sandbox", "whole_files"},
    "reports": ENGINE | {"edits", "extras"},
    "team": ENGINE | {"edits"},
    "ui": OUTSIDE,
    "cli": OUTSIDE | {"store"},
    "start": set(),
    "program": OUTSIDE | {"store", "ui"},
    "app": {"paths", "program", "reports", "settings", "start", "ui"},
    "__main__": {"domain", "paths", "logs", "settings", "cli", "app", "reports", "sandbox"},
}
WITH_QT = {"ui", "app", "program"}
ONLY_CONNECTION = "ministrack.store.dossier"
SQL = re.compile(r"\b(SELECT\b.+\bFROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM)\b", re.DOTALL)


def module_name(file: Path) -> str:
    """Return the dotted name of a file below src."""
    parts = file.relative_to(SRC).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {module_name(file): file for file in sorted(SRC.rglob("*.py"))}
TREES = {name: ast.parse(file.read_bytes(), file) for name, file in FILES.items()}


def room(module: str) -> str:
    """Return the room of a module of ours: 'store' for ministrack.store.journal, '' for the package."""
    return module.removeprefix(PACKAGE).strip(".").partition(".")[0]


def imports(tree: ast.AST, known: set[str]) -> set[str]:
    """Return every module that is imported anywhere in the tree, inside functions and for types too."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            modules = names & known
            found.update(modules if modules == names else modules | {node.module})
    return found


GRAPH = {name: imports(tree, set(FILES)) for name, tree in TREES.items()}


def forbidden(graph: dict[str, set[str]]) -> list[str]:
    """Return the imports that go against the layers."""
    return [
        f"{name} imports {target}"
        for name, targets in graph.items()
        for target in sorted(targets)
        if target.partition(".")[0] == PACKAGE
        and room(target) not in MAY_IMPORT[room(name)] | {room(name), ""}
    ]


def cycle(graph: dict[str, set[str]]) -> list[str]:
    """Return the modules of one import cycle, or nothing."""
    try:
        TopologicalSorter(
            {name: targets & graph.keys() - {name} for name, targets in graph.items()}
        ).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def foreign_views(graph: dict[str, set[str]], views: set[str]) -> list[str]:
    """Return the imports that lead from the folder of one view into that of another."""

    def view(module: str) -> str:
        name = module.removeprefix(f"{PACKAGE}.ui.views.").partition(".")[0]
        return name if name in views and module.startswith(f"{PACKAGE}.ui.views.") else ""

    return [
        f"{name} imports {target}"
        for name, targets in graph.items()
        for target in sorted(targets)
        if view(name) and view(target) and view(name) != view(target)
    ]


def test_every_room_is_known() -> None:
    assert {room(name) for name in FILES} <= MAY_IMPORT.keys(), (
        "Say in MAY_IMPORT what the new room may import"
    )


def test_imports_follow_the_layers() -> None:
    assert not forbidden(GRAPH)


def test_no_two_modules_import_each_other_in_a_circle() -> None:
    assert not cycle(GRAPH)


def test_views_do_not_import_each_other() -> None:
    folders = {path.name for path in (SRC / PACKAGE / "ui" / "views").glob("*/")}
    assert not foreign_views(GRAPH, folders)


def test_the_rules_find_what_breaks_them() -> None:
    snippet = ast.parse("def f():\n    from ministrack.store import table\n    import ministrack.ui.feed")
    targets = imports(snippet, {"ministrack.store.table"})
    assert targets == {"ministrack.store.table", "ministrack.ui.feed"}
    assert len(forbidden({"ministrack.domain.names": targets})) == 2
    assert forbidden({"ministrack.ui.feed": {"ministrack.store.table"}})
    assert forbidden({"ministrack.edits.history": {"ministrack.ui.feed"}})
    assert not forbidden({"ministrack.edits.history": {"ministrack.store.table", "json"}})
    table, board = "ministrack.ui.views.meetings.table", "ministrack.ui.views.tasks.board"
    assert foreign_views({table: {board}}, {"meetings", "tasks"})
    assert not foreign_views({table: {"ministrack.ui.views.columns"}}, {"meetings", "tasks"})
    assert cycle({"a": {"b"}, "b": {"c", "json"}, "c": {"a"}})


def test_qt_is_known_in_the_window_only() -> None:
    users = {name for name, targets in GRAPH.items() if any(is_qt(target) for target in targets)}
    assert not {name for name in users if room(name) not in WITH_QT}


def is_qt(module: str) -> bool:
    """Tell whether a module belongs to Qt's packages."""
    return module.partition(".")[0] in {"PySide6", "shiboken6"}


def test_everything_but_the_window_imports_without_qt() -> None:
    modules = [name for name in FILES if room(name) not in WITH_QT]
    code = (
        "import importlib, sys\n"
        "sys.modules['PySide6'] = sys.modules['shiboken6'] = None\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print(len([name for name in sys.modules if name.partition('.')[0] == 'ministrack']))"
    )
    done = subprocess.run([sys.executable, "-c", code, *modules], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= len(modules)


def calls(tree: ast.AST, owner: str, name: str) -> bool:
    """Tell whether the tree uses owner.name, or takes the name out of the module of its owner."""
    return any(
        (isinstance(node, ast.Attribute) and node.attr == name and ast.unparse(node.value).endswith(owner))
        or (
            isinstance(node, ast.ImportFrom) and node.module == owner and name in {a.name for a in node.names}
        )
        for node in ast.walk(tree)
    )


def test_one_module_opens_connections() -> None:
    openers = {name for name, tree in TREES.items() if calls(tree, "sqlite3", "connect")}
    assert openers <= {ONLY_CONNECTION}
    assert calls(ast.parse("import sqlite3\nsqlite3.connect('x')"), "sqlite3", "connect")


def texts(tree: ast.AST) -> Iterator[str]:
    """Yield the string constants of a tree that are not docstrings."""
    remarks = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in remarks:
            yield node.value


def test_the_window_knows_no_sql_and_no_connection() -> None:
    window = [name for name in FILES if room(name) == "ui"]
    assert not [(name, text) for name in window for text in texts(TREES[name]) if SQL.search(text)]
    assert not [name for name in window if GRAPH[name] & {"sqlite3", "sqlite_utils"}]


def test_every_module_says_what_it_is_for() -> None:
    assert not [name for name, tree in TREES.items() if not ast.get_docstring(tree)]


def test_no_drawer_holds_whatever_is_left_over() -> None:
    parts = {part for name in FILES for part in name.split(".")}
    assert not parts & {"common", "helper", "helpers", "misc", "shared", "util", "utils"}


def test_files_stay_small(record_property: Callable[[str, object], None]) -> None:
    sizes = {name: len(file.read_text(encoding="utf-8").splitlines()) for name, file in FILES.items()}
    modules = [size for name, size in sizes.items() if FILES[name].name != "__init__.py"]
    median = statistics.median(modules)
    record_property("median lines", median)
    assert not {name: size for name, size in sizes.items() if size > 400}
    assert median <= 100, f"The median module has {median} lines"


def test_only_overrides_of_qt_are_written_in_camel_case() -> None:
    from PySide6 import QtCore, QtGui, QtWidgets

    classes = [getattr(part, name) for part in (QtCore, QtGui, QtWidgets) for name in dir(part)]
    known = {name for value in classes if isinstance(value, type) for name in dir(value)}
    own = [
        f"{name}.{node.name}"
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name != node.name.lower() and node.name not in known
    ]
    assert not own


def test_qt_keeps_count_of_none() -> None:
    """PySide6 6.12.0 on Python 3.11 loses a reference to None on each call and aborts in the end."""
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for number in range(300):
        thing.setObjectName(f"thing {number}")
    assert abs(sys.getrefcount(None) - before) < 50
