"""A form in a window of its own, as a person sees it, and the records of the sample."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ministrack.domain.lists import ListQuery
from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk
from ministrack.ui.forms.catalogue import make_form
from ministrack.ui.forms.form import RecordForm

W = TypeVar("W", bound=QWidget)


class Stage:
    """A window with one form above a button that takes the keyboard away."""

    def __init__(self, qtbot: QtBot, desk: Desk, window: QWidget) -> None:
        self._qtbot = qtbot
        self.desk = desk
        self.window = window
        self.elsewhere = QPushButton("elsewhere", window)
        self._column = QVBoxLayout(window)

    def show(self, table: str, ref: Ref | None = None) -> RecordForm:
        """The form of a record, or of one that is still to be made."""
        form = make_form(table, self.desk)
        self._column.addWidget(form)
        self._column.addWidget(self.elsewhere)
        if ref is not None:
            form.show_record(ref)
        else:
            form.show_draft({})
        self.window.show()
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)
        return form

    def find(self, kind: type[W], name: str) -> W:
        """The widget with this object name."""
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def absent(self, name: str) -> bool:
        """Whether nothing of this name can be seen."""
        found = self.window.findChild(QWidget, name)
        return found is None or not found.isVisibleTo(self.window)

    def text(self, name: str) -> str:
        """The words of a label or button."""
        return str(self.find(QWidget, name).property("text"))

    def stored(self, ref: Ref, field: str) -> object:
        """What stands in the dossier."""
        row = self.desk.read.row(ref, (field,))
        assert row is not None
        return row[field]


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk) -> Iterator[Stage]:
    window = QWidget()
    window.resize(374, 700)
    qtbot.addWidget(window)
    yield Stage(qtbot, desk, window)
    window.close()


@pytest.fixture
def find_record(desk: Desk) -> Callable[[str, str], Ref]:
    """A record of the sample by words of its label."""

    def find(table: str, words: str) -> Ref:
        for row in desk.read.rows(ListQuery(table, ("label",))):
            if words in str(row["label"]):
                return Ref(table, str(row["id"]))
        raise AssertionError(f"no {table} called {words}")

    return find
