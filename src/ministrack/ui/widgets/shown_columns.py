"""Which columns of a table are shown, in which order: chosen by the user, remembered by their names."""

import json
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QByteArray

from ministrack.domain.values import dataclass, replace
from ministrack.ui.models.column import Column


@dataclass(frozen=True, slots=True)
class Arrangement:
    """All columns of a table in their order, by name, and those that are left out."""

    order: tuple[str, ...]
    hidden: frozenset[str]

    @property
    def shown(self) -> tuple[str, ...]:
        """The names of the columns that are shown, from the first to the last."""
        return tuple(name for name in self.order if name not in self.hidden)

    def with_shown(self, name: str, shown: bool) -> "Arrangement":
        """The same with one column shown or left out; the last one stays."""
        if not shown and self.shown == (name,):
            return self
        return replace(self, hidden=self.hidden - {name} if shown else self.hidden | {name})

    def moved(self, name: str, by: int) -> "Arrangement":
        """The same with one column further to the front (-1) or to the back (1)."""
        order = list(self.order)
        place = order.index(name)
        to = max(0, min(place + by, len(order) - 1))
        order.insert(to, order.pop(place))
        return replace(self, order=tuple(order))

    def with_shown_order(self, shown: Sequence[str]) -> "Arrangement":
        """The same with the shown columns in another order; those left out keep their places."""
        following = iter(shown)
        order = tuple(name if name in self.hidden else next(following) for name in self.order)
        return replace(self, order=order)


def usual(columns: Sequence[Column]) -> Arrangement:
    """The columns as the view comes."""
    hidden = frozenset(column.name for column in columns if column.hidden_at_first)
    return Arrangement(tuple(column.name for column in columns), hidden)


def arranged(columns: Sequence[Column], arrangement: Arrangement) -> tuple[Column, ...]:
    """The columns that are shown."""
    by_name = {column.name: column for column in columns}
    return tuple(by_name[name] for name in arrangement.shown)


def settled(columns: Sequence[Column], order: Sequence[str], hidden: Sequence[str]) -> Arrangement:
    """What was wished as far as it can be: no unknown names, new columns in their place, and what names the
    record is always there.
    """
    fresh = usual(columns)
    wished = [name for name in dict.fromkeys(order) if name in fresh.order]
    for place, name in enumerate(fresh.order):
        if name not in wished:
            wished.insert(place, name)
    known = set(order)
    left_out = (set(hidden) & known) | (fresh.hidden - known)
    left_out -= {column.name for column in columns if column.stays}
    return Arrangement(tuple(wished), frozenset(left_out))


@dataclass(frozen=True, slots=True)
class TableState:
    """What is remembered of a table: its columns, widths that the user drew, and how it is sorted."""

    arrangement: Arrangement
    widths: Mapping[str, int]
    sort: str
    descending: bool

    def written(self) -> QByteArray:
        """As bytes, for the memory of the window."""
        words = {
            "order": self.arrangement.order,
            "hidden": sorted(self.arrangement.hidden),
            "widths": dict(self.widths),
            "sort": self.sort,
            "descending": self.descending,
        }
        return QByteArray(json.dumps(words).encode())


def read_state(columns: Sequence[Column], state: QByteArray) -> TableState | None:
    """What was remembered; None for what is no such thing, as that of another version."""
    try:
        found = json.loads(bytes(state.data()).decode())
        widths = {str(name): int(width) for name, width in found["widths"].items()}
        arrangement = settled(columns, [*map(str, found["order"])], [*map(str, found["hidden"])])
        return TableState(arrangement, widths, str(found["sort"]), bool(found["descending"]))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
