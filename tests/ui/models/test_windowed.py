"""The model of a list: rows are read where they are looked at, and edits are announced narrowly."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from ministrack.domain.filters import OneOf
from ministrack.domain.lists import ListQuery
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.record import Ref
from ministrack.edits.records import add_record, change_record, remove_record
from ministrack.edits.workspace import Workspace
from ministrack.ui.models.answers import CELL_ROLE, RECORD_ROLE
from ministrack.ui.models.column import Cell
from ministrack.ui.models.windowed import WindowedModel, query_columns
from ministrack.ui.views.meetings.plan import MEETINGS
from tests.dossiers import filled

pytestmark = pytest.mark.usefixtures("qapp")

COUNT = 5000
NAME = 1  # column


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    workspace = filled(
        tmp_path_factory.mktemp("many") / "Көп.ministrack",
        [Meeting(name=f"Кеңеш {number}", number=number, date="2026") for number in range(COUNT)],
    )
    yield workspace
    workspace.close()


@pytest.fixture
def few(tmp_path: Path) -> Iterator[Workspace]:
    workspace = filled(
        tmp_path / "Az.ministrack", [Meeting(name=f"Görüş {number}", number=number) for number in range(4)]
    )
    yield workspace
    workspace.close()


def model_of(workspace: Workspace) -> WindowedModel:
    query = ListQuery("meeting", query_columns(MEETINGS.columns), sort="number")
    return WindowedModel(workspace.read, query, MEETINGS.columns)


def names(model: WindowedModel) -> list[object]:
    return [model.index(row, NAME).data() for row in range(model.rowCount())]


def test_five_thousand_rows_satisfy_the_model_tester(many: Workspace) -> None:
    model = model_of(many)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert model.rowCount() == COUNT
    assert model.index(0, NAME).data() == "Кеңеш 0"
    assert model.index(COUNT - 1, NAME).data() == f"Кеңеш {COUNT - 1}"
    assert model.index(2500, NAME).data() == "Кеңеш 2500"
    model.set_query(ListQuery("meeting", model.query.columns, sort="number", descending=True))
    assert model.index(0, NAME).data() == f"Кеңеш {COUNT - 1}"
    model.set_query(ListQuery("meeting", model.query.columns, OneOf("status", ("held",))))
    assert model.rowCount() == 0
    assert tester.model() is model


def test_a_row_knows_its_record_and_what_is_said_of_it(many: Workspace) -> None:
    model = model_of(many)
    index = model.index(7, NAME)
    ref = index.data(RECORD_ROLE)
    assert ref == model.ref_at(7)
    assert many.read.label(Ref(*ref)) == "Кеңеш 7"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Meeting: Кеңеш 7"
    assert isinstance(index.data(CELL_ROLE), Cell)
    said = [
        model.index(7, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for column in range(model.columnCount())
    ]
    assert "Open tasks: 0" in said
    assert all(": " in words for words in said), said  # an empty cell says which one it is, too
    assert model.row_of(Ref(*ref)) == 7
    assert model.row_of(Ref("task", ref[1])) is None


def test_a_change_of_one_row_in_view_is_announced_for_that_row_alone(few: Workspace) -> None:
    model = model_of(few)
    before = names(model)
    ref = model.ref_at(2)
    assert ref is not None
    changed, reset = QSignalSpy(model.dataChanged), QSignalSpy(model.modelReset)
    few.run(change_record(few.read, ref, new={"name": "Türkiye görüşü"}))
    assert model.refresh(range(4), {ref.id: 2})
    assert reset.count() == 0
    assert [(changed.at(n)[0].row(), changed.at(n)[1].row()) for n in range(changed.count())] == [(2, 2)]
    assert names(model) == [*before[:2], "Türkiye görüşü", *before[3:]]


def test_a_row_more_or_less_or_elsewhere_resets(few: Workspace) -> None:
    model = model_of(few)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    names(model)
    few.run(add_record(Meeting(name="Beşinci", number=9)))
    assert not model.refresh(range(4), {})
    assert names(model)[-1] == "Beşinci"
    last = model.ref_at(4)
    assert last is not None
    few.run(change_record(few.read, last, new={"number": None}))
    few.run(change_record(few.read, last, new={"number": 8}))
    assert model.refresh(range(5), {last.id: 4})
    first = model.ref_at(0)
    assert first is not None
    few.run(change_record(few.read, first, new={"number": 20}))
    assert not model.refresh(range(5), {})
    assert names(model)[-1] == "Görüş 0"
    few.run(remove_record(few.read, first))
    assert not model.refresh(range(5), {})
    assert model.rowCount() == 4


def test_a_pinned_row_that_moved_out_of_view_resets(few: Workspace) -> None:
    model = model_of(few)
    names(model)
    third, fourth = model.ref_at(2), model.ref_at(3)
    assert third is not None
    assert fourth is not None
    few.run(change_record(few.read, third, new={"number": 30, "status": MeetingStatus.HELD.value}))
    assert not model.refresh(range(2), {fourth.id: 3})
    assert model.row_of(fourth) == 2


def test_rows_that_went_away_unannounced_are_shown_empty(few: Workspace) -> None:
    model = model_of(few)
    ref = model.ref_at(0)
    assert ref is not None
    fresh = model_of(few)
    few.run(remove_record(few.read, ref))
    assert fresh.index(3, NAME).data() == ""
    assert fresh.ref_at(3) is None
