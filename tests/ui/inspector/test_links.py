"""Which rows belong to a record, in which words, and what the shared filter leaves of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from ministrack.domain.filters import SharedFilter
from ministrack.domain.lists import ListQuery
from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.entries import Entry, Mark
from ministrack.ui.inspector.entry_model import EntryModel, ListingLines, ReadyLines
from ministrack.ui.inspector.linked_list import LinkedList
from ministrack.ui.inspector.links import BELOW_FORM, TABS, tabs_of
from ministrack.ui.inspector.subject import Subject, find_subject

EVERYTHING = SharedFilter()


def record(desk: Desk, table: str, name: str) -> Ref:
    rows = desk.read.rows(ListQuery(table, ("label",)))
    return next(Ref(table, str(row["id"])) for row in rows if name in str(row["label"]))


def subject(desk: Desk, table: str, name: str) -> Subject:
    found = find_subject(desk.read, record(desk, table, name))
    assert found is not None
    return found


def linked(about: Subject, tab: str) -> LinkedList:
    return next(each for each in tabs_of(about) if each.name == tab).lists[0]


def entries(desk: Desk, about: Subject, tab: str, shared: SharedFilter = EVERYTHING) -> list[Entry]:
    chosen = linked(about, tab)
    return [chosen.entry(row, desk.read) for row in desk.read.rows(chosen.query(about, shared))]


def all_lists() -> Iterator[tuple[str, LinkedList]]:
    for table, tabs in TABS.items():
        for tab in tabs:
            yield from ((table, each) for each in tab.lists)
    for table, lists in BELOW_FORM.items():
        yield from ((table, each) for each in lists)


def test_every_list_of_every_record_can_be_read(desk: Desk) -> None:
    shared = SharedFilter(parties=(record(desk, "party", "Kyrgyz").id,), text="Baku")
    read = 0
    for table, each in all_lists():
        for row in desk.read.rows(ListQuery(table, ())):
            about = find_subject(desk.read, Ref(table, str(row["id"])))
            assert about is not None
            shown, hidden = each.counts(desk.read, about, shared)
            assert shown + hidden == desk.read.count(each.table, each.belonging(about))
            for line in desk.read.rows(each.query(about, EVERYTHING)):
                assert each.entry(line, desk.read).primary
                read += 1
    assert read > 50


def test_delegations_of_a_meeting_say_who_came_at_which_level(desk: Desk) -> None:
    said = entries(desk, subject(desk, "meeting", "Second"), "delegations")
    assert [entry.primary for entry in said] == [
        "Azerbaijan", "Kazakhstan", "Kyrgyzstan", "Türkiye", "Uzbekistan", "OTS Secretariat",
    ]  # fmt: skip
    kyrgyzstan = said[2]
    assert kyrgyzstan.secondary == "Iskender Sydygaliev · Deputy Minister of Justice"
    assert kyrgyzstan.pill == "Deputy minister"
    assert kyrgyzstan.flag == "KG"
    assert kyrgyzstan.opens is not None
    assert kyrgyzstan.opens.table == "delegation"


def test_a_country_in_the_filter_leaves_its_delegation_and_counts_the_rest(desk: Desk) -> None:
    about = subject(desk, "meeting", "Second")
    shared = SharedFilter(parties=(record(desk, "party", "Kyrgyz").id,))
    assert [entry.primary for entry in entries(desk, about, "delegations", shared)] == ["Kyrgyzstan"]
    assert linked(about, "delegations").counts(desk.read, about, shared) == (1, 5)


def test_what_earlier_meetings_left_undone_is_carried_over_to_the_next_one(desk: Desk) -> None:
    third = subject(desk, "meeting", "Third")
    carried = {entry.primary for entry in entries(desk, third, "carried")}
    assert "Hold the third meeting" in carried
    assert len(carried) == 5
    assert "carried" not in [tab.name for tab in tabs_of(subject(desk, "meeting", "Second"))]


def test_a_task_shows_its_status_as_words_and_as_a_mark(desk: Desk) -> None:
    third = subject(desk, "meeting", "Third")
    by_name = {entry.primary: entry for entry in entries(desk, third, "carried")}
    held = by_name["Hold the third meeting"]
    assert (held.pill, held.mark) == ("Open", Mark.EMPTY)
    assert held.secondary == "Türkiye · before the 3rd meeting, Türkiye"


def test_the_ledger_of_a_task_names_day_and_meeting(desk: Desk) -> None:
    (entry,) = entries(desk, subject(desk, "task", "draft agreement"), "progress")
    assert entry.primary == "20 Nov 2025 · 2nd meeting, Baku"
    assert entry.pill == "In progress"


def test_statements_of_a_source_open_the_record_they_speak_of(desk: Desk) -> None:
    source = subject(desk, "source", "")
    second = record(desk, "meeting", "Second")
    said = [entry for entry in entries(desk, source, "statements") if entry.opens == second]
    assert "City: Baku" in [entry.primary for entry in said]


@pytest.mark.parametrize("limit", [None, 3])
def test_lines_come_page_by_page(desk: Desk, limit: int | None) -> None:
    about = subject(desk, "source", "")
    chosen = linked(about, "statements")
    lines = ListingLines(
        desk.read.listing(chosen.query(about, EVERYTHING)), lambda row: chosen.entry(row, desk.read), limit
    )
    model = EntryModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_lines(lines)
    everything = desk.read.count("statement")
    assert everything > 64
    assert model.rowCount() == (limit or everything)
    last = model.entry(model.index(model.rowCount() - 1))
    assert last is not None
    model.show_lines(ReadyLines([Entry("<b>Əhmədov</b>")]))
    assert "&lt;b&gt;" in str(model.index(0).data(3))  # 3: the tooltip
    assert tester.model() is model
