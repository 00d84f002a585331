"""Action points: "Action: Secretariat to …", items below "Next steps", rows of tables of decisions."""

import re
from collections.abc import Iterator, Sequence

from ministrack.reading.findings import Findings
from ministrack.reading.proposing.tasks.task_cues import Clause
from ministrack.reading.proposing.tasks.task_words import TaskWords
from ministrack.reading.prose import Sentence
from ministrack.reading.report import Block, BlockKind

_SHORTEST = 8
_LONGEST = 260
_LONGEST_HEADING = 60
_MOST = 40
_NAME = "mandate"


def points_of(found: Findings, words: TaskWords) -> Iterator[Clause]:
    """All of them, those of sentences first, then those of lists, then those of tables."""
    text = found.prose.text
    first = {sentence.block.start: sentence for sentence in reversed(found.prose.sentences)}
    for sentence in found.prose.sentences:
        marked = words.patterns["point_mark"].match(text, sentence.start, sentence.stop)
        if marked and sentence.block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            yield from _pieces(text, sentence, words, marked.end())
    for item in planned_items(found, words):
        begun = first.get(item.start)
        if begun is not None and not words.patterns["point_mark"].match(text, begun.start):
            yield from _pieces(text, begun, words, begun.start)
    yield from _of_tables(found, words, first)


def planned_items(found: Findings, words: TaskWords) -> Iterator[Block]:
    """The items below a line that says nothing but "Next steps" or the like."""
    blocks = found.prose.report.blocks
    for index, block in enumerate(blocks):
        if block.stop - block.start > _LONGEST_HEADING or block.kind is BlockKind.ROW:
            continue
        if words.patterns["plan_heading"].fullmatch(found.prose.text, block.start, block.stop):
            yield from listed(block, blocks[index + 1 : index + 1 + _MOST])


def listed(lead_in: Block, blocks: Sequence[Block]) -> Iterator[Block]:
    """The items with which some blocks begin: of a list, or numbered paragraphs below one without."""
    kind = blocks[0].kind if blocks else BlockKind.ROW
    is_list = kind is BlockKind.ITEM or (kind is BlockKind.PARAGRAPH and not lead_in.depth)
    for block in blocks if is_list else ():
        if block.kind is not kind or (kind is BlockKind.PARAGRAPH and not block.depth):
            return
        yield block


def _pieces(text: str, sentence: Sentence, words: TaskWords, start: int) -> Iterator[Clause]:
    """ "Finland to draft a paper; Sweden to host a workshop"."""
    begin = start
    while begin < sentence.stop:
        semicolon = text.find(";", begin, sentence.stop)
        stop = semicolon if semicolon >= 0 else sentence.stop
        point = words.patterns["point"].match(text, begin, stop)
        if point:
            end = words.patterns["end"].search(text, point.end(), stop)
            clause = _clause(
                text, sentence, point.span("who"), (point.end(), end.start() if end else stop), (0, 0)
            )
            if clause:
                yield clause
        begin = stop + 1


def _clause(
    text: str, sentence: Sentence, who: tuple[int, int], span: tuple[int, int], due: tuple[int, int]
) -> Clause | None:
    start, stop = span
    stop = start + len(text[start : min(stop, start + _LONGEST)].rstrip(" .,;\n"))
    if stop - start < _SHORTEST:
        return None
    return Clause(
        sentence=sentence, name=_NAME, cue_start=start, cue_stop=start, start=start, stop=stop,
        verb=text[start:stop].split(maxsplit=1)[0].casefold(), who=who, due=due,
    )  # fmt: skip


def _of_tables(found: Findings, words: TaskWords, first: dict[int, Sentence]) -> Iterator[Clause]:
    text, columns = found.prose.text, _Columns({}, 0)
    for block in found.prose.report.blocks:
        if block.kind is not BlockKind.ROW:
            columns = _Columns({}, 0)
            continue
        cells = _cells(text, block)
        named = _columns(text, cells, words)
        if named:
            columns = _Columns(named, len(cells))
            continue
        sentence = first.get(block.start)
        if sentence is not None and columns.fits(cells):
            none = (0, 0)
            who, due = columns.cell("owner", cells) or none, columns.cell("due", cells) or none
            clause = _clause(text, sentence, who, columns.cell("task", cells) or none, due)
            if clause:
                yield clause


class _Columns:
    """Which column of a table holds what: "task", "owner", "due"."""

    def __init__(self, named: dict[str, int], width: int) -> None:
        self._named = named
        self._width = width

    def fits(self, cells: Sequence[tuple[int, int]]) -> bool:
        """Whether a row is one of a table of tasks."""
        return bool(self._named) and len(cells) == self._width

    def cell(self, name: str, cells: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
        """A cell of a row; None where the table has no such column."""
        return cells[self._named[name]] if name in self._named else None


def _columns(text: str, cells: Sequence[tuple[int, int]], words: TaskWords) -> dict[str, int]:
    """The columns of a head row; none where it does not tell of tasks and of who does them or by when."""
    named = {
        name: index
        for index, (start, stop) in reversed(list(enumerate(cells)))
        for name in ("task", "owner", "due")
        if words.patterns[f"{name}_column"].fullmatch(text, start, stop)
    }
    return named if "task" in named and len(named) > 1 else {}


def _cells(text: str, row: Block) -> list[tuple[int, int]]:
    """The spans of the cells, without space around them."""
    return [
        (row.start + cell.start(), row.start + cell.start() + len(cell[0].rstrip()))
        for cell in re.finditer(r"[^|\s][^|]*", text[row.start : row.stop])
    ]
