"""Pieces on pages: what stays together, what is repeated, and what is torn only where it has to be."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QPainter

from ministrack.ui.papers.pages import Page, Piece, paginate

ROOM = 100.0


@dataclass(frozen=True)
class Block:
    """A piece that is as high as it is told, and is torn at any height."""

    text: str
    height: float
    before: float = 0.0
    keeps: bool = False
    header: Piece | None = None
    tears: bool = False

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        if not self.tears or room < 10:
            return None
        rest = Block(self.text, self.height - room, header=self.header, tears=True)
        return Block(self.text, room, header=self.header, tears=True), rest

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        raise AssertionError


def texts(pages: list[Page]) -> list[str]:
    return [" ".join(piece.text for _, piece in page) for page in pages]


def test_pages_are_filled_one_after_the_other() -> None:
    pages = list(paginate((Block(str(number), 30, before=5) for number in range(7)), ROOM))
    assert texts(pages) == ["0 1 2", "3 4 5", "6"]
    assert [top for top, _ in pages[1]] == [0.0, 35.0, 70.0]


def test_nothing_is_one_empty_page() -> None:
    assert list(paginate((), ROOM)) == [[]]


def test_a_heading_goes_with_what_follows() -> None:
    pieces = [Block("a", 60), Block("heading", 20, keeps=True), Block("b", 40)]
    assert texts(list(paginate(pieces, ROOM))) == ["a", "heading b"]


def test_headings_that_keep_on_for_more_than_a_page_are_parted_all_the_same() -> None:
    pieces = [Block(str(number), 40, keeps=True) for number in range(5)]
    assert texts(list(paginate(pieces, ROOM))) == ["0 1", "2 3", "4"]


def test_the_header_of_a_table_stands_on_each_of_its_pages() -> None:
    header = Block("header", 20, keeps=True)
    rows = [Block(str(number), 25, header=header) for number in range(7)]
    pages = list(paginate([Block("words", 30), header, *rows, Block("end", 10)], ROOM))
    assert texts(pages) == ["words header 0 1", "header 2 3 4", "header 5 6 end"]
    assert pages[1][1][0] == 20


def test_a_row_that_fits_on_a_page_is_never_torn() -> None:
    header = Block("header", 20, keeps=True)
    rows = [Block("a", 50, header=header, tears=True), Block("b", 80, header=header, tears=True)]
    assert texts(list(paginate([header, *rows], ROOM))) == ["header a", "header b"]


def test_a_row_that_no_page_has_room_for_goes_on_over_the_next_ones() -> None:
    header = Block("header", 20, keeps=True)
    rows = [Block("a", 50, header=header), Block("b", 200, header=header, tears=True), Block("c", 10)]
    pages = list(paginate([header, *rows], ROOM))
    assert texts(pages) == ["header a b", "header b", "header b", "header b c"]
    assert sum(piece.height for page in pages for _, piece in page if piece.text == "b") == 200


def test_what_cannot_be_torn_at_all_is_placed_and_the_rest_follows() -> None:
    pages = list(paginate([Block("a", 10), Block("endless", 500), Block("b", 10)], ROOM))
    assert texts(pages) == ["a", "endless", "b"]
