"""The recipes name files that are there, and what they say about listing holds."""

import re
from pathlib import Path

from ministrack.exchange.formats import FORMATS
from ministrack.ui.views import views

ROOT = Path(__file__).resolve().parents[1]
RECIPES = (ROOT / "docs" / "recipes.md").read_text(encoding="utf-8")
PATH = re.compile(r"`((?:src|tests|resources|docs)/[\w/.]+)`")


def test_every_path_in_the_recipes_is_there() -> None:
    paths = PATH.findall(RECIPES)
    assert len(paths) > 10
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_a_view_is_a_folder_and_a_line() -> None:
    folders = {path.parent.name for path in (ROOT / "src/ministrack/ui/views").glob("*/plan.py")}
    assert {entry.name for entry in views()} == folders


def test_a_format_is_a_file_and_a_line() -> None:
    files = {path.stem for path in (ROOT / "src/ministrack/exchange").glob("*_format.py")}
    assert len(FORMATS) == len(files)
