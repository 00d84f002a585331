"""Reports in Turkish."""

import pytest

from ministrack.domain.proposal import Relation
from tests.reading.languages.spoken import dates_in, parties_in
from tests.reading.languages.told import documents, meeting, people, proposed, roles, unsure

AGENCY = """ŞUŞA (AA) - Türk Devletleri Teşkilatı (TDT) Ulaştırma Bakanları 6. Toplantısı, 18 Kasım'da \
Azerbaycan'ın Şuşa kentinde yapıldı.

Azerbaycan Dijital Gelişim ve Ulaştırma Bakanı Rəşad Nəbiyev'in başkanlığında düzenlenen toplantıya \
Türkiye Ulaştırma ve Altyapı Bakanı Abdulkadir Uraloğlu, Kazakistan Ulaştırma Bakan Yardımcısı Sayın \
Maksat Kaliakparov ve TDT Genel Sekreteri Kubanıçbek Ömüraliyev katıldı. Macaristan'ı ise Macaristan'ın \
Bakü Büyükelçisi Tamás Torma temsil etti.

Eski Bakan Binali Yıldırım'ın mesajı okundu. Bir sonraki toplantının 2026'da Özbekistan'da yapılması \
kararlaştırıldı."""

LIST = """Ekonomik İşbirliği Teşkilatı Çevre Bakanları Dördüncü Toplantısı
Antalya, 3-4 Haziran 2025

Katılımcılar:

- Türkiye: Murat Kurum, Çevre, Şehircilik ve İklim Değişikliği Bakanı (Başkan)
- Pakistan: Musadık Malik, İklim Değişikliği Bakanı
- İran: Tuğgeneral Rıza Kazemi, Büyükelçi"""

CALL = """Adalet Bakanı Tunç, Macar mevkidaşı ile görüştü

Adalet Bakanı Yılmaz Tunç, Ankara'da bulunan Macaristan Adalet Bakanı Bence Tuzson'u kabul etti. Bugün \
gerçekleşen görüşmede Adalet Bakan Yardımcısı Niyazi Acar da hazır bulundu."""


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


def test_who_came_when_and_where_is_read_from_the_report_of_an_agency() -> None:
    found = proposed("tr", AGENCY)
    assert people(found) == [
        ("AZ", "Rəşad Nəbiyev", "Dijital Gelişim ve Ulaştırma Bakanı", "minister"),
        ("TR", "Abdulkadir Uraloğlu", "Ulaştırma ve Altyapı Bakanı", "minister"),
        ("KZ", "Maksat Kaliakparov", "Ulaştırma Bakan Yardımcısı", "deputy_minister"),
        ("OTS", "Kubanıçbek Ömüraliyev", "Genel Sekreteri", "head_of_organisation"),
        ("HU", "Tamás Torma", "Bakü Büyükelçisi", "ambassador"),
    ]
    assert roles(found)["Rəşad Nəbiyev"] == "chair"
    assert meeting(found, Relation.REPORTED) == {
        "number": "6", "date": "2025-11-18", "city": "Şuşa", "country": "AZ", "status": "held",
    }  # fmt: skip
    assert meeting(found, Relation.NEXT) == {"date": "2026", "country": "UZ", "status": "planned"}


def test_a_list_of_delegations_is_read() -> None:
    found = proposed("tr", LIST)
    assert people(found) == [
        ("TR", "Murat Kurum", "Çevre, Şehircilik ve İklim Değişikliği Bakanı", "minister"),
        ("PK", "Musadık Malik", "İklim Değişikliği Bakanı", "minister"),
        ("IR", "Rıza Kazemi", "Büyükelçi", "ambassador"),
    ]
    assert roles(found) == {"Murat Kurum": "chair"}
    reported = meeting(found, Relation.REPORTED)
    assert (reported["number"], reported["date"], reported["city"]) == (
        "4",
        "2025-06-03/2025-06-04",
        "Antalya",
    )


def test_people_without_a_country_are_of_that_of_the_language_but_not_surely() -> None:
    found = proposed("tr", CALL)
    assert people(found) == [
        ("TR", "Yılmaz Tunç", "Adalet Bakanı", "minister"),
        ("HU", "Bence Tuzson", "Adalet Bakanı", "minister"),
        ("TR", "Niyazi Acar", "Adalet Bakan Yardımcısı", "deputy_minister"),
    ]
    assert unsure(found) == {"Yılmaz Tunç", "Niyazi Acar"}
    assert meeting(found, Relation.REPORTED)["date"] == "2025-11-20"


@pytest.mark.parametrize(
    ("sentence", "document"),
    [
        (
            "Bakanlar, 9 Eylül 2024'te Astana'da imzalanan \"Astana Bildirgesi\"nin uygulanmasını ele aldı.",
            ("Astana Bildirgesi", "declaration", "signed", "2024-09-09", "sure"),
        ),
        (
            "Toplantının sonunda Şuşa Deklarasyonu'nu imzaladılar.",
            ("Şuşa Deklarasyonu", "declaration", "signed", "", "sure"),
        ),
        (
            "Bakanlar, Türk Dünyası 2040 Ulaştırma Eylem Planı'nı kabul etti.",
            ("Ulaştırma Eylem Planı", "decision", "adopted", "", "sure"),
        ),
        (
            "Bakan, Astana Bildirgesi'nin önemini vurguladı.",
            ("Astana Bildirgesi", "declaration", "", "", "unsure"),
        ),
    ],
)
def test_a_document_is_read_with_what_was_done_with_it(sentence: str, document: tuple[str, ...]) -> None:
    assert document in documents("tr", sentence)


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        (
            "KKTC Başbakan Yardımcısı, Turizm ve Kültür Bakanı Fikri Ataoğlu katıldı.",
            (
                "TRNC",
                "Fikri Ataoğlu",
                "Başbakan Yardımcısı, Turizm ve Kültür Bakanı",
                "deputy_head_of_government",
            ),
        ),
        (
            "Kazakistan'ın Adalet Bakanı Yerlan Sarsembayev'in katıldığı oturum bitti.",
            ("KZ", "Yerlan Sarsembayev", "Adalet Bakanı", "minister"),
        ),
        (
            "Yılmaz Tunç, Türkiye Cumhuriyeti Adalet Bakanı, toplantıya katıldı.",
            ("TR", "Yılmaz Tunç", "Adalet Bakanı", "minister"),
        ),
        (
            "Macaristan'ı toplantıda Adalet Bakan Yardımcısı Bence Rétvári temsil etti.",
            ("HU", "Bence Rétvári", "Adalet Bakan Yardımcısı", "deputy_minister"),
        ),
        (
            "Özbekistan Cumhurbaşkanı Şevket Mirziyoyev toplantıya katıldı.",
            ("UZ", "Şevket Mirziyoyev", "Cumhurbaşkanı", "head_of_state"),
        ),
        (
            "TÜRKSOY Genel Sekreteri Sultan Raev konuştu.",
            ("TURKSOY", "Sultan Raev", "Genel Sekreteri", "head_of_organisation"),
        ),
    ],
)
def test_country_title_and_name_follow_one_another_in_many_ways(
    sentence: str, person: tuple[str, ...]
) -> None:
    assert people(proposed("tr", sentence)) == [person]
