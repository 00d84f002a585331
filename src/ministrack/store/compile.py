"""Filter values to SQL conditions with parameters."""

from collections.abc import Callable, Mapping

from ministrack.domain.filters import (
    Compare,
    Disputed,
    Every,
    Filter,
    LedAt,
    Linked,
    Matches,
    Not,
    OneOf,
    Overlaps,
    Some,
    SpeaksOf,
    Stated,
    Via,
)
from ministrack.domain.values import dataclass
from ministrack.store.columns import column
from ministrack.store.search import match_expression

Value = str | int | None

_WRITTEN = "lower(trim({}.value))"  # values that differ in this are written differently


@dataclass(frozen=True, slots=True)
class Condition:
    """An SQL condition and the values of its parameters, in order."""

    sql: str
    values: tuple[Value, ...] = ()


def compile_filter(table: str, wanted: Filter) -> Condition:
    """The condition that rows of `table` must satisfy. Names come from declared records, values are bound."""
    compiler: Callable[[str, Filter], Condition] = _COMPILERS[type(wanted)]
    return compiler(table, wanted)


def _compare(table: str, wanted: Filter) -> Condition:
    assert isinstance(wanted, Compare)
    if wanted.value is None:
        return Condition(f"{table}.{wanted.field} IS NULL")
    return Condition(f"{table}.{wanted.field} {wanted.by.value} ?", (wanted.value,))


def _one_of(table: str, wanted: Filter) -> Condition:
    assert isinstance(wanted, OneOf)
    marks = ", ".join("?" * len(wanted.values))
    return Condition(f"{table}.{wanted.field} IN ({marks})", wanted.values)


def _overlaps(table: str, wanted: Filter) -> Condition:
    assert isinstance(wanted, Overlaps)
    parts: list[str] = [f"{table}.{wanted.field}_first IS NOT NULL"]
    values: list[Value] = []
    if wanted.last is not None:
        parts.append(f"{table}.{wanted.field}_first <= ?")
        values.append(wanted.last)
    if wanted.first is not None:
        parts.append(f"{table}.{wanted.field}_last >= ?")
        values.append(wanted.first)
    return Condition(" AND ".join(parts), tuple(values))


def _via(table: str, wanted: Filter) -> Condition:
    assert isinstance(wanted, Via)
    inner = compile_filter(wanted.table, wanted.inner)
    sql = f"{table}.{wanted.field} IN (SELECT id FROM {wanted.table} WHERE {inner.sql})"
    return Condition(sql, inner.values)


def _linked(table: str, wanted: Filter) -> Condition:
    assert isinstance(wanted, Linked)
    inner = compile_filter(wanted.table, wanted.inner)
    sql = f"{table}.id IN (SELECT {wanted.table}.{wanted.field} FROM {wanted.table} WHERE {inner.sql})"
    return Condition(sql, inner.values)


def _speaks_of(table: str, wanted: Filter) -> Condition:
    assert isinstance(wanted, SpeaksOf)
    inner = compile_filter(wanted.table, wanted.inner)
    sql = (
        f"{table}.id IN (SELECT statement.source FROM statement WHERE statement.subject_table = ? "
        f"AND statement.subject IN (SELECT id FROM {wanted.table} WHERE {inner.sql}))"
    )
    return Condition(sql, (wanted.table, *inner.values))


def _stated(table: str, wanted: Filter) -> Condition:
    assert isinstance(wanted, Stated)
    said = f"SELECT 1 FROM statement WHERE statement.subject_table = ? AND statement.subject = {table}.id"
    values: tuple[Value, ...] = (table,)
    if wanted.field is not None:
        said, values = f"{said} AND statement.field = ?", (table, wanted.field)
    if wanted.disputed:
        value = _WRITTEN.format("statement")
        said = f"{said} GROUP BY statement.field HAVING min({value}) <> max({value})"
    return Condition(f"EXISTS ({said})", values)


def _disputed(_: str, wanted: Filter) -> Condition:
    assert isinstance(wanted, Disputed)
    same = " AND ".join(f"other.{name} = statement.{name}" for name in ("subject_table", "subject", "field"))
    differs = f"{_WRITTEN.format('other')} <> {_WRITTEN.format('statement')}"
    return Condition(f"EXISTS (SELECT 1 FROM statement AS other WHERE {same} AND {differs})")


def _led_at(table: str, wanted: Filter) -> Condition:
    assert isinstance(wanted, LedAt)
    marks = ", ".join("?" * len(wanted.levels))
    # The index finds those with anybody at the level; only of these is the head looked up.
    sql = (
        f"{table}.id IN (SELECT delegate.delegation FROM delegate WHERE delegate.level IN ({marks})) "
        f"AND {column('delegation', 'head_level')} IN ({marks})"
    )
    return Condition(sql, (*wanted.levels, *wanted.levels))


def _matches(table: str, wanted: Filter) -> Condition:
    assert isinstance(wanted, Matches)
    expression = match_expression(wanted.text)
    if not expression:
        return Condition("1")
    sql = (  # in this order: few records have the words
        f"{table}.id IN (SELECT entry.row FROM search_text CROSS JOIN search_entry AS entry "
        "ON entry.docid = search_text.rowid WHERE search_text MATCH ? AND entry.tbl = ?)"
    )
    return Condition(sql, (expression, table))


def _every(table: str, wanted: Filter) -> Condition:
    assert isinstance(wanted, Every)
    return _joined(table, wanted.parts, " AND ", "1")


def _some(table: str, wanted: Filter) -> Condition:
    assert isinstance(wanted, Some)
    return _joined(table, wanted.parts, " OR ", "0")


def _not(table: str, wanted: Filter) -> Condition:
    assert isinstance(wanted, Not)
    inner = compile_filter(table, wanted.part)
    # Not NOT: what is unknown does not hold, so its contrary does.
    return Condition(f"({inner.sql}) IS NOT TRUE", inner.values)


def _joined(table: str, parts: tuple[Filter, ...], word: str, empty: str) -> Condition:
    compiled = [compile_filter(table, part) for part in parts]
    if not compiled:
        return Condition(empty)
    sql = word.join(f"({part.sql})" for part in compiled)
    return Condition(f"({sql})", tuple(value for part in compiled for value in part.values))


_COMPILERS: Mapping[type, Callable[[str, Filter], Condition]] = {
    Compare: _compare,
    OneOf: _one_of,
    Overlaps: _overlaps,
    Via: _via,
    Linked: _linked,
    SpeaksOf: _speaks_of,
    Stated: _stated,
    LedAt: _led_at,
    Disputed: _disputed,
    Matches: _matches,
    Every: _every,
    Some: _some,
    Not: _not,
}
