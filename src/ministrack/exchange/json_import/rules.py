"""Rules between records that the file as a whole has to keep, checked before anything is stored."""

from collections.abc import Mapping, Sequence

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.delegation import Delegate, Role
from ministrack.domain.fields import specs
from ministrack.domain.filters import Compare, OneOf
from ministrack.domain.language import tr
from ministrack.domain.lists import ListQuery, Value
from ministrack.domain.twins import EXCLUSIVE
from ministrack.exchange.json_import.entries import Entry
from ministrack.exchange.json_import.known import TOLD_BY, record_key
from ministrack.exchange.plan import Verdict
from ministrack.store.reader import Reader

_PAGE = 500


def keep_rules(read: Reader, entries: Sequence[Entry]) -> None:
    """Refuses entries that would break a rule of the dossier."""
    acting = [entry for entry in entries if entry.verdict in (Verdict.NEW, Verdict.CHANGES)]
    for entry in acting:
        _only_one_known(read, entry)
    for table, names in TOLD_BY.items():
        _once(read, [entry for entry in acting if entry.table == table], table, names)
    _one_chair(read, [entry for entry in acting if entry.table == "delegate" and not entry.is_bad], entries)
    for table, start, end in (
        ("meeting", "id", "previous"),
        ("dependency", "task", "depends_on"),
    ):
        _no_circle(
            read, [entry for entry in acting if entry.table == table and not entry.is_bad], table, start, end
        )


def _only_one_known(read: Reader, entry: Entry) -> None:
    """Where a record may know only one of several fields, such as the owner of a task."""
    for names in EXCLUSIVE.get(entry.table, ()):
        if not any(entry.values.get(name) for name in names):
            continue
        is_part = entry.seen and not set(names) <= set(entry.values)
        record = read.get(RECORD_TYPES[entry.table], entry.id) if is_part else None
        known = [name for name in names if entry.values.get(name, getattr(record, name, None)) is not None]
        if len(known) > 1:
            labels = ", ".join(tr(specs(RECORD_TYPES[entry.table])[name].label) for name in known)
            entry.refuse(tr("Only one of these may be known: {fields}.", fields=labels), known[-1])


def _once(read: Reader, entries: Sequence[Entry], table: str, names: tuple[str, ...]) -> None:
    """What may be there only once, such as a number in a series."""
    keys: dict[tuple[Value, ...], Entry] = {}
    for entry in entries:
        record = (
            read.get(RECORD_TYPES[table], entry.id)
            if entry.seen and not set(names) <= set(entry.values)
            else None
        )
        key = tuple(entry.values.get(name, getattr(record, name, None)) for name in names)
        if entry.is_bad or None in key:
            continue
        other = keys.setdefault(key, entry)
        if other is not entry:
            entry.refuse(tr("It is the same thing as number {n} of the file.", n=other.where), names[-1])
    moving = {key: entry for key, entry in keys.items() if not set(names).isdisjoint(entry.seen)}
    first = sorted({str(key[0]) for key in moving})
    for start in range(0, len(first), _PAGE):
        for record in read.find(RECORD_TYPES[table], OneOf(names[0], tuple(first[start : start + _PAGE]))):
            mover = moving.get(record_key(record, names))
            if mover is not None and mover.id != record.id:
                mover.refuse(tr("The dossier has another record that says the same."), names[-1])


def _one_chair(read: Reader, acting: Sequence[Entry], entries: Sequence[Entry]) -> None:
    """A meeting has one chair."""
    chairs = [entry for entry in acting if entry.values.get("role") == Role.CHAIR.value]
    chairs = [entry for entry in chairs if not entry.seen or {"role", "delegation"} & set(entry.seen)]
    if not chairs:
        return
    meeting_of = {
        entry.id: str(entry.values.get("meeting")) for entry in entries if entry.table == "delegation"
    }
    seats = [str(entry.values.get("delegation")) for entry in chairs]
    meeting_of |= _column(read, "delegation", "meeting", [seat for seat in seats if seat not in meeting_of])
    ends = {entry.id for entry in acting if "role" in entry.seen and entry not in chairs}
    taken: dict[str, str] = {}
    at = {meeting_of[seat] for seat in seats if seat in meeting_of}
    there = _column(read, "delegate", "meeting", [
        each.id for each in read.find(Delegate, Compare("role", Role.CHAIR.value)) if each.id not in ends
    ])  # fmt: skip
    taken = {meeting: delegate for delegate, meeting in there.items() if meeting in at}
    for entry, seat in zip(chairs, seats, strict=True):
        if taken.setdefault(meeting_of.get(seat, seat), entry.id) != entry.id:
            entry.refuse(tr("This meeting already has a chair."), "role")


def _no_circle(read: Reader, entries: Sequence[Entry], table: str, start: str, end: str) -> None:
    """Nothing comes before itself, nor waits for itself."""
    new = [entry for entry in entries if entry.values.get(end) and (not entry.seen or end in entry.seen)]
    if not new:
        return
    ways = _ways(read, table, start, end, {entry.id for entry in new})
    steps = [(entry, entry.id if start == "id" else str(entry.values[start])) for entry in new]
    whole = {at: set(ends) for at, ends in ways.items()}
    for entry, begin in steps:
        whole.setdefault(begin, set()).add(str(entry.values[end]))
    if not _has_circle(whole):
        return
    for entry, begin in steps:
        if _leads_back(ways, str(entry.values[end]), begin):
            entry.refuse(tr("It would come before itself, by way of others."), end)
        else:
            ways.setdefault(begin, set()).add(str(entry.values[end]))


def _ways(read: Reader, table: str, start: str, end: str, without: set[str]) -> dict[str, set[str]]:
    """What leads where in the dossier, apart from some records."""
    ways: dict[str, set[str]] = {}
    listing = read.listing(ListQuery(table, tuple(name for name in (start, end) if name != "id")))
    for place in range(0, listing.count(), _PAGE):
        for row in listing.rows(place, _PAGE):
            if row[end] and row["id"] not in without:
                ways.setdefault(str(row[start]), set()).add(str(row[end]))
    return ways


def _has_circle(ways: Mapping[str, set[str]]) -> bool:
    """Takes away what leads nowhere, again and again: what is left goes round."""
    backwards: dict[str, list[str]] = {}
    for at, ends in ways.items():
        for end in ends:
            backwards.setdefault(end, []).append(at)
    left = {at: len(ends) for at, ends in ways.items()}
    ahead = [end for end in backwards if end not in left]
    while ahead:
        for at in backwards.get(ahead.pop(), ()):
            left[at] -= 1
            if not left[at]:
                ahead.append(at)
    return any(left.values())


def _leads_back(ways: Mapping[str, set[str]], begin: str, to: str) -> bool:
    ahead, seen = [begin], set[str]()
    while ahead:
        at = ahead.pop()
        if at == to:
            return True
        if at not in seen:
            seen.add(at)
            ahead += ways.get(at, ())
    return False


def _column(read: Reader, table: str, name: str, ids: Sequence[str]) -> dict[str, str]:
    listing = read.listing(ListQuery(table, (name,)))
    found: dict[str, str] = {}
    for start in range(0, len(ids), _PAGE):
        found |= {str(row["id"]): str(row[name]) for row in listing.rows_of(ids[start : start + _PAGE])}
    return found
