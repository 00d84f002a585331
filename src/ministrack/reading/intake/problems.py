"""What is said of a file or a text that cannot be read as a report."""

from pathlib import Path

from ministrack.domain.language import tr
from ministrack.sandbox.file_problem import FileProblem

_MIB = 1 << 20


def nothing() -> FileProblem:
    """There is no text, or only white space."""
    what = tr("There is no text in it.")
    return _refused(what, tr("Paste the text of a report, or choose another file."))


def too_long(letters: int, most: int) -> FileProblem:
    """More than any report holds."""
    what = tr("The text is too long for a report: {count} characters.", count=f"{letters:,}")
    todo = tr(
        "Please take out the part that reports the meeting; up to {most} characters are read.",
        most=f"{most:,}",
    )
    return _refused(what, todo)


def long_text(path: Path, size: int, most: int) -> FileProblem:
    """A text file of more than any report."""
    what = tr("{name} is too long for a report: {size} MB of text.", name=path.name, size=-(-size // _MIB))
    todo = tr(
        "Please take out the part that reports the meeting; up to {most} MB of text are read.",
        most=most // _MIB,
    )
    return _refused(what, todo)


def picture(path: Path) -> FileProblem:
    """A photograph, or a page that was scanned."""
    what = tr("{name} is a picture, not a text.", name=path.name)
    return _refused(what, tr("Have its text recognised (OCR) in another program, then paste it."))


def rich_text(path: Path) -> FileProblem:
    """RTF, which no kept library reads."""
    what = tr("{name} is in Rich Text Format (RTF), which is not read.", name=path.name)
    return _refused(
        what, tr("Please open it in a word processor and save it as DOCX or ODT, or paste its text.")
    )


def no_report(path: Path, *, is_table: bool) -> FileProblem:
    """A spreadsheet, a presentation, an archive."""
    if is_table:
        what = tr("{name} is a spreadsheet, not a report.", name=path.name)
        return _refused(what, tr("To read a list of people or meetings, choose File > Import."))
    what = tr("{name} is of a kind that is not read as a report.", name=path.name)
    return _refused(what, tr("Text, Markdown, HTML, mail, DOCX, ODT and PDF are read; or paste its text."))


def _refused(what: str, todo: str) -> FileProblem:
    return FileProblem(what, safe=tr("Nothing was changed."), todo=todo)
