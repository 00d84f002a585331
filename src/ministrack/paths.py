"""Where things lie: the program's own resources, and the folders of the person who uses it."""

from __future__ import annotations

import sys
from pathlib import Path

APP_NAME = "ministrack"
DOSSIER_SUFFIX = ".ministrack"


def resource(*parts: str) -> Path:
    """Return the path of a file or folder that comes with the program: ``resource("icons", "x.svg")``.

    One rule for a frozen build, an installed wheel and a checkout. Raises FileNotFoundError, which names
    every place that was looked at, when the installation lacks it.
    """
    looked_at = [root.joinpath(*parts) for root in _resource_roots()]
    for path in looked_at:
        if path.exists():
            return path
    raise FileNotFoundError(
        f"This copy of ministrack is incomplete: {'/'.join(parts)} is missing. "
        f"Looked at: {', '.join(str(path) for path in looked_at)}."
    )


def _resource_roots() -> list[Path]:
    package = Path(__file__).resolve().parent
    roots = [package / "resources"]  # an installed wheel
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        roots.insert(0, Path(frozen) / APP_NAME / "resources")
        roots.insert(1, Path(frozen) / "resources")
    elif package.parent.name == "src":
        # a checkout, where the guide lies with the documents
        roots += [package.parents[1] / "resources", package.parents[1] / "docs"]
    return roots


def data_dir() -> Path:
    """Return the folder for dossiers of this person. It may not exist yet."""
    import platformdirs  # delayed: start-up time

    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def config_dir() -> Path:
    """Return the folder for this person's settings. It may not exist yet."""
    import platformdirs  # delayed: start-up time

    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False))


def default_dossier() -> Path:
    """Return the dossier that is opened when none is named. It may not exist yet."""
    return data_dir() / f"My dossier{DOSSIER_SUFFIX}"


def window_state_file() -> Path:
    """Return the file that remembers sizes, columns and the theme of the window. It may not exist yet."""
    return config_dir() / "window.ini"


def settings_file() -> Path:
    """Return the file of this person's settings. It may not exist yet."""
    return config_dir() / "settings.json"
