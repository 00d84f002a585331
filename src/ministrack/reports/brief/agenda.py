"""A draft agenda from what is open: only items that the dossier supports."""

from collections.abc import Iterator

from ministrack.domain.document import Stage
from ministrack.domain.language import ordinal
from ministrack.domain.lists import Row
from ministrack.reports.brief.gathering import Brief
from ministrack.reports.brief.owed import by_owner
from ministrack.reports.document import Block, Bullets, Heading, Line, plain
from ministrack.reports.documents import IN_WORK
from ministrack.reports.rows import text
from ministrack.reports.tasks import is_own_work

_OF_ONE_OWNER = 3  # tasks that one item names; more are counted


def agenda(brief: Brief) -> list[Block]:
    """The section."""
    words = brief.words
    items = [
        plain(words("agenda.opening")),
        plain(words("agenda.adoption")),
        *_documents(brief),
        *_bodies(brief),
        *_tasks(brief),
        plain(_next(brief)),
        plain(words("agenda.closing")),
    ]
    return [Heading(words("agenda.heading")), Bullets(items, numbered=True)]


def _documents(brief: Brief) -> Iterator[Line]:
    """Texts in work, and those whose implementation somebody still owes."""
    owed = {text(task["from_document"]) for task in _agreed(brief)}
    for document in brief.documents:
        if document.stage in IN_WORK:
            yield plain(brief.words("agenda.in_work", document=document.title))
        elif document.id in owed and document.stage != Stage.SUPERSEDED.value:
            yield plain(brief.words("agenda.implementation", document=document.title))


def _bodies(brief: Brief) -> Iterator[Line]:
    for body in brief.bodies:
        tasks = [task for task in _agreed(brief) if task["owner_body"] == body["id"]]
        said = _titles(brief, tasks) or text(body["mandate"])
        if said:
            yield plain(brief.words("agenda.report", owner=text(body["name"]), tasks=said))
        else:
            yield plain(brief.words("agenda.report_alone", owner=text(body["name"])))


def _tasks(brief: Brief) -> Iterator[Line]:
    """What is left: one item for each owner, and one for what several owe alike."""
    on_agenda = {document.id for document in brief.documents if document.stage != Stage.SUPERSEDED.value}
    left = [task for task in _agreed(brief) if not _is_told(brief, task, on_agenda)]
    alike: dict[str, list[str]] = {}
    for owner, tasks in by_owner(left).items():
        alike.setdefault(_titles(brief, tasks), []).append(owner)
    for said, owners in alike.items():
        if named := ", ".join(filter(None, owners)):
            yield plain(brief.words("agenda.owed", owner=named, tasks=said))
        else:
            yield plain(brief.words("agenda.owed_by_nobody", tasks=said))


def _agreed(brief: Brief) -> list[Row]:
    """A draft agenda goes to others: work of one's own stays out of it."""
    return [task for task in brief.tasks if not is_own_work(task)]


def _is_told(brief: Brief, task: Row, documents: set[str]) -> bool:
    """Whether another item has it, or the meeting itself does it: what its host owes before it."""
    hosts = {brief.meeting["host"], brief.meeting["country"]} - {None}
    by_the_host = task["owner_party"] in hosts and task["due_meeting"] == brief.meeting["id"]
    return bool(task["owner_body"]) or text(task["from_document"]) in documents or by_the_host


def _titles(brief: Brief, tasks: list[Row]) -> str:
    said = "; ".join(text(task["title"]) for task in tasks[:_OF_ONE_OWNER])
    hidden = len(tasks) - _OF_ONE_OWNER
    return f"{said}; {brief.words.count('and_more', hidden)}" if hidden > 0 else said


def _next(brief: Brief) -> str:
    number = brief.meeting["number"]
    if isinstance(number, int):
        return brief.words("agenda.next_numbered", ordinal=ordinal(number + 1))
    return brief.words("agenda.next")
