"""What a report says several times is one proposal."""

import pytest

from ministrack.domain.proposal import Proposal, ProposalKind, Quote, Relation, Said
from ministrack.reading.proposing.merging import merged

MEETING, DELEGATION = ProposalKind.MEETING, ProposalKind.DELEGATION


def proposed(kind: ProposalKind, start: int, relation: Relation | None = None, **values: str) -> Proposal:
    """A proposal that was read at a place of a text."""
    quote = Quote(start, start + 10, "0123456789")
    fields = {name: Said(value, quote) for name, value in values.items() if value}
    about = "" if kind is MEETING else "m1"
    return Proposal(
        kind=kind, key=f"{kind.value[0]}{start}", fields=fields, quote=quote, relation=relation, about=about
    )


def person(start: int, name: str, party: str = "AZ", level: str = "minister") -> Proposal:
    """Somebody at the meeting."""
    return proposed(DELEGATION, start, person=name, party=party, level=level)


def test_a_person_under_a_fuller_and_a_shorter_name_is_one_with_both_places() -> None:
    (one,) = merged([person(0, "Rosa Icela Rodriguez", "MX"), person(90, "Dr. Rosa Icela Rodríguez", "MX")])
    assert one.value("person") == "Dr. Rosa Icela Rodríguez"
    assert [quote.start for quote in (one.quote, *one.also)] == [0, 90]
    assert one.sure


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (person(0, "Lee Hsien Loong", "SG"), person(90, "Lee Boon Yang", "SG")),
        (person(0, "Kairat Umarov", "KZ"), person(90, "Kairat Umarov", "UZ")),
        (person(0, "Ivan Petrov", "BG"), person(90, "", "BG", level="ambassador")),
    ],
)
def test_people_who_may_be_others_stay_apart(first: Proposal, second: Proposal) -> None:
    assert merged([first, second]) == (first, second)


def test_a_surname_that_two_have_is_no_third_and_none_of_them() -> None:
    people = [person(0, "Lee Hsien Loong", "SG"), person(30, "Lee Boon Yang", "SG"), person(60, "Lee", "SG")]
    assert len(merged(people)) == 3


def test_a_post_that_is_named_once_and_unnamed_once_is_one() -> None:
    (one,) = merged([person(0, "Farid Ahmadov"), person(60, "")])
    assert one.value("person") == "Farid Ahmadov"


def test_the_closer_date_is_taken() -> None:
    meetings = [
        proposed(MEETING, 40, Relation.REPORTED, name="fifth summit", number="5", date="2025-11"),
        proposed(MEETING, 80, Relation.REPORTED, name="Fifth Summit", number="5", date="2025-11-20"),
    ]
    (one,) = merged(meetings)
    assert (one.value("date"), one.sure) == ("2025-11-20", True)


def test_what_contradicts_keeps_the_first_and_says_so() -> None:
    meetings = [
        proposed(MEETING, 40, Relation.REPORTED, name="fifth summit", number="5", date="2025-11-20"),
        proposed(MEETING, 80, Relation.REPORTED, name="fifth summit", number="5", date="2025-11-21"),
    ]
    (one,) = merged(meetings)
    assert (one.value("date"), one.sure) == ("2025-11-20", False)
    assert "2025-11-21" in one.why


def test_what_pointed_to_a_repetition_points_to_the_one_that_stays() -> None:
    first, again = (proposed(ProposalKind.BODY, at, name="Task Force on Cables") for at in (10, 50))
    task = proposed(ProposalKind.TASK, 70, title="map the cables", owner=again.key)
    kept, owned = merged([first, again, task])
    assert owned.value("owner") == kept.key == first.key


def test_titles_differ_by_more_than_small_words() -> None:
    titles = (
        "Treaty on Mutual Legal Assistance",
        "the Treaty of Mutual Legal Assistance",
        "ASEAN Treaty on Mutual Legal Assistance",
    )
    documents = [proposed(ProposalKind.DOCUMENT, at * 20, title=title) for at, title in enumerate(titles)]
    assert [each.value("title") for each in merged(documents)] == [titles[1], titles[2]]


def test_the_reported_meeting_comes_first_then_the_order_of_the_text() -> None:
    coming = proposed(MEETING, 10, Relation.NEXT, name="sixth summit", number="6")
    reported = proposed(MEETING, 60, Relation.REPORTED, name="fifth summit", number="5")
    assert merged([coming, person(30, "Farid Ahmadov"), reported])[0] == reported
