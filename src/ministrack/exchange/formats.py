"""The formats that a dossier can be written in. A new one is a file of its own and a line here."""

from collections.abc import Callable, Sequence
from typing import BinaryIO

from ministrack.domain.language import N_
from ministrack.domain.values import dataclass
from ministrack.exchange.csv_format import write_csv
from ministrack.exchange.html_format import write_html
from ministrack.exchange.ics_format import write_ics
from ministrack.exchange.json_format import write_selection
from ministrack.exchange.jsonld_format import write_jsonld
from ministrack.exchange.outgoing import Outgoing
from ministrack.exchange.xlsx_format import write_xlsx

Write = Callable[[Outgoing, BinaryIO], Sequence[str]]
"""Writes the selection, and answers with what a person should know about the file."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name on the command line, its label, the end of file names, and what writes it.

    `good_for` says when to choose it. `tables` are the kinds of records that it can hold (none: all), and
    `options` the fields of Options that it heeds. `whole_suffix` ends the name where everything goes out.
    """

    name: str
    label: str
    suffix: str
    write: Write
    good_for: str
    tables: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    whole_suffix: str = ""

    def ending(self, *, whole: bool) -> str:
        """The end of the file's name."""
        return self.whole_suffix if whole and self.whole_suffix else self.suffix


FORMATS: tuple[Format, ...] = (
    Format(
        "json", N_("JSON"), ".json", write_selection,
        N_("For another dossier and for programs: loses nothing, and comes back as it was."),
    ),
    Format(
        "xlsx", N_("Excel workbook"), ".xlsx", write_xlsx,
        N_("For Excel and LibreOffice: a sheet for each kind of record, exact days as real dates."),
    ),
    Format(
        "csv", N_("CSV table"), ".csv", write_csv,
        N_("For any program that reads tables; everything becomes one ZIP file with a table for each kind."),
        options=("delimiter", "bom"), whole_suffix=".zip",
    ),
    Format(
        "html", N_("Web page"), ".html", write_html,
        N_("For reading, sending and printing: one page that needs nothing else."),
    ),
    Format(
        "jsonld", N_("JSON-LD, schema.org events"), ".jsonld", write_jsonld,
        N_("For web sites and catalogues: meetings as events that search engines understand."),
        tables=("meeting",),
    ),
    Format(
        "ics", N_("Calendar (iCalendar)"), ".ics", write_ics,
        N_("For calendar programs: exact dates as events, tasks as to-dos; comes back as it was."),
        tables=("meeting", "task"), options=("imprecise",),
    ),
)  # fmt: skip
