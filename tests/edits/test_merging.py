"""Two records become one: nothing is lost, nothing dangles, and one undo brings everything back."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.delegation import Delegate, Delegation, Part, Presence, Role
from ministrack.domain.document import Document
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldKind, specs
from ministrack.domain.filing import SavedFilter, Tagging
from ministrack.domain.filters import Compare
from ministrack.domain.ids import new_id
from ministrack.domain.meeting import Meeting, MeetingDocument, MeetingStatus, Treatment
from ministrack.domain.party import Party
from ministrack.domain.person import Person, Spelling
from ministrack.domain.record import Record, Ref
from ministrack.domain.series import Series
from ministrack.domain.source import Source, Statement
from ministrack.domain.task import Dependency, Task
from ministrack.domain.twins import ALIKE, MERGEABLE, ONCE
from ministrack.edits.changes import Edit
from ministrack.edits.merge_choices import Side, field_pairs
from ministrack.edits.merge_preview import preview
from ministrack.edits.merging import merge_records
from ministrack.edits.records import add_record, change_record
from ministrack.edits.workspace import Workspace
from ministrack.edits.writer import Writer
from tests.dossiers import (
    AYGUN,
    BAKU,
    DECLARATION,
    DRAFT,
    EVERY_KIND,
    HEAD,
    HOST,
    JUSTICE,
    KYRGYZSTAN,
    REPORT,
    SEAT,
    THIRD,
    TUNC,
    TURKIYE,
    URGENT,
    everything,
    filled,
    ref_of,
)


def add(workspace: Workspace, *records: Record) -> None:
    for record in records:
        workspace.run(add_record(record))


def merge(workspace: Workspace, kept: Record, other: Record, **sides: Side) -> None:
    workspace.run(merge_records(workspace.read, ref_of(kept), ref_of(other), sides))


def test_names_of_a_merged_person_stay_as_spellings(workspace: Workspace) -> None:
    other = Person(name="Йылмаз Тунч", given="Yılmaz", native_name="Yılmaz Tunç", note="Born in Bartın.")
    alias = Spelling(name="Yilmaz Tunç", person=other.id)
    add(workspace, other, alias, Delegate(delegation=SEAT.id, person=other.id, role=Role.SPEAKER, title="MP"))
    merge(workspace, TUNC, other)
    kept = workspace.read.get(Person, TUNC.id)
    assert kept is not None
    assert (kept.name, kept.family, kept.note) == ("Yılmaz Tunç", "Tunç", "Born in Bartın.")
    assert workspace.read.get(Person, other.id) is None
    names = {each.name for each in workspace.read.find(Spelling, Compare("person", TUNC.id))}
    assert names == {"Yilmaz Tunc", "Yilmaz Tunç", "Йылмаз Тунч"}
    titles = {each.title for each in workspace.read.find(Delegate, Compare("person", TUNC.id))}
    assert titles == {"Minister of Justice", "MP"}
    assert [hit.ref for hit in workspace.read.search("Йылмаз", ("person",))] == [ref_of(TUNC)]
    workspace.undo()
    assert workspace.read.get(Person, other.id) == other


def test_the_same_person_twice_in_a_delegation_becomes_one_delegate(workspace: Workspace) -> None:
    other = Person(name="Yilmaz Tunc")
    add(workspace, other, Delegate(delegation=SEAT.id, person=other.id, level="minister"))
    merge(workspace, TUNC, other)
    (only,) = workspace.read.find(Delegate, Compare("delegation", SEAT.id))
    assert (only.id, only.title, only.person) == (HEAD.id, "Minister of Justice", TUNC.id)


def test_two_delegations_of_a_merged_party_at_one_meeting_become_one(workspace: Workspace) -> None:
    turkey = Party(name="Turkey", short_name="TUR")
    seat = Delegation(
        meeting=BAKU.id, party=turkey.id, status=Presence.EXPECTED, part=Part.HOST, note="Came late."
    )
    guest = Person(name="Akbar Tashkulov")
    add(workspace, turkey, seat, guest, Delegate(delegation=seat.id, person=guest.id, role=Role.MEMBER))
    add(workspace, Delegation(meeting=THIRD.id, party=turkey.id))
    add(workspace, SavedFilter(name="Both", terms=json.dumps({"parties": [TURKIYE.id, turkey.id]})))
    merge(workspace, TURKIYE, turkey)
    seats = workspace.read.find(Delegation, Compare("party", TURKIYE.id))
    assert {each.meeting for each in seats} == {BAKU.id, THIRD.id}
    baku = next(each for each in seats if each.meeting == BAKU.id)
    assert (baku.id, baku.status, baku.part, baku.note) == (
        SEAT.id,
        Presence.ATTENDED,
        Part.HOST,
        "Came late.",
    )
    assert {each.person for each in workspace.read.find(Delegate, Compare("delegation", SEAT.id))} == {
        TUNC.id,
        guest.id,
    }
    party = workspace.read.get(Party, TURKIYE.id)
    assert party is not None
    assert party.other_names == "Turkey"
    assert (party.code, party.short_name) == ("TR", "TUR")
    (both,) = workspace.read.find(SavedFilter, Compare("name", "Both"))
    assert json.loads(both.terms) == {"parties": [TURKIYE.id]}
    assert not workspace.read.verify()


def test_what_does_not_stay_of_records_that_become_one_is_said_beforehand(workspace: Workspace) -> None:
    turkey = Party(name="Turkey")
    add(workspace, turkey, Delegation(meeting=BAKU.id, party=turkey.id, status=Presence.ABSENT))
    found = preview(workspace.read, ref_of(TURKIYE), ref_of(turkey))
    assert found.becoming_one == {"delegation": 1}
    assert found.given_up == ("Türkiye, 2nd meeting: Attended stays, Absent does not",)
    assert preview(workspace.read, ref_of(turkey), ref_of(TURKIYE)).moving["membership"] == 1


def test_a_meeting_keeps_one_chair_and_its_number(workspace: Workspace) -> None:
    other = Meeting(name="Baku meeting", date="2025-11-20", city="Baku", venue="Gulustan Palace", summary="…")
    seat = Delegation(meeting=other.id, party=KYRGYZSTAN.id)
    chair = Delegate(delegation=seat.id, title="Deputy Minister", role=Role.CHAIR)
    papers = (
        MeetingDocument(meeting=other.id, document=DECLARATION.id),
        MeetingDocument(meeting=other.id, document=DECLARATION.id, treatment=Treatment.ADOPTED),
    )
    add(workspace, other, seat, chair, *papers)
    after = replace(THIRD, previous=other.id)
    workspace.run(change_record(workspace.read, ref_of(THIRD), new={"previous": after.previous}))
    merge(workspace, BAKU, other, name=Side.OTHER, city=Side.OTHER)
    kept = workspace.read.get(Meeting, BAKU.id)
    assert kept is not None
    assert (kept.name, kept.city, kept.number, kept.venue) == ("Baku meeting", "Baku", 2, "Gulustan Palace")
    moved = workspace.read.get(Delegate, chair.id)
    assert moved is not None
    assert moved.role is Role.CO_CHAIR
    third = workspace.read.get(Meeting, THIRD.id)
    assert third is not None
    assert third.previous == BAKU.id
    found = workspace.read.find(MeetingDocument, Compare("meeting", BAKU.id))
    assert sorted(each.treatment.value for each in found) == ["adopted", "discussed"]


def test_a_meeting_that_followed_the_other_one_follows_nothing(workspace: Workspace) -> None:
    twice = Meeting(name="2nd meeting again", previous=BAKU.id)
    add(workspace, twice)
    merge(workspace, twice, BAKU, status=Side.OTHER)
    kept = workspace.read.get(Meeting, twice.id)
    assert kept is not None
    assert (kept.number, kept.series, kept.status) == (2, JUSTICE.id, MeetingStatus.HELD)
    assert kept.previous is not None
    assert kept.previous != kept.id


def test_series_with_meetings_of_one_number_say_so_or_merge_them(workspace: Workspace) -> None:
    other = Series(name="Turkic justice ministers")
    again = Meeting(name="Bakı görüşü", series=other.id, number=2, theme="Rəqəmsal ədliyyə")
    fourth = Meeting(name="4th meeting", series=other.id, number=4)
    add(workspace, other, again, fourth)
    with pytest.raises(InvalidValue, match="Both series have a meeting with number 2"):
        merge(workspace, JUSTICE, other)
    assert workspace.read.get(Series, other.id) == other
    kept, gone = ref_of(JUSTICE), ref_of(other)
    workspace.run(merge_records(workspace.read, kept, gone, with_meetings=True))
    meetings = workspace.read.find(Meeting, Compare("series", JUSTICE.id))
    assert sorted(each.number or 0 for each in meetings) == [1, 2, 3, 4]
    baku = workspace.read.get(Meeting, BAKU.id)
    assert baku is not None
    assert (baku.name, baku.theme) == ("2nd meeting", "Rəqəmsal ədliyyə")
    workspace.undo()
    assert workspace.read.get(Meeting, again.id) == again


def test_a_task_has_one_owner_and_one_deadline_afterwards(workspace: Workspace) -> None:
    merge(workspace, HOST, DRAFT)
    kept = workspace.read.get(Task, HOST.id)
    assert kept is not None
    assert (kept.owner_party, kept.owner_body, kept.due, kept.due_meeting) == (
        TURKIYE.id,
        None,
        None,
        THIRD.id,
    )
    assert not workspace.read.find(Dependency)
    third = Task(title="Finish it", owner_person=TUNC.id, due="2027")
    add(workspace, third)
    merge(workspace, third, HOST)
    final = workspace.read.get(Task, third.id)
    assert final is not None
    assert (final.owner_person, final.owner_party, final.due) == (TUNC.id, None, "2027")
    assert workspace.read.count("progress", Compare("task", third.id)) == 1


def test_tasks_that_wait_for_each_other_by_way_of_a_third_are_refused(workspace: Workspace) -> None:
    last = Task(title="Sign the agreement")
    add(workspace, last, Dependency(task=DRAFT.id, depends_on=last.id))
    with pytest.raises(InvalidValue):
        merge(workspace, HOST, last)
    assert workspace.read.get(Task, last.id) == last


def test_statements_stand_side_by_side_and_one_is_chosen(workspace: Workspace) -> None:
    other = Person(name="Йылмаз Тунч")

    def said(quote: str, subject: Person, value: str, field: str = "name") -> Statement:
        return Statement(
            quote=quote, source=REPORT.id, subject_table="person", subject=subject.id, field=field,
            value=value, chosen=True,
        )  # fmt: skip

    theirs, native = said("Тунч", other, "Йылмаз Тунч"), said("Tunç", other, "x", "native_name")
    add(workspace, other, theirs, native)
    merge(workspace, TUNC, other)
    found = workspace.read.find(Statement, Compare("subject", TUNC.id))
    assert {(each.quote, each.chosen) for each in found} == {
        ("Yilmaz Tunc", True), ("Тунч", False), ("Tunç", True),
    }  # fmt: skip
    workspace.undo()
    merge(workspace, TUNC, other, name=Side.OTHER)
    found = workspace.read.find(Statement, Compare("subject", TUNC.id))
    assert {(each.quote, each.chosen) for each in found} == {
        ("Yilmaz Tunc", False), ("Тунч", True), ("Tunç", True),
    }  # fmt: skip


def test_quotes_point_into_the_text_that_a_merged_source_has(workspace: Workspace) -> None:
    text = "Akbar Tashkulov took part."
    other = Source(title="Baku hosts ministers (2)", text=text)
    inside = Statement(
        quote="Tashkulov", source=other.id, subject_table="meeting", subject=BAKU.id, field="summary",
        start=6, stop=15,
    )  # fmt: skip
    lost = replace(inside, id=new_id(), quote="Nowhere", start=0, stop=7)
    add(workspace, other, inside, lost)
    merge(workspace, REPORT, other, text=Side.BOTH)
    kept, moved = workspace.read.get(Source, REPORT.id), workspace.read.get(Statement, inside.id)
    assert kept is not None
    assert moved is not None
    assert kept.text is not None
    assert kept.text.endswith(text)
    assert kept.text[moved.start : moved.stop] == "Tashkulov"
    nowhere = workspace.read.get(Statement, lost.id)
    assert nowhere is not None
    assert (nowhere.start, nowhere.stop) == (None, None)


def test_a_value_that_names_the_other_record_names_the_one_that_stays(workspace: Workspace) -> None:
    turkey = Party(name="Turkey")
    says = Statement(
        quote="Türkiye hosts", source=REPORT.id, subject_table="meeting", subject=THIRD.id, field="host",
        value=turkey.id,
    )  # fmt: skip
    add(workspace, turkey, says)
    merge(workspace, TURKIYE, turkey)
    found = workspace.read.get(Statement, says.id)
    assert found is not None
    assert found.value == TURKIYE.id


def test_tags_that_both_bear_stay_once(workspace: Workspace) -> None:
    add(workspace, Tagging(tag=URGENT.id, subject_table="task", subject=DRAFT.id))
    merge(workspace, HOST, DRAFT)
    assert workspace.read.count("tagging", Compare("subject", HOST.id)) == 1


def test_what_changed_meanwhile_is_not_merged_over(workspace: Workspace) -> None:
    other = Document(title="Astana declaration")
    add(workspace, other)
    edit = merge_records(workspace.read, ref_of(DECLARATION), ref_of(other))
    workspace.run(change_record(workspace.read, ref_of(other), new={"summary": "On justice."}))
    with pytest.raises(InvalidValue, match="changed meanwhile"):
        workspace.run(edit)
    with pytest.raises(InvalidValue):
        merge_records(workspace.read, ref_of(TUNC), ref_of(other))
    with pytest.raises(InvalidValue):
        merge_records(workspace.read, ref_of(TUNC), ref_of(TUNC))


def test_proposals_take_what_is_known_and_mark_what_differs() -> None:
    one = Meeting(name="2nd meeting", city="Bakı", summary="Long.", date="2025")
    other = Meeting(name="2nd meeting", venue="Gulustan", city="Baku", summary="Long. And more.")
    pairs = {pair.spec.name: pair for pair in field_pairs(one, other)}
    assert pairs["venue"].proposed is Side.OTHER
    assert (pairs["city"].proposed, pairs["city"].differs) == (Side.KEPT, True)
    assert pairs["summary"].proposed is Side.OTHER
    assert pairs["summary"].can_join
    assert pairs["name"].is_same
    assert not pairs["date"].differs


def test_what_stands_only_once_in_the_dossier_is_declared(workspace: Workspace) -> None:

    unique = {}
    with closing(sqlite3.connect(workspace.path)) as connection:
        for table in RECORD_TYPES:
            for index in connection.execute(f"PRAGMA index_list({table})").fetchall():
                fields = tuple(row[2] for row in connection.execute(f"PRAGMA index_info({index[1]})"))
                if index[2] and fields != ("id",) and len(fields) > 1:
                    unique[table] = fields
    assert unique == dict(ONCE)
    assert all(set(fields) <= specs(RECORD_TYPES[table]).keys() for table, fields in ALIKE.items())


# --- any two records of any dossier ---

NAMES = st.sampled_from(["Yılmaz Tunç", "Əhmədov", "Омуралиев", "Iğdır"])
PICK = st.integers(0, 10_000)


def altered(record: Record, new: Mapping[str, object]) -> Record:
    return type(record)(**{name: getattr(record, name) for name in ("id", *specs(type(record)))} | dict(new))


def copies(draw_from: list[int]) -> Iterator[Record]:
    """The records of the dossier, and copies of some: with the same links, or with links to copies."""
    copied: dict[str, str] = {}
    for number, record in enumerate(EVERY_KIND):
        yield record
        if record.TABLE == "level" or draw_from[number % len(draw_from)] % 3 == 0:
            continue
        values: dict[str, object] = {"id": new_id()}
        for name, spec in specs(type(record)).items():
            value = getattr(record, name)
            if spec.kind is FieldKind.REFERENCE or name == "subject":
                values[name] = copied.get(str(value), value) if draw_from[-1] % 2 else value
        copied[record.id] = str(values["id"])
        yield altered(record, _free(record, values, draw_from[number % len(draw_from)]))


def _free(record: Record, values: dict[str, object], number: int) -> dict[str, object]:
    """What the dossier allows once is made different, and some fields as well."""
    if isinstance(record, Meeting):
        values["number"] = 100 + number
        values["name"] = "Görüş"
        values["previous"] = None
    if isinstance(record, Party):
        values["code"] = None
    if record.TABLE == "tag":
        values["name"] = f"tag {number}"
    return values


def add_copies(numbers: list[int], writer: Writer) -> None:
    for record in copies(numbers):
        about = Ref(str(getattr(record, "subject_table", "tag")), str(getattr(record, "subject", URGENT.id)))
        if record not in EVERY_KIND and writer.read.exists(about):
            # A second chair, or a delegation that is there.
            with suppress(InvalidValue, sqlite3.IntegrityError):
                writer.add(record)


@settings(max_examples=20, deadline=None)
@given(
    numbers=st.lists(PICK, min_size=5, max_size=12),
    pick=PICK,
    sides=st.lists(st.sampled_from(Side), min_size=3),
)
def test_merge_and_undo_restore_everything_and_nothing_dangles(
    numbers: list[int], pick: int, sides: list[Side]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "Bakı.ministrack"
        workspace = filled(path)
        workspace.run(Edit("Copy", partial(add_copies, numbers)))
        mergeable = sorted(MERGEABLE)
        table = mergeable[pick % len(mergeable)]
        records = workspace.read.find(RECORD_TYPES[table])
        kept, other = records[pick % len(records)], records[(pick + 1) % len(records)]
        before = everything(path)
        chosen = {name: sides[at % len(sides)] for at, name in enumerate(specs(RECORD_TYPES[table]))}
        try:
            edit = merge_records(workspace.read, ref_of(kept), ref_of(other), chosen, with_meetings=True)
            workspace.run(edit)
        except InvalidValue:
            assert everything(path) == before
        else:
            after = everything(path)
            assert not [row for rows in after.values() for row in rows if other.id in map(str, row)]
            assert not workspace.read.verify()
            workspace.undo()
            assert everything(path) == before
            workspace.redo()
            assert everything(path) == after
        workspace.close()


def test_every_kind_that_may_be_entered_twice_can_be_merged(tmp_path: Path) -> None:
    for number, table in enumerate(sorted(MERGEABLE)):
        workspace = filled(tmp_path / f"{number}.ministrack", identity=AYGUN)
        one = workspace.read.find(RECORD_TYPES[table])[0]
        values: dict[str, object] = {"id": new_id()}
        if table in ("meeting", "party"):
            values["number" if table == "meeting" else "code"] = None
        if isinstance(one, Delegation):
            values["meeting"] = THIRD.id
        other = altered(one, values)
        workspace.run(add_record(other))
        merge(workspace, one, other)
        assert workspace.read.get(RECORD_TYPES[table], other.id) is None
        assert workspace.read.get(RECORD_TYPES[table], one.id) == one
        workspace.close()
