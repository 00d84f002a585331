"""What a person can set: each setting declared once, with type, default, label and help; one JSON file."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar, overload

from ministrack.domain.ids import new_id
from ministrack.domain.language import N_

V = TypeVar("V")

MOST_RECENT = 8
"""How many dossiers the list of recent ones holds."""

_log = logging.getLogger(__name__)


class ThemeChoice(StrEnum):
    """Which of the two themes the window wears."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Setting(Generic[V]):
    """One setting, declared as an attribute of `Settings`.

    `read` makes a value from what the file holds and raises ValueError where it cannot. `default` is asked
    each time that nothing is set; with `once`, its first answer is kept.
    """

    def __init__(
        self,
        read: Callable[[object], V],
        default: Callable[[], V],
        label: str,
        help_text: str = "",
        *,
        hidden: bool = False,
        once: bool = False,
    ) -> None:
        self.read = read
        self.default = default
        self.label = label
        self.help = help_text
        self.hidden = hidden
        self.once = once
        self.key = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.key = name

    @overload
    def __get__(self, settings: None, owner: type) -> Setting[V]: ...
    @overload
    def __get__(self, settings: Settings, owner: type) -> V: ...
    def __get__(self, settings: Settings | None, owner: type) -> Setting[V] | V:
        if settings is None:
            return self
        stored = settings.stored(self.key)
        if stored is not None:
            try:
                return self.read(stored)
            except ValueError:
                _log.info("the setting %s holds something else and is passed over", self.key)
        value = self.default()
        if self.once:
            settings.store(self.key, value)
        return value

    def __set__(self, settings: Settings, value: V) -> None:
        settings.store(self.key, self.read(value))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)
    return value


def _theme(value: object) -> ThemeChoice:
    return ThemeChoice(_text(value))


def _paths(value: object) -> tuple[Path, ...]:
    if not isinstance(value, list | tuple):
        raise ValueError(value)
    return tuple(Path(str(each)) for each in value)[:MOST_RECENT]


def _path(value: object) -> Path | None:
    return Path(str(value)) if value else None


def _nothing() -> None:
    return None


def user_name() -> str:
    """The display name of the person at this computer, or the login name, or an empty text."""
    # delayed: start-up time
    import getpass

    try:
        login = getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, as in some containers
        return ""
    try:
        import pwd

        return pwd.getpwnam(login).pw_gecos.split(",")[0].strip() or login
    except (ImportError, KeyError):
        return login


class Settings:
    """The settings of one person, in the file at `path`. Each is an attribute; setting it stores it at once.

    A file that cannot be read as settings is set aside under another name and the defaults hold. Where
    storing fails, the new value holds until the program ends.
    """

    author = Setting(_text, user_name, N_("Your name"), N_("Stands beside your changes in the history."))
    theme = Setting(_theme, lambda: ThemeChoice.SYSTEM, N_("Theme"), N_("Light, dark or as the system."))
    flags = Setting(_flag, lambda: True, N_("Show flags"), N_("Flags beside the names of countries."))
    recent = Setting[tuple[Path, ...]](_paths, tuple, N_("Recent dossiers"), hidden=True)
    last = Setting[Path | None](_path, _nothing, N_("Dossier opened last"), hidden=True)
    desk = Setting(_text, new_id, N_("This desk"), N_("Marks your own changes."), hidden=True, once=True)
    first_start_done = Setting(_flag, lambda: False, N_("The first start is over"), hidden=True)

    def __init__(self, path: Path) -> None:
        self.path = path
        self._values: dict[str, object] = dict(_load(path))

    def opened(self, dossier: Path) -> None:
        """Puts a dossier first among the recent ones and remembers it as the last."""
        path = dossier.absolute()
        recent = (path, *(each for each in self.recent if each != path))[:MOST_RECENT]
        self._keep({"recent": recent, "last": path})

    def forget(self, dossier: Path) -> None:
        """Takes a dossier out of the recent ones."""
        self.recent = tuple(each for each in self.recent if each != dossier.absolute())

    def stored(self, key: str) -> object:
        """What the file held, or was set since; None where nothing was."""
        return self._values.get(key)

    def store(self, key: str, value: object) -> None:
        """Keeps one value and writes the file; what another window set meanwhile stays."""
        self._keep({key: value})

    def _keep(self, changed: Mapping[str, object]) -> None:
        plain = {key: _plain(value) for key, value in changed.items()}
        self._values.update(plain)
        present = _load(self.path)
        values = {**(present or self._values), **plain}
        if values == present:
            return
        try:
            _write(self.path, values)
        except OSError as error:
            _log.warning("settings could not be stored: %s", error.strerror)


def declared() -> tuple[Setting[object], ...]:
    """All settings, in the order in which a person would look for them."""
    return tuple(each for each in vars(Settings).values() if isinstance(each, Setting))


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [str(each) for each in value]
    return value if value is None or isinstance(value, bool | str) else str(value)


def _load(path: Path) -> Mapping[str, object]:
    # delayed: start-up time
    import json

    try:
        values = json.loads(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        _log.warning("settings could not be read: %s", error.strerror)
        return {}
    except ValueError:  # neither UTF-8 nor JSON
        values = None
    if isinstance(values, dict):
        return values
    _set_aside(path)
    return {}


def _set_aside(path: Path) -> None:
    _log.warning("settings were damaged; they were set aside and the defaults hold")
    try:
        path.replace(path.with_name(f"{path.name}.damaged"))
    except OSError as error:
        _log.warning("damaged settings could not be set aside: %s", error.strerror)


def _write(path: Path, values: Mapping[str, object]) -> None:
    # delayed: start-up time
    import json
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # 0600 from creation
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(values, file, ensure_ascii=False, indent=2, sort_keys=True)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
