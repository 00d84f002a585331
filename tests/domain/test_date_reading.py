"""Dates as people type them: read to EDTF, never more precise than typed, refused with a reason."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ministrack.domain.dates import span, understand
from ministrack.domain.errors import InvalidValue

# A Friday, the day after the second meeting.
TODAY = date(2025, 11, 21)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("", ""),
        ("  \n", ""),
        # days
        ("20 Nov 2025", "2025-11-20"),
        ("20 NOVEMBER 2025", "2025-11-20"),
        ("November 20, 2025", "2025-11-20"),
        ("Nov. 20th, 2025", "2025-11-20"),
        ("on the 20th of November 2025", "2025-11-20"),
        ("the first of May 2026", "2026-05-01"),
        ("Thursday, 20 November 2025", "2025-11-20"),
        ("20.11.2025", "2025-11-20"),
        ("20/11/2025", "2025-11-20"),
        ("20-11-2025", "2025-11-20"),
        ("03/04/2026", "2026-04-03"),
        ("11/20/2025", "2025-11-20"),
        ("2025/11/20", "2025-11-20"),
        ("2025-11-20", "2025-11-20"),
        ("today", "2025-11-21"),
        ("Tomorrow", "2025-11-22"),
        ("yesterday", "2025-11-20"),
        # months, years and what lies between
        ("May 2026", "2026-05"),
        ("sept 2026", "2026-09"),
        ("05/2026", "2026-05"),
        ("5.2026", "2026-05"),
        ("last month", "2025-10"),
        ("September last year", "2024-09"),
        ("2026", "2026"),
        ("in the year 2026", "2026"),
        ("next year", "2026"),
        ("this year", "2025"),
        ("autumn 2026", "2026-23"),
        ("fall 2026", "2026-23"),
        ("in the spring of 2026", "2026-21"),
        ("winter 2025/26", "2025-24"),
        ("winter 2025–2026", "2025-24"),
        ("autumn next year", "2026-23"),
        ("first half of 2026", "2026-40"),
        ("the 2nd half of 2026", "2026-41"),
        ("H1 2026", "2026-40"),
        ("Q3 2026", "2026-35"),
        ("third quarter of 2026", "2026-35"),
        ("next quarter", "2026-33"),
        ("the 2020s", "202X"),
        # sure or not
        ("May 2026?", "2026-05?"),
        ("probably May 2026", "2026-05?"),
        ("about 2026", "2026~"),
        ("~2026", "2026~"),
        ("circa May 2026", "2026-05~"),
        ("c. 2026?", "2026%"),
        ("perhaps around autumn 2026", "2026-23%"),
        ("early 2026", "2026-40~"),
        ("late 2026", "2026-41~"),
        ("mid-2026", "2026~"),
        ("early May 2026", "2026-05~"),
        ("second half of May 2026", "2026-05~"),
        ("late autumn 2026", "2026-23~"),
        # intervals
        ("17-18 October 2025", "2025-10-17/2025-10-18"),
        ("17–18 October 2025", "2025-10-17/2025-10-18"),
        ("17 and 18 October 2025", "2025-10-17/2025-10-18"),
        ("from 17 to 18 October 2025", "2025-10-17/2025-10-18"),
        ("October 17-18, 2025", "2025-10-17/2025-10-18"),
        ("17-18.10.2025", "2025-10-17/2025-10-18"),
        ("17.10.2025 - 18.10.2025", "2025-10-17/2025-10-18"),
        ("30 Sep - 2 Oct 2025", "2025-09-30/2025-10-02"),
        ("November 30 – December 2, 2025", "2025-11-30/2025-12-02"),
        ("30 December – 2 January 2026", "2025-12-30/2026-01-02"),
        ("about 17–18 October 2025?", "2025-10-17%/2025-10-18%"),
        ("between May and June 2026", "2026-05/2026-06"),
        ("May 2026 – about June 2027", "2026-05/2027-06~"),
        ("2025–2026", "2025/2026"),
        ("next week", "2025-11-24/2025-11-30"),
        # open
        ("from 2026", "2026/.."),
        ("since May 2025", "2025-05/.."),
        ("2026 onwards", "2026/.."),
        ("after 20 November 2025", "2025-11-21/.."),
        ("after autumn 2026", "2026-12/.."),
        ("until 2026", "../2026"),
        ("by the end of May 2026", "../2026-05"),
        ("no later than 1 May 2026", "../2026-05-01"),
        ("before 2026", "../2025"),
        ("before May 2026", "../2026-04"),
        ("before 1 May 2026?", "../2026-04-30?"),
        # EDTF itself
        ("2025-10-17/2025-10-18", "2025-10-17/2025-10-18"),
        ("2026-23?", "2026-23?"),
        ("[2026,2028]", "[2026,2028]"),
    ],
)
def test_english(typed: str, edtf: str) -> None:
    assert understand(typed, TODAY) == edtf


@pytest.mark.parametrize(
    ("language", "typed", "edtf"),
    [
        ("tr", "20 Kasım 2025 Perşembe", "2025-11-20"),
        ("tr", "17–18 EKİM 2025", "2025-10-17/2025-10-18"),
        ("tr", "2026 yılının ilk yarısı", "2026-40"),
        ("tr", "2026 sonbaharı", "2026-23"),
        ("tr", "gelecek yıl", "2026"),
        ("tr", "Mayıs 2026?", "2026-05?"),
        ("az", "20 noyabr 2025-ci il", "2025-11-20"),
        ("az", "2026-cı ilin payızı", "2026-23"),
        ("az", "yaz 2026", "2026-21"),
        ("ru", "20 ноября 2025 г.", "2025-11-20"),
        ("ru", "в мае 2026 года", "2026-05"),
        ("ru", "осенью 2026 года", "2026-23"),
        ("ru", "с 17 по 18 октября 2025", "2025-10-17/2025-10-18"),
        ("ru", "до 2026", "../2026"),
        # English is understood everywhere
        ("tr", "autumn 2026", "2026-23"),
        ("kk", "20 November 2025", "2025-11-20"),
    ],
)
def test_other_languages(language: str, typed: str, edtf: str) -> None:
    assert understand(typed, TODAY, language) == edtf


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("20 November", "add the year"),
        ("May", "add the year"),
        ("first half", "add the year"),
        ("20.11.25", "four digits"),
        ("30 February 2026", "no day 30"),
        ("30-31 June 2026", "no day 31"),
        ("2026-02-30", "no day 30"),
        ("2025-13", "no month 13"),
        ("13.13.2025", "no month 13"),
        ("32 May 2026", "no day 32"),
        ("Friday, 20 November 2025", "day of the week"),
        ("2027-2026", "ends before it begins"),
        ("18-17 October 2025", "ends before it begins"),
        ("17 and 20 October 2025", "not understood"),
        ("fifth quarter of 2026", "not understood"),
        ("winter 2025/27", "not understood"),
        ("before the third meeting", "not understood"),
        ("17 18 October 2025", "not understood"),
        ("../..", "not understood"),
        ("?", "not understood"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(typed: str, reason: str) -> None:
    with pytest.raises(InvalidValue, match=reason):
        understand(typed, TODAY)


WORDS = st.sampled_from(
    [
        *("17", "18", "31", "2025", "2026", "0000", "9999", "2026-05", "05.2026", "202X", "20s", "q3", "h1"),
        *("may", "feb-", "autumn", "winter", "first", "half", "quarter", "late", "today", "next", "year"),
        *("week", "month", "monday", "end", "of", "the", "by", "from", "until", "before", "after", "about"),
        *(
            "to",
            "and",
            "between",
            "~",
            "?",
            "%",
            "-",
            "–",
            "/",
            "..",
            ",",
            ".",
            "[",
            "]",
            "(uncertain)",
            "ıl",
            "İ",
        ),
    ]
)


# No deadline: the first rare form loads the parser.
@settings(deadline=None)
@given(
    st.one_of(
        st.text(max_size=30),
        st.lists(WORDS, max_size=7).map(" ".join),
        st.text("0123X-/.?~%[]{},TY:", max_size=14),
    )
)
def test_anything_typed_gives_a_date_or_a_reason(typed: str) -> None:
    try:
        edtf = understand(typed, TODAY)
    except InvalidValue:
        return
    assert edtf == "" or span(edtf).precision
    assert understand(edtf, TODAY) == edtf
