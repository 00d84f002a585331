"""What is said of a task in the table and on cards: its owner, where it comes from, when it is due."""

from datetime import date

from ministrack.domain.dates import explain, show
from ministrack.domain.language import interface_language, ordinal, tr, trn
from ministrack.domain.lists import Row
from ministrack.domain.task import days_overdue
from ministrack.ui.models.cells import date_cell, flagged, meeting, plain_or, written
from ministrack.ui.models.column import Cell, Look
from ministrack.ui.naming import dotted, meeting_columns
from ministrack.ui.style.theme import Tone

OWNER = ("owner", "party_code")
ORIGIN = ("carried", *meeting_columns("made"))
DUE = ("due", "due_precision", "before_name", "before_number", "before_date")
OVERDUE = ("due_last", "status")

_DAY, _WEEK, _YEAR = 1, 7, 365
_WEEKS = 21  # days from which on weeks say more
_YEARS = 2 * _YEAR  # days from which on years say more


def owner(row: Row) -> Cell:
    """Who owes it, with the flag of a country."""
    if row["party_code"]:
        return flagged(row["party_code"], row["owner"])
    return plain_or(row["owner"], tr("nobody named"))


def made_at(row: Row) -> Cell:
    """The meeting that it comes from; where later ones were held since, it says that it is carried over."""
    if not row["made_name"]:
        return Cell()
    plain = meeting(row, "made")
    if not row["carried"]:
        return plain
    said = tr("{meeting}, carried over", meeting=_which(row))  # the meeting first: the column may be narrow
    tip = dotted((written(row["made_name"]), plain.text))
    return Cell(said, pill=Tone.NEUTRAL, spoken=origin(row), tip=f"{tip}\n{origin(row)}")


def origin(row: Row) -> str:
    """ "from 2nd · Baku", or "carried from 1st · Astana" once a later meeting was held; none: no words."""
    if not row["made_name"]:
        return ""
    which = _which(row)
    return (
        tr("carried from {meeting}", meeting=which) if row["carried"] else tr("from {meeting}", meeting=which)
    )


def _which(row: Row) -> str:
    number = row["made_number"]
    place = written(row["made_city"] or row["made_country_name"])
    return dotted((ordinal(number), place)) if isinstance(number, int) else written(row["made_name"])


def due(row: Row) -> Cell:
    """The date itself, or the meeting before which it is due, with the date of that meeting."""
    if not row["before_name"]:
        return date_cell(row["due"], loose=row["due_precision"] != "day")
    rank, edtf = row["before_number"], row["before_date"]
    which = (
        tr("{ordinal} meeting", ordinal=ordinal(rank))
        if isinstance(rank, int)
        else written(row["before_name"])
    )
    if not edtf:
        return Cell(tr("by {meeting}", meeting=which), Look.LOOSE)
    day = show(str(edtf), interface_language())
    look = Look.PLAIN if row["due_precision"] == "day" else Look.LOOSE
    meaning = explain(str(edtf), interface_language())
    return Cell(tr("by {meeting} · {date}", meeting=which, date=day), look, tip=meaning)


def overdue(row: Row) -> Cell:
    """How long ago the last day passed on which it may have been due."""
    unit, n = _time_since(row)
    words = {
        _DAY: trn("by {n} day", "by {n} days", n),
        _WEEK: trn("by {n} week", "by {n} weeks", n),
        _YEAR: trn("by {n} year", "by {n} years", n),
    }
    return Cell(words[unit], Look.ALARM) if n else Cell()


def overdue_in_words(row: Row) -> str:
    """The same as a phrase of its own, for places without a heading."""
    unit, n = _time_since(row)
    words = {
        _DAY: trn("overdue by {n} day", "overdue by {n} days", n),
        _WEEK: trn("overdue by {n} week", "overdue by {n} weeks", n),
        _YEAR: trn("overdue by {n} year", "overdue by {n} years", n),
    }
    return words[unit] if n else ""


def _time_since(row: Row) -> tuple[int, int]:
    """The unit that says most of it, in days, and how many of them; none of them where it is not late."""
    days = days_overdue(row["status"], row["due_last"], date.today())
    unit = _DAY
    if days >= _WEEKS:
        unit = _WEEK if days < _YEARS else _YEAR
    return unit, days // unit
