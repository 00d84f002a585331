"""What a writer refuses, what it cleans, and what goes with a record that is removed."""

import pytest

from ministrack.domain.body import Body
from ministrack.domain.delegation import Delegate, Role
from ministrack.domain.errors import InvalidValue, NotFound
from ministrack.domain.filing import Tag
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.person import Person
from ministrack.domain.record import Record, Ref
from ministrack.domain.source import Statement
from ministrack.domain.task import Task
from ministrack.edits.changes import Edit
from ministrack.edits.records import add_record, change_record, remove_record
from ministrack.edits.workspace import Workspace
from tests.dossiers import (
    ASTANA,
    BAKU,
    CHAIR,
    EVERY_KIND,
    HEAD,
    HOST,
    JUSTICE,
    OMURALIEV,
    SAID,
    SEAT,
    THIRD,
    TUNC,
    TURKIYE,
    URGENT,
    name_of,
    outside,
    ref_of,
)


@pytest.mark.parametrize("record", EVERY_KIND, ids=lambda record: record.TABLE)
def test_a_record_comes_back_as_it_was_stored(workspace: Workspace, record: Record) -> None:
    assert workspace.read.get(type(record), record.id) == record
    assert workspace.read.find(type(record))


def test_texts_are_stored_tidy(workspace: Workspace) -> None:
    person = Person(name="  Yılmaz\tTunç ", native_name="", note="bir\r\niki ")
    workspace.run(add_record(person))
    stored = workspace.read.get(Person, person.id)
    assert stored is not None
    assert (stored.name, stored.native_name, stored.note) == ("Yılmaz Tunç", None, "bir\niki")


REFUSED = [
    (Tag(name=" "), "name"),
    (Tag(name="ə" * 81), "name"),
    (Person(name="Yılmaz\u202eTunç"), "name"),
    (Person(name="Yılmaz\x00Tunç"), "name"),
    (Meeting(name="Next", date="30 February 2026"), "date"),
    (Meeting(name="Next", date="2026-02-30"), "date"),
    (Meeting(name="Next", number=-1), "number"),
    (Meeting(name="Next", country="gone"), "country"),
    (Party(name="Somewhere", code="XYZ"), "code"),
    (Delegate(delegation="gone"), "delegation"),
    (Tag(name="urgent"), "name"),
]


@pytest.mark.parametrize(("record", "field"), REFUSED, ids=name_of)
def test_what_may_not_be_stored_is_refused_at_its_field(
    workspace: Workspace, record: Record, field: str
) -> None:
    with pytest.raises(InvalidValue) as raised:
        workspace.run(add_record(record))
    assert raised.value.field == field
    assert "constraint" not in str(raised.value)
    assert workspace.read.get(type(record), record.id) is None


def test_changes_are_checked_like_new_records(workspace: Workspace) -> None:
    for new in (
        {"name": None},
        {"date": "2026-13"},
        {"number": "three"},
        {"status": "perhaps"},
        {"host": "gone"},
    ):
        with pytest.raises(InvalidValue) as raised:
            workspace.run(change_record(workspace.read, ref_of(THIRD), new=new))
        assert raised.value.field in new
    assert workspace.read.get(Meeting, THIRD.id) == THIRD


def test_a_record_that_is_gone_cannot_be_changed_or_removed(workspace: Workspace) -> None:
    ref = ref_of(URGENT)
    change = change_record(workspace.read, ref, new={"name": "təcili"})
    remove = remove_record(workspace.read, ref)
    workspace.run(remove)
    for edit in (change, remove):
        with pytest.raises(NotFound, match="deleted"):
            workspace.run(edit)


def test_removing_takes_along_what_cannot_do_without_it_and_frees_the_rest(workspace: Workspace) -> None:
    done = workspace.run(remove_record(workspace.read, ref_of(BAKU)))
    gone = {Ref(each.table, each.row) for each in done.changes if each.after is None}
    assert gone >= {ref_of(BAKU), ref_of(SEAT), ref_of(HEAD), ref_of(CHAIR)}
    task = workspace.read.get(Task, HOST.id)
    assert task is not None
    assert task.made_at is None
    assert workspace.read.get(Meeting, ASTANA.id) == ASTANA
    assert workspace.read.get(Person, TUNC.id) == TUNC
    assert workspace.read.verify() == []


def test_statements_go_with_their_subject(workspace: Workspace) -> None:
    workspace.run(remove_record(workspace.read, ref_of(TUNC)))
    assert workspace.read.get(Statement, SAID.id) is None
    delegate = workspace.read.get(Delegate, HEAD.id)
    assert delegate is not None
    assert delegate.person is None


def test_records_that_point_at_each_other_can_be_removed(workspace: Workspace) -> None:
    upper, lower = Body(name="Secretariat"), Body(name="Working group")
    workspace.run(Edit("Two", lambda writer: writer.add_all((upper, lower))))
    workspace.run(change_record(workspace.read, ref_of(upper), new={"reports_to": lower.id}))
    workspace.run(change_record(workspace.read, ref_of(lower), new={"reports_to": upper.id}))
    workspace.run(remove_record(workspace.read, ref_of(upper)))
    assert workspace.read.verify() == []


def test_a_breach_that_another_program_stored_does_not_block_other_edits(workspace: Workspace) -> None:
    """Two chairs came from outside: a title may still be changed, a person may still be removed."""
    outside(workspace.path, "UPDATE delegate SET role = 'chair'")
    workspace.poll()
    workspace.run(change_record(workspace.read, ref_of(HEAD), new={"title": "Nazir"}))
    workspace.run(remove_record(workspace.read, ref_of(OMURALIEV)))
    with pytest.raises(InvalidValue, match="already has a chair"):
        workspace.run(change_record(workspace.read, ref_of(HEAD), new={"delegation": CHAIR.delegation}))
    workspace.run(change_record(workspace.read, ref_of(HEAD), new={"role": Role.HEAD}))


def test_a_series_and_its_organisation_stay_apart(workspace: Workspace) -> None:
    workspace.run(remove_record(workspace.read, Ref("party", str(JUSTICE.organisation))))
    series = workspace.read.get(type(JUSTICE), JUSTICE.id)
    assert series is not None
    assert series.organisation is None
    assert workspace.read.get(Party, TURKIYE.id) == TURKIYE
