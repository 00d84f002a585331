"""Many records stored at once: what comes of it is what one by one gives, refusals included."""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ministrack.domain.delegation import Delegate, Delegation, Role
from ministrack.domain.errors import InvalidValue
from ministrack.domain.filing import Tag
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.party import Party
from ministrack.domain.person import Person, Spelling
from ministrack.domain.record import Record
from ministrack.domain.source import Source, Statement
from ministrack.domain.task import Dependency, Task
from ministrack.edits import writer as writing
from ministrack.edits.changes import Edit
from ministrack.edits.workspace import Workspace
from tests.dossiers import ASTANA, DRAFT, JUSTICE, KYRGYZSTAN, OTS, THIRD, TUNC, TURKIYE, everything

NAMES = ["Yılmaz Tunç", " Əhmədov\t", "Омуралиев", 'O\'Brien "x"', "Iğdır", "a\\b", "x" * 501, "a\u202eb", ""]
PARTIES = [TURKIYE, KYRGYZSTAN, OTS]
WORDS = (
    "SELECT tbl, row, folded, sound FROM search_entry JOIN search_text ON search_text.rowid = docid "
    "ORDER BY tbl, row"
)
IMAGES = (
    "SELECT tbl, row, before, after FROM change "
    "WHERE edit = (SELECT id FROM edit ORDER BY number DESC LIMIT 1) ORDER BY seq"
)


def one_by_one(records: Iterable[Record]) -> Edit:
    def apply(writer: writing.Writer) -> None:
        for record in records:
            writer.add(record)

    return Edit("Import", apply)


def at_once(records: Iterable[Record]) -> Edit:
    return Edit("Import", lambda writer: writer.add_all(records))


def state(path: Path) -> tuple[object, ...]:
    """All rows with their derived columns, and all that search knows."""
    with closing(sqlite3.connect(path)) as connection:
        return everything(path), connection.execute(WORDS).fetchall()


def outcome(workspace: Workspace, edit: Edit) -> tuple[object, ...]:
    """What an edit leads to, its images included, or the error it is refused with; taken back again."""
    before = state(workspace.path)
    try:
        workspace.run(edit)
    except InvalidValue as error:
        assert state(workspace.path) == before
        return (str(error), error.field)
    after = state(workspace.path)
    with closing(sqlite3.connect(workspace.path)) as connection:
        images = connection.execute(IMAGES).fetchall()
    assert workspace.read.verify() == []
    workspace.undo()
    assert state(workspace.path) == before
    assert workspace.read.verify() == []
    return (after, images)


@st.composite
def _records(draw: st.DrawFn) -> list[Record]:
    """Records of the kinds that have rules or hang on others; some of them to be refused."""
    name = st.sampled_from(NAMES[:6]) if draw(st.booleans()) else st.sampled_from(NAMES)
    series = st.sampled_from([None, JUSTICE.id, JUSTICE.id, "gone"][: draw(st.integers(2, 4))])
    dates = st.sampled_from([None, "2024", "2026-23", "2026-05?/..", "soon"][: draw(st.integers(4, 5))])
    made: list[Record] = []
    meetings: list[Meeting] = [ASTANA, THIRD]
    for number in range(draw(st.integers(2, 5))):
        meetings.append(
            Meeting(
                name=draw(name),
                series=draw(series),
                number=draw(st.sampled_from([None, 40 + number, 40])),
                date=draw(dates),
                status=draw(st.sampled_from(MeetingStatus)),
                country=draw(st.sampled_from([None, TURKIYE.id])),
                previous=draw(st.sampled_from([None, meetings[-1].id])),
            )
        )
    made += meetings[2:]
    seats = [
        Delegation(meeting=draw(st.sampled_from(meetings)).id, party=draw(st.sampled_from(PARTIES)).id)
        for _ in range(draw(st.integers(0, 3)))
    ]
    made += seats
    if seats:
        made += [
            Delegate(
                delegation=draw(st.sampled_from(seats)).id,
                person=draw(st.sampled_from([None, TUNC.id])),
                title=draw(name),
                role=draw(st.sampled_from([Role.HEAD, Role.MEMBER, Role.CHAIR])),
            )
            for _ in range(draw(st.integers(0, 3)))
        ]
    made += [
        Task(
            title=draw(name),
            owner_party=draw(st.sampled_from([None, TURKIYE.id])),
            owner_person=draw(st.sampled_from([None, None, TUNC.id])),
            due_meeting=draw(st.sampled_from([None, THIRD.id, meetings[-1].id])),
            due=draw(st.sampled_from([None, None, "2026"])),
        )
        for _ in range(draw(st.integers(0, 3)))
    ]
    return made


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records=_records())
def test_at_once_or_one_by_one_is_the_same(workspace: Workspace, records: list[Record]) -> None:
    assert outcome(workspace, at_once(records)) == outcome(workspace, one_by_one(records))


MATYAS = Person(name="Szijjártó Péter")
OTHERS: Sequence[Record] = (
    MATYAS,
    Person(name="Сыдыгалиев"),
    Spelling(name="Peter Szijjarto", person=MATYAS.id),
    Spelling(name="Sidygaliyev", person=MATYAS.id),
    Party(name="Magyarország", code="hu"),
    Party(name="Özbekistan", code="UZ"),
    Source(title="Hír", text="a\nb"),
    Source(title="b"),
)


def test_other_kinds_are_the_same_too(workspace: Workspace) -> None:
    kinds = list(OTHERS)
    source = next(record for record in kinds if isinstance(record, Source))
    kinds += [
        Statement(
            quote=quote,
            source=source.id,
            subject_table="person",
            subject=MATYAS.id,
            field="name",
            chosen=chosen,
        )
        for quote, chosen in (("a", True), ("b", False))
    ]
    kinds += [Tag(name="sürətli"), Tag(name="urgent two")]
    first, second = Task(title="a"), Task(title="b")
    kinds += [first, second, Dependency(task=first.id, depends_on=second.id)]
    kinds += [Dependency(task=second.id, depends_on=DRAFT.id)]
    assert outcome(workspace, at_once(kinds)) == outcome(workspace, one_by_one(kinds))
    circle = [
        *kinds,
        Dependency(task=second.id, depends_on=first.id),
        Dependency(task=DRAFT.id, depends_on=first.id),
    ]
    assert outcome(workspace, at_once(circle)) == outcome(workspace, one_by_one(circle))


def test_a_record_may_point_at_one_before_it_only(workspace: Workspace) -> None:
    first = Meeting(name="I", previous=None)
    second = Meeting(name="II", previous=first.id)
    workspace.run(at_once([first, second]))
    later = Meeting(name="IV")
    with pytest.raises(InvalidValue, match="no longer in the dossier"):
        workspace.run(at_once([Meeting(name="III", previous=later.id), later]))
    itself = Meeting(name="V")
    with pytest.raises(InvalidValue, match="no longer in the dossier"):
        workspace.run(at_once([Meeting(id=itself.id, name="V", previous=itself.id), later]))


def test_many_do_not_go_one_by_one(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    meetings = [
        Meeting(name=f"Заседание {number}", series=JUSTICE.id, number=number + 10) for number in range(3000)
    ]
    monkeypatch.setattr(writing, "check_rules", lambda *_: pytest.fail("one by one"))
    done = workspace.run(at_once(meetings))
    assert done.moved == {"meeting"}
    assert done.changes == ()
    assert workspace.read.verify() == []
    assert workspace.read.search("заседание 2999")[0].ref.id == meetings[-1].id
    workspace.undo()
    assert workspace.read.verify() == []
