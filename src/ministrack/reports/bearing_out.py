"""Which statements of sources bear out what the dossier holds now: a field may have been changed since."""

from collections.abc import Iterable, Mapping, Sequence

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.dates import span
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldKind, FieldSpec, specs
from ministrack.domain.lists import Value
from ministrack.domain.names import fold
from ministrack.domain.source import Statement
from ministrack.reports.rows import rows_of, text
from ministrack.store.reader import Reader

_EXACT = (FieldKind.DATE, FieldKind.CHOICE, FieldKind.INTEGER, FieldKind.FLAG)

Present = Mapping[tuple[str, str, str], Value]
"""What fields hold, by table, record and field."""


def bearing_out(read: Reader, statements: Sequence[Statement]) -> list[Statement]:
    """Those that say what the field says now; one that gives no value bears out any.

    Names are rarely written alike: a text is borne out where it shares a word with what is stated.
    """
    present = _present(read, statements)
    labels = _labels(read, present)
    return [said for said in statements if _holds(said, present, labels)]


def _present(read: Reader, statements: Iterable[Statement]) -> Present:
    """Read table by table, all fields of which anything is stated at once."""
    fields: dict[str, dict[str, None]] = {}
    ids: dict[str, dict[str, None]] = {}
    for said in statements:
        if _spec(said.subject_table, said.field) is not None:
            fields.setdefault(said.subject_table, {})[said.field] = None
            ids.setdefault(said.subject_table, {})[said.subject] = None
    return {
        (table, text(row["id"]), name): row[name]
        for table, names in fields.items()
        for row in rows_of(read, table, tuple(names), ids[table])
        for name in names
    }


def _labels(read: Reader, present: Present) -> Mapping[str, str]:
    """What the records are called that fields point at, by id."""
    pointed: dict[str, list[str]] = {}
    for (table, _, name), value in present.items():
        spec = _spec(table, name)
        if spec is not None and spec.refers and value:
            pointed.setdefault(spec.refers, []).append(text(value))
    return {
        text(row["id"]): text(row["label"])
        for table, ids in pointed.items()
        for row in rows_of(read, table, ("label",), ids)
    }


def _holds(said: Statement, present: Present, labels: Mapping[str, str]) -> bool:
    spec = _spec(said.subject_table, said.field)
    if spec is None or not said.value:
        return True
    value = text(present.get((said.subject_table, said.subject, said.field)))
    if value == said.value:
        return True
    if spec.kind in _EXACT:
        return not _is_readable(spec, said.value)
    stated, held = fold(said.value).split(), fold(labels.get(value, value)).split()
    return not stated or bool(set(stated) & set(held))


def _is_readable(spec: FieldSpec, stated: str) -> bool:
    """Whether it is a value that the field could have: what is stated in words alone proves nothing."""
    if spec.kind is FieldKind.CHOICE:
        return stated in [member.value for member in spec.choices or ()]
    if spec.kind is not FieldKind.DATE:
        return stated.isdecimal()
    try:
        span(stated)
    except InvalidValue:
        return False
    return True


def _spec(table: str, field: str) -> FieldSpec | None:
    kind = RECORD_TYPES.get(table)
    return specs(kind).get(field) if kind is not None else None
