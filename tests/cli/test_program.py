"""The program as a whole: commands that change, check and export, help, errors and exit codes."""

import json
import shlex
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ministrack.__main__ import COMMANDS, has_display, main, window_wanted
from ministrack.cli import whole
from ministrack.cli.parser import build_parser
from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.edits.records import change_record, remove_record
from ministrack.edits.workspace import Identity, Workspace
from ministrack.paths import default_dossier, settings_file
from ministrack.store.journal import trigger_statements
from ministrack.store.version import VERSION
from tests.cli.conftest import ME, Program


@pytest.fixture
def moved(workspace: Workspace) -> Meeting:
    """The third meeting, moved twice by the person of these tests; the dossier is closed again."""
    (third,) = workspace.read.find(Meeting, Compare("number", 3))
    ref = Ref("meeting", third.id)
    workspace.run(change_record(workspace.read, ref, new={"date": "2026-23"}))
    workspace.run(change_record(workspace.read, ref, new={"date": "2026-10-09", "city": "Iğdır"}))
    workspace.close()
    return third


# --- search and history -------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["Yilmaz Tunc", "yılmaz", "TUNÇ", "Йылмаз"])
def test_search_finds_a_person_in_any_spelling(program: Program, dossier: Path, text: str) -> None:
    answer = program("search", text, "--json", "--dossier", dossier)
    first = json.loads(answer.out)[0]
    assert (first["kind"], first["label"]) == ("person", "Yılmaz Tunç")
    assert set(first) == {"kind", "id", "label", "context"}
    assert "Yılmaz Tunç" in program("search", *text.split(), "--dossier", dossier).out


def test_search_that_finds_nothing_is_fine(program: Program, dossier: Path) -> None:
    answer = program("search", "xyzzy", "--dossier", dossier)
    assert (answer.code, answer.out, answer.err) == (0, "", "Nothing found.\n")


def test_history_of_a_record_says_who_and_from_what_to_what(
    program: Program, dossier: Path, moved: Meeting
) -> None:
    for words in (["Third", "meeting"], [moved.id], [moved.id[:30]]):
        answer = program("history", *words, "--json", "--dossier", dossier)
        newest, middle, oldest = json.loads(answer.out)
        assert newest["author"] == ME.author
        assert [(each["field"], each["before"], each["after"]) for each in newest["fields"]] == [
            ("date", "autumn 2026", "9 Oct 2026"),
            ("city", "", "Iğdır"),
        ]
        assert (middle["happened"], oldest["happened"], oldest["author"]) == (
            "changed",
            "created",
            "Somebody",
        )
    table = program("history", "third", "meeting", "--limit", 1, "--dossier", dossier).out
    assert ME.author in table
    assert "autumn 2026" in table


def test_history_of_the_dossier_newest_first(program: Program, dossier: Path, moved: Meeting) -> None:
    edits = json.loads(program("history", "--json", "--dossier", dossier).out)
    assert [each["number"] for each in edits] == [4, 3, 2, 1]
    assert len(json.loads(program("history", "--json", "--limit", 2, "--dossier", dossier).out)) == 2
    assert moved.name.split()[0] in program("history", "--dossier", dossier).out


def test_history_of_a_deleted_record_is_found_by_its_id(
    program: Program, dossier: Path, workspace: Workspace
) -> None:
    third = workspace.read.find(Meeting, Compare("number", 3))[0]
    workspace.run(remove_record(workspace.read, Ref("meeting", third.id)))
    workspace.close()
    entries = json.loads(program("history", third.id, "--json", "--dossier", dossier).out)
    assert [each["happened"] for each in entries] == ["deleted", "created"]


def test_words_that_mean_several_records_name_them(program: Program, dossier: Path) -> None:
    answer = program("history", "meeting", "--dossier", dossier)
    assert (answer.code, answer.out) == (2, "")
    assert "First meeting of the justice ministers" in answer.err
    assert "Second meeting of the justice ministers" in answer.err


def test_words_that_mean_none_say_so(program: Program, dossier: Path) -> None:
    answer = program("history", "Atlantis", "--dossier", dossier)
    assert answer.code == 2
    assert "Atlantis" in answer.err


# --- undo and redo ------------------------------------------------------------------------------------------


def test_undo_and_redo_say_what_they_did(program: Program, dossier: Path, moved: Meeting) -> None:
    first, second = (program("undo", "--dossier", dossier) for _ in range(2))
    assert (first.code, second.code) == (0, 0), first.err + second.err
    assert first.out.startswith("Taken back: Change 2 fields of Third meeting")
    assert "autumn 2026" in second.out
    again = program("redo", "--dossier", dossier)
    assert again.out.startswith("Brought back: ")
    listed = json.loads(program("list", "meetings", "--json", "--dossier", dossier).out)
    assert [each["date"] for each in listed if each["id"] == moved.id] == ["2026-23"]


