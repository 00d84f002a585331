"""Taking one of several statements that disagree: the field and the marks change in one step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import specs
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.party import Party
from ministrack.domain.record import Ref
from ministrack.domain.source import Source, Statement
from ministrack.domain.values import replace
from ministrack.edits.records import add_record
from ministrack.edits.statements import add_statement, as_stated, choose_statement, statements_of
from ministrack.edits.workspace import Identity, Workspace

MEETING = Meeting(name="Üçüncü görüş", date="2026")
SOURCE = Source(title="TDT ədliyyə nazirləri", publisher="Azərtac", published="2025-11-21")
TURKIYE = Party(name="Türkiye", code="TR")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace.create(tmp_path / "Görüşlər.ministrack", Identity("Aygün", "desk-1"))
    for record in (TURKIYE, MEETING, SOURCE):
        opened.run(add_record(record))
    yield opened
    opened.close()


def say(workspace: Workspace, field: str, value: str | None, *, chosen: bool = False) -> Statement:
    said = Statement(
        source=SOURCE.id, subject_table="meeting", subject=MEETING.id, field=field, value=value,
        quote="Növbəti görüş Türkiyədə keçiriləcək.", chosen=chosen,
    )  # fmt: skip
    workspace.run(add_record(said))
    return said


def meeting(workspace: Workspace) -> Meeting:
    found = workspace.read.get(Meeting, MEETING.id)
    assert found is not None
    return found


def chosen(workspace: Workspace, field: str) -> list[str]:
    about = Ref("meeting", MEETING.id)
    return [said.id for said in statements_of(workspace.read, about, field) if said.chosen]


def test_value_and_marks_change_in_one_step_and_are_undone_in_one(workspace: Workspace) -> None:
    year = say(workspace, "date", "2026", chosen=True)
    autumn = say(workspace, "date", "2026-23")
    workspace.run(choose_statement(workspace.read, autumn))
    assert meeting(workspace).date == "2026-23"
    assert chosen(workspace, "date") == [autumn.id]
    workspace.undo()
    assert meeting(workspace).date == "2026"
    assert chosen(workspace, "date") == [year.id]


def test_statements_about_other_fields_keep_their_marks(workspace: Workspace) -> None:
    city = say(workspace, "city", "Ankara", chosen=True)
    workspace.run(choose_statement(workspace.read, say(workspace, "date", "2026-05")))
    assert chosen(workspace, "city") == [city.id]


@pytest.mark.parametrize(
    ("field", "stated", "stored"),
    [
        ("date", "autumn 2026", "2026-23"),
        ("status", "Confirmed", MeetingStatus.CONFIRMED),
        ("number", "3", 3),
        ("country", "Türkiye", TURKIYE.id),
        ("country", "TURKIYE", TURKIYE.id),
        ("country", TURKIYE.id, TURKIYE.id),
        ("city", "İstanbul", "İstanbul"),
    ],
    ids=["season", "status", "number", "name", "without dots", "id", "text"],
)
def test_a_value_as_stated_becomes_a_value_of_the_field(
    workspace: Workspace, field: str, stated: str, stored: object
) -> None:
    workspace.run(choose_statement(workspace.read, say(workspace, field, stated)))
    assert getattr(meeting(workspace), field) == stored


@pytest.mark.parametrize(("field", "stated"), [("country", "Macarıstan"), ("number", "üçüncü")])
def test_a_value_that_the_field_cannot_hold_changes_nothing(
    workspace: Workspace, field: str, stated: str
) -> None:
    said = say(workspace, field, stated)
    with pytest.raises(InvalidValue):
        workspace.run(choose_statement(workspace.read, said))
    assert getattr(meeting(workspace), field) is None
    assert chosen(workspace, field) == []


def test_a_statement_without_a_value_is_only_marked(workspace: Workspace) -> None:
    said = say(workspace, "date", None)
    workspace.run(choose_statement(workspace.read, said))
    assert meeting(workspace).date == "2026"
    assert chosen(workspace, "date") == [said.id]


def test_the_reason_is_kept_with_the_choice_and_goes_with_its_undo(workspace: Workspace) -> None:
    autumn = say(workspace, "date", "2026-23")
    workspace.run(choose_statement(workspace.read, autumn, " Named by the ministry "))
    kept = workspace.read.get(Statement, autumn.id)
    assert kept is not None
    assert kept.reason == "Named by the ministry"
    workspace.undo()
    again = workspace.read.get(Statement, autumn.id)
    assert again is not None
    assert (again.reason, again.chosen) == (None, False)


def spoken(field: str, value: str | None) -> Statement:
    quote = "Növbəti görüş payızda keçiriləcək."
    return Statement(
        source=SOURCE.id, subject_table="meeting", subject=MEETING.id, field=field, value=value, quote=quote
    )


def test_the_first_statement_that_gives_the_present_value_is_the_chosen_one(workspace: Workspace) -> None:
    same, other = spoken("date", "2026"), spoken("date", "2026-23")
    workspace.run(add_statement(workspace.read, same))
    workspace.run(add_statement(workspace.read, other))
    assert chosen(workspace, "date") == [same.id]
    assert meeting(workspace).date == "2026"


def test_a_new_source_its_sentence_and_the_value_are_one_step(workspace: Workspace) -> None:
    before = say(workspace, "city", "Ankara", chosen=True)
    paper = Source(title="Resmî Gazete")
    statement = replace(spoken("city", "İstanbul"), source=paper.id)
    workspace.run(add_statement(workspace.read, statement, [paper], use=True))
    assert meeting(workspace).city == "İstanbul"
    assert chosen(workspace, "city") == [statement.id]
    workspace.undo()
    assert meeting(workspace).city is None
    assert chosen(workspace, "city") == [before.id]
    assert workspace.read.get(Source, paper.id) is None


@pytest.mark.parametrize(
    ("field", "typed", "stated"),
    [
        ("date", "autumn 2026", "2026-23"),
        ("date", "when the leaves fall", "when the leaves fall"),
        ("status", "Confirmed", "confirmed"),
        ("country", "Türkiye", "Türkiye"),
        ("city", "  ", None),
    ],
)
def test_what_is_typed_as_the_value_is_kept_as_it_would_be_stored(
    workspace: Workspace, field: str, typed: str, stated: str | None
) -> None:
    spec = specs(Meeting)[field]
    assert as_stated(workspace.read, spec, spoken(field, None), typed) == stated
