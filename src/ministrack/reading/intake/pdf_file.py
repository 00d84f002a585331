"""Reads a PDF in the child process: its lines, with their places on the pages."""

from collections.abc import Iterator
from ctypes import c_double
from math import hypot
from pathlib import Path
from typing import TYPE_CHECKING

from ministrack.domain.language import tr
from ministrack.extras import needed
from ministrack.reading.intake.pdf_lines import CELL, ITEM_MARK, PdfLine, passages_of
from ministrack.reading.intake.told import Told
from ministrack.sandbox.file_problem import FileProblem

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

MOST_PAGES = 400
_BROKEN = "\ufffe\x02"  # what stands for the hyphen of a divided word
_RAISED, _LIFTED, _SMALL = 0.6, 0.15, 0.85  # of the size of letters
_COLUMN = 2.5  # heights of letters between the cells of a row


def pdf_text(name: str) -> Told:
    """The blocks of the file. Raises FileProblem where it is locked, damaged, or of pictures only."""
    path = Path(name)
    needed("pypdfium2", "documents", tr("read PDF files"))
    document = _opened(path)
    count = len(document)
    lines: list[PdfLine] = []
    empty = 0
    for number in range(min(count, MOST_PAGES)):
        found = list(_lines(document, number))
        empty += not found
        lines.extend(found)
    if not lines:
        raise FileProblem(
            tr("{name} holds pictures of pages, and no text.", name=path.name),
            safe=tr("Nothing was changed."),
            todo=tr("Have its text recognised (OCR) in the program that scanned it, then read it again."),
        )
    return Told(tuple(passages_of(lines)), tuple(_notes(count, empty)))


def _notes(count: int, empty: int) -> Iterator[str]:
    if empty:
        yield tr("Pages without text, which may be pictures: {count}.", count=empty)
    if count > MOST_PAGES:
        yield tr("Only the first {count} pages were read.", count=MOST_PAGES)


def _opened(path: Path) -> "PdfDocument":
    # delayed: start-up time
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(path)
    except PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            what = tr("{name} is locked by a password.", name=path.name)
            todo = tr("Please open it with its password and print or export it as a new PDF without one.")
        else:
            what = tr("{name} is damaged, or no PDF.", name=path.name)
            todo = tr("Please fetch it again, or open it in the program that it comes from and save it anew.")
        raise FileProblem(what, safe=tr("Nothing was changed."), todo=todo) from error


def _lines(document: "PdfDocument", number: int) -> Iterator[PdfLine]:
    page = document[number]
    text = page.get_textpage()
    words = text.get_text_range()
    if len(words) == text.count_chars():
        yield from _placed(text, words, number)
    else:  # letters beyond 16 bits: places cannot be counted
        yield from (PdfLine(line.strip(), number) for line in words.splitlines() if line.strip())
    text.close()
    page.close()


def _placed(text: "PdfTextPage", words: str, number: int) -> Iterator[PdfLine]:
    """The lines by where their letters stand; the library puts some of them together."""
    line: PdfLine | None = None
    gap = ""
    for place, letter in enumerate(words):
        if letter.isspace():
            gap = " "
            continue
        new = _letter(text, place, letter, number)
        if line is None or not _is_beside(line, new):
            if line is not None:
                yield line
            line = new
        elif not _is_note(line, new):
            line = _longer(line, gap, new)
        gap = ""
    if line is not None:
        yield line


def _letter(text: "PdfTextPage", place: int, letter: str, number: int) -> PdfLine:
    """One letter as a line of its own."""
    # delayed: start-up time
    from pypdfium2 import raw

    left, _, right, _ = text.get_charbox(place)
    across, up = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(text, place, across, up)
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, place, matrix)
    size = raw.FPDFText_GetFontSize(text, place) * hypot(matrix.c, matrix.d)
    words = "-" if letter in _BROKEN else letter
    return PdfLine(words, number, left, right, up.value, size or 1.0)


def _is_beside(line: PdfLine, new: PdfLine) -> bool:
    """Whether a letter stands in a line, also a raised one."""
    size = max(line.height, new.height)
    return abs(line.bottom - new.bottom) < _RAISED * size and new.left > line.left - size


def _is_note(line: PdfLine, new: PdfLine) -> bool:
    """The small raised number of a footnote."""
    is_raised = new.bottom > line.bottom + _LIFTED * line.height
    return new.words.isdigit() and is_raised and new.height < _SMALL * line.height


def _longer(line: PdfLine, gap: str, new: PdfLine) -> PdfLine:
    is_cell = new.left - line.right > _COLUMN * line.height and not ITEM_MARK.match(line.words)
    words = f"{line.words}{CELL if is_cell else gap}{new.words}"
    base = line if line.height >= new.height else new
    return PdfLine(words, line.page, line.left, new.right, base.bottom, base.height)
