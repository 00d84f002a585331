"""Bodies that reports name, with what they are to do."""

import pytest

from ministrack.domain.proposal import Proposal, ProposalKind
from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.reader import read_report


def bodies(text: str) -> list[Proposal]:
    found = read_report(report_of_text(f"---\ndate: 2025-06-12\n---\n\n{text}\n"))
    return [each for each in found if each.kind is ProposalKind.BODY]


@pytest.mark.parametrize(
    ("text", "name", "kind", "mandate"),
    [
        (
            "It heard the Expert Group working on a model law on cloud evidence, as well as its guests.",
            "Expert Group",
            "expert group",
            "Working on a model law on cloud evidence",
        ),
        (
            "They praised the Task Force established to build a Regional DNA Register, and thanked the host.",
            "Task Force",
            "task force",
            "Build a Regional DNA Register",
        ),
        (
            "The ministers agreed to set up a working group to compare their rules on bail.",
            "working group",
            "working group",
            "Compare their rules on bail",
        ),
        (
            "A Joint Committee (of two officials each) will be established to follow the talks.",
            "Joint Committee",
            "working group",
            "Follow the talks",
        ),
        (
            "They decided to establish a Permanent Secretariat in Lomé, tasked with keeping the archive.",
            "Permanent Secretariat",
            "secretariat",
            "Tasked with keeping the archive",
        ),
        (
            "The ministers established the Working Group on Prisons.",
            "Working Group on Prisons",
            "working group",
            "",
        ),
    ],
)
def test_a_body_that_is_set_up_or_at_work_is_sure(text: str, name: str, kind: str, mandate: str) -> None:
    (body,) = bodies(text)
    assert (body.value("name"), body.value("kind")) == (name, kind)
    assert body.value("mandate") == mandate
    assert body.sure


@pytest.mark.parametrize(
    "text",
    [
        "The 4th Joint Committee Meeting took place in Lima.",
        "A group of students visited the council in the morning.",
        "He is a member of the Committee of Ministers.",
        "The delegation came from the Legal Office.",
    ],
)
def test_bodies_that_are_only_mentioned_in_passing_are_left_out(text: str) -> None:
    assert bodies(text) == []


def test_a_working_group_without_a_mandate_is_shown_but_not_sure() -> None:
    (body,) = bodies("The day before, the Working Group on Ports had met.")
    assert not body.sure
    assert body.why


def test_who_set_a_body_up_is_read_beside_its_name() -> None:
    (body,) = bodies("The Contact Group on Rivers, set up by Hungary to share flood data, met again.")
    assert body.value("set_up_by") == "HU"
    assert body.value("mandate") == "Share flood data"
    said = body.fields["mandate"]
    assert said.words is not None
    assert said.words.text == "share flood data"


def test_a_body_named_twice_is_one() -> None:
    (body,) = bodies(
        "The leaders established the Trilateral Salmon Committee to guide research. The Committee met in May."
    )
    assert [quote.text for quote in body.also] == ["Committee"]


def test_a_body_that_is_only_proposed_is_not_sure_and_owes_nothing_for_sure() -> None:
    text = "Georgia called for the establishment of a Network of Prosecutors to exchange evidence."
    (body,) = bodies(text)
    assert (body.sure, body.value("mandate")) == (False, "Exchange evidence")
    found = read_report(report_of_text(f"{text}\n"))
    assert not [each for each in found if each.kind is ProposalKind.TASK and each.sure]


def test_a_mandate_ends_where_the_sentence_goes_on_with_what_the_body_did() -> None:
    (body,) = bodies("The Working Group on Ports, set up in 2019 to compare fees, presented its report.")
    assert body.value("mandate") == "Compare fees"
