"""Tasks in reports: what was decided, promised or asked for, by whom, and by when."""

import pytest

from ministrack.domain.proposal import Proposal, ProposalKind
from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.reader import read_report


def tasks(text: str, day: str = "2025-06-12") -> list[Proposal]:
    found = read_report(report_of_text(f"---\ndate: {day}\n---\n\n{text}\n"))
    return [each for each in found if each.kind is ProposalKind.TASK]


@pytest.mark.parametrize(
    ("text", "title", "fields"),
    [
        (
            "Both ministers agreed to exchange lists of experts by 1 September 2025.",
            "Exchange lists of experts by 1 September 2025",
            {"kind": "decision", "owner": "Both ministers", "due": "2025-09-01"},
        ),
        (
            "Mongolia undertook to submit a first draft before the end of 2025.",
            "Submit a first draft before the end of 2025",
            {"kind": "promise", "owner": "MN", "due": "2025"},
        ),
        (
            "The participants instructed the Secretariat to circulate the minutes.",
            "Circulate the minutes",
            {"kind": "mandate", "owner": "Secretariat"},
        ),
        (
            "The experts were tasked to compile a list of contact points.",
            "Compile a list of contact points",
            {"kind": "mandate", "owner": "experts"},
        ),
        (
            "Norway will host a workshop on forensic video in October.",
            "Host a workshop on forensic video in October",
            {"kind": "promise", "owner": "NO", "due": "2025-10"},
        ),
        (
            "The sides discussed trade and agreed to launch a joint website.",
            "Launch a joint website",
            {"kind": "decision", "owner": "sides"},
        ),
        (
            "A joint register will be established to help the courts.",
            "A joint register will be established to help the courts",
            {"kind": "decision", "owner": ""},
        ),
        (
            "They noted that Chad will convene a seminar to discuss steps that will drive growth.",
            "Convene a seminar to discuss steps that will drive growth",
            {"kind": "promise", "owner": "TD"},
        ),
    ],
)
def test_what_is_owed_is_cut_from_the_sentence(text: str, title: str, fields: dict[str, str]) -> None:
    (task,) = tasks(text)
    assert task.value("title") == title
    assert {name: task.value(name) for name in fields} == fields
    assert task.sure
    assert task.quote.text.casefold() == title.casefold()


@pytest.mark.parametrize(
    "text",
    [
        "The ministers agreed to strengthen their cooperation.",
        "Participants agreed that the fourth meeting will be held in Chile in 2026.",
        "Peru will host the 15th Forum in 2026.",
        "In 2019 both countries agreed to create a joint archive.",
        "They called on the Commission to publish the study.",
    ],
)
def test_general_words_next_meetings_and_appeals_are_shown_but_not_sure(text: str) -> None:
    (task,) = tasks(text)
    assert not task.sure
    assert task.why


@pytest.mark.parametrize(
    "text",
    [
        "The parties reaffirmed their commitment to peace and emphasised the importance of trade.",
        "We are committed to working with our partners.",
        "The treaty will establish a sound basis for trust.",
        "Minister Silva said: “We agreed to create a fund and will launch it soon.”",
        "The parties agreed to the proposal of the chair.",
        "They spoke of the summit, which Oman will host in May.",
        "Ships directed at ports that lack the means to provide fuel are a risk.",
        "The programme runs for 2025 and 2026.",
    ],
)
def test_what_nobody_owes_is_no_task(text: str) -> None:
    assert tasks(text) == []


def test_a_body_owes_what_it_was_set_up_for() -> None:
    text = "The meeting welcomed the Task Force established to create a Regional Forensic Archive."
    found = read_report(report_of_text(f"---\ndate: 2025-06-12\n---\n\n{text}\n"))
    body = next(each for each in found if each.kind is ProposalKind.BODY)
    (task,) = (each for each in found if each.kind is ProposalKind.TASK)
    assert task.value("title") == "Create a Regional Forensic Archive"
    assert (task.value("owner"), task.value("kind")) == (body.key, "mandate")


def test_items_after_a_lead_in_are_tasks_and_mere_areas_are_not() -> None:
    text = (
        "They met in May.\n\nThe ministers agreed on the following steps:\n\n"
        "- Translation of the handbook;\n- A study visit to Lima.\n"
    )
    found = tasks(text)
    assert [each.value("title") for each in found] == ["Translation of the handbook", "A study visit to Lima"]
    assert all(each.sure for each in found)
    assert (
        tasks("The MoU provides for cooperation in the following areas:\n\n- Exchange of data\n- Training\n")
        == []
    )


def test_a_period_is_no_due_date() -> None:
    (task,) = tasks("The sides agreed to prepare joint activities for 2026 and 2027.")
    assert task.value("due") == ""


def test_a_long_statement_does_not_drown_its_reader() -> None:
    text = " ".join(f"The parties agreed to deepen cooperation on theme {number}." for number in range(80))
    assert 0 < len(tasks(text)) <= 10


def test_points_of_a_decision_have_their_own_deadlines_and_general_ones_are_not_sure() -> None:
    found = tasks(
        "They met in May.\n\nThe Ministers decided to:\n\n(a) exchange draft texts by 30 September 2025;\n"
        "(b) continue consultations on rivers.\n"
    )
    assert [(each.value("title"), each.value("due"), each.sure) for each in found] == [
        ("Exchange draft texts by 30 September 2025", "2025-09-30", True),
        ("Continue consultations on rivers", "", False),
    ]


def test_a_body_that_is_named_in_full_owes_its_task_once() -> None:
    text = (
        "The Ministers met in Lima. The Working Group on Ports was established to compare fees. "
        "They agreed that the Working Group on Ports shall submit a report by 1 May 2026."
    )
    found = tasks(text)
    assert [each.value("title") for each in found] == [
        "Compare fees",
        "Submit a report by 1 May 2026",
    ]
    assert found[0].value("owner") == found[1].value("owner") != ""
    assert found[1].value("due") == "2026-05-01"
