"""Action points, tables of tasks, and titles of tasks as one writes them on a list."""

import pytest

from ministrack.domain.proposal import Proposal, ProposalKind
from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.reader import read_report


def tasks(text: str, day: str = "2026-01-20") -> list[Proposal]:
    found = read_report(report_of_text(f"---\ndate: {day}\n---\n\n{text}\n"))
    return [each for each in found if each.kind is ProposalKind.TASK]


def told(text: str) -> list[tuple[str, str, str]]:
    """Title, owner and deadline of what is sure."""
    return [(t.value("title"), t.value("owner"), t.value("due")) for t in tasks(text) if t.sure]


@pytest.mark.parametrize(
    ("text", "title", "owner", "due"),
    [
        (
            "Action: Secretariat to circulate the draft minutes by 15 March 2026.",
            "Circulate the draft minutes by 15 March 2026",
            "Secretariat",
            "2026-03-15",
        ),
        (
            "Action point 3: Ghana to share its model law with members.",
            "Share its model law with members",
            "GH",
            "",
        ),
        (
            "ACTION – Chair to write to the Commission on funding.",
            "Write to the Commission on funding",
            "Chair",
            "",
        ),
        (
            "3.2 The Secretariat will prepare a concept note. (Deadline: 1 October 2026)",
            "Prepare a concept note",
            "Secretariat",
            "2026-10-01",
        ),
        ("It was decided that Malta will chair the Network.", "Chair the Network", "MT", ""),
        (
            "We direct our Finance Ministers to develop a proposal on debt.",
            "Develop a proposal on debt",
            "Finance Ministers",
            "",
        ),
        ("Ministers agreed, in particular, to create a hotline.", "Create a hotline", "Ministers", ""),
        (
            "The two leaders agreed on establishing a hotline for fishermen.",
            "Establish a hotline for fishermen",
            "two leaders",
            "",
        ),
        (
            "The Ministers tasked the Committee of Senior Officials with drawing up a road map.",
            "Draw up a road map",
            "Committee of Senior Officials",
            "",
        ),
        (
            "They discussed the draft Agreement on Electronic Evidence and asked the experts to finalize it.",
            "Finalize the draft Agreement on Electronic Evidence",
            "experts",
            "",
        ),
        (
            "The parties will also exchange lists of contact points.",
            "Exchange lists of contact points",
            "parties",
            "",
        ),
    ],
)
def test_a_task_begins_with_what_is_to_be_done(text: str, title: str, owner: str, due: str) -> None:
    assert told(text) == [(title, owner, due)]


@pytest.mark.parametrize("lead", ["## Next steps", "Action points:", "Agreed actions"])
def test_items_below_next_steps_are_tasks_of_those_they_name(lead: str) -> None:
    text = (
        f"The ministers met in Riga.\n\n{lead}\n\n- Secretariat to send the questionnaire by 1 April 2026\n"
        "- Türkiye to host the seminar in İzmir\n- Publish the handbook\n"
    )
    assert told(text) == [
        ("Send the questionnaire by 1 April 2026", "Secretariat", "2026-04-01"),
        ("Host the seminar in İzmir", "TR", ""),
        ("Publish the handbook", "", ""),
    ]


def test_a_table_of_decisions_gives_tasks_with_owner_and_deadline() -> None:
    text = (
        "| No. | Decision | Responsible | Deadline |\n|---|---|---|---|\n"
        "| 1 | Publish the handbook on mediation | Secretariat | 30 June 2026 |\n"
        "| 2 | Nominate national focal points | Member States | 15 May 2026 |\n"
    )
    assert told(text) == [
        ("Publish the handbook on mediation", "Secretariat", "2026-06-30"),
        ("Nominate national focal points", "Member States", "2026-05-15"),
    ]
    assert tasks("| Decision | Country |\n|---|---|\n| Publish the handbook | Chad |\n") == []


def test_several_tasks_of_a_sentence_are_told_apart() -> None:
    assert told(
        "The Committee requested the Secretariat to prepare a study and to report to the next meeting."
    ) == [
        ("Prepare a study", "Secretariat", ""),
        ("Report to the next meeting", "Secretariat", ""),
    ]
    assert told("The sides agreed the following actions: Finland to draft a paper; Malta to fund it.") == [
        ("Draft a paper", "FI", "")
    ]


def test_a_body_that_was_just_set_up_is_meant_by_it() -> None:
    text = "The Ministers set up a Joint Task Force on Fraud and tasked it with drafting guidelines."
    found = read_report(report_of_text(f"---\ndate: 2026-01-20\n---\n\n{text}\n"))
    body = next(each for each in found if each.kind is ProposalKind.BODY)
    (task,) = (each for each in found if each.kind is ProposalKind.TASK)
    assert (task.value("title"), task.value("owner")) == ("Draft guidelines", body.key)


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors charged the former president with war crimes.",
        "He surrendered after requests for the extradition of fugitives to Singapore from abroad.",
        "Decisions\n\n- Adopt the Work Plan\n- Take note of the report of the Executive Secretary\n",
        "Experts will meet in Graz, where mediators from Peru will be appointed for a year.",
    ],
)
def test_what_leaves_nothing_to_do_is_no_task(text: str) -> None:
    assert tasks(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ministers agreed that cooperation will be strengthened.",
        "They agreed to review this within a year.",
    ],
)
def test_general_words_and_words_that_point_elsewhere_are_not_sure(text: str) -> None:
    (task,) = tasks(text)
    assert not task.sure
    assert task.why
