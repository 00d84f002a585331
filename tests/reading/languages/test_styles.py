"""Reports in the styles of agencies and ministries, in four languages."""

import pytest

from ministrack.domain.proposal import Relation
from ministrack.reading.intake.pasted import report_of_text
from tests.reading.languages.told import documents, meeting, people, proposed

ASSEMBLY = """TBMM Başkanı Numan Kurtulmuş, 8-10 Ekim tarihleri arasında Şuşa'da düzenlenen TÜRKPA 14. Genel \
Kurulu'na katıldı. Gelecek Genel Kurul'un 2026'da Ankara'da toplanması kararlaştırıldı."""

COMMISSION = """Türkiye ile Gürcistan arasında yedinci dönem Karma Ekonomik Komisyon (KEK) toplantısı \
Tiflis'te 30 Ekim 2025'te yapıldı. Toplantıya Gürcistan Ekonomi ve Sürdürülebilir Kalkınma Bakanı Mariam \
Kvrivişvili katıldı."""

TRIPLE = """Oktyabrın 25-də Tbilisidə müdafiə nazirlərinin XII üçtərəfli görüşü oldu. Görüşdə Türkiyənin \
Tbilisidəki səfiri Ali Kaan Orbay iştirak edib."""

SCRIPT = """İclasda Özbəkistanın Baş nazirinin müavini Jahongir Xo‘jayev, Azərbaycanın səhiyyə naziri Teymur \
Musayev Astanada çıxış ediblər. İclası Təşkilatın Baş katibi Əsəd Məcid Xan açıb."""

SAMARKAND = """В Самарканде 3–4 ноября прошло четвёртое совещание министров здравоохранения стран – членов \
Организации тюркских государств. Узбекистан на нем представил министр Асилбек Худаяров. Пятое совещание \
в 2026 году примет Казахстан."""

ALMATY = """В Алматы под председательством Премьер-министра Казахстана Олжаса Бектенова состоялось очередное \
заседание Евразийского межправительственного совета. Мероприятие прошло 29 и 30 сентября. В нем участвовал \
премьер-министр Армении Никол Пашинян."""

HEALTH = """Денсаулық сақтау министрі Ақмарал Әлназарова Будапештте түркі мемлекеттері денсаулық сақтау \
министрлерінің бесінші кездесуіне қатысты. Қараша айының 5-інде өткен кездесуге Иран Жолдар және қала \
құрылысы министрі Фарзане Садег келді."""

REGULAR = """Azərbaycan Respublikasının Baş naziri Əli Əsədov sentyabrın 29-dan 30-dək Minskdə MDB Hökumət \
Başçıları Şurasının növbəti iclasında iştirak etmişdir. İclasda Rusiya Federasiyası Hökumətinin Sədri Mixail \
Mişustin çıxış etmişdir. Növbəti iclas 2026-cı ilin may ayında Aşqabadda keçiriləcək."""

HEALTH_OF_CIS = """Министр здравоохранения России Михаил Мурашко провел в Астане переговоры с министром \
здравоохранения Казахстана Акмарал Альназаровой и министром адалат Туркменистана Мухаммедом Тагыевым."""

DATELINE = """МИНСК, 18 ноября 2025. В Минске прошло шестое совещание министров транспорта государств ЕАЭС, \
и участники одобрили дорожную карту."""

OWN_MEETING = """Türk Devletleri Teşkilatı üyesi ülkelerin sağlık bakanları, 5. toplantılarını 21-22 Ekim'de \
Bişkek'te yaptı. Altıncı toplantı Aralık'ta Budapeşte'de yapılacak."""

COUNCIL = """Премьер-Министр Олжас Бектенов 29 қыркүйекте Минскіде өткен үкіметаралық кеңестің 22-отырысына \
қатысты. 28-29 қыркүйек күндері өткен отырысқа Ресей Үкіметінің Төрағасы Михаил Мишустин қатысты. Келесі \
отырыс желтоқсанда Мәскеуде өтеді деп жоспарланған."""

MINUTES = """Протокол седьмого заседания Комитета по юстиции

Присутствовали:
от Азербайджанской Республики: Азер Джафаров, заместитель министра юстиции
от Республики Казахстан: Ботагоз Жакселекова, вице-министр юстиции (председатель)
от Турецкой Республики: Нияз Аджар, заместитель министра"""

HOSTED = """Kültür Bakanları Dördüncü Toplantısı dün Bakü'de yapıldı. Bakanlar uzun uzun konuştu. \
Her şey iyiydi. Ardından sergi gezildi. Beşinci toplantıya 2027'de Özbekistan ev sahipliği yapacak."""

