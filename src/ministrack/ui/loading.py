"""Parts of the window that are imported when first wanted, beside it: that takes some tenths of a second."""

import sys
from collections.abc import Callable
from importlib import import_module

from ministrack.ui.run import Runner

_coming: set[str] = set()  # what is being imported; the first wish for it counts


def when_loaded(runner: Runner, modules: tuple[str, ...], then: Callable[[], None]) -> None:
    """Calls `then` once modules are there: now, or as soon as they are imported while the window goes on.

    One that cannot be imported is told as any fault is.
    """
    if _coming.intersection(modules):
        return
    if all(name in sys.modules for name in modules):
        then()
        return

    def load(_: object) -> None:
        for name in modules:
            import_module(name)

    def go_on(_: object) -> None:
        _coming.difference_update(modules)
        then()

    def give_up(error: object) -> None:
        _coming.difference_update(modules)
        runner.failed.emit(error)

    _coming.update(modules)
    job = runner.start(load)
    job.finished.connect(go_on)
    job.failed.connect(give_up)
