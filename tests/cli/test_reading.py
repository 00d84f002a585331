"""`ministrack read`: what a report says as a table or as JSON, and the sure part of it into a dossier."""

import io
import json
import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ministrack.cli import reading
from ministrack.domain.proposal import Proposal
from ministrack.domain.values import replace
from ministrack.edits.workspace import Workspace
from ministrack.reading.report import Report
from tests.cli.conftest import ME, Program
from tests.proposals import SAMPLE, sample_proposals

Found = Callable[[list[Proposal]], None]
PAPER = (
    "Niyazirlar 14 May 2025-ci ildə görüşdü. The ministers signed the Samarkand Declaration on 14 May 2025.\n"
)


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Found:
    """Lets the reader find these proposals."""

    def will_be(proposals: list[Proposal]) -> None:
        def read(_: Report) -> tuple[Proposal, ...]:
            return tuple(proposals)

        monkeypatch.setattr(reading, "read_report", read)

    return will_be


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "görüş.txt"
    file.write_text(SAMPLE.text, encoding="utf-8")
    return file


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A dossier with nothing in it."""
    path = tmp_path / "Mənim işlərim.ministrack"
    Workspace.create(path, ME).close()
    return path


def counted(dossier: Path, *tables: str) -> list[int]:
    workspace = Workspace.open(dossier, ME)
    try:
        return [workspace.read.count(table) for table in tables]
    finally:
        workspace.close()


def test_a_report_is_shown_as_a_table_for_people(program: Program, found: Found, report: Path) -> None:
    doubtful = replace(sample_proposals()[-1], sure=False, why="told in passing")
    found([*sample_proposals()[:-1], doubtful])
    answer = program("read", report)
    assert answer.code == 0
    rows = answer.out.splitlines()
    assert "Kyrgyzstan · Iskender Sydygaliev · Deputy Minister of Justice · deputy minister" in answer.out
    assert next(row for row in rows if row.startswith("Next meeting")).count("2026") == 1
    assert "told in passing" in next(row for row in rows if row.startswith("Earlier meeting"))
    assert "Hold the third meeting · Türkiye" in answer.out
    assert "“Deputy Minister of Justice Iskender Sydygaliev”" in answer.out
    assert rows[-1] == "19 proposals, 1 to be checked"


def test_json_has_the_quotes_with_their_places(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "Səmərqənd.md"
    file.write_text(PAPER, encoding="utf-8")
    answer = program("read", file, "--json")
    proposals = json.loads(answer.out)["proposals"]
    assert answer.code == 0
    assert [each["fields"]["title"] for each in proposals if each["kind"] == "document"] == [
        "Samarkand Declaration"
    ]
    assert all(PAPER[each["start"] : each["end"]] == each["quote"] for each in proposals)


def test_a_report_may_come_on_standard_input(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAPER.encode())))
    assert "Samarkand Declaration" in program("read", "-").out


def test_standard_input_that_was_closed_and_a_device_are_told(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert "Nothing comes on standard input." in program("read", "-").err
    assert "is a folder or a device" in program("read", os.devnull).err


def test_the_sure_part_is_added_and_can_be_taken_back(
    program: Program, found: Found, report: Path, empty: Path
) -> None:
    doubtful = replace(sample_proposals()[0], sure=False, why="whose meeting it is")
    found([doubtful, *sample_proposals()[1:]])
    command = ("read", report, "--into", empty, "--sure")
    look = program(*command, "--dry-run")
    assert look.code == 0
    assert "This was only a look" in look.err
    assert counted(empty, "source", "meeting") == [0, 0]
    answer = program(*command)
    assert answer.code == 0
    assert answer.out == look.out
    assert "whose meeting it is" in answer.out
    assert "Its meeting is not chosen." in answer.out, "its delegations cannot be added either"
    assert answer.out.endswith("9 sure, 10 left out\n")
    assert counted(empty, "source", "meeting", "delegation", "document") == [1, 2, 0, 2]
    assert f"--dossier {shlex.quote(str(empty))}` takes it back" in answer.err
    assert program("undo", "--dossier", empty).code == 0
    assert counted(empty, "source", "meeting") == [0, 0]


def test_a_second_time_nothing_is_changed(program: Program, found: Found, report: Path, empty: Path) -> None:
    found(sample_proposals())
    command = ("read", report, "--into", empty, "--sure")
    assert program(*command).out.endswith("19 sure, 0 left out\n")
    again = program(*command)
    assert again.code == 0
    assert "The dossier has all of this already" in again.err
    assert "New" not in again.out
    assert counted(empty, "source", "meeting", "person") == [1, 3, 6]


def test_what_the_dossier_has_otherwise_is_told_and_stays(
    program: Program, found: Found, report: Path, dossier: Path
) -> None:
    meeting, *rest = sample_proposals()
    other = replace(meeting.fields["city"], value="Gəncə")
    found([replace(meeting, fields={**meeting.fields, "city": other}), *rest])
    answer = program("read", report, "--into", dossier, "--sure", "--json")
    assert answer.code == 0
    said = json.loads(answer.out)
    assert (said["added"], said["left_out"]) == (True, [])
    assert said["taken"][0] == {"key": "m2", "standing": "differs"}
    shown = program("read", report, "--into", dossier, "--sure", "--dry-run").out
    assert "City: Baku stays, the report says Gəncə" in shown


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--into", "x.ministrack"), "Use --sure"),
        (("--sure",), "Name it with --into"),
        (("--dry-run",), "Name it with --into"),
        (("--into", "x.ministrack", "--sure", "--sample"), "Two dossiers"),
    ],
    ids=["not sure", "no dossier", "no dossier to look at", "two dossiers"],
)
def test_what_nobody_can_mean_is_explained(
    program: Program, report: Path, options: tuple[str, ...], words: str
) -> None:
    answer = program("read", report, *options)
    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err


def test_a_dossier_that_is_not_there_is_not_made(program: Program, report: Path, tmp_path: Path) -> None:
    answer = program("read", report, "--into", tmp_path / "yox.ministrack", "--sure")
    assert answer.code == 3
    assert "yox.ministrack" in answer.err
    assert not (tmp_path / "yox.ministrack").exists()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"The weather in Bishkek will stay dry until Sunday.\n", 1),
        (b"", 2),
        (b" \n\n", 2),
        (b"\x00\x01\xfe\xff" * 999, 2),
        (b"PK\x03\x04 no archive", 2),
        (b"%PDF-1.7 and nothing else", 2),
        (b"The ministers met. " * 600_000, 2),
    ],
    ids=["no meeting", "empty", "blank", "binary", "broken archive", "broken pdf", "too long"],
)
def test_bad_input_ends_in_a_word_and_stores_nothing(
    program: Program, empty: Path, tmp_path: Path, content: bytes, code: int
) -> None:
    file = tmp_path / "hava.txt"
    file.write_bytes(content)
    answer = program("read", file, "--into", empty, "--sure")
    assert answer.code == code
    assert answer.err
    assert "fault of the program" not in answer.err
    assert counted(empty, "source") == [0]


def test_a_file_that_is_not_there_is_named(program: Program, tmp_path: Path) -> None:
    answer = program("read", tmp_path / "yoxdur.txt")
    assert answer.code == 2
    assert "yoxdur.txt" in answer.err


def test_a_folder_is_no_report(program: Program, tmp_path: Path) -> None:
    answer = program("read", tmp_path)
    assert answer.code == 2
    assert f"{tmp_path} is a folder. Nothing was changed. Name a file in it." in answer.err
