"""The words and patterns of a language: resources/reading/<language>.toml."""

from collections.abc import Mapping
from functools import cache

from ministrack.domain.values import dataclass
from ministrack.paths import resource

ENGLISH = "en"
LANGUAGES = ("en", "tr", "az", "ru", "kk")
"""Languages that reports are read in, by their BCP 47 codes."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The file of one language. Sections are read by the finder that they are named after."""

    language: str
    sections: Mapping[str, Mapping[str, object]]

    def section(self, name: str) -> Mapping[str, object]:
        """The words of one finder; empty where the language has none yet."""
        return self.sections.get(name, {})

    def words(self, section: str, name: str) -> tuple[str, ...]:
        """A list of words or patterns of a section; empty where there is none."""
        found = self.section(section).get(name, ())
        return tuple(str(word) for word in found) if isinstance(found, list | tuple) else ()


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; that of English for a language that has none."""
    # delayed: start-up time
    import tomllib

    code = language if language in LANGUAGES else ENGLISH
    held = tomllib.loads(resource("reading", f"{code}.toml").read_text(encoding="utf-8"))
    return Lexicon(code, {name: dict(section) for name, section in held.items()})
