"""The country sheet: one party through all meetings."""

from ministrack.domain.language import N_, interface_language
from ministrack.domain.lists import Row
from ministrack.domain.party import MembershipRole, PartyKind
from ministrack.domain.record import Ref
from ministrack.reports.country.attendance import attendance, counts
from ministrack.reports.country.gathering import Sheet, gather
from ministrack.reports.country.work import bodies, documents, hosted, tasks
from ministrack.reports.document import Block, Facts, Line, Paper, plain, unknown
from ministrack.reports.meetings import day
from ministrack.reports.request import Request
from ministrack.reports.rows import label, text
from ministrack.reports.wording import wording
from ministrack.store.reader import Reader

LABEL = N_("Country sheet")
PURPOSE = N_("One country or organisation through all meetings: who led it, what it signed, what it owes.")


def make(read: Reader, request: Request) -> Paper:
    """The sheet, of one series where one is chosen. Raises InvalidValue where no party is."""
    with read.snapshot():
        sheet = gather(read, wording("country"), request)
        series = read.label(Ref("series", request.series)) if request.series else ""
    words = sheet.words
    name = text(sheet.party["name"])
    as_of = words("as_of", day=day(sheet.today.isoformat()))
    blocks: list[Block] = [
        Facts(_facts(sheet)),
        *attendance(sheet),
        *hosted(sheet),
        *documents(sheet),
        *tasks(sheet),
        *bodies(sheet),
    ]
    return Paper(
        title=name,
        subtitle=" · ".join(part for part in (words("kind"), series, as_of) if part),
        foot=f"{words('kind')}: {name} · {as_of}",
        blocks=blocks,
        language=interface_language(),
    )


def _facts(sheet: Sheet) -> list[tuple[str, Line]]:
    words, party = sheet.words, sheet.party
    belongs = plain("; ".join(_membership(sheet, row) for row in sheet.memberships))
    known = [key for key in ("code", "short_name", "other_names") if party[key]]
    return [
        (words("party.kind"), plain(label(PartyKind, party["kind"]))),
        *((words(f"party.{key}"), plain(text(party[key]))) for key in known),
        (words("party.memberships"), belongs or unknown(words("not_recorded"))),
        (words("party.meetings"), counts(sheet)),
    ]


def _membership(sheet: Sheet, row: Row) -> str:
    """ "Member of the Organization of Turkic States, from 3 October 2009"."""
    words = sheet.words
    where = text(row["organisation_name"]) or text(row["series_name"])
    said = words("party.belongs", role=label(MembershipRole, row["role"]), organisation=where)
    if row["since"]:
        said = words("party.since", membership=said, date=day(text(row["since"])))
    return words("party.until", membership=said, date=day(text(row["until"]))) if row["until"] else said
