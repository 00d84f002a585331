"""The task list by owner."""

from datetime import date

from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.party import Party
from ministrack.domain.record import Ref
from ministrack.domain.task import Dependency, Progress, Task, TaskStatus
from ministrack.edits.workspace import Workspace
from ministrack.reports.document import Paper, notes_of
from ministrack.reports.request import Request
from ministrack.reports.worklist.paper import make
from tests.papers import add, change, numbered, starting, told

TODAY = date(2026, 11, 26)
OPEN, DONE = "Open tasks", "Done since Baku, 20 November 2025"


def listed(workspace: Workspace, meeting: str = "", party: str = "", series: str = "") -> Paper:
    asked = Request(meeting=meeting or None, party=party or None, series=series or None, today=TODAY)
    return make(workspace.read, asked)


def task(workspace: Workspace, begin: str) -> Ref:
    (found,) = [each for each in workspace.read.find(Task) if each.title.startswith(begin)]
    return Ref("task", found.id)


def test_the_sample_by_owner_with_sources(sample: Workspace) -> None:
    made = listed(sample)
    sections = told(made)
    assert sections[""] == [
        "Open: 5",
        "Overdue: none",
        "Without a deadline: 4",
        "Without an owner: 1",
        "Waiting for another task: none",
    ]
    owners = [line for line in sections[OPEN][1:] if " | " not in line]
    assert owners == [
        "*Expert Group: 1 open*",
        "*member states: 1 open*",
        "*Task Force: 1 open*",
        "*Türkiye: 1 open*",
        "?Owner not known: 1 open?",
    ]
    assert sections[DONE] == ["No task is recorded as done since then."]
    assert len(notes_of(made)) >= 3


def test_overdue_is_said_in_words_and_what_a_task_waits_for(sample: Workspace) -> None:
    network, draft = task(sample, "Create the Centralized"), task(sample, "Finish the draft")
    change(sample, network, due="2026-09")
    add(sample, Dependency(task=network.id, depends_on=draft.id))
    made = listed(sample)
    sections = told(made)
    assert made.landscape
    line = starting(sections[OPEN], "Create")
    assert "*overdue by 57 days*" in line
    assert line.endswith("Finish the draft agreement on mutual legal assistance in civil matters")
    assert "*Task Force: 1 open, 1 overdue*" in sections[OPEN]
    assert "Overdue: *1*" in sections[""]


def test_what_was_done_since_the_last_meeting(sample: Workspace) -> None:
    network = task(sample, "Create the Centralized")
    change(sample, network, status=TaskStatus.DONE)
    long_ago = Task(title="Elect a chair", status=TaskStatus.DONE)
    add(
        sample,
        long_ago,
        Progress(task=network.id, date="2026-05", status=TaskStatus.DONE, note="Сеть создана"),
        Progress(task=long_ago.id, date="2025-03", status=TaskStatus.DONE),
    )
    sections = told(listed(sample))
    assert sections[DONE][1:] == [
        "Create the Centralized Network of Forensic Expertise | Task Force | Done | May 2026: Сеть создана"
    ]
    assert sections[""][0] == "Open: 4"


def test_the_list_of_one_owner_meeting_or_series(sample: Workspace) -> None:
    (party,) = sample.read.find(Party, Compare("name", "Türkiye"))
    made = listed(sample, party=party.id)
    assert made.title == "Tasks of Türkiye"
    assert told(made)[""][0] == "Open: 1"
    (meeting,) = sample.read.find(Meeting, Compare("number", 1))
    made = listed(sample, meeting=meeting.id)
    assert made.title.startswith("Tasks agreed at: First meeting")
    assert told(made)[OPEN] == ["No task is open."]
    second = numbered(sample, 2).id
    (series,) = {each.series for each in sample.read.find(Meeting)}
    assert series
    assert told(listed(sample, series=series))[""][0] == "Open: 5"
    assert told(listed(sample, meeting=second))[""][0] == "Open: 5"


def test_an_empty_dossier_has_no_tasks(empty: Workspace) -> None:
    assert told(listed(empty))[OPEN] == ["No task is open."]


def test_many_tasks_are_read_at_once(empty: Workspace) -> None:
    add(empty, *(Task(title=f"Поручение {number}") for number in range(1200)))
    made = told(listed(empty))
    assert made[OPEN][1] == "?Owner not known: 1,200 open?"
    assert len(made[OPEN]) == 1202


def test_a_bilateral_meeting_does_not_hide_what_a_series_got_done(sample: Workspace) -> None:
    network = task(sample, "Create the Centralized")
    change(sample, network, status=TaskStatus.DONE)
    talks = Meeting(name="Görüşmə", date="2026-11-20", status=MeetingStatus.HELD)
    talked = Task(title="Открыть линию", made_at=talks.id, status=TaskStatus.DONE)
    add(
        sample, talks, talked,
        Progress(task=network.id, date="2026-05", status=TaskStatus.DONE),
        Progress(task=talked.id, date="2026-10", status=TaskStatus.DONE),
    )  # fmt: skip
    done = told(listed(sample))["Done since the last meeting of each series"]
    assert [line.partition(" | ")[0] for line in done[1:]] == [
        "Create the Centralized Network of Forensic Expertise"
    ]
