"""Many ids in one statement: a batch of them is one parameter, whatever their number."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

IN = "IN (SELECT value FROM json_each(?))"

_MOST = 1000


def batches(ids: Iterable[str]) -> Iterator[str]:
    """The ids in batches, each as the parameter that IN stands for."""
    for part in parts(tuple(ids)):
        yield json.dumps(part)


def parts(things: Sequence[T]) -> Iterator[Sequence[T]]:
    """So many things at a time."""
    for start in range(0, len(things), _MOST):
        yield things[start : start + _MOST]
