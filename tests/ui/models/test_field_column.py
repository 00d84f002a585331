"""A column of a field says what the field is declared to be."""

import pytest

from ministrack.domain.meeting import Meeting, MeetingMode
from ministrack.domain.person import Person
from ministrack.domain.task import Task
from ministrack.ui.models.column import Edits, Look
from ministrack.ui.models.field_column import field_column


def test_title_order_and_editor_follow_from_the_declaration() -> None:
    family = field_column(Person, "family")
    assert (family.title, family.needs, family.sort) == ("Family name", ("family",), "family")
    assert family.edits == Edits("family")
    assert family.hidden_at_first
    assert field_column(Task, "note").sort == ""


@pytest.mark.parametrize(
    ("value", "words", "look"),
    [
        (MeetingMode.UNKNOWN.value, "not known", Look.SOFT),
        (MeetingMode.VIRTUAL.value, "Virtual", Look.PLAIN),
    ],
)
def test_a_choice_that_says_nothing_is_said_softly(value: str, words: str, look: Look) -> None:
    cell = field_column(Meeting, "mode").cell({"mode": value})
    assert (cell.text, cell.look) == (words, look)


def test_a_date_has_its_meaning_in_the_tooltip_and_may_be_missing() -> None:
    reminder = field_column(Task, "reminder")
    assert reminder.cell({"reminder": "2026-21"}).tip.startswith("Some day between ")
    assert reminder.cell({"reminder": None}).words == ""


def test_a_long_text_is_whole_in_the_tooltip() -> None:
    cell = field_column(Task, "note").cell({"note": "Ankara\nİstanbul"})
    assert cell.tip == "Ankara İstanbul"
