"""The formats that a dossier can take in. A new one is a file of its own and a line here."""

from ministrack.domain.language import N_
from ministrack.exchange.calendar.plan import plan_calendar
from ministrack.exchange.cards.plan import plan_cards
from ministrack.exchange.imports import ImportFormat
from ministrack.exchange.json_import.planning import plan_json
from ministrack.exchange.tables.table_plan import plan_table

IMPORT_FORMATS: tuple[ImportFormat, ...] = (
    ImportFormat(
        "csv",
        N_("Table as text (CSV, semicolons, tabs)"),
        (".csv", ".tsv", ".tab", ".txt"),
        "ministrack.exchange.tables.delimited:read_delimited",
        plan_table,
        is_table=True,
    ),
    ImportFormat(
        "xlsx",
        N_("Excel workbook"),
        (".xlsx", ".xlsm"),
        "ministrack.exchange.tables.workbook:read_workbook",
        plan_table,
        is_table=True,
    ),
    ImportFormat(
        "ics",
        N_("Calendar (iCalendar)"),
        (".ics", ".ical", ".icalendar", ".vcs"),
        "ministrack.exchange.calendar.parsing:parse",
        plan_calendar,
    ),
    ImportFormat(
        "json",
        N_("JSON of ministrack"),
        (".json",),
        "ministrack.exchange.json_import.parsing:parse",
        plan_json,
    ),
    ImportFormat(
        "vcard",
        N_("Address cards (vCard)"),
        (".vcf", ".vcard"),
        "ministrack.exchange.cards.reading:parse",
        plan_cards,
    ),
)
