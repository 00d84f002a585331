"""What was chosen for a kind of paper the last time, kept with the layout of the window."""

import json

from ministrack.domain.values import dataclass
from ministrack.ui.layout_memory import LayoutMemory

_LAST = "papers.last"


@dataclass(frozen=True, slots=True)
class Kept:
    """Order, columns, the file that says how a DOCX looks, and the records that the paper was about."""

    order: str = ""
    columns: tuple[str, ...] = ()
    template: str = ""
    records: tuple[tuple[str, str], ...] = ()


class Remembered:
    """Reads and keeps choices, each by the name of a kind of paper."""

    def __init__(self, memory: LayoutMemory) -> None:
        self._memory = memory

    @property
    def last(self) -> str:
        """The kind of paper that was made last."""
        return self._memory.text_of(_LAST)

    def of(self, kind: str) -> Kept:
        """What was chosen; nothing where nothing readable is remembered."""
        try:
            found = json.loads(self._memory.text_of(f"papers.{kind}") or "{}")
            records = tuple((str(name), str(value)) for name, value in dict(found.get("records", {})).items())
            columns = tuple(str(each) for each in found.get("columns", ()))
            return Kept(str(found.get("order", "")), columns, str(found.get("template", "")), records)
        except (ValueError, TypeError, AttributeError):
            return Kept()

    def keep(self, kind: str, kept: Kept) -> None:
        """Remembers what is chosen."""
        values = {
            "order": kept.order,
            "columns": kept.columns,
            "template": kept.template,
            "records": dict(kept.records),
        }
        self._memory.keep_text(f"papers.{kind}", json.dumps(values))
        self._memory.keep_text(_LAST, kind)
