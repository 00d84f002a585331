"""`ministrack import`: looked at first, taken in as one edit, and nothing left out without a word."""

import io
import json
import sys
from pathlib import Path

import pytest

from ministrack.domain.delegation import Delegation, Presence
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.edits.workspace import Workspace
from tests.cli.conftest import ME, Program

RUSSIAN = (
    "Страна;Глава делегации;Должность;Прим.\n"
    "Кыргызстан;Сыдыгалиев Искендер;Заместитель министра юстиции;x\n"
    "Венгрия;Тужон Бенце;Министр юстиции;\n"
)
ONE_WITHOUT_COUNTRY = RUSSIAN + ";Неизвестный;Министр;\n"


@pytest.fixture
def russian(tmp_path: Path) -> Path:
    file = tmp_path / "делегации.csv"
    file.write_bytes(RUSSIAN.encode("cp1251"))
    return file


def delegations(dossier: Path) -> int:
    workspace = Workspace.open(dossier, ME)
    try:
        return workspace.read.count("delegation")
    finally:
        workspace.close()


def test_a_look_changes_nothing_and_the_import_can_be_taken_back(
    program: Program, dossier: Path, russian: Path
) -> None:
    command = ("import", russian, "--dossier", dossier, "--meeting", "third meeting")
    before = delegations(dossier)
    look = program(*command, "--dry-run")
    assert look.code == 0
    assert "Венгрия · Тужон Бенце" in look.out
    assert "Also new: Hungary, Тужон Бенце" in look.out
    assert look.out.endswith("2 new\n")
    assert "Delegations · cp1251" in look.err
    assert "Columns left out: Прим." in look.err
    assert delegations(dossier) == before
    assert program(*command).code == 0
    assert delegations(dossier) == before + 2
    again = program(*command)
    assert (again.code, again.out) == (0, "2 same\n")
    assert "Nothing was changed." in again.err
    assert "Import делегации.csv: 2 new, 0 changed" in program("undo", "--dossier", dossier).out
    assert delegations(dossier) == before


@pytest.mark.parametrize("words", ["3", "3rd", "2026", "next", "Türkiye"])
def test_the_meeting_is_named_by_number_date_place_or_as_the_next_one(
    program: Program, dossier: Path, russian: Path, words: str
) -> None:
    assert program("import", russian, "--dossier", dossier, "--meeting", words).code == 0
    workspace = Workspace.open(dossier, ME)
    third = workspace.read.find(Meeting, Compare("number", 3))[0]
    there = workspace.read.find(Delegation, Compare("meeting", third.id))
    workspace.close()
    assert [each.status for each in there] == [Presence.EXPECTED] * 2


def test_a_number_means_the_meeting_of_that_number_and_no_date(
    program: Program, dossier: Path, russian: Path
) -> None:
    command = ("import", russian, "--dossier", dossier, "--dry-run", "--meeting")
    assert program(*command, "1").code == 0
    twentieth = program(*command, "20")
    assert twentieth.code == 2
    assert "may mean several" in twentieth.err


