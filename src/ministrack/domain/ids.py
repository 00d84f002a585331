"""Row ids: UUIDv7 text (RFC 9562), which sorts by the time of making."""

import os
import time
from functools import cache
from threading import Lock

_RANDOM_BITS = 74
_STEP_BYTES = 4


class IdMaker:
    """Makes ids that only grow within one process, also when many are made in one millisecond."""

    __slots__ = ("_last", "_lock")

    def __init__(self) -> None:
        self._last = 0
        self._lock = Lock()

    def make(self) -> str:
        """A new id, 36 characters, greater than each one made before."""
        fresh = (time.time_ns() // 1_000_000 << _RANDOM_BITS) | (
            int.from_bytes(os.urandom(10), "big") >> 80 - _RANDOM_BITS
        )
        with self._lock:
            if fresh >> _RANDOM_BITS <= self._last >> _RANDOM_BITS:
                # Same millisecond, or the clock went back: go on from the last id. The step is random, so
                # that two processes forked from one do not go on with the same ids.
                fresh = self._last + 1 + int.from_bytes(os.urandom(_STEP_BYTES), "big")
            self._last = fresh
        return _text(fresh)


def new_id() -> str:
    """A new id for a row: lower-case UUIDv7 text."""
    return _maker().make()


@cache
def _maker() -> IdMaker:
    return IdMaker()


def _text(value: int) -> str:
    """The 122 free bits (48 of time, 74 random) with version 7 and variant 2 set in between."""
    stamp = value >> _RANDOM_BITS
    high = value >> 62 & 0xFFF
    low = value & (1 << 62) - 1
    digits = f"{stamp:012x}{0x7000 | high:04x}{1 << 63 | low:016x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
