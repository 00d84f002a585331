"""The JSON file of the settings: readable by its owner only, and never half written."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

from ministrack.whole_files import whole_file

_log = logging.getLogger(__name__)


def load(path: Path) -> Mapping[str, object]:
    """What the file holds; a file that holds something else is set aside."""
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


def write(path: Path, values: Mapping[str, object]) -> None:
    """Puts the values in the place of what the file held, all or nothing."""
    # delayed: start-up time
    import json

    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with whole_file(path) as file:
        file.write(json.dumps(values, ensure_ascii=False, indent=2, sort_keys=True).encode())
