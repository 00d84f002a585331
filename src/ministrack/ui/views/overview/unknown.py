"""What is unknown: what is due to be looked at again, then each record with what it lacks, or how many."""

from datetime import date

from ministrack.domain.filing import Inquiry
from ministrack.domain.filters import Overlaps, SharedFilter, every
from ministrack.domain.gaps import ASKED, GAPS, Gap, gap_of
from ministrack.domain.language import tr, trn
from ministrack.domain.lists import ListQuery
from ministrack.domain.record import Ref
from ministrack.domain.scope import scope
from ministrack.edits.asking import Reader
from ministrack.ui.inspector.entries import Entry
from ministrack.ui.naming import text
from ministrack.ui.views.overview.card import CardText

_BY_NAME = 2  # more records that lack the same are counted
_SHOWN = 9
_ASKED = 3  # inquiries that are due


def unknown(read: Reader, shared: SharedFilter, today: date) -> CardText:
    """The card of gaps."""
    lines = _due(read, today)
    for gap in GAPS:
        if len(lines) >= _SHOWN:
            break  # what is not shown is not looked for
        lines += _lines(read, gap, shared)
    return CardText(tr("What is unknown"), lines[:_SHOWN], tr("Everything that is asked for is known."))


def _due(read: Reader, today: date) -> list[Entry]:
    """What somebody wanted to look at again by now."""
    wanted = every((ASKED, Overlaps("again", None, today.isoformat())))
    columns = ("missing", "subject_table", "subject", "subject_label")
    found = []
    for row in read.rows(ListQuery(Inquiry.TABLE, columns, wanted, "again_first"), _ASKED):
        gap = gap_of(text(row["missing"]))
        said = tr("look again: {missing}", missing=tr(gap.missing)) if gap is not None else ""
        subject = Ref(text(row["subject_table"]), text(row["subject"]))
        found.append(Entry(text(row["subject_label"]), pill=said, opens=subject))
    return found


def _lines(read: Reader, gap: Gap, shared: SharedFilter) -> list[Entry]:
    wanted = every((scope(gap.table, shared), gap.filter))
    query = ListQuery(gap.table, ("label",), wanted)
    found = [(Ref(gap.table, text(row["id"])), text(row["label"])) for row in read.rows(query, _BY_NAME + 1)]
    if len(found) > _BY_NAME:
        said = trn(gap.one, gap.many, read.count(gap.table, wanted))
        return [Entry(said, opens=found[0][0], narrows=gap.sources)]
    return [Entry(label, pill=tr(gap.missing), opens=ref) for ref, label in found]
