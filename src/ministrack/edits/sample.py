"""The sample dossier: what one short report says about three meetings, with the sentence behind each field.

`resources/sample/report.txt` is the report, `sample.json` what it says. A record there has a `key`, by which
other records name it, its fields as `stated` by the report, and those that are `ours`: names, kinds and codes
that the report does not give.
"""

from collections.abc import Iterator, Mapping
from typing import NotRequired, TypedDict, cast

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import FieldKind, FieldSpec, loaded_value, specs
from ministrack.domain.ids import new_id
from ministrack.domain.language import tr
from ministrack.domain.record import Record, Ref
from ministrack.domain.source import Statement
from ministrack.edits.changes import Edit
from ministrack.edits.writer import Writer
from ministrack.paths import resource
from ministrack.store.reader import Reader
from ministrack.store.table import Value

SOURCE = "report"
"""The key of the report itself."""


class _Quote(TypedDict):
    start: int
    stop: int
    quote: str


class _Stated(TypedDict):
    """A field's value, the key of its quote, and where it differs, the value in the report's own words."""

    value: str | int
    quote: str
    said: NotRequired[str]
    reason: NotRequired[str]


class _Entry(TypedDict):
    table: str
    key: str
    ours: NotRequired[dict[str, str | int]]
    stated: NotRequired[dict[str, _Stated]]


class _Sample(TypedDict):
    source: dict[str, str]
    quotes: dict[str, _Quote]
    records: list[_Entry]


def load_sample() -> Edit:
    """Adds the sample dossier to an open dossier, in one step; ids are new each time.

    Raises InvalidValue when it runs where a country of the sample is already on the list.
    """
    sample = _read()
    text = resource("sample", "report.txt").read_text(encoding="utf-8").strip()
    report: _Entry = {"table": "source", "key": SOURCE, "ours": {**sample["source"], "text": text}}
    entries = [report, *sample["records"]]

    def apply(writer: Writer) -> None:
        ids = {entry["key"]: new_id() for entry in entries}
        for entry in entries:
            writer.add(_record(entry, ids))
            writer.add_all(_statements(writer.read, entry, ids, sample["quotes"]))

    return Edit(tr("Load the sample dossier"), apply)


def _read() -> _Sample:
    # delayed: start-up time; a dossier is filled with the sample once
    import json

    return cast(_Sample, json.loads(resource("sample", "sample.json").read_text(encoding="utf-8")))


def _record(entry: _Entry, ids: Mapping[str, str]) -> Record:
    """The record of an entry; fields that it does not name keep their defaults."""
    kind = RECORD_TYPES[entry["table"]]
    declared = specs(kind)
    given: dict[str, Value] = {**entry.get("ours", {})}
    given.update((name, field["value"]) for name, field in entry.get("stated", {}).items())
    values = {name: _loaded(declared[name], value, ids) for name, value in given.items()}
    return kind(id=ids[entry["key"]], **values)


def _statements(
    read: Reader, entry: _Entry, ids: Mapping[str, str], quotes: Mapping[str, _Quote]
) -> Iterator[Statement]:
    """What the report says about each field of an entry, once the record itself is stored."""
    table = entry["table"]
    declared = specs(RECORD_TYPES[table])
    for name, field in entry.get("stated", {}).items():
        spec, quote = declared[name], quotes[field["quote"]]
        value: Value = field["value"]
        if spec.kind is FieldKind.REFERENCE:
            value = read.label(Ref(spec.refers, str(_loaded(spec, value, ids))))
        yield Statement(
            source=ids[SOURCE],
            subject_table=table,
            subject=ids[entry["key"]],
            field=name,
            value=field.get("said", str(value)),
            reason=field.get("reason"),
            chosen=True,
            **quote,
        )


def _loaded(spec: FieldSpec, value: Value, ids: Mapping[str, str]) -> object:
    """The value as a record carries it: for a key the id; levels have readable ids of their own."""
    if spec.kind is FieldKind.REFERENCE:
        return ids.get(str(value), value)
    return loaded_value(spec, value)
