"""Papers written into Word documents of a person's own."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as Opened

from ministrack.domain.errors import InvalidValue
from ministrack.reports.document import Paper
from ministrack.reports.render.docx import write_docx
from tests.reports.render.papers_to_write import NEWS, OTHER, SEEN, hostile, paper

Make = Callable[..., Path]


@pytest.fixture
def template(tmp_path: Path) -> Make:
    def make(*lines: str, foot: str = "") -> Path:
        document = Document()
        for line in lines:
            document.add_paragraph(line)
        document.sections[0].footer.paragraphs[0].text = foot
        path = tmp_path / "Шаблон.docx"
        document.save(str(path))
        return path

    return make


def written(made: Paper, template: Path) -> Opened:
    out = BytesIO()
    write_docx(made, out, template)
    return Document(BytesIO(out.getvalue()))


def texts(document: Opened) -> list[str]:
    return [each.text for each in document.paragraphs if each.text]


def refusal(template: Path) -> str:
    out = BytesIO()
    with pytest.raises(InvalidValue) as caught:
        write_docx(paper(), out, template)
    assert not out.getvalue()
    assert caught.value.safe
    assert caught.value.todo
    assert caught.value.field == "template"
    return caught.value.what


@pytest.mark.parametrize("place", ["{{ body }}", "{{p body }}"])
def test_the_paper_goes_where_the_template_says(template: Make, place: str) -> None:
    own = template("MINISTRY OF JUSTICE", "{{ title }}", "{{ subtitle }}", place, "End", foot="{{ foot }}")
    document = written(paper(), own)
    said = texts(document)
    assert said[:4] == [
        "MINISTRY OF JUSTICE",
        "Briefing note: Əhmədov & Tunç",
        "Türkiye, 2026",
        "Where we stand",
    ]
    assert said[-1] == "End"
    assert said[-4:-1] == ["Sources", NEWS, OTHER]
    assert len(document.tables) == 2
    assert document.sections[0].footer.paragraphs[0].text == "OTS ministers of justice"


def test_sections_and_sources_can_have_places_of_their_own(template: Make) -> None:
    own = template(
        "{%p for section in sections %}", "» {{ section.title }}", "{{ section.body }}", "{%p endfor %}",
        "{{ sources_title }}:", "{{ sources }}",
    )  # fmt: skip
    said = texts(written(paper(), own))
    assert said[0] == "» Where we stand"
    assert "» Who came" in said
    assert "Agenda" in said
    assert said[-3:] == ["Sources:", NEWS, OTHER]


def test_styles_of_the_template_are_left_as_they_are(template: Make) -> None:
    own = template("{{ body }}")
    document = written(paper(), own)
    before = Document(str(own)).styles["Heading 1"].element.xml
    assert document.styles["Heading 1"].element.xml == before
    assert document.styles["Paper Table"]
    heading = next(each for each in document.paragraphs if each.text == "Who came")
    assert getattr(heading.style, "name", "") == "Heading 1"


def test_words_of_the_paper_are_never_taken_for_placeholders(template: Make) -> None:
    said = "\n".join(texts(written(hostile(), template("{{ title }}", "{{ body }}", foot="{{ title }}"))))
    assert said.count("{{ 7*7 }}") >= 3
    assert SEEN in said
    assert "49" not in said


@pytest.mark.parametrize(
    "attack",
    [
        "{{ title.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ title.upper() }}",
        "{{ 'a' * 1000000000 }}",
        "{{ '%9999999999d' | format(1) }}",
        "{{ title | attr('__class__') }}",
        "{% for a in range(99999) %}{% endfor %}",
        "{% include '/etc/passwd' %}",
        "{{ sections.append(1) }}",
        "{{ sections[0].__class__ }}",
        "{{ self.__init__ }}",
        "{{ lipsum(9999) }}",
        "{% for a in title %}{% for b in title %}{{ a }}{% endfor %}{% endfor %}",
        "{% for a in [1, 2] %}{% if a %}{% for b in [1, 2] %}{% endfor %}{% endif %}{% endfor %}",
        "{% for a in title recursive %}{{ a }}{% endfor %}",
        "{% set a = title %}{% set a = a ~ a %}{% set a = a ~ a %}",
        "{% set a %}{{ title }}{{ title }}{% endset %}",
        "{% with a = title ~ title %}{{ a }}{% endwith %}",
        "{% macro a() %}{{ title }}{% endmacro %}",
        "{% block a %}{% endblock %}",
        "{% extends '/etc/passwd' %}",
        "{% import '/etc/passwd' as a %}",
    ],
)
def test_a_template_can_run_nothing(template: Make, attack: str) -> None:
    assert "Шаблон.docx cannot be used" in refusal(template(attack, "{{ body }}"))


def test_a_name_that_papers_do_not_have_is_told_with_those_they_have(template: Make) -> None:
    said = refusal(template("{{ titel }}", "{{ body }}"))
    assert "titel" in said
    assert "title, subtitle, foot, body" in said


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("{{ title }}",), "{{ body }} is missing"),
        (("{{ title", "{{ body }}"), "not understood"),
        (("{% if title %}", "{{ body }}"), "not complete"),
    ],
)
def test_a_template_with_a_mistake_is_refused(template: Make, lines: tuple[str, ...], told: str) -> None:
    assert told in refusal(template(*lines))


def test_what_is_no_word_document_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "notes.docx"
    other.write_text("no zip")
    assert "not a Word document" in refusal(other)
    with ZipFile(other, "w") as whole:
        whole.writestr("readme.txt", "x")
    assert "not a Word document" in refusal(other)
    with ZipFile(other, "w") as whole:
        whole.writestr("word/document.xml", "<no")
    assert "cannot be used" in refusal(other)
    assert "cannot be used" in refusal(tmp_path / "gone.docx")


@pytest.mark.parametrize("content", [b"\0" * 101_000_000, b"<w:p/>" * 2_000_000])
def test_a_template_that_unpacks_to_far_too_much_is_refused(tmp_path: Path, content: bytes) -> None:
    bomb = tmp_path / "bomb.docx"
    with ZipFile(bomb, "w", 8) as whole:
        whole.writestr("word/document.xml", content)
    assert bomb.stat().st_size < 1_000_000
    assert "too large" in refusal(bomb)
