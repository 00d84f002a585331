"""What a country sheet is made from, read in a fixed number of questions."""

from collections.abc import Mapping, Sequence
from datetime import date

from ministrack.domain.errors import InvalidValue
from ministrack.domain.filters import Compare, Filter, OneOf, SharedFilter, Some, every
from ministrack.domain.language import tr
from ministrack.domain.lists import Row
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.record import Ref
from ministrack.domain.scope import scope
from ministrack.domain.values import dataclass
from ministrack.reports.documents import Followed, followed
from ministrack.reports.frame import OF_MINISTERS
from ministrack.reports.meetings import MEETING, about
from ministrack.reports.request import Request
from ministrack.reports.rows import rows, rows_of, text
from ministrack.reports.seats import Seat, seats_of
from ministrack.reports.sourcing import Notes
from ministrack.reports.tasks import TASK, last_reports, refs_of
from ministrack.reports.wording import Wording
from ministrack.store.reader import Reader

_PARTY = ("name", "kind", "code", "short_name", "other_names", "note")
_MEMBERSHIP = ("organisation", "organisation_name", "series", "series_name", "role", "since", "until")
_BOUND = ("document", "role")
_BODY = ("name", "kind", "mandate", "set_up_by", "initiated_by", "sort_name")
_LAST = "~"  # after every day


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that the sections tell."""

    words: Wording
    notes: Notes
    today: date
    party: Row
    memberships: Sequence[Row]
    series: Mapping[str, str]  # names by id
    others: frozenset[str]  # those of experts and the like: not measured by ministers
    meetings: Sequence[Row]  # at which it is or should be recorded, oldest first
    seats: Mapping[str, Seat]  # by meeting
    hosted: Sequence[Row]
    documents: Sequence[Followed]
    roles: Mapping[str, Sequence[str]]  # by document
    tasks: Sequence[Row]
    reports: Mapping[str, Row]
    bodies: Sequence[Row]
    member_of: frozenset[str]  # bodies

    @property
    def id(self) -> str:
        """Of the party."""
        return text(self.party["id"])


def gather(read: Reader, words: Wording, request: Request) -> Sheet:
    """Reads all that is told. Raises InvalidValue where no party is chosen, or it is gone."""
    party = _party(read, request)
    identity = text(party["id"])
    narrow = Compare("series", request.series) if request.series else None
    memberships = rows(read, "membership", _MEMBERSHIP, Compare("party", identity), "since")
    seats = {seat.meeting: seat for seat in seats_of(read, identity)}
    meetings = _meetings(read, list(seats), memberships, request.series)
    hosting: Filter = Some((Compare("host", identity), Compare("country", identity)))
    hosted = rows(read, "meeting", MEETING, every((hosting, narrow)) if narrow else hosting, "date")
    bound = rows(read, "document_party", _BOUND, Compare("party", identity))
    documents = followed(read, (text(row["document"]) for row in bound))
    of_series = scope("task", SharedFilter(series=(request.series,))) if request.series else None
    owed = Compare("owner_party", identity)
    tasks = rows(read, "task", TASK, every((owed, of_series)) if of_series else owed, "due_last")
    reports = last_reports(read, tasks)
    sits_in = [text(row["body"]) for row in rows(read, "body_member", ("body",), Compare("party", identity))]
    made = rows(read, "body", (), Some((Compare("set_up_by", identity), Compare("initiated_by", identity))))
    bodies = rows_of(read, "body", _BODY, [*sits_in, *(text(row["id"]) for row in made)])
    shown = [seats[text(row["id"])] for row in meetings if row["id"] in seats]
    told = [Ref("party", identity), *map(about, (*meetings, *hosted))]
    told += [ref for seat in shown for ref in seat.refs]
    told += [ref for document in documents for ref in document.refs]
    told += [*refs_of(tasks, reports), *(Ref("document_party", text(row["id"])) for row in bound)]
    told += [Ref("body", text(row["id"])) for row in bodies]
    found = rows_of(read, "series", ("name", "kind"), (text(row["series"]) for row in meetings))
    return Sheet(
        words=words,
        notes=Notes(read, words, told, (text(row["source"]) for row in reports.values())),
        today=request.today,
        party=party,
        memberships=memberships,
        series={text(row["id"]): text(row["name"]) for row in found},
        others=frozenset(text(row["id"]) for row in found if row["kind"] not in OF_MINISTERS),
        meetings=meetings,
        seats=seats,
        hosted=hosted,
        documents=documents,
        roles=_roles(bound),
        tasks=tasks,
        reports=reports,
        bodies=sorted(bodies, key=lambda row: text(row["sort_name"])),
        member_of=frozenset(sits_in),
    )


def _party(read: Reader, request: Request) -> Row:
    if not request.party:
        raise InvalidValue(tr("No country or organisation is chosen."), field="party", todo=tr("Choose one."))
    row = read.row(Ref("party", request.party), _PARTY)
    if row is None:
        raise InvalidValue(
            tr("The country or organisation is not in the dossier any more."),
            field="party",
            todo=tr("Choose another one."),
        )
    return row


def _meetings(
    read: Reader, recorded: Sequence[str], memberships: Sequence[Row], series: str | None
) -> list[Row]:
    """Where it is recorded, and every other held meeting of the same series, and of those it belongs to."""
    found = rows_of(read, "meeting", MEETING, recorded)
    if series:
        found = [row for row in found if row["series"] == series]
        concerned = {series}
    else:
        concerned = {text(row["series"]) for row in (*found, *memberships) if row["series"]}
    held = every((OneOf("series", tuple(sorted(concerned))), Compare("status", MeetingStatus.HELD.value)))
    known = {row["id"] for row in found}
    found += [row for row in rows(read, "meeting", MEETING, held) if row["id"] not in known]
    return sorted(found, key=_age)


def _age(meeting: Row) -> tuple[str, int, str]:
    number = meeting["number"]
    return text(meeting["date_first"]) or _LAST, number if isinstance(number, int) else 0, text(meeting["id"])


def _roles(bound: Sequence[Row]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in bound:
        found.setdefault(text(row["document"]), []).append(text(row["role"]))
    return found
