"""Countries and organisations that a report names, as the dossier has them."""

import re

from ministrack.domain.body import BodyKind
from ministrack.domain.countries import country, names_of
from ministrack.domain.delegation import Delegation
from ministrack.domain.filters import Compare, every
from ministrack.domain.language import interface_language, tr
from ministrack.domain.names import fold
from ministrack.domain.party import Party, PartyKind
from ministrack.edits.proposals.likeness import words_of
from ministrack.store.reader import Reader

_HITS = 20
_CODE = re.compile(r"[A-Z]{2}")


class Parties:
    """Finds parties by code, by name in any language, by short name; each is looked up once."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._known: dict[str, Party | None] = {}

    def find(self, value: str) -> Party | None:
        """The party that a code or the name of an organisation stands for; None where it is not there."""
        key = value.strip()
        if key not in self._known:
            self._known[key] = self._looked_up(key)
        return self._known[key]

    def remember(self, value: str, party: Party) -> None:
        """A party that has just been made of a value."""
        self._known[value.strip()] = party

    def seated(self, value: str, meeting: str) -> tuple[Party, Delegation] | None:
        """The party under whose name this one sits at a meeting: the "OTS Secretariat" for the OTS."""
        wanted, there = self.find(value), Compare("meeting", meeting)
        if wanted is not None:
            for delegation in self._read.find(Delegation, every((there, Compare("party", wanted.id)))):
                return wanted, delegation
        if is_code(value):
            return None
        for delegation in self._read.find(Delegation, there):
            party = self._read.get(Party, delegation.party)
            if party is not None and _is_office_of(party, value):
                return party, delegation
        return None

    def called(self, value: str) -> str:
        """What a party is called that may not be in the dossier yet."""
        found = self.find(value)
        if found is not None:
            return found.name
        state = state_of(value)
        return state.name if state is not None else value

    def _looked_up(self, value: str) -> Party | None:
        code = value if is_code(value) else None
        if code is not None:
            same = self._read.find(Party, Compare("code", code))
            if same:
                return same[0]
        for text in names_of(code) if code is not None else (value,):
            found = self._named(text, code)
            if found is not None:
                return found
        return None

    def _named(self, text: str, code: str | None) -> Party | None:
        """The one party of this name that has no other code."""
        found = []
        for hit in self._read.search(text, ("party",), _HITS):
            party = self._read.get(Party, hit.ref.id)
            if party is not None and fold(text) in _names(party) and (code is None or party.code is None):
                found.append(party)
        return found[0] if len(found) == 1 else None


def is_code(value: str) -> bool:
    """Whether it is the code of a country."""
    return bool(_CODE.fullmatch(value)) and country(value) is not None


def state_of(value: str) -> Party | None:
    """A country as a new party, called as in the language of the interface; None for anything else."""
    found = country(value, interface_language()) if is_code(value) else None
    return Party(name=found.name, kind=PartyKind.STATE, code=found.code) if found else None


def organisation_of(value: str, text: str) -> Party:
    """An organisation as a new party, under its full name where the report gives that too."""
    return Party(name=_full_name(value, text) or value, short_name=value, kind=PartyKind.ORGANISATION)


def _full_name(short: str, text: str) -> str:
    """The words before "(OTS)" of which the initials are those letters."""
    letters = [letter.casefold() for letter in short if letter.isalnum()]
    for found in re.finditer(rf"\(\s*[\"“]?{re.escape(short)}[\"”]?\s*\)", text):
        words = text[max(0, found.start() - 200) : found.start()].split()
        name: list[str] = []
        left = list(letters)
        while words and left:
            word = words.pop()
            if word[:1].casefold() == left[-1] and word[:1].isupper():
                left.pop()
            elif word[:1].isupper() or not name:
                break
            name.insert(0, word)
        if name and not left:
            return " ".join(name)
    return ""


def _names(party: Party) -> set[str]:
    others = (party.other_names or "").replace(";", ",").split(",")
    return {fold(name) for name in (party.name, party.short_name or "", *others) if name}


def _is_office_of(party: Party, value: str) -> bool:
    """Whether a party is called like an organisation, but for the word that says it is its secretariat."""
    office = words_of(BodyKind.SECRETARIAT.value) | words_of(tr(BodyKind.SECRETARIAT.label))
    return any(
        words_of(name) - office == words_of(value) for name in (party.name, party.short_name or "") if name
    )
