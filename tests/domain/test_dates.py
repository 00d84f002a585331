"""Dates: what EDTF covers, and what is shown and explained of it."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from ministrack.domain.dates import Precision, explain, show, show_long, sort_key, span, understand
from ministrack.domain.errors import InvalidValue

TODAY = date(2025, 11, 21)
MARKS = st.sampled_from(["", "?", "~", "%"])
YEARS = st.integers(1900, 2100)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(date.isoformat)
MONTHS = st.builds("{:04}-{:02}".format, YEARS, st.integers(1, 12))
PARTS = st.builds("{:04}-{}".format, YEARS, st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36, 40, 41]))
LOOSE = st.one_of(YEARS.map(str), st.integers(190, 209).map("{}X".format))
SINGLES = st.builds(str.__add__, st.one_of(DAYS, MONTHS, PARTS, LOOSE), MARKS)


@st.composite
def intervals(draw: st.DrawFn) -> str:
    """Closed intervals that end after they begin."""
    one, other = draw(SINGLES), draw(SINGLES)
    if (span(one).first or "") > (span(other).first or ""):
        one, other = other, one
    text = f"{one}/{other}"
    try:
        span(text)
    except InvalidValue:
        return one
    return text


ANY = st.one_of(SINGLES, SINGLES.map("{}/..".format), SINGLES.map("../{}".format), intervals())


@pytest.mark.parametrize(
    ("edtf", "first", "last", "precision"),
    [
        ("2025-11-20", "2025-11-20", "2025-11-20", Precision.DAY),
        ("2024-02", "2024-02-01", "2024-02-29", Precision.MONTH),
        ("2026", "2026-01-01", "2026-12-31", Precision.YEAR),
        ("2026-21", "2026-03-01", "2026-05-31", Precision.SEASON),
        ("2026-23", "2026-09-01", "2026-11-30", Precision.SEASON),
        ("2026-24", "2026-12-01", "2027-02-28", Precision.SEASON),
        ("2027-28", "2027-12-01", "2028-02-29", Precision.SEASON),
        ("2026-32", "2026-06-01", "2026-08-31", Precision.SEASON),
        ("2026-35", "2026-07-01", "2026-09-30", Precision.QUARTER),
        ("2026-41", "2026-07-01", "2026-12-31", Precision.HALF),
        ("202X", "2020-01-01", "2029-12-31", Precision.DECADE),
        ("20XX", "2000-01-01", "2099-12-31", Precision.CENTURY),
        ("2026-XX", "2026-01-01", "2026-12-31", Precision.YEAR),
        ("2026-02-XX", "2026-02-01", "2026-02-28", Precision.MONTH),
        ("2025-10-17/2025-10-18", "2025-10-17", "2025-10-18", Precision.INTERVAL),
        ("2025-10/2026", "2025-10-01", "2026-12-31", Precision.INTERVAL),
        ("2026/..", "2026-01-01", None, Precision.OPEN),
        ("../2026-05", None, "2026-05-31", Precision.OPEN),
        ("2026/", "2026-01-01", None, Precision.OPEN),
        ("[2026,2028]", "2026-01-01", "2028-12-31", Precision.INTERVAL),
    ],
)
def test_span(edtf: str, first: str | None, last: str | None, precision: Precision) -> None:
    covered = span(edtf)
    assert (covered.first, covered.last, covered.precision) == (first, last, precision)
    assert not covered.uncertain
    assert not covered.approximate


@pytest.mark.parametrize(
    ("edtf", "uncertain", "approximate"),
    [
        ("2026?", True, False),
        ("2026-23~", False, True),
        ("2026-05%", True, True),
        ("2026?/2027~", True, True),
    ],
)
def test_marks(edtf: str, uncertain: bool, approximate: bool) -> None:
    covered = span(edtf)
    assert (covered.uncertain, covered.approximate) == (uncertain, approximate)


@pytest.mark.parametrize(
    ("edtf", "reason"),
    [
        ("2026-02-30", "no day 30"),
        ("2025-02-29", "no day 29"),
        ("2025-13", "no month 13"),
        ("2025-00-01", "no month 0"),
        ("2025-00", "no month 0"),
        ("2026-23-01", "no month 23"),
        ("2027/2026", "ends before it begins"),
        ("../..", "neither a beginning nor an end"),
        ("0000", "Years go from 1"),
        ("9999-24", "Years go from 1"),
        ("Y17000", "not a date"),
        ("autumn", "not a date"),
        ("2026-5-1", "not a date"),
        (" 2026", "not a date"),
        ("2025/2026/2027", "not a date"),
        ("", "not a date"),
    ],
)
def test_nonsense_is_refused_with_the_reason(edtf: str, reason: str) -> None:
    with pytest.raises(InvalidValue, match=reason):
        span(edtf)


# No deadline: the package is slow now and then.
@settings(deadline=None)
@given(st.one_of(DAYS, MONTHS, YEARS.map(str)))
def test_common_dates_cover_what_the_edtf_package_says(edtf: str) -> None:
    parsed = parse_edtf(edtf)
    bounds = [date(*end[:3]).isoformat() for end in (parsed.lower_strict(), parsed.upper_strict())]
    assert [span(edtf).first, span(edtf).last] == bounds


@given(ANY)
def test_first_is_not_after_last(edtf: str) -> None:
    covered = span(edtf)
    assert covered.first is None or covered.last is None or covered.first <= covered.last
    assert covered.first or covered.last


@given(st.lists(ANY, min_size=2, max_size=8))
def test_order_is_by_first_day_then_from_precise_to_loose(dates: list[str]) -> None:
    ordered = [span(each) for each in sorted(dates, key=sort_key)]
    firsts = [each.first or "" for each in ordered]
    assert firsts == sorted(firsts)
    assert sort_key("2026-01-01") < sort_key("2026-01") < sort_key("2026") < sort_key("")


@pytest.mark.parametrize(
    ("edtf", "short", "long"),
    [
        ("", "", ""),
        ("2025-11-20", "20 Nov 2025", "20 November 2025"),
        ("2025-10-17/2025-10-18", "17–18 Oct 2025", "17–18 October 2025"),
        ("2025-09-30/2025-10-02", "30 Sep – 2 Oct 2025", "30 September – 2 October 2025"),
        ("2025-12-30/2026-01-02", "30 Dec 2025 – 2 Jan 2026", "30 December 2025 – 2 January 2026"),
        ("2026-05", "May 2026", "May 2026"),
        ("2026-05/2026-09", "May – Sep 2026", "May – September 2026"),
        ("2025/2026", "2025–2026", "2025–2026"),
        ("2026-23", "autumn 2026", "autumn 2026"),
        ("2026", "2026", "2026"),
        ("2026~", "about 2026", "about 2026"),
        ("2026?", "2026 (uncertain)", "2026 (uncertain)"),
        ("2026-09%", "about Sep 2026 (uncertain)", "about September 2026 (uncertain)"),
        ("2026/..", "from 2026", "from 2026"),
        ("../2026", "until 2026", "until 2026"),
        ("2026-40", "first half of 2026", "first half of 2026"),
        ("2026-35", "Q3 2026", "Q3 2026"),
        ("202X", "2020s", "2020s"),
        ("[2026,2028]", "[2026,2028]", "[2026,2028]"),
        ("2026-02-30", "2026-02-30", "2026-02-30"),
        ("soon", "soon", "soon"),
    ],
)
def test_show(edtf: str, short: str, long: str) -> None:
    assert show(edtf) == short
    assert show_long(edtf) == long


@pytest.mark.parametrize(
    ("language", "edtf", "expected"),
    [
        ("tr", "2025-11-20", "20 Kasım 2025"),
        ("tr", "2026-23", "2026 sonbahar"),
        ("az", "2026-05", "may 2026"),
        ("ru", "2026-05", "май 2026"),
        ("ru-RU", "2026-05-12", "12 мая 2026"),
        ("kk", "2025-11-20", "20 November 2025"),
    ],
)
def test_show_in_other_languages(language: str, edtf: str, expected: str) -> None:
    assert show_long(edtf, language) == expected


@pytest.mark.parametrize("language", ["en", "tr", "az", "ru"])
@given(edtf=ANY)
def test_what_is_shown_is_understood(language: str, edtf: str) -> None:
    assert understand(show(edtf, language), TODAY, language) == edtf
    assert understand(show_long(edtf, language), TODAY, language) == edtf


@pytest.mark.parametrize(
    ("edtf", "sentence"),
    [
        ("", "No date is given."),
        ("2025-11-20", "The day is known: 20 November 2025."),
        ("2025-11-20?", "One day: 20 November 2025. The source is not sure of it."),
        ("2026", "Some day between 1 January and 31 December 2026."),
        ("2026-05", "Some day between 1 and 31 May 2026."),
        ("2026-24", "Some day between 1 December 2026 and 28 February 2027."),
        ("2025-10-17/2025-10-18", "Every day from 17 to 18 October 2025."),
        ("2025/2026", "Some time from 1 January 2025 to 31 December 2026; the exact first and last days"),
        ("2026/..", "From 1 January 2026 at the earliest; no end is given."),
        ("../2026-05", "Until 31 May 2026 at the latest; no beginning is given."),
        ("2026~", "It is approximate"),
        ("2026-02-30", "no day 30"),
    ],
)
def test_explain(edtf: str, sentence: str) -> None:
    assert sentence in explain(edtf)


def test_showing_and_common_spans_load_neither_parser_nor_locale_data() -> None:
    code = (
        "import sys; from ministrack.domain.dates import explain, show, span;"
        "show('2025-10-17/2025-10-18'); span('2026-23?'); explain('2026/..');"
        "print(sorted({'edtf', 'babel', 'anyascii', 'ministrack.domain.date_reading'} & set(sys.modules)))"
    )
    source = str(Path(__file__).parents[2] / "src")
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {source!r}); {code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
