"""Makes the pictures of the README and the guide from the real window: `python3 dev.py shots`."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.domain.source import Source, SourceKind, Statement
from ministrack.edits.records import add_record, together
from ministrack.program import Program, create_sample
from ministrack.settings import Settings, ThemeChoice
from ministrack.ui.dialogs.importing.dialog import ImportFile
from ministrack.ui.dialogs.newest_work import Step
from ministrack.ui.dialogs.papers.dialog import show_papers
from ministrack.ui.dialogs.reading.dialog import ReadReport
from ministrack.ui.inspector.comparing import compare
from ministrack.ui.inspector.stated import stated_of
from ministrack.ui.main_window import MainWindow
from ministrack.ui.widgets.record_view import RecordView

DOCS = Path(__file__).parent
GUIDE = "guide/pictures"
SIZE = (1440, 900)
SMALL = (1180, 720)
_LONGEST = 60.0  # seconds to wait for a dialog
_LIST = """Country;Head of delegation;Title;Rank
Türkiye;Yılmaz Tunç;Minister of Justice;Minister
Азербайджан;Farid Ahmadov;Minister of Justice;Minister
Kyrgyzstan;Iskender Sydygaliev;Deputy Minister of Justice;Vice
Hungary;Bence Tuzson;Minister of Justice;Minister
"""
_REPORT = """Justice ministers of the Turkic states meet in Ankara

ANKARA, 16 October 2026 (Anadolu) - The justice ministers of the Organization of Turkic States (OTS) \
met in Ankara today for their third meeting.

The meeting, chaired by Türkiye's Minister of Justice Yilmaz Tunc, was attended by Azerbaijan's Minister \
of Justice Farid Ahmadov, Hungary's Minister of Justice Bence Tuzson, Kazakhstan's Minister of Justice \
Yerlan Sarsembayev and Kyrgyzstan's Deputy Minister of Justice Iskender Sydygaliev.

The ministers adopted the Ankara Declaration and reviewed the implementation of the Astana Declaration. \
They agreed to sign the Agreement on Mutual Legal Assistance in Civil Matters next year.

The fourth meeting will be held in Budapest in 2027.
"""
_CURRENT = 2  # the row whose place is shown


def main() -> None:
    """Writes the picture of the README and those of the guide, each in both themes."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(HOME=folder, XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder)
        app = QApplication(sys.argv)
        for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK):
            settings = Settings(Path(folder) / "settings.json")
            settings.theme = theme
            program = Program(app, settings)
            dossier = Path(folder) / theme.value / "OTS Justice Ministers.ministrack"
            dossier.parent.mkdir()
            create_sample(dossier, program.identity).close()
            Camera(app, program.open(dossier), theme.value, dossier.parent).take_all()


