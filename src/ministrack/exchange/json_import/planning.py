"""The preview of a JSON file: a row for each record, and the one edit that takes them in."""

from collections.abc import Collection, Mapping, Sequence
from typing import cast

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.dates import show
from ministrack.domain.fields import FieldKind, FieldSpec, specs
from ministrack.domain.language import tr, trn
from ministrack.domain.lists import Value
from ministrack.domain.progress import Progress
from ministrack.domain.record import Ref
from ministrack.edits.changes import Edit
from ministrack.edits.wording import shortened
from ministrack.exchange.choices import Choices
from ministrack.exchange.imports import Row
from ministrack.exchange.json_import.applying import import_edit
from ministrack.exchange.json_import.comparing import compare
from ministrack.exchange.json_import.entries import Entry, entry_of
from ministrack.exchange.json_import.known import Known
from ministrack.exchange.json_import.parsing import Found
from ministrack.exchange.plan import Verdict
from ministrack.store.reader import Reader


class JsonPlan:
    """What the records of a file would do; first of all what of it is passed over."""

    layout = None

    def __init__(
        self, name: str, passed: Sequence[Row], entries: Sequence[Entry], rows: Sequence[Row]
    ) -> None:
        self.name = name
        self.rows: Sequence[Row] = (*passed, *rows)
        self._passed = len(passed)
        self._entries = entries

    def edit(self, chosen: Collection[int] | None = None) -> Edit:
        """All that is new or changes something, or what was chosen, with what is new and pointed at."""
        if chosen is None:
            acting = [each for each in self._entries if each.verdict in (Verdict.NEW, Verdict.CHANGES)]
        else:
            places = (place - self._passed for place in sorted(chosen))
            acting = [self._entries[place] for place in places if place >= 0]
        return import_edit(self.name, acting, self._entries)


def plan_json(read: Reader, parsed: object, name: str, _choices: Choices, told: Progress) -> JsonPlan:
    """Compares what a file holds with the dossier."""
    found = cast(Found, parsed)
    entries = [entry_of(number, table, given) for number, (table, given) in enumerate(found["records"], 1)]
    names = compare(read, entries, told)
    labels = {entry.ref: entry.label for entry in entries if entry.verdict is Verdict.NEW} | names
    labels |= Known(read).there(_before(entries))
    return JsonPlan(name, _passed_over(found), entries, [_row(entry, labels) for entry in entries])


def _before(entries: Sequence[Entry]) -> list[Ref]:
    """What fields point at that would point elsewhere."""
    return [
        Ref(spec.refers, str(entry.seen[spec.name]))
        for entry in entries
        for spec in specs(RECORD_TYPES[entry.table]).values()
        if spec.kind is FieldKind.REFERENCE and entry.seen.get(spec.name)
    ]


def _row(entry: Entry, labels: Mapping[Ref, str]) -> Row:
    said = [entry.words] if entry.words else []
    declared = specs(RECORD_TYPES[entry.table])
    for name, before in entry.seen.items() if not entry.is_bad else ():
        spec = declared[name]
        was = _words(spec, before, labels) or tr("nothing")
        becomes = _words(spec, entry.values[name], labels) or tr("nothing")
        said.append(tr("{field}: {before} → {after}", field=tr(spec.label), before=was, after=becomes))
    label = entry.label or labels.get(entry.ref, "")
    return Row(entry.where, entry.table, label, entry.verdict, " · ".join(said), entry.at_field)


def _words(spec: FieldSpec, value: Value, labels: Mapping[Ref, str]) -> str:
    if value is None:
        return ""
    if spec.kind is FieldKind.REFERENCE:
        return shortened(labels.get(Ref(spec.refers, str(value)), "") or tr("deleted record"))
    if spec.kind is FieldKind.DATE:
        return show(str(value))
    if spec.kind is FieldKind.FLAG:
        return tr("yes") if value else tr("no")
    if spec.choices is not None:
        return next((tr(member.label) for member in spec.choices if member.value == value), str(value))
    return shortened(str(value))


def _passed_over(found: Found) -> list[Row]:
    rows = []
    for table, count in found["tables"].items():
        words = trn(
            "{n} record is passed over: this version does not know its kind.",
            "{n} records are passed over: this version does not know their kind.",
            count,
        )
        rows.append(Row(0, "", table, Verdict.BLANK, words))
    for (table, field), count in found["fields"].items():
        words = trn(
            "A field that this version does not know is passed over in {n} record.",
            "A field that this version does not know is passed over in {n} records.",
            count,
        )
        rows.append(Row(0, table, field, Verdict.BLANK, words, field))
    return rows
