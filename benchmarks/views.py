"""How long the window takes with 2,000 meetings: opening, each view, filtering, selecting, an edit.

A first argument names a dossier made by benchmarks/dossiers.py; without one it is made anew. Every step is
done several times, the first is thrown away, and each ends when all that it changes has been painted. Beside
them a repaint of the whole window is measured, which nothing can undercut.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QToolButton

from ministrack.domain.filters import SharedFilter
from ministrack.domain.lists import ListQuery
from ministrack.domain.record import Ref
from ministrack.edits.records import change_record
from ministrack.program import Program
from ministrack.settings import Settings
from ministrack.ui.main_window import MainWindow
from ministrack.ui.views import views
from ministrack.ui.widgets.record_view import RecordView

ROUNDS = 7
SIZE = (1440, 900)
SLOW = 100  # ms
TABLE = "table"
_BUTTON = "presentation."


class Stage:
    """A window on the dossier, and the steps that are measured in it. Each ends with everything painted."""

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        self._app = app
        self._window = window
        self._focus, self._read = window.desk.focus, window.desk.read
        self._meetings = iter(self._read.listing(ListQuery("meeting", (), sort="date")).ids(500, 100))
        self._count = 0

    def show(self, view: str, presentation: str = TABLE) -> None:
        """Shows a view in one of its presentations."""
        self._focus.show_view(view)
        shown = self._window.views.current()
        if isinstance(shown, RecordView) and shown.presentation != presentation:
            shown.show_presentation(presentation)
        self._app.processEvents()

    def presentations(self, view: str) -> list[str]:
        """What a view offers; the table comes first."""
        self.show(view)
        buttons = self._window.views.current().findChildren(QToolButton)
        names = (button.objectName() for button in buttons)
        others = [name.removeprefix(_BUTTON) for name in names if name.startswith(_BUTTON)]
        return others or [TABLE]

    def largest(self) -> SharedFilter:
        """The filter by the country with the most delegations."""
        query = ListQuery("party", ("delegation_count",), sort="delegation_count", descending=True)
        return SharedFilter(parties=(str(self._read.rows(query, 1)[0]["id"]),))

    def narrow(self, shared: SharedFilter) -> None:
        """Filters."""
        self._focus.set_filter(shared)
        self._app.processEvents()

    def select(self) -> None:
        """Selects another meeting."""
        self._focus.select(Ref("meeting", next(self._meetings)))
        self._app.processEvents()

    def edit(self) -> None:
        """Changes the city of the meeting that is selected."""
        ref = self._focus.record
        if ref is not None:
            self._count += 1
            city = {"city": f"Gəncə {self._count}"}
            self._window.desk.runner.run(change_record(self._read, ref, new=city))
            self._app.processEvents()


def main() -> None:
    """Prints a table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(HOME=folder, XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder)
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "Long names.ministrack"
        if not path.exists():
            script = Path(__file__).with_name("dossiers.py")
            subprocess.run([sys.executable, str(script), str(path)], check=True)
        app = QApplication(sys.argv[:1])
        program = Program(app, Settings(Path(folder) / "settings.json"))
        begun = time.perf_counter()
        window = program.open(path)
        window.resize(*SIZE)
        window.show()
        app.processEvents()
        told("opening, in a warm process", [time.perf_counter() - begun])
        told("repaint of the whole window", timed(window.grab))
        measure(Stage(app, window))
        window.close()
        app.processEvents()


def measure(stage: Stage) -> None:
    """Every view and presentation: first showing, switching, filtering; a meeting selected and edited."""
    largest = stage.largest()
    for entry in views():
        elsewhere = "sources" if entry.name != "sources" else "bodies"
        stage.show(elsewhere)
        told(f"first showing of {entry.name}", [once(partial(stage.show, entry.name))])
        for name in stage.presentations(entry.name):
            what = entry.name if name == TABLE else f"{entry.name}, {name}"
            if name != TABLE:
                told(f"first showing of {what}", [once(partial(stage.show, entry.name, name))])
            told(
                f"switching to {what}",
                timed(partial(stage.show, entry.name, name), partial(stage.show, elsewhere)),
            )
            told(
                f"filtering {what}",
                timed(partial(stage.narrow, largest), partial(stage.narrow, SharedFilter())),
            )
            stage.narrow(SharedFilter())
    for name in stage.presentations("meetings"):
        stage.show("meetings", name)
        told(f"selecting a meeting, {name}", timed(stage.select))
        told(f"an edit of it, {name}", timed(stage.edit))


def once(step: Callable[[], object]) -> float:
    """Seconds of one step."""
    begun = time.perf_counter()
    step()
    return time.perf_counter() - begun


def timed(step: Callable[[], object], before: Callable[[], object] | None = None) -> list[float]:
    """Seconds of each round but the first."""
    found = []
    for _ in range(ROUNDS):
        if before is not None:
            before()
        found.append(once(step))
    return found[1:]


def told(name: str, seconds: list[float]) -> None:
    """Prints the median, and the worst."""
    median, worst = 1000 * statistics.median(seconds), 1000 * max(seconds)
    mark = "  slow" if median > SLOW else ""
    print(f"{name:<44}{median:8.1f} ms{worst:10.1f} ms at most{mark}", flush=True)


if __name__ == "__main__":
    main()
