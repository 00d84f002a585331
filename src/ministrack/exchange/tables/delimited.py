"""Reads tables in text files: commas, semicolons, tabs or bars between cells, in any of many encodings."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ministrack.domain.language import tr, trn
from ministrack.domain.progress import Progress
from ministrack.exchange.choices import Choices
from ministrack.exchange.grid import taken_back
from ministrack.exchange.tables.contents import (
    MOST_COLUMNS,
    MOST_LETTERS,
    MOST_LINES,
    Line,
    TableFile,
)
from ministrack.exchange.tables.delimiters import announced, found_delimiter, is_escaped, records
from ministrack.sandbox.encodings import UNREADABLE, decoded, encoding_label
from ministrack.sandbox.file_problem import FileProblem

_TELL_EVERY = 1000  # lines
_MOST_ENDS = 5 * MOST_LINES  # of lines, empty ones and those within cells among them
_LONGEST_LINE = 1 << 24  # characters
_OTHERS = (
    (b"PK\x03\x04", "XLSX, ODS, ZIP"), (b"\xd0\xcf\x11\xe0", "XLS"), (b"%PDF", "PDF"), (b"\x89PNG", "PNG"),
    (b"SQLite format 3", "SQLite"), (b"\x1f\x8b", "GZIP"), (b"\xff\xd8\xff", "JPEG"),
)  # fmt: skip


def read_delimited(path: str, choices: Choices, progress: Progress) -> TableFile:
    """The table in a text file. Raises FileProblem where it holds none, or not in the chosen encoding."""
    content = Path(path).read_bytes()
    for sign, kind in _OTHERS:
        if content.startswith(sign):
            raise _other(Path(path).name, kind)
    if not content.strip():
        raise empty_file(Path(path).name)
    found = decoded(content, choices.encoding)
    text = found.text.removeprefix("\ufeff")
    notes = [_unreadable(found.unreadable, found.encoding)] if found.unreadable else []
    if "\x00" in text:
        notes.append(tr("The file had NUL characters in it; they were left out."))
        text = text.replace("\x00", "")
    _check_size(text)
    named, begins = announced(text)
    delimiter = choices.delimiter or named or found_delimiter(text)
    if len(delimiter) != 1 or delimiter in '"\r\n':
        raise FileProblem(
            tr("“{sign}” cannot part the cells of a table.", sign=delimiter),
            todo=tr("Name one character, such as ; or a comma."),
        )
    escape = "\\" if is_escaped(text, delimiter) else None
    cells = ((number, list(map(_clean, line))) for number, line in records(text[begins:], delimiter, escape))
    lines = tuple(numbered(cells, progress, int(bool(begins))))
    if not lines:
        raise empty_file(Path(path).name)
    return TableFile(lines, found.encoding, found.others, delimiter, notes=tuple(notes))


def numbered(
    cells_of_lines: Iterator[tuple[int, Sequence[str]]], progress: Progress, before: int = 0
) -> Iterator[Line]:
    """The lines that say something. Raises FileProblem where there are too many, or too many cells in one."""
    count = 0
    for number, cells in cells_of_lines:
        if number % _TELL_EVERY == 0:
            progress(number, 0)
        line = _line(number + before, cells)
        if not line.cells:
            continue
        count += 1
        if count > MOST_LINES or len(line.cells) > MOST_COLUMNS:
            raise _too_large(line.number)
        yield line


def _check_size(text: str) -> None:
    """Raises FileProblem for what is no table that anybody wrote, before memory is spent on its cells."""
    if text.count("\n") > _MOST_ENDS:
        raise _too_large(MOST_LINES)
    if len(text) > _LONGEST_LINE:
        longest = max(map(len, text.splitlines()), default=0)
        if longest > _LONGEST_LINE:
            raise FileProblem(
                tr("It has a line of more than {n} characters.", n=_LONGEST_LINE),
                safe=tr("Nothing was changed."),
                todo=tr("Please divide the table into smaller ones."),
            )


def _too_large(line: int) -> FileProblem:
    return FileProblem(
        tr("There are more than {n} lines, or more than {m} cells in one.", n=MOST_LINES, m=MOST_COLUMNS),
        line=line,
        safe=tr("Nothing was changed."),
        todo=tr("Please divide the table into smaller ones."),
    )


def _clean(cell: str) -> str:
    return taken_back(cell.strip())


def _line(number: int, cells: Sequence[str]) -> Line:
    clean = [cell.strip()[:MOST_LETTERS] for cell in cells]
    while clean and not clean[-1]:
        del clean[-1]
    return Line(number, tuple(clean))


def empty_file(name: str) -> FileProblem:
    """What a table without any line is answered with."""
    return FileProblem(
        tr("{name} is empty.", name=name), safe=tr("Nothing was changed."), todo=tr("Choose another file.")
    )


def _unreadable(count: int, encoding: str) -> str:
    return trn(
        "{n} character could not be read as {encoding}; it is shown as {sign}.",
        "{n} characters could not be read as {encoding}; they are shown as {sign}.",
        count,
        encoding=encoding_label(encoding),
        sign=UNREADABLE,
    )


def _other(name: str, kind: str) -> FileProblem:
    return FileProblem(
        tr("{name} is no text: it holds {kind}.", name=name, kind=kind),
        safe=tr("Nothing was changed."),
        todo=tr(
            "Let its name end in what it is, or save it as CSV or XLSX in the program that it comes from."
        ),
    )
