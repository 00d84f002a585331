"""What lists show beside a record's own fields, asked of the sample dossier."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import specs
from ministrack.domain.lists import ListQuery, Row
from ministrack.edits.sample import load_sample
from ministrack.edits.workspace import Workspace
from ministrack.store.columns import COLUMNS, column
from tests.dossiers import AYGUN


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Workspace]:
    workspace = Workspace.create(tmp_path / "Örnek.ministrack", AYGUN)
    workspace.run(load_sample())
    yield workspace
    workspace.close()


def rows(workspace: Workspace, table: str, *columns: str, sort: str = "id") -> list[Row]:
    return workspace.read.rows(ListQuery(table, columns, sort=sort))


def test_every_column_of_every_table_can_be_read_and_sorted_by(sample: Workspace) -> None:
    for table, record in RECORD_TYPES.items():
        names = ("label", *specs(record), *COLUMNS.get(table, {}))
        listed = sample.read.rows(ListQuery(table, names))
        assert len(listed) == sample.read.count(table)
        for name in names:
            in_order = sample.read.rows(ListQuery(table, (name,), sort=name))
            assert len(in_order) == len(listed), f"{table} by {name}"


def test_a_name_that_is_no_column_is_refused() -> None:
    with pytest.raises(KeyError):
        column("meeting", "no_such_column")


def test_meetings_count_what_they_left_open_and_what_was_carried_to_them(sample: Workspace) -> None:
    listed = rows(
        sample, "meeting", "number", "open_tasks", "carried_tasks", "delegation_count", sort="number"
    )
    assert [tuple(row[name] for name in ("number", "open_tasks", "carried_tasks")) for row in listed] == [
        (1, 0, 0),
        (2, 5, 0),
        (3, 0, 5),
    ]
    assert [row["delegation_count"] for row in listed] == [0, 6, 0]


def test_a_delegation_is_shown_by_its_head(sample: Workspace) -> None:
    found = {
        row["party_name"]: (row["head"], row["head_title"], row["head_level"], row["meeting_city"])
        for row in rows(
            sample, "delegation", "party_name", "head", "head_title", "head_level", "meeting_city"
        )
    }
    assert found["Kyrgyzstan"] == (
        "Iskender Sydygaliev",
        "Deputy Minister of Justice",
        "deputy_minister",
        "Baku",
    )
    assert len(found) == 6


def test_a_task_is_owned_by_whoever_is_named(sample: Workspace) -> None:
    owners = {row["title"]: row["owner"] for row in rows(sample, "task", "title", "owner")}
    assert owners["Hold the third meeting"] == "Türkiye"
    assert owners["Create the Centralized Network of Forensic Expertise"] == "Task Force"
    assert owners["Strengthen cooperation and exchange of experience in law and justice"] == "member states"
