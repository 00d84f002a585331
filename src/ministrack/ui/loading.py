"""Parts of the window that are imported when first wanted, beside it: that takes some tenths of a second."""

import sys
from collections.abc import Callable
from importlib import import_module

from ministrack.ui.run import Runner

_coming: set[str] = set()  # what is being imported; the first wish for it counts


def when_loaded(runner: Runner, module: str, then: Callable[[], None]) -> None:
    """Calls `then` once a module is there: now, or as soon as it has been imported while the window goes on.

    One that cannot be imported is told as any fault is.
    """
    if module in _coming:
        return
    if module in sys.modules:
        then()
        return

    def load(_: object) -> None:
        import_module(module)

    def go_on(_: object) -> None:
        _coming.discard(module)
        then()

    def give_up(error: object) -> None:
        _coming.discard(module)
        runner.failed.emit(error)

    _coming.add(module)
    job = runner.start(load)
    job.finished.connect(go_on)
    job.failed.connect(give_up)
