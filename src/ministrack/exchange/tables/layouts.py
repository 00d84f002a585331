"""Remembers, on this computer, how files of one layout were mapped: never in the dossier."""

import json
import logging
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from ministrack.domain.names import fold
from ministrack.domain.values import dataclass, field
from ministrack.paths import config_dir
from ministrack.whole_files import whole_file

_MOST = 200  # layouts; those that were not used for longest go first
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Layout:
    """What was chosen for files of these headers; `imported`: the edit that took in the last, by dossier."""

    table: str
    columns: Mapping[str, str]
    imported: Mapping[str, str] = field(default_factory=dict)


def layouts_file() -> Path:
    """Where they are kept. It may not exist yet."""
    return config_dir() / "imports.json"


def remembered(headers: Sequence[str]) -> Layout | None:
    """What was chosen for a file with these headers, in whatever order they stand."""
    entry = _load().get(_key(headers))
    if not isinstance(entry, dict) or not isinstance(entry.get("columns"), dict):
        return None
    imported = entry.get("imported")
    return Layout(
        str(entry.get("table", "")),
        {str(header): str(key) for header, key in entry["columns"].items()},
        {str(at): str(edit) for at, edit in imported.items()} if isinstance(imported, dict) else {},
    )


def remember(headers: Sequence[str], layout: Layout) -> None:
    """Keeps it for the next file. Where that fails, the person chooses again."""
    if not headers:
        return
    known = _load()
    known.pop(_key(headers), None)
    known[_key(headers)] = {
        "table": layout.table, "columns": dict(layout.columns), "imported": dict(layout.imported)
    }  # fmt: skip
    kept = dict(list(known.items())[-_MOST:])
    path = layouts_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with whole_file(path) as file:
            file.write(json.dumps(kept, ensure_ascii=False, indent=1).encode())
    except OSError as error:
        _log.info("the layout of an import was not remembered: %s", error.strerror)


def _load() -> dict[str, object]:
    try:
        found = json.loads(layouts_file().read_bytes())
    except (OSError, ValueError):  # nothing was remembered yet, or it cannot be read: the person chooses
        return {}
    return found if isinstance(found, dict) else {}


def _key(headers: Sequence[str]) -> str:
    """Short, and the same in whatever order the columns stand."""
    told = sorted(fold(header) or header for header in headers)
    return sha256("\x1f".join(told).encode()).hexdigest()[:32]
