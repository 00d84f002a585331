"""Stores the records of a file as one step, each after those that it points at."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import cast

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import loaded_value, specs
from ministrack.domain.language import tr
from ministrack.domain.lists import Value
from ministrack.domain.record import Record, Ref
from ministrack.edits.changes import Edit
from ministrack.edits.wording import shortened
from ministrack.edits.writer import Writer
from ministrack.exchange.json_import.entries import Entry
from ministrack.exchange.json_import.known import references
from ministrack.exchange.plan import Verdict

_NEW = (Verdict.NEW, Verdict.CONFLICT)  # the latter where it was deleted here


def import_edit(name: str, acting: Sequence[Entry], entries: Sequence[Entry]) -> Edit:
    """The step that stores entries, with those new ones of the file that they point at."""
    new_ones = {entry.ref: entry for entry in entries if entry.verdict in _NEW and not entry.seen}
    adding, changing, later = _in_order(acting, new_ones)
    added = {entry.ref for entry in adding}
    label = tr(
        "Import {name}: {new} new, {changed} changed",
        name=shortened(name),
        new=len(adding),
        changed=len(changing),
    )

    def apply(writer: Writer) -> None:
        _change(
            writer, [entry for entry in changing if not _waits(entry, added)]
        )  # makes room, as for a chair
        writer.add_all(_record(entry, later.get(entry.ref, {})) for entry in adding)
        for ref, values in later.items():
            writer.change(ref, values)
        _change(writer, [entry for entry in changing if _waits(entry, added)])

    return Edit(label, apply)


def _change(writer: Writer, entries: Iterable[Entry]) -> None:
    for entry in entries:
        writer.change(entry.ref, {name: entry.values[name] for name in entry.seen}, entry.seen)


def _waits(entry: Entry, added: Collection[Ref]) -> bool:
    """Whether it points at something that the same step adds."""
    return any(ref in added for _, ref in references(entry))


def _in_order(
    acting: Sequence[Entry], new_ones: Mapping[Ref, Entry]
) -> tuple[list[Entry], list[Entry], dict[Ref, dict[str, Value]]]:
    """New entries, each behind those that it points at; changes; and what two that point at each other say
    of one another, which has to wait until both are there."""
    adding: dict[Ref, Entry] = {}
    later: dict[Ref, dict[str, Value]] = {}
    for begin in acting:
        open_ones: set[Ref] = set()
        ahead: list[tuple[Entry, Iterator[tuple[str, Ref]]]] = [(begin, iter(references(begin)))]
        open_ones.add(begin.ref)
        while ahead:
            entry, rest = ahead[-1]
            name, ref = next(rest, ("", entry.ref))
            if not name:
                ahead.pop()
                open_ones.discard(entry.ref)
                if entry.ref in new_ones:
                    adding.setdefault(entry.ref, entry)
            elif ref in open_ones and name != "subject":
                later.setdefault(entry.ref, {})[name] = entry.values[name]
            elif ref in new_ones and ref not in adding and ref not in open_ones:
                ahead.append((new_ones[ref], iter(references(new_ones[ref]))))
                open_ones.add(ref)
    return list(adding.values()), [entry for entry in acting if entry.seen], later


def _record(entry: Entry, without: Mapping[str, Value]) -> Record:
    kind = cast(Callable[..., Record], RECORD_TYPES[entry.table])
    declared = specs(RECORD_TYPES[entry.table])
    values = {
        name: loaded_value(declared[name], value)
        for name, value in entry.values.items()
        if name not in without
    }
    return kind(id=entry.id, **values)
