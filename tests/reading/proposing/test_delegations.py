"""Who takes part, as proposals."""

import pytest

from ministrack.domain.proposal import Proposal, ProposalKind
from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.reader import read_report


def delegations(text: str) -> list[Proposal]:
    """The delegations that a text seems to speak of."""
    return [each for each in read_report(report_of_text(text)) if each.kind is ProposalKind.DELEGATION]


def sure(text: str) -> list[str]:
    """Those that come ticked."""
    return [each.value("person") for each in delegations(text) if each.sure]


def test_a_delegation_says_who_from_where_at_what_level_and_in_what_role() -> None:
    text = "The meeting, chaired by Georgia's Minister of Justice Nino Beridze, ended."
    (found,) = delegations(text)
    values = {name: said.value for name, said in found.fields.items()}
    assert values == {
        "party": "GE",
        "person": "Nino Beridze",
        "title": "Minister of Justice",
        "level": "minister",
        "role": "chair",
        "status": "attended",
    }
    assert found.sure
    assert found.quote.text == "Georgia's Minister of Justice Nino Beridze"
    title = found.fields["title"]
    assert title.quote.text == text
    assert title.words is not None
    assert title.words.text == "Minister of Justice"
    assert text[title.words.start : title.words.stop] == "Minister of Justice"


def test_a_person_named_twice_is_one_proposal_with_both_places() -> None:
    text = "Peru's Minister of Justice Ana Quispe attended. Minister Quispe signed the minutes."
    (found,) = delegations(text)
    assert [quote.text for quote in found.also] == ["Minister Quispe"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The participants visited the grave of President Heydar Aliyev.",
        "Ghana's Deputy Minister Ama Owusu attended on behalf of Minister of Trade Kofi Boateng.",
        "The decision by President Luis Prado of Chile was welcomed by those who attended.",
        "The centre is named after Dr Olga Petrenko, Minister of Health.",
    ],
)
def test_who_is_only_spoken_of_is_no_delegate(sentence: str) -> None:
    assert [each for each in sure(sentence) if each != "Ama Owusu"] == []


def test_counterparts_of_bilateral_talks_are_shown_but_not_ticked() -> None:
    text = (
        "Togo's Minister of Justice Afi Mensah will attend the meeting in Lomé. "
        "During his trip, he will also meet with the Malian Minister of Justice, Mr Moussa Keïta."
    )
    attending, met = delegations(text)
    assert attending.sure
    assert not met.sure
    assert "bilateral" in met.why
    assert met.about == ""


def test_where_a_report_is_about_bilateral_talks_alone_they_are_the_meeting() -> None:
    (found,) = delegations("He called on the Malian Minister of Justice, Mr Moussa Keïta, on 3 May 2024.")
    assert found.sure


def test_somebody_of_whom_no_presence_is_said_is_not_ticked() -> None:
    (found,) = delegations("Cuba's Minister of Culture Rosa Díaz is an author.")
    assert not found.sure
    assert "status" not in found.fields


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("The delegation was led by Mr Ali Karimov, Deputy Minister of Justice of Tajikistan.", "head"),
        ("It was co-chaired by Mr Ali Karimov, Deputy Minister of Justice of Tajikistan.", "co-chair"),
        ("It was signed by Mr Ali Karimov, Deputy Minister of Justice of Tajikistan.", "signatory"),
        ("Mr Ali Karimov, Deputy Minister of Justice of Tajikistan, delivered a speech.", "speaker"),
        ("Mr Ali Karimov, Deputy Minister of Justice of Tajikistan, attended.", ""),
    ],
)
def test_the_role_is_what_the_sentence_says(sentence: str, role: str) -> None:
    (found,) = delegations(sentence)
    assert found.value("role") == role


def test_a_list_of_heads_of_delegation_says_so_of_each() -> None:
    lists = "- Kenya: Hon. Jane Otieno, Minister of Trade\n- Uganda: Hon. Joe Mao, Minister of Trade (Chair)"
    found = delegations(f"Heads of delegation:\n\n{lists}")
    assert [(each.value("party"), each.value("role")) for each in found] == [("KE", "head"), ("UG", "chair")]
    assert all(each.sure for each in found)
    assert found[1].value("title") == "Minister of Trade"


def test_who_sent_apologies_is_not_there() -> None:
    lists = "- Rwanda: Hon. Emma Uwera, Minister of Trade\n- Burundi: Hon. Luc Ndayi, Minister of Trade"
    assert delegations(f"Apologies were received from:\n\n{lists}") == []


def test_who_will_come_is_expected() -> None:
    (found,) = delegations("Fiji's Minister of Finance Jone Vula will attend the meeting in Suva next week.")
    assert found.value("status") == "expected"


def test_a_report_without_people_gives_no_delegation() -> None:
    assert delegations("The Treaty entered into force. Nothing else happened.") == []
