"""Records of every kind with names from the texts, and what tests do to a dossier from outside."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from ministrack.domain.body import Body, BodyMember
from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.delegation import Delegate, Delegation, Presence, Role
from ministrack.domain.document import Document, DocumentParty, DocumentRole, DocumentStage, Stage
from ministrack.domain.filing import Attachment, Identifier, Inquiry, SavedFilter, Tag, Tagging
from ministrack.domain.levels import Level
from ministrack.domain.meeting import Meeting, MeetingDocument, MeetingStatus, ProgrammeItem
from ministrack.domain.party import Membership, Party, PartyKind
from ministrack.domain.person import Person, Spelling
from ministrack.domain.record import Record, Ref
from ministrack.domain.series import Series
from ministrack.domain.source import Source, Statement
from ministrack.domain.task import Dependency, Progress, Task
from ministrack.edits.changes import Edit
from ministrack.edits.workspace import Identity, Workspace

AYGUN = Identity("Aygün Əliyeva", "desk-aygun")
BAKYT = Identity("Бакыт Асанов", "desk-bakyt")

ENVOY = Level(id="envoy", name="Special envoy", position=15)
TURKIYE = Party(name="Türkiye", code="TR", other_names="Turkey")
KYRGYZSTAN = Party(name="Kyrgyzstan", code="KG")
OTS = Party(name="Organization of Turkic States", short_name="OTS", kind=PartyKind.ORGANISATION)
JUSTICE = Series(name="Ministers of justice of the OTS", short_name="OTS justice", organisation=OTS.id)
BELONGS = Membership(party=TURKIYE.id, organisation=OTS.id, since="2009-10-03")
OMURALIEV = Person(name="Kubanychbek Omuraliev", native_name="Кубанычбек Омуралиев")
TUNC = Person(name="Yılmaz Tunç", given="Yılmaz", family="Tunç")
ASTANA = Meeting(name="1st meeting", series=JUSTICE.id, number=1, date="2024", city="Astana")
BAKU = Meeting(
    name="2nd meeting",
    series=JUSTICE.id,
    number=2,
    date="2025-11-20",
    city="Bakı",
    status=MeetingStatus.HELD,
    previous=ASTANA.id,
)
THIRD = Meeting(name="3rd meeting", series=JUSTICE.id, number=3, date="2026", country=TURKIYE.id)
SEAT = Delegation(meeting=BAKU.id, party=TURKIYE.id, status=Presence.ATTENDED)
OFFICE = Delegation(meeting=BAKU.id, party=OTS.id)
HEAD = Delegate(delegation=SEAT.id, person=TUNC.id, title="Minister of Justice", level="minister")
CHAIR = Delegate(delegation=OFFICE.id, person=OMURALIEV.id, role=Role.CHAIR)
VISIT = ProgrammeItem(title="Visit to the Alley of Martyrs", meeting=BAKU.id, position=1)
DECLARATION = Document(title="Astana Declaration")
SIGNED = DocumentStage(document=DECLARATION.id, stage=Stage.SIGNED, date="2024-09-09", meeting=ASTANA.id)
SIGNATORY = DocumentParty(document=DECLARATION.id, party=TURKIYE.id, role=DocumentRole.SIGNATORY)
REVIEWED = MeetingDocument(meeting=BAKU.id, document=DECLARATION.id)
EXPERTS = Body(name="Expert Group", set_up_at=BAKU.id, initiated_by=TURKIYE.id)
EXPERT = BodyMember(body=EXPERTS.id, party=KYRGYZSTAN.id)
HOST = Task(title="Hold the third meeting", owner_party=TURKIYE.id, due_meeting=THIRD.id, made_at=BAKU.id)
DRAFT = Task(title="Finish the draft agreement", owner_body=EXPERTS.id, due="2026-05?")
STEP = Progress(task=HOST.id, date="2026-01", note="Dates proposed")
WAITS = Dependency(task=HOST.id, depends_on=DRAFT.id)
REPORT = Source(title="Baku hosts ministers", publisher="News.Az", text="Yilmaz Tunc took part.")
SPELLING = Spelling(name="Yilmaz Tunc", person=TUNC.id, source=REPORT.id)
SAID = Statement(
    quote="Yilmaz Tunc", source=REPORT.id, subject_table="person", subject=TUNC.id, field="name", chosen=True
)
SCAN = Attachment(
    name="declaration.pdf",
    subject_table="document",
    subject=DECLARATION.id,
    sha256=sha256(b"").hexdigest(),
    size=0,
)
URGENT = Tag(name="urgent")
TAGGED = Tagging(tag=URGENT.id, subject_table="task", subject=HOST.id)
KEPT = SavedFilter(name="Kyrgyzstan", terms="{}")
UID = Identifier(value="20251120T1000@example.org", scheme="ics", subject_table="meeting", subject=BAKU.id)
INQUIRY = Inquiry(missing="meeting.city", subject_table="meeting", subject=BAKU.id, again="2026-03")

EVERY_KIND: tuple[Record, ...] = (
    ENVOY, TURKIYE, KYRGYZSTAN, OTS, JUSTICE, BELONGS, OMURALIEV, TUNC, ASTANA, BAKU, THIRD, SEAT, OFFICE,
    HEAD, CHAIR, VISIT, DECLARATION, SIGNED, SIGNATORY, REVIEWED, EXPERTS, EXPERT, HOST, DRAFT, STEP, WAITS,
    REPORT, SPELLING, SAID, SCAN, URGENT, TAGGED, KEPT, UID, INQUIRY,
)  # fmt: skip
"""Linked records, at least one of every kind, each after those it points at."""


def name_of(value: object) -> str:
    """How a parameter is called in the name of a test: the same in every run, unlike ids of records."""
    if isinstance(value, Record):
        return value.TABLE
    if isinstance(value, dict):
        return ",".join(map(str, value))
    return str(value)


def ref_of(record: Record) -> Ref:
    """Where a record is found."""
    return Ref(record.TABLE, record.id)


def filled(path: Path, records: Iterable[Record] = EVERY_KIND, identity: Identity = AYGUN) -> Workspace:
    """A new dossier at `path` with the records, stored as one edit."""
    workspace = Workspace.create(path, identity)
    if SCAN in (records := tuple(records)):
        outside(path, f"INSERT INTO attachment_content (sha256, content) VALUES ('{SCAN.sha256}', x'')")
    workspace.run(Edit("Fill", lambda writer: writer.add_all(records)))
    return workspace


def outside(path: Path, *statements: str) -> None:
    """What another program does: plain SQL over a connection of its own, committed."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def in_another_process(code: str, *arguments: str) -> str:
    """Runs Python code in a process of its own; what it prints."""
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all record tables, as another program reads them."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
            for table in RECORD_TYPES
        }
