"""Lists of tasks after their lead-in: "The ministers agreed:", "These activities include:"."""

from collections.abc import Iterator

from ministrack.domain.values import dataclass
from ministrack.reading.findings import Findings
from ministrack.reading.proposing.tasks.task_cues import Clause
from ministrack.reading.proposing.tasks.task_points import listed
from ministrack.reading.proposing.tasks.task_words import TaskWords
from ministrack.reading.prose import Sentence
from ministrack.reading.report import Block

_MOST = 12
_LONGEST = 260


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An item of a list, `start` to `stop`, with its first word; `lead_in` is the span of its lead-in."""

    sentence: Sentence
    start: int
    stop: int
    verb: str
    lead_in: tuple[int, int]
    is_decided: bool

    @property
    def clause(self) -> Clause:
        """The item as what is to be done, as after "agreed to"."""
        return Clause(
            sentence=self.sentence, name="decision", cue_start=self.start, cue_stop=self.start,
            start=self.start, stop=self.stop, verb=self.verb,
        )  # fmt: skip


def listed_tasks(found: Findings, words: TaskWords) -> Iterator[Listed]:
    """The items of lists of tasks, in the order of the text."""
    first = {sentence.block.start: sentence for sentence in reversed(found.prose.sentences)}
    blocks = found.prose.report.blocks
    for index, block in enumerate(blocks):
        decided = _lead_in(found.prose.text, block, words)
        if decided is None:
            continue
        for item in listed(block, blocks[index + 1 : index + 1 + _MOST]):
            sentence = first.get(item.start)
            if sentence is not None:
                start = sentence.start + _mark(found.prose.text[sentence.start : sentence.stop])
                to = words.patterns["list_to"].match(found.prose.text, start, sentence.stop)
                start = to.end() if to else start
                stop = min(sentence.stop, start + _LONGEST)
                kept = found.prose.text[start:stop].rstrip(" .;,\n")
                verb = kept.partition(" ")[0].casefold()
                if verb in words.words["settled_verbs"] | words.words["listed_settled"]:
                    continue
                yield Listed(
                    sentence=sentence,
                    start=start,
                    stop=start + len(kept),
                    verb=verb,
                    lead_in=(block.start, block.stop),
                    is_decided=decided,
                )


def _lead_in(text: str, block: Block, words: TaskWords) -> bool | None:
    """Whether a block that introduces a list tells of decisions; None where it introduces no tasks."""
    if words.patterns["plan_heading"].fullmatch(text, block.start, block.stop):
        return True
    if not text[block.start : block.stop].rstrip().endswith(":"):
        return None
    patterns, start = words.patterns, max(block.start, block.stop - 400)
    if patterns["areas"].search(text, start, block.stop):
        return None
    if patterns["list"].search(text, start, block.stop):
        return True
    return False if patterns["activities"].search(text, start, block.stop) else None


def _mark(text: str) -> int:
    """The length of a mark such as "ii)", "(a)" or "3." before an item."""
    head, _, _ = text.partition(" ")
    is_mark = len(head) <= 5 and head[-1:] in {")", "."} and text[len(head) :].strip()
    return len(head) + len(text[len(head) :]) - len(text[len(head) :].lstrip()) if is_mark else 0
