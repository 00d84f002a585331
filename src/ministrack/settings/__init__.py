"""What a person can set: each setting declared once, with type, default, label and help; one JSON file."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from pathlib import Path

from ministrack.domain.ids import new_id
from ministrack.domain.language import N_
from ministrack.domain.protocol import AS_RECORDED, Protocol
from ministrack.settings.choices import PartyOrder, ThemeChoice, WeekStart, country_languages
from ministrack.settings.file import load, write
from ministrack.settings.setting import (
    Editor,
    Setting,
    folder,
    one_of,
    read_flag,
    read_path,
    read_text,
    text_setting,
    tick,
)

__all__ = [
    "MOST_RECENT",
    "PartyOrder",
    "Settings",
    "ThemeChoice",
    "WeekStart",
    "declared",
    "user_name",
]

MOST_RECENT = 8
"""How many dossiers the list of recent ones holds."""

_log = logging.getLogger(__name__)


def _paths(value: object) -> tuple[Path, ...]:
    if not isinstance(value, list | tuple):
        raise ValueError(value)
    return tuple(Path(str(each)) for each in value)[:MOST_RECENT]


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

    author = text_setting(N_("Your name"), N_("Stands beside your changes in the history."), user_name)
    country_language = Setting(
        read_text,
        lambda: AS_RECORDED,
        N_("Country names"),
        N_("How countries are shown in lists. Names that were given by hand are left as they are."),
        editor=Editor.LIST,
        choices=country_languages,
    )
    party_order = one_of(
        PartyOrder, N_("Order of countries"), N_("In the attendance matrix and in lists of delegations.")
    )
    host_first = tick(
        N_("Host and chair first"), N_("In the list of delegations of one meeting."), default=False
    )
    flags = tick(N_("Show flags"), N_("Flags beside the names of countries."), default=True)
    theme = one_of(ThemeChoice, N_("Theme"), N_("Light, dark or as the system."))
    week_start = one_of(WeekStart, N_("Week starts on"), N_("The first day of a week in calendars."))
    copies = folder(
        N_("Folder for copies"), N_("“Save a copy” in the File menu begins here, else beside the dossier.")
    )
    recent = Setting[tuple[Path, ...]](_paths, tuple, N_("Recent dossiers"))
    last = Setting(read_path, lambda: None, N_("Dossier opened last"))
    desk = Setting(read_text, new_id, N_("This desk"), N_("Marks your own changes."), once=True)
    first_start_done = Setting(read_flag, lambda: False, N_("The first start is over"))
    steps_done = Setting(read_text, lambda: "", N_("First steps that were done"))

    def __init__(self, path: Path) -> None:
        self.path = path
        self._values: dict[str, object] = dict(load(path))

    @property
    def protocol(self) -> Protocol:
        """How countries are called, and in which order they stand."""
        return Protocol(self.country_language, self.party_order.value, self.host_first)

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

    def forget_set(self, keys: Iterable[str]) -> None:
        """Lets the defaults hold again."""
        self._keep(dict.fromkeys(keys))

    def _keep(self, changed: Mapping[str, object]) -> None:
        plain = {key: _plain(value) for key, value in changed.items()}
        self._values.update(plain)
        present = load(self.path)
        values = {**(present or self._values), **plain}
        if values == present:
            return
        try:
            write(self.path, values)
        except OSError as error:
            _log.warning("settings could not be stored: %s", error.strerror)


def declared() -> tuple[Setting[object], ...]:
    """All settings, in the order in which a person would look for them."""
    return tuple(each for each in vars(Settings).values() if isinstance(each, Setting))


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [str(each) for each in value]
    return value if value is None or isinstance(value, bool | str) else str(value)
