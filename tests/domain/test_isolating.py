"""Words of right-to-left scripts are set apart, all others are left as they are."""

import pytest

from ministrack.domain.isolating import isolated
from ministrack.edits.wording import meeting_in_words
from ministrack.ui.naming import dotted


@pytest.mark.parametrize("text", ["Bakı", "Алматы", "26 Mar 2012", ""])
def test_other_scripts_are_left_alone(text: str) -> None:
    assert isolated(text) == text


@pytest.mark.parametrize("text", ["دمشق", "القاهرة (Cairo)", "ירושלים"])
def test_right_to_left_words_are_set_apart(text: str) -> None:
    assert isolated(text) == f"\u2068{text}\u2069"
    assert dotted((text, "2012")) == f"\u2068{text}\u2069 · 2012"


def test_a_meeting_in_an_arab_city_keeps_its_date_together() -> None:
    assert meeting_in_words(3, "دمشق", "2012-03-26") == "3rd · \u2068دمشق\u2069 · 26 Mar 2012"
