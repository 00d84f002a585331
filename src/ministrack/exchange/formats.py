"""The formats that a dossier can be written in. A new one is a file of its own and a line here."""

from collections.abc import Callable
from typing import BinaryIO

from ministrack.domain.language import N_
from ministrack.domain.values import dataclass
from ministrack.exchange.json_format import write_json
from ministrack.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name on the command line, its label, the end of file names, and what writes it."""

    name: str
    label: str
    suffix: str
    write: Callable[[Reader, BinaryIO], None]


FORMATS: tuple[Format, ...] = (Format("json", N_("JSON, everything in the dossier"), ".json", write_json),)
