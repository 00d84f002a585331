"""What was read becomes records in one step: the source, the sentence behind each field, one undo."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ministrack.domain.backing import disagree
from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.delegation import Delegate, Delegation, Part, Presence, Role
from ministrack.domain.document import DocumentParty, DocumentStage
from ministrack.domain.errors import InvalidValue
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting, MeetingDocument, MeetingStatus, ProgrammeItem
from ministrack.domain.party import Party
from ministrack.domain.person import Person, Spelling
from ministrack.domain.proposal import Proposal, ProposalKind, Quote, Said
from ministrack.domain.record import Record, Ref
from ministrack.domain.series import Series
from ministrack.domain.source import Source, Statement
from ministrack.domain.task import Task
from ministrack.domain.values import replace
from ministrack.edits.changes import Edit
from ministrack.edits.proposals.adding import add_reviewed
from ministrack.edits.proposals.review import review
from ministrack.edits.proposals.reviewed import Reviewed, Standing
from ministrack.edits.records import remove_record
from ministrack.edits.sample import load_sample
from ministrack.edits.statements import statements_of
from ministrack.edits.workspace import Workspace
from tests.dossiers import AYGUN
from tests.proposals import SAMPLE, sample_proposals

KIND = ProposalKind


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Bakı görüşü.ministrack"


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    opened = Workspace.create(path, AYGUN)
    yield opened
    opened.close()


def proposals(*keys: str) -> list[Proposal]:
    """Those of the sample's report with these keys; all without any."""
    return [each for each in sample_proposals() if not keys or each.key in keys]


def reviewed(workspace: Workspace, *keys: str) -> dict[str, Reviewed]:
    return {each.proposal.key: each for each in review(workspace.read, proposals(*keys))}


def add(workspace: Workspace, wanted: dict[str, Reviewed]) -> None:
    workspace.run(add_reviewed(SAMPLE, list(wanted.values())))


def put(workspace: Workspace, *records: Record) -> None:
    workspace.run(Edit("Records", lambda writer: writer.add_all(records)))


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that people see, as it is stored."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
            for table in RECORD_TYPES
        }


def of_number(workspace: Workspace, number: int) -> Meeting:
    (found,) = workspace.read.find(Meeting, Compare("number", number))
    return found


def test_the_whole_report_is_one_step_with_one_name(workspace: Workspace, path: Path) -> None:
    before = contents(path)
    add(workspace, reviewed(workspace))
    after = contents(path)
    label = "Add 19 records from “News.Az report, 20 November 2025”"
    assert workspace.undo_label() == label
    assert workspace.read.verify() == []
    workspace.undo()
    assert contents(path) == before
    assert workspace.redo_label() == label
    workspace.redo()
    assert contents(path) == after
    assert workspace.read.verify() == []


def test_meetings_stand_in_one_series_one_after_the_other(workspace: Workspace) -> None:
    add(workspace, reviewed(workspace))
    (series,) = workspace.read.find(Series)
    first, second, third = (of_number(workspace, number) for number in (1, 2, 3))
    assert {meeting.series for meeting in (first, second, third)} == {series.id}
    assert (second.previous, third.previous) == (first.id, second.id)
    assert [meeting.date for meeting in (first, second, third)] == ["2024", "2025-11-20", "2026"]
    assert third.status is MeetingStatus.PLANNED
    assert second.name == "Second meeting of the justice ministers"
    assert workspace.read.label(Ref("party", str(series.organisation))) == "Organization of Turkic States"


def test_each_delegation_has_its_head_and_the_host_is_the_host(workspace: Workspace) -> None:
    add(workspace, reviewed(workspace))
    seats = {workspace.read.label(Ref("party", each.party)): each for each in workspace.read.find(Delegation)}
    assert seats.keys() == {
        "Azerbaijan", "Türkiye", "Uzbekistan", "Kazakhstan", "Kyrgyzstan", "Organization of Turkic States",
    }  # fmt: skip
    assert {each.status for each in seats.values()} == {Presence.ATTENDED}
    assert seats["Azerbaijan"].part is Part.HOST
    assert seats["Organization of Turkic States"].part is Part.SECRETARIAT
    assert seats["Türkiye"].part is Part.MEMBER
    people = {
        workspace.read.label(Ref("person", str(each.person))): each for each in workspace.read.find(Delegate)
    }
    assert people["Farid Ahmadov"].role is Role.CHAIR
    assert people["Iskender Sydygaliev"].level == "deputy_minister"
    assert people["Iskender Sydygaliev"].role is Role.HEAD


