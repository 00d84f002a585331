"""Tables that went out come back: untouched lines change nothing, a corrected cell changes just that."""

from collections import Counter
from importlib import import_module
from pathlib import Path

import openpyxl
import pytest

from ministrack.edits.workspace import Workspace
from ministrack.exchange.choices import Choices
from ministrack.exchange.import_formats import IMPORT_FORMATS
from ministrack.exchange.imports import ImportPlan
from ministrack.exchange.outgoing import Options
from ministrack.exchange.plan import Verdict
from ministrack.exchange.selection import Selection, whole_table
from tests.exchange.conftest import exported

KINDS = (
    "meeting", "delegation", "delegate", "person", "party", "task", "progress", "document", "document_stage",
    "body", "source", "statement", "series", "programme_item",
)  # fmt: skip


def planned(workspace: Workspace, file: Path, choices: Choices) -> ImportPlan:
    """What the file would do."""
    chosen = next(each for each in IMPORT_FORMATS if file.suffix in each.suffixes)
    module, _, name = chosen.parser.partition(":")
    parsed = getattr(import_module(module), name)(str(file), choices, _nobody)
    return chosen.plan(workspace.read, parsed, file.name, choices, _nobody)


def _nobody(done: int, total: int) -> None:
    """Nobody waits."""


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.parametrize("table", KINDS)
def test_what_went_out_untouched_changes_nothing(
    sample: Workspace, tmp_path: Path, table: str, suffix: str
) -> None:
    file = tmp_path / f"{table}.{suffix}"
    out = exported(sample.read, suffix, Selection((whole_table(table),)), Options(";", bom=True))
    file.write_bytes(out)
    plan = planned(sample, file, Choices(table=table))
    assert Counter(row.verdict for row in plan.rows) == {Verdict.SAME: sample.read.count(table)}


def test_a_corrected_workbook_changes_just_that(sample: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "meetings.xlsx"
    file.write_bytes(exported(sample.read, "xlsx", Selection((whole_table("meeting"),))))
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    place = [cell.value for cell in sheet[1]].index("Venue") + 1
    sheet.cell(3, place, "Gülüstan Sarayı")
    book.save(file)
    plan = planned(sample, file, Choices())
    (changed,) = [row for row in plan.rows if row.verdict is not Verdict.SAME]
    assert (changed.verdict, changed.table) == (Verdict.CHANGES, "meeting")
    assert "Venue: nothing → Gülüstan Sarayı" in changed.words
