"""What a person chose in a picker, as values, and the records that have to be made for it."""

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.countries import country
from ministrack.domain.language import interface_language
from ministrack.domain.party import Party, PartyKind
from ministrack.domain.record import Record, Ref
from ministrack.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Existing:
    """A record of the dossier."""

    ref: Ref


@dataclass(frozen=True, slots=True)
class NewCountry:
    """A country of ISO 3166-1 that the dossier does not have yet."""

    code: str


@dataclass(frozen=True, slots=True)
class NewNamed:
    """A record to be made with nothing but its name."""

    table: str
    text: str


@dataclass(frozen=True, slots=True)
class AsWritten:
    """No record: the words themselves."""

    text: str


@dataclass(frozen=True, slots=True)
class Cleared:
    """Nothing; what was there is taken away."""


Chosen = Existing | NewCountry | NewNamed | AsWritten | Cleared


def record_for(chosen: Chosen) -> Record | None:
    """The record to be made for a choice; None where nothing is to be made."""
    match chosen:
        case NewCountry(code):
            found = country(code, interface_language())
            return Party(name=found.name if found else code, kind=PartyKind.STATE, code=code)
        case NewNamed("party", text):
            return Party(name=text, kind=PartyKind.OTHER)
        case NewNamed(table, text):
            kind = RECORD_TYPES[table]
            return kind(**{kind.LABEL: text})
    return None


def can_create(table: str) -> bool:
    """Whether a record of this table can be made from a name alone."""
    return not RECORD_TYPES[table].LABEL_DERIVED and table not in ("level", "statement", "programme_item")
