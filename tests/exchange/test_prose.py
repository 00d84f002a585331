"""Prose is told from lines of a table, whatever the language."""

import pytest

from ministrack.exchange.prose import Shape, shape_of

PROSE = (
    """The ministers met in Baku on 20 November. They discussed the draft agreement on legal assistance,
and agreed that their experts would finish it before the next meeting.""",
    """Nazirlər noyabrın 20-də Bakıda görüşdülər. Onlar hüquqi yardım haqqında saziş layihəsini müzakirə
etdilər və növbəti görüşün Türkiyədə keçirilməsi barədə razılığa gəldilər; ekspertlər işi davam etdirəcək.""",
    """# Joint statement

The ministers met in Astana.

- They took note of the report of the experts.
- They agreed to meet again in Budapest next year.
- They thanked the host for its hospitality.
""",
    "<!DOCTYPE html><html><body><p>Short.</p></body></html>",
    """Министры встретились в Астане 9 сентября. Они обсудили проект соглашения о правовой помощи и
договорились о том, что эксперты завершат работу до следующей встречи в Турции.
""",
)
RECORDS = (
    "Country\tHead\nTürkiye\tYılmaz Tunç\nHungary\tBence Tuzson\n",
    "Country;Head;Note\nTürkiye;Yılmaz Tunç;Came late. Left early.\nHungary;Bence Tuzson;Spoke.\n",
    "Name,City\nYılmaz Tunç,Ankara\nBence Tuzson,Budapest\n",
    "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n",
    '[{"name": "Şuşa"}]',
    "\ufeffAd\tYer\nŞuşa görüşü\tŞuşa\n",
)
UNCLEAR = ("Şuşa", "", "Türkiye\nHungary\nKazakhstan\n", "The ministers met in Baku.")


@pytest.mark.parametrize("text", PROSE, ids=range(len(PROSE)))
def test_a_report_is_prose(text: str) -> None:
    assert shape_of(text) is Shape.PROSE


@pytest.mark.parametrize("text", RECORDS, ids=range(len(RECORDS)))
def test_lines_cards_and_calendars_are_records(text: str) -> None:
    assert shape_of(text) is Shape.RECORDS


@pytest.mark.parametrize("text", UNCLEAR, ids=range(len(UNCLEAR)))
def test_what_says_too_little_is_unclear(text: str) -> None:
    assert shape_of(text) is Shape.UNCLEAR
