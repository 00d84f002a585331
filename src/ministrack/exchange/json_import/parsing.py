"""Takes a JSON file apart, in the child process: what is well formed, and what is not known here."""

import json
from collections import Counter
from pathlib import Path
from typing import NoReturn, TypedDict

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import specs
from ministrack.domain.language import tr
from ministrack.exchange.choices import Choices
from ministrack.exchange.json_names import FORMAT, VERSION
from ministrack.sandbox.file_problem import FileProblem

MOST_RECORDS = 1_000_000

Value = str | int | bool | None
Entry = tuple[str, dict[str, object]]


class Found(TypedDict):
    """Records with the table that each is of, in the order of the file; and what is passed over."""

    records: list[Entry]
    tables: dict[str, int]  # that are not known here: how many records
    fields: dict[tuple[str, str], int]  # the same for fields by table and name


def parse(path: str, _choices: Choices) -> Found:
    """What the file holds. Raises FileProblem where it is no dossier as JSON, or of a later version."""
    document = _loaded(Path(path).read_bytes())
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise _refused(
            tr("This is JSON, but not a dossier that ministrack has written."),
            tr("Choose a file that was exported as JSON, or one that follows docs/format.md."),
        )
    version, records = document.get("version"), document.get("records")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise _refused(tr("The file does not say of which version its format is."), _as_described())
    if version > VERSION:
        raise _refused(
            tr(
                "The file has a later format ({theirs}) than this program knows ({ours}).",
                theirs=version,
                ours=VERSION,
            ),
            tr("Install a newer version of ministrack."),
        )
    if not isinstance(records, dict):
        raise _refused(tr("The file holds no “records”."), _as_described())
    return _found(records)


def _found(records: dict[str, object]) -> Found:
    found: Found = {"records": [], "tables": {}, "fields": {}}
    unknown: Counter[tuple[str, str]] = Counter()
    total = 0
    for table, entries in records.items():
        if not isinstance(entries, list):
            raise _refused(tr("“{table}” is no list of records.", table=table[:40]), _as_described())
        total += len(entries)
        if total > MOST_RECORDS:
            raise _refused(
                tr("The file holds more than {n} records.", n=MOST_RECORDS),
                tr("Divide it into smaller ones."),
            )
        if table not in RECORD_TYPES:
            found["tables"][table[:80]] = len(entries)
            continue
        known = {"id", *specs(RECORD_TYPES[table])}
        for entry in entries:
            values = entry if isinstance(entry, dict) else {}
            found["records"].append((table, {name: values[name] for name in values if name in known}))
            unknown.update((table, name[:80]) for name in values if name not in known)
    found["fields"] = dict(unknown)
    return found


def _loaded(content: bytes) -> object:
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise _refused(
            tr("The file is not written in UTF-8."), tr("Save it anew as UTF-8, or export it again.")
        ) from error
    except json.JSONDecodeError as error:
        raise FileProblem(
            tr("The file is no whole JSON: line {line} cannot be read.", line=error.lineno),
            line=error.lineno,
            safe=tr("Nothing was changed."),
            todo=tr("It may have been cut off on its way; get it again."),
        ) from error
    except (RecursionError, ValueError) as error:
        raise _refused(tr("The file holds numbers or lists that no dossier has."), _as_described()) from error


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def _refused(what: str, todo: str) -> FileProblem:
    return FileProblem(what, safe=tr("Nothing was changed."), todo=todo)


def _as_described() -> str:
    return tr("docs/format.md describes what it has to look like.")
