"""Countries of ISO 3166-1: their names in the languages of the interface and of the region, and type-ahead.

A starting list for parties. Which participants there are, and what they are called, the user decides.
"""

from collections.abc import Mapping
from functools import cache

from ministrack.domain.country_aliases import ALIASES, without_form
from ministrack.domain.country_languages import COUNTRY_LANGUAGES
from ministrack.domain.names import fold
from ministrack.domain.values import dataclass

# The languages in which every country is found; its own official languages are added for names_of().
SEARCH_LANGUAGES = ("en", "tr", "az", "ru", "kk", "ky", "uz", "tk", "fr", "hu")
# Two-letter codes of the locale data that ISO 3166-1 has not assigned to a country: reservations, unions,
# test codes and codes for private use.
_NOT_ISO = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}
)


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO 3166-1 alpha-2 code, name in the language asked for, all names to find it by."""

    code: str
    name: str
    names: tuple[str, ...]


@cache
def country_names(language: str = "en") -> Mapping[str, str]:
    """The names of all countries by code in a BCP 47 language (English where it has none), sorted by name.

    The order folds diacritics; a window that sorts by the rules of its language does so itself.
    """
    shown = {**_territories("en"), **_territories(language)}
    return {code: shown[code] for code in sorted(_codes(), key=lambda code: fold(shown[code]))}


@cache
def countries(language: str = "en") -> tuple[Country, ...]:
    """All countries with all names to find them by, in the order of their names in a language."""
    return tuple(Country(code, name, _search_names(code)) for code, name in country_names(language).items())


def country(code: str, language: str = "en") -> Country | None:
    """The country of an alpha-2 code in any case, None where ISO 3166-1 has none."""
    return _by_code(language).get(code.upper())


@cache
def names_of(code: str) -> tuple[str, ...]:
    """The names of a country in the search languages and in its own, then its other names; no doubles.

    Empty where there is no such code.
    """
    code = code.upper()
    if code not in _codes():
        return ()
    # delayed: start-up time
    from babel.languages import get_official_languages

    own = get_official_languages(code, de_facto=True)
    native = (_territories(language).get(code, "") for language in own)
    return tuple(dict.fromkeys(name for name in (*_search_names(code), *native) if name))


def code_of_name(text: str) -> str | None:
    """The alpha-2 code of the country that a text is the name of, in any language, or the code of.

    Official names count too: "Republic of Uzbekistan".
    """
    wanted = fold(text)
    return (
        _code(wanted)
        or _code(wanted.removeprefix("the "), signs=False)
        or _code(without_form(text), signs=False)
    )


def _code(wanted: str, *, signs: bool = True) -> str | None:
    if not wanted:
        return None
    found = _codes_by_name().get(wanted) or (_codes_by_sign().get(wanted) if signs else None)
    if found is not None:
        return found
    for language, _ in COUNTRY_LANGUAGES:
        found = _codes_by_name(language).get(wanted)
        if found is not None:
            return found
    return None


def find_countries(text: str, language: str = "en", limit: int = 20) -> list[Country]:
    """Countries for what has been typed so far, best first: code, whole name, first letters, a later word.

    Any spelling that folds alike counts, in any of the search languages. Blank text finds nothing.
    """
    wanted = fold(text)
    if not wanted:
        return []
    ranks: dict[str, int] = {}
    for name, code in _index():
        rank = _rank(wanted, name, code)
        if rank is not None and rank < ranks.get(code, 9):
            ranks[code] = rank
    by_code = _by_code(language)
    best = sorted(ranks, key=lambda code: (ranks[code], fold(by_code[code].name)))
    return [by_code[code] for code in best[:limit]]


def _rank(wanted: str, name: str, code: str) -> int | None:
    if wanted == code.casefold():
        return 0
    if wanted == name:
        return 1
    if name.startswith(wanted):
        return 2
    return 3 if f" {wanted}" in name else None


@cache
def _index() -> tuple[tuple[str, str], ...]:
    """Folded name and code, for every name to find a country by."""
    return tuple({(fold(name), code): None for code in _codes() for name in _search_names(code)})


@cache
def _codes_by_name(language: str = "") -> Mapping[str, str]:
    """Codes by folded name, in one language or in all languages of the search."""
    if not language:
        return dict(reversed(_index()))
    return {fold(name): code for code, name in _territories(language).items() if code in _codes()}


@cache
def _codes_by_sign() -> Mapping[str, str]:
    """Alpha-2 by alpha-2 and by the three letters of alpha-3, in small letters."""
    # delayed: start-up time
    from babel.core import get_global

    three = {
        sign.casefold(): codes[0]
        for sign, codes in get_global("territory_aliases").items()
        if len(sign) == 3 and sign.isalpha() and codes[0] in _codes()
    }
    return {**three, **{code.casefold(): code for code in _codes()}}


@cache
def _by_code(language: str) -> Mapping[str, Country]:
    return {each.code: each for each in countries(language)}


def _search_names(code: str) -> tuple[str, ...]:
    names = (_territories(language).get(code, "") for language in SEARCH_LANGUAGES)
    return tuple(dict.fromkeys(name for name in (*names, *ALIASES.get(code, ())) if name))


@cache
def _codes() -> frozenset[str]:
    known = (code for code in _territories("en") if len(code) == 2 and code.isalpha())
    return frozenset(known) - _NOT_ISO


@cache
def _territories(language: str) -> Mapping[str, str]:
    """Names by code in one language, as the locale data has them; empty where there is no such language."""
    # delayed: start-up time
    from babel.core import Locale, UnknownLocaleError

    try:
        return dict(Locale.parse(language.replace("-", "_")).territories)
    except (UnknownLocaleError, ValueError):
        return {}