def test_documents_tasks_and_visits_hang_on_the_meeting(workspace: Workspace) -> None:
    add(workspace, reviewed(workspace))
    meeting = of_number(workspace, 2)
    stages = {
        workspace.read.label(Ref("document", each.document)): each
        for each in workspace.read.find(DocumentStage)
    }
    assert stages["Astana Declaration"].date == "2024-09-09"
    assert stages["Astana Declaration"].meeting is None, "it was signed long before"
    (draft,) = [each for name, each in stages.items() if name != "Astana Declaration"]
    assert draft.meeting == meeting.id
    assert len(workspace.read.find(MeetingDocument, Compare("meeting", meeting.id))) == 2
    (initiator,) = workspace.read.find(DocumentParty)
    assert workspace.read.label(Ref("party", initiator.party)) == "Azerbaijan"
    tasks = {each.title: each for each in workspace.read.find(Task)}
    assert {each.made_at for each in tasks.values()} == {meeting.id}
    assert tasks["Hold the third meeting"].due_meeting == of_number(workspace, 3).id
    owner = tasks["Create a Centralized Network of Forensic Expertise"].owner_body
    assert workspace.read.label(Ref("body", str(owner))) == "Task Force"
    assert tasks["Strengthen cooperation in law and justice"].owner_note == "member states"
    items = sorted(workspace.read.find(ProgrammeItem), key=lambda each: each.position or 0)
    assert [(each.position, each.place) for each in items] == [
        (1, "Alley of Honor"), (2, "Alley of Martyrs"), (3, "Victory Park"),
    ]  # fmt: skip


def test_each_field_that_the_report_gives_has_its_sentence(workspace: Workspace) -> None:
    add(workspace, reviewed(workspace))
    (source,) = workspace.read.find(Source)
    assert (source.text, source.publisher, source.published) == (SAMPLE.text, "News.Az", "2025-11-20")
    said = workspace.read.find(Statement)
    assert all(SAMPLE.text[each.start : each.stop] == each.quote for each in said)
    assert all(each.chosen and each.source == source.id for each in said)
    date = next(
        each for each in statements_of(workspace.read, Ref("meeting", of_number(workspace, 2).id), "date")
    )
    assert (date.value, date.quote[:15]) == ("2025-11-20", "On November 20,")


def test_a_report_that_is_there_already_adds_nothing_more(workspace: Workspace, path: Path) -> None:
    add(workspace, reviewed(workspace))
    before = contents(path)
    add(workspace, reviewed(workspace))
    assert contents(path) == before


def test_only_what_was_chosen_is_added(workspace: Workspace) -> None:
    add(workspace, reviewed(workspace, "m2", "t2"))
    (task,) = workspace.read.find(Task)
    assert (task.made_at, task.due_meeting) == (of_number(workspace, 2).id, None), "the third is not chosen"
    assert workspace.read.count("delegation") == 0


def test_a_delegation_without_its_meeting_is_refused_in_plain_words(workspace: Workspace, path: Path) -> None:
    wanted = reviewed(workspace)
    before = contents(path)
    with pytest.raises(InvalidValue, match="Its meeting is not chosen") as refused:
        add(workspace, {"m3": wanted["m3"], "d2": wanted["d2"]})
    assert refused.value.safe == "Nothing was stored."
    assert contents(path) == before


def test_into_the_sample_only_statements_are_added(workspace: Workspace) -> None:
    workspace.run(load_sample())
    before = {table: workspace.read.count(table) for table in RECORD_TYPES}
    add(workspace, reviewed(workspace))
    after = {table: workspace.read.count(table) for table in RECORD_TYPES}
    assert {table for table in before if before[table] != after[table]} <= {"statement"}
    assert workspace.read.verify() == []


def test_what_the_dossier_has_otherwise_stays_and_the_report_stands_beside_it(workspace: Workspace) -> None:
    add(workspace, reviewed(workspace, "m2"))
    meeting = Ref("meeting", of_number(workspace, 2).id)
    workspace.run(Edit("Move", lambda writer: writer.change(meeting, {"city": "Gəncə", "date": "2025-11"})))
    for said in workspace.read.find(Statement):
        workspace.run(remove_record(workspace.read, Ref("statement", said.id)))
    wanted = reviewed(workspace, "m2")
    assert wanted["m2"].standing is Standing.DIFFERS
    assert {each.field for each in wanted["m2"].differences} == {"city", "date"}
    add(workspace, {"m2": replace(wanted["m2"], replacing=frozenset(("date",)))})
    found = of_number(workspace, 2)
    assert (found.city, found.date) == ("Gəncə", "2025-11-20")
    marks = {each.field: each.chosen for each in statements_of(workspace.read, meeting)}
    assert (marks["city"], marks["date"]) == (False, True)


