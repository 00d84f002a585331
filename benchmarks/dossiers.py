"""A large and uneven dossier, alike for the same seed: 2,000 meetings with long names in three scripts.

`python benchmarks/dossiers.py FILE [MEETINGS]` makes one to look at and to measure with; without a file it
makes one and throws it away, and prints how long that took. Names (long_names.toml) are Latin, Cyrillic and
Arabic, titles may be very long, dates have every precision or none, meetings are postponed and cancelled, and
much is missing, as in real dossiers. What happens in it is invented; the countries are real.
"""

import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TypeVar

from ministrack.domain.body import Body, BodyKind, BodyMember
from ministrack.domain.countries import country
from ministrack.domain.delegation import Delegate, Delegation, Part, Presence, Role
from ministrack.domain.document import Document, DocumentKind, DocumentParty, DocumentStage, Stage
from ministrack.domain.meeting import Meeting, MeetingDocument, MeetingMode, MeetingStatus, ProgrammeItem
from ministrack.domain.party import Party, PartyKind
from ministrack.domain.person import Person
from ministrack.domain.record import Record
from ministrack.domain.series import Series, SeriesKind
from ministrack.domain.source import Source, Statement
from ministrack.domain.task import Progress, Task, TaskKind, TaskStatus
from ministrack.edits.changes import Edit
from ministrack.edits.workspace import Identity, Workspace

T = TypeVar("T")

MEETINGS = 2_000
SEED = 2026

_NAMES = tomllib.loads(Path(__file__).with_name("long_names.toml").read_text(encoding="utf-8"))


