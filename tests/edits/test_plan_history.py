"""The plan of a meeting over time: from what sources said and from what was changed, without repetitions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.record import Ref
from ministrack.domain.source import Source, Statement
from ministrack.edits.plan_history import PlanStep, plan_history
from ministrack.edits.records import add_record, change_record
from ministrack.edits.statements import choose_statement
from ministrack.edits.workspace import Identity, Workspace

TURKIYE = Party(name="Türkiye", code="TR")
NEWS = Source(title="Baku hosts ministers", publisher="News.Az", published="2025-11-20")
AZERTAC = Source(title="Üçüncü görüş", publisher="Azərtac", published="2026-03")
UNDATED = Source(title="Dəftər")
THIRD = Meeting(name="Üçüncü görüş", date="2026", country=TURKIYE.id)
REF = Ref("meeting", THIRD.id)


def said(source: Source, field: str, value: str | None) -> Statement:
    return Statement(
        quote="…", source=source.id, subject_table="meeting", subject=THIRD.id, field=field, value=value
    )


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace.create(tmp_path / "Plan.ministrack", Identity("Aygün", "desk-1"))
    for record in (TURKIYE, NEWS, AZERTAC, UNDATED, THIRD):
        opened.run(add_record(record))
    yield opened
    opened.close()


def told(workspace: Workspace) -> list[tuple[str, str]]:
    return [(step.in_words(), step.by) for step in plan_history(workspace.read, REF)]


def change(workspace: Workspace, **new: object) -> None:
    workspace.run(change_record(workspace.read, REF, new=new))


def test_announcements_stand_by_the_day_of_their_source_and_what_repeats_is_left_out(
    workspace: Workspace,
) -> None:
    """The record was made later than the report it was taken from, and says the same."""
    for each in (
        said(AZERTAC, "date", "2026-23"),
        said(NEWS, "date", "2026"),
        said(NEWS, "country", "Türkiye"),
    ):
        workspace.run(add_record(each))
    change(workspace, date="2026-10-09")
    assert told(workspace) == [
        ("2026 · Türkiye", "News.Az"),
        ("autumn 2026", "Azərtac"),
        ("9 Oct 2026", "Aygün"),
    ]


def test_the_day_of_each_step_is_told(workspace: Workspace) -> None:
    workspace.run(add_record(said(AZERTAC, "city", "İstanbul")))
    first, second = plan_history(workspace.read, REF)
    assert (first.on, first.by, bool(first.statement)) == ("Mar 2026", "Azərtac", True)
    assert second.on
    assert second.edit


def test_a_source_without_a_date_stands_where_it_was_entered(workspace: Workspace) -> None:
    change(workspace, city="Ankara")
    workspace.run(add_record(said(UNDATED, "city", "İstanbul")))
    assert told(workspace)[-1] == ("İstanbul", "Dəftər")


def test_what_was_undone_is_no_part_of_the_plan_until_it_is_done_again(workspace: Workspace) -> None:
    change(workspace, date="2026-05")
    workspace.undo()
    assert told(workspace) == [("2026 · Türkiye", "Aygün")]
    workspace.redo()
    assert told(workspace) == [("2026 · Türkiye", "Aygün"), ("May 2026", "Aygün")]


def test_postponed_and_open_again(workspace: Workspace) -> None:
    change(workspace, status="postponed", date=None)
    assert told(workspace)[-1] == ("Date open · Postponed", "Aygün")


def test_the_step_that_holds_now_is_marked(workspace: Workspace) -> None:
    workspace.run(add_record(said(NEWS, "date", "2026")))
    later = said(AZERTAC, "date", "2026-23")
    workspace.run(add_record(later))

    def holding() -> list[PlanStep]:
        return [step for step in plan_history(workspace.read, REF) if step.is_present]

    assert [step.in_words() for step in holding()] == ["2026"]
    workspace.run(choose_statement(workspace.read, later))
    assert [(step.in_words(), step.by) for step in holding()] == [("autumn 2026", "Azərtac")]


def test_values_that_are_not_given_and_other_fields_say_nothing(workspace: Workspace) -> None:
    workspace.run(add_record(said(NEWS, "date", None)))
    change(workspace, theme="Rəqəmsal transformasiya", venue="Gülüstan sarayı")
    assert told(workspace) == [("2026 · Türkiye", "Aygün")]
