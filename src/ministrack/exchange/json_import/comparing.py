"""What each record of a file would do to the dossier: new, changes, the same, a problem or a conflict."""

from collections.abc import Iterable, Sequence

from ministrack.domain.catalogue import RECORD_TYPES, SUBJECT_TABLES
from ministrack.domain.fields import specs
from ministrack.domain.language import tr
from ministrack.domain.progress import Progress
from ministrack.domain.record import Record, Ref
from ministrack.exchange.json_import.entries import Entry, complete, given_fields
from ministrack.exchange.json_import.known import Known, references
from ministrack.exchange.json_import.rules import keep_rules
from ministrack.exchange.plan import Verdict
from ministrack.store.reader import Reader


def compare(read: Reader, entries: Sequence[Entry], told: Progress) -> dict[Ref, str]:
    """Notes with each entry what it would do; the names of records of the dossier that entries point at."""
    known = Known(read)
    _refuse_repeated(entries)
    present: dict[Ref, Record] = {}
    done = 0
    for table in RECORD_TYPES:
        group = [entry for entry in entries if entry.table == table and not entry.is_bad]
        found = known.recognise(table, group)
        present |= {Ref(table, identity): record for identity, record in found.items()}
        _refuse_repeated(group)
        done += len(group)
        told(done, 2 * len(entries))
    known.follow(entries)
    for entry in entries:
        if entry.ref not in present:
            complete(entry)
    there = known.there(ref for entry in entries for _, ref in references(entry))
    _refuse_lost(entries, set(present) | set(there))
    for table in RECORD_TYPES:
        group = [entry for entry in entries if entry.table == table and not entry.is_bad]
        _judge(read, table, group, present)
        done += len(group)
        told(done, 2 * len(entries))
    keep_rules(read, entries)
    _refuse_lost(entries, set(present) | set(there))
    _follow_deleted(entries, set(present) | set(there))
    return there


def _refuse_repeated(entries: Iterable[Entry]) -> None:
    """What stands twice under one id is refused the second time."""
    first: dict[Ref, int] = {}
    for entry in entries:
        if first.setdefault(entry.ref, entry.where) != entry.where:
            entry.refuse(tr("It is in the file already, as number {n}.", n=first[entry.ref]), "id")


def _refuse_lost(entries: Sequence[Entry], there: set[Ref]) -> None:
    """Refuses what points at a record that neither the dossier has nor the file, in good order."""
    users: dict[Ref, list[tuple[Entry, str]]] = {}
    for entry in entries:
        for name, ref in references(entry):
            users.setdefault(ref, []).append((entry, name))
        _check_subject(entry)
    good = {entry.ref for entry in entries if not entry.is_bad} | there
    ahead = [ref for ref in users if ref not in good]
    while ahead:
        ref = ahead.pop()
        for entry, name in users.get(ref, ()):
            if not entry.is_bad:
                label = tr(specs(RECORD_TYPES[entry.table])[name].label)
                entry.refuse(
                    tr(
                        "{field}: that record is neither in the file, in good order, nor in the dossier.",
                        field=label,
                    ),
                    name,
                )
                if entry.ref not in there:
                    ahead.append(entry.ref)


def _check_subject(entry: Entry) -> None:
    about = entry.values.get("subject_table")
    if entry.table in SUBJECT_TABLES and about is not None and about not in RECORD_TYPES:
        entry.refuse(tr("“{text}” is no kind of record.", text=str(about)), "subject_table")


def _judge(read: Reader, table: str, entries: Sequence[Entry], present: dict[Ref, Record]) -> None:
    differing: list[Entry] = []
    for entry in entries:
        record = present.get(entry.ref)
        if record is None:
            entry.verdict = Verdict.NEW
            continue
        before = given_fields(entry, record)
        entry.seen = {name: value for name, value in before.items() if entry.values[name] != value}
        entry.verdict = Verdict.CHANGES if entry.seen else Verdict.SAME
        if entry.seen:
            differing.append(entry)
    unknown = [entry for entry in entries if entry.verdict is Verdict.NEW]
    images = read.former(table, [entry.id for entry in (*differing, *unknown)])
    for entry in differing:
        older = {
            name
            for image in images.get(entry.id, ())
            for name in entry.seen
            if image.get(name) == entry.values[name]
        }
        known_here = {name for name, value in entry.seen.items() if value is not None}
        if older or (entry.is_twin and known_here):
            entry.verdict = Verdict.CONFLICT
            entry.words = tr("The dossier said so before it was changed.") if older else _other_words()
            entry.at_field = next(iter(older or known_here))
    for entry in unknown:
        if entry.id in images:
            entry.verdict = Verdict.CONFLICT
            entry.words = tr("It was in the dossier and somebody deleted it.")


def _other_words() -> str:
    return tr("The dossier knows the same thing under another id, and says otherwise.")


def _follow_deleted(entries: Sequence[Entry], there: set[Ref]) -> None:
    """What points at a record that is deleted here waits for the same decision."""
    users: dict[Ref, list[Entry]] = {}
    for entry in entries:
        for _, ref in references(entry):
            users.setdefault(ref, []).append(entry)
    ahead = [entry.ref for entry in entries if entry.verdict is Verdict.CONFLICT and entry.ref not in there]
    while ahead:
        for entry in users.get(ahead.pop(), ()):
            if entry.verdict in (Verdict.NEW, Verdict.CHANGES):
                was_new = entry.verdict is Verdict.NEW
                entry.verdict = Verdict.CONFLICT
                entry.words = tr("It points at something that somebody deleted here.")
                if was_new:
                    ahead.append(entry.ref)
