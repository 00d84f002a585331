"""Names: spellings that must meet, those that must not, and what a stored text may hold."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ministrack.domain.errors import InvalidValue
from ministrack.domain.names import fold, fold_keys, sound, tidy, tidy_long

SAME_FOLD = [
    ("Yilmaz Tunc", "Yılmaz Tunç", "YILMAZ TUNÇ", "yılmaz  tunç", "yilmaz-tunc"),
    ("igdir", "ığdır", "Iğdır", "IĞDIR", "İĞDİR", "igˇdir".replace("ˇ", "\u0306")),
    ("Ozbekiston", "Oʻzbekiston", "O'zbekiston", "O‘zbekiston", "OʼZBEKISTON"),
    ("Omuraliev", "Омуралиев", "Өмүралиев", "ОМУРАЛИЕВ"),
    ("Sydygaliev", "Сыдыгалиев"),
    ("Kubanychbek", "Кубанычбек"),
    ("Turkiye", "Türkiye", "TÜRKİYE"),
    ("strasse", "Straße", "STRASSE"),
]
SAME_SOUND = [
    ("Yilmaz Tunc", "Yılmaz Tunç", "Йылмаз Тунч", "TUNÇ yılmaz".title().split()[1] + " Tunch"),
    ("Omuraliev", "Omuraliyev", "Омуралиев", "Ömüralıyev", "Өмүралиев"),
    ("Sydygaliev", "Sidygaliyev", "Сыдыгалиев", "Sıdıqalıyev"),
    ("Ahmadov", "Əhmədov", "Akhmedov", "Ахмедов", "Axmedov", "Ahmadoff"),
    ("Kubanychbek", "Кубанычбек", "Kubanıçbek", "Qubanıçbek"),
    ("Sarsembayev", "Сәрсембаев", "Särsembaev"),
    ("Jafarov", "Cəfərov", "Джафаров", "Caferov"),
    ("Yerlan", "Ерлан", "Erlan"),
    ("Iskender", "Искендер", "İskender", "Iskandar"),
    ("Tashkulov", "Ташкулов", "Taşkulov", "Tashqulov"),
]
DIFFERENT = [
    "Yilmaz",
    "Tunc",
    "Omuraliev",
    "Sydygaliev",
    "Ahmadov",
    "Sarsembayev",
    "Tashkulov",
    "Iskender",
    "Aliyev",
]
LETTERS = st.text(st.sampled_from("abçğıİIişqxəöüñŞÇӨүӘқЯйыъʻ’' -ёþß́é"), max_size=30)


@pytest.mark.parametrize("spellings", SAME_FOLD, ids=lambda group: group[0])
def test_spellings_that_fold_alike(spellings: tuple[str, ...]) -> None:
    assert {fold(each) for each in spellings} == {fold(spellings[0])}


@pytest.mark.parametrize("spellings", SAME_SOUND, ids=lambda group: group[0])
def test_spellings_that_sound_alike(spellings: tuple[str, ...]) -> None:
    assert {sound(each) for each in spellings} == {sound(spellings[0])}


def test_different_names_stay_apart() -> None:
    assert len({sound(name) for name in DIFFERENT}) == len(DIFFERENT)
    assert len({fold(name) for name in DIFFERENT}) == len(DIFFERENT)


def test_schwa_is_found_as_e_and_as_a() -> None:
    keys = fold_keys("Fərid Əhmədov").split()
    assert keys == ["ferid", "ehmedov", "farid", "ahmadov"]
    assert fold_keys("Yılmaz Tunç") == "yilmaz tunc"


def test_folding_makes_plain_words() -> None:
    assert fold("  “The O'Brien–Tunç (2nd)”,\n draft ") == "the obrien tunc 2nd draft"
    assert fold(" -- ") == ""


@given(st.one_of(st.text(max_size=40), LETTERS))
def test_fold_is_idempotent_ascii_and_ignores_case_form(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert folded.isascii()
    assert folded == " ".join(folded.split()).lower()
    assert fold(unicodedata.normalize("NFD", text)) == folded


@given(LETTERS)
def test_sound_depends_on_the_folded_text_alone(text: str) -> None:
    assert sound(text) == sound(fold(text))
    assert len(sound(text)) <= len(fold(text))
    assert fold_keys(text).startswith(fold(text))


def test_tidy_normalises_and_trims() -> None:
    assert tidy("  Yılmaz Tunc\u0327 \u00a0") == "Yılmaz Tunç"
    assert tidy("Ministry of\r\n  Justice\tof Türkiye") == "Ministry of Justice of Türkiye"
    assert tidy("\ufeffBakı") == "Bakı"
    assert tidy_long("one\r\ntwo\rthree\u2028four\tfive\n") == "one\ntwo\nthree\nfour\tfive"


@pytest.mark.parametrize("mark", ["\x00", "\x1b", "\x7f", "\u202e", "\u2066", "\ud800"])
def test_tidy_refuses_hidden_characters(mark: str) -> None:
    for clean in (tidy, tidy_long):
        with pytest.raises(InvalidValue, match=rf"U\+{ord(mark):04X}.*position 4"):
            clean(f"Bak{mark}ı")


def test_tidy_keeps_marks_that_scripts_need() -> None:
    for text in ("می\u200cخواهم", "قازاقستان\u200f", "Ömüralıyev"):
        assert tidy(text) == text


@given(st.text(max_size=60))
def test_tidy_is_stable(text: str) -> None:
    for clean in (tidy, tidy_long):
        try:
            once = clean(text)
        except InvalidValue:
            continue
        assert clean(once) == once
        assert unicodedata.is_normalized("NFC", once)
