"""Which meeting a report is about, when and where; which one follows, and which one was before."""

from dataclasses import replace
from datetime import date
from time import process_time

import pytest

from ministrack.domain.proposal import Proposal, ProposalKind, Relation
from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.reader import read_report

DAY = date(2025, 11, 20)


def meetings(text: str, published: str = DAY.isoformat()) -> list[Proposal]:
    """The meetings that a report of a day speaks of."""
    report = report_of_text(text)
    report = replace(report, about=replace(report.about, published=published, language="en"))
    return [each for each in read_report(report) if each.kind is ProposalKind.MEETING]


def told(proposal: Proposal) -> dict[str, str]:
    """What a meeting's proposal says of number, date and place."""
    wanted = ("number", "date", "city", "country")
    return {name: proposal.value(name) for name in wanted if proposal.value(name)}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "On November 18, culture ministers convened in Şuşa for their fifth meeting.",
            {"number": "5", "date": "2025-11-18", "city": "Şuşa", "country": "AZ"},
        ),
        (
            "The Ninth Transport Ministers’ Meeting took place in Ohrid, North Macedonia, on 3-4 June 2025.",
            {"number": "9", "date": "2025-06-03/2025-06-04", "city": "Ohrid", "country": "MK"},
        ),
        (
            "Today, we, the leaders of three nations, convene in Nairobi for our inaugural summit.",
            {"number": "1", "date": "2025-11-20", "city": "Nairobi", "country": "KE"},
        ),
        (
            "The Joint Commission met for the 7th time on Tuesday in Tromsø, Norway to review its work.",
            {"number": "7", "date": "2025-11-18", "city": "Tromsø", "country": "NO"},
        ),
        (
            "Minister Afi Mensah will be in Lomé from 1 to 4 May, where she attends the 5th Port Forum.",
            {"number": "5", "city": "Lomé", "country": "TG"},
        ),
        (
            "Foreign Minister Elina Valtonen met with her Estonian counterpart in Tallinn today.",
            {"date": "2025-11-20", "city": "Tallinn", "country": "EE"},
        ),
    ],
)
def test_the_reported_meeting_is_read_from_its_lead(text: str, fields: dict[str, str]) -> None:
    reported = meetings(text)[0]
    assert reported.relation is Relation.REPORTED
    assert told(reported) == fields


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        (
            "It was agreed that the third meeting will be held in Türkiye in 2026.",
            {"number": "3", "date": "2026", "country": "TR"},
        ),
        (
            "The next meeting will take place in Suva in the spring of 2026.",
            {"date": "2026-21", "city": "Suva", "country": "FJ"},
        ),
        ("We agreed to hold our next summit in 2027 hosted by Australia.", {"date": "2027", "country": "AU"}),
    ],
)
def test_the_next_meeting_is_told_apart(sentence: str, fields: dict[str, str]) -> None:
    lead = "The second meeting of energy ministers was held in Baku on 19 November 2025. "
    reported, coming = meetings(lead + sentence)
    assert told(reported) == {"number": "2", "date": "2025-11-19", "city": "Baku", "country": "AZ"}
    assert (coming.relation, told(coming)) == (Relation.NEXT, fields)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            (
                "14th Meeting of the Water Ministers\n\nVientiane, Lao PDR, 4 March 2024\n\n"
                "We, the Ministers of six countries, welcomed the offer of Thailand to host the 15th Meeting."
            ),
            {"number": "14", "date": "2024-03-04", "city": "Vientiane", "country": "LA"},
        ),
        (
            "Addis Ababa, 17 November 2025 - Ministers meet from 8 to 9 December 2025 in Dakar, Senegal.",
            {"date": "2025-12-08/2025-12-09", "city": "Dakar", "country": "SN"},
        ),
        (
            "Nairobi, 19 November 2025 – The second Soil Summit opened in Nairobi today with ten leaders.",
            {"number": "2", "date": "2025-11-19", "city": "Nairobi", "country": "KE"},
        ),
        (
            "TASHKENT, Uzbekistan, November 19. A session of the Council of Rectors has begun in Termez.",
            {"date": "2025-11-19", "city": "Termez", "country": "UZ"},
        ),
        (
            (
                "Attorney General Pam Bondi met with Minister Radosław Kropiwnicki on Monday. "
                "They last met in September 2022 in Washington."
            ),
            {"date": "2025-11-17"},
        ),
        (
            "Ministers of Tajikistan and Iran signed a Protocol on Transit in Khujand today.",
            {"date": "2025-11-20", "city": "Khujand", "country": "TJ"},
        ),
        (
            "Minister Hakan Fidan met Jeyhun Bayramov on the sidelines of the 4th Diplomacy Forum today.",
            {"date": "2025-11-20"},
        ),
        (
            "Leaders met on 16 November 2025 in Tirana for a summit, hosted for the first time there.",
            {"date": "2025-11-16", "city": "Tirana", "country": "AL"},
        ),
        (
            "On November 8-9, Tashkent hosted the 86th session of the Water Commission.",
            {"number": "86", "date": "2025-11-08/2025-11-09", "city": "Tashkent", "country": "UZ"},
        ),
        (
            "Third EU-CARIFORUM Summit, Madrid, 17 November 2025 – Joint Communiqué",
            {"number": "3", "date": "2025-11-17", "city": "Madrid", "country": "ES"},
        ),
        (
            "The second meeting of the three ministers since 2021 was held virtually on 18 November 2025.",
            {"date": "2025-11-18"},
        ),
    ],
)
def test_what_belongs_to_something_else_is_left_to_it(text: str, fields: dict[str, str]) -> None:
    assert told(meetings(text)[0]) == fields


