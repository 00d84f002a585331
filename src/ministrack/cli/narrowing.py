"""Finds the countries, organisations and series that a person names on the command line."""

import re
from collections.abc import Iterable, Sequence

from ministrack.cli.exits import WrongUse
from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import tr
from ministrack.domain.names import fold
from ministrack.domain.party import Party
from ministrack.domain.record import Ref
from ministrack.domain.series import Series
from ministrack.store.reader import Reader

_BETWEEN_NAMES = re.compile(r"[,;\n]")


def shared_filter(read: Reader, countries: Sequence[str], series: Sequence[str]) -> SharedFilter:
    """The filter for the named parties and series. Raises WrongUse for a name unknown or not clear."""
    parties = tuple(find_party(read, name) for name in countries)
    return SharedFilter(parties=parties, series=tuple(find_series(read, name) for name in series))


def find_party(read: Reader, name: str) -> str:
    """The id of a party by its code, its name, its short name or another of its names."""
    parties = read.find(Party, order="sort_name")
    coded = [party for party in parties if party.code and party.code == name.strip().upper()]
    found = coded or [party for party in parties if fold(name) in _names(party)]
    if not found:
        found = _searched(read, name, parties)
    present = [f"{party.name} ({party.code})" if party.code else party.name for party in parties]
    unknown = tr("No country or organisation in this dossier is called “{name}”.", name=name)
    return _only(name, [(party.id, party.name) for party in found], present, unknown)


def find_series(read: Reader, name: str) -> str:
    """The id of a series by its name, its short name or words of it."""
    series = read.find(Series, order="sort_name")
    found = [each for each in series if fold(name) in (fold(each.name), fold(each.short_name or ""))]
    if not found:
        hits = [hit.ref.id for hit in read.search(name, ("series",))]
        found = [each for each in series if each.id in hits]
    unknown = tr("No series in this dossier is called “{name}”.", name=name)
    return _only(name, [(each.id, each.name) for each in found], [each.name for each in series], unknown)


def _names(party: Party) -> set[str]:
    # delayed: start-up time; the names of countries are large
    from ministrack.domain.countries import names_of

    names: list[str] = [party.name, party.short_name or "", *_BETWEEN_NAMES.split(party.other_names or "")]
    if party.code:
        names += names_of(party.code)
    return {folded for name in names if (folded := fold(name))}


def _searched(read: Reader, name: str, parties: Iterable[Party]) -> list[Party]:
    hits = {hit.ref for hit in read.search(name, ("party",))}
    return [party for party in parties if Ref("party", party.id) in hits]


def _only(name: str, found: Sequence[tuple[str, str]], present: Sequence[str], unknown: str) -> str:
    if len(found) == 1:
        return found[0][0]
    if found:
        names = ", ".join(label for _, label in found)
        several = tr("“{name}” may mean several: {names}.", name=name, names=names)
        raise WrongUse(several, todo=tr("Write the whole name."))
    there = tr("There are: {names}.", names=", ".join(present)) if present else tr("There are none yet.")
    raise WrongUse(unknown, todo=there)
