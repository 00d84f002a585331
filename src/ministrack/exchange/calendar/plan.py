"""What a calendar would do to a dossier: a row for each entry, and the one edit that does what was chosen."""

from collections.abc import Mapping

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.dates import show
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import specs
from ministrack.domain.language import tr
from ministrack.domain.meeting import Meeting
from ministrack.domain.progress import Progress
from ministrack.domain.record import Record, Ref
from ministrack.edits.rules import check_rules
from ministrack.edits.wording import value_in_words
from ministrack.exchange.calendar.assigning import Assigned, Meant
from ministrack.exchange.calendar.found import Found, FoundCalendar
from ministrack.exchange.calendar.known import Known
from ministrack.exchange.calendar.meanings import Meaning, Meanings
from ministrack.exchange.calendar.own import DATED
from ministrack.exchange.calendar.steps import Step, changes, identifier, new_record
from ministrack.exchange.calendar.storing import import_edit
from ministrack.exchange.calendar.versions import Version, versions
from ministrack.exchange.choices import Choices
from ministrack.exchange.drafts import Change
from ministrack.exchange.imports import ImportPlan, Row
from ministrack.exchange.plan import Verdict
from ministrack.exchange.stepped_plan import SteppedPlan
from ministrack.store.reader import Reader
from ministrack.store.table import from_row, to_row

_TELL_EVERY = 500  # entries


def plan_calendar(
    read: Reader, parsed: object, name: str, choices: Choices, progress: Progress
) -> ImportPlan:
    """Compares a calendar with the dossier."""
    assert isinstance(parsed, FoundCalendar)
    rows, steps = _Planner(read, parsed, choices, progress).plan()
    return SteppedPlan(name, rows, steps, import_edit)


