"""What is unknown: each line names a record and what it lacks, or says how many lack the same."""

from ministrack.domain.filters import SharedFilter, every
from ministrack.domain.gaps import GAPS, Gap
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


def unknown(read: Reader, shared: SharedFilter) -> CardText:
    """The card of gaps."""
    lines: list[Entry] = []
    for gap in GAPS:
        if len(lines) >= _SHOWN:
            break  # what is not shown is not looked for
        lines += _lines(read, gap, shared)
    return CardText(tr("What is unknown"), lines[:_SHOWN], tr("Everything that is asked for is known."))


def _lines(read: Reader, gap: Gap, shared: SharedFilter) -> list[Entry]:
    wanted = every((scope(gap.table, shared), gap.filter))
    query = ListQuery(gap.table, ("label",), wanted)
    found = [(Ref(gap.table, text(row["id"])), text(row["label"])) for row in read.rows(query, _BY_NAME + 1)]
    if len(found) > _BY_NAME:
        said = trn(gap.one, gap.many, read.count(gap.table, wanted))
        return [Entry(said, opens=found[0][0], narrows=gap.sources)]
    return [Entry(label, pill=tr(gap.missing), opens=ref) for ref, label in found]
