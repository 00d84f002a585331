"""Mentions that lie in a stretch of the text, found without looking through all of them."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, TypeVar

from ministrack.reading.mention import Mention

Found = TypeVar("Found", bound=Mention)


class Inside(Generic[Found]):
    """Mentions in the order of the text."""

    def __init__(self, mentions: Sequence[Found]) -> None:
        self._mentions = sorted(mentions, key=lambda each: each.start)
        self._starts = [each.start for each in self._mentions]

    def between(self, start: int, stop: int) -> Sequence[Found]:
        """Those that begin there."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, stop)]
