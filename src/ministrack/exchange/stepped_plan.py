"""The plan of a format in which each entry does one thing of its own: calendars and address cards."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Generic, TypeVar

from ministrack.edits.changes import Edit
from ministrack.exchange.imports import Row
from ministrack.exchange.plan import Verdict

Step = TypeVar("Step")


class SteppedPlan(Generic[Step]):
    """The rows of a file in its order, and by place what those do that do something; see imports.ImportPlan.

    `edit_of` makes the one edit of the steps that are wanted, with the name of the file.
    """

    layout = None

    def __init__(
        self,
        name: str,
        rows: Sequence[Row],
        steps: Mapping[int, Step],
        edit_of: Callable[[str, Sequence[Step]], Edit],
    ) -> None:
        self.name = name
        self.rows = rows
        self._steps = steps
        self._edit_of = edit_of

    def edit(self, chosen: Collection[int] | None = None) -> Edit:
        """All that is new or changes something, or the rows at the places that were chosen."""
        wanted = [
            step
            for place, step in self._steps.items()
            if (self.rows[place].verdict is not Verdict.CONFLICT if chosen is None else place in chosen)
        ]
        return self._edit_of(self.name, wanted)
