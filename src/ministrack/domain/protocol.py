"""How countries are called and in which order they stand, as a person prefers it."""

from functools import cache

from ministrack.domain.names import fold
from ministrack.domain.values import dataclass

AS_RECORDED = ""
_LATIN_ENDS = 0x370  # where Greek begins; letters before it are put in order without their marks


@dataclass(frozen=True, slots=True)
class Protocol:
    """Codes of languages: that of the names, and that of the alphabet; empty is as recorded, and as shown.

    With `host_first` the host of a meeting stands before the chair, and the chair before all others.
    """

    language: str = AS_RECORDED
    alphabet: str = AS_RECORDED
    host_first: bool = False

    def shown(self, code: str | None, name: str | None) -> str | None:
        """The name of a party as it is shown: a name that somebody gave by hand is left as it is."""
        return _called(self.language, code, name) if self.language and code and name else name

    def order(self, code: str | None, name: str | None) -> str:
        """What parties are put in order by."""
        language = self.alphabet or self.language
        called = _called(language, code, name) if language and code and name else name
        return in_alphabet(called or "")

    def rank(self, is_host: object, is_chair: object) -> str:
        """What stands before the order in the list of one meeting."""
        if not self.host_first:
            return ""
        return "0" if is_host else "1" if is_chair else "2"


def in_alphabet(name: str) -> str:
    """What a name is put in order by: without marks in Latin letters, else by the letters of its script."""
    if name and ord(name[0]) >= _LATIN_ENDS:
        return name.casefold()
    return fold(name)


@cache
def _called(language: str, code: str, name: str) -> str:
    if fold(name) not in _known(code.upper()):
        return name
    # delayed: start-up time; most dossiers show names as recorded
    from ministrack.domain.countries import country

    found = country(code, language)
    return found.name if found is not None else name


@cache
def _known(code: str) -> frozenset[str]:
    """All names of a country, as they are compared."""
    # delayed: start-up time
    from ministrack.domain.countries import names_of

    return frozenset(fold(name) for name in names_of(code))