def test_a_visit_is_proposed_but_not_as_sure() -> None:
    (visit,) = meetings("India’s Minister for Law will visit Singapore from 8 to 9 December 2025.")
    assert (visit.sure, told(visit)) == (False, {"city": "Singapore", "country": "SG"})
    assert visit.why


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The 8th Transport Forum was held in Bled on 12 November 2025.", "held"),
        ("The 8th Transport Forum will be held in Bled on 12 December 2025.", "announced"),
        ("The 8th Transport Forum in Bled has been postponed to 2026.", "postponed"),
        ("The 8th Transport Forum in Bled has been cancelled.", "cancelled"),
    ],
)
def test_the_status_follows_day_and_verb(sentence: str, status: str) -> None:
    assert meetings(sentence)[0].value("status") == status


def test_a_short_name_is_the_meeting_that_it_was_given_to() -> None:
    reported, coming = meetings(
        "The Sixth Balkan Ministers’ Conference (BMC) took place in Ohrid on 3 June 2025. "
        "The BMC thanked its chair. Albania will host the 7th BMC in 2027."
    )
    assert told(reported) == {"number": "6", "date": "2025-06-03", "city": "Ohrid", "country": "MK"}
    assert told(coming) == {"number": "7", "date": "2027", "country": "AL"}
    assert coming.value("host") == "AL"


def test_an_earlier_meeting_is_told_apart() -> None:
    reported, earlier = meetings(
        "On November 20, justice ministers convened in Baku for their second meeting.\n\n"
        "The first meeting of the justice ministers was held last year in Astana."
    )
    assert told(reported)["date"] == "2025-11-20"
    assert earlier.relation is Relation.EARLIER
    assert told(earlier) == {"number": "1", "date": "2024", "city": "Astana", "country": "KZ"}


def test_a_country_that_the_text_does_not_name_is_said_to_follow_from_the_city() -> None:
    by_city, by_text = (
        meetings(f"Ministers of health met in {place} on 19 November for their fourth meeting.")[0]
        for place in ("Baku", "Baku, Azerbaijan")
    )
    assert by_city.value("country") == by_text.value("country") == "AZ"
    assert "Baku" in by_city.why
    assert by_text.why == ""


def test_every_quote_is_cut_from_the_text() -> None:
    text = "The second meeting of energy ministers was held in Baku on 19 November 2025."
    for proposal in meetings(text):
        for quote in (proposal.quote, *(said.quote for said in proposal.fields.values())):
            assert text[quote.start : quote.stop] == quote.text


def test_a_text_without_a_meeting_proposes_none() -> None:
    assert meetings("Gold rose by two per cent. Farmers expect rain and a good harvest of apricots.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The Ocean Summit will be held in Lisbon on 27 June 2026.",
        "They recalled the 41st session of the Human Rights Council in Geneva on 8 July 2025.",
        "The results go to the G20 Leaders’ Summit in Rome on 30 and 31 October 2026.",
    ],
)
def test_a_meeting_of_another_series_is_not_sure_and_no_next_one(sentence: str) -> None:
    lead = "The second meeting of energy ministers was held in Baku on 19 November 2025. "
    others = meetings(lead + sentence)[1:]
    assert [(each.relation, each.sure) for each in others] == [(Relation.OTHER, False)]


def test_series_and_organisation_are_named_as_the_report_names_them() -> None:
    named = meetings("The 13th ASEAN Law Ministers Meeting took place in Manila on 14 November 2025.")[0]
    assert (named.value("series"), named.value("organisation")) == ("ASEAN Law Ministers Meeting", "ASEAN")
    unnamed = meetings(
        "Justice ministers of the member states of ASEAN convened in Manila for their fifth meeting."
    )[0]
    assert (unnamed.value("series"), unnamed.value("organisation")) == ("", "ASEAN")


@pytest.mark.parametrize(
    "words",
    [
        "the second meeting of ministers ",
        "was held in Baku and will be held on Monday and ",
        "Second Ministerial Meeting Summit Session ",
        "Ministers-Meeting-of-",
        "Kenya agreed to prepare the plan, ",
        "signed the Treaty on Trade and ",
    ],
)
def test_a_sentence_without_end_is_read_in_proportion_to_its_length(words: str) -> None:
    short, long = (_seconds(words * (size // len(words))) for size in (2_000, 20_000))
    assert long < 60 * max(short, 0.01)


def _seconds(text: str) -> float:
    start = process_time()
    meetings(text)
    return process_time() - start
