"""What is derived follows its records: days, labels, sort names and words, over every link."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ministrack.domain.record import Record, Ref
from ministrack.edits.records import change_record, remove_record
from ministrack.edits.workspace import Workspace
from tests.dossiers import (
    ASTANA,
    BAKU,
    BELONGS,
    DECLARATION,
    DRAFT,
    EVERY_KIND,
    EXPERT,
    EXPERTS,
    HEAD,
    HOST,
    JUSTICE,
    OTS,
    REPORT,
    REVIEWED,
    SEAT,
    SIGNATORY,
    SIGNED,
    SPELLING,
    STEP,
    TAGGED,
    THIRD,
    TUNC,
    TURKIYE,
    URGENT,
    WAITS,
    outside,
    ref_of,
)


def change(workspace: Workspace, record: Record, **new: object) -> None:
    workspace.run(change_record(workspace.read, ref_of(record), new=new))


def days(path: Path, record: Record, field: str) -> tuple[object, ...]:
    names = ", ".join(f"{field}_{part}" for part in ("first", "last", "precision"))
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(
            f"SELECT {names} FROM {record.TABLE} WHERE id = ?", (record.id,)
        ).fetchone()
    return tuple(found)


def found(workspace: Workspace, text: str) -> set[Ref]:
    return {hit.ref for hit in workspace.read.search(text)}


@pytest.mark.parametrize(
    ("edtf", "wanted"),
    [
        ("2026", ("2026-01-01", "2026-12-31", "year")),
        ("2026-23", ("2026-09-01", "2026-11-30", "season")),
        ("2026-10-09", ("2026-10-09", "2026-10-09", "day")),
        ("2026/..", ("2026-01-01", "9999-12-31", "open")),
        ("../2026-05?", ("0000-01-01", "2026-05-31", "open")),
        (None, (None, None, None)),
    ],
)
def test_days_follow_the_date(
    workspace: Workspace, path: Path, edtf: str | None, wanted: tuple[str | None, ...]
) -> None:
    change(workspace, BAKU, date=edtf)
    assert days(path, BAKU, "date") == wanted
    assert workspace.read.verify() == []


def test_a_task_due_before_a_meeting_moves_with_it(workspace: Workspace, path: Path) -> None:
    assert days(path, HOST, "due") == ("2026-01-01", "2026-12-31", "year")
    change(workspace, THIRD, date="2026-10-09")
    assert days(path, HOST, "due") == ("2026-10-09", "2026-10-09", "day")
    workspace.undo()
    assert days(path, HOST, "due") == ("2026-01-01", "2026-12-31", "year")
    change(workspace, HOST, due_meeting=None, due="2026-05")
    assert days(path, HOST, "due")[2] == "month"
    workspace.run(remove_record(workspace.read, ref_of(THIRD)))
    assert workspace.read.verify() == []


LABELS = [
    (TURKIYE, {"name": "Turkey"}, SEAT, "Turkey, 2nd meeting"),
    (BAKU, {"name": "Bakı"}, SEAT, "Türkiye, Bakı"),
    (BAKU, {"name": "Bakı"}, REVIEWED, "Astana Declaration, Bakı"),
    (OTS, {"name": "TDT"}, BELONGS, "Türkiye, TDT"),
    (TUNC, {"name": "Y. Tunç"}, HEAD, "Y. Tunç"),
    (HEAD, {"person": None}, HEAD, "Minister of Justice"),
    (DECLARATION, {"title": "Bəyannamə"}, SIGNED, "Bəyannamə, signed"),
    (DECLARATION, {"title": "Bəyannamə"}, SIGNATORY, "Bəyannamə, Türkiye"),
    (EXPERTS, {"name": "Ekspertlər"}, EXPERT, "Ekspertlər, Kyrgyzstan"),
    (HOST, {"title": "Görüş"}, STEP, "Görüş, open"),
    (DRAFT, {"title": "Layihə"}, WAITS, "Hold the third meeting < Layihə"),
    (URGENT, {"name": "təcili"}, TAGGED, "təcili"),
]


@pytest.mark.parametrize(("record", "new", "labelled", "label"), LABELS)
def test_labels_follow_what_they_are_made_of(
    workspace: Workspace, record: Record, new: dict[str, object], labelled: Record, label: str
) -> None:
    before = workspace.read.label(ref_of(labelled))
    change(workspace, record, **new)
    assert workspace.read.label(ref_of(labelled)) == label != before
    workspace.undo()
    assert workspace.read.label(ref_of(labelled)) == before


def test_the_label_of_a_membership_follows_its_series(workspace: Workspace) -> None:
    change(workspace, BELONGS, organisation=None, series=JUSTICE.id)
    change(workspace, JUSTICE, name="Ədliyyə nazirləri")
    assert workspace.read.label(ref_of(BELONGS)) == "Türkiye, Ədliyyə nazirləri"


def test_words_follow_over_links(workspace: Workspace) -> None:
    assert found(workspace, "Yilmaz Tunc") >= {ref_of(TUNC), ref_of(SEAT)}
    change(workspace, SPELLING, name="Jylmas Tundsch")
    assert found(workspace, "Tundsch") == {ref_of(TUNC), ref_of(SEAT)}
    change(workspace, HEAD, person=None)
    assert found(workspace, "Tundsch") == {ref_of(TUNC)}
    workspace.undo()
    change(workspace, JUSTICE, short_name="TDT")
    assert found(workspace, "TDT") >= {ref_of(JUSTICE), ref_of(ASTANA), ref_of(BAKU), ref_of(THIRD)}
    change(workspace, TURKIYE, other_names="Turkei")
    assert found(workspace, "Turkei") >= {ref_of(TURKIYE), ref_of(SEAT), ref_of(THIRD), ref_of(HOST)}
    assert workspace.read.verify() == []


def test_words_go_with_their_record(workspace: Workspace) -> None:
    workspace.run(remove_record(workspace.read, ref_of(TUNC)))
    assert found(workspace, "Tunç") == {ref_of(REPORT)}
    workspace.undo()
    assert found(workspace, "Tunç") >= {ref_of(TUNC), ref_of(SEAT)}


def test_text_that_is_no_date_has_no_days_and_hurts_nothing(workspace: Workspace, path: Path) -> None:
    outside(path, f"UPDATE meeting SET date = 'soon' WHERE id = '{THIRD.id}'")
    assert len(workspace.poll()) == 1
    assert days(path, THIRD, "date") == days(path, HOST, "due") == (None, None, None)
    assert {finding.field for finding in workspace.read.verify()} == {"date"}


@pytest.mark.parametrize("record", EVERY_KIND, ids=lambda record: f"{record.TABLE}")
def test_removing_any_record_and_undoing_it_leaves_all_derived_right(
    workspace: Workspace, record: Record
) -> None:
    workspace.run(remove_record(workspace.read, ref_of(record)))
    assert workspace.read.verify() == []
    workspace.undo()
    assert workspace.read.get(type(record), record.id) == record
    assert workspace.read.verify() == []
