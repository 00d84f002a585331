"""The import of a file: what it is, how it is read, what its rows would do, and the step that does it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ministrack.domain.errors import MinistrackError
from ministrack.domain.language import counted, tr, trn
from ministrack.domain.values import replace
from ministrack.edits.changes import ChangeSet
from ministrack.exchange.choices import Choices
from ministrack.exchange.imports import ImportFormat, ImportPlan
from ministrack.exchange.recognising import format_of
from ministrack.ui.announcing import announce
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.entering.for_all import FieldsForAll
from ministrack.ui.dialogs.importing.file_bar import FileBar
from ministrack.ui.dialogs.importing.preview_page import PreviewPage
from ministrack.ui.dialogs.importing.reading_as import ReadingAs
from ministrack.ui.dialogs.importing.sorted_rows import SortedRows
from ministrack.ui.dialogs.importing.source import ImportSource
from ministrack.ui.dialogs.importing.verdicts import told
from ministrack.ui.dialogs.importing.work import ImportWork
from ministrack.ui.dialogs.newest_work import Step
from ministrack.ui.dialogs.waiting_page import ProblemPage, WaitingPage
from ministrack.ui.forms.messages import small_label
from ministrack.ui.style.metrics import DIALOG_MARGINS, MARGIN, SPACE, resize_to_letters
from ministrack.ui.widgets.dialog import Dialog, answer_buttons

_SIZE = (190, 46)  # letters across, lines down
_MEETING = "delegation.meeting"


class ImportFile(Dialog):
    """Signals: `imported(object, int, str)` with the ChangeSet, how many rows it took in and the file's name;
    `other_wanted()` when another file is to be chosen.
    """

    imported = Signal(object, int, str)
    other_wanted = Signal()
    enter_answers = False

    def __init__(self, desk: Desk, formats: Sequence[ImportFormat], parent: QWidget) -> None:
        super().__init__("importFile", tr("Import"), parent)
        self._desk = desk
        self._formats = formats
        self._source: ImportSource | None = None
        self._plan: ImportPlan | None = None
        self._count = 0
        self._chosen: Choices | None = None  # what a person decided about this file
        resize_to_letters(self, *_SIZE)
        self.work = ImportWork(desk, self)
        self.file = FileBar(desk, self)
        self.reading = ReadingAs(self)
        self.for_all = FieldsForAll(desk, self)
        self.preview = PreviewPage(desk, self)
        self._waiting = WaitingPage("import", self)
        self._problem = ProblemPage(desk, "import", tr("Choose another file…"), self)
        self._summary = small_label("soft")
        self._summary.setObjectName("import.summary")
        self._lay_out()
        self._connect()

    def take(self, source: ImportSource) -> None:
        """Begins with a file; one that was there before is put aside."""
        self._forget()
        self._source, self._plan, self._chosen = source, None, None
        self.reading.hide()
        self.for_all.hide()
        self._tell()
        try:
            kind = format_of(source.path, self._formats, source.path.name)
        except MinistrackError as error:
            self.file.show_file(source, "")
            self._show_problem(error)
            return
        self.file.show_file(source, tr(kind.label))
        self.work.take(source, kind, self._with_common(Choices()) if kind.is_table else Choices())

    def _lay_out(self) -> None:
        self._pages = QStackedWidget(self)
        for page in (self._waiting, self._problem, self.preview):
            self._pages.addWidget(page)
        right = QVBoxLayout()
        right.setSpacing(2 * SPACE)
        right.addWidget(self.for_all)
        right.addWidget(self._pages, 1)
        middle = QHBoxLayout()
        middle.setSpacing(MARGIN)
        middle.addWidget(self.reading)
        middle.addLayout(right, 1)
        buttons, self._import = answer_buttons(self, "import.accept", tr("Import"))
        for button in buttons.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter belongs to the rows
        self._import.setDefault(False)
        self._import.setToolTip(tr("Ctrl+Enter"))
        buttons.accepted.connect(self.store)
        end = QHBoxLayout()
        end.setSpacing(MARGIN)
        end.addWidget(self._summary, 1)
        end.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(self.file)
        layout.addLayout(middle, 1)
        layout.addLayout(end)

    def _connect(self) -> None:
        self.work.began.connect(self._show_step)
        self.work.progressed.connect(self._waiting.show_progress)
        self.work.planned.connect(self._show_plan)
        self.work.failed.connect(self._show_problem)
        self.work.stored.connect(self._finish)
        self.work.stopped.connect(self._show_stopped)
        self.reading.decided.connect(self._decide)
        self.for_all.changed.connect(self._decide_common)
        self.preview.changed.connect(self._tell)
        self.file.other_wanted.connect(self.other_wanted)
        self._problem.other_wanted.connect(self.other_wanted)
        self._desk.feed.changed.connect(self._follow_edit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.store)

    # what is decided

    def _decide(self, choices: Choices) -> None:
        self._chosen = choices
        self.work.decide(self._with_common(choices))

    def _decide_common(self) -> None:
        layout = self._plan.layout if self._plan is not None else None
        if layout is not None:
            self.work.decide(self._with_common(self._as_chosen(layout.choices)))

    def _as_chosen(self, found: Choices) -> Choices:
        """As it was found, except that columns nobody chose stay open: they are known from last time."""
        return found if self._chosen is not None else replace(found, columns={})

    def _with_common(self, choices: Choices) -> Choices:
        """With what holds for all lines, where they turn out to be delegations that name no meeting."""
        return replace(choices, common=dict(self.for_all.values()), common_unless=_MEETING)

    def _follow_edit(self, _: object) -> None:
        """The dossier has changed meanwhile: what rows would do may have changed as well."""
        if self._plan is not None and self.work.step is Step.NOTHING:
            self.work.plan_again()

    # what is shown

    def _show_step(self) -> None:
        name = self._source.name if self._source is not None else ""
        said = {
            Step.READING: tr("Reading {name}…", name=name),
            Step.PLANNING: tr("Comparing with the dossier…"),
            Step.STORING: trn("Storing {n} row…", "Storing {n} rows…", self._count),
        }[self.work.step]
        self._waiting.show_step(said)
        if self._plan is None or self.work.step is Step.STORING:
            self._pages.setCurrentWidget(self._waiting)
        self._allow_choices(self.work.step is not Step.STORING)
        self._tell()

    def _show_plan(self, plan: ImportPlan, rows: SortedRows) -> None:
        layout = plan.layout
        first = self._plan is None
        if layout is not None:
            self.work.settle(layout.choices)
            self.reading.show_layout(layout)
            names_meeting = _MEETING in layout.choices.columns.values()
            self.for_all.setVisible(layout.choices.table == "delegation" and not names_meeting)
        self.reading.setVisible(layout is not None)
        self._plan = plan
        self.preview.show_rows(rows)
        self.file.show_notes(layout.notes if layout is not None else ())
        self._pages.setCurrentWidget(self.preview)
        if first:
            start = self.for_all.meeting if self._lacks_meeting() else self.preview.table
            start.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _lacks_meeting(self) -> bool:
        return self.for_all.isVisibleTo(self) and "meeting" not in self.for_all.values()

    def _show_problem(self, error: MinistrackError) -> None:
        self._allow_choices(True)
        self._problem.show_error(error)
        self._pages.setCurrentWidget(self._problem)
        self._problem.other.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self._problem, str(error))
        self._tell()

    def _show_stopped(self) -> None:
        self._allow_choices(True)
        self._pages.setCurrentWidget(self.preview)
        self._tell()
        self._summary.setText(tr("Stopped. Nothing was changed."))

    def _allow_choices(self, allowed: bool) -> None:
        for part in (self.reading, self.for_all, self.file.other):
            part.setEnabled(allowed)

    def _tell(self) -> None:
        is_shown = self._plan is not None and self._pages.currentWidget() is self.preview
        count = len(self.preview.model.wanted()) if is_shown else 0
        busy = self.work.step is not Step.NOTHING
        self._import.setText(tr("Import {n}", n=counted(count)) if count else tr("Import"))
        self._import.setEnabled(bool(count) and not busy and not self._desk.workspace.read_only)
        said = told(self.preview.model.counts()) if is_shown else ""
        if is_shown and busy:
            said = tr("Comparing with the dossier…")
        elif is_shown and self._lacks_meeting():
            said = tr("Choose the meeting of these delegations first.")
        self._summary.setText(said)

    # how it ends

    def store(self) -> None:
        """Stores the rows that are ticked, as one edit."""
        if self._plan is None or not self._import.isEnabled():
            return
        wanted = self.preview.model.wanted()
        self._count = len(wanted)
        self.work.store(self._plan, wanted)

    def _finish(self, changes: ChangeSet) -> None:
        name = self._source.name if self._source is not None else ""
        self.accept()
        self.imported.emit(changes, self._count, name)

    def reject(self) -> None:
        """Stops what is being stored; else the dialog goes, and nothing was stored."""
        if self.work.step is Step.STORING:
            self.work.stop()
            return
        super().reject()

    def done(self, result: int) -> None:
        self.work.stop()
        self._forget()
        super().done(result)

    def _forget(self) -> None:
        if self._source is not None:
            self._source.forget()
            self._source = None


def import_file(
    parent: QWidget, desk: Desk, source: ImportSource, formats: Sequence[ImportFormat]
) -> ImportFile:
    """Opens the dialog for a file."""
    dialog = ImportFile(desk, formats, parent)
    dialog.open()
    dialog.take(source)
    return dialog
