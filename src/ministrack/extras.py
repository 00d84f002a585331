"""Packages that not everybody has: imported when first needed, and named in plain words when missing."""

from importlib import import_module
from types import ModuleType

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr

_PACKAGES = {"docx": "python-docx"}  # which are not called as their module


def needed(module: str, extra: str, what: str) -> ModuleType:
    """The module. Where it is missing: InvalidValue, saying what it is needed for ("write DOCX files")."""
    try:
        return import_module(module)
    except ImportError as error:
        name = _PACKAGES.get(module.partition(".")[0], module)
        raise InvalidValue(
            tr(
                "To {what}, the package {package} is needed, and it is not installed.",
                what=what,
                package=name,
            ),
            safe=tr("Nothing was changed."),
            todo=tr("Install it: pip install ministrack[{extra}]", extra=extra),
        ) from error
