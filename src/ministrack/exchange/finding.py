"""Which record a text means: countries, people and others by any spelling; or that it has to be made."""

from collections.abc import Callable, Sequence

from ministrack.domain.body import Body
from ministrack.domain.checks import checked
from ministrack.domain.countries import code_of_name, country
from ministrack.domain.document import Document
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import specs
from ministrack.domain.language import interface_language, tr
from ministrack.domain.meeting import Meeting
from ministrack.domain.names import fold, tidy
from ministrack.domain.party import Party, PartyKind
from ministrack.domain.person import Person
from ministrack.domain.record import Record, Ref
from ministrack.domain.series import Series
from ministrack.domain.source import Source
from ministrack.domain.values import dataclass
from ministrack.exchange.matching import Keys

_POLITE = frozenset(("h", "e", "he", "mr", "mrs", "ms", "hon"))
_ID_LENGTH = 36
_LONGEST_NUMBER = 4  # digits of the number of a meeting


@dataclass(frozen=True, slots=True)
class Found:
    """The record meant; `made` where it has to be made first."""

    ref: Ref
    made: Record | None = None


class Finder:
    """Answers for one table of lines: a record that is not there yet is made once for all.

    Countries and people are made by their name alone; other records only where `make_all`, as for a file.
    """

    def __init__(self, keys: Keys, *, make_all: bool = False) -> None:
        self._keys = keys
        self._make_all = make_all
        self._known: dict[tuple[str, str], Found] = {}

    def find(self, table: str, text: str, *, create: bool = False) -> Found:
        """The record of a table that a text means. With `create`, one that is not there is made of the name.

        Raises InvalidValue where there is none, or where it may be several.
        """
        key = (table, fold(text) or text)
        if key not in self._known:
            self._known[key] = self._looked_up(table, text, create or self._make_all)
        return self._known[key]

    def _looked_up(self, table: str, text: str, create: bool) -> Found:
        same = self._called(table, text)
        if len(same) > 1:
            raise InvalidValue(
                tr("“{text}” is the name of several.", text=text), todo=tr("Choose one from the list.")
            )
        if same:
            return Found(same[0])
        state = self._country(text) if table == "party" else None
        if state is not None:
            return state
        make = _MAKERS.get(table)
        if make is None or not (create or table == "person"):
            raise InvalidValue(
                tr("“{text}” is not in the dossier.", text=text),
                todo=tr("Choose another one, or leave the line out."),
            )
        made = make(without_courtesy(text) if table == "person" else tidy(text))
        checked(specs(type(made))[made.LABEL], getattr(made, made.LABEL))
        return Found(Ref(table, made.id), made)

    def _called(self, table: str, text: str) -> Sequence[Ref]:
        """Records with just this name or id, or meetings of this number."""
        if len(text) == _ID_LENGTH and self._keys.record(Ref(table, text)) is not None:
            return [Ref(table, text)]
        found = self._keys.named(table, without_courtesy(text) if table == "person" else text)
        if found or table != "meeting" or not (text.isdecimal() and len(text) <= _LONGEST_NUMBER):
            return found
        return self._keys.holding("meeting", {"number": int(text)})

    def _country(self, text: str) -> Found | None:
        """A country by any of its names or its code, made where the dossier does not have it yet."""
        code = code_of_name(text)
        found = country(code, interface_language()) if code else None
        if found is None:
            return None
        recorded = self._keys.holding("party", {"code": found.code})
        if recorded:
            return Found(recorded[0])
        return self._known.setdefault(("party", found.code), _new_country(found.code, found.name))


def _new_country(code: str, name: str) -> Found:
    made = Party(name=name, kind=PartyKind.STATE, code=code)
    return Found(Ref("party", made.id), made)


def without_courtesy(text: str) -> str:
    """A name without "H.E. Mr" before it."""
    words = tidy(text).split()
    while len(words) > 1 and set(fold(words[0]).split()) <= _POLITE:
        del words[0]
    return " ".join(words)


def _party(name: str) -> Record:
    return Party(name=name, kind=PartyKind.OTHER)


_MAKERS: dict[str, Callable[[str], Record]] = {
    "person": lambda name: Person(name=name),
    "party": _party,
    "series": lambda name: Series(name=name),
    "meeting": lambda name: Meeting(name=name),
    "document": lambda title: Document(title=title),
    "body": lambda name: Body(name=name),
    "source": lambda title: Source(title=title),
}
