"""What makes the first window come quickly, apart from importing little: see docs/decisions/0003-start.md."""

import builtins
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quick_start() -> Iterator[None]:
    """Around importing and building the first window: no garbage collection, and imports without detours.

    What was built by the end is left out of later collections, as it lives as long as the program: that
    saves a tenth of the start, and again as much at the end of the program.
    """
    _import_directly()
    first = gc.get_freeze_count() == 0
    gc.disable()
    try:
        yield
    finally:
        if first:
            gc.freeze()
        gc.enable()


def _import_directly() -> None:
    """Takes off PySide's import hook, which reads the source of every module that is imported after it.

    It looks for `from __feature__ import ...`, which ministrack does not use (docs/architecture.md).
    """
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        vars(builtins)["__import__"] = original