SHORT = """Третье совещание министров туризма ШОС
Самарканд, 12 мая 2025 года

Четвертое совещание: Китай, 2026 год."""

MAIL = """Kimdən: Mətbuat xidməti <press@example.az>
Tarix: 22 sentyabr 2025
Mövzu: İclas

Hörmətli həmkarlar, iclas dünən Bakıda keçirilib və bu barədə məlumat verilir."""

NEWS = """Бішкекте министрлер жиналды

Кеше Бішкекте мәдениет министрлерінің отырысы өтті және құжат қабылданды.

20.03.2025, «Айқын»"""

LIST = """Экология министрлерінің 7-ші кездесуі
Тараз қаласы, 2025 жылдың 18 маусымы

1. Қазақстан – Ерлан Нысанбаев, Экология және табиғи ресурстар министрі
2. Түркия – Мұрат Құрым, Қоршаған орта, урбанизация және климаттың өзгеруі министрі (төраға)"""


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("tr", ASSEMBLY, {"number": "14", "date": "2025-10-08/2025-10-10", "city": "Şuşa", "country": "AZ"}),
        ("tr", COMMISSION, {"number": "7", "date": "2025-10-30", "city": "Tiflis", "country": "GE"}),
        (
            "tr",
            OWN_MEETING,
            {"number": "5", "date": "2025-10-21/2025-10-22", "city": "Bişkek", "country": "KG"},
        ),
        ("az", TRIPLE, {"number": "12", "date": "2025-10-25", "city": "Tbilisi", "country": "GE"}),
        (
            "ru",
            SAMARKAND,
            {"number": "4", "date": "2025-11-03/2025-11-04", "city": "Samarkand", "country": "UZ"},
        ),
        ("ru", ALMATY, {"date": "2025-09-29/2025-09-30", "city": "Almaty", "country": "KZ"}),
        ("kk", HEALTH, {"number": "5", "date": "2025-11-05", "city": "Budapest", "country": "HU"}),
        (
            "az",
            REGULAR,
            {"date": "2025-09-29/2025-09-30", "city": "Minsk", "country": "BY"},
        ),
        ("ru", DATELINE, {"number": "6", "date": "2025-11-18", "city": "Minsk", "country": "BY"}),
        ("kk", LIST, {"number": "7", "date": "2025-06-18", "city": "Taraz", "country": "KZ"}),
    ],
    ids=[
        "assembly",
        "commission",
        "their own",
        "three countries",
        "number with ё",
        "event",
        "day of a month",
        "from one day to another",
        "date line",
        "list",
    ],
)
def test_number_day_and_place_are_read(language: str, text: str, told: dict[str, str]) -> None:
    found = meeting(proposed(language, text), Relation.REPORTED)
    assert {name: value for name, value in found.items() if name != "status"} == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("tr", ASSEMBLY, {"date": "2026", "city": "Ankara", "country": "TR"}),
        ("ru", SAMARKAND, {"number": "5", "date": "2026", "country": "KZ"}),
        ("tr", OWN_MEETING, {"number": "6", "date": "2025-12", "city": "Budapeşte", "country": "HU"}),
        ("kk", COUNCIL, {"date": "2025-12", "city": "Moscow", "country": "RU"}),
        ("az", REGULAR, {"date": "2026-05", "city": "Aşqabad", "country": "TM"}),
        (
            "tr",
            HOSTED,
            {"number": "5", "date": "2027", "country": "UZ"},
        ),
        (
            "ru",
            SHORT,
            {"number": "4", "date": "2026", "country": "CN"},
        ),
    ],
    ids=[
        "assembly",
        "who takes it in",
        "in a month",
        "in a month, behind",
        "regular and next",
        "who hosts",
        "named in short",
    ],
)
def test_the_next_meeting_is_read(language: str, text: str, told: dict[str, str]) -> None:
    found = meeting(proposed(language, text), Relation.NEXT)
    assert {name: value for name, value in found.items() if name != "status"} == told


def test_a_country_is_found_before_a_title_with_words_that_no_list_has() -> None:
    assert ("GE", "Mariam Kvrivişvili", "Ekonomi ve Sürdürülebilir Kalkınma Bakanı", "minister") in people(
        proposed("tr", COMMISSION)
    )
    assert ("IR", "Фарзане Садег", "Жолдар және қала құрылысы министрі", "minister") in people(
        proposed("kk", HEALTH)
    )
    assert [each[:2] for each in people(proposed("kk", LIST))] == [
        ("KZ", "Ерлан Нысанбаев"),
        ("TR", "Мұрат Құрым"),
    ]


def test_a_country_that_somebody_spoke_for_is_theirs() -> None:
    assert ("UZ", "Асилбек Худаяров") in [each[:2] for each in people(proposed("ru", SAMARKAND))]


