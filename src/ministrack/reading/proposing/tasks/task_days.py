"""By when a task is due: a day, or a meeting."""

from collections.abc import Sequence
from dataclasses import replace

from ministrack.domain.proposal import Proposal, Relation
from ministrack.reading.findings import Findings
from ministrack.reading.mention import DateMention
from ministrack.reading.proposing.inside import Inside
from ministrack.reading.proposing.tasks.task_cues import Clause
from ministrack.reading.proposing.tasks.task_words import TaskWords

_UNTIL = "../"
_REACH = 600
_END = 2  # characters after the last clause of a sentence
_LINE = 12


class Deadlines:
    """Finds days and meetings before which something is to be done."""

    def __init__(self, found: Findings, words: TaskWords, meetings: Sequence[Proposal]) -> None:
        self._text = found.prose.text
        self._words = words
        self._dates = Inside(found.dates)
        self._ordinals = Inside(found.ordinals)
        self._anchor = found.prose.anchor
        self._next = next((each.key for each in meetings if each.relation is Relation.NEXT), "")
        self._numbered = {each.value("number"): each.key for each in meetings if each.value("number")}

    def day(self, clause: Clause) -> DateMention | None:
        """The day by which it is due; for what is held, the day on which it will be."""
        for day in self._dates.between(*clause.due):
            return day
        is_held = clause.verb in self._words.words["held_verbs"]
        for day in self._dates.between(clause.start, clause.stop):
            before = self._text[max(clause.start, day.start - 30) : day.start]
            if day.edtf.startswith(_UNTIL) or self._words.patterns["deadline"].search(before):
                return day
            if is_held and self._words.patterns["held"].search(before):
                return day
        return None

    def with_line(self, clause: Clause) -> Clause:
        """The clause with the day of a line of its own right after its sentence: "(Deadline: 1 May)"."""
        line = self._words.patterns["deadline_line"].match(self._text, clause.sentence.stop)
        if clause.due[1] or line is None or clause.stop < clause.sentence.stop - _END:
            return clause
        return replace(clause, due=(line.end(), line.end() + _LINE))

    @staticmethod
    def last(day: DateMention) -> str:
        """The last day on which it may be done: of "by 2025" the year."""
        return day.edtf.removeprefix(_UNTIL)

    def meeting(self, clause: Clause) -> tuple[str, int, int] | None:
        """The key of the meeting by which it is due, and the words that say so."""
        due = self._words.patterns["meeting_due"].search(self._text, clause.start, clause.stop)
        if due is None:
            return None
        if due.group("next"):
            return (self._next, due.start(), due.end()) if self._next else None
        place = due.start("which")
        number = next((each.number for each in self._ordinals.between(place, place + 1)), None)
        key = self._numbered.get(str(number), "") if number else ""
        return (key, due.start(), due.end()) if key else None

    def is_past(self, clause: Clause) -> bool:
        """Whether the sentence tells of an earlier year."""
        if self._anchor is None:
            return False
        year = str(self._anchor.year)
        before = self._dates.between(max(clause.sentence.start, clause.cue_start - _REACH), clause.cue_start)
        return any(day.edtf[:4].isdigit() and day.edtf[:4] < year for day in before)

    def names_a_meeting(self, clause: Clause) -> bool:
        """Whether it is about a numbered meeting, which is proposed as a meeting already."""
        return self._words.patterns["meeting"].search(self._text, clause.start, clause.stop) is not None or (
            clause.verb in self._words.words["held_verbs"]
            and bool(self._ordinals.between(clause.start, clause.stop))
        )
