"""The timeline as a file: SVG, PDF or PNG, whole or not at all."""

from datetime import date
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ministrack.domain.dates import show_long
from ministrack.domain.errors import InvalidValue, MinistrackError
from ministrack.domain.language import interface_language, tr, trn
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.drawings import PDF, PNG, SVG, kind_of
from ministrack.ui.dialogs.messages import show_error
from ministrack.ui.dialogs.saving import ask_where, store
from ministrack.ui.views.timeline.sheet import MOST_ROWS, Sheet, Words
from ministrack.ui.views.timeline.view import Timeline

_KINDS = {"svg": SVG, "pdf": PDF, "png": PNG}


class TimelineExport:
    """Asks where to, and paints."""

    def __init__(self, desk: Desk, timeline: Timeline, parent: QWidget) -> None:
        self._desk = desk
        self._timeline = timeline
        self._parent = parent

    def ask(self) -> None:
        """Asks for a file, and writes the part of time in view into it."""
        rows = len(self._timeline.content.groups())
        if rows > MOST_ROWS:
            show_error(self._parent, _too_many(rows))
            return
        dossier = self._desk.workspace.path
        proposed = dossier.with_name(tr("{name} timeline", name=dossier.stem))
        kinds = {suffix: tr(kind.label) for suffix, kind in _KINDS.items()}
        ask_where(self._parent, tr("Export the timeline"), proposed, kinds, self.write)

    def write(self, path: Path) -> None:
        """Writes the kind of file that the name asks for; says so where that was not possible."""
        try:
            kind = _KINDS[kind_of(path, _KINDS)]
            store(self._parent, path, kind.make(self._sheet(), self._title()))
        except MinistrackError as error:
            show_error(self._parent, error)

    def _title(self) -> str:
        return tr("Timeline: {name}", name=self._desk.workspace.path.stem)

    def _sheet(self) -> Sheet:
        timeline, today = self._timeline, date.today()
        parts = [timeline.days_text(), show_long(today.isoformat(), interface_language())]
        if not self._desk.focus.filter.is_empty:
            parts.append(tr("only what the filter leaves"))
        words = Words(self._title(), " · ".join(parts), tr("Nothing with a date."))
        days = timeline.days()
        return Sheet(timeline.content, days, today.toordinal(), words, QGuiApplication.font())


def _too_many(rows: int) -> InvalidValue:
    return InvalidValue(
        trn("The timeline has {n} series.", "The timeline has {n} series.", rows),
        safe=tr("Nothing was written."),
        todo=tr("Narrow the filter first, for example to a few series."),
    )
