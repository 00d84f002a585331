"""The texts of the interface: values, plurals, ranks, and a catalogue where there is one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from ministrack.domain.language import N_, counted, ordinal, tr, trn

CHILD = """
from ministrack.domain.language import interface_language, ordinal, tr, trn
print("|".join([interface_language(), tr("Meeting"), tr("Held in {place}", place="Bakü"),
    trn("{n} task", "{n} tasks", 3), ordinal(2), tr("Not translated")]))
"""


def test_values_fill_the_names() -> None:
    assert tr("Held in {place}", place="Bakı") == "Held in Bakı"
    assert tr("Text as value: {text}", text="Iğdır") == "Text as value: Iğdır"


def test_a_text_without_values_may_hold_braces() -> None:
    assert tr("{as it is}") == "{as it is}"
    assert N_("Later") == "Later"


@pytest.mark.parametrize(("n", "expected"), [(0, "0 tasks"), (1, "1 task"), (2, "2 tasks")])
def test_plural_follows_the_number(n: int, expected: str) -> None:
    assert trn("{n} task", "{n} tasks", n) == expected


def test_plural_takes_further_values() -> None:
    assert trn("{n} task of {who}", "{n} tasks of {who}", 2, who="Türkiye") == "2 tasks of Türkiye"


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (21, "21st"),
        (113, "113th"),
    ],
)
def test_ordinal(n: int, expected: str) -> None:
    assert ordinal(n) == expected


@pytest.fixture
def turkish(tmp_path: Path) -> Path:
    catalogue = Catalog(locale="tr")
    catalogue.add("Meeting", "Toplantı")
    catalogue.add("Held in {place}", "{place} şehrinde yapıldı")
    catalogue.add(("{n} task", "{n} tasks"), ("{n} görev", "{n} görev"))
    catalogue.add("{n}nd", "{n}.")
    folder = tmp_path / "tr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "ministrack.mo").open("wb") as file:
        write_mo(file, catalogue)
    return tmp_path


def _in_child(language: str, folder: Path) -> str:
    environment = {**os.environ, "LANGUAGE": language, "MINISTRACK_TRANSLATIONS": str(folder)}
    environment["PYTHONIOENCODING"] = "utf-8"
    environment["PYTHONPATH"] = str(Path(__file__).parents[2] / "src")
    done = subprocess.run(
        [sys.executable, "-c", CHILD],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.strip()


def test_the_catalogue_of_the_users_language_is_used(turkish: Path) -> None:
    spoken = "tr|Toplantı|Bakü şehrinde yapıldı|3 görev|2.|Not translated"
    assert _in_child("tr_TR.UTF-8", turkish) == spoken
    assert _in_child("de:tr", turkish) == spoken


@pytest.mark.parametrize("language", ["en_GB.UTF-8", "C", "fr_FR", "en:tr"])
def test_english_where_there_is_no_catalogue(language: str, turkish: Path) -> None:
    assert _in_child(language, turkish) == "en|Meeting|Held in Bakü|3 tasks|2nd|Not translated"


def test_a_missing_folder_means_english(tmp_path: Path) -> None:
    assert _in_child("tr", tmp_path / "none").startswith("en|Meeting|")


def test_thousands_stand_apart_in_every_count() -> None:
    assert [counted(n) for n in (0, 999, 21025, 1234567)] == ["0", "999", "21,025", "1,234,567"]
    assert trn("{n} meeting", "{n} meetings", 2000) == "2,000 meetings"
