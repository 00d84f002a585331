"""The words of papers: chosen by language, and changed by the person who uses them."""

import re
from pathlib import Path

import pytest

from ministrack.domain.errors import InvalidValue
from ministrack.paths import config_dir, resource
from ministrack.reports import wording_files
from ministrack.reports.document import Tone, Words
from ministrack.reports.wording import own_file, wording

REPORTS = Path(wording_files.__file__).parent


@pytest.fixture
def built_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in the place of the texts that come with the program."""

    def copied(*parts: str) -> Path:
        path = tmp_path.joinpath(*parts)
        if not path.exists():
            raise FileNotFoundError(path)
        return path

    monkeypatch.setattr(wording_files, "resource", copied)
    write(tmp_path / "papers" / "en" / "common.toml", 'unknown = "not known"\n')
    write(
        tmp_path / "papers" / "en" / "brief.toml",
        '[last]\nchair = "{person} was in the chair."\n'
        'open = { none = "Nothing is open.", one = "{n} task of {owner}", other = "{n} tasks of {owner}" }\n',
    )
    return tmp_path / "papers"


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def own(text: str, name: str = "brief", language: str = "en") -> Path:
    file = config_dir() / "papers" / language / f"{name}.toml"
    write(file, text)
    return file


def test_a_text_is_filled_in_and_counted(built_in: Path) -> None:
    words = wording("brief")
    assert words("last.chair", person="Fərid Əhmədov") == "Fərid Əhmədov was in the chair."
    assert words.count("last.open", 0, owner="Türkiye") == "Nothing is open."
    assert words.count("last.open", 1, owner="Türkiye") == "1 task of Türkiye"
    assert words.count("last.open", 1200, owner="Türkiye") == "1,200 tasks of Türkiye"
    assert words("unknown") == "not known"  # what all papers have in common


def test_values_are_never_read_as_texts_with_placeholders(built_in: Path) -> None:
    assert wording("brief")("last.chair", person="{person} {0} }{") == "{person} {0} }{ was in the chair."


def test_a_line_keeps_the_note_and_the_tone_of_what_is_filled_in(built_in: Path) -> None:
    person = Words("Yılmaz Tunç", Tone.STRONG, "News.Az")
    assert wording("brief").line("last.chair", person=person) == (person, Words(" was in the chair."))
    counted = wording("brief").line("last.open", 2, owner=(Words("OTS"), Words(" Secretariat")))
    assert "".join(words.text for words in counted) == "2 tasks of OTS Secretariat"


def test_a_name_in_arabic_does_not_draw_figures_to_its_other_side(built_in: Path) -> None:
    said = wording("brief").count("last.open", 2, owner="الأمانة")
    assert said == "2 tasks of \u2068الأمانة\u2069"


def test_another_language_stands_before_english_with_its_own_plurals(built_in: Path) -> None:
    write(
        built_in / "ru" / "brief.toml",
        '[last]\nopen = { one = "{n} задача", few = "{n} задачи", many = "{n} задач", other = "задачи" }\n',
    )
    words = wording("brief", "ru-KZ")
    said = [words.count("last.open", n, owner="") for n in (1, 3, 5, 21)]
    assert said == ["1 задача", "3 задачи", "5 задач", "21 задача"]
    assert words("last.chair", person="Асан") == "Асан was in the chair."  # not translated yet
    assert wording("brief", "xx").count("last.open", 1, owner="OTS") == "1 task of OTS"


def test_an_own_copy_changes_what_it_names_and_leaves_the_rest(built_in: Path) -> None:
    own('[last]\nchair = "In the chair: {person}"\n')
    words = wording("brief")
    assert words("last.chair", person="Tunç") == "In the chair: Tunç"
    assert words.count("last.open", 0, owner="") == "Nothing is open."
    own('unknown = "open"\n', "common")
    assert wording("brief")("unknown") == "open"
    assert own_file("brief") == str(config_dir() / "papers" / "en" / "brief.toml")


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        (
            '\n[last]\nchair = "{persn} was there"\n',
            3,
            "“persn” in braces stands for nothing. This text knows",
        ),
        ('[last]\nopen = "{n} of {person}"\n', 2, "“person” in braces stands for nothing"),
        ('[last]\nchair = "{person was there"\n', 2, "A brace is open or closed alone"),
        ('[last]\nchair = "}"\n', 2, "A brace is open or closed alone"),
        ('[last]\nchair = "{person.__class__}"\n', 2, "Braces hold one name"),
        ('[last]\nchair = "{person!r:>9}"\n', 2, "Braces hold one name"),
        ('[last]\nchair = "{}"\n', 2, "Braces hold one name"),
        ('[last]\nchairs = "x"\n', 2, "No paper has a text called “last.chairs”"),
        ("[last]\nchair = 5\n", 2, "Only texts in quotation marks"),
        ('[last.open]\nmore = "x"\nother = "y"\n', 1, "There is no form “more”"),
        ('a = "b"\nchair = \n', 2, "Invalid value"),
    ],
)
def test_what_cannot_be_used_is_named_with_file_and_line(
    built_in: Path, text: str, line: int, why: str
) -> None:
    file = own(text)
    with pytest.raises(InvalidValue) as refused:
        wording("brief")
    said = str(refused.value)
    assert f"{file}, line {line}: " in said
    assert why in said
    assert "move it away" in said


def test_a_file_that_is_no_text_is_named(built_in: Path) -> None:
    file = own("")
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InvalidValue, match="UTF-8"):
        wording("brief")
    file.write_text("a = " + "[" * 5000, encoding="utf-8")
    with pytest.raises(InvalidValue, match="nested"):
        wording("brief")


def test_every_text_is_said_somewhere_and_every_text_that_is_said_is_there() -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in REPORTS.rglob("*.py"))
    files = [file.stem for file in resource("papers", "en").glob("*.toml")]
    keys = {key for name in files for key in wording_files.english(name)}
    asked = set(re.findall(r'words(?:\.count|\.line)?\(\s*"([\w.]+)"', code))
    assert len(asked) > 100
    assert asked <= keys
    composed = tuple(re.findall(r'f"(\w+\.\w*)\{', code))  # standing.presence_{presence}
    assert not {key for key in keys - asked if f'"{key}"' not in code and not key.startswith(composed)}


def test_all_texts_that_come_with_the_program_can_be_used() -> None:
    folder = resource("papers", "en")
    for file in folder.glob("*.toml"):
        assert wording_files.english(file.stem)
