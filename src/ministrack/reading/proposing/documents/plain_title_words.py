"""The nouns of documents and what is done with them, in languages with endings: [documents]."""

import re
from collections.abc import Mapping
from functools import cache

from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import lexicon

_NEVER = "(?!)"


@dataclass(frozen=True, slots=True)
class PlainTitleWords:
    """`heads` finds nouns, with the ending of their case outside the group "noun"; `acts` finds verbs."""

    heads: re.Pattern[str]
    kinds: Mapping[str, str]
    acts: re.Pattern[str]
    stages: Mapping[str, str]
    tail: re.Pattern[str]
    lead: re.Pattern[str]
    draft: re.Pattern[str]
    about: re.Pattern[str]
    joining: frozenset[str]
    place_endings: tuple[str, ...]
    is_name_first: bool

    def kind(self, head: re.Match[str]) -> str:
        """The kind of document that a noun stands for."""
        return next(kind for group, kind in self.kinds.items() if head[group])

    def stage(self, act: re.Match[str]) -> str:
        """The stage that a verb brings a document to."""
        return self.stages[act.lastgroup or ""]


@cache
def plain_title_words(language: str) -> PlainTitleWords | None:
    """The words of a language; None where it names documents in another way."""
    held = lexicon(language)
    section = held.section("documents")
    kinds, acts = section.get("kinds"), section.get("acts")
    if not (isinstance(kinds, dict) and isinstance(acts, dict)):
        return None
    named = {f"k{at}": str(kind) for at, kind in enumerate(kinds)}
    nouns = "|".join(f"(?P<{group}>{'|'.join(map(str, kinds[kind]))})" for group, kind in named.items())
    staged = {f"a{at}": str(stage) for at, stage in enumerate(acts)}
    verbs = "|".join(f"(?P<{group}>{'|'.join(map(str, acts[stage]))})" for group, stage in staged.items())
    endings = "|".join(held.words("organisations", "endings")) or _NEVER
    return PlainTitleWords(
        heads=re.compile(rf"(?<!\w)(?P<noun>{nouns})(?:['’]?(?:{endings}))?(?!\w)".replace(" ", r"\s+")),
        kinds=named,
        acts=re.compile(rf"(?<!\w)(?:{verbs})(?!\w)".replace(" ", r"\s+"), re.IGNORECASE),
        stages=staged,
        tail=re.compile(str(section.get("tail_pattern", _NEVER))),
        lead=re.compile(str(section.get("lead_pattern", _NEVER))),
        about=re.compile(str(section.get("about_pattern", _NEVER))),
        draft=re.compile(str(section.get("draft_pattern", _NEVER))),
        joining=frozenset(held.words("offices", "joining")),
        place_endings=held.words("places", "endings"),
        is_name_first=bool(section.get("name_first")),
    )
