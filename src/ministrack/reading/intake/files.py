"""A report that is a file: which kind it is, and its text."""

from pathlib import Path

from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.report import Report


def report_of_file(path: Path) -> Report:
    """The report that a file holds. Raises FileProblem where it cannot be read, or holds no text."""
    return report_of_text(path.read_text(encoding="utf-8"), path.name)