class _Planner:
    def __init__(self, read: Reader, parsed: FoundCalendar, choices: Choices, progress: Progress) -> None:
        self._read = read
        self._parsed = parsed
        self._found = parsed.entries
        self._progress = progress
        self._versions = versions(self._found)
        counting = [
            place
            for place, entry in enumerate(self._found)
            if not entry.problem and place not in self._versions
        ]
        self._counted = frozenset(counting)
        known = Known(read, self._found, lambda: progress(0, 0))
        self._assigned = Assigned(known, self._found, counting)
        self._identified = known.identified
        self._meanings = Meanings(read, self._assigned, choices.common)
        self._numbers: set[tuple[str, int]] = set()
        self._told: set[str] = set()  # records made for an entry above

    def plan(self) -> tuple[list[Row], dict[int, Step]]:
        """Meetings first: of them is then known which there will be, for tasks to point at."""
        planned: dict[int, tuple[Row, Step | None]] = {}
        for table in ("meeting", "task"):
            for place, entry in enumerate(self._found):
                if entry.table == table:
                    if len(planned) % _TELL_EVERY == 0:
                        self._progress(len(planned), len(self._found))
                    planned[place] = self._of_entry(place, entry)
                    self._refuse(place, planned[place][0])
        self._progress(len(self._found), len(self._found))
        rows = [planned[place][0] for place in range(len(self._found))]
        steps = {place: step for place, (_, step) in sorted(planned.items()) if step is not None}
        rows += [Row(0, "", "", Verdict.BLANK, each) for each in self._parsed.left_out]
        return rows, steps

    def _refuse(self, place: int, row: Row) -> None:
        if place in self._counted and row.verdict in (Verdict.PROBLEM, Verdict.CONFLICT):
            meant = self._assigned.meant(place)
            if meant.present is None:
                self._meanings.refuse(meant.id)

    def _of_entry(self, place: int, entry: Found) -> tuple[Row, Step | None]:
        if entry.problem:
            return _row(entry, Verdict.PROBLEM, entry.problem, entry.about), None
        other = self._versions.get(place)
        try:
            if other is not None:
                return self._other_version(entry, other)
            return self._counting(entry, self._assigned.meant(place))
        except InvalidValue as error:
            return _row(entry, Verdict.PROBLEM, error.what, error.field), None

    def _other_version(self, entry: Found, other: Version) -> tuple[Row, Step | None]:
        """A row that does nothing, unless it is chosen in place of the one that counts."""
        best = self._found[other.counts]
        if entry.table != best.table:
            words = tr("Line {line} has the same id and is of another kind.", line=best.line)
            return _row(entry, Verdict.PROBLEM, words, "UID"), None
        if other.same:
            return _row(entry, Verdict.BLANK, tr("The same stands in line {line}.", line=best.line)), None
        if not other.disputed:
            return _row(entry, Verdict.BLANK, tr("Line {line} is a later version.", line=best.line)), None
        meaning = self._meanings.of(entry, is_new=False)
        meant = self._assigned.meant(other.counts)
        step = Step(meaning.making, (), (Change(Ref(entry.table, meant.id), meaning.values, {}),))
        return _row(entry, Verdict.CONFLICT, tr("Line {line} says something else.", line=best.line)), step

    def _counting(self, entry: Found, meant: Meant) -> tuple[Row, Step | None]:
        ref = self._identified.get(entry.uid)
        if ref is not None and (meant.present is None or ref.id != meant.id):
            raise InvalidValue(tr("Its id already stands for another record."), field="UID")
        meaning = self._meanings.of(entry, is_new=meant.present is None)
        if meant.present is None:
            return self._new(entry, meant, meaning)
        ids = () if ref is not None else identifier(entry.uid, Ref(entry.table, meant.id))
        changing = changes(self._read, meant.present, meaning.values, entry.location)
        if not changing and not ids:
            return _row(entry, Verdict.SAME), None
        for change in changing:
            moved = from_row(type(meant.present), {**to_row(meant.present), **change.new})
            self._check(moved, change.new)
        words = [self._changed(change, meaning.names) for change in changing]
        words = words or [tr("Its id in the calendar is kept from now on.")]
        wanted = {value for change in changing for value in change.new.values()}
        making = tuple(each for each in meaning.making if each.id in wanted)
        row = _row(entry, Verdict.CHANGES, " · ".join((*words, *meaning.notes)))
        return row, Step(making, ids, changing)

    def _new(self, entry: Found, meant: Meant, meaning: Meaning) -> tuple[Row, Step]:
        values = meaning.values
        record = new_record(entry.table, meant.id, values)
        self._check(record, None)
        step = Step(meaning.making, (record, *identifier(entry.uid, Ref(entry.table, meant.id))))
        if meant.several:
            words = tr("Several of this name are on that day. Chosen, it becomes one more.")
            return _row(entry, Verdict.CONFLICT, words), step
        date = values.get(DATED[entry.table])
        words = " ".join(filter(None, (show(str(date)) if date else "", str(values.get("time") or ""))))
        making = {each.id: str(getattr(each, each.LABEL)) for each in meaning.making}
        names = [name for identity, name in making.items() if identity not in self._told]
        self._told.update(making)
        also = [tr("Also new: {names}", names=", ".join(names))] if names else []
        return _row(entry, Verdict.NEW, " · ".join(filter(None, (words, *also, *meaning.notes)))), step

    def _check(self, record: Record, moved: Mapping[str, object] | None) -> None:
        """What the dossier would refuse; and two meetings of the file with one number."""
        check_rules(self._read, record, moved)
        if isinstance(record, Meeting) and record.series and record.number is not None:
            key = (record.series, record.number)
            if key in self._numbers:
                raise InvalidValue(
                    tr("Number {number} of this series stands twice in the file.", number=record.number),
                    field="number",
                )
            self._numbers.add(key)

    def _changed(self, change: Change, names: Mapping[str, str]) -> str:
        declared = specs(RECORD_TYPES[change.ref.table])
        words = []
        for name, value in change.new.items():
            before = value_in_words(self._read, declared[name], change.seen[name]) or tr("nothing")
            after = (
                names.get(str(value)) or value_in_words(self._read, declared[name], value) or tr("nothing")
            )
            label = tr(declared[name].label)
            words.append(tr("{field}: {before} → {after}", field=label, before=before, after=after))
        return " · ".join(words)


def _row(entry: Found, verdict: Verdict, words: str = "", field: str = "") -> Row:
    return Row(entry.line, entry.table, entry.label, verdict, words, field)