def test_what_another_desk_did_is_not_taken_back(program: Program, dossier: Path) -> None:
    for command in ("undo", "redo"):
        answer = program(command, "--dossier", dossier)
        assert (answer.code, answer.out) == (1, "")
        assert "nothing to " + command in answer.err
        assert "Nothing was changed." in answer.err


def test_an_edit_that_others_built_on_says_what_they_did(
    program: Program, dossier: Path, moved: Meeting
) -> None:
    other = Workspace.open(dossier, Identity("Кубанычбек", "their desk"))
    other.run(change_record(other.read, Ref("meeting", moved.id), new={"city": "Kars"}))
    other.close()
    answer = program("undo", "--dossier", dossier)
    assert answer.code == 1
    assert "Kars" in answer.err
    assert "Кубанычбек" in answer.err


# --- info, check, export ------------------------------------------------------------------------------------


def test_info_says_what_there_is(program: Program, dossier: Path) -> None:
    facts = json.loads(program("info", "--json", "--dossier", dossier).out)
    assert facts["path"] == str(dossier)
    assert (facts["dossier_version"], facts["troubles"]) == (VERSION, 0)
    assert (facts["records"]["meeting"], facts["records"]["delegation"]) == (3, 6)
    assert facts["last_edit"]["author"] == "Somebody"
    shown = program("info", "--dossier", dossier).out
    assert str(dossier) in shown
    assert "in order" in shown


