"""`ministrack export`: which format, which records, and what is refused."""

import csv
import json
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from ministrack.edits.workspace import Workspace
from ministrack.exchange.digest import content_digest
from tests.cli.conftest import ME, Program


def rows(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=delimiter))


def test_the_end_of_the_name_says_the_format(program: Program, dossier: Path, tmp_path: Path) -> None:
    begins = {"a.json": b"{", "a.xlsx": b"PK", "a.zip": b"PK", "a.html": b"<!DOCTYPE", "a.jsonld": b"{"}
    for name, begin in begins.items():
        assert program("export", "-o", tmp_path / name, "--dossier", dossier).code == 0
        assert (tmp_path / name).read_bytes().startswith(begin)
    assert "@graph" in json.loads((tmp_path / "a.jsonld").read_bytes())
    assert "meeting.csv" in ZipFile(tmp_path / "a.zip").namelist()


def test_one_kind_is_narrowed_as_in_a_list(program: Program, dossier: Path) -> None:
    arguments = ("export", "--kind", "delegations", "--country", "KG", "--format", "csv", "-o", "-")
    found = rows(program(*arguments, "--dossier", dossier).out)
    assert [row["Country or organisation"] for row in found] == ["Kyrgyzstan"]
    both = rows(program(*arguments, "--country", "TR", "--dossier", dossier).out)
    assert {row["Country or organisation"] for row in both} == {"Kyrgyzstan", "Türkiye"}


def test_delegations_go_out_with_their_heads_and_come_back_as_the_same(
    program: Program, dossier: Path, tmp_path: Path
) -> None:
    file = tmp_path / "list.xlsx"
    text = program("export", "--kind", "delegations", "--format", "csv", "-o", "-", "--dossier", dossier).out
    kyrgyz = next(row for row in rows(text) if row["Country or organisation"] == "Kyrgyzstan")
    assert [kyrgyz[each] for each in ("Head", "Title then", "Level")] == [
        "Iskender Sydygaliev", "Deputy Minister of Justice", "Deputy minister",
    ]  # fmt: skip
    assert program("export", "--kind", "delegations", "-o", file, "--dossier", dossier).code == 0
    assert program("import", file, "--dossier", dossier).out == "6 same\n"


def test_a_csv_table_is_made_for_excel_where_that_is_asked_for(
    program: Program, dossier: Path, tmp_path: Path
) -> None:
    target = tmp_path / "tasks.csv"
    said = program(
        "export", "--kind", "tasks", "-o", target, "--delimiter", "semicolon", "--bom", "--dossier", dossier
    )
    assert (said.code, said.out) == (0, "")
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert len(rows(content.decode("utf-8-sig"), ";")) == 5


def test_a_narrowed_json_document_stands_alone(program: Program, dossier: Path) -> None:
    out = program("export", "--country", "KG", "--kind", "delegations", "-o", "-", "--dossier", dossier).out
    records = json.loads(out)["records"]
    assert [row["code"] for row in records["party"] if row["code"] == "KG"] == ["KG"]
    assert (len(records["delegation"]), len(records["delegate"]), len(records["meeting"])) == (1, 1, 2)
    assert records["task"] == []
    there = {row["id"] for table in records.values() for row in table}
    assert {row["subject"] for row in records["statement"]} <= there
    assert {row["source"] for row in records["statement"]} <= there


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--format", "csv", "-o", "all.csv"), "--kind"),
        (("--format", "csv", "--country", "KG", "-o", "all.csv"), "--kind"),
        (("--format", "jsonld", "--kind", "people", "-o", "people.jsonld"), "people"),
        (("-o", "all.xls"), "all.xls does not say in which format"),
        (("--kind", "meetings", "--country", "Atlantis", "-o", "x.csv"), "Atlantis"),
    ],
)
def test_what_a_format_cannot_hold_is_refused(
    program: Program,
    dossier: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    word: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.iterdir())
    answer = program("export", *arguments, "--dossier", dossier)
    assert answer.code == 2
    assert word in answer.err
    assert set(tmp_path.iterdir()) == before


def test_info_names_the_digest_of_the_content(program: Program, dossier: Path) -> None:
    facts = json.loads(program("info", "--json", "--dossier", dossier).out)
    workspace = Workspace.open(dossier, ME)
    assert facts["content_digest"] == content_digest(workspace.read)
    workspace.close()
