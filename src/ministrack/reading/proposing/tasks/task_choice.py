"""Which of the things to be done are worth a proposal, and which of these are sure."""

from ministrack.domain.language import tr
from ministrack.reading.proposing.tasks.task_cues import Clause
from ministrack.reading.proposing.tasks.task_days import Deadlines
from ministrack.reading.proposing.tasks.task_owners import Owner
from ministrack.reading.proposing.tasks.task_words import TaskWords


class Choice:
    """Weighs one clause after the other."""

    def __init__(self, words: TaskWords, deadlines: Deadlines, text: str) -> None:
        self._words = words
        self._no_tasks = words.words["no_verbs"] | words.words["settled_verbs"]
        self._deadlines = deadlines
        self._text = text

    def is_task(self, clause: Clause, owner: Owner | None, *, may_act: bool) -> bool:
        """Whether somebody is to do something at all."""
        if clause.name == "decision_that":
            said = self._text[clause.start : clause.stop]
            return self._words.patterns["will"].search(said) is not None or " will be " in said
        if clause.name == "done":
            return True
        if clause.verb in self._no_tasks or not clause.verb.replace("-", "").isalpha():
            return False
        if clause.name == "will":
            is_owed = clause.verb in self._words.words["will_verbs"] and may_act
            return is_owed and not self._is_beside(clause, owner)
        if clause.name == "appeal":
            return owner is not None and clause.verb in self._words.words["strong_verbs"]
        return True

    def sureness(self, clause: Clause, has_deadline: bool) -> tuple[bool, str]:
        """Whether it is sure, and why not."""
        if self._deadlines.is_past(clause):
            return False, tr("It may be of an earlier year")
        is_held = clause.name in {"decision_that", "done"} or clause.verb in self._words.words["held_verbs"]
        if is_held and self._deadlines.names_a_meeting(clause):
            return False, tr("It may be the meeting itself")
        if clause.name == "appeal":
            return False, tr("An appeal rather than a task")
        if has_deadline or self._is_told(clause):
            return True, ""
        return False, tr("Said in general words")

    def _is_told(self, clause: Clause) -> bool:
        """ "That a centre will be set up", not "that cooperation will be strengthened"."""
        if clause.name in {"done", "mandate", "mandated"} or clause.verb in self._words.words["strong_verbs"]:
            return True
        return (
            clause.name == "decision_that"
            and self._words.patterns["done"].search(self._text, clause.start, clause.stop) is not None
        )

    def _is_beside(self, clause: Clause, owner: Owner | None) -> bool:
        """Whether it is only told beside something else: "the summit, which Oman will host"."""
        place = owner.start if owner else clause.cue_start
        before = self._text[max(clause.sentence.start, place - 10) : place].split()
        return bool(before) and before[-1].casefold() in self._words.words["clauses"]
