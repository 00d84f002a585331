"""Countries and organisations in sentences, as finders hand them on."""

import pytest

from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.mention import PartyForm
from ministrack.reading.mentions.parties import find_parties
from ministrack.reading.sentences import prose_of


def found(text: str) -> list[tuple[str, str]]:
    """Code and words of each party."""
    prose = prose_of(report_of_text(text))
    return [(each.code, prose.text[each.start : each.stop]) for each in find_parties(prose)]


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Delegates of the Kyrgyz Republic arrived.", [("KG", "Kyrgyz Republic")]),
        (
            "Ministers of the Republic of Korea (ROK) met; the ROK will host.",
            [("KR", "Republic of Korea (ROK)"), ("KR", "ROK")],
        ),
        ("The UK’s and the U.S. teams left.", [("GB", "UK"), ("US", "U.S.")]),
        ("Türkiye, that is Turkey, agreed.", [("TR", "Türkiye"), ("TR", "Turkey")]),
        ("The Laos and Timor Leste ministers spoke.", [("LA", "Laos"), ("TL", "Timor Leste")]),
        (
            "Lao People’s Democratic Republic and the DPRK sent notes.",
            [("LA", "Lao People’s Democratic Republic"), ("KP", "DPRK")],
        ),
        (
            "The Socialist Republic of Vietnam (“Vietnam”) signed.",
            [("VN", "Socialist Republic of Vietnam (“Vietnam”)")],
        ),
        (
            "A guest from St. Vincent and the Grenadines met Antigua & Barbuda's envoy.",
            [("VC", "St. Vincent and the Grenadines"), ("AG", "Antigua & Barbuda")],
        ),
        ("Côte d’Ivoire ratified it.", [("CI", "Côte d’Ivoire")]),
        ("Papua New Guinea and Guinea-Bissau.", [("PG", "Papua New Guinea"), ("GW", "Guinea-Bissau")]),
        ("A Dutch and an Emirati judge spoke.", [("NL", "Dutch"), ("AE", "Emirati")]),
        ("The Russian Federation's envoy.", [("RU", "Russian Federation")]),
        ("SINGAPORE AND VIỆT NAM", [("SG", "SINGAPORE"), ("VN", "VIỆT NAM")]),
    ],
)
def test_countries_are_found_in_every_form(sentence: str, parties: list[tuple[str, str]]) -> None:
    assert found(sentence) == parties


@pytest.mark.parametrize(
    "sentence",
    [
        "Ships crossed the South China Sea and the Indian Ocean.",
        "They spoke of Latin America.",
        "The minutes are in English, French and Russian.",
        "A book in the Turkish language was given.",
        "Tell us, please.",
        "See https://example.org/uk/US/news for more.",
        "The talks took place in Bishkek.",
    ],
)
def test_words_that_only_look_like_a_country_are_left_alone(sentence: str) -> None:
    assert found(sentence) == []


def test_a_title_with_state_in_it_is_no_official_name() -> None:
    assert found("the Minister of State of Singapore and the Secretary of State of the United States") == [
        ("SG", "Singapore"),
        ("US", "United States"),
    ]


def test_a_capital_counts_where_it_stands_for_the_country() -> None:
    assert found("Bishkek proposed talks between Baku and Ankara in Tashkent.") == [
        ("KG", "Bishkek"),
        ("AZ", "Baku"),
        ("TR", "Ankara"),
    ]


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        (
            "The Organization of Turkic States (OTS) met; OTS members agreed.",
            [("OTS", "Organization of Turkic States (OTS)"), ("OTS", "OTS")],
        ),
        (
            "The Organisation for Economic Co-operation and Development thanked CARICOM.",
            [("OECD", "Organisation for Economic Co-operation and Development"), ("CARICOM", "CARICOM")],
        ),
        ("A member of the European Commission spoke.", [("EU", "European Commission")]),
        (
            "The Eurasian Rail Transport Association (ERTA) joined. ERTA has ten members.",
            [("ERTA", "Eurasian Rail Transport Association (ERTA)"), ("ERTA", "ERTA")],
        ),
        (
            "The Commonwealth of Independent States invited the Commonwealth of Dominica.",
            [("CIS", "Commonwealth of Independent States"), ("DM", "Commonwealth of Dominica")],
        ),
        ("The Nuclear Consultative Group (NCG) met.", []),
        ("They can sign; the CAN (do) spirit.", []),
        (
            "The African Union and the AU Commission.",
            [("African Union", "African Union"), ("African Union", "AU Commission")],
        ),
    ],
)
def test_organisations_are_found_by_full_and_short_name(
    sentence: str, parties: list[tuple[str, str]]
) -> None:
    assert found(sentence) == parties


def test_the_short_form_of_a_treaty_is_no_organisation() -> None:
    text = "ASEAN Treaty on Extradition (the “Treaty”) with the ASEAN Law Ministers Meeting (“ALAWMM”)."
    assert found(text) == [("ASEAN", "ASEAN"), ("ASEAN", "ASEAN")]


def test_an_organisation_carries_its_full_name_and_its_form() -> None:
    prose = prose_of(report_of_text("UNCITRAL prepared a Swiss draft for Switzerland."))
    parties = find_parties(prose)
    assert [(each.form, each.name) for each in parties] == [
        (PartyForm.ORGANISATION, "United Nations Commission on International Trade Law"),
        (PartyForm.ADJECTIVE, ""),
        (PartyForm.NAME, ""),
    ]