def test_empty_fields_are_filled_and_equal_ones_get_another_sentence(workspace: Workspace) -> None:
    azerbaijan = Party(name="Azərbaycan", code="AZ")
    put(
        workspace,
        azerbaijan,
        Meeting(name="Bakı görüşü", date="2025-11-20", city="Bakı", status=MeetingStatus.HELD),
    )
    (there,) = workspace.read.find(Meeting)
    wanted = reviewed(workspace, "m2")
    (candidate,) = wanted["m2"].candidates
    add(workspace, {"m2": replace(wanted["m2"], record=candidate)})
    (meeting,) = workspace.read.find(Meeting)
    assert (meeting.id, meeting.name, meeting.city) == (there.id, "Bakı görüşü", "Bakı")
    assert (meeting.number, meeting.country) == (2, azerbaijan.id)
    said = statements_of(workspace.read, Ref("meeting", meeting.id))
    fields = {"number", "date", "city", "country", "host", "status", "series"}
    assert {(each.field, each.chosen) for each in said} == {(name, True) for name in fields}


def test_a_person_who_was_chosen_keeps_the_new_spelling_with_its_source(workspace: Workspace) -> None:
    minister = Person(name="Йылмаз Тунч")
    put(workspace, minister)
    wanted = reviewed(workspace, "m2", "d2")
    (candidate,) = wanted["d2"].people
    assert not candidate.is_same
    add(workspace, {**wanted, "d2": replace(wanted["d2"], person=candidate)})
    (spelling,) = workspace.read.find(Spelling)
    assert (spelling.name, spelling.person) == ("Yilmaz Tunc", minister.id)
    assert workspace.read.exists(Ref("source", str(spelling.source)))
    (delegate,) = workspace.read.find(Delegate)
    assert delegate.person == minister.id


def test_the_second_delegate_of_a_party_joins_its_delegation(workspace: Workspace) -> None:
    minister, deputy = proposals("d2", "d5")
    deputy = replace(deputy, fields={**deputy.fields, "party": minister.fields["party"]})
    wanted = review(workspace.read, [*proposals("m2"), minister, deputy])
    workspace.run(add_reviewed(SAMPLE, wanted))
    (delegation,) = workspace.read.find(Delegation)
    seats = workspace.read.find(Delegate, Compare("delegation", delegation.id))
    assert [each.role for each in seats] == [Role.HEAD, Role.MEMBER]


def test_one_person_named_twice_is_one_record(workspace: Workspace) -> None:
    (speaker,) = proposals("d2")
    again = replace(speaker, key="d9", about="m3")
    wanted = review(workspace.read, [*proposals("m2", "m3"), speaker, again])
    workspace.run(add_reviewed(SAMPLE, wanted))
    assert workspace.read.count("person") == 1
    assert workspace.read.count("delegation") == 2


def test_two_chairs_of_one_meeting_are_refused(workspace: Workspace, path: Path) -> None:
    wanted = reviewed(workspace, "m2", "d1", "d2")
    chair = wanted["d1"].proposal.fields["role"]
    both = replace(wanted["d2"].proposal, fields={**wanted["d2"].proposal.fields, "role": chair})
    before = contents(path)
    with pytest.raises(InvalidValue, match="already has a chair"):
        add(workspace, {**wanted, "d2": replace(wanted["d2"], proposal=both)})
    assert contents(path) == before


def test_what_was_corrected_by_hand_is_stored_as_corrected(workspace: Workspace) -> None:
    (meeting,) = proposals("m2")
    sentence = meeting.fields["city"].quote
    typed = {"city": Said("Gəncə", sentence), "venue": Said("Heydar Aliyev Centre", Quote(0, 0, ""))}
    corrected = replace(meeting, fields={**meeting.fields, **typed})
    workspace.run(add_reviewed(SAMPLE, review(workspace.read, [corrected])))
    found = of_number(workspace, 2)
    assert (found.city, found.venue) == ("Gəncə", "Heydar Aliyev Centre")
    said = {each.field: each for each in statements_of(workspace.read, Ref("meeting", found.id))}
    assert (said["city"].value, said["city"].quote) == ("Gəncə", sentence.text)
    assert "venue" not in said, "no sentence says so"


