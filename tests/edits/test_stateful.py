"""Random edits, undo, redo and outside writes against a plain-Python model of records and of two stacks."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.delegation import Delegate, Delegation
from ministrack.domain.fields import specs, stored_value
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.person import Person, Spelling
from ministrack.domain.record import Record
from ministrack.domain.source import Source, Statement
from ministrack.domain.task import Task
from ministrack.edits.changes import ChangeSet
from ministrack.edits.records import add_record, change_record, remove_record
from ministrack.edits.workspace import Workspace
from tests.dossiers import AYGUN, BAKYT, outside, ref_of

Model = dict[str, Record]

NAMES = st.sampled_from(["Yılmaz Tunç", "Əhmədov", "Омуралиев", 'O\'Brien "x"', "Iğdır", "a\\b"])
DATES = st.sampled_from([None, "2024", "2025-11-20", "2026-23", "2026-05?", "2026/.."])
PICK = st.integers(0, 1000)


def altered(record: Record, new: Mapping[str, object]) -> Record:
    """The record with other values."""
    return type(record)(**{name: getattr(record, name) for name in ("id", *specs(type(record)))} | dict(new))


class Dossiers(RuleBasedStateMachine):
    """One dossier, the desk under test, another desk and another program."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "Bakı.ministrack"
        self.desk = 0
        self.heard: list[ChangeSet] = []
        self.mine = Workspace.create(self.path, AYGUN)
        self.theirs = Workspace.open(self.path, BAKYT)
        self.open_as(0)
        self.model: Model = {}
        self.back: list[Model] = []  # the model before each edit of mine that stands
        self.forth: list[Model] = []

    def teardown(self) -> None:
        self.mine.close()
        self.theirs.close()
        self.folder.cleanup()

    @initialize()
    def begin(self) -> None:
        self.add(Party(name="Türkiye"))
        self.add(Person(name="Yılmaz Tunç"))
        self.add(Meeting(name="Bakı", date="2025-11-20"))

    # --- what the model does ---

    def add(self, record: Record) -> None:
        self.stored(self.model | {record.id: record})
        self.mine.run(add_record(record))

    def stored(self, after: Model) -> None:
        self.back.append(self.model)
        self.forth.clear()
        self.model = after

    def by_others(self, after: Model) -> None:
        """What others did stands; my earlier edits can be taken back only as far as they agree with it: the
        model starts its stacks anew, and so does the desk. Writing what stands already is no edit.
        """
        if after == self.model:
            return
        self.model = after
        self.back.clear()
        self.forth.clear()
        self.mine.poll()
        assert not self.heard[-1].own
        self.open_as(self.desk + 1)

    def open_as(self, desk: int) -> None:
        self.desk = desk
        self.mine.close()
        self.mine = Workspace.open(self.path, replace(AYGUN, desk=f"{AYGUN.desk}-{desk}"))
        self.mine.subscribe(self.heard.append)

    def some(self, kind: type[Record], pick: int) -> Record | None:
        found = [record for record in self.model.values() if isinstance(record, kind)]
        return found[pick % len(found)] if found else None

    def without(self, record: Record) -> Model:
        """The model when a record goes: with what cannot do without it, forgotten by what can."""
        gone = {record.id}
        while True:
            more = {
                other.id for other in self.model.values() if other.id not in gone and self.needs(other) & gone
            }
            if not more:
                break
            gone |= more
        return {
            identity: self.forgetting(other, gone)
            for identity, other in self.model.items()
            if identity not in gone
        }

    def needs(self, record: Record) -> set[object]:
        required = [spec.name for spec in specs(type(record)).values() if spec.required and spec.refers]
        subject = ["subject"] if isinstance(record, Statement) else []
        return {getattr(record, name) for name in (*required, *subject)}

    def forgetting(self, record: Record, gone: set[str]) -> Record:
        optional = [spec.name for spec in specs(type(record)).values() if spec.refers and not spec.required]
        return altered(record, {name: None for name in optional if getattr(record, name) in gone})

    # --- steps ---

    @rule(name=NAMES, date=DATES, pick=PICK)
    def add_meeting(self, name: str, date: str | None, pick: int) -> None:
        host = self.some(Party, pick)
        self.add(Meeting(name=name, date=date, host=host.id if host else None))

    @rule(name=NAMES, pick=PICK)
    def add_person(self, name: str, pick: int) -> None:
        self.add(Person(name=name))
        person, source = self.some(Person, pick), Source(title=name)
        assert person is not None
        self.add(source)
        self.add(Spelling(name=name, person=person.id, source=source.id))
        self.add(
            Statement(quote=name, source=source.id, subject_table="person", subject=person.id, field="name")
        )

    @rule(pick=PICK)
    def add_delegation(self, pick: int) -> None:
        meeting, party, person = (self.some(kind, pick) for kind in (Meeting, Party, Person))
        seats = [each for each in self.model.values() if isinstance(each, Delegation)]
        if meeting and party and (meeting.id, party.id) not in {(seat.meeting, seat.party) for seat in seats}:
            seat = Delegation(meeting=meeting.id, party=party.id)
            self.add(seat)
            self.add(Delegate(delegation=seat.id, person=person.id if person else None, title="Nazir"))

    @rule(name=NAMES, pick=PICK)
    def add_task(self, name: str, pick: int) -> None:
        meeting = self.some(Meeting, pick)
        self.add(Task(title=name, due_meeting=meeting.id if meeting else None))

    @rule(pick=PICK, name=NAMES, date=DATES)
    def change(self, pick: int, name: str, date: str | None) -> None:
        for record, new in self.changes(pick, name, date):
            changed = altered(record, new)
            if changed != record:
                self.stored(self.model | {record.id: changed})
            self.mine.run(change_record(self.mine.read, ref_of(record), new=new))

    def changes(self, pick: int, name: str, date: str | None) -> list[tuple[Record, dict[str, object]]]:
        wanted: list[tuple[type[Record], dict[str, object]]] = [
            (Meeting, {"name": name, "date": date}),
            (Person, {"name": name, "note": None}),
            (Party, {"name": name}),
            (Spelling, {"name": name}),
        ]
        kind, new = wanted[pick % len(wanted)]
        record = self.some(kind, pick)
        return [(record, new)] if record else []

    @rule(pick=PICK)
    def remove(self, pick: int) -> None:
        record = self.some(Record, pick)
        if record is not None:
            self.stored(self.without(record))
            self.mine.run(remove_record(self.mine.read, ref_of(record)))

    @precondition(lambda self: self.back)
    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(min(times, len(self.back))):
            self.forth.append(self.model)
            self.model = self.back.pop()
            self.mine.undo()

    @precondition(lambda self: self.forth)
    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(min(times, len(self.forth))):
            self.back.append(self.model)
            self.model = self.forth.pop()
            self.mine.redo()

    @rule()
    def restart(self) -> None:
        self.open_as(self.desk)

    @rule(pick=PICK, name=NAMES, date=DATES)
    def other_desk_changes(self, pick: int, name: str, date: str | None) -> None:
        for record, new in self.changes(pick, name, date):
            changed = altered(record, new)
            if changed != record:
                self.theirs.run(change_record(self.theirs.read, ref_of(record), new=new))
                self.by_others(self.model | {record.id: changed})

    @rule(pick=PICK, name=NAMES, date=st.sampled_from([None, "2027", "soon", "2026-13-45"]))
    def other_program_writes(self, pick: int, name: str, date: str | None) -> None:
        meeting = self.some(Meeting, pick)
        if isinstance(meeting, Meeting):
            sql = "UPDATE meeting SET name = ?, date = ? WHERE id = ?"
            with closing(sqlite3.connect(self.path)) as connection, connection:
                connection.execute(sql, (name, date, meeting.id))
            self.by_others(self.model | {meeting.id: replace(meeting, name=name, date=date)})

    @rule(number=PICK)
    def other_program_adds_and_deletes(self, number: int) -> None:
        person = Person(id=f"outside-{number}", name="Outside")
        if person.id in self.model:
            outside(self.path, f"DELETE FROM person WHERE id = '{person.id}'")
            unbound = self.without(person)
            if all(
                unbound[identity] == record for identity, record in self.model.items() if identity in unbound
            ):
                self.by_others({key: record for key, record in self.model.items() if key != person.id})
                return
        outside(self.path, f"INSERT OR IGNORE INTO person (id, name) VALUES ('{person.id}', 'Outside')")
        self.by_others(self.model | {person.id: person})

    # --- what always holds ---

    @invariant()
    def rows_are_those_of_the_model(self) -> None:
        self.mine.poll()
        for table, kind in RECORD_TYPES.items():
            stored = {record.id: record for record in self.mine.read.find(kind)}
            wanted = {each.id: each for each in self.model.values() if table == each.TABLE}
            assert stored == wanted or table == "level"

    @invariant()
    def undo_and_redo_are_offered_as_long_as_there_is_something(self) -> None:
        assert (self.mine.undo_label() is not None) == bool(self.back)
        assert (self.mine.redo_label() is not None) == bool(self.forth)

    @invariant()
    def last_images_are_the_rows(self) -> None:
        with closing(sqlite3.connect(self.path)) as connection:
            images = {
                (table, row): json.loads(after)
                for table, row, after, _ in connection.execute(
                    "SELECT tbl, row, after, max(seq) FROM change GROUP BY tbl, row"
                )
                if after is not None
            }
        levels = {key for key in images if key[0] == "level"}
        assert images.keys() - levels == {ref_of(record) for record in self.model.values()}
        for record in self.model.values():
            fields = specs(type(record)).items()
            wanted = {name: stored_value(spec, getattr(record, name)) for name, spec in fields}
            assert images[ref_of(record)] == {"id": record.id, **wanted}

    @invariant()
    def digests_are_a_chain(self) -> None:
        previous = ""
        with closing(sqlite3.connect(self.path)) as connection:
            for digest, *head in connection.execute(
                "SELECT digest, id, label, at, author, desk, undoes FROM edit ORDER BY number"
            ).fetchall():
                sealed = sha256(json.dumps([previous, *head], ensure_ascii=False).encode())
                for image in connection.execute(
                    "SELECT seq, tbl, row, before, after FROM change WHERE edit = ? ORDER BY seq", (head[0],)
                ):
                    sealed.update(json.dumps(image, ensure_ascii=False).encode())
                assert sealed.hexdigest() == digest
                previous = digest
            assert connection.execute("SELECT count(*) FROM change WHERE edit IS NULL").fetchone() == (0,)

    @invariant()
    def what_is_derived_and_searched_is_right(self) -> None:
        assert {finding.kind.value for finding in self.mine.read.verify()} <= {"value"}


TestDossiers = Dossiers.TestCase
TestDossiers.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
