"""Reports in Azerbaijani."""

import pytest

from ministrack.domain.proposal import Relation
from tests.reading.languages.spoken import dates_in, parties_in
from tests.reading.languages.told import documents, meeting, people, proposed, roles

AGENCY = """Noyabrın 18-də Daşkənddə Türk Dövlətləri Təşkilatına (TDT) üzv ölkələrin səhiyyə \
nazirlərinin üçüncü iclası keçirilib.

İclas Özbəkistan Respublikasının səhiyyə naziri Asilbek Xudayarovun sədrliyi ilə baş tutub. Azərbaycanın \
səhiyyə naziri Teymur Musayev, Türkiyənin səhiyyə naziri Kemal Memişoğlu, Qırğızıstanın səhiyyə \
nazirinin birinci müavini Kaarman Koybaqarov və TDT-nin Baş katibi Kubanıçbek Ömüraliyev iclasda iştirak \
ediblər.

Prezident İlham Əliyevin tapşırıqları xatırladılıb. Növbəti iclasın 2026-cı ilin mayında Ankarada \
keçirilməsi qərara alınıb."""

LIST = """TDT ölkələri mədəniyyət nazirlərinin 4-cü görüşü
Şəki, 5-6 may 2025

1. Azərbaycan – Adil Kərimli, mədəniyyət naziri (sədr)
2. Gürcüstan – Tina Rukhadze, mədəniyyət nazirinin müavini
3. Latviya – Edgars Bondars, Latviyanın Azərbaycandakı səfiri"""


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


def test_who_came_when_and_where_is_read_from_the_report_of_an_agency() -> None:
    found = proposed("az", AGENCY)
    assert people(found) == [
        ("UZ", "Asilbek Xudayarov", "səhiyyə naziri", "minister"),
        ("AZ", "Teymur Musayev", "səhiyyə naziri", "minister"),
        ("TR", "Kemal Memişoğlu", "səhiyyə naziri", "minister"),
        ("KG", "Kaarman Koybaqarov", "səhiyyə nazirinin birinci müavini", "deputy_minister"),
        ("OTS", "Kubanıçbek Ömüraliyev", "Baş katibi", "head_of_organisation"),
    ]
    assert roles(found)["Asilbek Xudayarov"] == "chair"
    assert meeting(found, Relation.REPORTED) == {
        "number": "3", "date": "2025-11-18", "city": "Daşkənd", "country": "UZ", "status": "held",
    }  # fmt: skip
    assert meeting(found, Relation.NEXT) == {
        "date": "2026-05", "city": "Ankara", "country": "TR", "status": "planned",
    }  # fmt: skip


def test_a_list_of_delegations_is_read() -> None:
    found = proposed("az", LIST)
    assert people(found) == [
        ("AZ", "Adil Kərimli", "mədəniyyət naziri", "minister"),
        ("GE", "Tina Rukhadze", "mədəniyyət nazirinin müavini", "deputy_minister"),
        ("LV", "Edgars Bondars", "Azərbaycandakı səfiri", "ambassador"),
    ]
    reported = meeting(found, Relation.REPORTED)
    assert (reported["number"], reported["date"], reported["city"]) == ("4", "2025-05-05/2025-05-06", "Şəki")


@pytest.mark.parametrize(
    ("sentence", "document"),
    [
        (
            "9 sentyabr 2024-cü il tarixində imzalanmış Astana Bəyannaməsinin icrası müzakirə edilib.",
            ("Astana Bəyannaməsi", "declaration", "signed", "2024-09-09", "sure"),
        ),
        (
            "Sonda «Rəqəmsal ticarət haqqında Saziş» imzalanıb.",
            ("Rəqəmsal ticarət haqqında Saziş", "agreement", "signed", "", "sure"),
        ),
        (
            "İclasda Şuşa Bəyannaməsi qəbul edilib.",
            ("Şuşa Bəyannaməsi", "declaration", "adopted", "", "sure"),
        ),
    ],
)
def test_a_document_is_read_with_what_was_done_with_it(sentence: str, document: tuple[str, ...]) -> None:
    assert document in documents("az", sentence)


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        (
            "Tədbirdə Türkiyə Prezidenti Rəcəb Tayyib Ərdoğanın iştirakı ilə sənəd qəbul edilib.",
            ("TR", "Rəcəb Tayyib Ərdoğan", "Prezidenti", "head_of_state"),
        ),
        (
            "İclasda Macarıstan tərəfdən ədliyyə nazirinin müavini Bens Retvari iştirak edib.",
            ("HU", "Bens Retvari", "ədliyyə nazirinin müavini", "deputy_minister"),
        ),
        (
            "Latviyanın Azərbaycandakı səfiri Edqars Bondars iclasda iştirak edib.",
            ("LV", "Edqars Bondars", "Azərbaycandakı səfiri", "ambassador"),
        ),
        (
            "Gürcüstanın bərpa olunan enerji naziri Leyla Əliyevanın çıxışı dinlənilib.",
            ("GE", "Leyla Əliyeva", "bərpa olunan enerji naziri", "minister"),
        ),
        (
            "Görüşdə Qazaxıstanın Baş nazirinin müavini – xarici işlər naziri Murat Nurtleu iştirak edib.",
            (
                "KZ",
                "Murat Nurtleu",
                "Baş nazirinin müavini – xarici işlər naziri",
                "deputy_head_of_government",
            ),
        ),
    ],
)
def test_country_title_and_name_follow_one_another_in_many_ways(
    sentence: str, person: tuple[str, ...]
) -> None:
    assert people(proposed("az", sentence)) == [person]