class Camera:
    """Takes one picture after the other of one window."""

    def __init__(self, app: QApplication, window: MainWindow, theme: str, folder: Path) -> None:
        self._folder = folder
        self._app = app
        self._window = window
        self._theme = theme
        window.show()

    def take_all(self) -> None:
        """The window as a whole, then each scene of the guide."""
        self._size(SIZE)
        self._window.desk.focus.select(self._meeting(2))
        self._save(self._window, "pictures", "window")
        self._size(SMALL)
        for name, scene in self._scenes().items():
            shown = scene()
            self._save(shown, GUIDE, name)
            if isinstance(shown, QDialog):
                shown.close()
        self._window.close()
        self._settle()

    def _scenes(self) -> dict[str, Callable[[], QWidget]]:
        return {
            "window": self._whole,
            "attendance": self._attendance,
            "calendar": self._calendar,
            "board": self._board,
            "timeline": self._timeline,
            "unknown": self._unknown,
            "export": self._export,
            "import": self._import,
            "papers": self._papers,
            "reading": self._reading,
            "disagree": self._disagree,
        }

    def _whole(self) -> QWidget:
        return self._window

    def _attendance(self) -> QWidget:
        return self._presented("delegations", "attendance")

    def _calendar(self) -> QWidget:
        return self._presented("meetings", "calendar")

    def _board(self) -> QWidget:
        return self._presented("tasks", "board")

    def _timeline(self) -> QWidget:
        return self._window.timeline

    def _export(self) -> QWidget:
        """The dialog over the table of meetings."""
        self._window.desk.focus.show_view("meetings")
        self._window.menus.commands["export"].trigger()
        self._wait(lambda: bool(self._window.findChildren(QDialog, "exportDialog")))
        return self._window.findChildren(QDialog, "exportDialog")[-1]

    def _unknown(self) -> QWidget:
        return self._presented("unknown", "")

    def _import(self) -> QWidget:
        """A delegation list for the third meeting, with a rank that nobody knows; nothing is stored."""
        self._window.desk.focus.select(self._meeting(3))
        file = self._folder / "delegations.csv"
        file.write_text(_LIST, encoding="utf-8")
        self._window.menus.imports.take_file(file)
        self._wait(lambda: bool(self._window.findChildren(ImportFile)))
        dialog = self._window.findChildren(ImportFile)[-1]
        self._wait(lambda: dialog.work.step is Step.NOTHING)
        return dialog

    def _reading(self) -> QWidget:
        """An invented report of the third meeting; nothing is stored."""
        self._window.menus.reading.take(_REPORT)
        self._wait(lambda: bool(self._window.findChildren(ReadReport)))
        dialog = self._window.findChildren(ReadReport)[-1]
        self._wait(lambda: dialog.review.isVisible() and dialog.work.step is Step.NOTHING)
        dialog.review.table.selectRow(_CURRENT)
        return dialog

    def _papers(self) -> QWidget:
        """The briefing note."""
        dialog = show_papers(self._window, self._window.desk, self._window.memory)
        page = next(iter(dialog.findChildren(QLabel, "papers.page")))
        self._wait(lambda: "of" in page.text())
        return dialog

    def _disagree(self) -> QWidget:
        """A second source gives another date for the third meeting; last, as it changes the dossier."""
        desk, third = self._window.desk, self._meeting(3)
        note = Source(title="Note of a call with the host", kind=SourceKind.NOTE, published="2026-03-02")
        said = Statement(
            quote="They think of the autumn.",
            source=note.id,
            subject_table=third.table,
            subject=third.id,
            field="date",
            value="2026-23",
        )
        desk.runner.run(together("Note", [add_record(note), add_record(said)]))
        return compare(desk, stated_of(desk.read, third, "date"), self._window)

    def _presented(self, view: str, presentation: str) -> QWidget:
        self._window.desk.focus.show_view(view)
        shown = self._window.views.current()
        self._window.show_pane("inspector", False)
        if isinstance(shown, RecordView):
            shown.show_presentation(presentation)
        self._window.focus_view()
        return shown

    def _meeting(self, number: int) -> Ref:
        return Ref("meeting", self._window.desk.read.find(Meeting, Compare("number", number))[0].id)

    def _size(self, size: tuple[int, int]) -> None:
        self._window.resize(*size)
        self._settle()

    def _save(self, widget: QWidget, folder: str, name: str) -> None:
        self._settle()
        picture = DOCS / folder / f"{name}-{self._theme}.png"
        picture.parent.mkdir(exist_ok=True)
        widget.grab().save(str(picture))
        print(picture.relative_to(DOCS))

    def _wait(self, is_done: Callable[[], bool]) -> None:
        """For work beside the window; a picture of what never comes would be worse than none."""
        end = monotonic() + _LONGEST
        while not is_done():
            if monotonic() > end:
                raise TimeoutError("The window is still at work.")
            self._app.processEvents()
            sleep(0.01)

    def _settle(self) -> None:
        for _ in range(6):
            self._app.processEvents()


if __name__ == "__main__":
    main()
