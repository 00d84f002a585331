"""A mapping as a file of its own: what a person decided about files of one kind, to be used again."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO, cast

from ministrack.domain.language import tr
from ministrack.exchange.choices import Choices
from ministrack.exchange.tables.date_cells import DAY_FIRST, MONTH_FIRST
from ministrack.exchange.tables.fields import can_be_made, file_targets
from ministrack.sandbox.file_problem import FileProblem

_TEXTS = ("sheet", "encoding", "delimiter", "date_order")


def read_mapping(path: Path) -> Choices:
    """The choices that a file holds. Raises FileProblem where it is no mapping."""
    try:
        found = json.loads(path.read_bytes())
    except OSError as error:
        raise _refused(path, error.strerror or "") from error
    except ValueError as error:  # neither UTF-8 nor JSON
        raise _refused(path, tr("it is no JSON")) from error
    if not isinstance(found, dict):
        raise _refused(path, tr("it is no JSON object"))
    table = str(found.get("table", ""))
    if table and not can_be_made(table):
        raise _refused(path, tr("“{table}” is no kind of record", table=table))
    unknown = found.keys() - {"table", "columns", "has_header", *_TEXTS}
    if unknown:
        raise _refused(path, tr("“{name}” is not known there", name=min(unknown)))
    header = found.get("has_header")
    if header not in (None, True, False):
        raise _refused(path, tr("has_header is true or false"))
    columns = _columns(path, table, found.get("columns", {}))
    texts = {name: str(found.get(name, "")) for name in _TEXTS}
    if texts["date_order"] not in ("", DAY_FIRST, MONTH_FIRST):
        raise _refused(path, tr("date_order is “day” or “month”"))
    return Choices(table, columns, {}, has_header=header, **texts)


def write_mapping(choices: Choices, out: BinaryIO) -> None:
    """Writes choices so that `read_mapping` gives them back; what belongs to one file alone is left out."""
    held: dict[str, object] = {"table": choices.table, "columns": dict(choices.columns)}
    held |= {name: value for name in _TEXTS if (value := getattr(choices, name))}
    if choices.has_header is not None:
        held["has_header"] = choices.has_header
    out.write(json.dumps(held, ensure_ascii=False, indent=2).encode() + b"\n")


def _columns(path: Path, table: str, given: object) -> Mapping[str, str]:
    """Targets by header: "delegation.party", or "party" alone; "" leaves the column out."""
    if not isinstance(given, dict):
        raise _refused(path, tr("“columns” names a field for each header"))
    columns: dict[str, str] = {}
    offered = [target.key for target in file_targets(table)] if table else []
    for header, wanted in cast(dict[object, object], given).items():
        key = str(wanted or "")
        if key and offered and key not in offered:
            key = next((each for each in offered if each.partition(".")[2] == key), key)
            if key not in offered:
                raise _refused(path, tr("there is no field “{key}”", key=key))
        columns[str(header)] = key
    return columns


def _refused(path: Path, reason: str) -> FileProblem:
    return FileProblem(
        tr("{name} cannot be used as a mapping: {reason}.", name=path.name, reason=reason),
        safe=tr("Nothing was changed."),
        todo=tr("`ministrack import FILE --dry-run --save-mapping MAPPING` writes one to begin with."),
    )
