"""Lines of lists about what is to be done and written: tasks, their ledgers, documents, statements."""

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.document import DocumentRole, Stage
from ministrack.domain.fields import specs
from ministrack.domain.language import tr
from ministrack.domain.lists import Row
from ministrack.domain.meeting import Treatment
from ministrack.domain.record import Ref
from ministrack.domain.task import TaskStatus
from ministrack.domain.values import replace
from ministrack.edits.asking import Reader
from ministrack.edits.wording import value_in_words
from ministrack.ui import tones
from ministrack.ui.inspector.entries import Entry, Mark
from ministrack.ui.naming import (
    day,
    dotted,
    meeting_columns,
    meeting_in_place,
    meeting_with_date,
    text,
)

_MARKS = {
    TaskStatus.OPEN.value: Mark.EMPTY,
    TaskStatus.IN_PROGRESS.value: Mark.HALF,
    TaskStatus.PARTLY.value: Mark.HALF,
}

TASK = ("title", "status", "due", "due_last", "owner", "party_code", *meeting_columns("before"))


def task(row: Row, own: Ref, _: Reader) -> Entry:
    """A task with its owner and when it is due."""
    pill, tone = tones.of_task(row)
    before = meeting_in_place(row, "before")
    due = tr("before the {meeting}", meeting=before) if before else day(row["due"])
    said = dotted((text(row["owner"]), due))
    return Entry(text(row["title"]), said, pill, tone, mark_of_task(row), opens=own, own=own)


def task_in_short(row: Row, own: Ref, _: Reader) -> Entry:
    """A task by its title alone."""
    pill, tone = tones.of_task(row)
    return Entry(text(row["title"]), "", pill, tone, mark_of_task(row), opens=own, own=own)


WAITING = ("task", "depends_on")


def waited_for(row: Row, own: Ref, read: Reader) -> Entry:
    """A task for which another one waits."""
    return _linked_task(read, Ref("task", text(row["depends_on"])), own)


def waiting(row: Row, own: Ref, read: Reader) -> Entry:
    """A task that waits for another one."""
    return _linked_task(read, Ref("task", text(row["task"])), own)


def _linked_task(read: Reader, ref: Ref, own: Ref) -> Entry:
    found = read.row(ref, TASK)
    return replace(task(found, ref, read), own=own) if found else Entry("", own=own)


TREATED = ("document", "document_title", "treatment")


def treated_document(row: Row, own: Ref, read: Reader) -> Entry:
    """A document that a meeting dealt with, and how far the document is."""
    pill, tone = tones.of_choice(Treatment, row["treatment"])
    opens = Ref("document", text(row["document"]))
    reached = read.row(opens, ("stage", "stage_date")) or {"stage": None, "stage_date": None}
    return Entry(
        text(row["document_title"]), _reached(reached), pill, tone, Mark.DIAMOND, opens=opens,
        own=own,
    )  # fmt: skip


def document_in_short(row: Row, own: Ref, read: Reader) -> Entry:
    """A document that a meeting dealt with, by its title and how far it is."""
    return replace(treated_document(row, own, read), pill="")


def _reached(row: Row) -> str:
    stage = tones.of_choice(Stage, row["stage"])[0].lower()
    date = day(row["stage_date"])
    return tr("{stage} {date}", stage=stage, date=date) if stage and date else stage


TREATING = ("meeting", "treatment", *meeting_columns("meeting"))


def treating_meeting(row: Row, own: Ref, _: Reader) -> Entry:
    """A meeting that dealt with a document."""
    pill, tone = tones.of_choice(Treatment, row["treatment"])
    opens = Ref("meeting", text(row["meeting"]))
    return Entry(
        meeting_with_date(row, "meeting"), text(row["meeting_name"]), pill, tone, opens=opens, own=own
    )


STAGE = ("stage", "date", "place", "document_title", "meeting", *meeting_columns("meeting"))


def stage_of_document(row: Row, own: Ref, _: Reader) -> Entry:
    """A stage among those of one document."""
    said = dotted((meeting_in_place(row, "meeting"), text(row["place"])))
    pill, tone = tones.of_choice(Stage, row["stage"])
    first = day(row["date"]) or tr("No date is given")
    return Entry(first, said, pill, tone, Mark.DIAMOND, opens=own, own=own)


def stage_at_meeting(row: Row, own: Ref, _: Reader) -> Entry:
    """A stage that a document reached at one meeting."""
    pill, tone = tones.of_choice(Stage, row["stage"])
    said = dotted((day(row["date"]), text(row["place"])))
    return Entry(text(row["document_title"]), said, pill, tone, Mark.DIAMOND, opens=own, own=own)


BOUND = ("document", "document_title", "party", "party_name", "party_code", "role")


def party_of_document(row: Row, own: Ref, _: Reader) -> Entry:
    """A party among those to one document."""
    pill, tone = tones.of_choice(DocumentRole, row["role"])
    opens, flag = Ref("party", text(row["party"])), text(row["party_code"])
    return Entry(text(row["party_name"]), "", pill, tone, flag=flag, opens=opens, own=own)


def document_of_party(row: Row, own: Ref, _: Reader) -> Entry:
    """A document among those of one party."""
    pill, tone = tones.of_choice(DocumentRole, row["role"])
    opens = Ref("document", text(row["document"]))
    return Entry(text(row["document_title"]), "", pill, tone, Mark.DIAMOND, opens=opens, own=own)


PROGRESS = ("date", "status", "note", "meeting", "source", "quote", *meeting_columns("meeting"))


def progress(row: Row, own: Ref, read: Reader) -> Entry:
    """A dated entry of a task's ledger."""
    pill, tone = tones.of_choice(TaskStatus, row["status"])
    first = dotted((day(row["date"]), meeting_in_place(row, "meeting"))) or tr("No date is given")
    source = read.row(Ref("source", text(row["source"])), ("publisher", "title")) if row["source"] else None
    publisher = text(source["publisher"] or source["title"]) if source else ""
    quote = tr("“{quote}”", quote=text(row["quote"])) if row["quote"] else ""
    said = "\n".join(part for part in (text(row["note"]), dotted((quote, publisher))) if part)
    return Entry(first, said, pill, tone, opens=own, own=own)


STATEMENT = ("subject_table", "subject", "field", "value", "quote", "chosen")


def statement(row: Row, own: Ref, read: Reader) -> Entry:
    """What a source says: the field and its value, and the record it speaks of."""
    about = Ref(text(row["subject_table"]), text(row["subject"]))
    kind = RECORD_TYPES.get(about.table)
    spec = specs(kind).get(text(row["field"])) if kind else None
    field = tr(spec.label) if spec else text(row["field"])
    value = value_in_words(read, spec, row["value"]) if spec and not spec.refers else text(row["value"])
    first = tr("{field}: {value}", field=field, value=value) if value else field
    label = read.label(about) if kind else ""
    said = "\n".join(part for part in (label, tr("“{quote}”", quote=text(row["quote"]))) if part)
    return Entry(first, said, opens=about if kind else None, own=own)


def mark_of_task(row: Row) -> Mark:
    """How far a task is, as a drawing."""
    return _MARKS.get(str(row["status"]), Mark.FULL)
