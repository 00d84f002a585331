"""Who is in the chair, alone or with others."""

import pytest

from ministrack.domain.proposal import ProposalKind
from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.reader import read_report

HELD = "The second meeting was held in Tbilisi on 4 May 2023."
OTHER = "Armenia's Deputy Minister of Justice Arsen Petrosyan"


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            f"{HELD} It was chaired by Georgia's Minister of Justice Nino Beridze and {OTHER}.",
            {"Nino Beridze": "co-chair", "Arsen Petrosyan": "co-chair"},
        ),
        (
            f"{HELD} It was chaired by Georgia's Minister of Justice Nino Beridze. {OTHER} attended.",
            {"Nino Beridze": "chair", "Arsen Petrosyan": ""},
        ),
    ],
    ids=["two", "one"],
)
def test_two_in_the_chair_of_one_meeting_are_co_chairs(text: str, roles: dict[str, str]) -> None:
    found = [each for each in read_report(report_of_text(text)) if each.kind is ProposalKind.DELEGATION]
    assert {each.value("person"): each.value("role") for each in found} == roles
