"""Blocks of a paper as the content of an OpenDocument text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from ministrack.domain.values import dataclass, field
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
    notes_of,
    plain,
)
from ministrack.reports.render.characters import clean, is_rtl_paper, reads_rtl, title_of_notes
from ministrack.reports.render.odt_styles import NAMESPACES, room

_DEEPEST = 3
_FACTS = (13, 37)
_ITEM = "List_20_Contents"
_RUN_OF = {Tone.STRONG: "Strong_20_Emphasis", Tone.MUTED: "Quiet", Tone.UNKNOWN: "Not_20_Known"}
_SPACES = re.compile(" {2,}")
_LINE = "0.5pt solid #b4bdc6"
_ROOM = 'fo:padding="0.06cm" fo:padding-left="0.12cm" fo:padding-right="0.12cm"'
_CELLS = {
    "Cell": f'fo:border-bottom="{_LINE}" {_ROOM}',
    "Head": f'fo:border-top="{_LINE}" fo:border-bottom="{_LINE}" fo:background-color="#e9edf1" {_ROOM}',
    "Group": f'fo:border-bottom="{_LINE}" fo:background-color="#f4f6f8" {_ROOM}',
    "Fact": 'fo:padding="0.03cm" fo:padding-right="0.2cm"',
}
_FIXED = (
    '<style:style style:name="Whole" style:family="section"><style:section-properties>'
    '<text:notes-configuration text:note-class="endnote"/></style:section-properties></style:style>'
    '<style:style style:name="Row" style:family="table-row">'
    '<style:table-row-properties fo:keep-together="always"/></style:style>'
)


def content(paper: Paper) -> str:
    """The whole part content.xml."""
    made = _Content(paper, notes_of(paper))
    blocks = "".join(made.blocks())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {NAMESPACES} office:version="1.3">'
        f"<office:automatic-styles>{made.styles()}</office:automatic-styles><office:body><office:text>"
        f'<text:section text:style-name="Whole" text:name="Paper">{blocks}</text:section>'
        "</office:text></office:body></office:document-content>"
    )


@dataclass(slots=True)
class _Content:
    paper: Paper
    numbers: Mapping[str, int]
    _told: set[int] = field(default_factory=set)
    _looks: dict[tuple[str, bool, bool], str] = field(default_factory=dict)
    _tables: list[Sequence[int]] = field(default_factory=list)

    def blocks(self) -> Iterator[str]:
        yield self._paragraph(plain(self.paper.title), "Title")
        if self.paper.subtitle:
            yield self._paragraph(plain(self.paper.subtitle), "Subtitle")
        for block in self.paper.blocks:
            yield from self._block(block)
        if self.numbers:
            yield self._heading(title_of_notes(), 1)

    def styles(self) -> str:
        """What the blocks made so far use beside the styles with names."""
        parts = [_FIXED]
        parts += [
            f'<style:style style:name="{name}" style:family="table-cell">'
            f"<style:table-cell-properties {look}/></style:style>"
            for name, look in _CELLS.items()
        ]
        for (parent, is_rtl, is_centred), name in self._looks.items():
            mode = f'style:writing-mode="{"rl-tb" if is_rtl else "lr-tb"}"'
            align = f'fo:text-align="{"center" if is_centred else "right" if is_rtl else "left"}"'
            parts.append(
                f'<style:style style:name="{name}" style:family="paragraph" '
                f'style:parent-style-name="{parent}">'
                f"<style:paragraph-properties {mode} {align}/></style:style>"
            )
        for number, shares in enumerate(self._tables, 1):
            parts += self._table_styles(number, shares)
        return "".join(parts)

    def _table_styles(self, number: int, shares: Sequence[int]) -> Iterator[str]:
        width = room(self.paper)
        mode = "rl-tb" if is_rtl_paper(self.paper) else "lr-tb"
        yield (
            f'<style:style style:name="T{number}" style:family="table"><style:table-properties '
            f'style:width="{width:.2f}cm" table:align="margins" fo:margin-bottom="0.3cm" '
            f'style:writing-mode="{mode}"/></style:style>'
        )
        total = sum(shares) or 1
        for place, share in enumerate(shares, 1):
            yield (
                f'<style:style style:name="T{number}C{place}" style:family="table-column">'
                f'<style:table-column-properties style:column-width="{width * share / total:.3f}cm" '
                f'style:rel-column-width="{65535 * share // total}*"/></style:style>'
            )

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Heading):
            yield self._heading(block.text, min(max(block.level, 1), _DEEPEST))
        elif isinstance(block, Paragraph):
            yield self._paragraph(block.line, "Text_20_body")
        elif isinstance(block, Bullets):
            style = "Paper_20_Numbers" if block.numbered else "Paper_20_Bullets"
            items = "".join(
                f"<text:list-item>{self._paragraph(line, _ITEM)}</text:list-item>" for line in block.items
            )
            yield f'<text:list text:style-name="{style}">{items}</text:list>' if items else ""
        elif isinstance(block, Facts):
            yield from self._facts(block)
        else:
            yield from self._table(block)

    def _facts(self, facts: Facts) -> Iterator[str]:
        if not facts.rows:
            return
        yield self._begin(_FACTS)
        for label, line in facts.rows:
            named = self._cell(plain(label), "Fact", "Table_20_Label")
            known = self._cell(line, "Fact")
            yield f'<table:table-row table:style-name="Row">{named}{known}</table:table-row>'
        yield "</table:table>"

    def _table(self, table: Table) -> Iterator[str]:
        yield self._begin([column.share for column in table.columns])
        heads = "".join(
            self._cell(plain(column.title), "Head", "Table_20_Heading", is_centred=column.centred)
            for column in table.columns
        )
        yield (
            f'<table:table-header-rows><table:table-row table:style-name="Row">{heads}</table:table-row>'
            "</table:table-header-rows>"
        )
        for row in table.rows:
            yield f'<table:table-row table:style-name="Row">{self._row(table, row)}</table:table-row>'
        yield "</table:table>"

    def _row(self, table: Table, row: TableRow) -> str:
        across = len(table.columns)
        if len(row.cells) == 1 and across > 1:
            inside = self._paragraph(row.cells[0], "Table_20_Heading")
            return (
                f'<table:table-cell table:style-name="Group" table:number-columns-spanned="{across}">{inside}'
                f"</table:table-cell>{'<table:covered-table-cell/>' * (across - 1)}"
            )
        return "".join(
            self._cell(cell, "Cell", is_centred=column.centred)
            for column, cell in zip(table.columns, row.cells, strict=True)
        )

    def _begin(self, shares: Sequence[int]) -> str:
        self._tables.append(shares)
        number = len(self._tables)
        columns = "".join(
            f'<table:table-column table:style-name="T{number}C{place}"/>'
            for place in range(1, len(shares) + 1)
        )
        return f'<table:table table:name="Table{number}" table:style-name="T{number}">{columns}'

    def _cell(
        self, line: Line, kind: str, style: str = "Table_20_Contents", *, is_centred: bool = False
    ) -> str:
        inside = self._paragraph(line, style, is_centred=is_centred)
        return f'<table:table-cell table:style-name="{kind}">{inside}</table:table-cell>'

    def _heading(self, text: str, level: int) -> str:
        style = self._look(plain(text), f"Heading_20_{level}")
        return f'<text:h text:style-name="{style}" text:outline-level="{level}">{_text(text)}</text:h>'

    def _paragraph(self, line: Line, style: str, *, is_centred: bool = False) -> str:
        look = self._look(line, style, is_centred=is_centred)
        return f'<text:p text:style-name="{look}">{"".join(self._runs(line))}</text:p>'

    def _look(self, line: Line, style: str, *, is_centred: bool = False) -> str:
        """The style, or one made from it for a direction other than that of the page, or for the middle."""
        page = is_rtl_paper(self.paper)
        is_item = style == _ITEM  # the marks of all items stand on one side of the page
        is_rtl = page if is_item else reads_rtl("".join(words.text for words in line), page=page)
        if is_rtl == page and not is_centred:
            return style
        return self._looks.setdefault((style, is_rtl, is_centred), f"P{len(self._looks) + 1}")

    def _runs(self, line: Line) -> Iterator[str]:
        for words in line:
            text = _text(words.text)
            style = _RUN_OF.get(words.tone)
            yield f'<text:span text:style-name="{style}">{text}</text:span>' if style and text else text
            if words.note:
                yield self._mention(words.note, self.numbers[words.note])

    def _mention(self, note: str, number: int) -> str:
        """The note where it is met first; later a mark that follows its number."""
        if number in self._told:
            return (
                '<text:span text:style-name="Endnote_20_anchor"><text:note-ref text:note-class="endnote" '
                f'text:reference-format="text" text:ref-name="source{number}">'
                f"{number}</text:note-ref></text:span>"
            )
        self._told.add(number)
        return (
            f'<text:note text:id="source{number}" text:note-class="endnote"><text:note-citation>{number}'
            f'</text:note-citation><text:note-body><text:p text:style-name="Endnote">{_text(note)}</text:p>'
            "</text:note-body></text:note>"
        )


def _text(text: str) -> str:
    escaped = escape(clean(text)).replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>")
    return _SPACES.sub(lambda found: f' <text:s text:c="{len(found[0]) - 1}"/>', escaped)
