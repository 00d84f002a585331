"""Documents that reports name: where a title ends, what is done with it, and which names are of one."""

import pytest

from ministrack.domain.proposal import Proposal, ProposalKind
from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.reader import read_report


def documents(text: str, day: str = "2025-06-12") -> list[Proposal]:
    """The documents of a report that was published on a day."""
    given = f"---\ndate: {day}\n---\n\n{text}\n"
    return [each for each in read_report(report_of_text(given)) if each.kind is ProposalKind.DOCUMENT]


def titles(text: str, *, sure: bool = True) -> list[str]:
    return [each.value("title") for each in documents(text) if each.sure is sure]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The ministers adopted the Tallinn Declaration on 4 May 2025.", "Tallinn Declaration"),
        (
            "Latvia and Peru signed an Agreement on Extradition and Transfer of Sentenced Persons in Lima.",
            "Agreement on Extradition and Transfer of Sentenced Persons",
        ),
        (
            "They signed a Memorandum of Understanding (MoU) on Digital Archives on Tuesday.",
            "Memorandum of Understanding on Digital Archives",
        ),
        (
            "A memorandum of understanding on forensic training was signed by the two ministries.",
            "memorandum of understanding on forensic training",
        ),
        (
            "Experts work on a multilateral draft convention on the recovery of assets, put forward by us.",
            "multilateral draft convention on the recovery of assets",
        ),
        (
            "The Committee considered the draft Protocol to the Convention on the Rights of the Child.",
            "draft Protocol to the Convention on the Rights of the Child",
        ),
        ("The meeting ended with the signing of the meeting minutes.", "meeting minutes"),
        ("Following the talks a Joint Statement was adopted.", "Joint Statement"),
        ("At the end the parties signed a joint communiqué.", "joint communiqué"),
        (
            "Delegates endorsed the “Accra Plan for Safer Courts” and thanked the host.",
            "Accra Plan for Safer Courts",
        ),
        (
            "The Ministers approved the Action Plan for 2026–2028 and took note of the budget.",
            "Action Plan for 2026–2028",
        ),
        (
            "They discussed the Treaty establishing the Andean Court of Justice with their guests.",
            "Treaty establishing the Andean Court of Justice",
        ),
        (
            "A memorandum on archives between the ministries of Chad and Mali was signed.",
            "memorandum on archives",
        ),
        (
            "They signed the Protocol on Amendments to the Agreement on Road Transport.",
            "Protocol on Amendments to the Agreement on Road Transport",
        ),
        ("The Protocol of the 11th Meeting was signed.", "Protocol of the 11th Meeting"),
        ("The Council approved its Rules of Procedure.", "Rules of Procedure"),
        ("The Council adopted Resolution 14 on Legal Aid.", "Resolution 14 on Legal Aid"),
        (
            "The ministers signed Protocol III – Fisheries, Ports and Harbours at the close.",
            "Protocol III – Fisheries, Ports and Harbours",
        ),
        (
            "Both sides reviewed the Agenda of the day and the Spirit of Lake Ohrid statement.",
            "Spirit of Lake Ohrid statement",
        ),
        ("The meeting closed with the adoption of the Chair's Summary.", "Chair's Summary"),
        (
            "The ministers recalled the 1978 Cultural Cooperation Treaty between Ghana and Brazil.",
            "Cultural Cooperation Treaty",
        ),
    ],
)
def test_a_title_ends_where_the_name_ends(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "The suspects are held under Ghana's Extradition Act 1960.",
        "Delegates gathered for the Hague Convention Week 2025.",
        "Having an extradition treaty with our neighbours would help.",
        "No statement was adopted.",
        "No joint declaration was signed.",
        "They are in agreement on this matter and made a statement to the press.",
        "Work on three draft documents goes on.",
        "Ministers reached agreement on the need to go on.",
        "The deal was signed after 30 minutes of talks.",
        "The World Food Programme presented its figures.",
        "He made good on his plan and his programme.",
    ],
)
def test_what_is_no_document_of_the_meeting_is_not_proposed(text: str) -> None:
    assert titles(text) == []


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "They reviewed how the steps outlined in the Almaty Declaration signed on 9 May 2023 are taken.",
            {"stage": "signed", "date": "2023-05-09", "treatment": "reviewed"},
        ),
        (
            "The Ministers adopted the Almaty Declaration.",
            {"stage": "adopted", "date": "", "treatment": "adopted"},
        ),
        (
            "The Almaty Treaty on Transit was signed in Bishkek on 1 March 2019 and came into force.",
            {"stage": "signed", "date": "2019-03-01", "place": "Bishkek", "treatment": ""},
        ),
        (
            "On 3 April 2024, the ministers signed the Almaty Convention on Water.",
            {"stage": "signed", "date": "2024-04-03"},
        ),
        (
            "They reviewed progress made under the Almaty Convention on Water.",
            {"stage": "", "treatment": "reviewed"},
        ),
        (
            "The Almaty Agreement on Rail will be signed next year.",
            {"treatment": ""},
        ),
        (
            "Negotiations on the Almaty Agreement on Rail are under way.",
            {"stage": "drafting", "treatment": ""},
        ),
        (
            "The experts finished a draft agreement on rail safety, initiated by Kazakhstan, in time.",
            {"kind": "draft", "stage": "drafting", "initiator": "KZ"},
        ),
        ("They recalled the 1951 Almaty Treaty on Transit.", {"date": "1951", "stage": ""}),
        (
            "They hailed the entry into force of the Almaty Treaty, signed in Bishkek on 4 May 2021.",
            {"stage": "signed", "date": "2021-05-04", "place": "Bishkek", "treatment": ""},
        ),
    ],
)
def test_what_is_done_with_a_document_is_read_beside_its_name(text: str, fields: dict[str, str]) -> None:
    (document,) = documents(text)
    assert {name: document.value(name) for name in fields} == fields


