"""The digest of the content: equal where the records are, whatever the history."""

from pathlib import Path

from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.edits.records import change_record
from ministrack.edits.workspace import Identity, Workspace
from ministrack.exchange.digest import content_digest


def test_the_same_records_have_the_same_digest_whatever_happened_before(
    sample: Workspace, tmp_path: Path
) -> None:
    sample.save_copy(tmp_path / "b.ministrack")
    other = Workspace.open(tmp_path / "b.ministrack", Identity("Somebody", "else"))
    digest = content_digest(sample.read)
    assert content_digest(other.read) == digest
    meeting = next(each for each in other.read.find(Meeting) if each.number == 2)
    ref = Ref("meeting", meeting.id)
    other.run(change_record(other.read, ref, new={"city": "Bakı"}))
    assert content_digest(other.read) != digest
    other.run(change_record(other.read, ref, new={"city": "Baku"}))
    assert content_digest(other.read) == digest
    other.close()
