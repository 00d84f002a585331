"""One way to write: whole or not at all, announced once, and noticed when others do it."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from ministrack.domain.errors import Conflict, DossierDamaged, InvalidValue
from ministrack.domain.filing import Tag
from ministrack.domain.levels import STANDARD_LEVELS, Level
from ministrack.domain.meeting import Meeting
from ministrack.domain.person import Person
from ministrack.domain.record import Ref
from ministrack.edits.changes import ChangeSet, Edit
from ministrack.edits.history import history_of_dossier, history_of_record
from ministrack.edits.records import add_record, change_record, remove_record, together
from ministrack.edits.workspace import Workspace
from ministrack.edits.writer import Writer
from tests.dossiers import (
    AYGUN,
    BAKU,
    BAKYT,
    THIRD,
    TUNC,
    URGENT,
    in_another_process,
    outside,
    ref_of,
)


@pytest.fixture
def heard(workspace: Workspace) -> list[ChangeSet]:
    """What the workspace announced."""
    announced: list[ChangeSet] = []
    workspace.subscribe(announced.append)
    return announced


@pytest.fixture
def other(workspace: Workspace) -> Iterator[Workspace]:
    """Another desk with the same dossier open."""
    opened = Workspace.open(workspace.path, BAKYT)
    yield opened
    opened.close()


def names(workspace: Workspace) -> set[str]:
    return {tag.name for tag in workspace.read.find(Tag)}


def test_a_new_dossier_has_the_levels_and_nothing_to_undo(path: Path) -> None:
    workspace = Workspace.create(path, AYGUN)
    assert [level.id for level in workspace.read.find(Level, order="position")] == [
        code for code, _ in STANDARD_LEVELS
    ]
    assert workspace.undo_label() is None
    assert [edit.label for edit in history_of_dossier(workspace)] == ["New dossier"]
    workspace.close()


def test_an_edit_is_announced_once_after_it_is_stored(
    workspace: Workspace, path: Path, heard: list[ChangeSet]
) -> None:
    seen: list[object] = []

    def look(_: ChangeSet) -> None:
        with closing(sqlite3.connect(path)) as connection:
            seen.append(connection.execute("SELECT name FROM tag WHERE name = 'new'").fetchone())

    workspace.subscribe(look)
    done = workspace.run(add_record(Tag(name="new")))
    assert heard == [done]
    assert seen == [("new",)]
    assert done.own
    assert done.edit is not None
    assert (done.edit.label, done.edit.author) == ("New tag: new", AYGUN.author)
    assert workspace.saved_at is not None
    assert workspace.poll() == []


def test_nobody_is_told_after_the_end_of_a_subscription(workspace: Workspace) -> None:
    heard: list[ChangeSet] = []
    stop = workspace.subscribe(heard.append)
    stop()
    stop()
    workspace.run(add_record(Tag(name="new")))
    assert heard == []


def test_an_error_leaves_nothing(workspace: Workspace, heard: list[ChangeSet]) -> None:
    before = (names(workspace), history_of_dossier(workspace))

    def fails(writer: Writer) -> None:
        writer.add(Tag(name="first"))
        writer.change(ref_of(TUNC), {"note": "changed"})
        writer.remove(ref_of(BAKU))
        writer.add(Tag(name=""))

    with pytest.raises(InvalidValue) as raised:
        workspace.run(Edit("Fails", fails))
    assert raised.value.field == "name"
    assert (names(workspace), history_of_dossier(workspace)) == before
    assert workspace.read.get(Meeting, BAKU.id) == BAKU
    assert heard == []
    assert workspace.read.verify() == []
    workspace.run(add_record(Tag(name="next")))


def test_an_edit_that_does_nothing_leaves_no_trace(workspace: Workspace, heard: list[ChangeSet]) -> None:
    before = history_of_dossier(workspace)
    done = workspace.run(change_record(workspace.read, ref_of(TUNC), new={"name": " Yılmaz Tunç\t"}))
    assert (done.edit, done.changes) == (None, ())
    assert history_of_dossier(workspace) == before
    assert heard == []


def test_a_write_outside_an_edit_is_refused(workspace: Workspace) -> None:
    kept: list[Writer] = []
    workspace.run(Edit("Keep the writer", kept.append))
    for write in (
        lambda: kept[0].add(Tag(name="late")),
        lambda: kept[0].change(ref_of(TUNC), {"note": "late"}),
        lambda: kept[0].remove(ref_of(TUNC)),
    ):
        with pytest.raises(RuntimeError, match="outside an edit"):
            write()
    assert names(workspace) == {"urgent"}


def test_several_edits_are_one_step(workspace: Workspace, heard: list[ChangeSet]) -> None:
    parts = [add_record(Tag(name=name)) for name in ("bir", "iki", "üç")]
    workspace.run(together("Three tags", parts))
    assert len(heard) == 1
    workspace.undo()
    assert names(workspace) == {"urgent"}


def test_the_same_field_twice_is_a_conflict(workspace: Workspace, other: Workspace) -> None:
    ref, seen = ref_of(BAKU), {"city": "Bakı", "venue": None}
    other.run(change_record(other.read, ref, new={"city": "Gəncə"}, seen=seen))
    with pytest.raises(Conflict) as raised:
        workspace.run(
            change_record(workspace.read, ref, new={"city": "Şuşa", "venue": "Gulustan"}, seen=seen)
        )
    (conflict,) = raised.value.conflicts
    assert (conflict.field, conflict.seen, conflict.mine, conflict.theirs) == (
        "city",
        "Bakı",
        "Şuşa",
        "Gəncə",
    )
    assert conflict.author == BAKYT.author
    stored = workspace.read.get(Meeting, BAKU.id)
    assert stored is not None
    assert (stored.city, stored.venue) == ("Gəncə", None)


def test_different_fields_of_one_record_merge(workspace: Workspace, other: Workspace) -> None:
    ref, seen = ref_of(BAKU), {"city": "Bakı", "venue": None, "theme": None}
    other.run(change_record(other.read, ref, new={"city": "Gəncə"}, seen=seen))
    workspace.run(
        change_record(workspace.read, ref, new={"venue": "Gulustan", "theme": "Justice"}, seen=seen)
    )
    stored = other.read.get(Meeting, BAKU.id)
    assert stored is not None
    assert (stored.city, stored.venue, stored.theme) == ("Gəncə", "Gulustan", "Justice")


def test_two_who_want_the_same_agree(workspace: Workspace, other: Workspace) -> None:
    ref, seen = ref_of(BAKU), {"city": "Bakı"}
    other.run(change_record(other.read, ref, new={"city": "Gəncə"}, seen=seen))
    done = workspace.run(change_record(workspace.read, ref, new={"city": "Gəncə"}, seen=seen))
    assert done.changes == ()


def test_edits_of_another_desk_are_announced_before_ones_own(
    workspace: Workspace, other: Workspace, heard: list[ChangeSet]
) -> None:
    other.run(add_record(Tag(name="theirs")))
    mine = workspace.run(add_record(Tag(name="mine")))
    assert [(each.own, (each.changes[0].after or {})["name"]) for each in heard] == [
        (False, "theirs"),
        (True, "mine"),
    ]
    assert workspace.poll() == []
    assert heard[-1] == mine
    assert [each.own for each in other.poll()] == [False]
    assert other.poll() == []


def test_an_edit_that_fails_does_not_swallow_what_others_did(
    workspace: Workspace, other: Workspace, path: Path, heard: list[ChangeSet]
) -> None:
    other.run(add_record(Tag(name="theirs")))
    outside(path, "INSERT INTO tag (id, name) VALUES ('t', 'outside')")
    with pytest.raises(InvalidValue):
        workspace.run(add_record(Tag(name="")))
    assert heard == []
    workspace.poll()
    told = {str((change.after or {})["name"]) for each in heard for change in each.changes}
    assert told == {"theirs", "outside"}


OUTSIDE = {
    "insert": ("INSERT INTO person (id, name) VALUES ('p', 'Əlixan Əliyev')", "created"),
    "update": (f"UPDATE person SET name = 'Yılmaz Tunç (TR)' WHERE id = '{TUNC.id}'", "changed"),
    "delete": ("DELETE FROM tagging", "deleted"),
    "no date": (f"UPDATE meeting SET date = 'in spring, perhaps' WHERE id = '{THIRD.id}'", "changed"),
    "control characters": (
        f"UPDATE person SET note = 'a' || char(1, 10, 34, 92) WHERE id = '{TUNC.id}'",
        "changed",
    ),
}


@pytest.mark.parametrize(("sql", "happened"), OUTSIDE.values(), ids=OUTSIDE)
def test_what_another_program_writes_is_adopted_and_announced(
    workspace: Workspace, path: Path, heard: list[ChangeSet], sql: str, happened: str
) -> None:
    outside(path, sql)
    (news,) = workspace.poll()
    assert heard == [news]
    assert not news.own
    assert news.edit is not None
    assert news.edit.label == "Changed by another program"
    (change,) = news.changes
    history = history_of_record(workspace, Ref(change.table, change.row))
    assert history[0].happened == happened
    assert history[0].fields
    assert workspace.undo_label() == "Fill"
    kinds = {finding.kind.value for finding in workspace.read.verify()}
    assert kinds == ({"value"} if "date" in sql else set())
    assert workspace.poll() == []


def test_search_and_days_follow_what_another_program_wrote(workspace: Workspace, path: Path) -> None:
    outside(
        path,
        "INSERT INTO person (id, name) VALUES ('p', 'Əlixan Əliyev')",
        f"UPDATE meeting SET date = '2026-10-09' WHERE id = '{THIRD.id}'",
    )
    workspace.poll()
    assert [hit.ref.id for hit in workspace.read.search("alixan")] == ["p"]
    assert workspace.read.verify() == []


def test_what_was_written_while_the_dossier_was_closed_is_adopted_when_it_opens(
    path: Path, workspace: Workspace
) -> None:
    workspace.close()
    outside(path, "DELETE FROM tagging", "UPDATE tag SET name = 'təcili'")
    again = Workspace.open(path, AYGUN)
    assert history_of_dossier(again)[0].label == "Changed by another program"
    assert again.poll() == []
    assert again.read.verify() == []
    again.close()


def test_another_process_is_noticed(workspace: Workspace, path: Path) -> None:
    in_another_process(
        "import sys\n"
        "from pathlib import Path\n"
        "from ministrack.domain.filing import Tag\n"
        "from ministrack.edits.records import add_record\n"
        "from ministrack.edits.workspace import Identity, Workspace\n"
        "workspace = Workspace.open(Path(sys.argv[1]), Identity('Бакыт', 'elsewhere'))\n"
        "workspace.run(add_record(Tag(name='elsewhere')))\n"
        "workspace.close()\n",
        str(path),
    )
    (news,) = workspace.poll()
    assert news.edit is not None
    assert (news.edit.author, news.own) == ("Бакыт", False)
    assert names(workspace) == {"urgent", "elsewhere"}


COUNTING = """
import sys
from pathlib import Path
from ministrack.domain.errors import Conflict
from ministrack.domain.levels import Level
from ministrack.domain.record import Ref
from ministrack.edits.records import change_record
from ministrack.edits.workspace import Identity, Workspace
workspace = Workspace.open(Path(sys.argv[1]), Identity("Counter", sys.argv[2]))
ref, stored, conflicts = Ref("level", "minister"), 0, 0
step = int(sys.argv[4])
while stored < int(sys.argv[3]):
    seen = workspace.read.get(Level, "minister").position
    try:
        edit = change_record(workspace.read, ref, new={"position": seen + step}, seen={"position": seen})
        workspace.run(edit)
        stored += 1
    except Conflict:
        conflicts += 1