def test_lines_that_are_left_out_are_named_and_give_exit_code_1(
    program: Program, dossier: Path, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(ONE_WITHOUT_COUNTRY, encoding="utf-8")
    command = ("import", file, "--dossier", dossier, "--meeting", "third meeting")
    before = delegations(dossier)
    strict = program(*command, "--strict")
    assert (strict.code, delegations(dossier)) == (1, before)
    answer = program(*command)
    assert (answer.code, delegations(dossier)) == (1, before + 2)
    assert "Country or organisation is missing." in answer.out
    assert "1 line is left out" in answer.err


def test_conflicts_are_left_out_unless_they_are_to_be_taken(
    program: Program, dossier: Path, tmp_path: Path
) -> None:
    file = tmp_path / "meetings.tsv"
    file.write_text("No.\tCity\tMeeting\tDate\n2\tBaku\tSecond meeting\t2025-11-21\n", encoding="utf-8")
    command = ("import", file, "--dossier", dossier, "--series", "justice")
    answer = json.loads(program(*command, "--json").out)
    assert (answer["imported"], answer["counts"]["conflict"]) == (False, 1)
    assert answer["rows"][0]["line"] == 2
    taken = program(*command, "--take-conflicts")
    assert taken.code == 0


def test_a_mapping_is_written_and_used(
    program: Program, dossier: Path, russian: Path, tmp_path: Path
) -> None:
    mapping = tmp_path / "mapping.json"
    command = ("import", russian, "--dossier", dossier, "--meeting", "third meeting", "--dry-run")
    program(*command, "--save-mapping", mapping)
    held = json.loads(mapping.read_bytes())
    assert held["table"] == "delegation"
    assert held["columns"]["Страна"] == "delegation.party"
    held["columns"]["Прим."] = "note"
    mapping.write_text(json.dumps(held), encoding="utf-8")
    answer = json.loads(program(*command, "--map", mapping, "--json").out)
    assert answer["columns"]["Прим."] == "delegation.note"
    for wrong, reason in (
        ("{", "it is no JSON"),
        ("[]", "no JSON object"),
        ('{"table": "cat"}', "no kind of record"),
        ('{"table": "party", "columns": {"a": "colour"}}', "there is no field “colour”"),
        ('{"colour": 1}', "“colour” is not known there"),
        ('{"has_header": 3}', "has_header is true or false"),
        ('{"date_order": "year"}', "date_order is “day” or “month”"),
        ('{"columns": []}', "names a field for each header"),
    ):
        mapping.write_text(wrong, encoding="utf-8")
        refused = program(*command, "--map", mapping)
        assert refused.code == 2
        assert reason in refused.err
    assert program(*command, "--map", tmp_path / "none.json").code == 2


def test_which_number_of_a_date_is_the_day_is_said_and_decided(
    program: Program, dossier: Path, tmp_path: Path
) -> None:
    file = tmp_path / "meetings.csv"
    file.write_text("Meeting,Date\nFirst session,03/04/2027\n", encoding="utf-8")
    command = ("import", file, "--dossier", dossier)
    assert "read as 3 Apr 2027, the day first" in program(*command, "--dry-run").err
    mapping = tmp_path / "mapping.json"
    program(*command, "--dry-run", "--dates", "month-first", "--save-mapping", mapping)
    taken = program(*command, "--map", mapping)
    assert taken.code == 0
    assert "day first" not in taken.err
    assert "2027-03-04" in program("list", "meetings", "--dossier", dossier, "--json").out


def test_standard_input_is_read(program: Program, dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO("Country,Code\nKenya,KE\n".encode("utf-16")))
    )
    answer = program("import", "-", "--dossier", dossier, "--json")
    assert json.loads(answer.out)["encoding"] == "utf-16-le"
    assert "Kenya" in program("search", "Kenya", "--dossier", dossier).out


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.parametrize("kind", ["meetings", "tasks", "delegations", "people", "documents", "sources"])
def test_what_was_exported_comes_back_as_the_same(
    program: Program, dossier: Path, tmp_path: Path, kind: str, suffix: str
) -> None:
    file = tmp_path / f"{kind}.{suffix}"
    assert program("export", "--kind", kind, "--dossier", dossier, "-o", file).code == 0
    answer = json.loads(program("import", file, "--dossier", dossier, "--dry-run", "--json").out)
    counts = answer["counts"]
    assert counts.pop("same") > 0
    assert set(counts.values()) == {0}


@pytest.mark.parametrize(
    ("name", "content", "options", "reason"),
    [
        ("a.csv", b"", (), "is empty"),
        ("a.csv", b"Foo;Bar\nx;y\n", (), "not clear what the lines are about: Foo, Bar"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + bytes(900), (), "of an old format"),
        ("a.bin", b"\x01\x00\x00\x00\x00\x02", (), "cannot be imported"),
        ("a.pdf", b"%PDF-1.7\n", (), "cannot be imported"),
        ("a.csv", b"Task;Due\nx;2026\n", ("--meeting", "third"), "--meeting is not about these"),
        ("a.csv", b"Task;Due\nx;2026\n", ("--encoding", "nonsense"), "no encoding “nonsense”"),
        ("a.csv", b"Task;Due\nx;2026\n", ("--format", "doc"), "no format “doc”"),
        ("a.ics", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", ("--kind", "tasks"), "is no table"),
        ("a.ics", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", ("--save-mapping", "m.json"), "is no table"),
        ("a.csv", b"Task;Due\nx;2026\n", ("--meeting", "Yilmaz Tunc"), "No record is found"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    program: Program,
    dossier: Path,
    tmp_path: Path,
    name: str,
    content: bytes,
    options: tuple[str, ...],
    reason: str,
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    answer = program("import", file, "--dossier", dossier, *options)
    assert answer.code == 2
    assert reason in answer.err
    assert program("import", tmp_path / "none.csv", "--dossier", dossier).code == 2


def test_where_the_mapping_cannot_be_written_nothing_is_imported(
    program: Program, dossier: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Task;Due\nHazırlıq;2026\n", encoding="utf-8")
    answer = program("import", file, "--dossier", dossier, "--save-mapping", tmp_path / "none" / "m.json")
    assert "m.json could not be used" in answer.err
    assert "Nothing was changed." in answer.err
    assert "Hazırlıq" not in program("list", "tasks", "--dossier", dossier).out
