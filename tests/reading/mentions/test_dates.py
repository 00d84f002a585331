"""Dates in running text, counted from the report's own day."""

from dataclasses import replace
from datetime import date

import pytest

from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.mention import DateMention
from ministrack.reading.mentions.dates import find_dates
from ministrack.reading.sentences import prose_of

DAY = date(2025, 11, 20)  # a Thursday


def dates(text: str, anchor: date | None = DAY) -> tuple[DateMention, ...]:
    """The dates of a report of that day."""
    return find_dates(replace(prose_of(report_of_text(text)), anchor=anchor))


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("On November 20, ministers convened in Baku.", "November 20", "2025-11-20"),
        ("Ministers gathered on Wednesday, 19 November.", "19 November", "2025-11-19"),
        (
            "A visit from 13 to 15 November 2025 ended.",
            "13 to 15 November 2025",
            "2025-11-13/2025-11-15",
        ),
        ("They gathered on October 13 and 14.", "October 13 and 14", "2025-10-13/2025-10-14"),
        ("They sat on 17, 18 and 19 May 2025.", "17, 18 and 19 May 2025", "2025-05-17/2025-05-19"),
        ("Held October 31–-November 1, 2023.", "October 31–-November 1, 2023", "2023-10-31/2023-11-01"),
        ("It met from 28 December to 2 January.", "28 December to 2 January", "2024-12-28/2025-01-02"),
        ("The text was signed on September 9, 2024.", "September 9, 2024", "2024-09-09"),
        ("ANKARA, 25 AUGUST 2025", "25 AUGUST 2025", "2025-08-25"),
        ("22 Sep 2011 Posted in Visits", "22 Sep 2011", "2011-09-22"),
        ("In December 2018 the Assembly adopted it.", "December 2018", "2018-12"),
        ("It was signed by the two in 2008.", "2008", "2008"),
        ("The Ministers met on Tuesday.", "Tuesday", "2025-11-18"),
        ("The Ministers will meet on Tuesday.", "Tuesday", "2025-11-25"),
        ("They met in October.", "October", "2025-10"),
        ("They will meet again in October.", "October", "2026-10"),
        ("Ministers agreed that the forum will be held in Muscat in May.", "May", "2026-05"),
        ("It was held last year in Astana.", "last year", "2024"),
        ("It will take place later this year in Suva.", "later this year", "2025"),
        ("The first half of 2026 is foreseen.", "first half of 2026", "2026-40"),
        ("They will reconvene in the spring of 2024.", "spring of 2024", "2024-21"),
        ("The next round is to be held in spring.", "spring", "2026-21"),
        ("It should be ready by the end of 2026.", "by the end of 2026", "../2026"),
        ("The term 2025/2026 begins.", "2025/2026", "2025/2026"),
        ("They met in early June 2023.", "early June 2023", "2023-06"),
        ("It has been so since the 1990s.", "1990s", "199X"),
        ("It was founded two years ago.", "two years ago", "2023"),
    ],
)
def test_a_date_is_read_as_it_is_meant(text: str, words: str, edtf: str) -> None:
    found = [(text[each.start : each.stop], each.edtf) for each in dates(text)]
    assert (words, edtf) in found
    assert len(found) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2593 (2021), paragraph 12, and COP26 in the 21st century",
        "5.2 billion dollars for 2026 participants",
        "They decided to meet in the coming months.",
        "May I thank Minister Sun Weidong and Mr Jan Fischer.",
        "On 31 June 2025 nothing can have been.",
        "The 4th of these 30 items",
    ],
)
def test_other_numbers_and_names_are_no_dates(text: str) -> None:
    assert dates(text) == ()


def test_without_a_day_of_its_own_a_report_gives_no_years() -> None:
    text = "Today, on November 20, they met; the last time was in 2024."
    assert [each.edtf for each in dates(text, None)] == ["2024"]


def test_words_that_mean_the_day_of_the_report_are_known_as_such() -> None:
    today, yesterday = dates("Today they met; yesterday they arrived.")
    assert (today.edtf, today.is_today, today.is_relative) == ("2025-11-20", True, True)
    assert (yesterday.edtf, yesterday.is_today) == ("2025-11-19", False)
