"""The words and patterns of a language: resources/reading/<language>.toml."""

import re
from collections.abc import Mapping
from functools import cache

from ministrack.domain.values import dataclass
from ministrack.paths import resource

ENGLISH = "en"
LANGUAGES = ("en", "tr", "az", "ru", "kk")
"""Languages that reports are read in, by their BCP 47 codes."""


# A table, or one within it: "[organisations]", "[organisations.adjectives]".
_HEADING = re.compile(r"^\[(\w+)(?:\.[\w.]+)?\][ \t]*(?:#.*)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The file of one language. Sections are read by the finder that they are named after, when it asks."""

    language: str

    def section(self, name: str) -> Mapping[str, object]:
        """The words of one finder; empty where the language has none yet."""
        return _section(self.language, name)

    def words(self, section: str, name: str) -> tuple[str, ...]:
        """A list of words or patterns of a section; empty where there is none."""
        found = self.section(section).get(name, ())
        return tuple(str(word) for word in found) if isinstance(found, list | tuple) else ()


def in_all_languages(section: str, name: str) -> tuple[str, ...]:
    """A list of words or patterns as all languages have it."""
    return tuple(word for language in LANGUAGES for word in lexicon(language).words(section, name))


def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; that of English for a language that has none."""
    return Lexicon(language if language in LANGUAGES else ENGLISH)


@cache
def _section(language: str, name: str) -> Mapping[str, object]:
    # delayed: start-up time
    import tomllib

    held = tomllib.loads(_written(language).get(name, "")).get(name)
    return held if isinstance(held, dict) else {}


@cache
def _written(language: str) -> Mapping[str, str]:
    """The sections as they stand in the file: what is in them takes much longer to read than to divide."""
    text = resource("reading", f"{language}.toml").read_text(encoding="utf-8")
    headings = list(_HEADING.finditer(text))
    ends = [heading.start() for heading in headings[1:]] + [len(text)]
    sections: dict[str, str] = {}
    for heading, end in zip(headings, ends, strict=True):
        sections[heading[1]] = sections.get(heading[1], "") + text[heading.start() : end]
    return sections
