"""Where sentences end, and where a point is only that of an abbreviation, an initial or an ordinal."""

import pytest

from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.sentences import prose_of


def sentences(text: str) -> list[str]:
    prose = prose_of(report_of_text(text))
    return [prose.text[each.start : each.stop] for each in prose.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "The Secretary met Ms Ma. Theresa P. Lazaro and Mr. Eduardo M. Año in Washington, D.C. today.",
        "It was chaired by H.E. Dr. Chaleune Yiapaoheu and the Hon. David A.C. Simmons, Q.C., of Barbados.",
        "President Joseph R. Biden, Jr. met with the U.S. Amb. Katherine Tai at 9 a.m. sharp.",
        "The meeting in St. George’s considered Art. 5, No. 12 and Protocol IV, i.e. the annexes.",
        "“The problems are common to us!” said David Parker.",
        "Minister J. K. Rowe asked “Who is to pay?” and left.",
        "News.Az reports that the ministers of the C5+1, ver. 2.0, met on www.example.org.",
        "Sn. Yılmaz Tunç, 2. Adalet Bakanları Toplantısı için Prof. Dr. Ali Kaya ile geldi.",
        "Министр юстиции г. Ташкента А. С. Ташкулов принял им. Навои и т.д. в 2025 г. делегацию.",
    ],
)  # fmt: skip
def test_a_point_within_a_sentence_does_not_end_it(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "first",
    [
        "The ministers met in Tallinn.",
        "They met in Washington, D.C.",
        "“We shall go on.”",
        "Was it agreed?",
        "They signed the Protocol (see Annex 2.)",
        "It ended at 5 p.m.",
        "The meeting was held in 2024.",
        "Present was President Ferdinand R. Marcos, Jr.",
    ],
)
def test_a_sentence_ends(first: str) -> None:
    assert sentences(f"{first} The next one will be held in Riga.") == [
        first,
        "The next one will be held in Riga.",
    ]


def test_a_lost_space_does_not_join_two_sentences() -> None:
    assert sentences("Jordan was represented by Amjad Adaileh.Adaileh stood in for the Minister.") == [
        "Jordan was represented by Amjad Adaileh.",
        "Adaileh stood in for the Minister.",
    ]


def test_numbers_of_paragraphs_and_bullets_belong_to_no_sentence() -> None:
    text = "1. The Ministers met. They spoke.\n\n2 Riga will host.\n\n16 May was agreed.\n\n- Riga (host)"
    assert sentences(text) == [
        "The Ministers met.", "They spoke.", "2 Riga will host.", "16 May was agreed.", "Riga (host)",
    ]  # fmt: skip


def test_bare_numbers_of_paragraphs_count_when_they_follow_one_another() -> None:
    text = "1 The Exchange was held virtually.\n\n2 Singapore will host the next one.\n\n12 May was agreed."
    assert sentences(text) == [
        "The Exchange was held virtually.",
        "Singapore will host the next one.",
        "12 May was agreed.",
    ]


def test_a_heading_is_one_sentence() -> None:
    assert sentences("# Dr. Idris in Riga. A visit\n\nHe came.") == ["Dr. Idris in Riga. A visit", "He came."]


def test_the_sentence_of_a_place_is_found() -> None:
    prose = prose_of(report_of_text("# Visit\n\nHe came. She went.\n\nThey met."))
    for sentence in prose.sentences:
        for place in range(sentence.start, sentence.stop):
            assert prose.sentence_at(place) is sentence
        assert prose.sentence_at(sentence.stop) is None
    assert prose.sentence_at(len(prose.text) + 5) is None
