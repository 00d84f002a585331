"""Tables as CSV in UTF-8, and everything as a ZIP file with one table for each kind of record."""

from collections.abc import Sequence
from datetime import datetime
from typing import IO, BinaryIO

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr
from ministrack.domain.lists import Value
from ministrack.exchange.delimiters import WRITTEN
from ministrack.exchange.grid import as_text
from ministrack.exchange.outgoing import Outgoing
from ministrack.exchange.selection import ID, OutTable, lines


def write_csv(going: Outgoing, out: BinaryIO) -> Sequence[str]:
    """Writes the one table of a selection, or all of them into a ZIP file."""
    if going.options.delimiter not in [each.sign for each in WRITTEN]:
        raise InvalidValue(
            tr("“{text}” cannot part the cells of a table.", text=going.options.delimiter),
            safe=tr("Nothing was written."),
            todo=tr("Choose a comma, a semicolon or a tab."),
        )
    if going.selection.whole or len(going.selection.tables) != 1:
        _write_zip(going, out)
    else:
        _write_table(going, going.selection.tables[0], out)
    return ()


def _write_zip(going: Outgoing, out: BinaryIO) -> None:
    # delayed: start-up time
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    now = datetime.now().astimezone().timetuple()[:6]
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for table in going.selection.tables:
            info = ZipInfo(f"{table.table}.csv", now)
            info.compress_type = ZIP_DEFLATED
            with archive.open(info, "w", force_zip64=True) as file:
                _write_table(going, table, file)


def _write_table(going: Outgoing, table: OutTable, out: IO[bytes]) -> None:
    # delayed: start-up time
    import csv
    from io import StringIO

    page = StringIO(newline="")
    writer = csv.writer(page, delimiter=going.options.delimiter, lineterminator="\r\n")

    def flush() -> None:
        out.write(page.getvalue().encode("utf-8", "backslashreplace"))
        page.seek(0)
        page.truncate()

    if going.options.bom:
        out.write("\ufeff".encode())
    writer.writerow([*(column.title for column in table.columns), tr(ID)])
    for number, (identity, cells) in enumerate(lines(going.read, table, going.telling(table)), 1):
        writer.writerow([*map(_cell, cells), identity])
        if number % 1000 == 0:
            flush()
    flush()


def _cell(value: Value) -> Value:
    return as_text(value) if isinstance(value, str) else value
