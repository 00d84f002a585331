"""How long a table of 10,000 rows takes as PDF, against painting the bare words with QPdfWriter.

Both write the same words in the same places on as many pages. Each is done several times, one after the
other in turn; the first of each is thrown away. Times are of the processor: others may be at work beside us.
"""

import os
import statistics
import time
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QPointF
from PySide6.QtGui import QGuiApplication, QPainter, QPdfWriter

from ministrack.reports.document import Column, Paper, Table, TableRow, plain
from ministrack.ui.papers.look import UNITS_PER_INCH, font_of
from ministrack.ui.papers.pdf import lay_page, pdf_of
from ministrack.ui.papers.sheets import Sheets

ROWS = 10_000
ROUNDS = 9
_NAMES = (
    "Yılmaz Tunç",
    "Искендер Сыдыгалиев",
    "Kubanychbek Ömüralıyev",
    "Əhmədov Fərid",
    "Tashkulov Akbar",
)
_COLUMNS = (Column("Number"), Column("Name", 3), Column("Date", 2), Column("Status", 2), Column("Country", 2))


def cells(number: int) -> tuple[str, ...]:
    """The words of one row; most differ from those of every other."""
    name = f"{_NAMES[number % len(_NAMES)]} {number}"
    return str(number), name, f"{number % 28 + 1} May {1990 + number % 40}", "in progress", "Azerbaijan"


def paper() -> Paper:
    """A table of names, dates and statuses."""
    rows = [TableRow(tuple(plain(text) for text in cells(number))) for number in range(ROWS)]
    return Paper("Ten thousand rows", "", "A dossier", [Table(_COLUMNS, rows)])


def bare(model: Sheets) -> bytes:
    """The same words in the same places, with nothing worked out."""
    places = [(0, 0.0), (1, 540.0), (2, 2100.0), (3, 3100.0), (4, 4100.0)]
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS_PER_INCH)
    lay_page(writer, model.paper)
    painter = QPainter(writer)
    painter.setFont(font_of(9))
    per_page = -(-ROWS // len(model.pages))
    for number in range(ROWS):
        line = number % per_page
        if number and not line:
            writer.newPage()
        row = cells(number)
        for place, left in places:
            painter.drawText(QPointF(570 + left, 600 + 180 * line), row[place])
    painter.end()
    return bytes(buffer.data().data())


def main() -> None:
    """Prints the times and their ratio."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    made = paper()
    model = Sheets(made).finish()
    times: dict[str, list[float]] = {"bare QPdfWriter": [], "paper as PDF": []}
    for _ in range(ROUNDS):
        times["bare QPdfWriter"].append(_timed(lambda: bare(model)))
        times["paper as PDF"].append(_timed(lambda: pdf_of(Sheets(made).finish())))
    middles = {name: statistics.median(taken[1:]) for name, taken in times.items()}
    for name, taken in times.items():
        spread = max(taken[1:]) - min(taken[1:])
        print(f"{name:<18}{middles[name]:7.3f} s   spread {spread:.3f}")
    ratio = middles["paper as PDF"] / middles["bare QPdfWriter"]
    print(f"{'ratio':<18}{ratio:7.2f}   {len(model.pages)} pages")
    app.quit()


def _timed(make: Callable[[], bytes]) -> float:
    start = time.process_time()
    make()
    return time.process_time() - start


if __name__ == "__main__":
    main()
