"""Countries: the list of ISO 3166-1, names in many languages, and type-ahead."""

import pytest
from babel.core import Locale

from ministrack.domain.countries import code_of_name, countries, country, find_countries, names_of
from ministrack.domain.country_languages import COUNTRY_LANGUAGES
from ministrack.domain.names import fold


def test_the_list_is_iso_and_sorted() -> None:
    everyone = countries()
    codes = [each.code for each in everyone]
    assert len(codes) == len(set(codes)) == 249
    assert not {"EU", "UN", "XK", "ZZ", "001"} & set(codes)
    assert [each.name for each in everyone] == sorted((each.name for each in everyone), key=fold)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Türkiye"),
        ("az", "Türkiyə"),
        ("kk", "Түркия"),
        ("ru", "Турция"),
        ("pt-BR", "Turquia"),
        ("xx", "Türkiye"),
    ],
)
def test_names_follow_the_language(language: str, name: str) -> None:
    found = country("tr", language)
    assert found is not None
    assert (found.code, found.name) == ("TR", name)


def test_unknown_codes() -> None:
    assert country("EU") is None
    assert country("") is None
    assert names_of("XK") == ()


def test_names_to_search_by() -> None:
    assert {"Kyrgyzstan", "Kırgızistan", "Qırğızıstan", "Киргизия", "Кыргызстан", "Kirghizia"} <= set(
        names_of("kg")
    )
    assert "Schweiz" in names_of("CH")
    assert "Turkey" in names_of("TR")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("TR", "TR"), ("turk", "TR"), ("Turkey", "TR"), ("турц", "TR"), ("TÜRKİYƏ", "TR"),
        ("kirg", "KG"), ("кыргыз", "KG"), ("Özbekistan", "UZ"), ("o'zbek", "UZ"), ("Қазақстан", "KZ"),
        ("uk", "GB"), ("usa", "US"), ("azer", "AZ"), ("cote", "CI"), ("ivory", "CI"), ("Georgia", "GE"),
        ("korea", "KR"), ("macaristan", "HU"),
    ],
)  # fmt: skip
def test_typing_finds_the_country_first(typed: str, code: str) -> None:
    assert find_countries(typed)[0].code == code


def test_best_matches_come_first() -> None:
    assert [each.name for each in find_countries("guinea")] == [
        "Guinea",
        "Guinea-Bissau",
        "Equatorial Guinea",
        "Papua New Guinea",
    ]
    assert find_countries("türk", "tr")[0].name == "Türkiye"
    assert len(find_countries("a", limit=3)) == 3
    assert find_countries("  ") == find_countries("zzz") == []


def test_languages_go_by_their_own_names_as_locale_data_has_them_latin_letters_first() -> None:
    for code, name in COUNTRY_LANGUAGES:
        assert (Locale.parse(code).get_language_name(code) or "").casefold() == name.casefold()
        assert len(countries(code)) == len(countries())
        assert {each.name for each in countries(code)} != {each.name for each in countries()} or code == "en"
    order = [code for code, _ in COUNTRY_LANGUAGES]
    assert order.index("cs") < order.index("da") < order.index("tr") < order.index("ru") < order.index("ar")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Republic of Azerbaijan", "AZ"), ("Азербайджанская Республика", "AZ"),
        ("Azərbaycan Respublikası", "AZ"),
        ("Республика Казахстан", "KZ"), ("Қазақстан Республикасы", "KZ"), ("Kazakistan Cumhuriyeti", "KZ"),
        ("Кыргызская Республика", "KG"), ("Кыргыз Республикасы", "KG"), ("the Kyrgyz Republic", "KG"),
        ("Республика Узбекистан", "UZ"), ("Oʻzbekiston Respublikasi", "UZ"),
        ("Ўзбекистон Республикаси", "UZ"),
        ("Republic of Türkiye", "TR"), ("Турецкая Республика", "TR"), ("The Russian Federation", "RU"),
        ("Rusya Federasyonu", "RU"), ("Federal Republic of Germany", "DE"), ("République du Sénégal", "SN"),
        ("Slovak Republic", "SK"), ("Kingdom of Saudi Arabia", "SA"), ("Islamic Republic of Pakistan", "PK"),
        ("Republic of China", "TW"), ("Republic of Korea", "KR"),
        ("Democratic Republic of Korea", None), ("Turkish Republic of Northern Cyprus", None),
        ("Republic", None), ("Republic of Us", None), ("Union", None),
    ],
)  # fmt: skip
def test_official_names_are_names_too(name: str, code: str | None) -> None:
    assert code_of_name(name) == code
