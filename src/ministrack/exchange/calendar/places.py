"""What LOCATION says about the place of a meeting: country and city where they are clear."""

from ministrack.domain.countries import countries
from ministrack.domain.filters import Compare, Not, OneOf
from ministrack.domain.language import interface_language
from ministrack.domain.lists import ListQuery
from ministrack.domain.names import fold
from ministrack.domain.party import Party
from ministrack.domain.values import dataclass
from ministrack.exchange.calendar.found import Link
from ministrack.store.reader import Reader

# Also names of places elsewhere ("Atlanta, Georgia"), so that alone they say nothing about the country.
_ALSO_ELSEWHERE = frozenset(("GE",))
_MOST_PARTS = 6
_ENOUGH = 20_000  # meetings whose cities are looked at


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the fields of a meeting."""

    venue: str | None = None
    city: str | None = None
    country: Link | None = None

    def in_words(self) -> tuple[tuple[str, str | None], ...]:
        """The fields that are plain text."""
        return ("venue", self.venue), ("city", self.city)


class Places:
    """Reads places against the cities and countries that a dossier knows already."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._known: dict[str, Place] = {}
        self._countries: dict[str, Link] = {}
        self._cities: dict[str, set[str | None]] = {}

    def place(self, location: str) -> Place:
        """The place of a line: "Gülüstan Palace, Bakı, Azerbaijan"; what is unclear stays the venue."""
        if location not in self._known:
            self._known[location] = self._understood(location)
        return self._known[location]

    def _understood(self, location: str) -> Place:
        parts = [part.strip() for part in location.split(",") if part.strip()]
        if not parts or len(parts) > _MOST_PARTS:
            return Place(venue=location or None)
        country = self._country(parts)
        rest = parts[:-1] if country else parts
        if not rest:
            return Place(country=country)
        if self._is_city(rest[-1]) or (country and not any(map(str.isdigit, rest[-1]))):
            return Place(", ".join(rest[:-1]) or None, rest[-1], country)
        return Place(venue=", ".join(rest), country=country)

    def _country(self, parts: list[str]) -> Link | None:
        if not self._countries:
            self._countries = _names(self._read)
        found = self._countries.get(fold(parts[-1]))
        if found is None or found.code not in _ALSO_ELSEWHERE:
            return found
        known = self._in_dossier().get(fold(parts[-2]), set()) if len(parts) > 1 else set()
        return found if found.id and found.id in known else None

    def _is_city(self, part: str) -> bool:
        return fold(part) in self._in_dossier()

    def _in_dossier(self) -> dict[str, set[str | None]]:
        """The cities in which meetings of the dossier are, by folded name, with their countries."""
        if not self._cities:
            self._cities = {"": set()}
            placed = ListQuery("meeting", ("city", "country"), Not(Compare("city", None)))
            for row in self._read.rows(placed, limit=_ENOUGH):
                self._cities.setdefault(fold(str(row["city"])), set()).add(str(row["country"]))
        return self._cities


def _names(read: Reader) -> dict[str, Link]:
    """Every name of every country, and of the parties of the dossier that are one."""
    found = {
        fold(name): Link("", country.name, country.code)
        for country in countries(interface_language())
        for name in country.names
    }
    for party in read.find(Party, OneOf("kind", ("state", "entity"))):
        link = Link(party.id, party.name, party.code or "")
        others = (party.other_names or "").replace(";", ",").split(",")
        for name in (party.name, party.short_name or "", *others):
            if fold(name):
                found[fold(name)] = link
    return found
