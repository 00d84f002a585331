"""Which linked lists each kind of record has: the tabs of the inspector, and what stands below its form."""

from collections.abc import Callable, Mapping

from ministrack.domain.filters import Compare, Comparison, Filter, OneOf, Via, every
from ministrack.domain.language import N_
from ministrack.domain.meeting import MeetingStatus, Treatment
from ministrack.domain.task import UNFINISHED_VALUES
from ministrack.domain.values import replace
from ministrack.ui.inspector import rows_people, rows_work
from ministrack.ui.inspector.linked_list import LinkedList, LinkTab
from ministrack.ui.inspector.subject import Subject

_PAST = (MeetingStatus.HELD.value, MeetingStatus.CANCELLED.value)


def _is_to_come(subject: Subject) -> bool:
    return subject.fact("status") not in _PAST and subject.fact("series") is not None


def _left_by_earlier(subject: Subject) -> Filter:
    """Unfinished tasks of earlier meetings of the series."""
    number = subject.fact("number")
    earlier = [Compare("series", subject.fact("series"))]
    earlier.append(
        Compare("number", number, Comparison.BELOW)
        if number is not None
        else Compare("status", MeetingStatus.HELD.value)
    )
    unfinished = OneOf("status", UNFINISHED_VALUES)
    return every((unfinished, Via("made_at", "meeting", every(earlier))))


def _tasks_of_its_party(subject: Subject) -> Filter:
    return Compare("owner_party", subject.fact("party"))


_TASKS = LinkedList(
    title=N_("Tasks"), table="task", columns=rows_work.TASK, row=rows_work.task, sort="due", scoped="task",
    empty=N_("No tasks are recorded."), add=N_("Add task"),
)  # fmt: skip
_MEETINGS = LinkedList(
    title=N_("Meetings"), table="meeting_document", columns=rows_work.TREATING,
    row=rows_work.treating_meeting, points="document", scoped="meeting:meeting",
    empty=N_("No meeting is known to have dealt with it."), add=N_("Link meeting"),
)  # fmt: skip
_SEATS = LinkedList(
    title=N_("Meetings"), table="delegate", columns=rows_people.SEAT, row=rows_people.seat, points="person",
    scoped="delegation:delegation", empty=N_("No meeting is recorded for this person."),
    add=N_("Add to a delegation"),
)  # fmt: skip
_FOLLOW_UP = replace(
    _TASKS, title=N_("Follow-up"), points="made_at", empty=N_("No tasks were made at this meeting.")
)
_TREATED = LinkedList(
    title=N_("Documents"), table="meeting_document", columns=rows_work.TREATED,
    row=rows_work.treated_document, points="meeting", scoped="document:document",
    empty=N_("No documents are linked to this meeting."),
    add=N_("Link document"),
)  # fmt: skip
_MEMBERSHIPS = LinkedList(
    title=N_("Memberships"), table="membership", columns=rows_people.MEMBERSHIP,
    row=rows_people.membership_of_party, points="party", empty=N_("No memberships are recorded."),
    add=N_("Add membership"),
)  # fmt: skip


def _one(name: str, linked: LinkedList) -> LinkTab:
    return LinkTab(name, linked.title, (linked,))


