"""Whatever stands in a meeting or a task goes out and comes back; whatever stands in a file does no harm."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ministrack.domain.body import Body
from ministrack.domain.document import Document
from ministrack.domain.errors import InvalidValue
from ministrack.domain.meeting import Meeting, MeetingMode, MeetingStatus
from ministrack.domain.names import tidy, tidy_long
from ministrack.domain.party import Party
from ministrack.domain.person import Person
from ministrack.domain.progress import untold
from ministrack.domain.record import Record
from ministrack.domain.series import Series
from ministrack.domain.task import Task, TaskKind, TaskStatus
from ministrack.edits.changes import Edit
from ministrack.edits.workspace import Workspace
from ministrack.exchange.calendar.parsing import read_calendar
from ministrack.exchange.calendar.plan import plan_calendar
from ministrack.exchange.choices import Choices
from ministrack.exchange.content_lines import decoded
from ministrack.exchange.plan import Verdict
from tests.dossiers import AYGUN
from tests.exchange.calendar.calendars import FILES, planned, verdicts, written

DATES = (
    None, "2025-11-20", "2025-10-17/2025-10-18", "2026", "2026-05", "2026-05?", "2026-23", "2026/..",
    "../2026", "2025-11-20~", "2024-02-29", "19XX", "202X", "2026-41", "2025-12-31/2026-01", "9999-12-31",
)  # fmt: skip
TIMES = (
    None, "10:00", "10:00–13:00 Asia/Baku", "9:30-10 Uhr", "22:00–02:00", "20:00–24:00 UTC", "00:00–24:00",
    "10:00 Europe/Berlin – 13:00 Asia/Baku", "in the afternoon", "10:00–13:00 W. Europe Standard Time",
    "25:00", "10:00–10:00", "10:00 — 11:00", "24:00", "10:00 Nowhere", "10:00:30–11:00",
)  # fmt: skip
RULES = (None, "RRULE:FREQ=WEEKLY", "FREQ=DAILY;COUNT=3", "EXDATE:20250101 RRULE:FREQ=DAILY", "every autumn")


def one_line(text: str) -> bool:
    return is_taken(tidy, text)


def is_taken(tidied: object, text: str) -> bool:
    try:
        return bool(callable(tidied) and tidied(text) == text)
    except InvalidValue:
        return False


letters = st.characters(exclude_categories=("Cs", "Cc"))
words = st.text(letters, min_size=1, max_size=40).filter(one_line)
some = st.none() | words
paragraphs = st.none() | st.text(letters | st.just("\n"), min_size=1, max_size=200).filter(
    lambda text: is_taken(tidy_long, text)
)
PARTIES = (Party(name="Azerbaijan", code="AZ"), Party(name="Türkiye; Asia, \\Europe", code="TR"))
SERIES = Series(name="Justice ministers: OTS")
AROUND: tuple[Record, ...] = (
    *PARTIES, SERIES, Person(name="Yılmaz Tunç"), Body(name="Expert Group"),
    Document(title="Astana Declaration"),
)  # fmt: skip
PERSON, BODY, DOCUMENT = AROUND[3:]
parties = st.sampled_from([None, *(each.id for each in PARTIES)])


@st.composite
def records(draw: st.DrawFn) -> tuple[Record, ...]:
    meetings: list[Meeting] = []
    for number in range(draw(st.integers(1, 3))):
        meetings.append(
            Meeting(
                name=draw(words),
                series=draw(st.sampled_from([None, SERIES.id])),
                number=draw(st.sampled_from([None, number])),
                numbering_note=draw(some),
                status=draw(st.sampled_from(MeetingStatus)),
                date=draw(st.sampled_from(DATES)),
                time=draw(st.sampled_from(TIMES)),
                city=draw(some),
                country=draw(parties),
                venue=draw(some),
                host=draw(parties),
                mode=draw(st.sampled_from(MeetingMode)),
                theme=draw(some),
                summary=draw(paragraphs),
                previous=draw(st.sampled_from([None, *(each.id for each in meetings)])),
                recurrence=draw(st.sampled_from(RULES)),
            )
        )
    met = st.sampled_from([None, *(each.id for each in meetings)])
    owner = draw(st.sampled_from(["owner_party", "owner_body", "owner_person", "owner_note"]))
    owners = {
        "owner_party": PARTIES[0].id, "owner_body": BODY.id, "owner_person": PERSON.id,
        "owner_note": "üzvlər",
    }  # fmt: skip
    due = draw(st.sampled_from(DATES))
    task = Task(
        title=draw(words),
        kind=draw(st.sampled_from(TaskKind)),
        status=draw(st.sampled_from(TaskStatus)),
        made_at=draw(met),
        from_document=draw(st.sampled_from([None, DOCUMENT.id])),
        due=due,
        due_meeting=None if due else draw(met),
        reminder=draw(st.sampled_from(DATES)),
        note=draw(paragraphs),
        recurrence=draw(st.sampled_from(RULES)),
        **{owner: owners[owner]},
    )
    return (*meetings, task)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, Workspace]]:
    folder: Path = tmp_path_factory.mktemp("two")
    opened = [Workspace.create(folder / f"{name}.ministrack", AYGUN) for name in ("from", "to")]
    opened[0].run(Edit("Fill", lambda writer: writer.add_all(AROUND)))
    yield opened[0], opened[1]
    for each in opened:
        each.close()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=records(), imprecise=st.booleans())
def test_what_goes_out_comes_back(
    two: tuple[Workspace, Workspace], made: tuple[Record, ...], imprecise: bool
) -> None:
    source, target = two
    source.run(Edit("Fill", lambda writer: writer.add_all(made)))
    try:
        text, _ = written(source, imprecise=imprecise)
        assert [row for row in planned(source, text).rows if row.verdict is not Verdict.SAME] == []
        target.run(planned(target, text).edit())
        _compare(target, made, text)
        target.undo()
    finally:
        source.undo()


def _compare(target: Workspace, made: tuple[Record, ...], text: str) -> None:
    """All that went out is there again; what pointed at something that did not go out points nowhere."""
    again = {record.id: target.read.get(type(record), record.id) for record in made}
    gone = {identity for identity, record in again.items() if record is None}
    for record in made:
        assert (record.id in gone) == (f"X-MINISTRACK-ID:{record.id}" not in text)
        if record.id not in gone and gone.isdisjoint(_pointed_at(record)):
            assert again[record.id] == record


def _pointed_at(record: Record) -> set[object]:
    return {getattr(record, name, None) for name in ("previous", "made_at", "due_meeting")}


NOISE = (
    b"", b"\x00", b"\xff", b"\n", b"\r\n ", b":", b";", b'"', b"\\", b"BEGIN:VEVENT", b"END:VEVENT",
    b"END:VCALENDAR", b"DTSTART:", b"DTEND:20250101", b"RECURRENCE-ID:20250101", b"99999999", b"UID:ok-1",
    b"X-MINISTRACK-ID:", b"X-MINISTRACK-EDTF:2026", b"X-MINISTRACK-NUMBER:-1", b"DURATION:-P1W", b"=\n",
    b"\xd6\x90", "\u202e".encode(),
)  # fmt: skip


def mutants(seed: int, count: int, files: list[bytes]) -> Iterator[bytes]:
    chance = random.Random(seed)
    for _ in range(count):
        data = bytearray(chance.choice(files))
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(data) + 1)
            to = min(len(data), at + chance.choice((0, 0, 1, 8, 200)))
            data[at:to] = chance.choice(
                (chance.choice(NOISE), data[to : to + 60], bytes([chance.randrange(256)]))
            )
        yield bytes(data)


def test_mutants_crash_nothing_and_come_in_whole_or_not_at_all(sample: Workspace, empty: Workspace) -> None:
    files = [each.read_bytes() for each in sorted(FILES.glob("*.ics"))]
    files.append(written(sample, imprecise=True)[0].encode())
    stored = 0
    for number, data in enumerate(mutants(4, 300, files)):
        try:
            found = read_calendar(decoded(data))
        except InvalidValue:
            continue
        plan = plan_calendar(empty.read, found, "mutant.ics", Choices(), untold)
        assert all(row.words for row in plan.rows if row.verdict.value in ("problem", "conflict"))
        if number % 20 == 0:
            new = sum(row.verdict.value == "new" for row in plan.rows)
            empty.run(plan.edit())
            assert empty.read.count("meeting") + empty.read.count("task") == new
            again = plan_calendar(empty.read, found, "mutant.ics", Choices(), untold)
            assert "new" not in verdicts(again)
            stored += new
            if new:
                empty.undo()
    assert stored > 20
