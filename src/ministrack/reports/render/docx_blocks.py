"""Blocks of a paper as the body of a Word document."""

from collections.abc import Iterator, Sequence
from itertools import cycle
from typing import TYPE_CHECKING

from ministrack.domain.values import dataclass
from ministrack.reports.document import (
    Block,
    Bullets,
    Facts,
    Heading,
    Line,
    Paper,
    Paragraph,
    Table,
    TableRow,
    Tone,
    Words,
    notes_of,
    plain,
)
from ministrack.reports.render.characters import is_rtl_paper, title_of_notes, widths_of
from ministrack.reports.render.docx_lists import Lists, add_lists
from ministrack.reports.render.docx_text import Runs, Styles, mark_of

if TYPE_CHECKING:
    from docx.document import Document

_DEEPEST = 3
_FIRST_MARK = 7000  # ids of bookmarks, beyond those that a template may have
_LABEL_SHARE, _FACT_SHARE = 13, 37
_CENTRED = '|<w:jc w:val="center"/>'
_KEEP = "<w:keepNext/>"
_BAND, _FAINT = (f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' for fill in ("E9EDF1", "F4F6F8"))


@dataclass(frozen=True, slots=True)
class Body:
    """Makes the body. `room` is the width between the margins in twentieths of a point."""

    runs: Runs
    room: int
    lists: Lists
    numbered: Iterator[int]  # the lists that begin with 1, again and again

    def title(self, paper: Paper) -> Iterator[str]:
        """The title of the paper and what stands below."""
        yield self.runs.paragraph(plain(paper.title), "Title")
        if paper.subtitle:
            yield self.runs.paragraph(plain(paper.subtitle), "Subtitle")

    def blocks(self, blocks: Sequence[Block]) -> Iterator[str]:
        """The blocks, one after the other."""
        after_table = False
        for block in blocks:
            if after_table and not isinstance(block, Heading):
                yield self._gap()
            after_table = isinstance(block, Table | Facts)
            yield from self._block(block, next(self.numbered) if _is_numbered(block) else self.lists.bullets)
        if after_table:
            yield self._gap()

    def notes(self, *, headed: bool = True) -> Iterator[str]:
        """The notes, which marks in the text refer to."""
        numbers = self.runs.numbers
        if numbers and headed:
            yield self.runs.paragraph(plain(title_of_notes()), "Heading 1")
        for note, number in numbers.items():
            begin = f'<w:bookmarkStart w:id="{_FIRST_MARK + number}" w:name="{mark_of(number)}"/>'
            end = f'<w:bookmarkEnd w:id="{_FIRST_MARK + number}"/>'
            yield self.runs.paragraph(plain(note), "Source List", _numbering(self.lists.notes), begin, end)

    def _block(self, block: Block, numbering: int) -> Iterator[str]:
        if isinstance(block, Heading):
            level = min(max(block.level, 1), _DEEPEST)
            yield self.runs.paragraph(plain(block.text), f"Heading {level}")
        elif isinstance(block, Paragraph):
            yield self.runs.paragraph(block.line, "Normal")
        elif isinstance(block, Bullets):
            style = "List Number" if block.numbered else "List Bullet"
            for line in block.items:
                yield self.runs.paragraph(line, style, _numbering(numbering))
        elif isinstance(block, Facts):
            yield self._facts(block)
        else:
            yield "".join(self._table(block))

    def _facts(self, facts: Facts) -> str:
        widths = widths_of([_LABEL_SHARE, _FACT_SHARE], self.room)
        rows = "".join(
            f"<w:tr><w:trPr><w:cantSplit/></w:trPr>"
            f"{self._cell(_muted(label), widths[0])}{self._cell(line, widths[1])}</w:tr>"
            for label, line in facts.rows
        )
        return f"{self._begin('Paper Facts', widths)}{rows}</w:tbl>" if rows else ""

    def _table(self, table: Table) -> Iterator[str]:
        widths = widths_of([column.share for column in table.columns], self.room)
        yield self._begin("Paper Table", widths)
        yield "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        for column, width in zip(table.columns, widths, strict=True):
            line = (Words(column.title, Tone.STRONG),)
            yield self._cell(line, width, _BAND, _KEEP + (_CENTRED if column.centred else ""))
        yield "</w:tr>"
        for row in table.rows:
            yield self._row(table, row, widths)
        yield "</w:tbl>"

    def _row(self, table: Table, row: TableRow, widths: Sequence[int]) -> str:
        if len(row.cells) == 1 and len(widths) > 1:
            strong = tuple(
                Words(words.text, Tone.STRONG if words.tone is Tone.PLAIN else words.tone, words.note)
                for words in row.cells[0]
            )
            cells = self._cell(strong, sum(widths), _FAINT, _KEEP, across=len(widths))
        else:
            cells = "".join(
                self._cell(cell, width, more=_CENTRED if column.centred else "")
                for column, cell, width in zip(table.columns, row.cells, widths, strict=True)
            )
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"

    def _begin(self, style: str, widths: Sequence[int]) -> str:
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        bidi = "<w:bidiVisual/>" if self.runs.is_rtl else ""
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.runs.styles.ids[style]}"/>{bidi}'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>"
        )

    def _cell(self, line: Line, width: int, shade: str = "", more: str = "", across: int = 1) -> str:
        span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
        inside = self.runs.paragraph(line, "Table Text", more)
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{shade}</w:tcPr>{inside}</w:tc>'

    def _gap(self) -> str:
        """A paragraph that keeps two tables from growing into one, and gives room below a table."""
        return self.runs.paragraph((), "Table Gap")


def _numbering(identity: int) -> str:
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{identity}"/></w:numPr>'


def _is_numbered(block: Block) -> bool:
    return isinstance(block, Bullets) and block.numbered


def body_of(document: "Document", styles: Styles, paper: Paper, room: int) -> Body:
    """What makes the body of one document."""
    lists = add_lists(document, _numbered_lists(paper))
    return Body(Runs(styles, notes_of(paper), is_rtl_paper(paper)), room, lists, cycle(lists.numbered))


def _numbered_lists(paper: Paper) -> int:
    return sum(_is_numbered(block) for block in paper.blocks)


def _muted(text: str) -> Line:
    return (Words(text, Tone.MUTED),)
