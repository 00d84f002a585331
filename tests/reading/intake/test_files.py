"""Reports that are files: Word, OpenDocument, PDF, mail, HTML, and text in any encoding."""

import zipfile
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path

import pytest
from docx import Document as WordDocument
from odfdo import Document as OpenDocument
from odfdo import Header, List, Paragraph, Table

from ministrack.domain.errors import InvalidValue
from ministrack.reading.intake.assembling import report_of_passages
from ministrack.reading.intake.files import report_of_file
from ministrack.reading.intake.told import Passage, Told
from ministrack.reading.report import BlockKind, Report
from ministrack.sandbox.file_problem import FileProblem

TITLE, HEADING, PARAGRAPH = BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH
ITEM, ROW, FOOTNOTE = BlockKind.ITEM, BlockKind.ROW, BlockKind.FOOTNOTE

_MET = "The Ministers of Justice met in Vilnius on 12 May 2023. They adopted a Joint Statement."


_JOINED = (
    "The Ministers of Justice of the Baltic States met in Vilnius on 12 May 2023 under the chairmanship"
    " of Ms Ewelina Dobrowolska, Minister of Justice of the Republic of Lithuania, and adopted the"
    " Joint Statement."
)
_OVER_PAGES = (
    "1. The next meeting will be held in Tallinn in 2024, at the invitation of the Minister of Justice of the"
    " Republic of Estonia."
)


def told(report: Report) -> list[tuple[BlockKind, str]]:
    return [(block.kind, report.text[block.start : block.stop]) for block in report.blocks]


def words(report: Report) -> list[str]:
    return [each for _, each in told(report)]