def test_the_name_of_a_woman_keeps_its_first_part_in_every_case() -> None:
    assert [(each[0], each[1]) for each in people(proposed("ru", HEALTH_OF_CIS))] == [
        ("RU", "Михаил Мурашко"),
        ("KZ", "Акмарал Альназарова"),
        ("TM", "Мухаммед Тагыев"),
    ]


def test_heads_of_governments_and_of_states_without_a_code_have_their_level() -> None:
    text = "Zirvede KKTC Cumhurbaşkanı Ersin Tatar ile Macaristan Başbakanı Viktor Orban konuştu."
    assert [each[3] for each in people(proposed("tr", text))] == ["head_of_state", "head_of_government"]
    assert [each[3] for each in people(proposed("kk", COUNCIL))] == ["head_of_government"] * 2
    assert [each[3] for each in people(proposed("az", REGULAR))] == ["head_of_government"] * 2


def test_where_somebody_is_on_a_visit_is_not_their_country() -> None:
    text = (
        "Gürcüstanda səfərdə olan kənd təsərrüfatı naziri Məcnun Məmmədov bu gün Tbilisidə Gürcüstanın "
        "naziri David Sonqulaşvili ilə görüşüb."
    )
    assert [each[0] for each in people(proposed("az", text))] == ["AZ", "GE"]


def test_a_document_is_found_without_an_ending() -> None:
    text = 'Şura "Yoluxucu xəstəliklərə nəzarət haqqında Konsepsiya"nı təsdiqləyib.'
    assert documents("az", text) == [
        ("Yoluxucu xəstəliklərə nəzarət haqqında Konsepsiya", "decision", "adopted", "", "sure")
    ]


def test_an_ambassador_is_of_the_country_that_sent_them() -> None:
    assert [(each[0], each[1], each[3]) for each in people(proposed("az", TRIPLE))] == [
        ("TR", "Ali Kaan Orbay", "ambassador")
    ]


def test_a_name_ends_before_a_place_and_keeps_its_letters() -> None:
    assert [each[:2] for each in people(proposed("az", SCRIPT))] == [
        ("UZ", "Jahongir Xo‘jayev"),
        ("AZ", "Teymur Musayev"),
        ("", "Əsəd Məcid Xan"),
    ]


def test_people_of_a_table_keep_arabic_names_and_long_titles() -> None:
    text = (
        "# Sanayi Bakanları 3. Toplantısı\n\n**Yer ve tarih:** Kahire, 3 Aralık 2024\n\n"
        "| Ülke | Adı | Görevi |\n|---|---|---|\n| Mısır | Tarık el-Molla | Sanayi Bakanı |\n"
        "| Pakistan | Omar Eyüp | Genel Planlama Bakanlığı Müsteşarı |"
    )
    found = proposed("tr", text)
    assert [(each[0], each[1], each[3]) for each in people(found)] == [
        ("EG", "Tarık el-Molla", "minister"),
        ("PK", "Omar Eyüp", "senior_official"),
    ]
    assert meeting(found, Relation.REPORTED)["date"] == "2024-12-03"


def test_people_of_minutes_are_of_the_country_of_their_line() -> None:
    assert [(each[0], each[1], each[3]) for each in people(proposed("ru", MINUTES))] == [
        ("AZ", "Азер Джафаров", "deputy_minister"),
        ("KZ", "Ботагоз Жакселекова", "deputy_minister"),
        ("TR", "Нияз Аджар", "deputy_minister"),
    ]


def test_who_was_met_loses_the_ending_of_the_case() -> None:
    text = "Nazir Emin Əmrullayev Türkiyənin milli təhsil naziri Yusuf Tekinlə Ankarada görüşüb."
    assert [each[1] for each in people(proposed("az", text))] == ["Emin Əmrullayev", "Yusuf Tekin"]


def test_several_chief_prosecutors_are_read_behind_one_title() -> None:
    text = (
        "В заседании участвуют генеральные прокуроры Азербайджана Кямран Алиев, Беларуси Дмитрий Горбатюк и "
        "Казахстана Берик Асылов, а также исполнительный секретарь Леонид Павлов."
    )
    assert [(each[0], each[1]) for each in people(proposed("ru", text))] == [
        ("AZ", "Кямран Алиев"),
        ("BY", "Дмитрий Горбатюк"),
        ("KZ", "Берик Асылов"),
        ("", "Леонид Павлов"),
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            MAIL,
            "2025-09-22",
        ),
        (
            NEWS,
            "2025-03-20",
        ),
    ],
    ids=["mail", "last line"],
)
def test_the_day_of_a_report_is_read(text: str, day: str) -> None:
    assert report_of_text(text).about.published == day
