"""One setting: its value, its default, its words, and how it is edited."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, overload

from ministrack.domain.language import tr

if TYPE_CHECKING:
    from pathlib import Path

    from ministrack.domain.fields import Choice

V = TypeVar("V")

Choices = Callable[[], Sequence[tuple[str, str]]]

_log = logging.getLogger(__name__)


class Editor(Enum):
    """How a person sets it."""

    NONE = "none"  # the program keeps it for itself
    LINE = "line"
    TICK = "tick"
    LIST = "list"  # one of `choices`
    FOLDER = "folder"


class Keeper(Protocol):
    """Holds what was set."""

    def stored(self, key: str) -> object:
        """What was set; None where nothing was."""

    def store(self, key: str, value: object) -> None:
        """Keeps one value."""


class Setting(Generic[V]):
    """One setting, declared as an attribute of `Settings`.

    `read` makes a value from what the file holds and raises ValueError where it cannot. `default` is asked
    each time that nothing is set; with `once`, its first answer is kept. `choices` are values, as the file
    holds them, with the words for each.
    """

    def __init__(
        self,
        read: Callable[[object], V],
        default: Callable[[], V],
        label: str,
        help_text: str = "",
        *,
        editor: Editor = Editor.NONE,
        choices: Choices = tuple,
        once: bool = False,
    ) -> None:
        self.read = read
        self.default = default
        self.label = label
        self.help = help_text
        self.editor = editor
        self.choices = choices
        self.once = once
        self.key = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.key = name

    @property
    def hidden(self) -> bool:
        """Whether no person ever sees it."""
        return self.editor is Editor.NONE

    @overload
    def __get__(self, settings: None, owner: type) -> Setting[V]: ...
    @overload
    def __get__(self, settings: Keeper, owner: type) -> V: ...
    def __get__(self, settings: Keeper | None, owner: type) -> Setting[V] | V:
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

    def __set__(self, settings: Keeper, value: V) -> None:
        settings.store(self.key, self.read(value))


def text_setting(label: str, help_text: str, default: Callable[[], str]) -> Setting[str]:
    """A line of text."""
    return Setting(read_text, default, label, help_text, editor=Editor.LINE)


def tick(label: str, help_text: str, *, default: bool) -> Setting[bool]:
    """Yes or no."""
    return Setting(read_flag, lambda: default, label, help_text, editor=Editor.TICK)


C = TypeVar("C", bound="Choice")


def one_of(kind: type[C], label: str, help_text: str) -> Setting[C]:
    """One of a fixed list; the first is the default."""
    first = next(iter(kind))
    return Setting(
        lambda value: _member(kind, value),
        lambda: first,
        label,
        help_text,
        editor=Editor.LIST,
        choices=lambda: [(each.value, tr(each.label)) for each in kind],
    )


def _member(kind: type[C], value: object) -> C:
    for each in kind:
        if each.value == value:
            return each
    raise ValueError(value)


def folder(label: str, help_text: str) -> Setting[Path | None]:
    """A folder, or none."""
    return Setting(read_path, _nothing, label, help_text, editor=Editor.FOLDER)


def read_text(value: object) -> str:
    """Text, and nothing else."""
    if not isinstance(value, str):
        raise ValueError(value)
    return value


def read_flag(value: object) -> bool:
    """Yes or no, and nothing else."""
    if not isinstance(value, bool):
        raise ValueError(value)
    return value


def read_path(value: object) -> Path | None:
    """A path; None where there is none."""
    # delayed: start-up time
    from pathlib import Path

    return Path(str(value)) if value else None


def _nothing() -> None:
    return None
