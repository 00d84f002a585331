"""Rules that hold between records: a number once in a series, one chair, a party once at a meeting."""

from collections.abc import Callable, Collection, Mapping
from typing import cast

from ministrack.domain.delegation import Delegate, Delegation, Role
from ministrack.domain.errors import InvalidValue
from ministrack.domain.filters import Compare, Filter, Not, Via, every
from ministrack.domain.language import tr
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.record import Record, Ref
from ministrack.domain.task import Dependency, Task
from ministrack.store.reader import Reader

_CHAIR = Compare("role", Role.CHAIR.value)


def check_rules(read: Reader, record: Record, moved: Collection[str] | None = None) -> None:
    """Raises InvalidValue, naming the field, where the record as it would be stored breaks a rule.

    With `moved`, only rules about these fields: what another program stored elsewhere in the record is no
    reason to refuse an edit that leaves it alone.
    """
    for fields, rule in _RULES.get(record.TABLE, ()):
        if moved is None or not fields.isdisjoint(moved):
            rule(read, record)


def has_rules(table: str) -> bool:
    """Whether any rule is about records of this table."""
    return table in _RULES


def _others(record: Record, *parts: Filter) -> Filter:
    return every((Not(Compare("id", record.id)), *parts))


def _number_once(read: Reader, record: Record) -> None:
    meeting = cast(Meeting, record)
    if meeting.series is None or meeting.number is None:
        return
    same = _others(meeting, Compare("series", meeting.series), Compare("number", meeting.number))
    for other in read.find(Meeting, same):
        raise InvalidValue(
            tr("Number {number} of this series is already “{name}”.", number=meeting.number, name=other.name),
            field="number",
            safe=tr("Nothing was stored."),
            todo=tr("Choose another number, or open that meeting."),
        )


def _not_before_itself(read: Reader, record: Record) -> None:
    meeting = cast(Meeting, record)
    seen = {meeting.id}
    previous = meeting.previous
    while previous is not None:
        if previous in seen:
            raise InvalidValue(
                tr("A meeting cannot come after itself."),
                field="previous",
                todo=tr("Choose an earlier meeting."),
            )
        seen.add(previous)
        found = read.get(Meeting, previous)
        previous = found.previous if found else None


def _party_once(read: Reader, record: Record) -> None:
    delegation = cast(Delegation, record)
    same = _others(delegation, Compare("meeting", delegation.meeting), Compare("party", delegation.party))
    if read.count("delegation", same):
        name = read.label(Ref("party", delegation.party))
        raise InvalidValue(
            tr("{party} already has a delegation at this meeting.", party=name),
            field="party",
            safe=tr("Nothing was stored."),
            todo=tr("Open that delegation and add people to it."),
        )


def _one_chair(read: Reader, record: Record) -> None:
    delegate = cast(Delegate, record)
    if delegate.role is not Role.CHAIR:
        return
    delegation = read.get(Delegation, delegate.delegation)
    if delegation is not None:
        _refuse_second_chair(read, delegation.meeting, "role", Not(Compare("id", delegate.id)))


def _one_chair_there(read: Reader, record: Record) -> None:
    """A delegation takes its chair along to another meeting."""
    delegation = cast(Delegation, record)
    own = Compare("delegation", delegation.id)
    if read.count("delegate", every((own, _CHAIR))):
        _refuse_second_chair(read, delegation.meeting, "meeting", Not(own))


def _refuse_second_chair(read: Reader, meeting: str, field: str, besides: Filter) -> None:
    at_meeting = Via("delegation", "delegation", Compare("meeting", meeting))
    for other in read.find(Delegate, every((besides, _CHAIR, at_meeting))):
        name = read.label(Ref("delegate", other.id))
        raise InvalidValue(
            tr("This meeting already has a chair: {name}.", name=name)
            if name
            else tr("This meeting already has a chair."),
            field=field,
            safe=tr("Nothing was stored."),
            todo=tr("Choose “Co-chair”, or change the role of the present chair first."),
        )


def _code_once(read: Reader, record: Record) -> None:
    party = cast(Party, record)
    if party.code is None:
        return
    for other in read.find(Party, _others(party, Compare("code", party.code))):
        raise InvalidValue(
            tr("The code {code} already belongs to {name}.", code=party.code, name=other.name),
            field="code",
            safe=tr("Nothing was stored."),
        )


def _one_owner(_: Reader, record: Record) -> None:
    task = cast(Task, record)
    owners = [
        name for name in ("owner_party", "owner_body", "owner_person") if getattr(task, name) is not None
    ]
    if len(owners) > 1:
        raise InvalidValue(
            tr("A task has one owner: a country or organisation, a body, or a person."),
            field=owners[-1],
            todo=tr("Clear the other owner first."),
        )


def _one_deadline(_: Reader, record: Record) -> None:
    task = cast(Task, record)
    if task.due is not None and task.due_meeting is not None:
        raise InvalidValue(
            tr("A task is due either on a date or before a meeting."),
            field="due",
            todo=tr("Clear one of the two."),
        )


def _no_circle(read: Reader, record: Record) -> None:
    link = cast(Dependency, record)
    if read.find(
        Dependency, _others(link, Compare("task", link.task), Compare("depends_on", link.depends_on))
    ):
        raise InvalidValue(
            tr("It waits for this task already."), field="depends_on", safe=tr("Nothing was stored.")
        )
    ahead, seen = [link.depends_on], set[str]()
    while ahead:
        at = ahead.pop()
        if at == link.task:
            raise InvalidValue(
                tr("A task cannot wait for itself, nor for one that waits for it."),
                field="depends_on",
                safe=tr("Nothing was stored."),
                todo=tr("Choose another task."),
            )
        if at not in seen:
            seen.add(at)
            ahead += [each.depends_on for each in read.find(Dependency, Compare("task", at))]


_RULES: Mapping[str, tuple[tuple[frozenset[str], Callable[[Reader, Record], None]], ...]] = {
    "meeting": (
        (frozenset(("series", "number")), _number_once),
        (frozenset(("previous",)), _not_before_itself),
    ),
    "delegation": (
        (frozenset(("meeting", "party")), _party_once),
        (frozenset(("meeting",)), _one_chair_there),
    ),
    "delegate": ((frozenset(("delegation", "role")), _one_chair),),
    "party": ((frozenset(("code",)), _code_once),),
    "dependency": ((frozenset(("task", "depends_on")), _no_circle),),
    "task": (
        (frozenset(("owner_party", "owner_body", "owner_person")), _one_owner),
        (frozenset(("due", "due_meeting")), _one_deadline),
    ),
}
"""Rules by table, each with the fields that it is about."""