def test_the_defined_short_form_is_the_same_document_and_a_longer_name_another() -> None:
    found = documents(
        "Chile and Spain signed a Treaty on Legal Assistance in Criminal Matters (the “Treaty”) today. "
        "The Treaty sets out how requests are made. Both are also parties to the Ibero-American Treaty on "
        "Legal Assistance in Criminal Matters, and work under that Treaty."
    )
    assert [each.value("title") for each in found] == [
        "Treaty on Legal Assistance in Criminal Matters",
        "Ibero-American Treaty on Legal Assistance in Criminal Matters",
    ]
    assert len(found[0].also) >= 1


def test_documents_that_are_signed_together_share_the_act() -> None:
    found = documents(
        "The Lomé Declaration on Ports, the Lomé Roadmap on Customs and the Lomé Protocol were signed."
    )
    assert [each.value("stage") for each in found] == ["signed"] * 3
    assert all(each.sure for each in found)


def test_a_long_statement_only_cites_its_many_documents() -> None:
    cited = (
        "the UN Charter, the Paris Agreement, the Hague Convention, the Rome Statute, the Vienna Convention, "
        "the Kyoto Protocol and the Geneva Convention"
    )
    text = f"We are guided by {cited}. " + "We stand by our common aims in the region. " * 200
    assert titles(text) == []
    assert len(titles(text, sure=False)) == 7


def test_a_programme_that_is_only_mentioned_is_not_sure() -> None:
    assert titles("They met under the Peru-Chile Legal Exchange Programme.", sure=False) == [
        "Peru-Chile Legal Exchange Programme"
    ]


def test_the_words_that_bear_a_field_stand_in_its_sentence() -> None:
    text = "Yesterday was calm. The Ministers adopted the Tirana Declaration on Shared Heritage."
    (document,) = documents(text)
    assert document.quote.text == "Tirana Declaration on Shared Heritage"
    for said in document.fields.values():
        assert said.words is not None
        assert said.words.text in said.quote.text
        assert said.quote.text.startswith("The Ministers adopted")
    assert document.fields["stage"].words is not None
    assert document.fields["stage"].words.text == "adopted"


def test_a_headline_alone_is_not_sure_and_the_text_is_preferred() -> None:
    found = documents(
        "Kenya and Uganda Sign MoU to Strengthen Border Cooperation\n\n"
        "Kenya and Uganda today signed a Memorandum of Understanding on Border Posts."
    )
    assert [each.value("title") for each in found] == ["Memorandum of Understanding on Border Posts"]


def test_a_list_of_documents_takes_what_was_done_from_its_lead_in() -> None:
    found = documents(
        "The summit was long.\n\nThe documents signed include:\n\n- The Ohrid Act;\n"
        "- The decision of the Heads of State on the status of the port;\n"
        "- A joint action plan on rail for 2026."
    )
    assert [(each.value("title"), each.value("stage")) for each in found] == [
        ("Ohrid Act", "signed"),
        ("decision of the Heads of State on the status of the port", "signed"),
        ("joint action plan on rail for 2026", "signed"),
    ]


def test_documents_between_named_parties_share_the_act() -> None:
    found = documents(
        "The parties signed a Memorandum of Understanding between the ministries of Chad and Mali, "
        "an Agreement on Diplomas and a Roadmap on Rail."
    )
    assert [each.value("stage") for each in found] == ["signed"] * 3


def test_a_year_that_is_part_of_a_name_is_no_day_of_a_stage() -> None:
    (document,) = documents("They exchanged views on the 2030 Agenda for Sustainable Development.")
    assert document.value("title") == "2030 Agenda for Sustainable Development"
    assert (document.value("date"), document.sure) == ("", False)


def test_what_is_praised_was_not_done_at_the_meeting() -> None:
    (document,) = documents("The ministers praised the signing of the Harare Treaty on Rivers.")
    assert (document.value("stage"), document.value("treatment")) == ("signed", "")