print(stored, conflicts)
"""


def test_two_processes_at_once_lose_no_update(workspace: Workspace, path: Path) -> None:
    """Each adds its step to what it saw; whoever saw an old number is told so, and looks again.

    The steps differ: two who store the same value do not contradict each other.
    """
    each, steps = 60, (1, 1000)
    before = workspace.read.get(Level, "minister")
    running = [
        subprocess.Popen(
            [sys.executable, "-c", COUNTING, str(path), f"desk-{step}", str(each), str(step)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for step in steps
    ]
    outputs = [process.communicate(timeout=60)[0].split() for process in running]
    assert [output[0] for output in outputs] == [str(each)] * 2
    after = workspace.read.get(Level, "minister")
    assert before is not None
    assert after is not None
    assert (after.position or 0) - (before.position or 0) == each * sum(steps)
    assert len(workspace.poll()) == 2 * each
    assert workspace.read.verify() == []


WRITING = """
import sys
from pathlib import Path
from ministrack.domain.filing import Tag
from ministrack.edits.changes import Edit
from ministrack.edits.workspace import Identity, Workspace
workspace = Workspace.open(Path(sys.argv[1]), Identity("Killed", "killed"))
for number in range(10_000):
    def apply(writer):
        for part in range(5):
            writer.add(Tag(name=f"{sys.argv[2]} {number} {part}"))
    workspace.run(Edit("Five", apply))
    print(number, flush=True)
