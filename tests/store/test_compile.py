"""Filters in SQL pass the same records as the same filters evaluated in plain Python."""

from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ministrack.domain.catalogue import RECORD_TYPES, pointers_to
from ministrack.domain.fields import FieldKind, specs
from ministrack.domain.filters import (
    EVERYTHING,
    Compare,
    Comparison,
    Every,
    Filter,
    Linked,
    Matches,
    Not,
    OneOf,
    Overlaps,
    SharedFilter,
    Some,
    SpeaksOf,
    Via,
)
from ministrack.domain.levels import standard_levels
from ministrack.domain.lists import ListQuery
from ministrack.domain.record import Record
from ministrack.domain.scope import scope
from ministrack.edits.workspace import Workspace
from tests.dossiers import BAKU, EVERY_KIND, JUSTICE, KYRGYZSTAN, OTS, TURKIYE, filled
from tests.plain import passing, value

RECORDS: tuple[Record, ...] = (*standard_levels(), *EVERY_KIND)
DAYS = st.one_of(
    st.none(), st.sampled_from(["2009-10-03", "2024-01-01", "2025-11-20", "2026-05-31", "2027-01-01"])
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    workspace = filled(tmp_path_factory.mktemp("compile") / "shared.ministrack")
    yield workspace
    workspace.close()


def values_of(table: str, field: str) -> list[str | int]:
    """What stands in a field of the records, and something that stands in none."""
    present = {value(record, field) for record in RECORDS if table == record.TABLE} - {None}
    own = specs(RECORD_TYPES[table])
    whole = field in own and own[field].kind in (FieldKind.INTEGER, FieldKind.FLAG)
    return sorted([each for each in present if each is not None], key=str) + ([7] if whole else ["nothing"])


@cache
def compares(table: str) -> st.SearchStrategy[Filter]:
    def of_field(name: str) -> st.SearchStrategy[Filter]:
        wanted = st.one_of(st.none(), st.sampled_from(values_of(table, name)))
        by = st.sampled_from(Comparison)
        return st.builds(
            lambda each, how: Compare(name, each, how if each is not None else Comparison.EQUAL), wanted, by
        )

    def some_of_field(name: str) -> st.SearchStrategy[Filter]:
        texts = [str(each) for each in values_of(table, name)]
        return st.builds(
            lambda chosen: OneOf(name, tuple(chosen)), st.lists(st.sampled_from(texts), max_size=3)
        )

    own = specs(RECORD_TYPES[table]).values()
    plain = ["id", *(spec.name for spec in own)]
    texts = ["id", *(spec.name for spec in own if spec.kind not in (FieldKind.INTEGER, FieldKind.FLAG))]
    parts = [st.sampled_from(plain).flatmap(of_field), st.sampled_from(texts).flatmap(some_of_field)]
    dates = [spec.name for spec in own if spec.kind is FieldKind.DATE]
    if dates:
        parts.append(st.builds(Overlaps, st.sampled_from(dates), DAYS, DAYS))
    return st.one_of(parts)


@cache
def filters(table: str, depth: int) -> st.SearchStrategy[Filter]:
    """Filters for a table, across records down to a depth."""
    simple = compares(table)
    if depth == 0:
        return simple
    parts: list[st.SearchStrategy[Filter]] = [simple]
    own = specs(RECORD_TYPES[table]).values()
    parts += [_via(spec.name, spec.refers, depth - 1) for spec in own if spec.kind is FieldKind.REFERENCE]
    parts += [_linked(pointer.table, pointer.field, depth - 1) for pointer in pointers_to(table)]
    if table == "source":
        parts.append(filters("person", depth - 1).map(lambda inner: SpeaksOf("person", inner)))
    joined = st.one_of(parts)
    several = st.lists(joined, max_size=3).map(tuple)
    return st.one_of(joined, several.map(Every), several.map(Some), joined.map(Not))


def _via(field: str, table: str, depth: int) -> st.SearchStrategy[Filter]:
    return st.deferred(lambda: filters(table, depth)).map(lambda inner: Via(field, table, inner))


def _linked(table: str, field: str, depth: int) -> st.SearchStrategy[Filter]:
    return st.deferred(lambda: filters(table, depth)).map(lambda inner: Linked(table, field, inner))


ANY = st.sampled_from(sorted(RECORD_TYPES)).flatmap(
    lambda table: st.tuples(st.just(table), filters(table, 2))
)


@settings(max_examples=200, deadline=None)
@given(asked=ANY)
def test_a_filter_passes_what_it_means(shared: Workspace, asked: tuple[str, Filter]) -> None:
    table, wanted = asked
    expected = passing(wanted, table, RECORDS)
    assert {record.id for record in shared.read.find(RECORD_TYPES[table], wanted)} == expected
    assert shared.read.count(table, wanted) == len(expected)
    assert {
        str(row["id"]) for row in shared.read.rows(ListQuery(table, ("label",), wanted, "label"))
    } == expected


def subsets(*values: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True, max_size=2).map(tuple)


SHARED_FILTERS = st.builds(
    SharedFilter,
    parties=subsets(TURKIYE.id, KYRGYZSTAN.id, OTS.id),
    series=subsets(JUSTICE.id, "none"),
    period_first=DAYS,
    period_last=DAYS,
    meeting_statuses=subsets("held", "planned"),
    task_statuses=subsets("open", "done"),
    levels=subsets("minister", "deputy_minister", "head_of_organisation"),
    sources=subsets("none", "disputed"),
)


@settings(max_examples=200, deadline=None)
@given(table=st.sampled_from(sorted(RECORD_TYPES)), narrowed=SHARED_FILTERS)
def test_the_shared_filter_passes_what_it_means(
    shared: Workspace, table: str, narrowed: SharedFilter
) -> None:
    wanted = scope(table, narrowed)
    found = {record.id for record in shared.read.find(RECORD_TYPES[table], wanted)}
    assert found == passing(wanted, table, RECORDS)


def test_deep_filters_are_no_trouble(shared: Workspace) -> None:
    deep: Filter = Compare("id", BAKU.id)
    for _ in range(40):
        deep = Not(deep)
    assert [meeting.id for meeting in shared.read.find(type(BAKU), deep)] == [BAKU.id]


def test_unknown_values_do_not_hold_nor_does_their_contrary_fail(shared: Workspace) -> None:
    """SQL would leave out a row with an unknown city from both."""
    inside = shared.read.count("meeting", Compare("city", "Bakı"))
    without = shared.read.count("meeting", Not(Compare("city", "Bakı")))
    assert (inside, without, shared.read.count("meeting", EVERYTHING)) == (1, 2, 3)


WORDS = st.text(alphabet="abıİğşçəʻ'\"`*:^-+(){}[]|&!~.,/\\ \n\t\0ANDORNOTEAR0Жü", max_size=25)
SYNTAX = st.sampled_from(
    [
        '"',
        '""',
        "'",
        "*",
        "a*",
        "^a",
        "a:b",
        "folded:x",
        "{folded} : x",
        "NEAR(a b)",
        "a AND",
        "OR",
        "NOT a",
        "-a",
        "(",
        ")",
    ]
)


@settings(max_examples=2000, deadline=None)
@given(typed=st.one_of(WORDS, SYNTAX, st.text(max_size=25), st.lists(SYNTAX, max_size=4).map(" ".join)))
def test_no_text_upsets_search_or_filter(shared: Workspace, typed: str) -> None:
    shared.read.search(typed)
    assert shared.read.count("person", Matches(typed)) <= 2
