"""Reports in Turkish."""

import pytest

from tests.reading.languages.spoken import dates_in, parties_in


def test_countries_and_organisations_are_found_with_their_endings() -> None:
    text = (
        "Kırgız Cumhuriyeti ve Özbekistan Cumhuriyeti'nin heyetleri, Türk Devletleri Teşkilatı'nın (TDT) "
        "toplantısına geldi; Kazak heyeti TDT'ye, KKTC ise gözlemci olarak Azerbaycan'a teşekkür etti."
    )
    assert parties_in("tr", text) == [
        ("KG", "Kırgız Cumhuriyeti"),
        ("UZ", "Özbekistan Cumhuriyeti'nin"),
        ("OTS", "Türk Devletleri Teşkilatı'nın (TDT)"),
        ("KZ", "Kazak"),
        ("OTS", "TDT'ye"),
        ("TRNC", "KKTC"),
        ("AZ", "Azerbaycan'a"),
    ]


def test_a_ministry_of_finance_is_not_mali() -> None:
    assert parties_in("tr", "Maliye Bakanlığı, Türk dünyasının mali işlerini görüştü.") == []


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("20 Kasım'da toplandılar.", "2025-11-20"),
        ("12-13 Haziran 2024 tarihlerinde yapıldı.", "2024-06-12/2024-06-13"),
        ("Belge 9 Eylül 2024'te imzalandı.", "2024-09-09"),
        ("İlk toplantı geçen yıl yapıldı.", "2024"),
        ("Bir sonraki toplantı 2026'da yapılacak.", "2026"),
        ("Toplantının 2026 yılında yapılması kararlaştırıldı.", "2026"),
        ("Gelecek yıl Aralık ayında buluşacaklar.", "2026-12"),
        ("Gelecek yılın sonbaharında buluşacaklar.", "2026-23"),
        ("Bakanlar Salı günü buluştu.", "2025-11-18"),
        ("Bakanlar bugün buluştu.", "2025-11-20"),
        ("15 Ocak'ta buluşacaklar.", "2026-01-15"),
        ("15 Ocak'ta buluştular.", "2025-01-15"),
    ],
)
def test_a_date_is_read_as_it_is_meant(words: str, edtf: str) -> None:
    assert dates_in("tr", words) == [edtf]
