"""The files of words: nothing stands in them that no finder reads."""

import ast
import tomllib
from functools import cache
from pathlib import Path

import pytest

import ministrack.reading
from ministrack.paths import resource
from ministrack.reading.lexicon import LANGUAGES, lexicon

FAMILIES = ("_pattern", "_title", "_acts", "_heads")
"""Endings of entries that finders ask for by the word before them."""

MADE_OF_NAMES = "_heads"
"""Entries of which finders take all there are: the word before says what the names are names of."""


@cache
def words_of_the_code() -> frozenset[str]:
    """Every text that stands in the code of the reader."""
    folder = Path(ministrack.reading.__file__).parent
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in folder.rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return frozenset(node.value for node in nodes if isinstance(node.value, str))


def is_read(entry: str) -> bool:
    known = words_of_the_code()
    stems = [entry.removesuffix(family) for family in FAMILIES if entry.endswith(family)]
    return entry in known or entry.endswith(MADE_OF_NAMES) or not known.isdisjoint(stems)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_of_a_language_is_read_by_some_finder(language: str) -> None:
    held = tomllib.loads(resource("reading", f"{language}.toml").read_text(encoding="utf-8"))
    assert held == {name: lexicon(language).section(name) for name in held}
    assert not [section for section in held if section not in words_of_the_code()]
    unread = [
        f"[{section}] {entry}" for section, table in held.items() for entry in table if not is_read(entry)
    ]
    assert not unread


def test_an_entry_that_no_finder_knows_is_noticed() -> None:
    assert is_read("order_pattern") is False
    assert is_read("verb_last")
