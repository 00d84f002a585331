"""The words of papers as a file of one's own: copied, changed, and named where they cannot be used."""

from pathlib import Path

from ministrack.paths import config_dir
from tests.cli.conftest import Program
from tests.pdf import pages_of


def test_the_words_of_a_paper_are_copied_and_a_change_is_printed(
    program: Program, dossier: Path, tmp_path: Path
) -> None:
    answer = program("report", "brief", "--words")
    own = config_dir() / "papers" / "en" / "brief.toml"
    assert answer.code == 0
    assert f"Written: {own}\n" in answer.err
    text = own.read_text(encoding="utf-8")
    assert '"Draft agenda, not agreed with anyone yet"' in text
    own.write_text(
        text.replace('"Draft agenda, not agreed with anyone yet"', '"Vorschlag für die Tagesordnung"'),
        encoding="utf-8",
    )
    target = tmp_path / "brief.pdf"
    assert program("report", "brief", "-o", target, "--dossier", dossier).code == 0
    printed = "".join(pages_of(target.read_bytes())).replace("\n", " ")
    assert "Vorschlag für die Tagesordnung" in printed
    assert "Open tasks, by owner" in printed


def test_a_copy_that_is_there_is_left_as_it_is(program: Program) -> None:
    assert program("report", "--words").code == 0
    own = config_dir() / "papers" / "en" / "common.toml"
    own.write_text('no_date = "open"\n', encoding="utf-8")
    again = program("report", "--words")
    assert again.code == 2
    assert "already a file named common.toml" in again.err
    assert own.read_text(encoding="utf-8") == 'no_date = "open"\n'


def test_words_that_cannot_be_used_are_named_with_their_line(
    program: Program, dossier: Path, tmp_path: Path
) -> None:
    own = config_dir() / "papers" / "en" / "brief.toml"
    own.parent.mkdir(parents=True)
    own.write_text('[agenda]\nnext_numbered = "Meeting {number}"\n', encoding="utf-8")
    target = tmp_path / "brief.pdf"
    answer = program("report", "brief", "-o", target, "--dossier", dossier)
    assert answer.code == 2
    assert f"{own}, line 2: “number” in braces stands for nothing. This text knows {{ordinal}}." in answer.err
    assert not target.exists()


def test_the_folder_that_cannot_be_made_is_said(program: Program) -> None:
    config_dir().mkdir(parents=True, exist_ok=True)
    (config_dir() / "papers").write_text("", encoding="utf-8")
    answer = program("report", "brief", "--words")
    assert answer.code != 0
    assert "Traceback" not in answer.err
