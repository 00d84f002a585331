"""What a calendar says about one meeting or task, as plain data: it comes out of another process."""

from collections.abc import Mapping

from ministrack.domain.values import dataclass, field


@dataclass(frozen=True, slots=True)
class Link:
    """A record that a field points at: its id where ministrack wrote the file, its code and its name."""

    id: str
    name: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """One event or to-do. `uid` tells it from all others, `own` is the id that ministrack itself gave it.

    `rank` grows with each correction of the entry. With `problem`, nothing else counts: what is wrong in
    which line, and about which property.
    """

    table: str
    line: int
    label: str
    uid: str = ""
    own: str = ""
    fields: Mapping[str, object] = field(default_factory=dict)
    links: Mapping[str, Link] = field(default_factory=dict)
    related: tuple[tuple[str, str], ...] = ()  # kind of relation, uid
    location: str = ""
    rank: tuple[int, str] = (0, "")
    notes: tuple[str, ...] = ()
    problem: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class FoundCalendar:
    """All that is in one file; `left_out` says in words what is not for a dossier."""

    entries: tuple[Found, ...]
    left_out: tuple[str, ...] = ()
