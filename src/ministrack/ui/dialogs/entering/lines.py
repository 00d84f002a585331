"""The lines of a table to be entered, without Qt: cells, columns, what is pasted where."""

from collections.abc import Iterable, Sequence

from ministrack.exchange.columns import Mapped
from ministrack.exchange.grid import Grid
from ministrack.exchange.plan import Cells
from ministrack.exchange.targets import Target
from ministrack.exchange.values import Given

BLANK = Given()


class Lines:
    """Cells by line and column; one more line than is filled stands ready."""

    def __init__(self, columns: Iterable[Target | None]) -> None:
        self.columns: list[Target | None] = list(columns)
        self._lines: list[list[Given]] = []
        self._tidy()

    def __len__(self) -> int:
        return len(self._lines)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is filled in."""
        return all(given.is_blank for line in self._lines for given in line)

    def cell(self, row: int, column: int) -> Given:
        """What stands in a cell."""
        return self._lines[row][column]

    def set_cell(self, row: int, column: int, given: Given) -> None:
        """Fills a cell; see needs_line."""
        self._lines[row][column] = given

    @property
    def needs_line(self) -> bool:
        """Whether the line that stood ready has been filled."""
        return any(not given.is_blank for given in self._lines[-1])

    def add_line(self) -> None:
        """Puts a blank one at the end."""
        self._lines.append(self._blank())

    def call_column(self, column: int, target: Target | None) -> None:
        """Says what a column holds; another one that held it is left out then."""
        self.columns = [None if each == target else each for each in self.columns]
        self.columns[column] = target

    def take_table(self, found: Mapped) -> None:
        """Replaces all lines by those of a table; fields that it lacks keep a column of their own."""
        missing = [each for each in self.columns if each is not None and each not in found.columns]
        self.columns = [*found.columns, *missing]
        self._lines = [[*map(Given, line), *[BLANK] * len(missing)] for line in found.lines]
        self._tidy()

    def write_over(self, row: int, column: int, grid: Grid) -> None:
        """Puts cells where they were pasted, below and to the right; what has no column is left out."""
        for down, line in enumerate(grid):
            while len(self._lines) <= row + down:
                self._lines.append(self._blank())
            for across, text in enumerate(line[: len(self.columns) - column]):
                self._lines[row + down][column + across] = Given(text)
        self._tidy()

    def remove(self, rows: Iterable[int]) -> None:
        """Takes lines out."""
        gone = set(rows)
        self._lines = [line for number, line in enumerate(self._lines) if number not in gone]
        self._tidy()

    def clear(self, cells: Iterable[tuple[int, int]]) -> None:
        """Empties cells."""
        for row, column in cells:
            self._lines[row][column] = BLANK
        self._tidy()

    def to_plan(self) -> list[Cells]:
        """What is to be planned: cells by the key of their field, in the order of the lines."""
        return [self._said(line) for line in self._lines]

    def _said(self, line: Sequence[Given]) -> Cells:
        pairs = zip(self.columns, line, strict=True)
        return {target.key: given for target, given in pairs if target is not None}

    def _blank(self) -> list[Given]:
        return [BLANK] * len(self.columns)

    def _tidy(self) -> None:
        """Keeps one blank line at the end."""
        while len(self._lines) > 1 and all(given.is_blank for line in self._lines[-2:] for given in line):
            self._lines.pop()
        if not self._lines or self.needs_line:
            self.add_line()
