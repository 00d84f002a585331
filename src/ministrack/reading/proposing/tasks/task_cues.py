"""Where sentences tell of something to be done: the words that say so, and the clause that says what."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ministrack.domain.values import dataclass
from ministrack.reading.findings import Findings
from ministrack.reading.proposing.tasks.task_words import CUES, TaskWords
from ministrack.reading.prose import Sentence
from ministrack.reading.report import BlockKind

_TOLD = (BlockKind.PARAGRAPH, BlockKind.ITEM)
_LONGEST = 260  # characters of a task
_LOOKED_THROUGH = 700
_LONGEST_SPEECH = 2500
_SHORTEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """What is to be done, `start` to `stop`, after the words of a `cue` of some `name`.

    `who` is the span of those who are asked, of a mandate; `verb` the first word that counts, in lower case;
    `due` a span that says by when, where that stands elsewhere ("Deadline: 1 May").
    """

    sentence: Sentence
    name: str
    cue_start: int
    cue_stop: int
    start: int
    stop: int
    verb: str
    who: tuple[int, int] = (0, 0)
    due: tuple[int, int] = (0, 0)


def clauses_of(found: Findings, words: TaskWords) -> Iterator[Clause]:
    """All of them, in the order of the text. What somebody is quoted as saying is not among them."""
    for sentence in found.prose.sentences:
        if sentence.block.kind in _TOLD:
            yield from _of_sentence(found.prose.text, sentence, words)


def _of_sentence(text: str, sentence: Sentence, words: TaskWords) -> Iterator[Clause]:
    cues = sorted(
        (
            (match.start(), name, match)
            for name in CUES
            for match in words.patterns[name].finditer(text, sentence.start, sentence.stop)
            if not _is_relative(text, sentence, words, match.start())
        ),
        key=lambda cue: cue[0],
    )
    reached = 0
    for index, (start, name, cue) in enumerate(cues):
        following = (cues[at][0] for at in range(index + 1, len(cues)))
        later = next((other for other in following if other >= cue.end()), sentence.stop)
        if start < reached or _is_quoted(text, sentence, start):
            continue
        clause = _clause(text, sentence, words, name, cue, later)
        if clause:
            reached = clause.stop if name == "decision_that" else clause.cue_stop
            yield clause
            yield from _more(text, clause, words, min(sentence.stop, later))


def _more(text: str, clause: Clause, words: TaskWords, stop: int) -> Iterator[Clause]:
    """What else is to be done after the same cue: "to prepare a study and to report back"."""
    while clause.name not in {"decision_that", "done"}:
        joint = words.patterns["more"].match(text, clause.stop, stop)
        if joint is None:
            return
        start, end = joint.end(), min(_end(text, words, joint.end(), clause.sentence.stop), stop)
        end = _shortened(text, start, _without_trailing(text, words, start, end))
        if end - start < _SHORTEST:
            return
        clause = replace(clause, start=start, stop=end, verb=_verb(text[start:end], words))
        yield clause


def _is_relative(text: str, sentence: Sentence, words: TaskWords, place: int) -> bool:
    """Whether it belongs to a relative clause: "actions that will drive growth"."""
    before = text[max(sentence.start, place - 10) : place].split()
    return bool(before) and before[-1].casefold() in words.words["relatives"]


def _clause(
    text: str, sentence: Sentence, words: TaskWords, name: str, cue: re.Match[str], later: int
) -> Clause | None:
    if name == "promise" and words.patterns["attitude"].search(text[max(0, cue.start() - 30) : cue.start()]):
        return None
    intro = words.patterns["intro"].match(text, sentence.start, cue.start())
    told_from = intro.end() if intro else sentence.start
    begin = max(told_from, cue.start() - _LONGEST) if name == "done" else cue.end()
    if name == "done" and words.patterns["aside"].search(text, begin, cue.start()):
        return None
    held = words.patterns["held_that"].match(text, cue.end(), sentence.stop)
    if held and name == "decision_that":
        begin, name = held.end(), "decision"
    stop = _end(text, words, begin if held else cue.end(), sentence.stop)
    if later < stop and name != "decision_that" and later > begin:
        stop = _without_trailing(text, words, max(cue.end(), later - _LOOKED_THROUGH), later)
    start = begin + len(text[begin:stop]) - len(text[begin:stop].lstrip())
    stop = _shortened(text, start, stop)
    if stop - start < _SHORTEST:
        return None
    asked = held if name == "decision" and held else cue
    who = asked.span("who") if "who" in asked.re.groupindex else (0, 0)
    return Clause(
        sentence=sentence,
        name=name,
        cue_start=cue.start(),
        cue_stop=cue.end(),
        start=start,
        stop=stop,
        verb=_verb(text[start:stop], words),
        who=who,
    )


def _end(text: str, words: TaskWords, start: int, stop: int) -> int:
    ended = words.patterns["end"].search(text, start, min(stop, start + _LOOKED_THROUGH))
    return ended.start() if ended else stop


def _without_trailing(text: str, words: TaskWords, start: int, stop: int) -> int:
    """Where a clause ends before the next cue, without "and they also" and the like."""
    held = text[start:stop]
    while True:
        kept = held.rstrip(" ,\n")
        last = kept.rpartition(" ")[2]
        if last.casefold() not in words.words["trailing"]:
            return start + len(kept)
        held = kept[: len(kept) - len(last)]
        if not held:
            return start


def _shortened(text: str, start: int, stop: int) -> int:
    if stop - start <= _LONGEST:
        return start + len(text[start:stop].rstrip(" .,\n"))
    comma = text.rfind(",", start + _LONGEST // 3, start + _LONGEST)
    cut = comma if comma > 0 else text.rfind(" ", start, start + _LONGEST)
    return cut if cut > start else start + _LONGEST


def _verb(clause: str, words: TaskWords) -> str:
    for word in clause.split()[:6]:
        plain = word.strip(",.").casefold()
        if plain not in words.words["adverbs"] and not plain.endswith("ly"):
            return plain
    return ""


def _is_quoted(text: str, sentence: Sentence, place: int) -> bool:
    before = text[max(sentence.block.start, place - _LONGEST_SPEECH) : place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
