"""The strip that tells how the plan of a meeting came about, as a person uses it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.domain.source import Source, Statement
from ministrack.edits.records import add_record, change_record
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.inspector import Inspector
from ministrack.ui.inspector.link_list import LinkList
from ministrack.ui.inspector.plan_strip import PlanNode
from ministrack.ui.inspector.record_tabs import RecordTabs


@pytest.fixture
def inspector(qtbot: QtBot, desk: Desk) -> Inspector:
    made = Inspector(desk)
    qtbot.addWidget(made)
    made.resize(400, 900)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def third(desk: Desk) -> Ref:
    return Ref("meeting", desk.read.find(Meeting, Compare("number", 3))[0].id)


def announce(desk: Desk, meeting: Ref, date: str, published: str) -> None:
    source = Source(title="Üçüncü görüş", publisher="Azərtac", published=published)
    desk.workspace.run(add_record(source))
    said = Statement(
        quote="…", source=source.id, subject_table="meeting", subject=meeting.id, field="date", value=date
    )
    desk.workspace.run(add_record(said))


def nodes(inspector: Inspector) -> list[PlanNode]:
    return [node for node in inspector.findChildren(PlanNode) if node.isVisible()]


def tab(inspector: Inspector) -> str:
    found = inspector.findChild(RecordTabs)
    assert found is not None
    return found.chosen


def test_one_step_alone_is_not_told(desk: Desk, inspector: Inspector, third: Ref) -> None:
    desk.focus.select(third)
    assert nodes(inspector) == []
    desk.runner.run(change_record(desk.read, third, new={"date": "2026-23"}))
    assert [node.accessibleName().splitlines()[1] for node in nodes(inspector)] == [
        "Date: 2026",
        "Date: autumn 2026",
    ]


def test_steps_lead_to_their_sentence_or_to_their_change(
    desk: Desk, inspector: Inspector, third: Ref
) -> None:
    announce(desk, third, "2026-23", "2026-03-02")
    desk.runner.run(change_record(desk.read, third, new={"date": "2026-10-09"}))
    desk.focus.select(third)
    said, changed = nodes(inspector)[1], nodes(inspector)[-1]
    assert said.accessibleName() == "Said by Azərtac, 2 Mar 2026\nDate: autumn 2026"
    assert said.toolTip()
    assert changed.accessibleName().startswith("Changed by Aygün, ")
    assert changed.accessibleName().endswith("This holds now.")
    said.setFocus()
    QTest.keyClick(said, Qt.Key.Key_Space)
    assert tab(inspector) == "sources"
    inspector.show_tab("details")
    changed.click()
    assert tab(inspector) == "history"
    history = inspector.findChild(LinkList, "inspector.history.list")
    assert history is not None
    entry = history.entries.entry(history.currentIndex())
    assert entry is not None
    assert "9 Oct 2026" in entry.secondary


def test_steps_wrap_in_a_narrow_pane_and_stay_inside(
    qtbot: QtBot, desk: Desk, inspector: Inspector, third: Ref
) -> None:
    for month in range(1, 7):
        announce(desk, third, f"2026-{month + 3:02}", f"2026-{month:02}-15")
    desk.focus.select(third)
    shown = nodes(inspector)

    def lines() -> set[int]:
        return {node.mapTo(inspector, node.rect().topLeft()).y() for node in shown}

    qtbot.waitUntil(lambda: len(lines()) > 1)
    assert all(node.mapTo(inspector, node.rect().topRight()).x() < inspector.width() for node in shown)


def test_other_kinds_of_records_have_no_plan(desk: Desk, inspector: Inspector, third: Ref) -> None:
    desk.workspace.run(change_record(desk.read, third, new={"date": "2026-23"}))
    desk.focus.select(third)
    assert nodes(inspector)
    person = next(ref for ref, _, _ in desk.read.users(third))
    desk.focus.select(person)
    assert nodes(inspector) == []
    strip = inspector.findChild(QWidget, "inspector.plan")
    assert strip is not None
    assert not strip.isVisible()


def test_many_steps_begin_with_those_of_late(desk: Desk, inspector: Inspector, third: Ref) -> None:
    for number in range(20):
        desk.workspace.run(change_record(desk.read, third, new={"city": f"City {number}"}))
    desk.focus.select(third)
    assert len(nodes(inspector)) == 12
    assert nodes(inspector)[-1].text().startswith("City 19")
    earlier = inspector.findChild(QWidget, "plan.earlier")
    assert earlier is not None
    assert earlier.isVisible()