"""


@pytest.mark.parametrize("kill", range(6))
def test_a_killed_program_leaves_no_half_edit_and_loses_no_whole_one(
    workspace: Workspace, path: Path, kill: int
) -> None:
    command = [sys.executable, "-c", WRITING, str(path), str(kill)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    for _ in range(1 + 3 * kill):
        acknowledged = int(process.stdout.readline())
    process.send_signal(signal.SIGKILL)
    rest = [int(line) for line in process.stdout.read().split()]
    process.wait()
    process.stdout.close()
    acknowledged = max([acknowledged, *rest])
    workspace.poll()
    stored = sorted(name for name in names(workspace) if name != "urgent")
    assert len(stored) % 5 == 0
    assert len(stored) // 5 in (acknowledged + 1, acknowledged + 2)
    assert workspace.read.verify() == []


def test_a_writer_waits_for_another_and_never_fails_half_way(workspace: Workspace, other: Workspace) -> None:
    """BEGIN IMMEDIATE: an edit reads nothing that another one could outdate before it writes."""
    order: list[str] = []

    def outer(writer: Writer) -> None:
        writer.add(Tag(name="outer"))
        impatient = sqlite3.connect(workspace.path, timeout=0, isolation_level=None)
        with closing(impatient), pytest.raises(sqlite3.OperationalError, match="locked"):
            impatient.execute("BEGIN IMMEDIATE")
        order.append("outer")

    workspace.run(Edit("Outer", outer))
    other.run(add_record(Tag(name="after")))
    assert order == ["outer"]
    assert names(workspace) == {"urgent", "outer", "after"}


LATIN = "CAST(x'53697661732C20DC6E79652022FC22' AS TEXT)"  # Sivas, Ünye "ü" as a Latin-1 file has it


def test_text_that_is_no_utf_8_can_be_read_and_edited_on(
    workspace: Workspace, path: Path, heard: list[ChangeSet]
) -> None:
    outside(path, f"UPDATE meeting SET city = {LATIN} WHERE id = '{THIRD.id}'")
    workspace.poll()
    (adopted,) = heard
    assert [(change.fields(), (change.after or {})["city"]) for change in adopted.changes] == [
        (("city",), 'Sivas, Ünye "ü"')
    ]
    assert workspace.read.get(Meeting, THIRD.id) == replace(THIRD, city='Sivas, Ünye "ü"')
    workspace.run(change_record(workspace.read, ref_of(THIRD), new={"city": "Ordu"}))
    workspace.undo()
    assert workspace.read.verify() == []


def test_text_that_is_no_utf_8_stored_past_the_triggers_can_be_read(workspace: Workspace, path: Path) -> None:
    outside(
        path, "DROP TRIGGER journal_meeting_update", f"UPDATE meeting SET city = {LATIN} WHERE number = 3"
    )
    workspace.poll()
    assert workspace.read.get(Meeting, THIRD.id) == replace(THIRD, city='Sivas, Ünye "ü"')
    assert workspace.read.verify() == []


def test_a_look_at_others_does_not_wait_for_one_who_is_still_writing(
    workspace: Workspace, path: Path, heard: list[ChangeSet]
) -> None:
    outside(path, f"UPDATE meeting SET city = 'Ankara' WHERE id = '{THIRD.id}'")
    with closing(sqlite3.connect(path, isolation_level=None)) as busy:
        busy.execute("BEGIN IMMEDIATE")
        assert workspace.poll() == []
        busy.execute(f"UPDATE meeting SET city = 'İstanbul' WHERE id = '{THIRD.id}'")
        busy.execute("COMMIT")
    workspace.poll()
    (adopted,) = heard
    cities = [change.after["city"] for change in adopted.changes if change.after]
    assert cities == ["Ankara", "İstanbul"]
    assert workspace.read.verify() == []


def test_a_look_at_a_file_that_broke_says_so(workspace: Workspace, path: Path) -> None:
    outside(path, f"UPDATE meeting SET city = 'Ankara' WHERE id = '{THIRD.id}'")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    os.truncate(path, 8192)
    with pytest.raises(DossierDamaged):
        workspace.poll()


def test_what_an_edit_is_about(workspace: Workspace) -> None:
    person = Person(name="Əlixan Əliyev")
    done = workspace.run(add_record(person))
    assert done.about == ref_of(person)
    assert done.tables() == {"person"}
    assert done.touches(ref_of(person))
    assert not done.touches(ref_of(URGENT))
    gone = workspace.run(remove_record(workspace.read, ref_of(person)))
    assert gone.removed(ref_of(person))
    assert not done.removed(ref_of(person))
