"""The plan of a meeting over time: what sources said of its date, place and status, and what was changed."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from ministrack.domain.dates import show, span
from ministrack.domain.fields import specs
from ministrack.domain.filters import OneOf
from ministrack.domain.language import interface_language, tr
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.record import Ref
from ministrack.domain.source import Source, Statement
from ministrack.domain.values import dataclass, replace
from ministrack.edits.statements import stated_in_words, statements_of
from ministrack.edits.wording import value_in_words
from ministrack.store.journal import EditEntry, RowChange
from ministrack.store.reader import Reader

PLAN_FIELDS = ("date", "city", "country", "status")
"""The fields that make the plan of a meeting, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class PlanStep:
    """What was new in the plan at one time: values in words by field; an empty text means "open again".

    It leads to `statement` or to `edit`, by their ids. `at` sorts, `on` is the day in words. `is_present`
    marks the step that the dossier follows now.
    """

    said: Mapping[str, str]
    by: str
    at: str
    on: str
    statement: str = ""
    edit: str = ""
    number: int = 0  # of the edit, tells apart what was done within one second
    is_first: bool = False  # the record was made so
    is_present: bool = False

    def in_words(self) -> str:
        """ "9 Oct 2026 · İstanbul"."""
        labels = specs(Meeting)
        return " · ".join(
            value or tr("{field} open", field=tr(labels[name].label)) for name, value in self.said.items()
        )


def plan_history(read: Reader, meeting: Ref) -> list[PlanStep]:
    """The steps of the plan in time order; what only repeats what was known is left out."""
    announced = _from_sources(read, meeting)
    known = {said for step in announced for said in step.said.items()}
    told: dict[str, str] = {}
    steps: list[PlanStep] = []
    for step in sorted([*announced, *_from_edits(read, meeting)], key=_moment):
        # A record is made from what a source says: that is told where the source stands.
        said = [
            (name, value)
            for name, value in step.said.items()
            if not step.is_first or (name, value) not in known
        ]
        new = {name: value for name, value in said if value != told.get(name, "")}
        told |= new
        if new:
            steps.append(replace(step, said={name: new[name] for name in PLAN_FIELDS if name in new}))
    return _with_present(read, meeting, steps)


def _moment(step: PlanStep) -> tuple[str, int, bool]:
    return step.at, step.number, bool(step.edit)


def _from_sources(read: Reader, meeting: Ref) -> list[PlanStep]:
    """One step for each source, on the day when it was published, else when it was entered."""
    by_source: dict[str, list[Statement]] = {}
    for said in statements_of(read, meeting):
        if said.field in PLAN_FIELDS and said.value is not None:
            by_source.setdefault(said.source, []).append(said)
    sources = {each.id: each for each in read.find(Source, OneOf("id", tuple(by_source)))}
    return [
        _from_source(read, sources[identity], said)
        for identity, said in by_source.items()
        if identity in sources
    ]


def _from_source(read: Reader, source: Source, said: list[Statement]) -> PlanStep:
    ordered = sorted(said, key=lambda each: PLAN_FIELDS.index(each.field))
    values = {each.field: stated_in_words(read, each) for each in ordered}
    by = source.publisher or source.title
    published = span(source.published).first if source.published else None
    if source.published and published:
        on = show(source.published, interface_language())
        return PlanStep(values, by, published, on, statement=ordered[0].id)
    entered = _entered(read, ordered[0])
    at, number = (entered.at, entered.number) if entered is not None else ("", 0)
    return PlanStep(values, by, at, _day(at), statement=ordered[0].id, number=number)


def _entered(read: Reader, said: Statement) -> EditEntry | None:
    changes = read.changes_of(Ref(Statement.TABLE, said.id))
    return read.edit(changes[0].edit) if changes and changes[0].edit else None


def _from_edits(read: Reader, meeting: Ref) -> list[PlanStep]:
    """One step for each edit that stands; one that was undone, and its undo, say nothing of the plan."""
    by_edit: dict[str, list[RowChange]] = {}
    for change in read.changes_of(meeting):
        if change.edit is not None:
            by_edit.setdefault(change.edit, []).append(change)
    entries = [entry for entry in map(read.edit, by_edit) if entry is not None]
    return [
        PlanStep(
            _changed(read, by_edit[entry.id]),
            entry.author,
            entry.at,
            _day(entry.at),
            edit=entry.id,
            number=entry.number,
            is_first=by_edit[entry.id][0].before is None,
        )
        for entry in _standing(entries)
    ]


def _standing(entries: Iterable[EditEntry]) -> list[EditEntry]:
    """The edits without those that take something back or bring it again, and without what is taken back."""
    stands: dict[str, bool] = {}
    origin: dict[str, str] = {}
    made: list[EditEntry] = []
    for entry in entries:
        if entry.undoes is None or entry.undoes not in origin:
            origin[entry.id] = entry.id
            stands[entry.id] = True
            made.append(entry)
        else:
            first = origin[entry.id] = origin[entry.undoes]
            stands[first] = not stands[first]
    return [entry for entry in made if stands[entry.id]]


def _changed(read: Reader, changes: list[RowChange]) -> dict[str, str]:
    before, after = changes[0].before, changes[-1].after or {}
    declared, found = specs(Meeting), dict[str, str]()
    for name in PLAN_FIELDS:
        old, new = (before or {}).get(name), after.get(name)
        usual = before is None and name == "status" and new == MeetingStatus.PLANNED.value
        if old != new and not usual:
            found[name] = value_in_words(read, declared[name], new)
    return found


def _with_present(read: Reader, meeting: Ref, steps: list[PlanStep]) -> list[PlanStep]:
    """Marks the last step that gives the present date; where none tells a date, the last one that holds."""
    present = read.row(meeting, PLAN_FIELDS) or {}
    declared = specs(Meeting)
    words = {name: value_in_words(read, declared[name], present.get(name)) for name in PLAN_FIELDS}
    asked = ("date",) if any("date" in step.said for step in steps) else PLAN_FIELDS
    for place in reversed(range(len(steps))):
        said = {name: value for name, value in steps[place].said.items() if name in asked}
        if said and all(words[name] == value for name, value in said.items()):
            steps[place] = replace(steps[place], is_present=True)
            break
    return steps


def _day(at: str) -> str:
    """The local day of an ISO time."""
    try:
        return show(datetime.fromisoformat(at).astimezone().date().isoformat(), interface_language())
    except ValueError:
        return ""
