"""The log file: what the program did, by kinds and ids, never by names or notes of a dossier."""

from __future__ import annotations

import logging
import os
from io import BufferedWriter, FileIO, TextIOWrapper
from pathlib import Path

_BYTES, _KEPT = 1_000_000, 3


def log_file(folder: Path) -> Path:
    """The file that messages go to, below the person's data folder."""
    return folder / "logs" / "ministrack.log"


def start_logging(folder: Path) -> Path | None:
    """Sends messages of INFO and above to the log file, readable by its owner only.

    Returns the file, or None where it cannot be written: then the program goes on without a log.
    """
    # delayed: start-up time
    from logging.handlers import RotatingFileHandler

    class OwnFileHandler(RotatingFileHandler):
        def _open(self) -> TextIOWrapper:
            file = FileIO(self.baseFilename, self.mode, opener=_owner_only)
            return TextIOWrapper(BufferedWriter(file), encoding="utf-8")

    path = log_file(folder)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = OwnFileHandler(path, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return path


def _owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
