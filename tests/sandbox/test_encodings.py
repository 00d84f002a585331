"""Texts in the encodings of the world's spreadsheets: found by validity and by their letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ministrack.sandbox.encodings import decoded, known_encoding
from ministrack.sandbox.file_problem import FileProblem

RUSSIAN = "Страна;Глава делегации\nКыргызстан;Сыдыгалиев Искендер\nОбъект №5 «да» — нет\n"
TURKISH = "Ülke;Ad Soyad\nTürkiye;Yılmaz Tunç\nKırgızistan;Şatlık, Iğdır\n"
GERMAN = "Land;Name\nÖsterreich;Jürgen Müller\nSchweiz;Béatrice Größli, Staatssekretärin\n"
FRENCH = "Pays;Nom\nRépublique tchèque;Hélène Lefèvre, ministre déléguée\n"
HUNGARIAN = "Ország;Név\nMagyarország;Tuzson Bence\nTörökország;főügyész, külügyminiszter\n"
POLISH = "Państwo;Nazwisko\nPolska;Łukasz Świątek, Częstochowa\n"
ICELANDIC = "Land;Nafn\nÍsland;Guðrún Þórðardóttir\n"
GREEK = "Χώρα;Όνομα\nΕλλάδα;Γιώργος Φλωρίδης\n"

TEXTS = [
    *[(RUSSIAN, name) for name in ("cp1251", "koi8-r", "cp866", "mac-cyrillic", "iso8859-5")],
    *[(TURKISH, name) for name in ("cp1254", "iso8859-9", "cp857", "mac-turkish")],
    *[(text, name) for text in (GERMAN, FRENCH) for name in ("cp1252", "cp850", "mac-roman", "iso8859-15")],
    *[(text, name) for text in (HUNGARIAN, POLISH) for name in ("cp1250", "iso8859-2")],
    (ICELANDIC, "cp1252"),
    (GREEK, "cp1253"),
    *[(text, name) for text in (RUSSIAN, TURKISH) for name in ("utf-8", "utf-8-sig", "utf-16")],
    *[(text, name) for text in (RUSSIAN, TURKISH) for name in ("utf-16-le", "utf-16-be")],
]


@pytest.mark.parametrize(("text", "encoding"), TEXTS)
def test_what_was_written_is_read(text: str, encoding: str) -> None:
    content = text.encode(encoding, "ignore")  # not every encoding has a dash
    found = decoded(content)
    assert found.text == content.decode(encoding).removeprefix("\ufeff")
    assert found.encoding in found.others
    assert decoded(content, found.encoding).text.removeprefix("\ufeff") == found.text


def test_capitals_and_single_names_are_enough() -> None:
    for encoding in ("cp1251", "koi8-r"):
        assert decoded("СТРАНА;ГЛАВА\nКЫРГЫЗСТАН;СЫДЫГАЛИЕВ".encode(encoding)).encoding == encoding
    assert decoded("Yılmaz Tunç".encode("cp1254")).text == "Yılmaz Tunç"
    assert decoded("José Núñez".encode("cp1252")).text == "José Núñez"


def test_a_few_broken_bytes_do_not_make_it_another_encoding() -> None:
    found = decoded(RUSSIAN.encode() + b"\xff;\xfe\n")
    assert (found.encoding, found.unreadable) == ("utf-8", 2)
    assert found.text.startswith("Страна")


def test_what_a_person_chose_is_held_to() -> None:
    content = "Türkiye".encode("cp1254")
    assert decoded(content, "windows-1251").text != "Türkiye"
    with pytest.raises(FileProblem, match="not in Unicode \\(UTF-8\\): see line 1"):
        decoded(content, "utf8")
    with pytest.raises(FileProblem, match="There is no encoding “nonsense”"):
        decoded(content, "nonsense")
    assert known_encoding("windows-1254") == "cp1254"
    with pytest.raises(FileProblem, match="no encoding"):
        known_encoding("base64")


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(FileProblem, match="no text"):
        decoded(bytes(range(32)) * 40)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        found = decoded(content)
    except FileProblem:
        return
    assert found.encoding in found.others
