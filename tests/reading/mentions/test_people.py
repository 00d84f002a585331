"""People in office in sentences: name, title, level and party."""

import pytest

from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.mention import PersonMention
from ministrack.reading.reader import findings_of
from ministrack.reading.sentences import prose_of


def mentions(text: str) -> list[PersonMention]:
    """All persons of a text."""
    return list(findings_of(prose_of(report_of_text(text))).people)


def people(text: str) -> list[tuple[str, str, str, str]]:
    """Party, name, title and level of each person, once."""
    found = [(each.party, each.name, each.title, each.level) for each in mentions(text)]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        (
            "Finland's Justice Minister Aino Väisänen spoke.",
            ("FI", "Aino Väisänen", "Justice Minister", "minister"),
        ),
        (
            "They met the Minister of Justice of the Republic of Kazakhstan, Mr. Daulet Omarov.",
            ("KZ", "Daulet Omarov", "Minister of Justice", "minister"),
        ),
        (
            "Mr Tomás Ó Briain, Minister for Education and Skills of Ireland, took part.",
            ("IE", "Tomás Ó Briain", "Minister for Education and Skills", "minister"),
        ),
        (
            "Japanese Minister of Justice, Ms Haruka Ishii, gave a speech.",
            ("JP", "Haruka Ishii", "Minister of Justice", "minister"),
        ),
        (
            "The Acting Secretary of the Department of Justice of the Philippines Mr Jose P. Lim came.",
            ("PH", "Jose P. Lim", "Acting Secretary of the Department of Justice", "acting_minister"),
        ),
        (
            "Prime Minister Sione Taufa of Tonga attended.",
            ("TO", "Sione Taufa", "Prime Minister", "head_of_government"),
        ),
        (
            "OTS Secretary General Bagdat Serikbay opened it.",
            ("OTS", "Bagdat Serikbay", "Secretary General", "head_of_organisation"),
        ),
        (
            "Singapore’s Minister of State, Ministry of Law and Ministry of Trade, Mr Lim Wei Jie SC signed.",
            (
                "SG",
                "Lim Wei Jie SC",
                "Minister of State, Ministry of Law and Ministry of Trade",
                "minister_of_state",
            ),
        ),
        (
            "Dr Tran Thi Hoa, the Vietnamese Standing Deputy Minister of Justice, chaired.",
            ("VN", "Tran Thi Hoa", "Standing Deputy Minister of Justice", "deputy_minister"),
        ),
        (
            "H.E. Chan Sopheak, Secretary of State, Ministry of Justice, Kingdom of Cambodia; attended.",
            ("KH", "Chan Sopheak", "Secretary of State, Ministry of Justice", "state_secretary"),
        ),
        (
            "Brazil's Minister of Environment, Forests and Climate Change João da Silva Ramos spoke.",
            (
                "BR",
                "João da Silva Ramos",
                "Minister of Environment, Forests and Climate Change",
                "minister",
            ),
        ),
        (
            "The talks were attended by Mr Henri van der Meer, Ambassador of the Netherlands to Kenya.",
            ("NL", "Henri van der Meer", "Ambassador of the Netherlands to Kenya", "ambassador"),
        ),
        (
            "Kazakhstan Deputy Minister of Foreign Affairs Ambassador Gulnara Abenova was there.",
            ("KZ", "Gulnara Abenova", "Deputy Minister of Foreign Affairs", "deputy_minister"),
        ),
        (
            "Iraqi Foreign Minister Mohammed al-Hakim met them.",
            ("IQ", "Mohammed al-Hakim", "Foreign Minister", "minister"),
        ),
        (
            "With Vietnam’s Prosecutor-General of the Supreme People’s Procuracy H.E. Le Van Minh.",
            (
                "VN",
                "Le Van Minh",
                "Prosecutor-General of the Supreme People’s Procuracy",
                "attorney_general",
            ),
        ),
        (
            "U.S. Secretary of State Anne P. Whitfield, Jr. spoke.",
            ("US", "Anne P. Whitfield, Jr.", "Secretary of State", "minister"),
        ),
    ],
)
def test_a_person_is_read_in_any_order(sentence: str, person: tuple[str, str, str, str]) -> None:
    assert people(sentence) == [person]


def test_the_party_is_carried_along_a_list() -> None:
    text = "U.S. Secretary of Commerce Ann Lee and National Security Advisor Bo Smith III met."
    assert [(each.party, each.name) for each in mentions(text)] == [("US", "Ann Lee"), ("US", "Bo Smith III")]


