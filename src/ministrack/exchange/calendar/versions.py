"""Entries of one calendar that stand for the same thing: the latest counts, the others are named."""

from collections.abc import Hashable, Mapping, Sequence

from ministrack.domain.values import dataclass
from ministrack.exchange.calendar.found import Found


@dataclass(frozen=True, slots=True)
class Version:
    """Another entry, at `counts`, stands for the same. `disputed`: neither is later, and they differ."""

    counts: int
    disputed: bool
    same: bool


def versions(found: Sequence[Found]) -> Mapping[int, Version]:
    """By its place, each entry that another one stands for."""
    counting: dict[Hashable, int] = {}
    groups: dict[Hashable, list[int]] = {}
    for place, entry in enumerate(found):
        if entry.problem:
            continue
        key = _key(entry)
        if key not in counting or entry.rank > found[counting[key]].rank:
            counting[key] = place
        groups.setdefault(key, []).append(place)
    told: dict[int, Version] = {}
    for key, places in groups.items():
        for place in places if len(places) > 1 else ():
            best = counting[key]
            if place != best:
                told[place] = _version(found[place], found[best], best)
    return told


def _version(entry: Found, best: Found, counts: int) -> Version:
    same = _said(entry) == _said(best)
    return Version(counts, entry.rank == best.rank and not same, same)


def _key(entry: Found) -> Hashable:
    return entry.uid or entry.own or (entry.table, repr(_said(entry)))


def _said(entry: Found) -> object:
    return entry.table, entry.fields, entry.links, entry.location, entry.related
