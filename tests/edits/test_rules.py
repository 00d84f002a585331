"""Rules between records: each refuses what breaks it, at its field, and nothing else."""

from dataclasses import replace

import pytest

from ministrack.domain.delegation import Delegate, Delegation, Role
from ministrack.domain.errors import InvalidValue
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.record import Record
from ministrack.domain.task import Dependency, Task
from ministrack.edits.records import add_record, change_record
from ministrack.edits.workspace import Workspace
from tests.dossiers import (
    ASTANA,
    BAKU,
    CHAIR,
    DRAFT,
    EXPERTS,
    HEAD,
    HOST,
    JUSTICE,
    KYRGYZSTAN,
    SEAT,
    THIRD,
    TUNC,
    TURKIYE,
    name_of,
    ref_of,
)

BROKEN = [
    (Meeting(name="Another", series=JUSTICE.id, number=2), "number", "2nd meeting"),
    (Delegation(meeting=BAKU.id, party=TURKIYE.id), "party", "Türkiye"),
    (Delegate(delegation=SEAT.id, role=Role.CHAIR), "role", "Kubanychbek Omuraliev"),
    (Party(name="Türkiye again", code="tr"), "code", "Türkiye"),
    (Task(title="Two owners", owner_party=TURKIYE.id, owner_body=EXPERTS.id), "owner_body", "one owner"),
    (Task(title="Two deadlines", due="2026", due_meeting=THIRD.id), "due", "either"),
]
KEPT = [
    Meeting(name="Another", series=JUSTICE.id),
    Meeting(name="Of no series", number=2),
    Delegation(meeting=ASTANA.id, party=TURKIYE.id),
    Delegation(meeting=BAKU.id, party=KYRGYZSTAN.id),
    Delegate(delegation=SEAT.id, role=Role.CO_CHAIR),
    Party(name="Northern Cyprus"),
    Task(title="Owner as written", owner_note="member states", owner_party=TURKIYE.id),
]


@pytest.mark.parametrize(("record", "field", "names"), BROKEN, ids=name_of)
def test_a_new_record_that_breaks_a_rule_is_refused(
    workspace: Workspace, record: Record, field: str, names: str
) -> None:
    with pytest.raises(InvalidValue, match=names) as raised:
        workspace.run(add_record(record))
    assert raised.value.field == field
    assert workspace.read.get(type(record), record.id) is None


@pytest.mark.parametrize("record", KEPT, ids=name_of)
def test_a_new_record_that_keeps_the_rules_is_stored(workspace: Workspace, record: Record) -> None:
    workspace.run(add_record(record))
    assert workspace.read.get(type(record), record.id) == record


CHANGES: list[tuple[Record, dict[str, object], str]] = [
    (THIRD, {"number": 1}, "number"),
    (ASTANA, {"previous": BAKU.id}, "previous"),
    (ASTANA, {"previous": ASTANA.id}, "previous"),
    (HEAD, {"role": Role.CHAIR}, "role"),
    (KYRGYZSTAN, {"code": "TR"}, "code"),
    (HOST, {"owner_person": TUNC.id}, "owner_person"),
    (DRAFT, {"due_meeting": THIRD.id}, "due"),
]


@pytest.mark.parametrize(("record", "new", "field"), CHANGES, ids=name_of)
def test_a_change_that_breaks_a_rule_is_refused(
    workspace: Workspace, record: Record, new: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidValue) as raised:
        workspace.run(change_record(workspace.read, ref_of(record), new=new))
    assert raised.value.field == field
    assert workspace.read.get(type(record), record.id) == record


def test_a_rule_never_counts_the_record_itself(workspace: Workspace) -> None:
    for record in (BAKU, SEAT, CHAIR, TURKIYE, HOST):
        new = {
            name: getattr(record, name)
            for name in ("number", "party", "role", "code", "due")
            if hasattr(record, name)
        }
        assert workspace.run(change_record(workspace.read, ref_of(record), new=new)).changes == ()


def test_another_meeting_may_have_a_chair_of_its_own(workspace: Workspace) -> None:
    seat = Delegation(meeting=ASTANA.id, party=KYRGYZSTAN.id)
    workspace.run(add_record(seat))
    workspace.run(add_record(Delegate(delegation=seat.id, role=Role.CHAIR, person=TUNC.id)))
    assert workspace.read.count("delegate") == 3
    with pytest.raises(InvalidValue, match="Kubanychbek Omuraliev") as refused:
        workspace.run(change_record(workspace.read, ref_of(seat), new={"meeting": BAKU.id}))
    assert refused.value.field == "meeting"
    workspace.run(change_record(workspace.read, ref_of(seat), new={"meeting": THIRD.id}))


def test_a_code_is_stored_in_capitals(workspace: Workspace) -> None:
    state = Party(name="Uzbekistan", code="uz")
    workspace.run(add_record(state))
    assert workspace.read.get(Party, state.id) == replace(state, code="UZ")


def test_tasks_never_wait_in_a_circle(workspace: Workspace) -> None:
    first, second, third = (Task(title=title) for title in ("Draft", "Review", "Sign"))
    for task in (first, second, third):
        workspace.run(add_record(task))
    workspace.run(add_record(Dependency(task=second.id, depends_on=first.id)))
    workspace.run(add_record(Dependency(task=third.id, depends_on=second.id)))
    for waiting, awaited in ((first, first), (first, third), (second, first)):
        with pytest.raises(InvalidValue) as refused:
            workspace.run(add_record(Dependency(task=waiting.id, depends_on=awaited.id)))
        assert refused.value.field == "depends_on"
    waits = {(each.task, each.depends_on) for each in workspace.read.find(Dependency)}
    assert waits >= {(second.id, first.id), (third.id, second.id)}
    assert not waits & {(first.id, first.id), (first.id, third.id)}
