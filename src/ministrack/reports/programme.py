"""The programme of meetings and who was in the chair, as papers show them."""

from collections.abc import Iterable, Sequence

from ministrack.domain.delegation import Role
from ministrack.domain.filters import OneOf, Via, every
from ministrack.domain.lists import Row
from ministrack.domain.meeting import ProgrammeKind
from ministrack.domain.record import Ref
from ministrack.reports.document import Line, Words, unknown
from ministrack.reports.rows import rows, text
from ministrack.reports.sourcing import Notes
from ministrack.reports.wording import Wording
from ministrack.store.reader import Reader

_CHAIR = ("meeting", "name", "title", "role", "party_name")
_ITEM = ("meeting", "title", "kind", "place", "position")


def chairs(read: Reader, meetings: Iterable[str]) -> list[Row]:
    """Who was in the chair of the meetings, by themselves or with others."""
    at = Via("delegation", "delegation", OneOf("meeting", tuple(meetings)))
    in_chair = OneOf("role", (Role.CHAIR.value, Role.CO_CHAIR.value))
    return rows(read, "delegate", _CHAIR, every((in_chair, at)))


def programme(read: Reader, meetings: Iterable[str]) -> list[Row]:
    """The items of the meetings, in their order."""
    return rows(read, "programme_item", _ITEM, OneOf("meeting", tuple(meetings)), "position")


def refs_of(in_chair: Iterable[Row], items: Iterable[Row]) -> list[Ref]:
    """What sources may speak of."""
    found = [Ref("delegate", text(row["id"])) for row in in_chair]
    return [*found, *(Ref("programme_item", text(row["id"])) for row in items)]


def chair_line(words: Wording, notes: Notes, in_chair: Sequence[Row]) -> Line:
    """ "Farid Ahmadov, Justice Minister, Azerbaijan"; who goes by the title has no name."""
    line: list[Words] = []
    for row in in_chair:
        title = text(row["title"]) if row["title"] != row["name"] else ""
        said = ", ".join(part for part in (text(row["name"]), title, text(row["party_name"])) if part)
        note = notes.of(Ref("delegate", text(row["id"])), "role", "person")
        line += [*([Words("; ")] if line else []), Words(said, note=note)]
    return line or unknown(words("not_recorded"))


def items_line(notes: Notes, items: Iterable[Row], kind: ProgrammeKind) -> Line:
    """The items of one kind, one after the other; a visit goes by its place."""
    line: list[Words] = []
    for row in items:
        if row["kind"] == kind.value:
            note = notes.of(Ref("programme_item", text(row["id"])), "title")
            said = text(row["place"]) if kind is ProgrammeKind.VISIT else ""
            line += [*([Words("; ")] if line else []), Words(said or text(row["title"]), note=note)]
    return line
