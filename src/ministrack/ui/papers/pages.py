"""Pieces of a paper put on pages: pure arithmetic, whatever the pieces are."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeAlias

from PySide6.QtGui import QPainter


class Piece(Protocol):
    """Something that stands on one page: a line of words, or a row of a table.

    `before` is the space above it, which the top of a page does without; with `keeps` it stays on the page of
    what follows; `header` stands above it again where it begins a page.
    """

    @property
    def height(self) -> float: ...
    @property
    def before(self) -> float: ...
    @property
    def keeps(self) -> bool: ...
    @property
    def header(self) -> "Piece | None": ...
    @property
    def text(self) -> str: ...

    def split(self, room: float) -> "tuple[Piece, Piece] | None":
        """What fits into so much room, and the rest; None where it cannot be parted so."""

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paints it."""


Placed: TypeAlias = tuple[float, Piece]
Page: TypeAlias = list[Placed]


def paginate(pieces: Iterable[Piece], room: float) -> Iterator[Page]:
    """The pages, each as soon as it is full; there is at least one. No piece is torn that fits on a page."""
    filling = _Filling(room)
    for group in _groups(pieces):
        filling.keep_together(group)
        for piece in group:
            filling.put(piece)
        if filling.full:
            yield from filling.full
            filling.full = []
    yield filling.page


def _groups(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces that stay together."""
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.keeps:
            yield group
            group = []
    if group:
        yield group


class _Filling:
    """The page that is being filled, and those that are full."""

    def __init__(self, room: float) -> None:
        self.full: list[Page] = []
        self.page: Page = []
        self._room = room
        self._y = 0.0

    def keep_together(self, group: list[Piece]) -> None:
        """Begins a page where a group would be torn that fits on one."""
        needed = sum(piece.before + piece.height for piece in group)
        if self.page and self._y + needed > self._room >= needed:
            self._turn()

    def put(self, piece: Piece) -> None:
        """Places a piece; one that is higher than a page goes on over the next ones."""
        rest: Piece | None = piece
        while rest is not None:
            parts = None
            if self.page and self._y + rest.before + rest.height > self._room:
                parts = self._parted(rest, rest.before) if self._is_endless(rest) else None
                if parts is None:
                    self._turn()
            if not self.page:
                self._repeat_header(rest)
                parts = self._parted(rest, 0.0)
            first, rest = parts or (rest, None)
            self._place(first)
            if rest is not None:
                self._turn()

    def _place(self, piece: Piece) -> None:
        begins = not self.page or (len(self.page) == 1 and self.page[0][1] is piece.header)
        top = self._y + (0.0 if begins else piece.before)
        self.page.append((top, piece))
        self._y = top + piece.height

    def _turn(self) -> None:
        self.full.append(self.page)
        self.page, self._y = [], 0.0

    def _repeat_header(self, piece: Piece) -> None:
        if piece.header is not None:
            self._place(piece.header)

    def _parted(self, piece: Piece, before: float) -> tuple[Piece, Piece] | None:
        room = self._room - self._y - before
        return piece.split(room) if piece.height > room else None

    def _is_endless(self, piece: Piece) -> bool:
        """Whether it has to be torn anyway, as no page has room for it."""
        above = piece.header.height if piece.header is not None else 0.0
        return piece.height + above > self._room
