"""The series of a meeting: its name, how its meetings are measured, and who belongs to it."""

from collections.abc import Mapping

from ministrack.domain.filters import Compare, Filter, Some, every
from ministrack.domain.lists import Row
from ministrack.domain.party import MembershipRole
from ministrack.domain.record import Ref
from ministrack.domain.series import SeriesKind
from ministrack.domain.values import dataclass
from ministrack.reports.rows import rows, text
from ministrack.store.reader import Reader

OF_MINISTERS = (SeriesKind.SUMMIT.value, SeriesKind.MINISTERIAL.value)
"""Kinds of series whose meetings are for ministers or those above them."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a note knows of a series; a meeting without one has a name that is empty."""

    name: str
    of_ministers: bool  # or of those above them: not a series of experts
    members: Mapping[str, str]  # names of the present members by id


def series_of(read: Reader, meeting: Row) -> Frame:
    """The series of the meeting."""
    found = read.row(Ref("series", text(meeting["series"])), ("name", "kind", "organisation"))
    if found is None:
        return Frame("", of_ministers=True, members={})
    belonging: list[Filter] = [Compare("series", text(found["id"]))]
    if found["organisation"]:
        belonging.append(Compare("organisation", text(found["organisation"])))
    wanted = every(
        (Some(tuple(belonging)), Compare("role", MembershipRole.MEMBER.value), Compare("until", None))
    )
    members = rows(read, "membership", ("party", "party_name"), wanted, "party_name")
    return Frame(
        text(found["name"]),
        of_ministers=found["kind"] in OF_MINISTERS,
        members={text(row["party"]): text(row["party_name"]) for row in members},
    )
