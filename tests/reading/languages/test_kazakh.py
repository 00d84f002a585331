"""Reports in Kazakh."""

import pytest

from ministrack.domain.proposal import Relation
from tests.reading.languages.spoken import dates_in, parties_in
from tests.reading.languages.told import documents, meeting, people, proposed, roles

AGENCY = """2025 жылғы 18 қарашада Түркістанда Түркі мемлекеттері ұйымына (ТМҰ) мүше мемлекеттердің \
мәдениет министрлерінің бесінші отырысы өтті. Отырыс Қазақстан Республикасының Мәдениет және ақпарат \
министрі Аида Балаеваның төрағалығымен өтті.

Отырысқа Әзербайжанның мәдениет министрі Адил Керимли, Өзбекстанның мәдениет министрінің орынбасары \
Бахтиёр Собиров және ТМҰ Бас хатшысы Құбанычбек Өмүралиев қатысты.

Жиында Президент Қасым-Жомарт Тоқаевтың тапсырмалары аталды. Келесі отырыс 2026 жылы Бішкекте өтеді."""

LIST = """Орталық Азия елдері білім министрлерінің 2-кездесуі
Алматы, 2025 жылғы 5-6 маусым

• Қазақстан: Гани Бейсембаев, Оқу-ағарту министрі (төраға)
• Тәжікстан: Rahim Saidzoda, Білім және ғылым министрі
• Түрікменстан: Мәмметхан Чакыев, елші"""


def test_countries_and_organisations_are_found_with_their_endings() -> None:
    text = (
        "Қазақстан Республикасының және Өзбекстанның делегациялары Түркі мемлекеттері ұйымының (ТМҰ) "
        "отырысына келді; түркиялық әріптестері мен АҚШ-тың елшісі ТМҰ-ға, Қырғыз Республикасына алғыс айтты."
    )
    assert parties_in("kk", text) == [
        ("KZ", "Қазақстан Республикасының"),
        ("UZ", "Өзбекстанның"),
        ("OTS", "Түркі мемлекеттері ұйымының (ТМҰ)"),
        ("TR", "түркиялық"),
        ("US", "АҚШ-тың"),
        ("OTS", "ТМҰ-ға"),
        ("KG", "Қырғыз Республикасына"),
    ]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2025 жылғы 20 қарашада отырыс өтті.", "2025-11-20"),
        ("20 қарашада отырыс өтті.", "2025-11-20"),
        ("Құжатқа 2024 жылғы 9 қыркүйекте қол қойылды.", "2024-09-09"),
        ("19-20 қарашада кездесу өтті.", "2025-11-19/2025-11-20"),
        ("Алғашқы отырыс өткен жылы өтті.", "2024"),
        ("Алғашқы отырыс былтыр өтті.", "2024"),
        ("Үшінші отырыс 2026 жылы өтеді.", "2026"),
        ("Отырыс келесі жылдың күзінде өтеді.", "2026-23"),
        ("Бүгін министрлер кездесті.", "2025-11-20"),
    ],
)
def test_a_date_is_read_as_it_is_meant(words: str, edtf: str) -> None:
    assert dates_in("kk", words) == [edtf]


def test_who_came_when_and_where_is_read_from_the_report_of_an_agency() -> None:
    found = proposed("kk", AGENCY)
    assert people(found) == [
        ("KZ", "Аида Балаева", "Мәдениет және ақпарат министрі", "minister"),
        ("AZ", "Адил Керимли", "мәдениет министрі", "minister"),
        ("UZ", "Бахтиёр Собиров", "мәдениет министрінің орынбасары", "deputy_minister"),
        ("OTS", "Құбанычбек Өмүралиев", "Бас хатшысы", "head_of_organisation"),
    ]
    assert roles(found)["Аида Балаева"] == "chair"
    assert meeting(found, Relation.REPORTED) == {
        "number": "5", "date": "2025-11-18", "city": "Turkistan", "country": "KZ", "status": "held",
    }  # fmt: skip
    assert meeting(found, Relation.NEXT) == {
        "date": "2026", "city": "Bishkek", "country": "KG", "status": "planned",
    }  # fmt: skip


def test_a_list_of_delegations_is_read_also_with_latin_names() -> None:
    found = proposed("kk", LIST)
    assert people(found) == [
        ("KZ", "Гани Бейсембаев", "Оқу-ағарту министрі", "minister"),
        ("TJ", "Rahim Saidzoda", "Білім және ғылым министрі", "minister"),
        ("TM", "Мәмметхан Чакыев", "елші", "ambassador"),
    ]
    reported = meeting(found, Relation.REPORTED)
    assert (reported["number"], reported["date"], reported["city"]) == (
        "2",
        "2025-06-05/2025-06-06",
        "Almaty",
    )


@pytest.mark.parametrize(
    ("sentence", "document"),
    [
        (
            "Отырыс қорытындысында Астана декларациясы қабылданды.",
            ("Астана декларациясы", "declaration", "adopted", "", "sure"),
        ),
        (
            "Министрлер «Ғарыш саласындағы ынтымақтастық туралы келісімге» қол қойды.",
            ("Ғарыш саласындағы ынтымақтастық туралы келісім", "agreement", "signed", "", "sure"),
        ),
        (
            "2024 жылғы 9 қыркүйекте қол қойылған Астана декларациясының орындалуы талқыланды.",
            ("Астана декларациясы", "declaration", "signed", "2024-09-09", "sure"),
        ),
    ],
)
def test_a_document_is_read_with_what_was_done_with_it(sentence: str, document: tuple[str, ...]) -> None:
    assert document in documents("kk", sentence)


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        (
            "Түркия атынан Ұлттық білім министрі Юсуф Текин сөз сөйледі.",
            ("TR", "Юсуф Текин", "Ұлттық білім министрі", "minister"),
        ),
        (
            "Жиынға Премьер-министрдің орынбасары – Сыртқы істер министрі Мұрат Нұртілеу қатысты.",
            (
                "KZ",
                "Мұрат Нұртілеу",
                "Премьер-министрдің орынбасары – Сыртқы істер министрі",
                "deputy_head_of_government",
            ),
        ),
        (
            "Өзбекстанның Қазақстандағы елшісі Бахтиёр Ибрагимов қатысты.",
            ("UZ", "Бахтиёр Ибрагимов", "Қазақстандағы елшісі", "ambassador"),
        ),
        (
            "Отырыс Әділет министрі Ерлан Сәрсембаевтың төрағалығымен өтті.",
            ("KZ", "Ерлан Сәрсембаев", "Әділет министрі", "minister"),
        ),
        (
            "Жиынға Түркияның Әділет министрі Йылмаз Тунчпен бірге келгендер қатысты.",
            ("TR", "Йылмаз Тунч", "Әділет министрі", "minister"),
        ),
    ],
)
def test_country_title_and_name_follow_one_another_in_many_ways(
    sentence: str, person: tuple[str, ...]
) -> None:
    assert people(proposed("kk", sentence)) == [person]
