"""The sections of a paper: what stands below each of its first headings."""

from collections.abc import Sequence

from ministrack.domain.values import dataclass
from ministrack.reports.document import Block, Heading


@dataclass(frozen=True, slots=True)
class Section:
    """A section with the words of its heading; what stands before the first heading has none."""

    title: str
    blocks: Sequence[Block]


def sections_of(blocks: Sequence[Block]) -> list[Section]:
    """The sections in order; empty ones without a heading are left out."""
    found: list[tuple[str, list[Block]]] = [("", [])]
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            found.append((block.text, []))
        else:
            found[-1][1].append(block)
    return [Section(title, inside) for title, inside in found if title or inside]
