"""A paper as one web page that needs nothing else: for reading, sending and printing."""

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import BinaryIO

from ministrack.domain.language import tr
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
)
from ministrack.reports.render.characters import clean, is_rtl_paper, property_of, reads_rtl, title_of_notes
from ministrack.reports.render.html_style import style

_DEEPEST = 6
_TAGS = {Tone.STRONG: "strong", Tone.UNKNOWN: "em", Tone.MUTED: "small"}


def write_html(paper: Paper, out: BinaryIO, template: Path | None = None) -> None:
    """Writes the paper. There is no template for it."""
    del template
    out.writelines(part.encode() for part in _Page(paper, notes_of(paper)).parts())


@dataclass(slots=True)
class _Page:
    paper: Paper
    numbers: Mapping[str, int]
    _mentions: dict[int, int] = field(default_factory=dict)

    def parts(self) -> Iterator[str]:
        paper = self.paper
        title = _text(paper.title)
        named = escape(property_of(paper.title))
        direction = "rtl" if is_rtl_paper(paper) else "ltr"
        yield (
            f'<!DOCTYPE html>\n<html lang="{escape(paper.language)}" dir="{direction}">\n<head>\n'
            '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="generator" content="ministrack">\n'
            f"<title>{named}</title>\n<style>{style(landscape=paper.landscape)}</style>\n</head>\n<body>\n<main>\n"
            f"<header>\n<h1{_direction(paper.title)}>{title}</h1>\n"
        )
        if paper.subtitle:
            yield f'<p class="subtitle"{_direction(paper.subtitle)}>{_text(paper.subtitle)}</p>\n'
        yield "</header>\n"
        name = ""
        for block in paper.blocks:
            if isinstance(block, Heading):
                name = block.text
            yield from self._block(block, name)
        yield from self._notes()
        yield f"</main>\n<footer{_direction(paper.foot)}>{_text(paper.foot)}</footer>\n</body>\n</html>\n"

    def _block(self, block: Block, name: str) -> Iterator[str]:
        if isinstance(block, Heading):
            tag = f"h{min(block.level + 1, _DEEPEST)}"
            yield f"<{tag}{_direction(block.text)}>{_text(block.text)}</{tag}>\n"
        elif isinstance(block, Paragraph):
            yield f"<p{_direction(_told(block.line))}>{self._line(block.line)}</p>\n"
        elif isinstance(block, Bullets):
            tag = "ol" if block.numbered else "ul"
            items = "".join(f"<li>{self._line(line)}</li>\n" for line in block.items)
            yield f"<{tag}>\n{items}</{tag}>\n" if items else ""
        elif isinstance(block, Facts):
            yield "<dl>\n"
            for label, line in block.rows:
                named = f"<dt{_direction(label)}>{_text(label)}</dt>"
                yield f"<div>{named}<dd{_direction(_told(line))}>{self._line(line)}</dd></div>\n"
            yield "</dl>\n"
        else:
            yield from self._table(block, name)

    def _table(self, table: Table, name: str) -> Iterator[str]:
        label = f' aria-label="{escape(property_of(name))}"' if name else ""
        yield f'<div class="table" role="group" tabindex="0"{label}>\n<table{label}>\n<colgroup>'
        total = sum(column.share for column in table.columns) or 1
        for column in table.columns:
            yield f'<col style="width:{100 * column.share / total:.2f}%">'
        yield "</colgroup>\n<thead><tr>"
        for column in table.columns:
            look = f"{_direction(column.title)}{_centred(column.centred)}"
            yield f'<th scope="col"{look}>{_text(column.title)}</th>'
        yield "</tr></thead>\n<tbody>\n"
        for row in table.rows:
            yield self._row(table, row)
        yield "</tbody>\n</table>\n</div>\n"

    def _row(self, table: Table, row: TableRow) -> str:
        if len(row.cells) == 1 and len(table.columns) > 1:
            across = len(table.columns)
            return (
                f'<tr class="group"><th scope="rowgroup" colspan="{across}"{_direction(_told(row.cells[0]))}>'
                f"{self._line(row.cells[0])}</th></tr>\n"
            )
        cells = ""
        for place, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
            tag, scope = ("td", "") if place else ("th", ' scope="row"')
            look = f"{scope}{_direction(_told(cell))}{_centred(column.centred)}"
            cells += f"<{tag}{look}>{self._line(cell)}</{tag}>"
        return f"<tr>{cells}</tr>\n"

    def _line(self, line: Line) -> str:
        parts: list[str] = []
        for words in line:
            tag = _TAGS.get(words.tone, "")
            text = _text(words.text)
            parts.append(f"<{tag}>{text}</{tag}>" if tag and text else text)
            if words.note:
                parts.append(self._mention(self.numbers[words.note]))
        return "".join(parts)

    def _mention(self, number: int) -> str:
        count = self._mentions[number] = self._mentions.get(number, 0) + 1
        label = escape(tr("Source {number}", number=number))
        return (
            f'<sup><a id="from-{number}-{count}" href="#source-{number}" role="doc-noteref" '
            f'aria-label="{label}">{number}</a></sup>'
        )

    def _notes(self) -> Iterator[str]:
        if not self.numbers:
            return
        yield (
            '<section role="doc-endnotes" aria-labelledby="sources">\n'
            f'<h2 id="sources">{escape(title_of_notes())}</h2>\n<ol>\n'
        )
        back = escape(tr("Back to the text"))
        for note, number in self.numbers.items():
            links = " ".join(
                f'<a href="#from-{number}-{count}" role="doc-backlink" aria-label="{back}">\u21a9\ufe0e</a>'
                for count in range(1, self._mentions.get(number, 0) + 1)
            )
            yield f'<li id="source-{number}">{_text(note)} {links}</li>\n'
        yield "</ol>\n</section>\n"


def _text(text: str) -> str:
    return escape(clean(text)).replace("\n", "<br>")


def _told(line: Line) -> str:
    return "".join(words.text for words in line)


def _direction(text: str) -> str:
    """Text of one direction is read in it, all else as the page is."""
    return ' dir="auto"' if reads_rtl(text, page=True) == reads_rtl(text, page=False) else ""


def _centred(centred: bool) -> str:
    return ' class="centred"' if centred else ""
