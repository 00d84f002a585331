"""How a long step tells how far it is, and how it is stopped."""

from collections.abc import Callable
from typing import TypeAlias

from ministrack.domain.errors import MinistrackError
from ministrack.domain.language import tr

Progress: TypeAlias = Callable[[int, int], None]
"""Told how much is done of how much (0: not known yet). Raises Stopped where the person has had enough."""


def untold(done: int, total: int) -> None:
    """Nobody waits for it."""


class Stopped(MinistrackError):
    """The person stopped a long step. Nothing was stored."""

    def __init__(self) -> None:
        super().__init__(tr("Stopped."), safe=tr("Nothing was changed."))
