"""What the guide says is there: pages, links, pictures, commands with their keys."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.edits.workspace import Identity
from ministrack.program import create_sample
from ministrack.ui.dialogs.keys_inside import INSIDE
from ministrack.ui.dialogs.shortcuts import sections
from ministrack.ui.guide.pages import (
    ORDER,
    PAGE_OF_PANE,
    PAGE_OF_TABLE,
    PAGE_OF_VIEW,
    anchor_of,
    place,
    read_pages,
)
from ministrack.ui.main_window import MainWindow
from ministrack.ui.views import views

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "guide"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(GUIDE.glob("*.md"))}
PAGES = pytest.mark.parametrize("name", ORDER)
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
COMMAND = re.compile(r"\*\*([^*]+)\*\*\s+\(`([^`]+)`\)")
CODE = re.compile(r"`([^`\n]+)`")


def anchors(name: str) -> set[str]:
    return {anchor_of(line.lstrip("# ")) for line in TEXTS[name].splitlines() if line.startswith("#")}


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Ədliyyə.ministrack"
    create_sample(path, Identity("Aygün", "desk-1")).close()
    shown = open_window(path)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


def test_every_file_is_a_page() -> None:
    assert set(TEXTS) == set(ORDER)
    assert [page.name for page in read_pages()] == list(ORDER)


@PAGES
def test_a_page_begins_with_its_title_and_says_something(name: str) -> None:
    lines = TEXTS[name].splitlines()
    assert lines[0].startswith("# ")
    assert len([line for line in lines if line.startswith("# ")]) == 1
    assert len(TEXTS[name].split()) > 60


@PAGES
def test_links_lead_to_pages_and_headings_that_are_there(name: str) -> None:
    for link in LINK.findall(TEXTS[name]):
        page, anchor = place(link)
        assert page in TEXTS, link
        assert not anchor or anchor in anchors(page), link


@PAGES
def test_pictures_are_there_in_both_themes_and_described(name: str) -> None:
    for words, picture in PICTURE.findall(TEXTS[name]):
        assert words
        assert re.fullmatch(r"pictures/[a-z-]+-light\.png", picture)
        assert (GUIDE / picture).is_file()
        assert (GUIDE / picture.replace("-light", "-dark")).is_file()


def test_no_picture_is_left_over() -> None:
    used = {picture for text in TEXTS.values() for _, picture in PICTURE.findall(text)}
    there = {f"pictures/{path.name}" for path in (GUIDE / "pictures").glob("*.png")}
    assert there == used | {picture.replace("-light", "-dark") for picture in used}


def test_each_view_pane_and_record_has_a_page() -> None:
    assert set(PAGE_OF_VIEW) == {entry.name for entry in views()}
    assert set(PAGE_OF_VIEW.values()) | set(PAGE_OF_TABLE.values()) <= set(ORDER)
    for page, anchor in PAGE_OF_PANE.values():
        assert page in ORDER
        assert not anchor or anchor in anchors(page)


def test_commands_are_called_as_in_the_menus_with_their_keys(window: MainWindow) -> None:
    keys = {text: each.split(", ") for section in sections(window) for text, each in section.lines}
    named = [pair for text in TEXTS.values() for pair in COMMAND.findall(text)]
    assert len(named) > 20
    for command, key in named:
        words = re.sub(r"\s+", " ", command)
        assert words in keys, words
        assert QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) in keys[words], command


def test_every_key_that_is_named_does_something(window: MainWindow) -> None:
    known = {each for section in sections(window) for _, keys in section.lines for each in keys.split(", ")}
    known |= {each for group in INSIDE for _, keys in group.keys for each in keys.split(", ")}
    for name, text in TEXTS.items():
        for code in CODE.findall(text):
            if name != "command-line":
                assert QKeySequence(code).toString(QKeySequence.SequenceFormat.NativeText) in known, code
