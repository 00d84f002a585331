"""The rows of the meetings: one for each series, in the order of their first meetings."""

from collections.abc import Mapping, Sequence

from ministrack.domain.values import dataclass
from ministrack.ui.views.timeline.index import Extent, Index


@dataclass(frozen=True, slots=True)
class Row:
    """A row of meetings; those of a series are joined by a line, those of none ("") are not."""

    group: str
    index: Index

    @property
    def is_joined(self) -> bool:
        return self.group != ""


class Rows:
    """Rows by series. A row is sorted when it is first looked at: most of many series are out of view."""

    def __init__(self, groups: Mapping[str, Sequence[Extent]]) -> None:
        self._groups = {group: list(extents) for group, extents in groups.items()}
        self._begins = {group: _begin(extents) for group, extents in self._groups.items()}
        self._made: dict[str, Row] = {}
        self._order: tuple[str, ...] | None = None

    def order(self) -> tuple[str, ...]:
        """The series from top to bottom; what belongs to none comes last."""
        if self._order is None:
            self._order = tuple(sorted(self._begins, key=self._rank))
        return self._order

    def row(self, group: str) -> Row:
        """The row of a series."""
        if group not in self._made:
            self._made[group] = Row(group, Index(self._groups[group]))
        return self._made[group]

    def add(self, group: str, extent: Extent) -> None:
        """Take in a meeting."""
        self._groups.setdefault(group, []).append(extent)
        self._begins[group] = min(extent[1], self._begins.get(group, extent[1]))
        self._order = None
        if group in self._made:
            self._made[group].index.add(extent)

    def remove(self, group: str, extent: Extent) -> None:
        """Forget a meeting, and its row where that was the last one."""
        extents = self._groups[group]
        extents.remove(extent)
        self._order = None
        if not extents:
            del self._groups[group], self._begins[group]
            self._made.pop(group, None)
            return
        if extent[1] <= self._begins[group]:
            self._begins[group] = _begin(extents)
        if group in self._made:
            self._made[group].index.remove(extent)

    def _rank(self, group: str) -> tuple[bool, float, str]:
        return group == "", self._begins[group], group


def _begin(extents: Sequence[Extent]) -> float:
    return min(extent[1] for extent in extents)
