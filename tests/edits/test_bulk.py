"""One field of many records: a preview that tells the truth, and one step with one undo."""

import pytest

from ministrack.domain.errors import Conflict
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.party import Party
from ministrack.domain.record import Ref
from ministrack.edits.bulk import BulkChange, Outcome, change_all, preview
from ministrack.edits.records import change_record
from ministrack.edits.workspace import Workspace
from tests.dossiers import ASTANA, BAKU, JUSTICE, THIRD, TURKIYE

ALL = [Ref("meeting", each.id) for each in (ASTANA, BAKU, THIRD)]


def status(workspace: Workspace) -> list[str]:
    return [each.status.value for each in workspace.read.find(Meeting, Compare("series", JUSTICE.id))]


def test_a_preview_says_what_changes_what_stays_and_stores_nothing(workspace: Workspace) -> None:
    change = BulkChange("status", {"status": "held"})
    lines = preview(workspace, ALL, change)
    assert [(line.label, line.before, line.after, line.outcome) for line in lines] == [
        ("1st meeting", "Planned", "Held", Outcome.CHANGES),
        ("2nd meeting", "Held", "Held", Outcome.SAME),
        ("3rd meeting", "Planned", "Held", Outcome.CHANGES),
    ]
    assert status(workspace).count("held") == 1
    assert workspace.poll() == []


def test_it_is_one_step_and_one_undo(workspace: Workspace) -> None:
    change = BulkChange("status", {"status": "held"})
    workspace.run(change_all(workspace.read, preview(workspace, ALL, change), change))
    assert status(workspace) == ["held"] * 3
    assert workspace.undo_label() == "Change status of 2 records to Held"
    workspace.undo()
    assert status(workspace).count("held") == 1


def test_what_one_record_takes_is_refused_to_the_next_with_the_reason(workspace: Workspace) -> None:
    change = BulkChange("number", {"number": 9})
    lines = preview(workspace, ALL, change)
    assert [line.outcome for line in lines] == [Outcome.CHANGES, Outcome.REFUSED, Outcome.REFUSED]
    assert lines[1].reason == "Number 9 of this series is already “1st meeting”."
    workspace.run(change_all(workspace.read, lines, change))
    assert workspace.read.count("meeting", Compare("number", 9)) == 1


def test_a_new_country_is_made_once_and_goes_with_the_undo(workspace: Workspace) -> None:
    hungary = Party(name="Hungary", code="HU")
    change = BulkChange("country", {"country": hungary.id}, (hungary,))
    lines = preview(workspace, ALL, change)
    assert {line.after for line in lines} == {"Hungary"}
    assert not workspace.read.find(Party, Compare("code", "HU"))
    workspace.run(change_all(workspace.read, lines, change))
    assert workspace.read.count("meeting", Compare("country", hungary.id)) == 3
    workspace.undo()
    assert not workspace.read.find(Party, Compare("code", "HU"))


def test_what_moved_on_after_the_preview_is_not_overwritten(workspace: Workspace) -> None:
    change = BulkChange("city", {"city": "Ankara"})
    lines = preview(workspace, ALL, change)
    workspace.run(change_record(workspace.read, ALL[2], new={"city": "İzmir"}))
    with pytest.raises(Conflict):
        workspace.run(change_all(workspace.read, lines, change))
    assert {each.city for each in workspace.read.find(Meeting)} == {"Astana", "Bakı", "İzmir"}


def test_values_that_are_refused_and_records_that_are_gone_say_why(workspace: Workspace) -> None:
    lines = preview(workspace, [ALL[0]], BulkChange("name", {"name": ""}))
    assert lines[0].reason == "Name may not be empty."
    gone = preview(workspace, [Ref("meeting", TURKIYE.id)], BulkChange("city", {"city": "Ankara"}))
    assert gone[0].outcome is Outcome.REFUSED
    assert MeetingStatus.HELD in {each.status for each in workspace.read.find(Meeting)}
