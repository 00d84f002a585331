"""Which record a text means: countries, people and others by any spelling; or that it has to be made."""

from collections.abc import Callable, Iterable

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.countries import find_countries, names_of
from ministrack.domain.errors import InvalidValue
from ministrack.domain.filters import Compare
from ministrack.domain.language import interface_language, tr
from ministrack.domain.names import fold, tidy
from ministrack.domain.party import Party, PartyKind
from ministrack.domain.person import Person, Spelling
from ministrack.domain.record import Record, Ref
from ministrack.domain.values import dataclass
from ministrack.store.reader import Reader

_HITS = 20
_POLITE = frozenset(("h", "e", "he", "mr", "mrs", "ms", "hon"))


@dataclass(frozen=True, slots=True)
class Found:
    """The record meant; `made` where it has to be made first."""

    ref: Ref
    made: Record | None = None


class Finder:
    """Answers for one table of lines: a person or country that is not there yet is made once for all."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._known: dict[tuple[str, str], Found] = {}

    def find(self, table: str, text: str, *, create: bool = False) -> Found:
        """The record of a table that a text means. With `create`, one that is not there is made of the name.

        Raises InvalidValue where there is none, or where it may be several.
        """
        key = (table, fold(text) or text)
        if key not in self._known:
            self._known[key] = self._looked_up(table, text, create)
        return self._known[key]

    def _looked_up(self, table: str, text: str, create: bool) -> Found:
        same = self._called(table, text)
        if len(same) > 1:
            raise InvalidValue(
                tr("“{text}” is the name of several.", text=text), todo=tr("Choose one from the list.")
            )
        if same:
            return Found(same[0])
        country = self._country(text) if table == "party" else None
        if country is not None:
            return country
        make = _MAKERS.get(table)
        if make is None or not (create or table == "person"):
            raise InvalidValue(
                tr("“{text}” is not in the dossier.", text=text),
                todo=tr("Choose another one, or leave the line out."),
            )
        made = make(_without_courtesy(text) if table == "person" else tidy(text))
        return Found(Ref(table, made.id), made)

    def _called(self, table: str, text: str) -> list[Ref]:
        """Records with just this name, in whatever order its words stand."""
        words = _without_courtesy(text) if table == "person" else text
        wanted = sorted(fold(words).split())
        if not wanted:
            return []
        hits = self._read.search(words, tables=(table,), limit=_HITS)
        refs = dict.fromkeys(hit.ref for hit in hits)
        return [ref for ref in refs if wanted in [sorted(fold(each).split()) for each in self._names(ref)]]

    def _names(self, ref: Ref) -> Iterable[str]:
        record = self._read.get(RECORD_TYPES[ref.table], ref.id)
        if isinstance(record, Party):
            others = (record.other_names or "").replace(";", ",").split(",")
            return [record.name, record.short_name or "", record.code or "", *others]
        if isinstance(record, Person):
            spellings = self._read.find(Spelling, Compare("person", record.id))
            return [record.name, record.native_name or "", *(each.name for each in spellings)]
        return [self._read.label(ref), str(getattr(record, "short_name", None) or "")]

    def _country(self, text: str) -> Found | None:
        """A country by any of its names or its code, made where the dossier does not have it yet."""
        wanted = fold(text)
        for country in find_countries(text, interface_language(), limit=3):
            if wanted != country.code.casefold() and wanted not in map(fold, names_of(country.code)):
                continue
            recorded = self._read.find(Party, Compare("code", country.code))
            if recorded:
                return Found(Ref("party", recorded[0].id))
            return self._known.setdefault(("party", country.code), _new_country(country.code, country.name))
        return None


def _new_country(code: str, name: str) -> Found:
    made = Party(name=name, kind=PartyKind.STATE, code=code)
    return Found(Ref("party", made.id), made)


def _without_courtesy(text: str) -> str:
    """A name without "H.E. Mr" before it."""
    words = tidy(text).split()
    while len(words) > 1 and set(fold(words[0]).split()) <= _POLITE:
        del words[0]
    return " ".join(words)


def _person(name: str) -> Record:
    return Person(name=name)


def _party(name: str) -> Record:
    return Party(name=name, kind=PartyKind.OTHER)


_MAKERS: dict[str, Callable[[str], Record]] = {"person": _person, "party": _party}
