"""Saves a Word document. Its blocks are put in as text at the end: moving long tables takes far longer."""

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from ministrack.reports.render.docx_text import elements_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement


def place_of(name: str) -> "BaseOxmlElement":
    """A paragraph that keeps a place in the body for blocks."""
    return elements_of(_xml(name))[0]


def save(document: "Document", out: BinaryIO, blocks: Mapping[str, str]) -> None:
    """Saves the document with the blocks, by name, in their places."""
    whole = BytesIO()
    document.save(whole)
    body = str(document.part.partname).lstrip("/")
    with ZipFile(whole) as saved, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for part in saved.infolist():
            data = saved.read(part)
            if part.filename == body:
                for name, xml in blocks.items():
                    data = data.replace(_xml(name).encode(), xml.encode())
            made.writestr(part, data)


def _xml(name: str) -> str:
    """No paper holds such a paragraph: its characters at both ends are for private use."""
    return f"<w:p><w:r><w:t>\ue0f3{name}\ue0f4</w:t></w:r></w:p>"
