"""Values of rows as cells: names, numbers, dates, statuses, levels, flags."""

from collections.abc import Sequence
from typing import cast

from ministrack.domain.dates import explain, show
from ministrack.domain.fields import Choice
from ministrack.domain.language import counted, interface_language, tr, trn
from ministrack.domain.levels import BELOW_MINISTER
from ministrack.domain.lists import Row, Value
from ministrack.ui.models.column import Cell, Look
from ministrack.ui.naming import meeting_with_date
from ministrack.ui.tones import of_choice, of_level


def written(value: Value) -> str:
    """A value as one line of text; empty where it is not known."""
    return "" if value is None else " ".join(str(value).split())


def plain(value: Value) -> Cell:
    """A text as it is."""
    return Cell(written(value))


def tipped(value: Value) -> Cell:
    """A text that may be long: all of it is in the tooltip."""
    words = written(value)
    return Cell(words, tip=words)


def name(value: Value) -> Cell:
    """What the record is called."""
    return Cell(written(value), Look.NAME)


def soft(words: str) -> Cell:
    """Words that stand for what is not there."""
    return Cell(words, Look.SOFT)


def plain_or(value: Value, missing: str) -> Cell:
    """A text, or words in its place."""
    return plain(value) if value else soft(missing)


def number(value: Value) -> Cell:
    """A number; none is no number."""
    return plain(value)


def count(value: Value) -> Cell:
    """How many there are; none at all is said softly."""
    return Cell(counted(int(value))) if value else soft("0")


def date_cell(edtf: Value, *, loose: bool = False, missing: str = "") -> Cell:
    """A date in short form; its exact meaning is in the tooltip."""
    if not edtf:
        return soft(missing or tr("no date"))
    shown = show(str(edtf), interface_language())
    look = Look.LOOSE if loose else Look.PLAIN
    return Cell(shown, look, tip=explain(str(edtf), interface_language()))


def choice(kind: type[Choice], value: Value) -> Cell:
    """A choice in words."""
    return Cell(of_choice(kind, value)[0])


def status(kind: type[Choice], value: Value) -> Cell:
    """A choice as a pill."""
    words, tone = of_choice(kind, value)
    return Cell(words, pill=tone)


def level(code: Value, label: Value) -> Cell:
    """The level at which somebody attends, as a pill; below minister level is said in words too."""
    if not label:
        return soft(tr("not known"))
    shown, tone = of_level(code, label)
    if code not in BELOW_MINISTER:
        return Cell(shown, pill=tone)
    spoken = f"{shown}, {tr('Below minister level').lower()}"
    return Cell(shown, pill=tone, spoken=spoken, tip=spoken)


def flagged(code: Value, label: Value, look: Look = Look.PLAIN) -> Cell:
    """A country with its flag; others have none."""
    return Cell(written(label), look, codes=(str(code),) if code else ())


def meeting(row: Row, prefix: str) -> Cell:
    """A meeting by number, place and date; its name is in the tooltip. Columns as in meeting_columns()."""
    title = written(row[f"{prefix}_name"])
    is_numbered = row[f"{prefix}_number"] is not None
    return Cell(meeting_with_date(row, prefix) if is_numbered or not title else title, tip=title)


def parties(listed: Value, total: int | None = None) -> Cell:
    """Flags of those that have one, then the others by name: "+OTS". `listed` is JSON of code and name."""
    # delayed: start-up time; a dossier without delegations never needs it
    from json import loads

    found = cast("list[tuple[str | None, str]]", loads(str(listed or "[]")))
    others = [label for code, label in found if not code]
    hidden = max(0, (total or 0) - len(found))
    names = [label for _, label in found]
    spoken = ", ".join(names)
    if hidden:
        spoken = trn("{names} and {n} more", "{names} and {n} more", hidden, names=spoken)
    return Cell(
        _rest(others, hidden), codes=tuple(code for code, _ in found if code), spoken=spoken, tip=spoken
    )


def _rest(others: Sequence[str], hidden: int) -> str:
    if hidden or len(others) > 1:
        return f"+{counted(hidden + len(others))}"
    return f"+{_brief(others[0])}" if others else ""


def _brief(label: str) -> str:
    """The abbreviation that a name begins with, else the name: "OTS Secretariat" goes by OTS here."""
    first = label.split(" ", 1)[0]
    return first if len(first) > 1 and first.isupper() else label
