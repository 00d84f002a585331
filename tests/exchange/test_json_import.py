"""JSON comes back: a whole dossier as it was, a part of one, a corrected file, and files that are wrong."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ministrack.domain.body import Body
from ministrack.domain.delegation import Delegate, Delegation, Role
from ministrack.domain.errors import MinistrackError
from ministrack.domain.filing import Tag, Tagging
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.record import Ref
from ministrack.domain.task import Dependency, Task
from ministrack.edits.records import add_record, change_record, remove_record
from ministrack.edits.workspace import Identity, Workspace
from ministrack.exchange.choices import Choices
from ministrack.exchange.digest import content_digest
from ministrack.exchange.import_formats import IMPORT_FORMATS
from ministrack.exchange.imports import ImportPlan, Row
from ministrack.exchange.json_import.parsing import parse
from ministrack.exchange.plan import Verdict
from ministrack.exchange.selection import Selection, whole_table
from ministrack.sandbox.child import read_in_child
from tests.exchange.conftest import exported

Given = dict[str, object]
Records = dict[str, list[Given]]
FORMAT = next(each for each in IMPORT_FORMATS if each.name == "json")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace.create(tmp_path / "b.ministrack", Identity("Yılmaz", "another desk"))
    yield opened
    opened.close()


@pytest.fixture
def whole(sample: Workspace) -> bytes:
    return exported(sample.read, "json")


@pytest.fixture
def planned(tmp_path: Path) -> Callable[[Workspace, bytes | Records], ImportPlan]:
    def plan(workspace: Workspace, content: bytes | Records) -> ImportPlan:
        if not isinstance(content, bytes):
            content = json.dumps(
                {"format": "ministrack dossier", "version": 1, "records": content}, ensure_ascii=False
            ).encode()
        file = tmp_path / "in.json"
        file.write_bytes(content)
        return FORMAT.plan(
            workspace.read, parse(str(file), Choices()), "in.json", Choices(), lambda done, total: None
        )

    return plan


Plan = Callable[[Workspace, bytes | Records], ImportPlan]


def verdicts(plan: ImportPlan) -> Counter[Verdict]:
    return Counter(row.verdict for row in plan.rows)


def problems(plan: ImportPlan) -> dict[int, Row]:
    return {row.where: row for row in plan.rows if row.verdict is Verdict.PROBLEM}


def city_of(workspace: Workspace, identity: str) -> str | None:
    found = workspace.read.get(Meeting, identity)
    return found.city if found else None


def test_a_whole_dossier_comes_back_as_it_was_in_one_step(
    sample: Workspace, workspace: Workspace, whole: bytes, planned: Plan
) -> None:
    plan = planned(workspace, whole)
    assert set(verdicts(plan)) == {Verdict.NEW, Verdict.SAME}  # the levels are there already
    before = content_digest(workspace.read)
    workspace.run(plan.edit())
    assert content_digest(workspace.read) == content_digest(sample.read)
    assert exported(workspace.read, "json") == whole
    assert workspace.read.verify() == []
    workspace.undo()
    assert content_digest(workspace.read) == before
    assert verdicts(planned(workspace, whole)) == verdicts(plan)  # what was taken back may come again


def test_the_same_file_again_changes_nothing(workspace: Workspace, whole: bytes, planned: Plan) -> None:
    workspace.run(planned(workspace, whole).edit())
    again = planned(workspace, whole)
    assert set(verdicts(again)) == {Verdict.SAME}
    assert workspace.run(again.edit()).changes == ()


def test_the_child_process_reads_it_the_same(whole: bytes, tmp_path: Path) -> None:
    file = tmp_path / "in.json"
    file.write_bytes(whole)
    assert read_in_child(FORMAT.parser, file, Choices()) == parse(str(file), Choices())


def test_a_corrected_file_says_which_fields_change(workspace: Workspace, whole: bytes, planned: Plan) -> None:
    workspace.run(planned(workspace, whole).edit())
    document = json.loads(whole)
    second = next(row for row in document["records"]["meeting"] if row["number"] == 2)
    second["city"], second["date"] = "Bakı", "2025-11"
    plan = planned(workspace, json.dumps(document).encode())
    (changed,) = [row for row in plan.rows if row.verdict is Verdict.CHANGES]
    assert changed.label == second["name"]
    assert changed.words == "Date: 20 Nov 2025 → Nov 2025 · City: Baku → Bakı"
    workspace.run(plan.edit())
    found = workspace.read.get(Meeting, second["id"])
    assert found is not None
    assert (found.city, found.date) == ("Bakı", "2025-11")


def test_what_was_changed_here_since_the_file_was_written_is_a_conflict(
    workspace: Workspace, whole: bytes, planned: Plan
) -> None:
    workspace.run(planned(workspace, whole).edit())
    second = next(each for each in workspace.read.find(Meeting) if each.number == 2)
    workspace.run(change_record(workspace.read, Ref("meeting", second.id), new={"city": "Bakı"}))
    plan = planned(workspace, whole)
    (place,) = [n for n, row in enumerate(plan.rows) if row.verdict is Verdict.CONFLICT]
    assert "before it was changed" in plan.rows[place].words
    assert "City: Bakı → Baku" in plan.rows[place].words
    workspace.run(plan.edit())
    assert city_of(workspace, second.id) == "Bakı"
    workspace.run(plan.edit({place}))
    assert city_of(workspace, second.id) == "Baku"


def test_what_was_deleted_here_comes_back_only_when_it_is_chosen(
    sample: Workspace, workspace: Workspace, whole: bytes, planned: Plan
) -> None:
    workspace.run(planned(workspace, whole).edit())
    second = next(each for each in workspace.read.find(Meeting) if each.number == 2)
    workspace.run(remove_record(workspace.read, Ref("meeting", second.id)))
    plan = planned(workspace, whole)
    assert {Verdict.NEW, Verdict.CHANGES} & set(verdicts(plan)) == set()
    conflicts = {n for n, row in enumerate(plan.rows) if row.verdict is Verdict.CONFLICT}
    assert second.name in {plan.rows[n].label for n in conflicts}
    workspace.run(plan.edit(conflicts))
    assert content_digest(workspace.read) == content_digest(sample.read)


def test_a_part_of_a_dossier_can_be_taken_in(
    sample: Workspace, workspace: Workspace, whole: bytes, planned: Plan
) -> None:
    part = exported(sample.read, "json", Selection((whole_table("task"),)))
    plan = planned(workspace, part)
    assert not problems(plan)
    workspace.run(plan.edit())
    assert workspace.read.count("task") == sample.read.count("task")
    assert workspace.read.count("delegation") == 0
    assert workspace.read.verify() == []
    workspace.run(planned(workspace, whole).edit())
    assert content_digest(workspace.read) == content_digest(sample.read)


def test_a_chosen_record_takes_along_what_it_points_at(
    workspace: Workspace, whole: bytes, planned: Plan
) -> None:
    plan = planned(workspace, whole)
    place = next(n for n, row in enumerate(plan.rows) if row.table == "delegate")
    workspace.run(plan.edit({place}))
    counts = {table: workspace.read.count(table) for table in ("delegate", "delegation", "task", "statement")}
    assert counts == {"delegate": 1, "delegation": 1, "task": 0, "statement": 0}
    assert workspace.read.verify() == []


def test_a_dossier_of_a_colleague_knows_the_same_country_under_another_id(
    workspace: Workspace, planned: Plan
) -> None:
    here = Party(name="Türkiye", code="TR", short_name="TR")
    tag = Tag(name="urgent")
    task = Task(title="Host the third meeting")
    for record in (here, tag, task):
        workspace.run(add_record(record))
    plan = planned(
        workspace,
        {
            "tag": [{"id": "t1", "name": "urgent"}],
            "party": [{"id": "p1", "name": "Turkey", "code": "TR", "note": "hosts"}],
            "meeting": [{"id": "m1", "name": "Third meeting", "country": "p1", "host": "p1"}],
            "tagging": [{"id": "g1", "tag": "t1", "subject_table": "party", "subject": "p1"}],
        },
    )
    assert [row.verdict for row in plan.rows] == [
        Verdict.SAME,
        Verdict.CONFLICT,
        Verdict.NEW,
        Verdict.NEW,
    ]
    assert "Name: Türkiye → Turkey" in plan.rows[1].words
    workspace.run(plan.edit())
    meeting = workspace.read.get(Meeting, "m1")
    tagging = workspace.read.get(Tagging, "g1")
    assert meeting is not None
    assert tagging is not None
    assert (meeting.country, tagging.subject, tagging.tag) == (here.id, here.id, tag.id)
    assert [party.name for party in workspace.read.find(Party)] == ["Türkiye"]


M: Given = {"id": "m1", "name": "x"}
T: Given = {"id": "t", "name": "urgent"}
TASK: Given = {"id": "t", "title": "t", "owner_party": "p", "owner_person": "q"}
SAID: Given = {
    "id": "s",
    "quote": "x",
    "source": "gone",
    "subject_table": "task",
    "subject": "t",
    "field": "due",
}
ABOUT: Given = {"id": "g", "tag": "t", "subject": "x"}
WRONG: list[tuple[Records, int, str, str]] = [
    ({"meeting": [{"name": "No id"}]}, 1, "id", "no id"),
    ({"meeting": [{"id": 7, "name": "x"}]}, 1, "id", "no id"),
    ({"meeting": [{"id": "m1"}]}, 1, "name", "missing"),
    ({"meeting": [M | {"name": ["x"]}]}, 1, "name", "text"),
    ({"meeting": [M | {"number": "2"}]}, 1, "number", "whole number"),
    ({"meeting": [M | {"number": True}]}, 1, "number", "whole number"),
    ({"meeting": [M | {"number": -1}]}, 1, "number", "whole number"),
    ({"meeting": [M | {"status": "dreamt"}]}, 1, "status", "dreamt"),
    ({"meeting": [M | {"status": None}]}, 1, "status", "None"),
    ({"meeting": [M | {"date": "some day"}]}, 1, "date", "some day"),
    ({"meeting": [M | {"name": "x" * 501}]}, 1, "name", "too long"),
    ({"meeting": [M | {"series": "nowhere"}]}, 1, "series", "neither in the file"),
    ({"meeting": [M, M | {"name": "y"}]}, 2, "id", "number 1"),
    ({"party": [M | {"code": "TR"}, {"id": "p2", "name": "b", "code": "TR"}]}, 2, "code", "number 1"),
    ({"tag": [T], "tagging": [ABOUT | {"subject_table": "dog"}]}, 2, "subject_table", "dog"),
    ({"tag": [T], "tagging": [ABOUT | {"subject_table": "task"}]}, 2, "subject", "neither"),
    (
        {"meeting": [M | {"previous": "b"}, {"id": "b", "name": "b", "previous": "m1"}]},
        2,
        "previous",
        "itself",
    ),
    (
        {"party": [M | {"id": "p"}], "person": [M | {"id": "q"}], "task": [TASK]},
        3,
        "owner_person",
        "Only one",
    ),
    ({"statement": [SAID | {"chosen": 1}]}, 1, "chosen", "yes or no"),
]


@pytest.mark.parametrize(("content", "where", "field", "word"), WRONG)
def test_what_is_wrong_with_a_record_is_said_with_its_place_and_field(
    workspace: Workspace, planned: Plan, content: Records, where: int, field: str, word: str
) -> None:
    plan = planned(workspace, content)
    found = problems(plan)[where]
    assert found.field == field
    assert word in found.words
    workspace.run(plan.edit())  # the rest can be stored
    assert workspace.read.verify() == []


def test_one_chair_at_a_meeting_also_across_file_and_dossier(workspace: Workspace, planned: Plan) -> None:
    party, other, meeting = Party(name="Qazaxıstan"), Party(name="Özbəkistan"), Meeting(name="m")
    seat, second = (
        Delegation(meeting=meeting.id, party=party.id),
        Delegation(meeting=meeting.id, party=other.id),
    )
    chair = Delegate(delegation=seat.id, role=Role.CHAIR)
    for record in (party, other, meeting, seat, second, chair):
        workspace.run(add_record(record))
    plan = planned(workspace, {"delegate": [{"id": "d", "delegation": second.id, "role": "chair"}]})
    assert problems(plan)[1].field == "role"
    ends: Given = {"id": chair.id, "delegation": seat.id, "role": "member"}
    plan = planned(workspace, {"delegate": [ends, {"id": "d", "delegation": second.id, "role": "chair"}]})
    assert not problems(plan)
    workspace.run(plan.edit())
    assert workspace.read.count("delegate") == 2


def test_what_depends_on_a_bad_record_is_refused_with_it(workspace: Workspace, planned: Plan) -> None:
    plan = planned(
        workspace,
        {
            "meeting": [{"id": "m", "name": ""}],
            "party": [{"id": "p", "name": "Kırgızistan"}],
            "delegation": [{"id": "d", "meeting": "m", "party": "p"}],
            "delegate": [{"id": "e", "delegation": "d"}],
        },
    )
    assert set(problems(plan)) == {1, 3, 4}


def test_records_that_point_at_each_other_are_stored_together(workspace: Workspace, planned: Plan) -> None:
    plan = planned(
        workspace,
        {
            "body": [
                {"id": "a", "name": "Group", "reports_to": "b"},
                {"id": "b", "name": "Force", "reports_to": "a"},
            ],
            "task": [{"id": "x", "title": "x"}, {"id": "y", "title": "y"}],
            "dependency": [{"id": "d", "task": "x", "depends_on": "y"}],
        },
    )
    workspace.run(plan.edit())
    assert {each.id: each.reports_to for each in workspace.read.find(Body)} == {"a": "b", "b": "a"}
    assert [each.depends_on for each in workspace.read.find(Dependency)] == ["y"]


def test_what_is_not_known_is_passed_over_and_told(workspace: Workspace, planned: Plan) -> None:
    plan = planned(
        workspace,
        {"meeting": [{"id": "m", "name": "x", "weather": "fair"}], "planet": [{"id": "p"}, {"id": "q"}]},
    )
    assert verdicts(plan) == {Verdict.BLANK: 2, Verdict.NEW: 1}
    told = {row.label: row.words for row in plan.rows if row.verdict is Verdict.BLANK}
    assert set(told) == {"planet", "weather"}
    assert "2 records" in told["planet"]
    workspace.run(plan.edit())
    assert workspace.read.count("meeting") == 1


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "line 1"),
        (b'{"format": "ministrack dossier",\n"version"', "line 2"),
        (b"[1, 2]", "not a dossier"),
        (b'{"format": "else", "version": 1, "records": {}}', "not a dossier"),
        (b'{"format": "ministrack dossier", "version": 2, "records": {}}', "newer version"),
        (b'{"format": "ministrack dossier", "version": "1", "records": {}}', "version"),
        (b'{"format": "ministrack dossier", "version": 1}', "records"),
        (b'{"format": "ministrack dossier", "version": 1, "records": {"meeting": {}}}', "meeting"),
        (b'{"format": "ministrack dossier", "version": NaN, "records": {}}', "numbers or lists"),
        (b"[" * 100_000, "numbers or lists"),
        ('{"format": "ministrack dossier"}'.encode("utf-16"), "UTF-8"),
    ],
)
def test_a_file_that_is_none_is_refused_in_words(tmp_path: Path, content: bytes, word: str) -> None:
    file = tmp_path / "in.json"
    file.write_bytes(content)
    with pytest.raises(MinistrackError, match=word):
        parse(str(file), Choices())
