"""Records without a source, and those about which sources disagree, found through the index of statements."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ministrack.domain.backing import Backing
from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.filters import SharedFilter
from ministrack.domain.record import Record
from ministrack.domain.scope import scope
from ministrack.domain.source import Source, Statement
from ministrack.edits.records import add_record
from ministrack.edits.workspace import Workspace
from ministrack.store.compile import compile_filter
from ministrack.store.dossier import open_dossier
from tests.dossiers import ASTANA, BAKU, DECLARATION, EVERY_KIND, SIGNED, TUNC, filled
from tests.plain import passing

AZERTAC = Source(title="Ədliyyə nazirləri Bakıda", publisher="Azərtac")
UNUSED = Source(title="Dəftər")


def said(about: Record, field: str, value: str | None) -> Statement:
    return Statement(
        quote="Bakı", source=AZERTAC.id, subject_table=about.TABLE, subject=about.id, field=field, value=value
    )


SAID = (
    said(BAKU, "city", "Bakı"),
    said(BAKU, "city", "Baku"),
    said(ASTANA, "city", "Astana"),
    said(ASTANA, "city", " ASTANA "),
    said(ASTANA, "city", None),
    said(ASTANA, "country", "Baku"),
    said(SIGNED, "date", "2024"),
)
RECORDS = (*EVERY_KIND, AZERTAC, UNUSED, *SAID)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Mənbələr.ministrack"


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    opened = filled(path)
    for record in (AZERTAC, UNUSED, *SAID):
        opened.run(add_record(record))
    yield opened
    opened.close()


def found(workspace: Workspace, table: str, backing: Backing) -> set[str]:
    wanted = scope(table, SharedFilter(sources=(backing.value,)))
    ids = {record.id for record in workspace.read.find(RECORD_TYPES[table], wanted)}
    assert ids == passing(wanted, table, RECORDS)
    return ids


def test_records_of_which_no_source_says_anything(workspace: Workspace) -> None:
    meetings = found(workspace, "meeting", Backing.NONE)
    assert meetings
    assert not meetings & {BAKU.id, ASTANA.id}
    assert TUNC.id not in found(workspace, "person", Backing.NONE)
    assert found(workspace, "source", Backing.NONE) == {UNUSED.id}


def test_a_statement_about_a_stage_backs_its_document(workspace: Workspace) -> None:
    assert DECLARATION.id not in found(workspace, "document", Backing.NONE)


def test_records_about_which_sources_disagree(workspace: Workspace) -> None:
    """Capital letters and blanks are no disagreement, nor are values of different fields."""
    assert found(workspace, "meeting", Backing.DISPUTED) == {BAKU.id}
    assert found(workspace, "source", Backing.DISPUTED) == {AZERTAC.id}


def test_both_at_once_pass_either(workspace: Workspace) -> None:
    both = scope("meeting", SharedFilter(sources=("none", "disputed")))
    none = found(workspace, "meeting", Backing.NONE)
    assert {record.id for record in workspace.read.find(type(BAKU), both)} == none | {BAKU.id}


@pytest.mark.parametrize("backing", list(Backing))
@pytest.mark.parametrize("table", ["meeting", "delegation", "person", "task", "document", "body", "source"])
def test_no_row_is_asked_with_a_walk_through_all_statements(
    workspace: Workspace, path: Path, table: str, backing: Backing
) -> None:
    condition = compile_filter(table, scope(table, SharedFilter(sources=(backing.value,))))
    sql = f"EXPLAIN QUERY PLAN SELECT id FROM {table} WHERE {condition.sql}"
    dossier = open_dossier(path)
    steps = [str(row["detail"]) for row in dossier.connection.execute(sql, condition.values)]
    dossier.close()
    walks = [step for step in steps if step.startswith("SCAN") and "statement" in step]
    assert len(walks) <= (1 if table == "source" else 0), steps  # of sources: once for all rows, not for each
    assert any("statement_subject" in step or "statement_source" in step for step in steps), steps