@pytest.mark.parametrize(
    ("text", "title", "stage"),
    [
        (
            'Toplantı 5 Mayıs 2025 tarihinde Konya\'da yapıldı. Bakanlar "Konya Bildirisi"ni imzaladı.',
            "Konya Bildirisi",
            "signed",
        ),
        (
            "Toplantı 5 Mayıs 2025 tarihinde yapıldı. Toplantıda Konya Eylem Planı kabul edildi.",
            "Konya Eylem Planı",
            "adopted",
        ),
        (
            "İclas mayın 5-də Gəncədə keçirilib. Görüşdə Gəncə Bəyannaməsi qəbul edilib.",
            "Gəncə Bəyannaməsi",
            "adopted",
        ),
        (
            "Встреча прошла в Уфе. Стороны подписали Соглашение о сотрудничестве в сфере архивов.",
            "Соглашение о сотрудничестве в сфере архивов",
            "signed",
        ),
        (
            "Совещание министров состоялось в Уфе. Принята Уфимская декларация.",
            "Уфимская декларация",
            "adopted",
        ),
        (
            "Министрлердің отырысы Түркістанда өтті. Қорытындысында Түркістан декларациясы қабылданды.",
            "Түркістан декларациясы",
            "adopted",
        ),
    ],
)
def test_documents_are_found_in_other_languages(text: str, title: str, stage: str) -> None:
    (document,) = documents(text)
    assert (document.value("title"), document.value("stage")) == (title, stage)


def test_items_of_a_list_of_documents_are_not_headlines_though_written_so() -> None:
    text = (
        "The following documents were signed:\n\n"
        "- Agreement between the Government of Georgia and the Government of Malta on Extradition\n"
        "- Memorandum of Understanding on Forensic Science\n- Programme of Cooperation for 2026–2028\n"
    )
    assert titles(text) == [
        "Agreement between the Government of Georgia and the Government of Malta on Extradition",
        "Memorandum of Understanding on Forensic Science",
        "Programme of Cooperation for 2026–2028",
    ]


def test_day_and_place_are_found_behind_those_who_signed() -> None:
    text = (
        "The Memorandum of Understanding on Prisons was signed by Minister Ján Horvát and Minister Sanja "
        "Kovač in Bratislava on 3 June 2025."
    )
    (document,) = documents(text)
    assert (document.value("date"), document.value("place")) == ("2025-06-03", "Bratislava")
    assert document.value("treatment") == "signed"


@pytest.mark.parametrize(
    "text",
    [
        "They agreed to develop an action plan for 2026–2027, which will be approved at the next meeting.",
        "We will advance security through the signature of a new Memorandum of Cooperation on Networks.",
    ],
)
def test_what_is_still_to_be_made_is_shown_but_not_sure(text: str) -> None:
    (document,) = documents(text)
    assert (document.sure, document.value("stage"), document.value("treatment")) == (False, "", "")
    assert document.why


@pytest.mark.parametrize(
    ("text", "title", "fields"),
    [
        (
            "A Charter on Prison Labour, a set of ten articles, was adopted.",
            "Charter on Prison Labour",
            {"stage": "adopted", "treatment": "adopted"},
        ),
        (
            "They praised the 2019 Memorandum of Cooperation between the Ministries of Justice.",
            "Memorandum of Cooperation",
            {"date": "2019", "stage": ""},
        ),
        (
            "An Agreement on the Exchange of Data on Missing Migrants was initialled.",
            "Agreement on the Exchange of Data on Missing Migrants",
            {"stage": "agreed"},
        ),
        ("The Council's work plan for 2026 was approved.", "work plan for 2026", {"stage": "adopted"}),
    ],
)
def test_a_document_is_known_by_a_year_or_by_what_was_done(
    text: str, title: str, fields: dict[str, str]
) -> None:
    (document,) = documents(text)
    assert document.value("title") == title
    assert {name: document.value(name) for name in fields} == fields
    assert document.sure


def test_the_settlement_of_disputes_is_no_resolution() -> None:
    assert documents("Panel in Graz\n\nTHE FIELD OF ALTERNATIVE DISPUTE RESOLUTION\n\nThey met.") == []


@pytest.mark.parametrize(
    ("text", "title", "treatment"),
    [
        ("1. Ohrid Roadmap on Digital Notaries – adopted", "Ohrid Roadmap on Digital Notaries", "adopted"),
        (
            "The ministers discussed the Ohrid Roadmap on Digital Notaries.",
            "Ohrid Roadmap on Digital Notaries",
            "discussed",
        ),
    ],
)
def test_what_the_meeting_dealt_with_by_name_is_sure(text: str, title: str, treatment: str) -> None:
    (document,) = documents(f"The ministers met in Ohrid today.\n\n{text}\n\nThey thanked the host.")
    assert (document.value("title"), document.value("treatment")) == (title, treatment)
    assert document.sure
