"""The recipes name files that are there, and what they say about listing holds."""

import re
from pathlib import Path

from sqlite_utils import Database

from ministrack.domain.filters import EVERYTHING, SharedFilter
from ministrack.domain.scope import scope
from ministrack.exchange.formats import FORMATS
from ministrack.store.migrations import MIGRATIONS
from ministrack.store.version import VERSION
from ministrack.ui.views import views

ROOT = Path(__file__).resolve().parents[1]
RECIPES = (ROOT / "docs" / "recipes.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PATH = re.compile(r"`((?:src|tests|resources|docs)/[\w/.]+)`")


def test_every_path_in_the_recipes_is_there() -> None:
    paths = PATH.findall(RECIPES)
    assert len(paths) > 10
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_every_module_and_room_that_the_architecture_names_is_there() -> None:
    named = re.findall(
        r"`((?:domain|store|edits|exchange|reports|ui|cli)(?:/\w+)*/?(?:\.py)?)`", ARCHITECTURE
    )
    assert len(named) > 20
    assert [path for path in named if not (ROOT / "src/ministrack" / path).exists()] == []


def test_the_architecture_tells_of_every_room_of_the_window() -> None:
    rooms = {path.parent.name for path in (ROOT / "src/ministrack/ui").glob("*/__init__.py")}
    assert {room for room in rooms if f"`ui/{room}`" not in ARCHITECTURE} == set()


def test_a_view_is_a_folder_and_a_line() -> None:
    rooms = ROOT / "src/ministrack/ui/views"
    lists = {path.parent.name for path in rooms.glob("*/plan.py")}
    assert {entry.name for entry in views() if entry.table} == lists
    assert all((rooms / entry.name / "view.py").exists() for entry in views() if not entry.table)


def test_a_schema_step_is_a_file_and_counted() -> None:
    files = sorted(path.stem for path in (ROOT / "resources/schema").glob("*.sql"))
    assert [step.name for step in MIGRATIONS.pending(Database(memory=True))] == files
    assert [name[:4] for name in files] == [f"{number:04}" for number in range(1, VERSION + 1)]


def test_every_view_follows_the_shared_filter() -> None:
    narrowed = (
        SharedFilter(parties=("a",)),
        SharedFilter(series=("b",)),
        SharedFilter(period_first="2026-01-01"),
        SharedFilter(text="Bakı"),
    )
    tables = [entry.table for entry in views() if entry.table]
    assert [table for table in tables for shared in narrowed if scope(table, shared) == EVERYTHING] == []


def test_a_format_is_a_file_and_a_line() -> None:
    files = {path.stem for path in (ROOT / "src/ministrack/exchange").glob("*_format.py")}
    assert len(FORMATS) == len(files)
