"""What is imported: a file that was chosen or dropped, or the clipboard."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr
from ministrack.domain.values import dataclass
from ministrack.exchange.imports import ImportFormat


@dataclass(frozen=True, slots=True)
class ImportSource:
    """A file, what it is called for a person, and whether it was made for this import alone."""

    path: Path
    name: str
    is_own: bool = False

    def forget(self) -> None:
        """Takes away a file that was made for this import."""
        if self.is_own:
            self.path.unlink(missing_ok=True)


def source_of_text(text: str) -> ImportSource:
    """What was copied or dropped as text, put into a file: it goes the same way as any other.

    Raises InvalidValue where there is nothing.
    """
    if not text.strip():
        raise InvalidValue(
            tr("There is nothing to import."),
            safe=tr("Nothing was changed."),
            todo=tr("Copy cells in a spreadsheet, with their headers, then try again."),
        )
    with tempfile.NamedTemporaryFile("wb", prefix="ministrack-", suffix=".txt", delete=False) as file:
        file.write(text.encode("utf-8", "replace"))
    return ImportSource(Path(file.name), tr("Clipboard"), is_own=True)


def _endings(formats: Sequence[ImportFormat]) -> list[str]:
    """The endings of all files that can be imported: "*.csv", "*.ics"."""
    return list(dict.fromkeys(f"*{ending}" for each in formats for ending in each.suffixes))


def file_filters(formats: Sequence[ImportFormat]) -> str:
    """The same for the dialog that chooses a file, all of them first."""
    kinds = [f"{tr('All that can be imported')} ({' '.join(_endings(formats))})"]
    kinds += [f"{tr(each.label)} ({' '.join(f'*{ending}' for ending in each.suffixes)})" for each in formats]
    return ";;".join([*kinds, f"{tr('All files')} (*)"])
