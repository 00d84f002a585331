"""Proposals beside a dossier: what is new, what is there under another spelling, what differs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ministrack.domain.delegation import Delegate, Delegation, Role
from ministrack.domain.document import Document, DocumentStage, Stage
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.party import Party, PartyKind
from ministrack.domain.person import Person, Spelling
from ministrack.domain.proposal import Proposal, ProposalKind, Relation, ReportText
from ministrack.domain.record import Record
from ministrack.domain.series import Series
from ministrack.domain.values import replace
from ministrack.edits.changes import Edit
from ministrack.edits.proposals.missing import missing_for
from ministrack.edits.proposals.review import review
from ministrack.edits.proposals.reviewed import Picked, Reviewed, Standing
from ministrack.edits.sample import load_sample
from ministrack.edits.workspace import Workspace
from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.reader import read_report
from tests.dossiers import AYGUN, ref_of
from tests.proposals import Given, Text, sample_proposals

KIND = ProposalKind
OTS = Party(name="Organization of Turkic States", short_name="OTS", kind=PartyKind.ORGANISATION)
HUNGARY = Party(name="Magyarország", code="HU")
TURKIYE = Party(name="Türkiye", code="TR")
FARMING = Series(name="Ministers of agriculture of the OTS", organisation=OTS.id)
TASHKENT = Meeting(
    name="Third meeting", series=FARMING.id, number=3, date="2025", city="Тошкент", status=MeetingStatus.HELD
)
REPORT = Text(
    ReportText(
        text="The third meeting of OTS agriculture ministers was held in Tashkent on 14 May 2025. "
        "Hungary was represented by Minister István Nagy, Türkiye by Minister I. Yumakli. "
        "They adopted the Tashkent Declaration.",
        title="Ministers meet in Tashkent",
        language="en",
    )
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace.create(tmp_path / "Вазирлар.ministrack", AYGUN)
    yield opened
    opened.close()


def the_meeting(**fields: Given) -> Proposal:
    named: dict[str, Given] = {"name": "third meeting", **fields}
    return REPORT.proposal(KIND.MEETING, "m", "third meeting", relation=Relation.REPORTED, more=named)


def somebody(name: str, party: str = "TR", **fields: Given) -> Proposal:
    said: dict[str, Given] = {"person": (name, "Yumakli"), "party": (party, "Türkiye"), **fields}
    return REPORT.proposal(KIND.DELEGATION, "d", "I. Yumakli", about="m", more=said)


def one(workspace: Workspace, *proposals: Proposal) -> Reviewed:
    return review(workspace.read, proposals)[-1]


def put(workspace: Workspace, *records: Record) -> None:
    workspace.run(Edit("Records", lambda writer: writer.add_all(records)))


def test_in_an_empty_dossier_everything_is_new(workspace: Workspace) -> None:
    found = review(workspace.read, sample_proposals())
    assert [each.proposal.key for each in found] == [each.key for each in sample_proposals()]
    assert {each.standing for each in found} == {Standing.NEW}
    meetings = [each for each in found if each.proposal.kind is KIND.MEETING]
    assert {each.new_series for each in meetings} == {"justice ministers of OTS"}, (
        "the misprint TSO makes none"
    )


def test_the_report_of_the_sample_is_all_there_in_the_sample(workspace: Workspace) -> None:
    workspace.run(load_sample())
    found = {each.proposal.key: each for each in review(workspace.read, sample_proposals())}
    assert {key for key, each in found.items() if each.standing is not Standing.MATCHES} == set()
    assert found["m2"].record is not None
    assert found["m2"].record.label == "Second meeting of the justice ministers"
    assert found["d6"].labels["party"] == "Organization of Turkic States"
    assert {each.label for each in found["t2"].links.values()} == {
        "Second meeting of the justice ministers", "Third meeting of the justice ministers",
    }  # fmt: skip


IN_SERIES: dict[str, Given] = {
    "series": ("agriculture ministers", "OTS agriculture ministers"), "organisation": "OTS",
}  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "standing"),
    [
        ({"number": ("3", "third")}, Standing.MATCHES),
        ({"name": "OTS agriculture", "date": ("2025", "2025"), "city": "Tashkent"}, Standing.CHECK),
        ({"number": ("3", "third"), "city": ("Samarkand", "Tashkent")}, Standing.DIFFERS),
        ({"number": ("4", "third")}, Standing.NEW),
        ({"number": ("3", "third"), "date": ("2025-05-14", "14 May 2025")}, Standing.DIFFERS),
        ({"number": ("3", "third"), "date": ("2025", "2025"), "venue": "Tashkent"}, Standing.MATCHES),
        ({"number": ("3", "third"), "date": ("2026-03", "2025")}, Standing.DIFFERS),
        ({"number": ("3", "third"), "date": ("2012-03", "2025")}, Standing.CHECK),
    ],
    ids=[
        "number",
        "year and city",
        "another city",
        "another number",
        "finer date",
        "more is known",
        "postponed",
        "another decade",
    ],
)
def test_a_meeting_is_found_by_number_date_and_place(
    workspace: Workspace, fields: dict[str, Given], standing: Standing
) -> None:
    put(workspace, OTS, FARMING, TASHKENT)
    found = one(workspace, the_meeting(**IN_SERIES, **fields))
    assert found.series is not None
    assert found.series.label == FARMING.name
    assert found.standing is standing
    assert found.filled == (("venue",) if "venue" in fields else ())


def test_a_day_within_the_year_of_the_dossier_is_offered_as_the_finer_one(workspace: Workspace) -> None:
    put(workspace, OTS, FARMING, TASHKENT)
    found = one(
        workspace, the_meeting(**IN_SERIES, number=("3", "third"), date=("2025-05-14", "14 May 2025"))
    )
    (difference,) = found.differences
    assert (difference.field, difference.is_finer, difference.present) == ("date", True, "2025")
    assert difference.proposed == "14 May 2025"


def test_the_same_day_and_city_with_another_name_is_to_be_looked_at(workspace: Workspace) -> None:
    put(workspace, replace(TASHKENT, series=None, number=None, name="OTS farming week", date="2025-05-14"))
    found = one(workspace, the_meeting(date=("2025-05-14", "14 May 2025"), city="Tashkent"))
    assert found.record is None
    assert found.standing is Standing.CHECK
    assert "OTS farming week" in found.matter


@pytest.mark.parametrize(
    ("recorded", "spellings", "said", "is_same", "least"),
    [
        ("İbrahim Yumaklı", (), "Ibrahim Yumakli", True, 100),
        ("İbrahim Yumaklı", (), "Yumaklı İbrahim", True, 100),
        ("Кубанычбек Омуралиев", (), "Kubanıçbek Ömüralıyev", False, 80),
        ("Yerlan Sarsembayev", ("Ерлан Сәрсембаев",), "Ерлан Сәрсембаев", True, 100),
        ("Akbar Tashkulov", (), "A. Tashkulov", False, 60),
        ("Joseph R. Biden Jr.", (), "Joseph Biden", False, 70),
        ("Marise Payne", (), "Maurice Payne", False, 40),
        ("Yılmaz Tunç", (), "Farid Ahmadov", False, 0),
    ],
    ids=["marks", "order", "script", "recorded", "initial", "more words", "family name", "nobody"],
)
def test_people_are_found_under_other_spellings_with_a_score(
    workspace: Workspace, recorded: str, spellings: tuple[str, ...], said: str, is_same: bool, least: int
) -> None:
    person = Person(name=recorded)
    put(workspace, person, *(Spelling(name=each, person=person.id) for each in spellings))
    found = one(workspace, somebody(said))
    best = found.people[0] if found.people else None
    assert (best is not None) is (least > 0)
    assert (found.person is not None) is is_same
    if best is not None:
        assert least <= best.score < least + 31
        assert best.why
        assert (found.standing is Standing.CHECK) is (best.score >= 60 and not is_same)


def test_a_minister_of_another_country_is_not_taken_for_one_of_the_same_name(workspace: Workspace) -> None:
    minister = Person(name="Ali Yumakli")
    seat = Delegation(meeting=TASHKENT.id, party=HUNGARY.id)
    known = (OTS, HUNGARY, TURKIYE, FARMING, TASHKENT, minister, seat)
    put(workspace, *known, Delegate(delegation=seat.id, person=minister.id, level="minister"))
    assert one(workspace, somebody("Ali Yumakli", "HU")).person is not None
    found = one(workspace, somebody("Ali Yumakli", "TR"))
    assert found.person is None
    assert found.people[0].score == 60
    assert found.standing is Standing.CHECK


def test_two_people_of_one_name_are_left_to_the_reader(workspace: Workspace) -> None:
    put(workspace, Person(name="Ali Yumakli"), Person(name="Ali Yumaklı"))
    found = one(workspace, somebody("Ali Yumakli"))
    assert (found.person, len(found.people)) == (None, 2)


def test_a_country_is_known_by_its_name_in_any_language(workspace: Workspace) -> None:
    put(workspace, OTS, replace(TURKIYE, code=None, name="Turkey"), FARMING, TASHKENT)
    assert one(workspace, somebody("Ali Yumakli")).labels["party"] == "Turkey"
    assert one(workspace, somebody("Ali Yumakli", "HU")).labels["party"] == "Hungary"


def test_a_second_chair_and_another_level_are_told(workspace: Workspace) -> None:
    ali, veli = Person(name="Ali Yumakli"), Person(name="Veli Demir")
    seat = Delegation(meeting=TASHKENT.id, party=TURKIYE.id)
    chair = Delegate(delegation=seat.id, person=veli.id, role=Role.CHAIR)
    head = Delegate(delegation=seat.id, person=ali.id, level="deputy_minister")
    put(workspace, OTS, TURKIYE, FARMING, TASHKENT, ali, veli, seat, chair, head)
    meeting = the_meeting(**IN_SERIES, number=("3", "third"))
    found = one(workspace, meeting, somebody("Ali Yumakli", role=("chair", "represented")))
    assert found.matter == "The meeting has another chair already: Veli Demir."
    found = one(workspace, meeting, somebody("Ali Yumakli", level=("minister", "Minister I.")))
    assert found.standing is Standing.DIFFERS
    assert [(each.present, each.proposed) for each in found.differences] == [("Deputy minister", "Minister")]


@pytest.mark.parametrize(
    ("date", "standing"),
    [("2025-05", Standing.MATCHES), ("2019-05", Standing.CHECK), ("", Standing.MATCHES)],
)
def test_a_document_of_the_same_title_and_another_date_is_another_one(
    workspace: Workspace, date: str, standing: Standing
) -> None:
    paper = Document(title="The Tashkent Declaration")
    put(workspace, paper, DocumentStage(document=paper.id, stage=Stage.ADOPTED, date=date or None))
    proposal = REPORT.proposal(
        KIND.DOCUMENT, "p", "Tashkent Declaration", about="m", title="Tashkent Declaration",
        stage=("adopted", "adopted"), date=("2025-05-14", "14 May 2025"),
    )  # fmt: skip
    assert one(workspace, proposal).standing is standing


def test_what_hangs_on_a_meeting_that_is_not_chosen_is_told(workspace: Workspace) -> None:
    meeting, seat = the_meeting(**IN_SERIES, number=("3", "third")), somebody("Ali Yumakli")
    both = review(workspace.read, [meeting, seat])
    assert missing_for(both) == []
    (missing,) = missing_for(both[1:])
    assert (missing.proposal, missing.key) == (seat, "m")
    put(workspace, OTS, FARMING, TASHKENT)
    assert missing_for(review(workspace.read, [meeting, seat])[1:]) == [], "the dossier has it"


def test_what_was_decided_by_hand_is_followed_by_all_that_hangs_on_it(workspace: Workspace) -> None:
    veli = Person(name="Veli Demir")
    put(workspace, OTS, TURKIYE, FARMING, TASHKENT, veli)
    meeting, seat = the_meeting(name="OTS agriculture"), somebody("Ali Yumakli")
    chosen = {"m": Picked(record=ref_of(TASHKENT)), "d": Picked(person=ref_of(veli))}
    found = review(workspace.read, [meeting, seat], chosen)
    assert [each.record is not None for each in found] == [True, False]
    assert found[1].links["about"].ref == ref_of(TASHKENT)
    assert found[1].person is not None
    assert found[1].person.ref == ref_of(veli)


def test_a_near_record_that_was_declined_leaves_a_new_one(workspace: Workspace) -> None:
    put(workspace, Person(name="Ali Yumakly"))
    proposal = somebody("Ali Yumakli")
    assert one(workspace, proposal).standing is Standing.CHECK
    (found,) = review(workspace.read, [proposal], {"d": Picked(is_new_person=True)})
    assert (found.standing, found.person, found.matter) == (Standing.NEW, None, "")


@pytest.mark.parametrize(
    ("name", "organisation", "series"),
    [
        ("third meeting of OTS agriculture ministers", "OTS", FARMING.name),
        ("third meeting of OTS ministers", "OTS", ""),
        ("third meeting of agriculture ministers", "", ""),
        ("third OTS meeting of ministers responsible for agriculture", "OTS", FARMING.name),
        ("third meeting of ASEAN agriculture ministers", "ASEAN", ""),
    ],
    ids=["same", "of what?", "of whom?", "other words", "another organisation"],
)
def test_the_series_is_that_of_the_organisation_with_its_telling_words(
    workspace: Workspace, name: str, organisation: str, series: str
) -> None:
    put(workspace, OTS, FARMING)
    said: dict[str, Given] = {"organisation": (organisation, "OTS")} if organisation else {}
    found = one(workspace, the_meeting(name=(name, "third meeting"), number=("3", "third"), **said))
    assert (found.series.label if found.series else "") == series
    if not series:
        assert found.new_series == name.replace("third ", ""), "without the word that counts it"


def test_next_and_earlier_meetings_are_of_the_series_that_one_of_them_names(workspace: Workspace) -> None:
    earlier = replace(
        the_meeting(name=("second meeting of OTS farming ministers", "third"), number=("2", "third")),
        key="e", relation=Relation.EARLIER,
    )  # fmt: skip
    earlier = replace(earlier, fields={**earlier.fields, "organisation": REPORT.said("OTS", "OTS")})
    coming = replace(the_meeting(number=("4", "third")), key="n", relation=Relation.NEXT)
    found = review(workspace.read, [the_meeting(number=("3", "third")), coming, earlier])
    assert len({each.new_series for each in found}) == 1
    assert "farming" in found[0].new_series


def test_a_delegation_without_a_party_cannot_be_added_and_says_so(workspace: Workspace) -> None:
    seat = somebody("Ali Yumakli")
    bare = replace(seat, fields={"person": seat.fields["person"]})
    found = review(workspace.read, [the_meeting(), bare])
    assert (found[1].standing, found[1].matter) == (
        Standing.CHECK,
        "The country or organisation is not known.",
    )
    assert [each.words for each in missing_for(found)] == ["The country or organisation is not known."]


def test_two_chairs_in_one_report_are_to_be_looked_at(workspace: Workspace) -> None:
    one_chair = somebody("Ali Yumakli", role=("chair", "represented"))
    other = replace(somebody("István Nagy", "HU", role=("chair", "represented")), key="e")
    alone = review(workspace.read, [the_meeting(), one_chair])
    assert alone[1].standing is Standing.NEW
    both = review(workspace.read, [the_meeting(), one_chair, other])
    assert [each.standing for each in both[1:]] == [Standing.CHECK, Standing.CHECK]
    assert "co-chairs" in both[1].matter


def test_a_planned_meeting_is_found_by_number_and_date_without_its_series(workspace: Workspace) -> None:
    party = Party(name="Türkiye", code="TR")
    planned = Meeting(name="Third meeting of the justice ministers", number=3, date="2026", country=party.id)
    put(workspace, party, planned)
    found = one(
        workspace,
        the_meeting(
            number=("3", "third"),
            date=("2026-10-16", "third"),
            city=("Ankara", "third"),
            country=("TR", "Türkiye"),
        ),
    )
    assert found.record is None
    assert [each.ref.id for each in found.candidates] == [planned.id]
    assert found.candidates[0].why == "same number, the dates agree"
    assert found.standing is Standing.CHECK


def test_a_new_series_of_a_plain_name_is_called_after_its_organisation(workspace: Workspace) -> None:
    found = one(workspace, the_meeting(number=("3", "third"), organisation="OTS"))
    assert found.new_series == "OTS meeting"


@pytest.fixture
def in_other_languages(workspace: Workspace) -> Workspace:
    """The sample, beside which reports in other languages are read."""
    workspace.run(load_sample())
    return workspace


RUSSIAN = (
    "2-е заседание министров юстиции стран Организации тюркских государств (ОТГ) состоялось в Баку 20 ноября "
    "2025 года. Председательствовал министр юстиции Азербайджана Фарид Ахмедов. В заседании участвовали "
    "министр юстиции Турции Йылмаз Тунч и министр юстиции Узбекистана Акбар Ташкулов.\n"
)


def test_a_report_in_another_language_finds_the_meeting_and_its_people(in_other_languages: Workspace) -> None:
    report = report_of_text(RUSSIAN)
    found = review(in_other_languages.read, read_report(report))
    by_name = {each.proposal.value("person") or each.proposal.kind: each for each in found}
    meeting = by_name[KIND.MEETING]
    assert meeting.record is not None
    assert meeting.record.label == "Second meeting of the justice ministers"
    assert meeting.series is not None
    assert "number, date and place" in meeting.series.why
    tunc = by_name["Йылмаз Тунч"]
    assert (tunc.standing, tunc.person) == (Standing.CHECK, None)
    assert (tunc.people[0].label, tunc.people[0].score) == ("Yılmaz Tunç", 98)
    chair = by_name["Фарид Ахмедов"]
    assert chair.matter.startswith("Perhaps Farid Ahmadov"), "he is no second chair"
    assert by_name["Акбар Ташкулов"].standing is Standing.MATCHES, "his title is only in another language"
