"""The JSON export holds every record whole, says nothing else, and is described field by field."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import FieldKind, loaded_value, specs
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.party import Party
from ministrack.domain.progress import Stopped
from ministrack.domain.record import Record
from ministrack.domain.source import Source, Statement
from ministrack.edits.records import add_record
from ministrack.edits.workspace import Identity, Workspace
from ministrack.exchange.formats import FORMATS
from ministrack.exchange.json_format import write_json
from ministrack.exchange.json_names import FORMAT, VERSION

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "format.md"

TURKIYE = Party(name="Türkiye", code="TR", other_names="Түркия; Türkiyə")
THIRD = Meeting(name="Third meeting", number=3, date="2026", status=MeetingStatus.PLANNED, country=TURKIYE.id)
REPORT = Source(title="Baku hosts ministers", text='He said "yes".\nThen he left.\t\U0001f54a')
SAID = Statement(
    quote="“yes”",
    source=REPORT.id,
    subject_table="meeting",
    subject=THIRD.id,
    field="date",
    chosen=True,
    start=0,
)
RECORDS: tuple[Record, ...] = (TURKIYE, THIRD, REPORT, SAID)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace.create(tmp_path / "a.ministrack", Identity("Aygün", "desk"))
    for record in RECORDS:
        opened.run(add_record(record))
    yield opened
    opened.close()


def exported(workspace: Workspace) -> bytes:
    out = BytesIO()
    write_json(workspace.read, out)
    return out.getvalue()


def test_it_is_told_how_far_it_is_and_may_be_stopped(workspace: Workspace) -> None:
    told: list[tuple[int, int]] = []
    write_json(workspace.read, BytesIO(), lambda *step: told.append(step))
    total = sum(workspace.read.count(table) for table in RECORD_TYPES)
    assert told[-1] == (total, total)
    assert told == sorted(told)

    def stop(done: int, _: int) -> None:
        if done:
            raise Stopped

    with pytest.raises(Stopped):
        write_json(workspace.read, BytesIO(), stop)


def test_every_record_comes_back_as_it_was(workspace: Workspace) -> None:
    document = json.loads(exported(workspace))
    assert (document["format"], document["version"]) == (FORMAT, VERSION)
    assert list(document["records"]) == list(RECORD_TYPES)
    for table, kind in RECORD_TYPES.items():
        read = [
            kind(id=row.pop("id"), **{name: loaded_value(specs(kind)[name], row[name]) for name in row})
            for row in document["records"][table]
        ]
        assert read == workspace.read.find(kind)
    assert {record for record in RECORDS if record in workspace.read.find(type(record))} == set(RECORDS)


def test_fields_are_all_there_and_nothing_derived(workspace: Workspace) -> None:
    records = json.loads(exported(workspace))["records"]
    for table in ("party", "meeting", "source", "statement", "level"):
        assert all(list(row) == ["id", *specs(RECORD_TYPES[table])] for row in records[table])
    assert records["statement"][0]["chosen"] is True
    assert records["meeting"][0]["date"] == "2026"
    assert records["meeting"][0]["city"] is None


def test_the_same_records_give_the_same_bytes_in_readable_utf_8(workspace: Workspace) -> None:
    once = exported(workspace)
    assert exported(workspace) == once
    assert "Türkiye" in once.decode("utf-8")


def test_formats_have_names_and_suffixes_of_their_own() -> None:
    assert {each.name for each in FORMATS} >= {"json"}
    assert len({each.name for each in FORMATS}) == len({each.suffix for each in FORMATS}) == len(FORMATS)


def test_the_description_names_every_kind_field_and_value() -> None:
    sections = {
        part.split("\n", 1)[0]: part for part in DOCUMENT.read_text(encoding="utf-8").split("\n### ")[1:]
    }
    assert list(sections) == list(RECORD_TYPES)
    for table, kind in RECORD_TYPES.items():
        for name, spec in specs(kind).items():
            line = next(
                (line for line in sections[table].split("\n") if line.startswith(f"| `{name}` |")), ""
            )
            assert line, f"docs/format.md does not describe {table}.{name}"
            if spec.kind is FieldKind.REFERENCE:
                assert f"`{spec.refers}`" in line
            missing = [member.value for member in spec.choices or () if f"`{member.value}`" not in line]
            assert not missing, f"docs/format.md leaves out values of {table}.{name}"
