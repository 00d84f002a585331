"""Where something happens, and which of a series a meeting is."""

import pytest

from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.mentions.ordinals import find_ordinals
from ministrack.reading.mentions.parties import find_parties
from ministrack.reading.mentions.places import find_places
from ministrack.reading.sentences import prose_of


def places(text: str) -> list[tuple[str, str, str]]:
    """The words, city and country of each place."""
    prose = prose_of(report_of_text(text))
    found = find_places(prose, find_parties(prose))
    return [(text[each.start : each.stop], each.city, each.country) for each in found]


@pytest.mark.parametrize(
    ("text", "words", "city", "country"),
    [
        ("Ministers convened in Baku for talks.", "Baku", "Baku", "AZ"),
        ("It was held in Astana, the capital of Kazakhstan.", "Astana", "Astana", "KZ"),
        ("He visits Manila, the Philippines from Monday.", "Manila, the Philippines", "Manila", "PH"),
        ("They met in Washington, D.C. on Tuesday.", "Washington, D.C.", "Washington, D.C.", "US"),
        (
            "It met in Port-of-Spain, Trinidad and Tobago.",
            "Port-of-Spain, Trinidad and Tobago",
            "Port-of-Spain",
            "TT",
        ),
        ("The signing at the Fullerton Hotel, Singapore ended.", "Singapore", "Singapore", "SG"),
        ("They met in Skellefteå, Sweden in May.", "Skellefteå, Sweden", "Skellefteå", "SE"),
        ("They gathered in Wilmington, Delaware.", "Wilmington, Delaware", "Wilmington", "US"),
        ("The next one will be held in Türkiye in 2026.", "Türkiye", "", "TR"),
        ("TASHKENT, Uzbekistan – Ministers met.", "TASHKENT, Uzbekistan", "Tashkent", "UZ"),
        ("They met in Jerusalem.", "Jerusalem", "Jerusalem", ""),
    ],
)
def test_a_place_is_found_with_its_country(text: str, words: str, city: str, country: str) -> None:
    assert places(text) == [(words, city, country)]


@pytest.mark.parametrize(
    "text",
    [
        "They welcomed the Astana Declaration and the Singapore Convention on Mediation.",
        "The Uzbekistan Ministry of Justice and Tokyo-based experts took part.",
        "They spoke in Tashkent Law Spring style.",
        "Kazakh and Turkish officials spoke; Baku proposed a date.",
    ],
)
def test_names_with_a_place_in_them_are_no_places(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("the second meeting", 2),
        ("the inaugural C5+1 summit", 1),
        ("the first-ever trilateral summit", 1),
        ("the 13th ASEAN Law Ministers Meeting", 13),
        ("its forty-first session", 41),
        ("the Thirty-First Ordinary Session", 31),
        ("the XIV Summit", 14),
        ("the twentieth round", 20),
    ],
)
def test_an_ordinal_is_read(text: str, number: int) -> None:
    assert [each.number for each in find_ordinals(prose_of(report_of_text(text)))] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "in the 21st century",
        "the Second Minister for Home Affairs and the First Deputy Prime Minister",
        "3rd from left",
        "in the first half of May and on the 2nd of June",
        "At first they hesitated.",
        "She is V. Smith.",
    ],
)
def test_other_ordinals_are_left_out(text: str) -> None:
    assert find_ordinals(prose_of(report_of_text(text))) == ()