def damage(path: Path, statement: str) -> None:
    """Change a row behind the journal's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for name in trigger_statements():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        for sql in trigger_statements().values():
            connection.execute(sql)


def test_check_finds_a_sound_dossier_sound(program: Program, dossier: Path) -> None:
    answer = program("check", "--dossier", dossier)
    assert (answer.code, answer.out) == (0, "")
    assert "in order" in answer.err
    assert json.loads(program("check", "--json", "--dossier", dossier).out) == []


def test_check_names_the_record_that_differs(program: Program, dossier: Path) -> None:
    damage(dossier, "UPDATE meeting SET city = 'Bakt' WHERE city = 'Baku'")
    answer = program("check", "--dossier", dossier)
    assert answer.code == 1
    assert "Second meeting of the justice ministers" in answer.out
    assert "“Baku”" in answer.out
    assert "“Bakt”" in answer.out
    findings = json.loads(program("check", "--json", "--dossier", dossier).out)
    assert ("record", "meeting", "city", "Baku", "Bakt") in [
        tuple(each[name] for name in ("kind", "table", "field", "expected", "found")) for each in findings
    ]


def test_text_that_cannot_be_read_is_named_and_no_fault(program: Program, dossier: Path) -> None:
    damage(dossier, "UPDATE person SET name = CAST(x'59c4' AS TEXT) WHERE name LIKE 'Y%maz%'")
    answer = program("list", "people", "--dossier", dossier)
    assert answer.code == 3
    assert "check" in answer.err
    assert "Traceback" not in answer.err
    checked = program("check", "--dossier", dossier)
    assert checked.code == 1
    assert "“Yılmaz Tunç”, found: “Y\\xc4”" in checked.out


def test_export_writes_a_whole_file_for_its_owner(program: Program, dossier: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    answer = program("export", "--format", "json", "-o", target, "--dossier", dossier)
    assert (answer.code, answer.out) == (0, "")
    assert set(json.loads(target.read_text(encoding="utf-8"))["records"]) == set(RECORD_TYPES)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert program("export", "-o", "-", "--dossier", dossier).out == target.read_text(encoding="utf-8")


def test_export_overwrites_only_when_told(program: Program, dossier: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("before", encoding="utf-8")
    refused = program("export", "-o", target, "--dossier", dossier)
    assert (refused.code, target.read_text(encoding="utf-8")) == (2, "before")
    assert "out.json" in refused.err
    assert program("export", "-o", target, "--force", "--dossier", dossier).code == 0
    assert target.read_text(encoding="utf-8").startswith("{")
    assert program("export", "-o", tmp_path / "no" / "out.json", "--dossier", dossier).code == 3


# --- which dossier ------------------------------------------------------------------------------------------


def test_the_sample_needs_no_dossier_and_leaves_none(program: Program) -> None:
    answer = program("list", "meetings", "--sample", "--json")
    assert len(json.loads(answer.out)) == 3
    assert program("--sample", "list", "meetings", "--json").code == 0
    assert not default_dossier().exists()
    path = json.loads(program("info", "--sample", "--json").out)["path"]
    assert not Path(path).parent.exists()


def test_the_default_dossier_is_used_where_none_is_named(program: Program) -> None:
    missing = program("list", "meetings")
    assert missing.code == 3
    assert "--sample" in missing.err
    assert not default_dossier().exists()
    default_dossier().parent.mkdir(parents=True, exist_ok=True)
    Workspace.create(default_dossier(), ME).close()
    assert program("list", "meetings", "--json").out.split() == ["[", "]"]


def test_asking_writes_no_settings(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "meetings", "--dossier", str(dossier)]) == 0
    assert "Baku" in capsys.readouterr().out
    assert not settings_file().exists()


@pytest.mark.parametrize(
    "content", [None, b"", b"not a dossier at all" * 10, b"SQLite format 3\x00" + b"\x00" * 200]
)
def test_a_file_that_is_no_dossier_is_left_alone(
    program: Program, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "notes.ministrack"
    if content is not None:
        path.write_bytes(content)
    for command in (["list", "people"], ["check"], ["undo"], ["info"]):
        answer = program(*command, "--dossier", path)
        assert (answer.code, answer.out) == (3, "")
        assert answer.err.startswith("ministrack: ")
        assert answer.err.count("\n") == 1
    assert (path.read_bytes() if path.exists() else None) == content


# --- help and wrong use -------------------------------------------------------------------------------------


def test_help_shows_both_worlds_with_examples_and_exit_codes(program: Program) -> None:
    answer = program("--help")
    assert answer.code == 0
    for part in ("ministrack --sample", "list delegations --country KG", "exit codes:", "no display"):
        assert part in answer.out
    assert program("--version").out.startswith("ministrack 0")


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_each_command_helps_with_examples_that_parse(program: Program, command: str) -> None:
    answer = program(command, "--help")
    assert answer.code == 0
    examples = [line.strip() for line in answer.out.split("examples:")[1].splitlines() if line.strip()]
    assert examples
    for example in examples:
        words = shlex.split(example.split("|")[0])[1:]
        assert build_parser().parse_args(words).command == command


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["list", "ministers"],
        ["list", "meetings", "--nope"],
        ["list", "meetings", "--sample", "--dossier", "x"],
        ["history", "--limit", "0"],
        ["history", "--limit", "many"],
        ["export", "--sample"],
        ["export", "--format", "docx", "-o", "x"],
        ["--json"],
        ["--sample", "--json"],
        ["fetch", "everything"],
        ["lits"],
    ],
)
def test_wrong_use_is_one_plain_sentence(program: Program, arguments: list[str]) -> None:
    answer = program(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("ministrack: ")
    assert "--help" in answer.err
    assert answer.err.count("\n") == 1


def test_a_fault_of_the_program_goes_to_the_log(
    program: Program,
    dossier: Path,
    monkeypatch: pytest.MonkeyPatch,
    expected_log: Callable[[str], None],
    tmp_path: Path,
) -> None:
    expected_log("the command info failed")
    monkeypatch.setattr(whole, "VERSION", property())  # cannot be written as JSON
    monkeypatch.setattr("ministrack.cli.program.start_logging", lambda _folder: tmp_path / "a.log")
    answer = program("info", "--json", "--dossier", dossier)
    assert answer.code == 5
    assert "TypeError" in answer.err
    assert "a.log" in answer.err
    assert "Traceback" not in answer.err


# --- window or command --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], (None, False)),
        (["--sample"], (None, True)),
        (["a.ministrack"], (Path("a.ministrack"), False)),
        (["./list"], (Path("list"), False)),
        (["--dossier", "a b"], (Path("a b"), False)),
        (["--dossier=a"], (Path("a"), False)),
        (["list"], None),
        (["--help"], None),
        (["--sample", "list", "meetings"], None),
        (["a", "b"], None),
    ],
)
def test_what_opens_the_window(arguments: list[str], wanted: tuple[Path | None, bool] | None) -> None:
    assert window_wanted(arguments) == wanted


def test_every_command_is_known_before_the_parser_is_loaded() -> None:
    usage = build_parser().format_help()
    assert all(f"\n    {command} " in usage for command in COMMANDS)
    with pytest.raises(Exception, match="choose from") as caught:
        build_parser().parse_args(["nonsense"])
    assert str(caught.value).count("'") == 2 * (len(COMMANDS) + 1)


@pytest.mark.parametrize(
    ("variable", "there"),
    [("DISPLAY", True), ("WAYLAND_DISPLAY", True), ("QT_QPA_PLATFORM", True), ("TERM", False)],
)
def test_a_display_is_known_by_its_variable(
    monkeypatch: pytest.MonkeyPatch, variable: str, there: bool
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, "x")
    assert has_display() is there
