"""The dialog that reads a report: paste it or open a file, review what it says, add what is ticked."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ministrack.domain.errors import MinistrackError
from ministrack.domain.language import tr
from ministrack.domain.values import replace
from ministrack.edits.changes import ChangeSet
from ministrack.edits.proposals.reviewed import Reviewed
from ministrack.reading.report import Report
from ministrack.ui.announcing import announce
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.messages import show_error
from ministrack.ui.dialogs.newest_work import Step
from ministrack.ui.dialogs.reading.foot import found_words
from ministrack.ui.dialogs.reading.leaving import ask_to_leave
from ministrack.ui.dialogs.reading.sheet import is_sure
from ministrack.ui.dialogs.reading.shell import ReadingShell
from ministrack.ui.dialogs.reading.source import ReportSource, as_said, called, titled
from ministrack.ui.dialogs.reading.work import ReadingWork
from ministrack.ui.layout_memory import LayoutMemory


class ReadReport(ReadingShell):
    """Signals: `added(object, object, str)` with the ChangeSet, the Reviewed proposals that it added, and
    what the report is called; `file_wanted()` when a file is to be chosen.
    """

    added = Signal(object, object, str)
    file_wanted = Signal()

    def __init__(self, desk: Desk, memory: LayoutMemory, parent: QWidget) -> None:
        super().__init__(desk, memory, parent)
        self._desk = desk
        self._source = ReportSource()
        self._report: Report | None = None
        self._wanted: list[Reviewed] = []
        self._is_leaving = False
        self._is_answering = False  # the answer was given while corrections are still compared
        self.work = ReadingWork(desk, self)
        self._connect()
        self.begin()

    def _connect(self) -> None:
        self.work.began.connect(self._show_step)
        self.work.looked.connect(self._show_looked)
        self.work.read.connect(self._show_read)
        self.work.compared.connect(self._show_compared)
        self.work.failed.connect(self._show_problem)
        self.work.stored.connect(self._finish)
        self.work.stopped.connect(self._show_stopped)
        self.entry.typed.connect(self._tell)
        self.entry.rested.connect(self._look)
        self.entry.file_wanted.connect(self.file_wanted)
        self.about.changed.connect(self._follow_about)
        self.dropped.connect(self._take_dropped)
        self.head.about_wanted.connect(self.turn_about)
        self.review.changed.connect(self._tell)
        self.review.weighed.connect(self._weigh)
        self.review.details.left.connect(self.review.begin)
        self.review.nothing.store.clicked.connect(self._store_source)
        for again in (self.review.nothing.other.clicked, self.problem.other_wanted):
            again.connect(self.begin_again)
        self.foot.answered.connect(self.answer)
        self.foot.all_wanted.connect(self._turn_all)
        self.foot.rejected_wanted.connect(self.review.turn_rejected)
        self._desk.feed.changed.connect(self._follow_edit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.answer)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self).activated.connect(self._paste)

    # how it begins

    def begin(self) -> None:
        """Asks for a report."""
        self._report = None
        self.about.forget()
        self.put_about(above=False)
        self.show_page(self.entry)
        self.head.show_title(tr("Read a report"))
        self.head.say(
            tr("What it says is shown as proposals. Nothing is saved before you have looked at them.")
        )
        self.head.about.hide()
        self.entry.begin()
        self._tell()

    def begin_again(self) -> None:
        """Asks for another report; a text that was pasted can be corrected."""
        self.begin()
        self._look()

    def take(self, given: Path | str) -> None:
        """Reads a file, or a text as if it had been pasted."""
        self.begin()
        if isinstance(given, Path):
            self._read(ReportSource(path=given))
        else:
            self.entry.show_text(given)
            self._read(ReportSource(text=given))

    def _read(self, source: ReportSource) -> None:
        if not self.about.commit():
            return
        self._source = replace(source, said=self.about.said())
        self.work.take(self._source)

    def _look(self) -> None:
        """What the text says of itself is filled in while it stands there."""
        if not self.entry.is_empty and self.page is self.entry:
            self.work.look_at(ReportSource(text=self.entry.text))

    def _show_looked(self, report: Report) -> None:
        if self.page is self.entry:
            self.about.show_report(report.about)
            self._tell()

    def _paste(self) -> None:
        if self.page is self.entry:
            self.entry.paste()

    # what is shown

    def _show_step(self) -> None:
        said = {
            Step.READING: tr("Reading {name}…", name=self._source.name or tr("the report")),
            Step.STORING: tr("Adding…"),
        }.get(self.work.step)
        if said is None:
            return
        self.waiting.show_step(said)
        self.show_page(self.waiting)
        self.foot.show_work(said)

    def _show_read(self, report: Report, reviewed: list[Reviewed]) -> None:
        is_new = self._report is None
        self._report = report
        if is_new:
            self.put_about(above=True)
            self.about.setVisible(bool(reviewed) and not report.about.published)
        self.about.show_report(report.about)
        self.about.show_hint(is_read=True)
        self.head.show_title(titled(self._report, self._source) or tr("Read a report"))
        self.head.about.show()
        self.head.show_about(self.about.in_brief)
        found = found_words(len(reviewed)) if reviewed else ""
        self.head.say(" ".join((found, *report.about.notes)).strip())
        self.show_page(self.review)
        self.review.show_review(report, reviewed, anew=is_new)
        if not self.about.take_keyboard():
            self.review.begin()
        announce(self.head, found or tr("Nothing was found in this text"))
        if any(each.corrected for each in self.review.sheet.entries.values()):
            self._weigh()

    def _show_problem(self, error: MinistrackError) -> None:
        self._is_answering = False
        if self._report is not None:  # the review stays: what stands in the way may be corrected there
            self.show_page(self.review)
            self._tell()
            show_error(self, error)
            return
        self.about.hide()
        self.problem.show_error(error)
        self.show_page(self.problem)
        self.problem.other.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.problem, str(error))
        self.foot.show_work("")

    def _show_stopped(self) -> None:
        """Back to where it was before."""
        self.show_page(self.review if self._report is not None else self.entry)
        self._tell()
        self.foot.summary.setText(tr("Stopped. Nothing was changed."))

    def _tell(self, along: str = "") -> None:
        page = self.page
        if page is self.entry:
            missing = tr("Paste a report first, or open a file.")
            self.foot.show_entry(missing if self.entry.is_empty else "")
        elif page is self.review:
            read_only = self._desk.workspace.read_only
            why_not = tr("This dossier can only be read: nothing can be added.") if read_only else ""
            why_not = why_not or self.review.what_is_missing()
            shows_rejected = self.review.model.shows_rejected
            self.foot.show_sheet(self.review.sheet, why_not, shows_rejected=shows_rejected, along=along)
            self.review.nothing.store.setEnabled(not read_only)
            if along:
                announce(self.foot.summary, along)

    # what is decided

    def _follow_about(self, name: str) -> None:
        """The date of a report says what "last year" means: it is read again; the rest is only stored."""
        if self._report is None:
            return
        self._report = as_said(self._report, self.about.said())
        self.head.show_title(titled(self._report, self._source) or tr("Read a report"))
        self.head.show_about(self.about.in_brief)
        if name == "published":
            self.about.hold_keyboard()
            self.work.read_again(self._report, self.review.sheet.picked())

    def _weigh(self) -> None:
        sheet = self.review.sheet
        self.work.compare(sheet.proposals(), sheet.picked())

    def _show_compared(self, reviewed: list[Reviewed]) -> None:
        self.review.show_compared(reviewed)
        if self._is_answering:
            self._is_answering = False
            self.answer()

    def _follow_edit(self, _: object) -> None:
        """The dossier has changed meanwhile: how proposals stand to it may have changed as well."""
        if self._report is not None and self.work.step is Step.NOTHING:
            self._weigh()

    def _turn_all(self) -> None:
        sheet = self.review.sheet
        is_left = any(is_sure(each.reviewed) and not each.is_ticked for each in sheet.shown())
        if is_left or not sheet.wanted():
            self.review.tick_sure()
        else:
            self.review.untick_all()

    # how it ends

    def answer(self) -> None:
        """Reads what was pasted, or adds what is ticked; first what is typed has to be compared."""
        if self.page is self.entry and not self.entry.is_empty:
            self._read(ReportSource(text=self.entry.text))
        elif self.page is self.review and self.review.details.commit() and self.foot.answer.isEnabled():
            self._is_answering = self.work.step is Step.COMPARING
            if not self._is_answering:
                wanted = self.review.sheet.wanted()
                self._store([replace(each.reviewed, replacing=each.picked.replacing) for each in wanted])

    def _store_source(self) -> None:
        self._store([])

    def _store(self, wanted: list[Reviewed]) -> None:
        if self._report is not None and self.about.commit():
            self._wanted = wanted
            about = self._report.about
            self.work.store(replace(about, title=about.title or self._source.stem), wanted)

    def _finish(self, changes: ChangeSet) -> None:
        self._is_leaving = True
        self.accept()
        self.added.emit(changes, self._wanted, called(self._report, self._source) or tr("the report"))

    def reject(self) -> None:
        """Stops what is being done; else the dialog goes, after a question where work would be lost."""
        if self.work.step in (Step.STORING, Step.READING):
            self.work.stop()
        elif self._may_leave():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave():
            event.ignore()
            return
        super().closeEvent(event)

    def done(self, result: int) -> None:
        self._is_leaving = True
        self.work.stop()
        super().done(result)

    def _may_leave(self) -> bool:
        """Whether nothing would be lost; asks where something would."""
        sheet = self.review.sheet
        if self._is_leaving or self._report is None or not sheet.is_touched:
            return True
        ask_to_leave(self, len(sheet.wanted()), self._leave)
        return False

    def _leave(self) -> None:
        self._is_leaving = True
        self.reject()

    def _take_dropped(self, given: object) -> None:
        """Another report takes the place of the one that is there; what was decided is asked about first."""
        if isinstance(given, Path | str) and self._may_leave():
            self.take(given)


def read_report_in(parent: QWidget, desk: Desk, memory: LayoutMemory) -> ReadReport:
    """Opens the dialog, at the page where a report is pasted."""
    dialog = ReadReport(desk, memory, parent)
    dialog.open()
    return dialog
