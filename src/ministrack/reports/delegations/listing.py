"""The list itself: a line for each delegation, with the columns that were chosen."""

from collections.abc import Callable, Mapping, Sequence

from ministrack.domain.delegation import Part, Role
from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import N_, tr
from ministrack.domain.lists import Row
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass
from ministrack.reports.delegations.gathering import Gathered
from ministrack.reports.document import (
    Block,
    Column,
    Heading,
    Line,
    Paragraph,
    Table,
    TableRow,
    Words,
    plain,
    unknown,
)
from ministrack.reports.rows import label, text
from ministrack.reports.seats import Seat, head_cell, level_cell, presence_cell, title_cell


@dataclass(frozen=True, slots=True)
class _Shown:
    """A column: its label for choosing, the key of its title, its share of the width, and its cells."""

    label: str
    title: str
    share: int
    cell: Callable[[Gathered, Seat], Line]


def _country(_: Gathered, seat: Seat) -> Line:
    return (Words(seat.country),)


def _head(found: Gathered, seat: Seat) -> Line:
    return head_cell(found.words, found.notes, seat)


def _title(_: Gathered, seat: Seat) -> Line:
    return title_cell(seat)


def _level(found: Gathered, seat: Seat) -> Line:
    return level_cell(found.words, seat, of_ministers=found.frame.of_ministers)


def _role(_: Gathered, seat: Seat) -> Line:
    return plain(label(Role, seat.role)) if seat.role else ()


def _part(_: Gathered, seat: Seat) -> Line:
    return plain(label(Part, seat.part.value))


def _presence(found: Gathered, seat: Seat) -> Line:
    return presence_cell(found.notes, seat)


def _others(found: Gathered, seat: Seat) -> Line:
    """Everybody but the head, a line for each."""
    runs: list[Words] = []
    for row in found.delegates.get(seat.delegation, ()):
        if text(row["id"]) != seat.head:
            runs += [Words("\n")] if runs else []
            runs += _member(found, row)
    return runs


def _member(found: Gathered, row: Row) -> Line:
    words = found.words
    said = text(row["person_name"]) or words("list.unnamed")
    if row["title"]:
        said = words("list.member", person=said, title=text(row["title"]))
    if row["role"] not in (Role.MEMBER.value, Role.HEAD.value):
        said = words("list.member_role", member=said, role=label(Role, row["role"]).lower())
    note = found.notes.of(Ref("delegate", text(row["id"])), "person", "title", "level")
    return (Words(said, note=note),)


_COLUMNS: Mapping[str, _Shown] = {
    "country": _Shown(N_("Country or organisation"), "seat.country", 6, _country),
    "head": _Shown(N_("Head of delegation"), "seat.head", 8, _head),
    "title": _Shown(N_("Title"), "seat.title", 9, _title),
    "level": _Shown(N_("Level"), "seat.level", 6, _level),
    "role": _Shown(N_("Role"), "list.role", 5, _role),
    "part": _Shown(N_("Takes part as"), "list.part", 5, _part),
    "presence": _Shown(N_("Attendance"), "seat.presence", 5, _presence),
    "members": _Shown(N_("Other members"), "list.others", 10, _others),
}
COLUMNS: Mapping[str, str] = {name: shown.label for name, shown in _COLUMNS.items()}
"""Labels of the columns to choose from."""
USUAL = ("country", "head", "title", "level", "presence", "members")
"""Those that are shown where none are chosen; other members only where there are any."""
_MANY = 6  # columns; more want a page on its side


def chosen_columns(found: Gathered, wanted: Sequence[str]) -> Sequence[str]:
    """The columns asked for, or the usual ones. Raises InvalidValue for one that does not exist."""
    if wrong := [name for name in wanted if name not in _COLUMNS]:
        raise InvalidValue(
            tr("There is no column “{name}”.", name=wrong[0]),
            field="columns",
            todo=tr("Choose from: {names}", names=", ".join(_COLUMNS)),
        )
    if wanted:
        return tuple(dict.fromkeys(wanted))
    has_others = any(len(several) > 1 for several in found.delegates.values())
    return USUAL if has_others else USUAL[:-1]


def is_wide(columns: Sequence[str]) -> bool:
    """Whether the page is better turned."""
    return len(columns) >= _MANY


def listing(found: Gathered, columns: Sequence[str]) -> list[Block]:
    """The section."""
    words = found.words
    if not found.seats:
        return [Heading(words("list.heading")), Paragraph(unknown(words("list.none")))]
    shown = [_COLUMNS[name] for name in columns]
    head = [Column(words("list.number"), 2), *(Column(words(each.title), each.share) for each in shown)]
    lines = [
        TableRow([plain(str(number)), *(each.cell(found, seat) for each in shown)])
        for number, seat in enumerate(found.seats, 1)
    ]
    return [Heading(words("list.heading")), Table(head, lines)]
