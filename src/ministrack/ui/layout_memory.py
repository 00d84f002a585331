"""Remembers how the window was left: sizes, panes, columns, zoom. Never an edit, never in the journal."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QSplitter, QWidget


class LayoutMemory:
    """A small file beside the settings; what it does not hold stays as it is.

    A second window on a dossier has a memory of its own; it begins as the first one was left.
    """

    def __init__(self, file: Path, window: int = 1) -> None:
        self._store = QSettings(str(file), QSettings.Format.IniFormat)
        self._own = "" if window == 1 else f"window{window}/"

    def keep_bytes(self, name: str, value: QByteArray) -> None:
        """Remembers a state that Qt made."""
        self._store.setValue(self._own + name, value)

    def bytes_of(self, name: str) -> QByteArray | None:
        """A state that was remembered, or None."""
        value = self._value(name)
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def keep_text(self, name: str, value: str) -> None:
        """Remembers a word."""
        self._store.setValue(self._own + name, value)

    def text_of(self, name: str) -> str:
        """A word that was remembered, or an empty text."""
        return str(self._value(name) or "")

    def keep_folder(self, name: str, file: Path) -> None:
        """Remembers the folder that a file lies in."""
        self.keep_text(name, str(file.parent))

    def folder_of(self, name: str, usual: Path) -> Path:
        """A folder that was remembered; the usual one as long as there is none, or where it is gone."""
        kept = self.text_of(name)
        return Path(kept) if kept and Path(kept).is_dir() else usual

    def keep_window(self, window: QWidget) -> None:
        """Remembers size and place."""
        self.keep_bytes("window", window.saveGeometry())

    def restore_window(self, window: QWidget) -> bool:
        """Gives back size and place; False when there are none."""
        state = self.bytes_of("window")
        return state is not None and window.restoreGeometry(state)

    def holds_place(self) -> bool:
        """Whether this very window, and not only the first one, was ever left somewhere."""
        return self._store.contains(f"{self._own}window")

    def keep_splitter(self, splitter: QSplitter) -> None:
        """Remembers the sizes of panes."""
        self.keep_bytes(splitter.objectName(), splitter.saveState())

    def restore_splitter(self, splitter: QSplitter) -> bool:
        """Gives panes their sizes back; False when there are none."""
        state = self.bytes_of(splitter.objectName())
        return state is not None and splitter.restoreState(state)

    def _value(self, name: str) -> object:
        own = f"{self._own}{name}"
        return cast(object, self._store.value(own if self._store.contains(own) else name))

    def write(self) -> None:
        """Puts everything on disk now."""
        self._store.sync()
