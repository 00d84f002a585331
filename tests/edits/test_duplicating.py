"""The meeting after a meeting, as one edit."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ministrack.domain.delegation import Delegate, Delegation, Part, Presence
from ministrack.domain.errors import NotFound
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.edits.duplicating import meeting_after
from ministrack.edits.records import add_record
from ministrack.edits.sample import load_sample
from ministrack.edits.workspace import Workspace
from tests.dossiers import AYGUN


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace.create(tmp_path / "Nümunə.ministrack", AYGUN)
    made.run(load_sample())
    yield made
    made.close()


def test_the_same_parties_are_expected_and_nothing_else_is_taken_for_granted(sample: Workspace) -> None:
    read = sample.read
    baku = read.find(Meeting, Compare("number", 2))[0]
    delegates = read.count("delegate")
    done = sample.run(meeting_after(read, baku.id))
    assert done.about is not None
    made = read.get(Meeting, done.about.id)
    assert made is not None
    assert (made.number, made.series, made.previous, made.name) == (4, baku.series, baku.id, "4th meeting")
    assert (made.date, made.city, made.country, made.host) == (None, None, None, None)
    assert made.status is MeetingStatus.PLANNED
    before = {seat.party for seat in read.find(Delegation, Compare("meeting", baku.id))}
    seats = read.find(Delegation, Compare("meeting", made.id))
    assert {seat.party for seat in seats} == before
    assert {seat.status for seat in seats} == {Presence.EXPECTED}
    assert Part.HOST not in {seat.part for seat in seats}
    assert read.count(Delegate.TABLE) == delegates
    sample.undo()
    assert read.get(Meeting, made.id) is None
    assert not read.find(Delegation, Compare("meeting", made.id))


def test_a_meeting_outside_a_series_keeps_its_name(workspace: Workspace) -> None:
    lone = Meeting(name="Görüş")
    workspace.run(add_record(lone))
    done = workspace.run(meeting_after(workspace.read, lone.id))
    assert done.about is not None
    made = workspace.read.get(Meeting, done.about.id)
    assert made is not None
    assert (made.name, made.number) == ("Görüş", None)


def test_a_meeting_that_is_gone_is_said_to_be_gone(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        meeting_after(workspace.read, "nowhere")
