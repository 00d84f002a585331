"""Whatever is chosen of a report is stored whole or not at all, and one undo brings back what was there."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.errors import InvalidValue
from ministrack.domain.proposal import Proposal
from ministrack.domain.values import replace
from ministrack.edits.proposals.adding import add_reviewed
from ministrack.edits.proposals.missing import missing_for
from ministrack.edits.proposals.review import review
from ministrack.edits.proposals.reviewed import Picked
from ministrack.edits.sample import load_sample
from ministrack.edits.workspace import Workspace
from tests.dossiers import AYGUN
from tests.proposals import SAMPLE, sample_proposals

EVERYTHING = sample_proposals()
KEYS = [each.key for each in EVERYTHING]
TYPED = st.sampled_from(["", "2025", "2025-11", "Gəncə", "AZ", "OTS", "held", "3", "Йылмаз Тунч", "x" * 600])
Change = tuple[str, str]


@pytest.fixture(scope="module", params=["empty", "sample"])
def workspace(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("choice") / "Bakı.ministrack"
    opened = Workspace.create(path, AYGUN, load_sample() if request.param == "sample" else None)
    yield opened
    opened.close()


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that people see, as it is stored."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
            for table in RECORD_TYPES
        }


def typed_over(proposal: Proposal, changes: dict[Change, str]) -> Proposal:
    """A proposal in which somebody typed other values over some."""
    fields = {
        name: replace(said, value=changes.get((proposal.key, name), said.value), words=None)
        for name, said in proposal.fields.items()
    }
    return replace(proposal, fields=fields)


PLACES = st.sampled_from([(each.key, name) for each in EVERYTHING for name in each.fields])


@given(
    chosen=st.sets(st.sampled_from(KEYS)),
    new=st.sets(st.sampled_from(KEYS)),
    changes=st.dictionaries(PLACES, TYPED, max_size=4),
    replacing=st.booleans(),
)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_choice_is_one_step_that_can_be_taken_back(
    workspace: Workspace, chosen: set[str], new: set[str], changes: dict[Change, str], replacing: bool
) -> None:
    before = contents(workspace.path)
    every = [typed_over(each, changes) for each in EVERYTHING]
    fields = (
        frozenset(("date", "city", "country", "title", "level", "kind", "owner"))
        if replacing
        else frozenset()
    )
    picked = {key: Picked(is_new=key in new, is_new_person=key in new, replacing=fields) for key in KEYS}
    reviewed = review(workspace.read, every, picked, SAMPLE)
    assert [each.proposal.key for each in reviewed] == KEYS
    wanted = [each for each in reviewed if each.proposal.key in chosen]
    missing = missing_for(wanted)
    try:
        done = workspace.run(add_reviewed(SAMPLE, wanted))
    except InvalidValue:
        assert contents(workspace.path) == before
        return
    assert not missing
    assert workspace.read.verify() == []
    after = contents(workspace.path)
    if done.is_empty:
        assert after == before
        return
    workspace.undo()
    assert contents(workspace.path) == before
    workspace.redo()
    assert contents(workspace.path) == after
    workspace.undo()