def test_one_title_may_stand_before_several_names() -> None:
    text = (
        "National Security Advisor Ewa Nowak of Poland, National Security Advisor Jan Novák of Czechia met. "
        "National Security Advisors Nowak and Novák agreed."
    )
    assert {(each.party, each.name) for each in mentions(text)} == {("PL", "Ewa Nowak"), ("CZ", "Jan Novák")}
    assert len(mentions(text)) == 4


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "The Foreign Ministers, Ana Lisić of Croatia, Tea Mazi of Albania and Jon Moe of Oman, met.",
            [("HR", "Ana Lisić"), ("AL", "Tea Mazi"), ("OM", "Jon Moe")],
        ),
        (
            "Prime Ministers Ana Kraljević of Croatia and Tea Mazi of Albania spoke.",
            [("HR", "Ana Kraljević"), ("AL", "Tea Mazi")],
        ),
        (
            "H.E. Dr. OKELLO, Grace Achieng – Minister of Health, Republic of Uganda",
            [("UG", "OKELLO, Grace Achieng")],
        ),
        (
            "Present were Kuwait’s Attorney-General Omar Al-Saleh and Minister of Trade Hessa Al-Rashid.",
            [("KW", "Omar Al-Saleh"), ("KW", "Hessa Al-Rashid")],
        ),
        (
            "The Prime Minister of Samoa, Hon. Sina Leavai, and her Fijian counterpart, Jone Bula, met.",
            [("WS", "Sina Leavai"), ("FJ", "Jone Bula")],
        ),
        (
            "Austria's Eva Huber, Minister for the EU, and Ms He Ling of China's Ministry of Trade met.",
            [("AT", "Eva Huber"), ("CN", "He Ling")],
        ),
        (
            "Secretary of Trade Ana Ruiz Small of Chile and Director Eve Power of the Irish Agency came.",
            [("CL", "Ana Ruiz Small"), ("IE", "Eve Power")],
        ),
        (
            "King Abdullah II of Jordan and Crown Prince Hussein bin Abdullah II came.",
            [("JO", "Abdullah II"), ("", "Hussein bin Abdullah II")],
        ),
        (
            "The Attorney General for Wales, Lord Hart KC, and Attorney General Pam Lee met.",
            [("GB", "Hart KC"), ("", "Pam Lee")],
        ),
        (
            "High Representative/Vice-President Eva Lind chaired.",
            [("EU", "Eva Lind")],
        ),
        (
            "The delegation of Malta arrived. The delegation included Deputy Minister Karl Zahra.",
            [("MT", "Karl Zahra")],
        ),
        (
            "Minister of Finance II of Brunei Darussalam, Dato Hassan bin Omar, attended.",
            [("BN", "Dato Hassan bin Omar")],
        ),
    ],
)
def test_names_and_countries_are_brought_together(sentence: str, found: list[tuple[str, str]]) -> None:
    assert [(each.party, each.name) for each in mentions(sentence)] == found


def test_colleagues_have_the_countries_named_before_them_in_their_order() -> None:
    text = (
        "She received her Estonian and Lithuanian colleagues, Minister of Justice Ada Tamm "
        "and Minister of Justice Ona Petkus."
    )
    assert [(each.party, each.name) for each in mentions(text)] == [("EE", "Ada Tamm"), ("LT", "Ona Petkus")]


def test_name_title_and_country_may_stand_on_lines_of_their_own() -> None:
    text = (
        "# Joint statement\n\nThe ministers met.\n\nSigned by:\n\n"
        "Aziza Rahimova\nMinister of Justice\nRepublic of Uzbekistan\n\n"
        "Park Ji-woo\nDeputy Minister of Justice\nRepublic of Korea"
    )
    assert people(text) == [
        ("UZ", "Aziza Rahimova", "Minister of Justice", "minister"),
        ("KR", "Park Ji-woo", "Deputy Minister of Justice", "deputy_minister"),
    ]


def test_several_lines_for_countries_keep_their_people_apart() -> None:
    text = (
        "For the Republic of Chad: Abakar Issa, Minister of Justice "
        "For the Republic of Mali: Fanta Keïta, Minister of Justice"
    )
    assert [(each.party, each.name) for each in mentions(text)] == [
        ("TD", "Abakar Issa"),
        ("ML", "Fanta Keïta"),
    ]


