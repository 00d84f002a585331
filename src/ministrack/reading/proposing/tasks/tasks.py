"""What was promised, decided or asked for."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import chain

from ministrack.domain.language import tr
from ministrack.domain.proposal import Proposal, ProposalKind, Relation, Said
from ministrack.domain.task import TaskKind
from ministrack.domain.values import dataclass
from ministrack.reading.findings import Findings
from ministrack.reading.proposing.quoting import plain, quote_of, said_in
from ministrack.reading.proposing.tasks.task_choice import Choice
from ministrack.reading.proposing.tasks.task_cues import clauses_of
from ministrack.reading.proposing.tasks.task_days import Deadlines
from ministrack.reading.proposing.tasks.task_lists import listed_tasks
from ministrack.reading.proposing.tasks.task_owners import Owners
from ministrack.reading.proposing.tasks.task_points import points_of
from ministrack.reading.proposing.tasks.task_titles import Titles
from ministrack.reading.proposing.tasks.task_words import CUES, TaskWords, task_words
from ministrack.reading.prose import Prose, Sentence

_MOST_SURE = 20
_MOST_UNSURE = 8
_CUE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """A task before it is numbered."""

    start: int
    stop: int
    fields: Mapping[str, Said]
    is_sure: bool
    why: str


def propose_tasks(
    found: Findings,
    meetings: Sequence[Proposal],
    bodies: Sequence[Proposal],
    documents: Sequence[Proposal] = (),
) -> list[Proposal]:
    """In the order of the text; the others are those that were proposed already."""
    words = task_words(found.prose.lexicon.language)
    titles = Titles(words, found.prose.text, [*documents, *bodies])
    told = _of_clauses(found, words, meetings, bodies, titles)
    begun = sorted(task.start for task in told)
    told += [task for task in _of_lists(found, words, meetings) if not _holds_one(task, begun)]
    told += _of_bodies(found.prose, bodies, told)
    about = next((each.key for each in meetings if each.relation is Relation.REPORTED), "")
    return [
        Proposal(
            kind=ProposalKind.TASK,
            key=f"t{number}",
            fields=task.fields,
            quote=quote_of(found.prose, task.start, task.stop),
            sure=task.is_sure,
            why=task.why,
            about=about,
        )
        for number, task in enumerate(_best(told), 1)
    ]


def _holds_one(task: _Task, begun: Sequence[int]) -> bool:
    """Whether another task begins within its words: "Latvia to host the seminar"."""
    return bisect_left(begun, task.start) < bisect_left(begun, task.stop)


def _best(told: Sequence[_Task]) -> list[_Task]:
    """Not more than a person will look through: a long statement has dozens of promises in general words."""
    ordered = sorted(told, key=lambda task: task.start)
    sure = [task for task in ordered if task.is_sure][:_MOST_SURE]
    unsure = [task for task in ordered if not task.is_sure][:_MOST_UNSURE]
    return sorted([*sure, *unsure], key=lambda task: task.start)


def _of_clauses(
    found: Findings,
    words: TaskWords,
    meetings: Sequence[Proposal],
    bodies: Sequence[Proposal],
    titles: Titles,
) -> list[_Task]:
    prose = found.prose
    owners = Owners(found, words, _by_name(bodies))
    deadlines = Deadlines(found, words, meetings)
    choice = Choice(words, deadlines, prose.text)
    tasks = []
    clauses = chain(clauses_of(found, words), points_of(found, words))
    for clause in map(deadlines.with_line, clauses):
        owner = None if clause.name == "done" else owners.of(clause)
        if not choice.is_task(clause, owner, may_act=owners.may_act(clause)):
            continue
        sentence = clause.sentence
        day, meeting = deadlines.day(clause), deadlines.meeting(clause)
        is_sure, why = choice.sureness(clause, has_deadline=bool(day or meeting))
        if is_sure and titles.points_back(clause):
            is_sure, why = False, tr("The sentence does not name what is meant")
        fields = {"title": said_in(prose, sentence, titles.of(clause), clause.start, clause.stop)}
        fields["kind"] = said_in(prose, sentence, CUES[clause.name].value, clause.cue_start, clause.cue_stop)
        if owner and clause.name != "decision_that":
            fields["owner"] = said_in(prose, sentence, owner.value, owner.start, owner.stop)
        if day:
            fields["due"] = said_in(prose, sentence, deadlines.last(day), day.start, day.stop)
        if meeting:
            fields["due_meeting"] = said_in(prose, sentence, *meeting)
        tasks.append(_Task(start=clause.start, stop=clause.stop, fields=fields, is_sure=is_sure, why=why))
    return tasks


def _titled(prose: Prose, sentence: Sentence, start: int, stop: int) -> dict[str, Said]:
    """The words of the clause as a title, with a capital at its beginning."""
    words = plain(prose.text[start:stop])
    return {"title": said_in(prose, sentence, words[:1].upper() + words[1:], start, stop)}


def _by_name(bodies: Sequence[Proposal]) -> dict[str, str]:
    """Keys of bodies by their names, and by their last words where no other body has them."""
    names = {each.value("name").casefold(): each.key for each in bodies}
    kinds = [each.value("kind") for each in bodies]
    short = {each.value("kind"): each.key for each in bodies if kinds.count(each.value("kind")) == 1}
    return short | names


def _of_lists(found: Findings, words: TaskWords, meetings: Sequence[Proposal]) -> list[_Task]:
    deadlines = Deadlines(found, words, meetings)
    tasks = []
    for item in listed_tasks(found, words):
        sentence = item.sentence
        fields = _titled(found.prose, sentence, item.start, item.stop)
        fields["kind"] = Said(TaskKind.DECISION.value, quote_of(found.prose, *item.lead_in))
        day = deadlines.day(item.clause)
        if day:
            fields["due"] = said_in(found.prose, sentence, deadlines.last(day), day.start, day.stop)
        is_told = item.verb in words.words["strong_verbs"] or found.prose.text[item.start].isupper()
        is_sure = item.is_decided and (is_told or bool(day))
        why = tr("Said in general words") if item.is_decided else tr("A point of a plan")
        why = "" if is_sure else why
        tasks.append(_Task(start=item.start, stop=item.stop, fields=fields, is_sure=is_sure, why=why))
    return tasks


def _of_bodies(prose: Prose, bodies: Sequence[Proposal], told: Sequence[_Task]) -> list[_Task]:
    """What a body was set up for is its task, unless that was told already."""
    tasks = []
    for body in bodies:
        mandate = body.fields.get("mandate")
        if mandate is None or mandate.words is None:
            continue
        start, stop = mandate.words.start, mandate.words.stop
        if any(task.start < stop and start < task.stop for task in told):
            continue
        kind = Said(TaskKind.MANDATE.value, mandate.quote, mandate.words)
        owner = Said(body.key, mandate.quote, body.quote)
        is_sure = body.sure and prose.text[max(0, start - _CUE) : start].rstrip().endswith(" to")
        why = tr("What it works on, not what it is to finish") if body.sure else body.why
        tasks.append(
            _Task(
                start=start,
                stop=stop,
                fields={"title": mandate, "kind": kind, "owner": owner},
                is_sure=is_sure,
                why="" if is_sure else why,
            )
        )
    return tasks
