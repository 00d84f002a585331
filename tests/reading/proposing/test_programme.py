"""What reports tell of the programme of a meeting: visits, signings, receptions, sessions, talks."""

import pytest

from ministrack.domain.proposal import Proposal, ProposalKind
from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.reader import read_report


def programme(text: str, day: str = "2025-06-12") -> list[Proposal]:
    found = read_report(report_of_text(f"---\ndate: {day}\n---\n\n{text}\n"))
    return [each for each in found if each.kind is ProposalKind.PROGRAMME]


def test_each_place_that_was_visited_is_one_item() -> None:
    found = programme(
        "The guests first visited the Hall of Heroes to pay respects, then went to the Garden of Poets and "
        "Liberty Square in the rain."
    )
    assert [each.value("title") for each in found] == [
        "Visit to the Hall of Heroes",
        "Visit to the Garden of Poets",
        "Visit to Liberty Square",
    ]
    assert [each.value("place") for each in found] == ["Hall of Heroes", "Garden of Poets", "Liberty Square"]
    assert {each.value("kind") for each in found} == {"visit"}
    assert all(each.sure for each in found)


@pytest.mark.parametrize(
    ("text", "title", "fields"),
    [
        (
            "The ministers were received at an official dinner at the Old Customs House at 19:30.",
            "Official dinner",
            {"kind": "ceremony", "place": "Old Customs House", "time": "19:30"},
        ),
        (
            "She spoke in a panel discussion on the topic of “Courts without paper” in the afternoon.",
            "Panel discussion on the topic of “Courts without paper”",
            {"kind": "session", "place": ""},
        ),
        (
            "In Lomé the ministers signed a Memorandum of Understanding on Archives.",
            "Signing of the Memorandum of Understanding on Archives",
            {"kind": "signing"},
        ),
        (
            "They laid wreaths at the Monument of the Sailors before the talks.",
            "Wreaths and respects at the Monument of the Sailors",
            {"kind": "ceremony", "place": "Monument of the Sailors"},
        ),
        (
            "While in Spain, she will visit water treatment facilities to learn more.",
            "Visit to water treatment facilities",
            {"kind": "visit"},
        ),
    ],
)
def test_an_item_is_told_with_its_kind_place_and_time(text: str, title: str, fields: dict[str, str]) -> None:
    (item,) = programme(text)
    assert item.value("title") == title
    assert {name: item.value(name) for name in fields} == fields


@pytest.mark.parametrize(
    "text",
    [
        "The minister paid an official visit to Vietnam in May.",
        "He visited Japan and Portugal.",
        "Malta will host the fourth lunch in October.",
        "The sides discussed trade and energy.",
        "They praised the signing of the Harare Treaty on Rivers.",
        "He spoke on the sidelines of the Harare Convention Signing Ceremony and Conference.",
    ],
)
def test_journeys_numbered_meetings_and_praise_are_no_items(text: str) -> None:
    assert programme(text) == []


def test_what_was_done_in_an_earlier_year_is_not_sure() -> None:
    (item,) = programme("In 2019 the delegation visited the Museum of the Sea.")
    assert not item.sure
    assert item.why


def test_an_event_that_is_named_again_is_one_item() -> None:
    (item,) = programme(
        "The third meeting of the Ministers of Justice of ASEAN was held in Hanoi on 11 June 2025.\n\n"
        "Minister Diaz hosted a working lunch for the delegations. Later the lunch ended."
    )
    assert item.value("title").startswith("Working lunch")


def test_what_is_announced_for_later_is_not_sure() -> None:
    (item,) = programme(
        "The third meeting of the Ministers of Justice of ASEAN was held in Hanoi on 11 June 2025.\n\n"
        "The ministers will convene a workshop in the spring."
    )
    assert (item.value("title"), item.sure) == ("Workshop", False)


@pytest.mark.parametrize(
    "text",
    [
        "They will visit Hübner Chambers, the city's first integrated dispute resolution complex, and rest.",
        "They toured Hübner Chambers, the oldest library of the region.",
    ],
)
def test_a_place_that_is_told_once_more_in_other_words_is_visited_once(text: str) -> None:
    found = programme(f"The delegation of Peru met its hosts in Lima. {text}")
    assert [each.value("title") for each in found] == ["Visit to Hübner Chambers"]


@pytest.mark.parametrize(
    "text", ["Latvia to host the seminar in Riga.", "The sides agreed to organise a seminar on ports."]
)
def test_an_event_that_somebody_is_to_hold_is_no_sure_point_of_this_programme(text: str) -> None:
    found = programme(f"The ministers met in Oslo on 5 June 2025. {text}")
    assert [each.sure for each in found] == [False]
    assert found[0].why