def pdf(pages: Sequence[Sequence[tuple[int, int, int, str]]], extra: str = "") -> bytes:
    """A PDF of lines: size of the letters, place across and up, words."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    kids = []
    for page in pages:
        lines = "".join(
            f"BT /F1 {size} Tf {across} {up} Td ({said}) Tj ET\n" for size, across, up, said in page
        )
        length = len(lines.encode("cp1252"))
        objects.append(f"<</Length {length}>>\nstream\n{lines}endstream")
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {len(objects)} 0 R>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    body = "%PDF-1.4\n" + "".join(f"{n} 0 obj\n{held}\nendobj\n" for n, held in enumerate(objects, 1))
    return f"{body}trailer\n<</Root 1 0 R/Size {len(objects) + 1}{extra}>>\n%%EOF\n".encode("cp1252")


def paragraph(up: int, *lines: str) -> list[tuple[int, int, int, str]]:
    return [(11, 70, up - 14 * number, line) for number, line in enumerate(lines)]


def test_a_word_document_keeps_its_headings_lists_tables_and_footnotes(tmp_path: Path) -> None:
    document = WordDocument()
    document.add_heading("Third meeting of the Baltic ministers of justice", 0)
    document.add_heading("Participants", 1)
    document.add_paragraph(_MET)
    document.add_paragraph("Lithuania: Ms. Ewelina Dobrowolska", style="List Bullet")
    broken = document.add_paragraph("Done in Vilnius")
    broken.add_run().add_break()
    broken.add_run("Ministry of Justice")
    table = document.add_table(2, 2)
    for place, said in enumerate(("Country", "Head", "Latvia", "Ms. Inese Lībiņa-Egnere")):
        table.cell(place // 2, place % 2).text = said
    document.save(str(tmp_path / "report.bin"))  # the ending says nothing
    assert told(report_of_file(tmp_path / "report.bin")) == [
        (TITLE, "Third meeting of the Baltic ministers of justice"),
        (HEADING, "Participants"),
        (
            PARAGRAPH,
            "The Ministers of Justice met in Vilnius on 12 May 2023. They adopted a Joint Statement.",
        ),
        (ITEM, "Lithuania: Ms. Ewelina Dobrowolska"),
        (PARAGRAPH, "Done in Vilnius"),
        (PARAGRAPH, "Ministry of Justice"),
        (ROW, "Country | Head"),
        (ROW, "Latvia | Ms. Inese Lībiņa-Egnere"),
    ]


def test_an_open_document_keeps_its_headings_lists_tables_and_notes(tmp_path: Path) -> None:
    document = OpenDocument("text")
    body = document.body
    body.clear()
    body.append(Header(1, "Third meeting of the Baltic ministers of justice"))
    met = Paragraph(_MET)
    met.insert_note(after="Vilnius", note_id="n1", citation="1", body="At the invitation of Lithuania.")
    body.append(met)
    body.append(List(["Latvia: Ms. Inese Lībiņa-Egnere", "Estonia: Mr. Kalle Laanet"]))
    table = Table("Heads", width=2, height=1)
    table.set_value((0, 0), "Poland")
    table.set_value((1, 0), "Mr. Łukasz Świątek")
    body.append(table)
    document.save(str(tmp_path / "report.odt"))
    report = report_of_file(tmp_path / "report.odt")
    assert told(report) == [
        (TITLE, "Third meeting of the Baltic ministers of justice"),
        (PARAGRAPH, _MET),
        (ITEM, "Latvia: Ms. Inese Lībiņa-Egnere"),
        (ITEM, "Estonia: Mr. Kalle Laanet"),
        (ROW, "Poland | Mr. Łukasz Świątek"),
        (FOOTNOTE, "At the invitation of Lithuania."),
    ]
    assert report.given == report.text
    assert report.given_span(3, 9) == (3, 9)


def test_the_lines_of_a_pdf_are_joined_and_what_every_page_repeats_is_left_out(tmp_path: Path) -> None:
    head, foot = (9, 70, 800, "Council of the Baltic Sea - Press release"), "Page {} of 2"
    first = [
        head,
        (18, 70, 760, "Joint Communiqué"),
        *paragraph(
            720,
            "The Ministers of Justice of the Baltic States met in Vilnius on 12 May 2023 under the chair-",
            "manship of Ms Ewelina Dobrowolska, Minister of Justice of the Republic of Lithuania, and",
            "adopted the Joint Statement.",
        ),
        *paragraph(
            664, "1. The next meeting will be held in Tallinn in 2024, at the invitation of the Minister of"
        ),
        (9, 280, 40, foot.format(1)),
    ]
    second = [head, *paragraph(760, "Justice of the Republic of Estonia."), (9, 280, 40, foot.format(2))]
    (tmp_path / "a.pdf").write_bytes(pdf([first, second]))
    assert told(report_of_file(tmp_path / "a.pdf")) == [
        (TITLE, "Joint Communiqué"),
        (PARAGRAPH, _JOINED),
        (PARAGRAPH, _OVER_PAGES),
    ]


def test_a_hyphen_that_belongs_to_a_name_stays_at_the_end_of_a_line(tmp_path: Path) -> None:
    lines = paragraph(
        700,
        "The inaugural meeting of the Consultative Group was held under the chairmanship of the U.S.-",
        "ROK Alliance in Seoul, and the well-known Trans-Caspian route was on the agenda, as was a well-",
        "known non-paper of the Ministers on it.",
    )
    (tmp_path / "a.pdf").write_bytes(pdf([lines]))
    assert report_of_file(tmp_path / "a.pdf").text.endswith(
        "of the U.S.-ROK Alliance in Seoul, and the well-known Trans-Caspian route was on the agenda,"
        " as was a well-known non-paper of the Ministers on it."
    )


def test_the_columns_of_a_pdf_are_cells_and_small_raised_numbers_are_no_words(tmp_path: Path) -> None:
    rows = [
        (11, 70, 700, "Estonia"), (11, 250, 700, "Mr Kalle Laanet"), (6, 332, 704, "1"),
        (11, 70, 680, "Latvia"), (11, 250, 680, "Ms Inese Libina-Egnere, 2nd Deputy"),
    ]  # fmt: skip
    (tmp_path / "a.pdf").write_bytes(pdf([rows]))
    assert told(report_of_file(tmp_path / "a.pdf")) == [
        (ROW, "Estonia | Mr Kalle Laanet"),
        (ROW, "Latvia | Ms Inese Libina-Egnere, 2nd Deputy"),
    ]


def mail(body: str, html: str = "") -> bytes:
    message = EmailMessage()
    message["From"] = "Press Office of the Ministry <press@example.org>"
    message["Subject"] = "Fwd: Read-out: Əhmədov receives his colleague"
    message["Date"] = "Thu, 20 Nov 2025 23:30:00 +0400"
    if body:
        message.set_content(body)
    if html:
        message.add_alternative(html, subtype="html")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="annex.pdf")
    return bytes(message)


@pytest.mark.parametrize("is_html", [False, True], ids=["plain", "html"])
def test_a_mail_tells_its_subject_day_and_sender(tmp_path: Path, is_html: bool) -> None:
    body = "" if is_html else "The ministers met in Bakı today.\n\n--\u0020\nPress Office\n"
    html = "<p>The ministers <b>met</b> in Bakı today.</p>" if is_html else ""
    (tmp_path / "mail.eml").write_bytes(mail(body, html))
    report = report_of_file(tmp_path / "mail.eml")
    about = report.about
    assert about.title == "Read-out: Əhmədov receives his colleague"
    assert (about.published, about.publisher) == ("2025-11-20", "Press Office of the Ministry")
    assert words(report) == [about.title, "The ministers met in Bakı today."]
    assert about.notes == ("Attachments were not read: annex.pdf.",)


def test_a_mail_is_read_without_the_one_that_it_answers(tmp_path: Path) -> None:
    own = "The ministers met in Bakı today and agreed on the following programme of work. " * 4
    body = f"{own}\n\nOn Tuesday, Rüstəm wrote:\n> Please send the programme.\n> Thanks\n"
    (tmp_path / "mail.eml").write_bytes(mail(body))
    assert words(report_of_file(tmp_path / "mail.eml"))[1:] == [own.strip()]


_PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="{charset}">
<title>Ministers meet in Şuşa | Ministry</title>
<meta property="og:site_name" content="Ministry of Justice"><meta name="date" content="2025-06-13T10:00:00Z">
<link rel="canonical" href="https://justice.example/en/news/1"><style>p {{color: red}}</style></head><body>
<nav><ul><li><a href="/">Home</a></li></ul></nav><div class="cookie-banner">We use cookies.</div>
<main><h1>Ministers meet in Şuşa</h1><p>The ministers of justice met
in Şuşa.<br>They signed an agreement &amp; left.</p><script>var a = "<p>no</p>";</script>
<table><tr><th>Country</th><th>Name</th></tr><tr><td>Türkiye</td><td>Yılmaz Tunç</td></tr></table>
</main><footer>All rights reserved</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1254"])
def test_a_page_is_read_without_what_surrounds_it(tmp_path: Path, charset: str) -> None:
    (tmp_path / "page.html").write_bytes(_PAGE.format(charset=charset).encode(charset))
    report = report_of_file(tmp_path / "page.html")
    assert told(report) == [
        (TITLE, "Ministers meet in Şuşa"),
        (PARAGRAPH, "The ministers of justice met in Şuşa."),
        (PARAGRAPH, "They signed an agreement & left."),
        (ROW, "Country | Name"),
        (ROW, "Türkiye | Yılmaz Tunç"),
    ]
    about = report.about
    assert (about.title, about.published) == ("Ministers meet in Şuşa", "2025-06-13")
    assert (about.publisher, about.address) == ("Ministry of Justice", "https://justice.example/en/news/1")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r"])
def test_a_text_in_any_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    said = "Министр юстиции Акбар Ташкулов принял в Ташкенте делегацию Киргизской Республики во вторник."
    (tmp_path / "text.txt").write_bytes(said.encode(encoding))
    report = report_of_file(tmp_path / "text.txt")
    assert (report.text, report.about.language) == (said, "ru")


def test_a_stray_quotation_mark_of_windows_does_not_spoil_a_text(tmp_path: Path) -> None:
    said = "Türkiye’s Minister of Justice, Yılmaz Tunç, and his colleague from Özbekistan met in Iğdır: "
    content = said.encode() + "the “Joint Statement”".encode("cp1252")
    (tmp_path / "text.txt").write_bytes(content)
    report = report_of_file(tmp_path / "text.txt")
    assert report.text.endswith("the “Joint Statement”")
    assert "Yılmaz" in report.text
    assert report.about.notes == ("Characters that were in another encoding than the rest: 2.",)


def zipped(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


_LOCK = (
    f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'41' * 32}>/U<{'42' * 32}>/P -4>>/ID[<{'43' * 16}><{'43' * 16}>]"
)
_BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "There is no text in it."),
    "white.md": (b" \n\t\r\n \xc2\xa0", "There is no text in it."),
    "markup.html": (b"<html><body><p></p></body></html>", "There is no text in it."),
    "binary.txt": (bytes(range(1, 32)) * 200, "The file holds no text that could be read."),
    "photo.txt": (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(500), "photo.txt is a picture, not a text."),
    "long.txt": (b"The ministers met. " * 600_000, "long.txt is too long for a report: 11 MB of text."),
    "longer.txt": (b"The ministers. " * 120_000, "The text is too long for a report: 1,800,000 characters."),
    "rich.doc": (b"{\\rtf1\\ansi Ministers}", "rich.doc is in Rich Text Format (RTF), which is not read."),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old.doc is locked by a password, or"),
    "locked.pdf": (pdf([paragraph(700, "Secret")], _LOCK), "locked.pdf is locked by a password."),
    "torn.pdf": (b"%PDF-1.7\n1 0 obj\n", "torn.pdf is damaged, or no PDF."),
    "scanned.pdf": (pdf([[], []]), "scanned.pdf holds pictures of pages, and no text."),
    "torn.docx": (b"PK\x03\x04 and no more", "torn.docx is damaged, or not of the kind that its name says."),
}  # fmt: skip


@pytest.mark.parametrize("name", _BAD)
def test_what_cannot_be_read_is_told_in_words(tmp_path: Path, name: str) -> None:
    content, what = _BAD[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FileProblem, match=r".") as told_problem:
        report_of_file(tmp_path / name)
    problem = told_problem.value
    assert problem.what.startswith(what)
    assert problem.todo
    assert problem.safe
    assert (tmp_path / name).read_bytes() == content


_ODT = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"no xml"}
_ZIPPED: dict[str, tuple[dict[str, bytes], str]] = {
    "bomb.docx": ({"word/document.xml": bytes(40 << 20)}, "bomb.docx unpacks to far more than"),
    "table.xlsx": ({"xl/workbook.xml": b"<x/>"}, "table.xlsx is a spreadsheet, not a report."),
    "photos.zip": ({"a.jpg": b"x"}, "photos.zip is of a kind that is not read as a report."),
    "torn.docx": ({"word/document.xml": b"<x"}, "torn.docx is no Word document that could be opened."),
    "locked.odt": (
        {**_ODT, "META-INF/manifest.xml": b"<x:encryption-data/>"},
        "locked.odt is locked by a password.",
    ),
    "bare.odt": (_ODT, "bare.odt is no OpenDocument text that could be opened."),
    "torn.odt": ({**_ODT, "META-INF/manifest.xml": b"<x/>"}, "torn.odt is no OpenDocument text that could"),
}


@pytest.mark.parametrize("name", _ZIPPED)
def test_a_zip_file_that_is_no_report_is_told_in_words(tmp_path: Path, name: str) -> None:
    parts, what = _ZIPPED[name]
    zipped(tmp_path / name, parts)
    with pytest.raises(FileProblem, match=r".") as told_problem:
        report_of_file(tmp_path / name)
    assert told_problem.value.what.startswith(what)
    assert told_problem.value.todo


def test_a_part_of_a_document_that_is_damaged_is_told_in_words(tmp_path: Path) -> None:
    path = tmp_path / "damaged.docx"
    document = WordDocument()
    document.add_paragraph("The ministers met in Ohrid.")
    document.save(str(path))
    content = path.read_bytes()
    middle = content.index(b"word/document.xml") + 60
    path.write_bytes(content[:middle] + bytes(40) + content[middle + 40 :])
    with pytest.raises(FileProblem, match="is no Word document that could be opened"):
        report_of_file(path)


def test_a_document_of_thousands_of_pages_is_refused_as_a_text_is() -> None:
    with pytest.raises(FileProblem, match="too long for a report: 1,899,999 characters"):
        report_of_passages(Told((Passage("The ministers came. " * 95_000),)))


def test_a_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="is a folder or a device, not a file"):
        report_of_file(tmp_path)
    with pytest.raises(FileProblem, match="could not be read: No such file"):
        report_of_file(tmp_path / "gone.pdf")


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "broken"
    package.mkdir()
    (package / "pypdfium2.py").write_text("raise ImportError", encoding="utf-8")
    monkeypatch.syspath_prepend(str(package))
    (tmp_path / "a.pdf").write_bytes(pdf([paragraph(700, "The ministers met.")]))
    with pytest.raises(InvalidValue, match="To read PDF files, the package pypdfium2 is needed") as missing:
        report_of_file(tmp_path / "a.pdf")
    assert "ministrack[documents]" in missing.value.todo
