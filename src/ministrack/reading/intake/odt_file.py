"""Reads an OpenDocument text in the child process: paragraphs, lists, tables and notes."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ministrack.domain.language import tr
from ministrack.extras import needed
from ministrack.reading.intake.told import MOST_BLOCKS, Passage, Told, in_lines
from ministrack.reading.report import BlockKind
from ministrack.sandbox.file_problem import FileProblem
from ministrack.sandbox.zip_limits import check_zip

if TYPE_CHECKING:
    from odfdo import Element

_LEFT_OUT = frozenset(("office:annotation", "office:annotation-end", "text:tracked-changes", "text:note"))
_LETTERS = {"text:s": " ", "text:tab": " ", "text:line-break": "\n"}
_INTO = frozenset(("text:section", "text:list-header", "text:index-body", "draw:frame", "draw:text-box"))
_MANIFEST = "META-INF/manifest.xml"
_LONGEST_MANIFEST = 1 << 20


def odt_text(name: str) -> Told:
    """The blocks of the file. Raises FileProblem where it cannot be opened."""
    path = Path(name)
    needed("odfdo", "documents", tr("read OpenDocument texts"))
    check_zip(path)
    # delayed: start-up time
    from odfdo import Document

    try:
        _check_lock(path)
        body = Document(str(path)).body
    except (
        SyntaxError, KeyError, ValueError, TypeError, AttributeError, zipfile.BadZipFile, zlib.error,
    ) as error:  # fmt: skip
        raise FileProblem(
            tr("{name} is no OpenDocument text that could be opened.", name=path.name),
            safe=tr("Nothing was changed."),
            todo=tr("Please open it in the program that it comes from and save it anew as ODT."),
        ) from error
    notes: list[Passage] = []
    passages: list[Passage] = []
    for passage in _blocks(body, notes):
        passages.append(passage)
        if len(passages) > MOST_BLOCKS:
            break
    return Told((*passages, *notes))


def _check_lock(path: Path) -> None:
    """A locked document is a zip file that opens, of parts that do not."""
    with zipfile.ZipFile(path) as archive, archive.open(_MANIFEST) as manifest:
        if b"encryption-data" in manifest.read(_LONGEST_MANIFEST):
            raise FileProblem(
                tr("{name} is locked by a password.", name=path.name),
                safe=tr("Nothing was changed."),
                todo=tr("Please open it in the program that it comes from and save it without a password."),
            )


def _blocks(parent: "Element", notes: list[Passage], depth: int = 0) -> Iterator[Passage]:
    for node in parent.children:
        if node.tag == "text:h":
            level = str(node.get_attribute("text:outline-level"))
            depth_of = int(level) if level.isdecimal() else 1
            yield from in_lines(_words(node, notes), BlockKind.HEADING, depth_of)
        elif node.tag == "text:p":
            yield from in_lines(_words(node, notes), *_kind(node, depth))
        elif node.tag == "text:list":
            for item in node.children:
                yield from _blocks(item, notes, depth + 1)
        elif node.tag == "table:table":
            yield from _rows(node, notes)
        elif node.tag in _INTO:
            yield from _blocks(node, notes, depth)


def _kind(paragraph: "Element", depth: int) -> tuple[BlockKind, int]:
    style = str(paragraph.get_attribute("text:style-name") or "")
    if style == "Title":
        return BlockKind.TITLE, 0
    if style in ("Caption", "Illustration", "Figure"):
        return BlockKind.CAPTION, 0
    return (BlockKind.ITEM, depth) if depth else (BlockKind.PARAGRAPH, 0)


def _rows(table: "Element", notes: list[Passage]) -> Iterator[Passage]:
    for node in table.children:
        if node.tag in ("table:table-header-rows", "table:table-rows", "table:table-row-group"):
            yield from _rows(node, notes)
        elif node.tag == "table:table-row":
            cells = [_cell(cell, notes) for cell in node.children if cell.tag == "table:table-cell"]
            if any(cells):
                yield Passage(" | ".join(cells), BlockKind.ROW)


def _cell(cell: "Element", notes: list[Passage]) -> str:
    return " ".join(passage.words for passage in _blocks(cell, notes))


def _words(node: "Element", notes: list[Passage]) -> str:
    parts = [node.text or ""]
    for child in node.children:
        if child.tag in _LETTERS:
            parts.append(_LETTERS[child.tag])
        elif child.tag == "text:note":
            notes.append(Passage(_note(child), BlockKind.FOOTNOTE))
        elif child.tag not in _LEFT_OUT:
            parts.append(_words(child, notes))
        parts.append(child.tail or "")
    return "".join(parts)


def _note(note: "Element") -> str:
    bodies = [child for child in note.children if child.tag == "text:note-body"]
    return " ".join(passage.words for body in bodies for passage in _blocks(body, []))
