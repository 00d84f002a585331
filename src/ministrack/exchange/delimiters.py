"""The signs that part the cells of a table: what they are called, and which of them are written."""

from ministrack.domain.language import N_
from ministrack.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Delimiter:
    """One of them: its name on the command line, its label, and whether tables that go out may have it."""

    sign: str
    name: str
    label: str
    is_written: bool = True


DELIMITERS = (
    Delimiter(",", "comma", N_("Comma")),
    Delimiter(";", "semicolon", N_("Semicolon")),
    Delimiter("\t", "tab", N_("Tab")),
    Delimiter("|", "bar", N_("Bar |"), is_written=False),
)
WRITTEN = tuple(each for each in DELIMITERS if each.is_written)
