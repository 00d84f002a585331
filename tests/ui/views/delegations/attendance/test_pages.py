"""Every cell of the matrix stands on exactly one page."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from ministrack.ui.views.delegations.attendance.pages import Paper

PAPER = Paper(width=1000, height=700, names=180, header=40, row=22, column=200)


@given(rows=st.integers(0, 200), columns=st.integers(0, 60), names=st.integers(0, 1200))
def test_each_cell_is_printed_once(rows: int, columns: int, names: int) -> None:
    paper = Paper(width=1000, height=700, names=names, header=40, row=22, column=200)
    pages = paper.pages(rows, columns)
    cells = Counter(
        (row, column)
        for page in pages
        for row in range(page.row, page.row + page.rows)
        for column in range(page.column, page.column + page.columns)
    )
    assert len(cells) == rows * columns
    assert set(cells.values()) <= {1}
    assert len(pages) == paper.count(rows, columns)


def test_few_columns_use_the_room_of_a_page() -> None:
    assert PAPER.columns_across == 4
    assert PAPER.column_width(4) == PAPER.column_width(40) == 205
    assert PAPER.column_width(3) == 273
    assert PAPER.column_width(1) == 400
