"""Values of rows in words, flags and tones."""

from ministrack.domain.lists import Row
from ministrack.domain.meeting import MeetingStatus
from ministrack.ui.models.cells import count, date_cell, flagged, level, meeting, parties, status, written
from ministrack.ui.models.column import Look
from ministrack.ui.models.tips import plain_tip
from ministrack.ui.style.theme import Tone


def test_those_without_a_flag_are_named_briefly() -> None:
    cell = parties('[["AZ", "Azerbaijan"], ["TR", "Türkiye"], [null, "OTS Secretariat"]]')
    assert cell.codes == ("AZ", "TR")
    assert cell.text == "+OTS"
    assert cell.words == "Azerbaijan, Türkiye, OTS Secretariat"


def test_many_are_counted() -> None:
    cell = parties('[["AZ", "Azerbaijan"], [null, "Arab League"], [null, "OTS"]]', 7)
    assert cell.text == "+6"
    assert cell.words == "Azerbaijan, Arab League, OTS and 4 more"
    assert parties(None).text == ""


def test_below_minister_level_is_said_in_words_and_tone() -> None:
    deputy = level("deputy_minister", "Deputy minister")
    assert deputy.pill is Tone.PROGRESS
    assert deputy.words == "Deputy minister, below minister level"
    assert level("minister", "Minister").pill is Tone.HELD
    assert level("head_of_organisation", "Head of organisation").pill is Tone.NEUTRAL
    assert level(None, None).look is Look.SOFT


def test_dates_say_what_they_mean() -> None:
    assert date_cell("2025-11-20").text == "20 Nov 2025"
    assert "1 January" in date_cell("2026", loose=True).tip
    assert date_cell("2026", loose=True).look is Look.LOOSE
    assert date_cell(None).text == "no date"


def test_a_meeting_goes_by_number_place_and_date() -> None:
    row: Row = {
        "m_name": "Second meeting",
        "m_number": 2,
        "m_city": None,
        "m_country_name": "Türkiye",
        "m_date": "2026",
    }
    assert meeting(row, "m").text == "2nd · Türkiye · 2026"
    assert meeting({**row, "m_number": None}, "m").text == "Second meeting"


def test_plain_values() -> None:
    assert status(MeetingStatus, "held").text == "Held"
    assert status(MeetingStatus, "moved by an outside program").text == "moved by an outside program"
    assert written("two\nlines\tand more") == "two lines and more"
    assert count(0).look is Look.SOFT
    assert flagged("KG", "Kyrgyzstan").codes == ("KG",)
    assert flagged(None, "OTS").codes == ()


def test_names_that_look_like_html_are_shown_as_they_are() -> None:
    assert plain_tip("<b>Bold</b>\nname").startswith("<qt>&lt;b&gt;")
    assert plain_tip("Ömüralıyev < 3") == "Ömüralıyev < 3"
