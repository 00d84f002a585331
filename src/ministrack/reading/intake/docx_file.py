"""Reads a Word document in the child process: paragraphs, lists, tables and footnotes."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element  # as a type: lxml behaves like it

from ministrack.domain.language import tr
from ministrack.extras import needed
from ministrack.reading.intake.told import MOST_BLOCKS, Passage, Told, in_lines
from ministrack.reading.report import BlockKind
from ministrack.sandbox.file_problem import FileProblem
from ministrack.sandbox.zip_limits import check_zip

if TYPE_CHECKING:
    from docx.document import Document

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT = frozenset(("Fallback", "moveFrom", "del", "instrText", "fldData"))
_LETTERS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": " "}
_STYLES = (("title", BlockKind.TITLE), ("caption", BlockKind.CAPTION), ("list", BlockKind.ITEM))


def docx_text(name: str) -> Told:
    """The blocks of the file. Raises FileProblem where it cannot be opened."""
    path = Path(name)
    needed("docx", "documents", tr("read Word documents"))
    check_zip(path)
    document = _opened(path)
    styles = {style.style_id: str(style.name or "").casefold() for style in document.styles}
    passages: list[Passage] = []
    for passage in _blocks(document.element.body, styles):
        passages.append(passage)
        if len(passages) > MOST_BLOCKS:
            break
    passages.extend(Passage(words, BlockKind.FOOTNOTE) for words in _footnotes(document))
    return Told(tuple(passages))


def _opened(path: Path) -> "Document":
    # delayed: start-up time
    from docx import Document
    from docx.opc.exceptions import OpcError

    try:
        document = Document(str(path))
    except (OpcError, SyntaxError, KeyError, ValueError, zipfile.BadZipFile, zlib.error) as error:
        raise _damaged(path) from error
    if document.element.body is None:
        raise _damaged(path)
    return document


def _damaged(path: Path) -> FileProblem:
    return FileProblem(
        tr("{name} is no Word document that could be opened.", name=path.name),
        safe=tr("Nothing was changed."),
        todo=tr("Please open it in the program that it comes from and save it anew as DOCX."),
    )


def _name(node: Element) -> str:
    """The name without its namespace; empty for comments and processing instructions."""
    return str(node.tag).rpartition("}")[2]


def _blocks(parent: Element, styles: dict[str, str]) -> Iterator[Passage]:
    for node in parent:
        name = _name(node)
        if name == "p":
            yield from in_lines(_words(node), *_kind(node, styles))
        elif name == "tbl":
            yield from _rows(node, styles)
        elif name in ("sdt", "sdtContent", "ins", "smartTag", "customXml"):
            yield from _blocks(node, styles)


def _rows(table: Element, styles: dict[str, str]) -> Iterator[Passage]:
    """A row for each line; a table of a single column only frames what is in it."""
    rows = [[cell for cell in row if _name(cell) == "tc"] for row in table.iter(f"{_WORD}tr")]
    for row in rows:
        if len(row) == 1 and max(map(len, rows)) == 1:
            yield from _blocks(row[0], styles)
            continue
        cells = [" ".join(" ".join(_words(p) for p in cell.iter(f"{_WORD}p")).split()) for cell in row]
        if any(cells):
            yield Passage(" | ".join(cells), BlockKind.ROW)


def _words(node: Element) -> str:
    """What a person sees of it: not what was struck out, nor what is said twice for older programs."""
    parts: list[str] = []
    for child in node:
        name = _name(child)
        if name == "t":
            parts.append(child.text or "")
        elif name in _LETTERS:
            parts.append(_LETTERS[name])
        elif name and name not in _LEFT_OUT:
            parts.append(_words(child))
    return "".join(parts)


def _kind(paragraph: Element, styles: dict[str, str]) -> tuple[BlockKind, int]:
    style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
    name = styles.get(style.get(f"{_WORD}val", ""), "") if style is not None else ""
    if name.startswith("heading"):
        digits = "".join(filter(str.isdigit, name))
        return BlockKind.HEADING, int(digits or "1")
    for start, kind in _STYLES:
        if name.startswith(start):
            return kind, int(kind is BlockKind.ITEM)
    is_item = paragraph.find(f"{_WORD}pPr/{_WORD}numPr") is not None
    return (BlockKind.ITEM, 1) if is_item else (BlockKind.PARAGRAPH, 0)


def _footnotes(document: "Document") -> Iterator[str]:
    # delayed: start-up time
    from docx.oxml.parser import parse_xml

    for relation in document.part.rels.values():
        if relation.reltype.endswith("/footnotes") and not relation.is_external:
            for note in parse_xml(relation.target_part.blob):
                words = " ".join(_words(note).split())
                if words:
                    yield words
