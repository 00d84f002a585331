"""The words by which reports tell of decisions, promises and mandates, of one language."""

import re
from collections.abc import Mapping
from functools import cache

from ministrack.domain.task import TaskKind
from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import lexicon
from ministrack.reading.proposing.word_patterns import pattern_of

CUES = {
    "decision": TaskKind.DECISION,
    "decision_that": TaskKind.DECISION,
    "done": TaskKind.DECISION,
    "promise": TaskKind.PROMISE,
    "will": TaskKind.PROMISE,
    "mandate": TaskKind.MANDATE,
    "mandated": TaskKind.MANDATE,
    "appeal": TaskKind.MANDATE,
}
_PATTERNS = (
    *CUES, "attitude", "meeting", "intro", "end", "deadline", "meeting_due", "held",
    "list", "activities", "areas", "point", "point_mark", "list_to", "plan_heading",
    "task_column", "owner_column", "due_column", "more", "held_that", "aside", "deadline_line",
)  # fmt: skip
_WORDS = (
    "trailing", "adverbs", "strong_verbs", "will_verbs", "held_verbs",
    "actors", "pronouns", "subject_words",
    "relatives", "clauses", "idle", "no_verbs", "joining", "other_verbs", "opening", "objects", "owners_of",
    "settled_verbs", "listed_settled",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TaskWords:
    """Patterns and words by their names in the lexicon, those of patterns without "_pattern"."""

    patterns: Mapping[str, re.Pattern[str]]
    words: Mapping[str, frozenset[str]]


@cache
def task_words(language: str) -> TaskWords:
    """The words of the section [tasks]."""
    book = lexicon(language)
    section = book.section("tasks")
    patterns = {name: pattern_of(section.get(f"{name}_pattern")) for name in _PATTERNS}
    words = {name: frozenset(word.casefold() for word in book.words("tasks", name)) for name in _WORDS}
    return TaskWords(patterns, words)
