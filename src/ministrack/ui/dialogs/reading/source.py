"""What is read: a text that was pasted, or a file."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QMimeData

from ministrack.domain.language import tr
from ministrack.domain.progress import Progress
from ministrack.domain.values import dataclass, replace
from ministrack.reading.intake.files import ENDINGS, report_of_file
from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.report import Report


@dataclass(frozen=True, slots=True)
class ReportSource:
    """Text, or the file that holds it; and what a person says of the report, by field of ReportText."""

    text: str = ""
    path: Path | None = None
    said: Mapping[str, str] | None = None

    @property
    def name(self) -> str:
        """What the file is called; empty for a text."""
        return self.path.name if self.path is not None else ""

    @property
    def stem(self) -> str:
        """The same without its ending."""
        return self.path.stem if self.path is not None else ""

    def report(self, progress: Progress) -> Report:
        """Reads it. Raises FileProblem or InvalidValue where that cannot be done."""
        path = self.path
        found = report_of_file(path, progress) if path is not None else report_of_text(self.text)
        return as_said(found, self.said or {})


def as_said(report: Report, said: Mapping[str, str]) -> Report:
    """The report with what a person says of it in place of what was recognised."""
    about = report.about
    return replace(
        report,
        about=replace(
            about,
            title=said.get("title", about.title),
            publisher=said.get("publisher", about.publisher),
            address=said.get("address", about.address),
            published=said.get("published", about.published),
        ),
    )


def titled(report: Report | None, source: ReportSource) -> str:
    """The title of a report, or the name of its file; empty where it has neither."""
    return (report.about.title if report is not None else "") or source.name


def called(report: Report | None, source: ReportSource) -> str:
    """Whose report it is, or what it is titled."""
    return (report.about.publisher if report is not None else "") or titled(report, source)


def file_filters() -> str:
    """The kinds of files for the dialog that chooses one."""
    endings = " ".join(f"*.{ending}" for ending in ENDINGS)
    return f"{tr('Reports')} ({endings});;{tr('All files')} (*)"


def dropped_report(data: QMimeData) -> Path | str | None:
    """The one file, or the text, that is dragged over the dialog; None for anything else."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if data.hasUrls():
        return files[0] if len(files) == 1 else None
    return data.text() or None
