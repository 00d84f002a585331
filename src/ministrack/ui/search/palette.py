"""What the search offers: records that were looked at last, records found by name, and commands by name."""

from collections.abc import Iterable

from PySide6.QtGui import QAction, QKeySequence

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.language import tr
from ministrack.domain.names import fold
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass
from ministrack.edits.asking import Hit
from ministrack.ui.commands import Commands
from ministrack.ui.desk import Desk
from ministrack.ui.forms.naming import name_of

COMMANDS_ONLY = ">"
_FOUND = 50
_RECENT = 9
_COMMANDS = 6  # beside records

ICONS = {
    "meeting": "calendar",
    "delegation": "flag",
    "person": "user",
    "party": "landmark",
    "task": "square-check-big",
    "document": "file-text",
    "body": "users",
    "series": "milestone",
    "source": "book-open",
    "programme_item": "list",
}
"""The icon of each kind of record."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A line of the search: a record to open (`ref`) or a command to run (`action`), one of the two."""

    title: str
    context: str
    kind: str
    icon: str
    ref: Ref | None = None
    action: QAction | None = None


def offers(desk: Desk, commands: Commands, text: str) -> list[Offer]:
    """What to offer for the words typed so far; for none, the records looked at last."""
    words = text.strip()
    if words.startswith(COMMANDS_ONLY):
        return list(_commands(commands, words.removeprefix(COMMANDS_ONLY)))
    if not words:
        return _recent(desk)
    return _records(desk, words) + list(_commands(commands, words))[:_COMMANDS]


def _recent(desk: Desk) -> list[Offer]:
    found = []
    for ref in desk.focus.recent():
        named = name_of(desk.read, ref)
        if named.label:
            found.append(_record(ref, named.label, named.context))
    return found[:_RECENT]


def _records(desk: Desk, words: str) -> list[Offer]:
    """Those of one kind together; the kind of the best one first."""
    recent = desk.focus.recent()
    hits = sorted(
        desk.read.search(words, limit=_FOUND),
        key=lambda hit: recent.index(hit.ref) if hit.ref in recent else len(recent),
    )
    by_kind: dict[str, list[Hit]] = {}
    for hit in hits:
        by_kind.setdefault(hit.ref.table, []).append(hit)
    return [_record(hit.ref, hit.label, hit.context) for same in by_kind.values() for hit in same]


def _record(ref: Ref, label: str, context: str) -> Offer:
    return Offer(label, context, tr(RECORD_TYPES[ref.table].ONE), ICONS.get(ref.table, "circle"), ref=ref)


def _commands(commands: Commands, words: str) -> Iterable[Offer]:
    wanted = fold(words).split()
    for command, action in commands.all().items():
        name = commands.name(command)
        if action.isEnabled() and action.isVisible() and all(word in fold(name) for word in wanted):
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            yield Offer(name, keys, tr("Command"), "chevron-right", action=action)
