"""Which rows and columns of the matrix stand on which page of paper."""

from collections.abc import Sequence

from ministrack.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A part of the matrix: first row and column, and how many of each."""

    row: int
    rows: int
    column: int
    columns: int


@dataclass(frozen=True, slots=True)
class Paper:
    """Room of a page for the matrix and sizes of its parts, in pixels of 1/96 inch."""

    width: int
    height: int
    names: int
    header: int
    row: int
    column: int  # at least

    @property
    def columns_across(self) -> int:
        """How many meetings stand side by side."""
        return max((self.width - self.names) // self.column, 1)

    def column_width(self, columns: int) -> int:
        """How wide each column is, where there are so many in all: few of them use the room."""
        across = min(self.columns_across, max(columns, 1))
        return min((self.width - self.names) // across, 2 * self.column)

    @property
    def rows_down(self) -> int:
        """How many parties stand below each other."""
        return max((self.height - self.header) // self.row, 1)

    def count(self, rows: int, columns: int) -> int:
        """How many pages a matrix takes."""
        return -(-rows // self.rows_down) * -(-columns // self.columns_across)

    def pages(self, rows: int, columns: int) -> Sequence[Page]:
        """The pages: all parties of the first meetings, then of the next."""
        across, down = self.columns_across, self.rows_down
        return [
            Page(row, min(down, rows - row), column, min(across, columns - column))
            for column in range(0, columns, across)
            for row in range(0, rows, down)
        ]
