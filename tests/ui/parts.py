"""Finds parts of a window by their kind and name."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

Part = TypeVar("Part", bound=QWidget)


def part(parent: QWidget, kind: type[Part], name: str) -> Part:
    """The part of this name, which has to be there."""
    found = parent.findChild(kind, name)
    assert isinstance(found, kind), name
    return found