class Dossier:
    """Invents records one after another; every kind only points at what was made before."""

    def __init__(self, meetings: int = MEETINGS, seed: int = SEED) -> None:
        self._random = Random(seed)
        self._count = meetings
        self._made = 0
        self._parties: list[Party] = []
        self._series: list[Series] = []
        self._people: list[Person] = []
        self._bodies: list[Body] = []
        self._meetings: list[Meeting] = []
        self._documents: list[Document] = []
        self._sources: list[Source] = []

    def records(self) -> Iterator[Record]:
        """All of it, in an order in which it can be stored."""
        yield from self._keep(self._parties, self._new_parties())
        yield from self._keep(self._series, self._new_series())
        yield from self._keep(self._people, self._new_people())
        yield from self._keep(self._sources, self._new_sources())
        yield from self._keep(self._meetings, self._new_meetings())
        yield from self._keep(self._bodies, self._new_bodies())
        for body in self._bodies:
            for party in self._random.sample(self._parties, self._random.randint(0, 12)):
                yield BodyMember(id=self._id(), body=body.id, party=party.id)
        yield from self._keep(self._documents, self._new_documents())
        for document in self._documents:
            yield from self._of_document(document)
        for meeting in self._meetings:
            yield from self._delegations(meeting)
            yield from self._around(meeting)
        yield from self._tasks()

    def _keep(self, kept: list[T], made: Iterator[T]) -> Iterator[T]:
        for record in made:
            kept.append(record)
            yield record

    def _id(self) -> str:
        self._made += 1
        return f"01900000-0000-7000-8000-{self._made:012x}"

    def _one(self, kind: str) -> str:
        return str(self._random.choice(_NAMES[kind]))

    def _maybe(self, share: float) -> bool:
        return self._random.random() < share

    def _new_parties(self) -> Iterator[Party]:
        for code in _NAMES["countries"]:
            found = country(code)
            if found is not None:
                yield Party(id=self._id(), name=found.name, code=code)
        for name, short in _NAMES["organisations"]:
            yield Party(id=self._id(), name=name, short_name=short, kind=PartyKind.ORGANISATION)

    def _new_series(self) -> Iterator[Series]:
        for name, short in _NAMES["series"]:
            yield Series(id=self._id(), name=name, short_name=short or None, kind=SeriesKind.MINISTERIAL)

    def _new_people(self) -> Iterator[Person]:
        for _ in range(max(self._count // 2, 10)):
            given, family = self._one("given"), self._one("family")
            if self._maybe(0.3):
                given = f"{given} {self._one('given')}"
            native = None
            if self._maybe(0.4):
                native = f"{self._one('given')} {self._one('family')}"
            yield Person(
                id=self._id(), name=f"{given} {family}", given=given, family=family, native_name=native
            )

    def _new_sources(self) -> Iterator[Source]:
        for number in range(max(self._count // 20, 5)):
            title = self._one("meetings").format(n=number + 1)
            yield Source(
                id=self._id(),
                title=f"{title} — News.Az",
                publisher=self._one("publishers") or None,
                published=self._day().isoformat(),
                text=f"{title}. " * 20,
            )

    def _day(self) -> date:
        return date(2012, 1, 1) + timedelta(days=self._random.randrange(365 * 18))

    def _edtf(self, day: date) -> str | None:
        kind = self._random.random()
        if kind < 0.62:
            return day.isoformat()
        if kind < 0.78:
            return f"{day.isoformat()}/{(day + timedelta(days=self._random.randint(1, 9))).isoformat()}"
        if kind < 0.95:
            return self._one("dates").format(y=day.year, m=day.month)
        return None

    def _status(self, day: date) -> MeetingStatus:
        if self._maybe(0.08):
            return self._random.choice((MeetingStatus.CANCELLED, MeetingStatus.POSTPONED))
        if day < date(2026, 11, 1):
            return MeetingStatus.HELD
        return self._random.choice((MeetingStatus.PLANNED, MeetingStatus.ANNOUNCED, MeetingStatus.CONFIRMED))

    def _new_meetings(self) -> Iterator[Meeting]:
        days = sorted(self._day() for _ in range(self._count))
        states = [party for party in self._parties if party.kind is PartyKind.STATE]
        last: dict[str, Meeting] = {}
        for day in days:
            series = self._random.choice(self._series) if self._maybe(0.95) else None
            before = last.get(series.id) if series else None
            number = (before.number or 0) + 1 if before else 1
            made = Meeting(
                id=self._id(),
                name=self._one("meetings").format(n=number),
                series=series.id if series else None,
                number=number if series else None,
                status=self._status(day),
                date=self._edtf(day),
                city=self._one("cities") or None,
                country=self._random.choice(states).id if self._maybe(0.85) else None,
                host=self._random.choice(self._parties).id if self._maybe(0.5) else None,
                mode=self._random.choice(tuple(MeetingMode)),
                theme=self._one("tasks") if self._maybe(0.3) else None,
                summary=" ".join(self._random.choices(_NAMES["tasks"], k=6)) if self._maybe(0.2) else None,
                previous=before.id if before else None,
            )
            if series:
                last[series.id] = made
            yield made

    def _new_bodies(self) -> Iterator[Body]:
        for number in range(60):
            yield Body(
                id=self._id(),
                name=f"{self._one('bodies')} {number + 1}: {self._one('documents')}",
                kind=self._random.choice(tuple(BodyKind)),
                mandate=self._one("tasks"),
                set_up_at=self._random.choice(self._meetings).id,
                initiated_by=self._random.choice(self._parties).id,
            )

    def _new_documents(self) -> Iterator[Document]:
        for number in range(max(self._count // 3, 5)):
            title = f"{self._one('documents')} ({number + 1})"
            yield Document(id=self._id(), title=title, kind=self._random.choice(tuple(DocumentKind)))

    def _of_document(self, document: Document) -> Iterator[Record]:
        meeting = self._random.choice(self._meetings)
        for stage in self._random.sample(tuple(Stage), self._random.randint(0, 3)):
            date_of = self._edtf(self._day())
            yield DocumentStage(
                id=self._id(), document=document.id, stage=stage, date=date_of, meeting=meeting.id
            )
        yield MeetingDocument(id=self._id(), meeting=meeting.id, document=document.id)
        for party in self._random.sample(self._parties, self._random.randint(0, 5)):
            yield DocumentParty(id=self._id(), document=document.id, party=party.id)

    def _delegations(self, meeting: Meeting) -> Iterator[Record]:
        # Some parties nearly always come: the largest country is in most of the meetings.
        weights = [30] * 6 + [4] * (len(self._parties) - 6)
        invited = dict.fromkeys(self._random.choices(range(len(self._parties)), weights, k=14))
        chaired = False  # a meeting has one chair at most
        for place in invited if self._maybe(0.9) else ():
            held = meeting.status is MeetingStatus.HELD
            presence = self._random.choices(tuple(Presence), (3, 0, 0, 12, 1) if held else (2, 4, 4, 0, 0))[0]
            part = self._random.choices(tuple(Part), (12, 3, 2, 1, 1))[0]
            seat = Delegation(
                id=self._id(), meeting=meeting.id, party=self._parties[place].id, status=presence, part=part
            )
            yield seat
            for number in range(self._random.choice((0, 1, 1, 1, 2))):
                title, level = self._random.choice(_NAMES["titles"])
                role = (
                    Role.MEMBER if number else Role.CHAIR if not chaired and self._maybe(0.3) else Role.HEAD
                )
                chaired = chaired or role is Role.CHAIR
                person = self._random.choice(self._people).id if self._maybe(0.85) else None
                yield Delegate(
                    id=self._id(),
                    delegation=seat.id,
                    person=person,
                    title=title or None,
                    level=level or None,
                    role=role,
                )

    def _around(self, meeting: Meeting) -> Iterator[Record]:
        for position in range(self._random.choice((0, 0, 2, 5))):
            title = self._one("tasks")
            yield ProgrammeItem(id=self._id(), meeting=meeting.id, title=title, position=position + 1)
        if self._maybe(0.4):
            source = self._random.choice(self._sources)
            for chosen, value in ((True, meeting.date), (False, "2020")):
                yield Statement(
                    id=self._id(),
                    quote=source.title,
                    source=source.id,
                    subject_table="meeting",
                    subject=meeting.id,
                    field="date",
                    value=value,
                    chosen=chosen,
                )

    def _tasks(self) -> Iterator[Record]:
        for number in range(self._count * 2):
            made_at = self._random.choice(self._meetings)
            owner = self._random.randrange(4)
            is_before = self._maybe(0.2)
            task = Task(
                id=self._id(),
                title=f"{self._one('tasks')} ({number + 1})",
                kind=self._random.choice(tuple(TaskKind)),
                status=self._random.choice(tuple(TaskStatus)),
                made_at=made_at.id,
                owner_party=self._random.choice(self._parties).id if owner == 0 else None,
                owner_body=self._random.choice(self._bodies).id if owner == 1 else None,
                owner_note="all member states; государства-участники; الدول الأعضاء" if owner == 2 else None,
                due_meeting=self._random.choice(self._meetings).id if is_before else None,
                due=self._edtf(self._day()) if not is_before else None,
            )
            yield task
            if self._maybe(0.3):
                note = self._one("tasks")
                yield Progress(
                    id=self._id(), task=task.id, date=self._day().isoformat(), status=task.status, note=note
                )


def make(path: Path, meetings: int = MEETINGS, seed: int = SEED) -> None:
    """Makes the dossier in a file that does not exist yet."""
    workspace = Workspace.create(path, Identity("benchmark", "benchmark"))
    invented = Dossier(meetings, seed)
    workspace.run(Edit("Fill", lambda writer: writer.add_all(invented.records())))
    workspace.close()


def main() -> None:
    """Makes one where the first argument says, or nowhere; prints how large it is and how long it took."""
    meetings = int(sys.argv[2]) if len(sys.argv) > 2 else MEETINGS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "Long names.ministrack"
        begun = time.perf_counter()
        make(path, meetings)
        taken = time.perf_counter() - begun
        print(f"{meetings:,} meetings, {path.stat().st_size / 2**20:.0f} MB, made in {taken:.1f} s")


if __name__ == "__main__":
    main()
