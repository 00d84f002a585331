"""What a format is given to write: the reader, what goes out, and what a person decided about it."""

from ministrack.domain.progress import Progress, untold
from ministrack.domain.values import dataclass
from ministrack.exchange.selection import OutTable, Selection
from ministrack.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Options:
    """Each format heeds those that it names."""

    delimiter: str = ","
    bom: bool = False  # a mark at the beginning, by which Excel knows UTF-8
    imprecise: bool = False  # dates that are no exact day go to a calendar, as long spans


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One export."""

    read: Reader
    selection: Selection
    options: Options = Options()
    told: Progress = untold

    def telling(self, table: OutTable) -> Progress:
        """What is told of one table, as its part of all of them."""
        counts = [each.count(self.read) for each in self.selection.tables]
        before, total = sum(counts[: self.selection.tables.index(table)]), sum(counts)
        return lambda done, _: self.told(before + done, total)
