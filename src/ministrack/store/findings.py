"""What a check of a dossier finds: one value for each thing that is not as it should be."""

from enum import StrEnum

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass


class Trouble(StrEnum):
    """What sort of thing is wrong."""

    FILE = "file"  # SQLite itself finds the file damaged
    STRUCTURE = "structure"  # triggers or views are not those of this program
    REFERENCE = "reference"  # a record points at one that is not there
    RECORD = "record"  # a record differs from what the journal last recorded of it
    JOURNAL = "journal"  # the journal itself was altered
    VALUE = "value"  # a value that the program would not have stored
    DERIVED = "derived"  # a column computed from others is out of step
    SEARCH = "search"  # the words that search finds a record by are out of step
    ATTACHMENT = "attachment"  # the content of an attached file


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong. Names of table, row and field are empty where it belongs to none.

    `expected` and `found` are stored values as text; empty where there is nothing to compare.
    """

    kind: Trouble
    message: str
    table: str = ""
    row: str = ""
    field: str = ""
    expected: str = ""
    found: str = ""


def record_words(ref: Ref, label: object) -> str:
    """A record as messages name it: its kind, and what it is called where that is known."""
    kind = tr(RECORD_TYPES[ref.table].ONE)
    return tr("{kind} “{label}”", kind=kind, label=label) if label else f"{kind} {ref.id}"


def as_text(value: object) -> str:
    """A stored value as a finding shows it."""
    return "" if value is None else str(value)
