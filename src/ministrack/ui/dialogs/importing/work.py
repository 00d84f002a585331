"""Reads a file, plans and stores, each step away from the window's thread; the newest wish counts."""

from collections.abc import Collection
from typing import cast

from PySide6.QtCore import QObject, Signal

from ministrack.domain.progress import Progress
from ministrack.domain.values import replace
from ministrack.exchange.choices import Choices
from ministrack.exchange.imports import ImportFormat, ImportPlan
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.importing.sorted_rows import SortedRows
from ministrack.ui.dialogs.importing.source import ImportSource
from ministrack.ui.dialogs.newest_work import NewestWork, Step


class ImportWork(NewestWork):
    """One file on its way into the dossier.

    Signals: `began()` with each step; `progressed(int, int)`; `planned(object, object)` with an
    ImportPlan and its SortedRows;
    `stored(object)` with a ChangeSet; `failed(object)` with a MinistrackError; `stopped()` after `stop` while
    something was being stored.
    """

    planned = Signal(object, object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(desk, parent)
        self._source: ImportSource | None = None
        self._kind: ImportFormat | None = None
        self._content: object = None
        self._read_as: Choices | None = None
        self._choices = Choices()

    def take(self, source: ImportSource, kind: ImportFormat, choices: Choices) -> None:
        """Begins with another file."""
        self._source, self._kind, self._content, self._read_as = source, kind, None, None
        self.decide(choices)

    def decide(self, choices: Choices) -> None:
        """Plans anew with other choices; the file is read again only where it has to be."""
        self._choices = choices
        if self._read_as is not None and self._read_as == _for_reading(choices):
            self._plan()
            return
        source, kind = self._source, self._kind
        if source is None or kind is None:
            return

        def read(progress: Progress) -> object:
            # delayed: start-up time
            from ministrack.sandbox.child import read_in_child

            return read_in_child(kind.parser, source.path, choices, progress=progress)

        self._start(Step.READING, read, self._take_content)

    def plan_again(self) -> None:
        """Compares the same file with the dossier as it is now."""
        if self._read_as is not None:
            self._plan()

    def settle(self, found: Choices) -> None:
        """The choices that were found for what was left open: the file need not be read again for them."""
        self._read_as = _for_reading(found)

    def store(self, plan: ImportPlan, chosen: Collection[int]) -> None:
        """Stores the rows with these places as one edit."""
        background = self._desk.runner.background()

        def run(progress: Progress) -> object:
            return background.run(plan.edit(chosen), progress)

        self._start(Step.STORING, run, self.stored.emit)

    def _plan(self) -> None:
        background, kind, source = self._desk.runner.background(), self._kind, self._source
        content, choices = self._content, self._choices
        if kind is None or source is None:
            return

        def plan(progress: Progress) -> object:
            with background.workspace() as workspace:
                made = kind.plan(workspace.read, content, source.name, choices, progress)
            return made, SortedRows(made.rows)

        self._start(Step.PLANNING, plan, self._take_plan)

    def _take_content(self, content: object) -> None:
        self._content, self._read_as = content, _for_reading(self._choices)
        self._plan()

    def _take_plan(self, planned: object) -> None:
        plan, rows = cast(tuple[ImportPlan, SortedRows], planned)
        self.planned.emit(plan, rows)


def _for_reading(choices: Choices) -> Choices:
    """What of the choices says how the file is read; the rest says what its lines mean."""
    return replace(Choices(), sheet=choices.sheet, encoding=choices.encoding, delimiter=choices.delimiter)
