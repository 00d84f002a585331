"""Reports in Azerbaijani."""

import pytest

from tests.reading.languages.spoken import dates_in, parties_in


def test_countries_and_organisations_are_found_with_their_endings() -> None:
    text = (
        "Qazaxıstan Respublikasının və Qırğızıstanın nümayəndələri, ABŞ-ın səfiri və qazax həmkarı Türk "
        "Dövlətləri Təşkilatının (TDT) iclasında, BMT-nin Özbəkistandakı nümayəndəsi isə TDT-də çıxış etdi."
    )
    assert parties_in("az", text) == [
        ("KZ", "Qazaxıstan Respublikasının"),
        ("KG", "Qırğızıstanın"),
        ("US", "ABŞ-ın"),
        ("KZ", "qazax"),
        ("OTS", "Türk Dövlətləri Təşkilatının (TDT)"),
        ("UN", "BMT-nin"),
        ("UZ", "Özbəkistandakı"),
        ("OTS", "TDT-də"),
    ]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("Noyabrın 20-də görüş keçirilib.", "2025-11-20"),
        ("Noyabrın 19-20-də görüş keçirilib.", "2025-11-19/2025-11-20"),
        ("20 noyabr tarixində toplantı oldu.", "2025-11-20"),
        ("2024-cü il sentyabrın 9-da imzalanıb.", "2024-09-09"),
        ("İclas ötən il baş tutub.", "2024"),
        ("2026-cı ildə keçiriləcək.", "2026"),
        ("Gələn il dekabrda keçiriləcək.", "2026-12"),
        ("2026-cı ilin birinci yarısında keçiriləcək.", "2026-40"),
        ("Bu gün onlar görüşüb.", "2025-11-20"),
        ("3 iyun 2024-cü ildə təsdiq olunub.", "2024-06-03"),
    ],
)
def test_a_date_is_read_as_it_is_meant(words: str, edtf: str) -> None:
    assert dates_in("az", words) == [edtf]
