"""What the view of meetings shows."""

from PySide6.QtWidgets import QWidget

from ministrack.domain.language import N_, counted, tr, trn
from ministrack.domain.lists import Row
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.edits.asking import Reader
from ministrack.ui.desk import Desk
from ministrack.ui.models.cells import (
    count,
    date_cell,
    flagged,
    name,
    number,
    parties,
    plain,
    soft,
    status,
)
from ministrack.ui.models.column import Cell, Column, Edits
from ministrack.ui.models.field_column import field_column
from ministrack.ui.widgets.view import Presentation, PresentationPlan
from ministrack.ui.widgets.view_plan import ViewPlan

_OPEN = "9999"  # the year that stands for an open end


def _number(row: Row) -> Cell:
    return number(row["number"])


def _name(row: Row) -> Cell:
    return name(row["name"])


def _date(row: Row) -> Cell:
    loose = row["date_precision"] != "day" and row["status"] != MeetingStatus.HELD.value
    return date_cell(row["date"], loose=loose, missing=tr("date not set"))


def _place(row: Row) -> Cell:
    code, country, city = (str(row[key] or "") for key in ("country_code", "country_name", "city"))
    codes = (code,) if code else ()
    spoken = tr("{city}, {country}", city=city, country=country) if city and country else city or country
    if city:
        return Cell(city, codes=codes, spoken=spoken, tip=spoken)
    missing = soft(tr("city not set"))
    return Cell(
        missing.text, missing.look, codes=codes, spoken=f"{country} ({missing.text})".strip(), tip=country
    )


def _status(row: Row) -> Cell:
    return status(MeetingStatus, row["status"])


def _delegations(row: Row) -> Cell:
    total = int(row["delegation_count"] or 0)
    if total:
        return parties(row["delegations"], total)
    return soft(tr("not recorded")) if row["status"] == MeetingStatus.HELD.value else soft("—")


def _open_tasks(row: Row) -> Cell:
    """Its own; before the meeting, also those that earlier meetings of its series left open."""
    own, carried = int(row["open_tasks"] or 0), int(row["carried_tasks"] or 0)
    if row["status"] == MeetingStatus.HELD.value or not carried:
        return plain(counted(own))
    tip = trn("{n} task of earlier meetings is open.", "{n} tasks of earlier meetings are open.", carried)
    said = tr("{n} carried", n=counted(carried))
    return Cell(tr("{own} + {carried}", own=counted(own), carried=said) if own else said, tip=tip)


def _series(row: Row) -> Cell:
    return plain(row["series_name"])


def _ends(row: Row) -> Cell:
    """The last day that the date may mean; the day itself where it is known, nothing where it is open."""
    last = str(row["date_last"] or "")
    return date_cell(last) if last and not last.startswith(_OPEN) else Cell()


def _host(row: Row) -> Cell:
    return flagged(row["host_code"], row["host_name"])


def _tasks(row: Row) -> Cell:
    return count(row["task_count"])


def _counted(read: Reader, shown: int) -> str:
    series = read.count("series")
    if not series:
        return counted(shown)
    return tr(
        "{meetings} in {series}", meetings=counted(shown), series=trn("{n} series", "{n} series", series)
    )


def _hidden(n: int) -> str:
    return trn(
        "No meeting matches the filter. {n} is hidden.", "No meeting matches the filter. {n} are hidden.", n
    )


def _calendar(desk: Desk, parent: QWidget) -> Presentation:
    # delayed: start-up time
    from ministrack.ui.views.meetings.calendar.presentation import CalendarPresentation

    return CalendarPresentation(desk, parent)


MEETINGS = ViewPlan(
    table="meeting",
    object_name="meetingsTable",
    title=N_("Meetings"),
    icon="calendar",
    columns=(
        Column("number", N_("No."), ("number",), _number, "number", least=2, most=5, edits=Edits("number")),
        Column(
            "name",
            N_("Meeting"),
            ("name",),
            _name,
            "name",
            least=16,
            most=60,
            fills=True,
            stays=True,
            edits=Edits("name"),
        ),
        Column(
            "date",
            N_("Date"),
            ("date", "date_precision", "status"),
            _date,
            "date",
            least=11,
            most=22,
            shrinks=True,
            edits=Edits("date"),
        ),
        Column(
            "place",
            N_("Place"),
            ("city", "country_code", "country_name"),
            _place,
            "city",
            least=14,
            shrinks=True,
            fields=("city", "country"),
            edits=Edits("city"),
        ),
        Column("status", N_("Status"), ("status",), _status, "status", least=6, edits=Edits("status")),
        Column(
            "delegations",
            N_("Delegations"),
            ("delegations", "delegation_count", "status"),
            _delegations,
            least=14,
            most=30,
            shrinks=True,
        ),
        Column("open_tasks", N_("Open tasks"), ("open_tasks", "carried_tasks", "status"), _open_tasks),
        Column(
            "series",
            N_("Series"),
            ("series_name",),
            _series,
            most=26,
            shrinks=True,
            hidden_at_first=True,
            edits=Edits("series"),
        ),
        Column(
            "ends",
            N_("Last day"),
            ("date_last",),
            _ends,
            "date_last",
            hidden_at_first=True,
            out=N_("Last possible day"),
        ),
        field_column(Meeting, "venue"),
        Column(
            "host",
            N_("Host"),
            ("host_code", "host_name"),
            _host,
            least=12,
            shrinks=True,
            hidden_at_first=True,
            edits=Edits("host"),
        ),
        field_column(Meeting, "mode"),
        field_column(Meeting, "theme", most=40),
        Column("tasks", N_("Tasks"), ("task_count",), _tasks, hidden_at_first=True),
    ),
    sort="date",
    empty=N_("Meetings stand here: when and where they take place, who comes, what is left to do."),
    first=N_("Add the first meeting"),
    hidden=_hidden,
    counted=_counted,
    others=(PresentationPlan("calendar", N_("Calendar"), _calendar),),
)
