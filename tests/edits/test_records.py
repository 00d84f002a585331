"""Edits that serve every kind: their names, and what a deletion takes along."""

import pytest

from ministrack.domain.language import tr
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.record import Record, Ref
from ministrack.domain.task import Progress
from ministrack.edits.records import add_record, change_record, goes_with, remove_record
from ministrack.edits.workspace import Workspace
from tests.dossiers import (
    BAKU,
    CHAIR,
    EVERY_KIND,
    HEAD,
    HOST,
    INQUIRY,
    OFFICE,
    REPORT,
    REVIEWED,
    SAID,
    SEAT,
    STEP,
    TAGGED,
    THIRD,
    TUNC,
    UID,
    VISIT,
    WAITS,
    ref_of,
)


def name_of(workspace: Workspace, new: dict[str, object], ref: Ref | None = None) -> str:
    return change_record(workspace.read, ref or ref_of(THIRD), new=new).label


@pytest.mark.parametrize(
    ("new", "label"),
    [
        ({"date": "2026-10-09"}, "Change date of 3rd meeting to 9 Oct 2026"),
        ({"status": MeetingStatus.CANCELLED}, "Change status of 3rd meeting to Cancelled"),
        ({"previous": BAKU.id}, "Change previous meeting of 3rd meeting to 2nd meeting"),
        ({"date": None}, "Clear date of 3rd meeting"),
        ({"city": "Ankara", "venue": "Palace"}, "Change 2 fields of 3rd meeting"),
    ],
)
def test_a_change_is_named_by_what_it_does(workspace: Workspace, new: dict[str, object], label: str) -> None:
    assert name_of(workspace, new) == label


def test_names_of_edits_are_short_and_of_one_line(workspace: Workspace) -> None:
    label = name_of(workspace, {"summary": "Ədliyyə " * 100 + "\nsecond line"})
    assert "\n" not in label
    assert label.endswith("…")
    assert len(label) < 110


@pytest.mark.parametrize("record", EVERY_KIND, ids=lambda record: record.TABLE)
def test_every_kind_is_added_and_removed_under_a_name(workspace: Workspace, record: Record) -> None:
    kind = tr(record.ONE).lower()
    label = workspace.read.label(ref_of(record))
    assert label
    assert add_record(record).label.startswith(f"New {kind}")
    assert remove_record(workspace.read, ref_of(record)).label == f"Delete {kind}: {label}"


def test_what_a_deletion_takes_along_is_told_before(workspace: Workspace) -> None:
    before: dict[Record, set[Record]] = {
        BAKU: {SEAT, OFFICE, HEAD, CHAIR, VISIT, REVIEWED, UID, INQUIRY},
        HOST: {STEP, WAITS, TAGGED},
        REPORT: {SAID},
        HEAD: set(),
    }
    for record, others in before.items():
        assert set(goes_with(workspace.read, ref_of(record))) == {ref_of(other) for other in others}


@pytest.mark.parametrize("record", EVERY_KIND, ids=lambda record: record.TABLE)
def test_a_deletion_takes_along_what_was_told_and_no_more(workspace: Workspace, record: Record) -> None:
    told = {ref_of(record), *goes_with(workspace.read, ref_of(record))}
    done = workspace.run(remove_record(workspace.read, ref_of(record)))
    assert {Ref(each.table, each.row) for each in done.changes if each.after is None} == told


def test_a_record_known_by_a_derived_label_is_added_under_its_kind(workspace: Workspace) -> None:
    assert add_record(Progress(task=HOST.id)).label == "New progress entry"
    assert add_record(TUNC).label == "New person: Yılmaz Tunç"
    assert workspace.read.get(Progress, STEP.id) == STEP
