"""The columns of the tables of gaps: the record, and when to look again for what it lacks."""

from datetime import date
from functools import partial

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.gaps import Gap, gap_of
from ministrack.domain.language import N_, tr
from ministrack.domain.lists import Row
from ministrack.domain.values import replace
from ministrack.ui.models.cells import date_cell, name, soft, tipped
from ministrack.ui.models.column import Cell, Column, Look

AGAIN, NOTE = "again", "note"


def gap_columns(gap: Gap) -> tuple[Column, ...]:
    """The columns of a table of records that lack the same."""
    own = f"_of_gap_{gap.name}"
    return (
        _named(RECORD_TYPES[gap.table].ONE, "label", "label"),
        *_asked(f"{AGAIN}{own}", f"{AGAIN}_first{own}", f"{NOTE}{own}"),
    )


def asked_columns() -> tuple[Column, ...]:
    """The columns of the table of everything that is to be looked at again."""
    return (
        _named(N_("Record"), "subject_label", ""),
        Column("missing", N_("What is missing"), ("missing",), _missing, "missing", 10, 24),
        *_asked(AGAIN, f"{AGAIN}_first", NOTE),
    )


def _asked(again: str, first: str, note: str) -> tuple[Column, Column]:
    return (
        Column("again", N_("Look again"), (again, first), partial(_again, again, first), first, 12, 24),
        Column("note", N_("Note"), (note,), partial(_note, note), "", 10, 60, fills=True, shrinks=True),
    )


def _named(title: str, label: str, sort: str) -> Column:
    """The column of the record itself; `label` is the column of the query that names it."""
    cell = partial(_name, label)
    return Column("record", title, (label,), cell, sort, 16, 60, shrinks=True, stays=True)


def _name(label: str, row: Row) -> Cell:
    return replace(name(row[label]), tip=str(row[label]))


def _missing(row: Row) -> Cell:
    gap = gap_of(str(row["missing"]))
    return Cell(missing_words(gap) if gap is not None else str(row["missing"]))


def missing_words(gap: Gap) -> str:
    """What is missing, as the first words of a cell."""
    words = tr(gap.missing)
    return words[:1].upper() + words[1:]


def _again(again: str, first: str, row: Row) -> Cell:
    if not row[again]:
        return soft(tr("no date yet"))
    cell = date_cell(row[again])
    if str(row[first]) > date.today().isoformat():
        return cell
    return replace(cell, look=Look.ALARM, spoken=tr("{date}, due", date=cell.text))


def _note(note: str, row: Row) -> Cell:
    return tipped(row[note])
