"""Remembers how the window was left: sizes, panes, columns, zoom. Never an edit, never in the journal."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QSplitter, QWidget


class LayoutMemory:
    """A small file beside the settings; what it does not hold stays as it is."""

    def __init__(self, file: Path) -> None:
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def keep_bytes(self, name: str, value: QByteArray) -> None:
        """Remembers a state that Qt made."""
        self._store.setValue(name, value)

    def bytes_of(self, name: str) -> QByteArray | None:
        """A state that was remembered, or None."""
        value = self._store.value(name)
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def keep_text(self, name: str, value: str) -> None:
        """Remembers a word."""
        self._store.setValue(name, value)

    def text_of(self, name: str) -> str:
        """A word that was remembered, or an empty text."""
        return str(cast(object, self._store.value(name)) or "")

    def keep_window(self, window: QWidget) -> None:
        """Remembers size and place."""
        self.keep_bytes("window", window.saveGeometry())

    def restore_window(self, window: QWidget) -> bool:
        """Gives back size and place; False when there are none."""
        state = self.bytes_of("window")
        return state is not None and window.restoreGeometry(state)

    def keep_splitter(self, splitter: QSplitter) -> None:
        """Remembers the sizes of panes."""
        self.keep_bytes(splitter.objectName(), splitter.saveState())

    def restore_splitter(self, splitter: QSplitter) -> bool:
        """Gives panes their sizes back; False when there are none."""
        state = self.bytes_of(splitter.objectName())
        return state is not None and splitter.restoreState(state)

    def write(self) -> None:
        """Puts everything on disk now."""
        self._store.sync()
