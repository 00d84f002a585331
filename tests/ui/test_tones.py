"""One table of colours and words for every place that shows a status."""

from datetime import date, timedelta

import pytest

from ministrack.domain.delegation import Presence
from ministrack.domain.lists import Row
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.task import TaskStatus
from ministrack.ui.models.cells import status
from ministrack.ui.style.theme import Tone
from ministrack.ui.tones import of_choice, of_level, of_task


def task(state: str, days: int | None) -> Row:
    last = None if days is None else (date.today() + timedelta(days=days)).isoformat()
    return {"status": state, "due_last": last}


@pytest.mark.parametrize("member", [*MeetingStatus, *TaskStatus])
def test_a_table_and_the_inspector_say_the_same(member: MeetingStatus | TaskStatus) -> None:
    cell = status(type(member), member.value)
    assert (cell.text, cell.pill) == of_choice(type(member), member.value)


def test_a_value_of_another_version_is_shown_as_it_is() -> None:
    assert of_choice(MeetingStatus, "adjourned") == ("adjourned", Tone.NEUTRAL)
    assert of_choice(Presence, None) == ("", Tone.NEUTRAL)


def test_only_what_is_still_owed_and_past_its_last_day_is_overdue() -> None:
    assert of_task(task("open", -1)) == ("Overdue", Tone.OVERDUE)
    assert of_task(task("open", 0)) == ("Open", Tone.NEUTRAL)
    assert of_task(task("done", -1)) == ("Done", Tone.HELD)
    assert of_task(task("partly", None)) == ("Partly done", Tone.PROGRESS)


def test_a_level_below_minister_stands_out() -> None:
    assert of_level("deputy_minister", "Deputy minister") == ("Deputy minister", Tone.PROGRESS)
    assert of_level("minister", "Minister") == ("Minister", Tone.HELD)
    assert of_level(None, None) == ("", Tone.NEUTRAL)
