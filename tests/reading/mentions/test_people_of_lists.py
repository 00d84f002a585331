"""People in lists of participants: under headings, behind colons, in tables, along sentences."""

import pytest

from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.reader import findings_of
from ministrack.reading.sentences import prose_of

_UNDER_HEADINGS = """# List of participants

The third meeting took place in Suva on 5 May 2024.

## Thailand

- Mr. Anan Chaiya, Minister of Justice

## OTS Secretariat

- Ms. Aida Serik, Secretary General
"""

_UNDER_LINES = """Participants from Chile included:

- Minister of Economy Ana Soto

Participants from Peru included:

- Minister of Production Luis Paz
"""

_IN_LINES = """LIST OF PARTICIPANTS

GHANA
Mr. Kofi Mensah
Minister of Trade
Ms. Ama Boateng
Head of Department

TOGO
Ms. Afi Lawson
Minister of Trade
"""

_IN_TABLE = """| Party | Head of delegation |
|---|---|
| Georgia | Nino Beridze, Minister of Justice |
| IRU | Pia Holm, Director |
"""


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param(_UNDER_HEADINGS, [("TH", "Anan Chaiya"), ("OTS", "Aida Serik")], id="under headings"),
        pytest.param(_UNDER_LINES, [("CL", "Ana Soto"), ("PE", "Luis Paz")], id="under lines"),
        pytest.param(
            _IN_LINES,
            [("GH", "Kofi Mensah"), ("GH", "Ama Boateng"), ("TG", "Afi Lawson")],
            id="on lines of their own",
        ),
        pytest.param(_IN_TABLE, [("GE", "Nino Beridze"), ("IRU", "Pia Holm")], id="in a table"),
        pytest.param(
            "1. Tran Van Minh - Minister of Justice - Vietnam\n2. Ana Lim – Minister for Law – Fiji",
            [("VN", "Tran Van Minh"), ("FJ", "Ana Lim")],
            id="with dashes",
        ),
        pytest.param(
            "Secretary Reed met colleagues from Fiji, Minister Ana Lim; and Tonga, Minister Bo Tan.",
            [("", "Reed"), ("FJ", "Ana Lim"), ("TO", "Bo Tan")],
            id="colleagues from",
        ),
        pytest.param(
            "Belgium:\n\nMr Jan PEETERS      Minister for Justice\n\nMr Al Roe (Fiji), Director of INTERPOL",
            [("BE", "Jan PEETERS"), ("INTERPOL", "Al Roe")],
            id="without a mark between name and title",
        ),
        pytest.param(
            "Albania was represented by Minister Uli Doda, Croatia by State Secretary Ivan Babić.",
            [("AL", "Uli Doda"), ("HR", "Ivan Babić")],
            id="represented by",
        ),
        pytest.param(
            "The Ministers of Justice of Germany, Eva Braun-Lotz, France, Éric Morel, and Poland, "
            "Adam Lis, met.",
            [("DE", "Eva Braun-Lotz"), ("FR", "Éric Morel"), ("PL", "Adam Lis")],
            id="each behind the country",
        ),
        pytest.param(
            "The ministers – Ana Lim (Fiji), Bo Tan (Tonga) and Cy Roe (Samoa) – met.",
            [("FJ", "Ana Lim"), ("TO", "Bo Tan"), ("WS", "Cy Roe")],
            id="each before the country",
        ),
    ],
)
def test_everybody_of_a_list_has_the_country_that_the_list_gives(
    text: str, people: list[tuple[str, str]]
) -> None:
    found = findings_of(prose_of(report_of_text(text))).people
    assert [(each.party, each.name) for each in found] == people
