"""Heads of state and government who are only spoken of are left for somebody to check."""

import pytest

from ministrack.domain.proposal import ProposalKind
from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.reader import read_report


@pytest.mark.parametrize(
    ("text", "there", "spoken_of"),
    [
        pytest.param(
            "The ministers reviewed progress since President Joe Biden and Prime Minister "
            "Narendra Modi agreed last year to expand the dialogue. India's Minister of Law "
            "Arjun Mehra and US Deputy Attorney General Lisa Ortiz chaired the meeting.",
            ["Arjun Mehra", "Lisa Ortiz"],
            ["Joe Biden", "Narendra Modi"],
            id="leaders mention biden",
        ),
        pytest.param(
            "On behalf of President Joe Biden, Attorney General Mark Sullivan of the United "
            "States thanked the hosts and attended the session.",
            ["Mark Sullivan"],
            ["Joe Biden"],
            id="on behalf",
        ),
        pytest.param(
            "The court's arrest warrant against Russian President Vladimir Putin overshadowed "
            "the meeting, which Foreign Minister Naledi Mokoena of South Africa chaired.",
            ["Naledi Mokoena"],
            ["Vladimir Putin"],
            id="arrest warrant",
        ),
        pytest.param(
            "Minister Karim Haddad invited Prime Minister Edi Krasta of Albania to visit "
            "Tunis. Tunisian Interior Minister Karim Haddad met the ambassadors.",
            ["Karim Haddad"],
            ["Edi Krasta"],
            id="invited",
        ),
        pytest.param(
            "Participants congratulated President Nayib Torres on his election. The meeting "
            "was attended by El Salvador's Vice Minister Ada Guzmán.",
            ["Ada Guzmán"],
            ["Nayib Torres"],
            id="congratulated",
        ),
        pytest.param(
            "In line with the Spirit of Camp David launched by President Yoon Suk-jin of the "
            "Republic of Korea, Prime Minister Sato Ichiro of Japan and President John Miller "
            "of the United States, senior officials met in Honolulu. Japan's Deputy Minister "
            "Hiro Abe attended.",
            ["Hiro Abe"],
            ["Yoon Suk-jin", "Sato Ichiro", "John Miller"],
            id="vision of",
        ),
        pytest.param(
            "The forum was established in 2019 at the initiative of President Shavkat Rahimov. "
            "Uzbekistan's Minister of Justice Ilhom Tursunov opened the meeting.",
            ["Ilhom Tursunov"],
            ["Shavkat Rahimov"],
            id="tabled by president",
        ),
        pytest.param(
            "Earlier, President Nana Owusu announced that Ghana would host the summit. The "
            "talks on Monday were led by Attorney-General Kwame Adjei of Ghana.",
            ["Kwame Adjei"],
            ["Nana Owusu"],
            id="president announced",
        ),
        pytest.param(
            "Arab League Secretary-General Ahmed Aboul-Enein said Iraqi Justice Minister "
            "Khaled Shwani-Ali chaired the session, and Sudanese President Omar Hassan faces a "
            "warrant.",
            ["Ahmed Aboul-Enein", "Khaled Shwani-Ali"],
            ["Omar Hassan"],
            id="arab league",
        ),
        pytest.param(
            "Le Roux: South Africa's Minister of Justice Ronald Lamola-Zulu met Lesotho's "
            "Minister of Law Richard Ramoeletsi-Mohau. President Cyril Ramaphosa-Dlamini was "
            "not present; he had met Prime Minister Sam Matekane-Tau in April.",
            ["Richard Ramoeletsi-Mohau", "Ronald Lamola-Zulu"],
            ["Cyril Ramaphosa-Dlamini", "Sam Matekane-Tau"],
            id="who was not present",
        ),
        pytest.param(
            "Angela Merkel-Voss, the former German chancellor, was awarded the medal. Today's "
            "chancellor, Olaf Scholz-Brandt, sent a message. State Minister Anna Lührmann-Fey "
            "of Germany accepted it on her behalf and attended the dinner.",
            ["Anna Lührmann-Fey"],
            ["Olaf Scholz-Brandt", "Angela Merkel-Voss"],
            id="a former chancellor",
        ),
        pytest.param(
            "Ministers recalled that at last year's summit President Emmanuel Macron-Petit and "
            "Chancellor Friedrich Merz-Baum had endorsed the roadmap. French State Secretary "
            "Sarah El Haïry-Moulin and German Federal Minister Volker Wissing-Roth presented "
            "the report.",
            ["Sarah El Haïry-Moulin", "Volker Wissing-Roth"],
            ["Emmanuel Macron-Petit", "Friedrich Merz-Baum"],
            id="last year’s summit",
        ),
        pytest.param(
            "Before the meeting, President Emomali Rahmonov of Tajikistan received the heads "
            "of delegation. Minister of Justice Muzaffar Aslonzoda of Tajikistan chaired the "
            "meeting.",
            ["Emomali Rahmonov", "Muzaffar Aslonzoda"],
            [],
            id="pres received",
        ),
        pytest.param(
            "President Sadyr Niyazov met Prime Minister Anwar Razak of Malaysia in Bishkek. "
            "The Kyrgyz President thanked his guest.",
            ["Anwar Razak", "Sadyr Niyazov"],
            [],
            id="met on",
        ),
    ],
)
def test_only_who_is_said_to_take_part_is_proposed_for_sure(
    text: str, there: list[str], spoken_of: list[str]
) -> None:
    proposals = [each for each in read_report(report_of_text(text)) if each.kind is ProposalKind.DELEGATION]
    present = {each.value("person") for each in proposals if each.value("status")}
    assert [name for name in there if name not in present] == []
    assert [each for each in proposals if each.sure and each.value("person") in spoken_of] == []
