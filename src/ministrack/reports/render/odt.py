"""A paper as an OpenDocument text."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from ministrack.domain.language import tr
from ministrack.extras import needed
from ministrack.reports.document import Paper
from ministrack.reports.render.characters import property_of
from ministrack.reports.render.odt_blocks import content
from ministrack.reports.render.odt_styles import styles

_OF_OTHERS = ("Thumbnails/thumbnail.png", "Configurations2/accelerator/current.xml")
"""The picture of an empty page, and an empty file, that the package brings."""


def write_odt(paper: Paper, out: BinaryIO, template: Path | None = None) -> None:
    """Writes the paper. There is no template for it. Raises InvalidValue where the package is missing."""
    del template
    needed("odfdo", "office", tr("write OpenDocument texts"))
    # delayed: start-up time; only those who write OpenDocument texts need the package
    from odfdo import Document

    document = Document("text")
    for part in _OF_OTHERS:
        document.del_part(part)
        document.manifest.del_full_path(part)
    document.set_part("styles.xml", styles(paper).encode())
    document.set_part("content.xml", content(paper).encode())
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    meta = document.meta
    meta.title, meta.subject = property_of(paper.title), property_of(paper.subtitle)
    meta.initial_creator = meta.creator = "ministrack"
    meta.generator = "ministrack"
    meta.language = paper.language
    meta.creation_date = meta.date = now
    whole = BytesIO()
    document.save(whole)
    out.write(whole.getvalue())
