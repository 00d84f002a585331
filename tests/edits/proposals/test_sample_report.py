"""The report of the sample, read and added to an empty dossier, says what the sample says."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ministrack.domain.delegation import Delegate, Delegation
from ministrack.domain.document import DocumentStage
from ministrack.domain.meeting import Meeting
from ministrack.domain.names import fold
from ministrack.domain.record import Ref
from ministrack.domain.values import replace
from ministrack.edits.proposals.adding import add_reviewed
from ministrack.edits.proposals.choosing import sure_ones
from ministrack.edits.proposals.review import review
from ministrack.edits.sample import load_sample
from ministrack.edits.workspace import Workspace
from ministrack.paths import resource
from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.reader import read_report
from ministrack.reading.report import Report
from ministrack.store.reader import Reader
from tests.dossiers import AYGUN

Facts = set[tuple[object, ...]]


@pytest.fixture(scope="module")
def report() -> Report:
    """The report with the day on which it was published, as a page has it above its text."""
    text = resource("sample", "report.txt").read_text(encoding="utf-8")
    return report_of_text(f"Baku hosts justice ministers\n\nNews.Az\n20 November 2025\n\n{text}")


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace.create(tmp_path / "Sample.ministrack", AYGUN, load_sample())
    yield opened
    opened.close()


@pytest.fixture
def read(tmp_path: Path, report: Report) -> Iterator[Workspace]:
    opened = Workspace.create(tmp_path / "Oxunmuş.ministrack", AYGUN)
    taken, _ = sure_ones(review(opened.read, read_report(report)))
    opened.run(add_reviewed(report.about, taken))
    yield opened
    opened.close()


def meetings(read: Reader) -> Facts:
    """Number, date, place and status of each meeting."""
    return {
        (each.number, each.date, each.city, code(read, each.country), each.status)
        for each in read.find(Meeting)
    }


def seats(read: Reader) -> Facts:
    """Who sat for whom at which level, and who was in the chair; offices count as their organisation."""
    found: Facts = set()
    for seat in read.find(Delegate):
        delegation = read.get(Delegation, seat.delegation)
        assert delegation is not None
        person = fold(read.label(Ref("person", str(seat.person))))
        found.add((code(read, delegation.party), person, seat.level, seat.role, delegation.status))
    return found


def stages(read: Reader) -> Facts:
    """How far which document had come when."""
    return {
        (frozenset(fold(read.label(Ref("document", each.document))).split()), each.stage, each.date)
        for each in read.find(DocumentStage)
    }


def code(read: Reader, party: str | None) -> object:
    row = read.row(Ref("party", str(party)), ("code",))
    return row and row["code"]


def test_meetings_delegations_and_documents_are_those_of_the_sample(
    read: Workspace, sample: Workspace
) -> None:
    assert seats(read.read) == seats(sample.read)
    assert meetings(read.read) == meetings(sample.read)
    assert stages(read.read) == stages(sample.read)
    assert read.read.count("series") == 1
    assert read.read.verify() == []


def test_all_of_it_is_known_again_in_the_sample(report: Report, sample: Workspace) -> None:
    before = {
        table: sample.read.count(table) for table in ("meeting", "person", "delegation", "party", "document")
    }
    taken, _ = sure_ones(review(sample.read, read_report(report)))
    sample.run(add_reviewed(replace(report.about, title="Another title"), taken))
    assert {table: sample.read.count(table) for table in before} == before
