"""Where and when a meeting was, by a line of place and date around its name or at the head of the text."""

from dataclasses import replace

import pytest

from ministrack.domain.proposal import Proposal, ProposalKind, Relation
from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.reader import read_report


def meetings(text: str, published: str) -> list[Proposal]:
    """The meetings that a report speaks of."""
    report = report_of_text(text)
    report = replace(report, about=replace(report.about, published=published, language="en"))
    return [each for each in read_report(report) if each.kind is ProposalKind.MEETING]


def reported(text: str, published: str = "2025-11-20") -> dict[str, str]:
    """What is told of the meeting that the report is about, as of a Thursday."""
    wanted = next(each for each in meetings(text, published) if each.relation is Relation.REPORTED)
    names = ("number", "date", "city", "country")
    return {name: wanted.value(name) for name in names if wanted.value(name)}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param(
            "Colombo, Nov 20 (LNA) Sri Lanka and Nepal on Thursday reviewed their trade in tea.\n\n"
            "It was on the agenda of the fourth meeting of the Sri Lanka-Nepal Joint Committee on Trade, "
            "held here on November 19.",
            {"number": "4", "date": "2025-11-19", "city": "Colombo", "country": "LK"},
            id="agency-without-a-dash",
        ),
        pytest.param(
            "Eleventh session of the Conference of Ministers of Water of Central America and the Andes\n"
            "Tegucigalpa, 11–13 November 2025\n\nLIST OF PARTICIPANTS\n\nPANAMA\n"
            "- Yariela Candanedo, Minister of Environment\n",
            {"number": "11", "date": "2025-11-11/2025-11-13", "city": "Tegucigalpa", "country": "HN"},
            id="below-the-title",
        ),
        pytest.param(
            "These are the points from the 12th Pacific Energy Ministers Meeting (12 & 13 Nov, Nuku'alofa).",
            {"number": "12", "date": "2025-11-12/2025-11-13", "city": "Nuku'alofa", "country": "TO"},
            id="in-brackets-with-an-apostrophe",
        ),
        pytest.param(
            "Thimphu, 3 November 2025: Bhutan will host the 3rd Ministerial Dialogue on Hydropower on "
            "26–27 November 2025 at the Taj Hotel in Thimphu.",
            {"number": "3", "date": "2025-11-26/2025-11-27", "city": "Thimphu", "country": "BT"},
            id="date-line-with-a-colon",
        ),
        pytest.param(
            "The 31st Conference of Fisheries Ministers was held in Klaksvík on 18 November 2025.",
            {"number": "31", "date": "2025-11-18", "city": "Klaksvík", "country": "FO"},
            id="a-town-of-a-territory",
        ),
        pytest.param(
            "The ministers met in Lisbon on 18 November 2025 at the first-ever Atlantic Health Summit, held "
            "during the 80th session of the World Health Forum in Geneva.",
            {"number": "1", "date": "2025-11-18", "city": "Lisbon", "country": "PT"},
            id="beside-a-session-of-others",
        ),
        pytest.param(
            "Ninth Meeting of the Council of Ministers of Health\n\nBridgetown, Barbados\n\n"
            "1. The Ninth Meeting of the Council of Ministers of Health was convened at the Lloyd Erskine "
            "Sandiford Conference Centre on November 18, 2025.",
            {"number": "9", "date": "2025-11-18", "city": "Bridgetown", "country": "BB"},
            id="in-a-conference-centre",
        ),
    ],
)
def test_lines_of_place_and_date(text: str, fields: dict[str, str]) -> None:
    """The place and the days are those of the meeting, the day of the report is not."""
    assert reported(text) == fields


def test_an_appeal_named_after_a_city_is_no_meeting() -> None:
    """ "The Lomé Call" is a text that ministers agreed on."""
    text = (
        "Lomé (LNA) – Fisheries ministers from five countries met in Lomé on Wednesday.\n\n"
        'The "Lomé Call", a text of two pages, asks states to publish every licence by the end of the year.'
    )
    assert reported(text) == {"date": "2025-11-19", "city": "Lomé", "country": "TG"}


def test_the_day_below_a_statement_that_has_no_other_date() -> None:
    """Not the months in which the meetings before it were held."""
    text = (
        "We, the Ministers of Energy of Croatia, Hungary and Slovenia, met today in Ljubljana for our "
        "fourth trilateral meeting, following those in Zagreb (May 2023) and Budapest (June 2024).\n\n"
        "We shall instruct our deputies to prepare a plan.\n\nLjubljana, 18 November 2025"
    )
    assert reported(text, published="") == {
        "number": "4",
        "date": "2025-11-18",
        "city": "Ljubljana",
        "country": "SI",
    }
