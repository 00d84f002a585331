"""Files as they come from spreadsheets, and the plan of one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ministrack.domain.progress import untold
from ministrack.edits.sample import load_sample
from ministrack.edits.workspace import Workspace
from ministrack.exchange.choices import Choices
from ministrack.exchange.tables.delimited import read_delimited
from ministrack.exchange.tables.table_plan import TableImport, plan_table
from tests.dossiers import AYGUN

FREE = Choices()
"""Nothing is decided."""

Planned = Callable[..., TableImport]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace.create(tmp_path / "Bakı.ministrack", AYGUN)
    opened.run(load_sample())
    yield opened
    opened.close()


@pytest.fixture
def planned(workspace: Workspace, tmp_path: Path) -> Planned:
    """Plan a text as if it were a file."""

    def plan(text: str, choices: Choices = FREE, encoding: str = "utf-8") -> TableImport:
        file = tmp_path / "list.csv"
        file.write_bytes(text.encode(encoding))
        parsed = read_delimited(str(file), choices, untold)
        return plan_table(workspace.read, parsed, file.name, choices, untold)

    return plan
