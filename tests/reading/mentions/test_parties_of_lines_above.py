"""For whom people are there, where a line above, the clause or the publisher says it."""

import pytest

from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.reader import findings_of
from ministrack.reading.sentences import prose_of


def parties(text: str) -> dict[str, str]:
    """The party of each person of a text, by the name."""
    return {each.name: each.party for each in findings_of(prose_of(report_of_text(text))).people}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param(
            "LIST OF PARTICIPANTS\n\nURUGUAY\nHead of delegation:\n- Inés Etcheverry, Minister of Energy\n"
            "Members of delegation:\n- Gonzalo Viñoly, Director of Renewable Energy\n\nPANAMA\n"
            "Representative:\n- Rubén Cárdenas, Vice Minister of Energy\n",
            {"Inés Etcheverry": "UY", "Gonzalo Viñoly": "UY", "Rubén Cárdenas": "PA"},
            id="a role between the country and its people",
        ),
        pytest.param(
            "Done in Riga.\n\nFor the Parliament of the Republic of Latvia\nIlze Krūmiņa, Speaker\n\n"
            "For the National Assembly of Hungary\nGábor Szőllősi, Deputy Speaker\n\n"
            "For the Croatian Parliament\nŽeljka Horvatinčić, Speaker\n",
            {"Ilze Krūmiņa": "LV", "Gábor Szőllősi": "HU", "Željka Horvatinčić": "HR"},
            id="parliaments that sign",
        ),
        pytest.param(
            "Ministers met in Malé. Nepal sent its deputy minister, Sunita Gurung. Bhutan followed the talks "
            "through its Secretary, Karma Wangdi.",
            {"Sunita Gurung": "NP", "Karma Wangdi": "BT"},
            id="its own deputy minister",
        ),
        pytest.param(
            "Officials met in Ottawa. Minister of Trade Claire Beaulieu, Minister of Mines Owen Pratt, and "
            "Ambassador Ruth Ellery chaired the meeting for Canada. Minister of Economy Rodrigo Fuenzalida, "
            "Minister of Mining Paula Alvear, and Ambassador Tomás Irarrázaval "
            "chaired the meeting for Chile.",
            {
                "Claire Beaulieu": "CA",
                "Owen Pratt": "CA",
                "Ruth Ellery": "CA",
                "Rodrigo Fuenzalida": "CL",
                "Paula Alvear": "CL",
                "Tomás Irarrázaval": "CL",
            },
            id="all of a list for one country",
        ),
        pytest.param(
            "| Country | Name | Title |\n|---|---|---|\n"
            "| Nicaragua (Chair) | Ligia Baltodano | Minister of Health |\n"
            "| Belize | Marcus Usher | Minister of Wellness |\n",
            {"Ligia Baltodano": "NI", "Marcus Usher": "BZ"},
            id="a role in the cell of the country",
        ),
        pytest.param(
            "Helsinki, 3 March 2026\n\n"
            "Finnish Minister of Defence Outi Rautiainen spoke with the Minister of "
            "Defence of Estonia, Tarmo Lepik, and Latvia's Minister of Defence, Andris Zariņš.\n\n"
            "State Secretary Pekka Virolainen was also on the call.",
            {"Outi Rautiainen": "FI", "Tarmo Lepik": "EE", "Andris Zariņš": "LV", "Pekka Virolainen": "FI"},
            id="the city of the dateline",
        ),
        pytest.param(
            "https://github.com/isomerpages/some-ministry/blob/main/news/visit.md\n\n"
            "Visit by the Fijian Minister for Health\n\n"
            "Minister for Health Mr Goh Wei Ming met Fijian Minister for Health Dr Mere Vakatawa "
            "on 4 May 2021.",
            {"Goh Wei Ming": "SG", "Mere Vakatawa": "FJ"},
            id="a publisher known by the address",
        ),
        pytest.param(
            "https://www.example.gov.sg/news\n\nMinister for Transport Mr Goh Wei Ming will go to Lima at "
            "the invitation of Peru Minister of Transport Luis Vargas and incoming Chile COP25 "
            "President-designate Rosa Alvear. Singapore supports the talks.",
            {"Goh Wei Ming": "SG", "Luis Vargas": "PE", "Rosa Alvear": "CL"},
            id="a meeting between the country and the office",
        ),
        pytest.param(
            "In the room:\n\n- PNG - Mr Elijah Wartovo, Minister for Trade\n"
            "- NZ - Moana Tipene, High Commissioner\n"
            "- Tuvalu - Ms Sina Lotoala, Minister for Trade\n",
            {"Elijah Wartovo": "PG", "Moana Tipene": "NZ", "Sina Lotoala": "TV"},
            id="short names of countries",
        ),
    ],
)
def test_a_person_is_of_the_party_that_the_lines_around_name(text: str, people: dict[str, str]) -> None:
    found = parties(text)
    assert {name: found.get(name) for name in people} == people


def test_the_meaning_of_its_stays_open_between_two_parties() -> None:
    text = "Peru thanked Ecuador and its deputy minister, Lucía Carrión, for the talks."
    assert parties(text).get("Lucía Carrión", "") != "PE"