def test_a_country_with_a_name_alone_goes_on_with_the_office_before() -> None:
    text = "Albania's Minister of Justice Ulsi Doda, Montenegro's Bojan Vuk and Serbia's Maja Ilić signed."
    assert [(each.party, each.name, each.level) for each in mentions(text)] == [
        ("AL", "Ulsi Doda", "minister"),
        ("ME", "Bojan Vuk", "minister"),
        ("RS", "Maja Ilić", "minister"),
    ]


def test_people_of_a_list_are_not_given_the_country_of_one_who_has_his_own() -> None:
    text = "Prime Minister Jan Novák of Czechia and President Ewa Mazur attended."
    assert [(each.party, each.name) for each in mentions(text)] == [("CZ", "Jan Novák"), ("", "Ewa Mazur")]


def test_the_level_of_a_counterpart_is_that_of_the_person_named_before() -> None:
    text = "Chile's Minister of Health Rosa Soto met her Peruvian counterpart Luis Paz."
    assert [(each.title, each.level, bool(each.level_from)) for each in mentions(text)] == [
        ("Minister of Health", "minister", False),
        ("", "minister", True),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Uzbekistan's Minister Kubanichbek Ömüraliyev", "Minister Kubanychbek Omuraliev"),
        ("U.S. President Joe Harlan", "President Joseph R. Harlan"),
        ("Chile's Minister Rosa Icela Díaz", "Minister Rosa Icela Diaz"),
    ],
)
def test_another_spelling_is_the_same_person(first: str, second: str) -> None:
    found = mentions(f"{first} arrived. Later {second} spoke.")
    assert len(found) == 2
    assert len({(each.party, each.name) for each in found}) == 1


def test_who_receives_guests_in_a_city_is_taken_to_be_of_its_country() -> None:
    text = "Minister of Justice Kristaps Ozols received his guests in Riga."
    assert [(each.party, each.name) for each in mentions(text)] == [("LV", "Kristaps Ozols")]


def test_two_of_one_surname_are_two_people() -> None:
    text = "Peru's Minister of Health Ana Quispe and Peru's Minister of Labour Leo Quispe attended."
    assert [each.name for each in mentions(text)] == ["Ana Quispe", "Leo Quispe"]


def test_a_short_mention_is_the_person_named_in_full() -> None:
    text = "Singapore's Minister for Law Mr Tan Boon Hock SC arrived. Minister Tan said so. Mr Tan left."
    found = mentions(text)
    assert {each.name for each in found} == {"Tan Boon Hock SC"}
    assert [text[each.name_start : each.name_stop] for each in found] == ["Tan Boon Hock SC", "Tan", "Tan"]


def test_a_line_that_begins_with_a_country_gives_it_to_its_people() -> None:
    greece = "- Greece: Ms. Eleni Pappa, Minister of Culture"
    text = f"Those present:\n\n{greece}\n- Serbia: Mr. Ivo Ilić, State Secretary"
    assert [(each.party, each.name) for each in mentions(text)] == [("GR", "Eleni Pappa"), ("RS", "Ivo Ilić")]


def test_a_sentence_about_a_delegation_gives_its_country() -> None:
    text = "The Slovak side was headed by Jozef Malý, State Secretary of the Ministry of Justice."
    assert [(each.party, each.level) for each in mentions(text)] == [("SK", "state_secretary")]


def test_office_holders_without_names_are_one_for_each_country() -> None:
    text = "The President met with the Presidents of Kazakhstan, the Kyrgyz Republic, and Uzbekistan today."
    found = mentions(text)
    assert [(each.party, each.name, each.title, each.level) for each in found] == [
        ("KZ", "", "President", "head_of_state"),
        ("KG", "", "President", "head_of_state"),
        ("UZ", "", "President", "head_of_state"),
    ]


def test_a_list_of_countries_behind_several_titles_is_one_delegation_each() -> None:
    text = "We the Ministers and Representatives of Chad, the Netherlands, and the European Union met."
    assert [(each.party, each.title) for each in mentions(text)] == [("TD", ""), ("NL", ""), ("EU", "")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Astana Declaration and the Singapore Convention on Mediation were adopted.",
        "They walked to Victory Park and the Alley of Martyrs.",
        "The Tashkent Law Spring, International Legal Forum and Nuclear Consultative Group met.",
        "Justice ministers of the member states convened.",
        "The Ministry of Law of Singapore and the Prime Minister's Office wrote.",
        "The King Faisal International Conference Centre hosted it.",
        "The Prime Minister Nehru Scholarship was given to nobody.",
        "Trans-Caspian Trade Route was praised on Tuesday, October 14.",
    ],
)
def test_nobody_is_found_where_nobody_is_named(sentence: str) -> None:
    assert people(sentence) == []