def test_programme_items_follow_those_that_are_there(workspace: Workspace) -> None:
    add(workspace, reviewed(workspace, "m2"))
    meeting = of_number(workspace, 2)
    put(workspace, ProgrammeItem(title="Opening", meeting=meeting.id, position=4))
    add(workspace, reviewed(workspace, "m2", "v1", "v2"))
    items = {each.title: each.position for each in workspace.read.find(ProgrammeItem)}
    assert items == {"Opening": 4, "Visit to Alley of Honor": 5, "Visit to Alley of Martyrs": 6}


@pytest.mark.parametrize("text", ["\n\n  {}\r\n", "{}"], ids=["padded", "plain"])
def test_quotes_are_found_in_the_text_as_it_is_stored(workspace: Workspace, text: str) -> None:
    report = replace(SAMPLE, text=text.format(SAMPLE.text))
    shift = report.text.index(SAMPLE.text)

    def moved(quote: Quote | None) -> Quote | None:
        return quote and Quote(quote.start + shift, quote.stop + shift, quote.text)

    (meeting,) = proposals("m2")
    fields = {
        name: Said(said.value, moved(said.quote) or said.quote, moved(said.words))
        for name, said in meeting.fields.items()
    }
    shifted = replace(meeting, fields=fields, quote=moved(meeting.quote) or meeting.quote)
    workspace.run(add_reviewed(report, review(workspace.read, [shifted])))
    (source,) = workspace.read.find(Source)
    said = workspace.read.find(Statement)
    assert said
    assert all((source.text or "")[each.start : each.stop] == each.quote for each in said)


@pytest.mark.parametrize(
    ("publisher", "published", "text", "title"),
    [
        ("News.Az", "2025-11-20", "Baku.", "News.Az report, 20 Nov 2025"),
        ("", "2025-11", "Baku.", "Report of Nov 2025"),
        ("News.Az", "", "Baku.", "News.Az"),
        ("", "", "20.11\n\nMinisters met in Baku today.", "Ministers met in Baku today."),
        ("", "", "Baku.", "Report"),
    ],
)
def test_a_report_without_a_title_is_called_by_what_else_is_known(
    workspace: Workspace, publisher: str, published: str, text: str, title: str
) -> None:
    report = replace(SAMPLE, title="", publisher=publisher, published=published, text=text)
    workspace.run(add_reviewed(report, []))
    assert [each.title for each in workspace.read.find(Source)] == [title]


def test_with_nothing_chosen_the_source_alone_is_stored(workspace: Workspace) -> None:
    add(workspace, {})
    assert workspace.undo_label() == "Add source: News.Az report, 20 November 2025"
    assert [each.text for each in workspace.read.find(Source)] == [SAMPLE.text]
    assert workspace.read.count("statement") == 0


def test_the_same_report_leads_to_the_same_records_though_nothing_counts_or_dates_them(
    workspace: Workspace,
) -> None:
    meeting, seat = proposals("m2", "d2")
    bare = replace(meeting, fields={name: meeting.fields[name] for name in ("name", "city")})
    workspace.run(add_reviewed(SAMPLE, review(workspace.read, [bare, seat], None, SAMPLE)))
    renamed = Ref("meeting", workspace.read.find(Meeting)[0].id)
    workspace.run(Edit("Rename", lambda writer: writer.change(renamed, {"name": "Bakı görüşü"})))
    again = review(workspace.read, [bare, seat], None, SAMPLE)
    assert [each.standing for each in again] == [Standing.MATCHES, Standing.MATCHES]
    assert again[0].record is not None
    assert again[0].record.why == "from this report, read before"
    workspace.run(add_reviewed(SAMPLE, again))
    assert [workspace.read.count(table) for table in ("source", "meeting", "delegate", "person")] == [
        1,
        1,
        1,
        1,
    ]


def test_levels_and_series_are_stated_by_name_so_that_sources_agree(workspace: Workspace) -> None:
    workspace.run(load_sample())
    (second,) = proposals("m2")
    longer = Said("meeting of the justice ministers of the Organization of Turkic States", second.quote)
    second = replace(second, fields={**second.fields, "series": longer})
    others = [each for each in proposals() if each.key != "m2"]
    wanted = review(workspace.read, [second, *others])
    assert wanted[0].series is not None
    add(workspace, {each.proposal.key: each for each in wanted})
    stated: dict[tuple[str, str], set[str]] = {}
    for each in workspace.read.find(Statement):
        if each.field in ("level", "series"):
            stated.setdefault((each.subject, each.field), set()).add(str(each.value))
    assert {"Deputy minister"} in stated.values()
    assert all(not disagree(values) for values in stated.values()), stated
