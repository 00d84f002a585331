"""Settings outlive the program and survive whatever happens to their file."""

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from ministrack.settings import MOST_RECENT, Settings, ThemeChoice, declared, user_name


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_defaults_hold_and_reading_them_writes_nothing(path: Path) -> None:
    settings = Settings(path)
    assert (settings.theme, settings.flags, settings.first_start_done) == (ThemeChoice.SYSTEM, True, False)
    assert (settings.recent, settings.last, settings.author) == ((), None, user_name())
    assert not path.exists()


def test_what_is_set_is_there_at_the_next_start(path: Path) -> None:
    settings = Settings(path)
    settings.author = "Aygün Əhmədova"
    settings.theme = ThemeChoice.DARK
    settings.flags = False
    settings.first_start_done = True
    again = Settings(path)
    assert (again.author, again.theme) == ("Aygün Əhmədova", ThemeChoice.DARK)
    assert (again.flags, again.first_start_done) == (False, True)


def test_the_file_is_for_its_owner_only_and_nothing_is_left_beside_it(path: Path) -> None:
    Settings(path).flags = False
    assert [each.name for each in path.parent.iterdir()] == ["settings.json"]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_desk_is_made_once(path: Path, tmp_path: Path) -> None:
    desk = Settings(path).desk
    assert len(desk) > 20
    assert Settings(path).desk == desk
    assert Settings(tmp_path / "other.json").desk != desk


def test_recent_dossiers_newest_first_each_once_and_no_more_than_some(path: Path) -> None:
    settings = Settings(path)
    names = [Path(f"/dossiers/{number}.ministrack") for number in range(MOST_RECENT + 2)]
    for name in names:
        settings.opened(name)
    settings.opened(names[5])
    again = Settings(path)
    assert again.last == names[5]
    assert again.recent[0] == names[5]
    assert len(again.recent) == len(set(again.recent)) == MOST_RECENT
    again.forget(names[5])
    assert names[5] not in Settings(path).recent


@pytest.mark.parametrize("content", [b"{", b"[1]", b"\xff\xfe\x00", b"", b"null"])
def test_a_damaged_file_is_set_aside(path: Path, content: bytes, expected_log: Callable[[str], None]) -> None:
    expected_log("set aside")
    path.parent.mkdir()
    path.write_bytes(content)
    settings = Settings(path)
    assert settings.theme is ThemeChoice.SYSTEM
    assert path.with_name("settings.json.damaged").read_bytes() == content
    settings.theme = ThemeChoice.LIGHT
    assert Settings(path).theme is ThemeChoice.LIGHT


def test_values_of_the_wrong_kind_give_way_to_defaults(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(
        '{"theme": "pink", "flags": "yes", "recent": 3, "author": 7, "later": [1]}', encoding="utf-8"
    )
    settings = Settings(path)
    assert (settings.theme, settings.flags, settings.recent) == (ThemeChoice.SYSTEM, True, ())
    assert settings.author == user_name()
    settings.flags = True
    assert json.loads(path.read_text(encoding="utf-8"))["later"] == [1], "a later version's setting is kept"


def test_two_windows_do_not_take_back_what_the_other_set(path: Path) -> None:
    one, other = Settings(path), Settings(path)
    one.theme = ThemeChoice.DARK
    other.flags = False
    assert Settings(path).theme is ThemeChoice.DARK
    assert Settings(path).flags is False


def test_a_place_that_cannot_be_written_is_no_reason_to_stop(
    tmp_path: Path, expected_log: Callable[[str], None]
) -> None:
    expected_log("could not be stored")
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    settings = Settings(blocked / "settings.json")
    settings.theme = ThemeChoice.DARK
    assert settings.theme is ThemeChoice.DARK


def test_each_setting_says_what_it_is() -> None:
    assert {each.key for each in declared()} >= {"author", "theme", "flags", "desk"}
    assert all(each.label for each in declared())
    assert all(each.help for each in declared() if not each.hidden)
