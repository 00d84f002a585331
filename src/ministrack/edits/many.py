"""Many new records of one kind stored at once: the checks and rules of one by one, asked for all together.

What may be refused is not stored here: the writer then goes one by one, and refuses it with its reason.
"""

from collections.abc import Callable, Mapping, Sequence

from ministrack.domain.checks import checked
from ministrack.domain.delegation import Role
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldKind, FieldSpec, specs
from ministrack.domain.record import Record
from ministrack.edits.rules import has_rules
from ministrack.store.dossier import Dossier
from ministrack.store.many import missing_ids, second_chair, store_rows
from ministrack.store.table import Value

Row = dict[str, Value]


def stored_at_once(dossier: Dossier, records: Sequence[Record]) -> bool:
    """Stores new records of one kind; False, and nothing stored, where one of them may have to be refused."""
    kind = type(records[0])
    if has_rules(kind.TABLE) and kind.TABLE not in _RULES:
        return False
    try:
        rows = _clean(kind, records)
        if not (_references_hold(dossier, kind, rows) and _RULES.get(kind.TABLE, _by_schema)(dossier, rows)):
            return False
        with dossier.part():
            store_rows(dossier.connection, kind.TABLE, rows)
    except InvalidValue:
        return False
    return True


def _clean(kind: type[Record], records: Sequence[Record]) -> list[Row]:
    """The records as rows, every value checked. Raises InvalidValue."""
    rows: list[Row] = [{"id": record.id} for record in records]
    for name, spec in specs(kind).items():
        clean = _Checked(spec)
        for row, record in zip(rows, records, strict=True):
            row[name] = clean[getattr(record, name)]
    return rows


class _Checked(dict[object, Value]):
    """Checked values of one field by what was given: the same few come again and again."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        self._spec = spec

    def __missing__(self, value: object) -> Value:
        clean = checked(self._spec, value)
        if self._spec.kind is FieldKind.FLAG:
            clean = int(bool(clean))
        if value is None or isinstance(value, str):  # 1 and True are one key, but not one value
            self[value] = clean
        return clean


def _references_hold(dossier: Dossier, kind: type[Record], rows: Sequence[Row]) -> bool:
    """Whether what the rows point at is there, or stands before them among themselves."""
    places = {row["id"]: place for place, row in enumerate(rows)}
    for name, spec in specs(kind).items():
        if spec.kind is not FieldKind.REFERENCE:
            continue
        wanted = {str(row[name]) for row in rows if row[name] is not None}
        missing = missing_ids(dossier.connection, spec.refers, wanted)
        if missing and spec.refers != kind.TABLE:
            return False
        for place, row in enumerate(rows):
            if row[name] in missing and places.get(row[name], place) >= place:
                return False
    return True


def _by_schema(_: Dossier, rows: Sequence[Row]) -> bool:
    """Unique indexes watch over it: the number in a series, the code of a party, a party once at a meeting.

    The other rules about these kinds cannot be broken by a record to which nothing points yet.
    """
    return bool(rows)


def _one_chair(dossier: Dossier, rows: Sequence[Row]) -> bool:
    chairs = [str(row["delegation"]) for row in rows if row["role"] == Role.CHAIR.value]
    return not (chairs and second_chair(dossier.connection, chairs))


def _one_owner_one_deadline(_: Dossier, rows: Sequence[Row]) -> bool:
    return not any(
        _known(row, "owner_party", "owner_body", "owner_person") > 1 or _known(row, "due", "due_meeting") > 1
        for row in rows
    )


def _known(row: Row, *names: str) -> int:
    return sum(row[name] is not None for name in names)


_RULES: Mapping[str, Callable[[Dossier, Sequence[Row]], bool]] = {
    "meeting": _by_schema,
    "delegation": _by_schema,
    "party": _by_schema,
    "delegate": _one_chair,
    "task": _one_owner_one_deadline,
}
"""Whether rows keep the rules of rules.py; tables that have rules and are not named here go one by one."""