_MEETING = (
    _one("delegations", LinkedList(
        title=N_("Delegations"), table="delegation", columns=rows_people.DELEGATION,
        row=rows_people.delegation_by_party, points="meeting", sort="protocol_order", scoped="delegation",
        empty=N_("No delegations are recorded for this meeting."), add=N_("Add delegation"),
        several=(N_("Add a list"), "add_delegations"),
    )),
    _one("programme", LinkedList(
        title=N_("Programme"), table="programme_item", columns=rows_people.PROGRAMME,
        row=rows_people.programme_item, points="meeting", sort="position",
        empty=N_("The programme of this meeting is not recorded."), add=N_("Add programme item"),
    )),
    LinkTab("outcomes", N_("Outcomes"), (_FOLLOW_UP, _TREATED, LinkedList(
        title=N_("Stages reached here"), table="document_stage", columns=rows_work.STAGE,
        row=rows_work.stage_at_meeting, points="meeting", sort="date", add=N_("Add stage"),
        empty=N_("No document is known to have reached a stage here."),
    ))),
    _one("carried", replace(
        _TASKS, title=N_("Carried over"), wanted=_left_by_earlier, applies=_is_to_come, add=None,
        empty=N_("Earlier meetings left nothing unfinished."),
    )),
)  # fmt: skip
_DELEGATION = (
    _one("members", LinkedList(
        title=N_("Members"), table="delegate", columns=rows_people.DELEGATE, row=rows_people.delegate,
        points="delegation", empty=N_("Nobody is named for this delegation yet."), add=N_("Add member"),
    )),
    _one("tasks", replace(_TASKS, wanted=_tasks_of_its_party, add=None)),
)  # fmt: skip
_PARTY = (
    _one("delegations", LinkedList(
        title=N_("Delegations"), table="delegation", columns=rows_people.DELEGATION,
        row=rows_people.delegation_by_meeting, points="party", sort="meeting_date", descending=True,
        scoped="delegation", empty=N_("It is not known to have taken part in a meeting."),
        add=N_("Add delegation"),
    )),
    _one("tasks", replace(_TASKS, points="owner_party")),
    _one("documents", LinkedList(
        title=N_("Documents"), table="document_party", columns=rows_work.BOUND,
        row=rows_work.document_of_party, points="party", sort="document_title",
        scoped="document:document", empty=N_("It is not known to be party to a document."),
        add=N_("Link document"),
    )),
    LinkTab("memberships", N_("Memberships"), (
        _MEMBERSHIPS,
        LinkedList(
            title=N_("Bodies"), table="body_member", columns=rows_people.BODY_MEMBER,
            row=rows_people.body_of_party, points="party", sort="body_name", scoped="body:body",
            empty=N_("It is not known to sit in a body."), add=N_("Add to a body"),
        ),
        replace(
            _MEMBERSHIPS, title=N_("Members"), points="organisation", sort="party_name",
            row=rows_people.membership_by_party, add=N_("Add member"), empty=N_("No members are recorded."),
            applies=lambda subject: subject.fact("kind") != "state",
        ),
    )),
)  # fmt: skip
_TASK = (
    _one("progress", LinkedList(
        title=N_("Ledger"), table="progress", columns=rows_work.PROGRESS, row=rows_work.progress,
        points="task", sort="date", empty=N_("Nothing is reported about this task yet."),
        add=N_("Add an entry"),
    )),
    LinkTab("links", N_("Depends on"), (
        LinkedList(
            title=N_("Waits for"), table="dependency", columns=rows_work.WAITING, row=rows_work.waited_for,
            points="task", scoped="depends_on:task", empty=N_("This task waits for no other one."),
            add=N_("Add task to wait for"),
        ),
        LinkedList(
            title=N_("Awaited by"), table="dependency", columns=rows_work.WAITING, row=rows_work.waiting,
            points="depends_on", scoped="task:task", empty=N_("No other task waits for this one."),
            add=N_("Add task that waits"),
        ),
    )),
)  # fmt: skip
_DOCUMENT = (
    _one("stages", LinkedList(
        title=N_("Stages"), table="document_stage", columns=rows_work.STAGE, row=rows_work.stage_of_document,
        points="document", sort="date", empty=N_("No stage of this document is recorded."),
        add=N_("Add stage"),
    )),
    _one("meetings", _MEETINGS),
    _one("tasks", replace(_TASKS, points="from_document")),
    _one("parties", LinkedList(
        title=N_("Parties"), table="document_party", columns=rows_work.BOUND,
        row=rows_work.party_of_document, points="document", sort="party_name",
        empty=N_("No parties to this document are recorded."), add=N_("Add party"),
    )),
)  # fmt: skip
_BODY = (
    _one("tasks", replace(_TASKS, points="owner_body")),
    _one("members", LinkedList(
        title=N_("Members"), table="body_member", columns=rows_people.BODY_MEMBER,
        row=rows_people.member_of_body, points="body", sort="party_name",
        empty=N_("No members of this body are recorded."), add=N_("Add member"),
    )),
)  # fmt: skip
_SERIES = (
    _one("meetings", LinkedList(
        title=N_("Meetings"), table="meeting", columns=rows_people.MEETING, row=rows_people.meeting,
        points="series", sort="number", scoped="meeting", empty=N_("No meeting of this series is recorded."),
        add=N_("Add meeting"),
    )),
    _one("members", replace(
        _MEMBERSHIPS, title=N_("Members"), points="series", sort="party_name",
        row=rows_people.membership_by_party, add=N_("Add member"), empty=N_("No members are recorded."),
    )),
)  # fmt: skip
_SOURCE = (
    _one("statements", LinkedList(
        title=N_("Statements"), table="statement", columns=rows_work.STATEMENT, row=rows_work.statement,
        points="source", sort="start", empty=N_("Nothing in the dossier is taken from this source yet."),
        add=N_("Take a sentence from the text…"),
    )),
)  # fmt: skip

TABS: Mapping[str, tuple[LinkTab, ...]] = {
    "meeting": _MEETING,
    "delegation": _DELEGATION,
    "person": (_one("meetings", _SEATS), _one("tasks", replace(_TASKS, points="owner_person"))),
    "party": _PARTY,
    "task": _TASK,
    "document": _DOCUMENT,
    "body": _BODY,
    "series": _SERIES,
    "source": _SOURCE,
}
"""The link tabs of each kind of record, by table, in the order in which they stand."""


def _treated_so(*treatments: Treatment) -> Callable[[Subject], Filter]:
    def wanted(subject: Subject) -> Filter:
        return every((Compare("meeting", subject.ref.id), OneOf("treatment", treatments)))

    return wanted


_IN_SHORT = replace(_TREATED, row=rows_work.document_in_short)

BELOW_FORM: Mapping[str, tuple[LinkedList, ...]] = {
    "meeting": (
        replace(_FOLLOW_UP, row=rows_work.task_in_short),
        replace(
            _IN_SHORT,
            title=N_("Reviewed"),
            wanted=_treated_so(Treatment.REVIEWED, Treatment.DISCUSSED),
            empty=N_("No documents are linked to this meeting as reviewed or discussed."),
        ),
        replace(
            _IN_SHORT,
            title=N_("Adopted or signed"),
            wanted=_treated_so(Treatment.ADOPTED, Treatment.SIGNED),
            empty="",
            add=None,
        ),
    ),
}
"""Short lists that stand below the form, by table; one without words for its being empty is then left out."""


def tabs_of(subject: Subject) -> tuple[LinkTab, ...]:
    """The link tabs that this record has."""
    return tuple(tab for tab in TABS.get(subject.ref.table, ()) if tab.applies(subject))
